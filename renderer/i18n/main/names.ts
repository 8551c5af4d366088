import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Gap, Work } from '../../../src/settings/choices.ts'
import type { ContactKind } from '../../../src/support/kinds.ts'
import type { Page } from '../../main/pages.ts'

/** All but Connect and Keys, which nothing names but their own buttons. */
const pageNames: Record<Exclude<Page, 'connect' | 'keys'>, MessageDescriptor> = {
  today: msg`Today`,
  breathe: msg`Breathe`,
  journal: msg`Journal`,
  trends: msg`Trends`,
  week: msg`Week`,
  guide: msg`Guide`,
  settings: msg`Settings`,
  support: msg`Talk to someone`,
  plans: msg`Your plans`,
  data: msg`Your data`,
  copies: msg`Copies`,
  asked: msg`Why did or didn’t Lull ask?`,
  sees: msg`What Lull can see here`,
  incident: msg`Incident note`,
  'check-ins': msg`Check-ins`,
  'self-check': msg`Self-check`,
  sheet: msg`One-page sheet`,
  about: msg`What this is, and isn’t`,
  privacy: msg`Privacy`,
  evidence: msg`Evidence`,
  report: msg`Report a problem`,
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

export const pageName = (page: keyof typeof pageNames): string => i18n._(pageNames[page])
export const contactName = (kind: ContactKind): string => i18n._(contacts[kind])
export const workName = (work: Work): string => i18n._(works[work])
export const gapName = (gap: Gap): string => i18n._(gaps[gap])
