import * as v from 'valibot'
import { itemIds, steps, type Answers, type Step } from '../selfcheck/items.ts'
import type { SideScore } from '../selfcheck/scoring.ts'
import { answers } from './method.ts'
import { id, nothing } from './schemas.ts'

/** The self-check of a month, the question of a week, and the one sentence about heavy numbers. */
export const selfCheckMethods = {
  'selfcheck.get': answers<SelfChecks>()(nothing, ['main']),
  /** An answer in the self-check of now, which begins with the first; null takes it back. */
  'selfcheck.answer': answers<SelfChecks>()(
    v.strictObject({ item: v.picklist(itemIds), value: v.nullable(v.picklist(steps)) }),
    ['main'],
  ),
  /** Answered as far as the agent likes; `false` takes that back. */
  'selfcheck.finish': answers<SelfChecks>()(v.strictObject({ id, finished: v.boolean() }), [
    'main',
  ]),
  'selfcheck.delete': answers<SelfChecks>()(v.strictObject({ id }), ['main']),
  /** Takes a deletion back, within 8 s. */
  'selfcheck.undo': answers<SelfChecks>()(v.strictObject({ id }), ['main']),
  /** The question of the week, as of today; null takes the answer back. */
  'selfcheck.week': answers<SelfChecks>()(
    v.strictObject({ value: v.nullable(v.picklist(steps)) }),
    ['main'],
  ),
  /** Today says nothing of it any more in this month. */
  'selfcheck.skip': answers<null>()(v.strictObject({ thisMonth: v.literal(true) }), ['main']),
  /** The sentence about heavy numbers was read: it goes. */
  'heavy.read': answers<null>()(v.strictObject({ read: v.literal(true) }), ['main']),
} as const

/** One self-check. */
export interface SelfCheck {
  id: string
  /** `2026-11`. */
  month: string
  /** The local date on which it was begun. */
  date: string
  finished: boolean
  answers: Answers
  /** Each side's mean, 0 (never) to 4 (always); null where fewer than half of it was answered. */
  work: SideScore | null
  customers: SideScore | null
  hidden: Step | null
}
export interface SelfChecks {
  /** The month and the date on the wall. */
  month: string
  today: string
  /** The one that is answered now, in `checks`; null until its first answer. */
  current: string | null
  /** Oldest first. */
  checks: SelfCheck[]
  /** The week's question, by date, the oldest first; 0 is the lightest answer, 4 the hardest. */
  weeks: { date: string; value: Step }[]
  /** It wasn't answered for a week. */
  weekOpen: boolean
}
