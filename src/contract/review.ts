import * as v from 'valibot'
import type { PauseKind } from '../breathing/kinds.ts'
import type { TechniqueId } from '../guidance/guide.ts'
import type { Instant } from '../ports.ts'
import {
  isPick,
  isPlanPick,
  longestWeekWords,
  type SheetPart,
  sheetParts,
  type WeekQuestion,
  type WeekStep,
  weekSteps,
} from '../review/kinds.ts'
import type { WeekNumbers } from '../review/weeks.ts'
import { periods } from '../trends/kinds.ts'
import { answers } from './method.ts'
import type { DroppedWords } from './notes.ts'
import type { Plan } from './plans.ts'
import { change, grant, id, list, localDay, ownWords } from './schemas.ts'
import type { FactorSaid } from '../trends/factors.ts'
import type { WatchNow, WorkloadSaid } from './trends.ts'

/** On which day weeks begin where the agent's language is spoken: 1 is Monday, 7 Sunday. */
const firstDay = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))

const pick = (question: WeekQuestion) =>
  v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.maxLength(120),
        v.check((key) => isPick(question, key), 'is nothing to pick here'),
      ),
    ),
  )

const weekWords = v.optional(ownWords(longestWeekWords))

/** A page of paper, and room for fonts; in base64 a third more. */
export const longestPdf = 24_000_000

const pdf = v.pipe(
  v.string(),
  v.maxLength(longestPdf),
  v.base64(),
  v.check((text) => text.startsWith(pdfBegins), 'is no PDF'),
)
/** `%PDF-1` in base64. */
const pdfBegins = 'JVBERi0x'

const aboutSheet = {
  firstDay,
  /** The last so many weeks; null is all there is. */
  weeks: v.nullable(v.picklist(periods)),
}

/** The week, and the one-page sheet. */
export const reviewMethods = {
  /** For which week Today has a line, if for any. */
  'week.due': answers<{ from: string | null }>()(v.strictObject({ firstDay }), ['main']),
  /** A week by its first date; without one, the week that is due, else the one of now. */
  'week.get': answers<Week>()(v.strictObject({ firstDay, from: v.nullable(localDay) }), ['main']),
  /** Keeps what is given of a week; the rest stays. Words are refused where they are off. */
  'week.keep': answers<null>()(
    v.strictObject({
      from: localDay,
      change: change({
        step: v.optional(v.picklist(weekSteps)),
        helped: pick('helped'),
        helpedWords: weekWords,
        good: pick('good'),
        goodWords: weekWords,
        mine: pick('mine'),
        mineWords: weekWords,
        theirs: pick('theirs'),
        theirsWords: weekWords,
        plan: v.optional(
          v.nullable(v.pipe(v.string(), v.maxLength(120), v.check(isPlanPick, 'is no plan'))),
        ),
      }),
    }),
    ['main'],
  ),
  /** Takes the words of a week out of the journal and every copy in reach; what was picked stays. */
  'week.drop': answers<DroppedWords>()(v.strictObject({ from: localDay }), ['main']),
  /** Weeks that were looked back at and begin before this date, newest first. */
  'week.list': answers<WeekPage>()(v.strictObject({ before: v.nullable(localDay) }), ['main']),

  /** What there is in a period that could be ticked for the sheet. */
  'sheet.offer': answers<SheetOffer>()(v.strictObject(aboutSheet), ['main']),
  /** What was ticked, and nothing else. */
  'sheet.get': answers<Sheet>()(
    v.strictObject({
      ...aboutSheet,
      parts: list(v.picklist(sheetParts), sheetParts.length),
      /** Plans, and weeks with their own words: each ticked by itself. */
      plans: list(id, 100),
      reviews: list(localDay, 100),
    }),
    ['main'],
  ),
  /** Writes a PDF to the place that the agent chose for it. */
  'sheet.save': answers<null>()(v.strictObject({ grant, pdf }), ['main']),
} as const

