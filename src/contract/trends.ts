import * as v from 'valibot'
import type { CheckInKind } from '../checkins/kinds.ts'
import type { TechniqueId } from '../guidance/guide.ts'
import type { FactorSaid } from '../trends/factors.ts'
import {
  type Beginning,
  beginnings,
  type MarkKind,
  markKinds,
  periods,
  spellAnswers,
  spellQuestions,
  watchedSeries,
  type Weeks,
} from '../trends/kinds.ts'
import type { PausesFollowed } from '../trends/pauses-followed.ts'
import { type ShiftKind, shiftKinds, type WatchSays } from '../trends/watch.ts'
import { answers } from './method.ts'
import { id, localDay } from './schemas.ts'

/** What drains and what restores. */
export const trendMethods = {
  /** Everything that Trends shows of a period; 13 weeks where none is said, null for all. */
  'trends.get': answers<Trends>()(
    v.strictObject({ weeks: v.optional(v.nullable(v.picklist(periods))) }),
    ['main'],
  ),
  /** How the weeks before the first shift were. */
  'watch.begin': answers<null>()(v.strictObject({ as: v.picklist(beginnings) }), ['main']),
  /** About the spell that began with this shift. */
  'watch.answer': answers<null>()(
    v.strictObject({
      shiftId: id,
      question: v.picklist(spellQuestions),
      answer: v.picklist(spellAnswers),
      series: v.optional(v.picklist(watchedSeries)),
    }),
    ['main'],
  ),
  /** Whether energy is watched beside stress. */
  'watch.energy': answers<null>()(v.strictObject({ on: v.boolean() }), ['main']),
  'shift.kind': answers<null>()(v.strictObject({ shiftId: id, kind: v.picklist(shiftKinds) }), [
    'main',
  ]),
  /** Keeps what went on from one date to another, new or changed. */
  'mark.keep': answers<null>()(
    v.pipe(
      v.strictObject({ id, kind: v.picklist(markKinds), from: localDay, to: localDay }),
      v.check(({ from, to }) => from <= to, 'ends before it begins'),
    ),
    ['main'],
  ),
  'mark.delete': answers<null>()(v.strictObject({ id }), ['main']),
} as const

export interface TrendShift {
  id: string
  shiftDate: string
  /** 0 to 10; null when the shift wasn't rated. */
  stress: number | null
  energy: number | null
  /** What gives the value; the agent's own check-ins are drawn hollow. */
  ratedBy: CheckInKind | null
  /** Everything in it was added later: drawn hollow too. */
  addedLater: boolean
  kind: ShiftKind
  /** The slow average after this shift; null before a baseline, and where nothing was logged. */
  line: number | null
  /** The same of energy; null where it isn't watched. */
  energyLine: number | null
  /** Its notes: hard, ok and good calls, by number. */
  hard: number
  ok: number
  good: number
}

/** What the watch on stress, or on energy, says (statistics.md, section 3). */
export interface WatchNow {
  /** `too-few`: fewer than 5 logged shifts in the last 28 days. */
  says: WatchSays | 'too-few'
  /** How the weeks before were, by the agent; null where nobody said. */
  began: Beginning | null
  /** Usual shifts so far, and how many more of the first ones are only shown. */
  collected: number
  toSkip: number
  /** Where eight of ten usual shifts lie, 0 to 10; null before there is a baseline. */
  usual: { low: number; high: number; average: number; from: string } | null
  /** Where a rise or a fall began that is told now. */
  since: ShiftPlace | null
  /** Where eight of ten shifts since then lie. */
  lately: { low: number; high: number } | null
  /** Within the first 60 judged shifts: a fall may be a hard beginning that eased. */
  isEarly: boolean
  /** A rise is told, and nobody chose what to do about it yet. */
  doorsOpen: boolean
  /** The spell has lasted 40 logged shifts, and nobody was asked yet. */
  asksNewUsual: boolean
  /** Where the agent let the usual begin anew, last. */
  anew: ShiftPlace | null
}

export interface ShiftPlace {
  shiftId: string
  shiftDate: string
}

/** What went on around the work, from one local date to another, both included. */
export interface ContextMark {
  id: string
  kind: MarkKind
  from: string
  to: string
}

export interface Trends {
  weeks: Weeks
  /** The date on the wall. */
  today: string
  /** Oldest first; every shift of the period, logged or not. */
  shifts: TrendShift[]
  /** Shifts whose date hasn't come yet: a clock was wrong. They are kept, and not drawn. */
  ahead: number
  watch: WatchNow
  /** Null where energy isn't watched. */
  energy: WatchNow | null
  marks: ContextMark[]
  recent: Recent
}

/** What the last shifts have to say, whatever the period: 220 in which anything was logged at the most. */
export interface Recent {
  shifts: number
  /** What was found first, then by number. */
  factors: FactorSaid[]
  /** From the first hour to the last one in which anything was noted. */
  hours: HourMade[]
  /** The most used first. */
  techniques: TechniqueUse[]
  pauses: PausesFollowed
  workload: WorkloadSaid
}

/** Notes in one hour since the shift opened (0 is the first), by number. */
export interface HourMade {
  hour: number
  hard: number
  ok: number
  good: number
}

/** What the agent did, and their own verdict on it; of the rest of the times nothing was said. */
export interface TechniqueUse {
  technique: TechniqueId
  times: number
  helped: number
  didntHelp: number
}

export interface WorkloadSaid {
  /** Rated shifts whose calls a signal counted. */
  counted: number
  /** Busier shifts were the harder ones; null where that may not be said. */
  says: {
    by: 'calls' | 'minutes'
    /** So many points of stress for so much more of it. */
    points: number
    more: number
    /** How much more of it there is lately than at first, where that explains what the watch says. */
    lately: number | null
  } | null
}
