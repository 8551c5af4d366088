import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Work } from '../../src/settings/choices.ts'
import type { NoteType } from '../../src/guidance/types.ts'

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
/** A type by its name; a good one is good as a call, a chat, a message or a visit. */
export const typeName = (type: NoteType, work: Work): string =>
  i18n._(type === 'good' ? good[work] : types[type])