export interface WeekShift {
  id: string
  shiftDate: string
  /** 0 to 10; null where it wasn't logged. */
  stress: number | null
  /** From the agent's own check-ins alone, or added later: drawn hollow. */
  hollow: boolean
}

/** What was used in a week, to pick one that helped; `key` is the pick. */
export type Used =
  | { key: string; kind: 'technique'; technique: TechniqueId }
  | { key: string; kind: 'pause'; pause: PauseKind }
  /** One of Lull's own has no words. */
  | { key: string; kind: 'recharge'; id: string; words: string | null }
  | { key: string; kind: 'plan'; plan: Pick<Plan, 'when' | 'will'> }

export interface WeekAnswer {
  /** What was picked, as a key (src/review/kinds.ts). */
  pick: string | null
  /** Null where words are off at this desk. */
  words: string | null
}

export interface Review {
  step: WeekStep
  answers: Record<WeekQuestion, WeekAnswer>
  /** `plan:<id>`, `nothing`, or null. */
  plan: string | null
  /** Whether there is any word, shown or not. */
  hasWords: boolean
}

export interface Week {
  /** Its local dates, both included. */
  from: string
  to: string
  /** The first dates of the weeks before it and after it; null where those are still to come. */
  before: string
  after: string | null
  /** The date on the wall. */
  today: string
  numbers: WeekNumbers
  /** Oldest first; none under three logged shifts. */
  shifts: WeekShift[]
  made: { hard: number; ok: number; good: number }
  pauses: number
  /** Than how many of the last weeks it was harder; null where that can't be said. */
  harderThan: { weeks: number; of: number } | null
  /** Where eight of ten usual shifts lie, to be drawn behind; null before a usual was known. */
  usual: { low: number; high: number } | null
  /** What the watch says now: for this week and the last one, from three logged shifts on. */
  watch: WatchNow | null
  /** One situation that was found to go with harder moments, as `watch`; null where none was. */
  together: FactorSaid | null
  /** What the counted load says, in every fourth week at the most; null where it says nothing. */
  load: WorkloadSaid | null
  used: Used[]
  /** What went right, from the ends of its shifts; none where words are off. */
  rights: { shiftId: string; shiftDate: string; words: string }[]
  /** The plan that was picked, as it is now; null where there is none, or it is gone. */
  plan: (Pick<Plan, 'when' | 'will'> & { id: string }) | null
  /** Null until the first answer. */
  review: Review | null
}

export interface WeekPage {
  weeks: { from: string; to: string; step: WeekStep; hasWords: boolean; editedAt: Instant }[]
  hasMore: boolean
}

export interface SheetOffer {
  today: string
  /** Which parts have anything to say in this period. */
  parts: SheetPart[]
  plans: (Pick<Plan, 'when' | 'will'> & { id: string })[]
  /** Weeks of the period that were looked back at. */
  reviews: { from: string; to: string; hasWords: boolean }[]
}

export interface MadeRow {
  /** The first date of a week, of a month or of a year. */
  from: string
  hard: number
  ok: number
  good: number
}

export interface TechniqueRow {
  technique: TechniqueId
  /** How many times it was noted as used, and how many of those as a help. */
  used: number
  helped: number
}

/** A week as the agent looked back at it. */
export interface SheetReview {
  from: string
  to: string
  answers: Record<WeekQuestion, WeekAnswer>
  /** What the pick of the first question is, where it can still be named. */
  helped: Used | null
}

/** Only what was ticked: what wasn't is null, or not in a list. */
export interface Sheet {
  today: string
  /** The days that it is about, both included; null where it has nothing with a date. */
  days: { from: string; to: string } | null
  lately: { watch: WatchNow; logged: number; shifts: number } | null
  weeks: { by: 'week' | 'month' | 'year'; rows: MadeRow[] } | null
  /** What was found to go with harder moments, over so many of the last shifts; nothing that isn't clear. */
  situations: { shifts: number; factors: FactorSaid[] } | null
  techniques: TechniqueRow[] | null
  plans: Pick<Plan, 'when' | 'will'>[]
  reviews: SheetReview[]
}
