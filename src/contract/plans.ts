import * as v from 'valibot'
import {
  planActions,
  type PlanMark,
  planMarks,
  type PlanWhen,
  type PlanWill,
  planWordsProblem,
  situationTypes,
} from '../plans/kinds.ts'
import { answers } from './method.ts'
import type { DroppedWords } from './notes.ts'
import { id, nothing } from './schemas.ts'

const planWords = v.strictObject({
  by: v.literal('words'),
  words: v.pipe(
    v.string(),
    v.check((words) => planWordsProblem(words) === null, 'is no line of words'),
  ),
})

const planWhen: v.GenericSchema<unknown, PlanWhen> = v.variant('by', [
  v.strictObject({ by: v.literal('type'), type: v.picklist(situationTypes) }),
  planWords,
])

const planWill: v.GenericSchema<unknown, PlanWill> = v.variant('by', [
  v.strictObject({ by: v.literal('action'), action: v.picklist(planActions) }),
  planWords,
])

/** The plan that rests for it, where three are in use already. */
const planRest = v.nullable(id)

/** If-then plans. */
export const planMethods = {
  'plan.list': answers<Plans>()(nothing, ['main', 'note']),
  /** Adds a plan, or changes what one says. A fourth in use is refused, unless `rest` names another. */
  'plan.keep': answers<Plans>()(
    v.strictObject({ id, when: planWhen, will: planWill, rest: planRest }),
    ['main', 'note'],
  ),
  'plan.set': answers<Plans>()(
    v.strictObject({ id, state: v.picklist(['active', 'resting']), rest: planRest }),
    ['main'],
  ),
  'plan.delete': answers<DroppedWords>()(v.strictObject({ id }), ['main']),
  /** What became of it in the open shift; null takes the mark back. */
  'plan.mark': answers<Plans>()(v.strictObject({ id, mark: v.nullable(v.picklist(planMarks)) }), [
    'main',
  ]),
  /** Its rehearsal was taken or skipped: once a shift. */
  'plan.offered': answers<Plans>()(v.strictObject({ id }), ['main']),
} as const

/** An if-then plan. Own words are null where words are off at this desk. */
export interface Plan {
  id: string
  when: Exclude<PlanWhen, { by: 'words' }> | { by: 'words'; words: string | null }
  will: Exclude<PlanWill, { by: 'words' }> | { by: 'words'; words: string | null }
  state: 'active' | 'resting'
  /** In how many shifts it was marked as used, and in how many of those marked it came up at all. */
  used: number
  cameUp: number
  /** What became of it in the open shift; null where that isn't marked. */
  mark: PlanMark | null
}

export interface Plans {
  /** Oldest first. */
  plans: Plan[]
  /** The plan to rehearse in this shift, and whether that was taken or skipped; null where none is. */
  today: { id: string; offered: boolean } | null
}
