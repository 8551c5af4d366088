import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Work } from '../../src/settings/choices.ts'
import { lullsTypes, nthOwn, type TypeChoice } from '../../src/guidance/own-types.ts'
import { isLullType, type NoteType, type TypeId } from '../../src/guidance/types.ts'

const types: Record<NoteType, MessageDescriptor> = {
  angry: msg`Angry`,
  'nothing-right': msg`Nothing was right`,
  bargaining: msg`Bargaining`,
  right: msg`They were right`,
  blaming: msg`Blaming`,
  'wanted-manager': msg`Wanted a manager`,
  abusive: msg`Abusive`,
  good: msg`Good call`,
  disproportionate: msg`Out of proportion`,
  doubted: msg`Doubted my word`,
  distress: msg`In distress`,
  other: msg`Something else`,
}

const notes: Record<Work, MessageDescriptor> = {
  calls: msg`Note a call`,
  messages: msg`Note a chat`,
  email: msg`Note a message`,
  'in-person': msg`Note a visit`,
}

const moments: Record<Work, MessageDescriptor> = {
  calls: msg`call`,
  messages: msg`chat`,
  email: msg`message`,
  'in-person': msg`visit`,
}

const good: Record<Work, MessageDescriptor> = {
  calls: types.good,
  messages: msg`Good chat`,
  email: msg`Good message`,
  'in-person': msg`Good visit`,
}

export const momentName = (work: Work): string => i18n._(moments[work])
/** What one notes, named by what the agent does. */
export const noteWords = (work: Work): string => i18n._(notes[work])

/** The types as the agent wants them, for this window: set before its first screen, as the words are. */
let known: readonly TypeChoice[] = lullsTypes
export const knowTypes = (types: readonly TypeChoice[]): void => {
  known = types
}

/** The types to choose from, in the agent's order; without `now` the hidden ones too. */
export const typesNow = (now?: TypeId | null): readonly TypeId[] =>
  known.filter(({ id, hidden }) => now === undefined || !hidden || id === now).map(({ id }) => id)

/** A type by the agent's name for it, or by Lull's. */
export function typeName(type: TypeId, work: Work): string {
  const own = known.find(({ id }) => id === type)?.name
  return own === null || own === undefined || own === '' ? plainTypeName(type, work) : own
}

/** A type by Lull's name; a good one is good as a call, a chat, a message or a visit. */
export function plainTypeName(type: TypeId, work: Work): string {
  if (isLullType(type)) return i18n._(type === 'good' ? good[work] : types[type])
  const nth = nthOwn(known, type)
  return t`Your type ${nth}`
}
