import * as v from 'valibot'
import type { UnnotedCall } from '../calls/unnoted.ts'
import {
  type EndStep,
  endSteps,
  longestRecharge,
  longestRight,
  rechargeNames,
  type Rested,
  restedValues,
  type StartMoment,
  startMoments,
  type StartStep,
  startSteps,
} from '../checkins/kinds.ts'
import { difficulties } from '../guidance/types.ts'
import type { Instant } from '../ports.ts'
import type { Question } from '../settings/choices.ts'
import { answers } from './method.ts'
import type { DroppedWords } from './notes.ts'
import type { TodayPause } from './pauses.ts'
import { id, instant, nothing, ownWords, typeId } from './schemas.ts'

/** One of Lull's own things that do somebody good, or one of the agent's. */
const rechargeId = v.union([v.picklist(rechargeNames), id])

/** The shift: its start and end, what was left unnoted, what does the agent good, and Today. */
export const shiftMethods = {
  /** The start and the end of a shift, as Today shows them. */
  'shift.get': answers<ShiftCards>()(nothing, ['main']),
  /** An answer at the start, and the step that comes next. It opens a shift where none is open. */
  'shift.start': answers<null>()(
    v.strictObject({
      step: v.picklist(startSteps),
      rested: v.nullable(v.picklist(restedValues)),
      moment: v.nullable(v.picklist(startMoments)),
    }),
    ['main'],
  ),
  /** Goes on to a step of the end; null: the shift goes on. `recharge`: what was picked, if anything. */
  'shift.end': answers<null>()(
    v.strictObject({ step: v.nullable(v.picklist(endSteps)), recharge: v.nullable(rechargeId) }),
    ['main'],
  ),
  /** A note about a call that was marked and not noted; its time is the call's. */
  'unnoted.note': answers<null>()(
    v.strictObject({
      id,
      callId: id,
      difficulty: v.picklist(difficulties),
      type: v.nullable(typeId),
    }),
    ['main'],
  ),
  /** Leaves all of them without a note, or takes that back. */
  'unnoted.leave': answers<null>()(v.strictObject({ left: v.boolean() }), ['main']),
  /** What went right in a shift: whether something came to mind, and what; `words: null` leaves them. */
  'right.keep': answers<null>()(
    v.strictObject({
      shiftId: id,
      came: v.nullable(v.boolean()),
      words: v.nullable(ownWords(longestRight)),
    }),
    ['main'],
  ),
  'right.drop': answers<DroppedWords>()(v.strictObject({ shiftId: id }), ['main']),
  /** What went right in shifts that opened before this instant, newest first. */
  'right.list': answers<RightPage>()(v.strictObject({ before: v.nullable(instant) }), ['main']),
  'recharge.get': answers<RechargeItem[]>()(nothing, ['main']),
  /** One of Lull's own (without words) or of the agent's; empty words take that one out. */
  'recharge.set': answers<RechargeItem[]>()(
    v.pipe(
      v.strictObject({
        id: rechargeId,
        words: ownWords(longestRecharge),
        picked: v.boolean(),
      }),
      v.check(
        (item) => !rechargeNames.some((name) => name === item.id) || item.words === '',
        'only the agent’s own have words',
      ),
    ),
    ['main'],
  ),
  'today.get': answers<Today>()(nothing, ['main']),
} as const

export interface Today {
  /** The date of what was kept last, where the clock shows a time before it (src/shifts/clock-behind.ts). */
  clockBehind: string | null
  /** Local date on which the open shift began, `2026-11-22`; null between shifts. */
  shiftDate: string | null
  notes: number
  /** How many of them may be named here: good calls (src/notes/brooding.ts). */
  goodNotes: number
  pauses: TodayPause[]
  checkIn: { id: string; stress: number; energy: number } | null
  hasRecoveryKey: boolean
  /** The one question that begins to matter now, or null. */
  question: Question | null
  /** What stands here of the month's self-check: a way to go on with it, or to begin one. */
  selfCheck: 'go-on' | 'due' | null
  /** The numbers are heavy, and the sentence about that wasn't read yet. */
  heavyNumbers: boolean
}

/** The start and the end of a shift. Times, answers and good things: nothing of a hard entry. */
export interface ShiftCards {
  /** Null where it is not on Today: the shift has run for a while, or there is no journal. */
  start: ShiftStart | null
  /** Null between shifts. */
  end: ShiftEnd | null
}

export interface ShiftStart {
  /** Null until the first answer. */
  step: StartStep | null
  rested: Rested | null
  /** The one of the two whose turn it is; null for neither. */
  moment: StartMoment | null
}

export interface ShiftEnd {
  shiftId: string
  /** Null while the agent hasn't begun it, or goes on with the shift. */
  step: EndStep | null
  /** The last rating at the end. */
  rating: { stress: number; energy: number } | null
  /** Marked and not noted, oldest first; times only. */
  unnoted: UnnotedCall[]
  /** Whether something that went right came to mind; null until that was asked. */
  came: boolean | null
  /** What it was; null where words are off at this desk. */
  words: string | null
  /** Which of the things that do the agent good has its turn, and which was picked. */
  recharge: { offered: string | null; picked: string | null }
}

export interface RechargeItem {
  id: string
  /** Null for Lull's own, which have names. */
  words: string | null
  picked: boolean
}

export interface RightPage {
  rights: { shiftId: string; shiftDate: string; openedAt: Instant; words: string }[]
  hasMore: boolean
}
