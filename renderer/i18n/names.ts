import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Gap, Work } from '../../src/settings/choices.ts'
import type { Page } from '../main/pages.ts'
import type { NoteType } from '../../src/guidance/types.ts'
import type { ContactKind } from '../../src/support/kinds.ts'

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

const pageNames: Record<Page, MessageDescriptor> = {
  today: msg`Today`,
  breathe: msg`Breathe`,
  journal: msg`Journal`,
  trends: msg`Trends`,
  week: msg`Week`,
  guide: msg`Guide`,
  settings: msg`Settings`,
  support: msg`Talk to someone`,
  asked: msg`Why did or didn’t Lull ask?`,
}

const contacts: Record<ContactKind, MessageDescriptor> = {
  teammate: msg`A teammate`,
  lead: msg`Your lead`,
  security: msg`Security`,
  'employee-assistance': msg`Employee assistance`,
  union: msg`Union`,
  doctor: msg`Doctor`,
}

const works: Record<Work, MessageDescriptor> = {
  calls: msg`Calls`,
  messages: msg`Chat`,
  email: msg`E-mail`,
  'in-person': msg`In person`,
}

const gaps: Record<Gap, MessageDescriptor> = {
  '15s': msg`15 s`,
  '45s': msg`45 s`,
  '2min': msg`2 min`,
  'no-limit': msg`No limit`,
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
export const pageName = (page: Page): string => i18n._(pageNames[page])
export const contactName = (kind: ContactKind): string => i18n._(contacts[kind])
export const workName = (work: Work): string => i18n._(works[work])
export const gapName = (gap: Gap): string => i18n._(gaps[gap])
/** A type by its name; a good one is good as a call, a chat, a message or a visit. */
export const typeName = (type: NoteType, work: Work): string =>
  i18n._(type === 'good' ? good[work] : types[type])
