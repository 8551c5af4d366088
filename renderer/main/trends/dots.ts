import type { ContextMark, ShiftKind, TrendShift, Weeks } from '../../../src/contract.ts'

const dayMs = 86_400_000
/** The line isn't drawn over a longer time without a logged shift. */
const longestGapMs = 14 * dayMs

export type Span = readonly [from: number, to: number]

export interface Dot {
  /** The shift date's midnight, as if in UTC: dates have no zone, and a day is always as wide. */
  at: number
  stress: number
  /** From the agent's own check-ins alone, or added later. */
  hollow: boolean
  kind: ShiftKind
}

export const dayAt = (date: string): number => Date.parse(`${date}T00:00Z`)

/** A dot a logged shift; one that wasn't logged is a gap. */
export const dotsOf = (
  shifts: readonly Pick<TrendShift, 'shiftDate' | 'stress' | 'ratedBy' | 'addedLater' | 'kind'>[],
): Dot[] =>
  shifts.flatMap(({ shiftDate, stress, ratedBy, addedLater, kind }) =>
    stress === null
      ? []
      : [{ at: dayAt(shiftDate), stress, hollow: ratedBy === 'own' || addedLater, kind }],
  )

/** The slow average in pieces: none before a baseline, and a break where nothing was logged for long. */
export function linesOf(
  shifts: readonly Pick<TrendShift, 'shiftDate' | 'line'>[],
): { at: number; line: number }[][] {
  const pieces: { at: number; line: number }[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const { shiftDate, line } of shifts) {
    if (line === null) continue
    const at = dayAt(shiftDate)
    if (at - before > longestGapMs) pieces.push([])
    pieces.at(-1)?.push({ at, line })
    before = at
  }
  return pieces.filter((piece) => piece.length > 1)
}

/** The weeks that end with the day after today, so that the newest dot stands inside; or all there is. */
export function spanOf(today: string, weeks: Weeks, first: string | undefined): Span {
  const last = dayAt(today) + dayMs
  if (weeks !== null) return [last - weeks * 7 * dayMs, last]
  return [Math.min(dayAt(first ?? today), last - 4 * 7 * dayMs), last]
}

/** What is named under the dots: each seventh day of a few weeks, else months. */
export const ticksOf = (span: Span): number[] =>
  isShort(span)
    ? [0, 1, 2, 3].map((week) => span[1] - dayMs - week * 7 * dayMs).toReversed()
    : monthsOf(span)
export const isShort = ([from, to]: Span): boolean => to - from <= 5 * 7 * dayMs

/** The first days of months within a span, so many that their names find room. */
export function monthsOf([from, to]: Span): number[] {
  const start = new Date(from)
  const months: number[] = []
  for (let month = start.getUTCMonth() + 1; ; month++) {
    const at = Date.UTC(start.getUTCFullYear(), month)
    if (at > to) break
    months.push(at)
  }
  const every = [1, 3, 6, 12, 24, 60].find((step) => months.length / step <= 13) ?? 120
  return months.filter((at) => monthNumber(at) % every === 0)
}
const monthNumber = (at: number) => {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** What lies within a span, cut at its ends; `row` keeps names of neighbours off each other. */
export const marksIn = (marks: readonly ContextMark[], [from, to]: Span) =>
  marks
    .map((mark) => ({
      ...mark,
      starts: Math.max(from, dayAt(mark.from)),
      ends: Math.min(to, dayAt(mark.to) + dayMs),
    }))
    .filter(({ starts, ends }) => ends > starts)
    .map((mark, index) => ({ ...mark, row: index % 3 }))

export interface Made {
  /** The first date of the week, or of the month: `2026-11-22`. */
  from: string
  hard: number
  ok: number
  good: number
}

/**
 * What the weeks were made of, by number, the oldest first; weeks without a note are there with
 * nothing. `firstDay` of a week: 1 is Monday, 7 Sunday. `by` month where weeks would be too many.
 */
export function madeOf(
  shifts: readonly Pick<TrendShift, 'shiftDate' | 'hard' | 'ok' | 'good'>[],
  firstDay: number,
  by: 'week' | 'month',
): Made[] {
  const beginOf = (date: Temporal.PlainDate) =>
    by === 'month'
      ? date.with({ day: 1 })
      : date.subtract({ days: (date.dayOfWeek - firstDay + 7) % 7 })
  const made = new Map<string, Made>()
  const at = (from: string) => {
    const found = made.get(from) ?? { from, hard: 0, ok: 0, good: 0 }
    made.set(from, found)
    return found
  }
  const step = by === 'month' ? { months: 1 } : { days: 7 }
  let next: Temporal.PlainDate | null = null
  for (const { shiftDate, hard, ok, good } of shifts) {
    const begin = beginOf(Temporal.PlainDate.from(shiftDate))
    for (next ??= begin; Temporal.PlainDate.compare(next, begin) <= 0; next = next.add(step))
      at(next.toString())
    const week = at(begin.toString())
    week.hard += hard
    week.ok += ok
    week.good += good
  }
  return [...made.values()]
}

/** On which day weeks begin, where this language is spoken: 1 is Monday, 7 Sunday. */
export function firstDayOf(language: string): number {
  try {
    return new Intl.Locale(language).getWeekInfo().firstDay
  } catch {
    return 1
  }
}

/** What is written beside bars of numbers: at most five, evenly, from 0 to the top. */
export function countTicks(most: number): number[] {
  const steps = [1, 2, 5].flatMap((each) => [1, 10, 100, 1000].map((ten) => each * ten))
  const step = steps.toSorted((one, other) => one - other).find((each) => most <= 4 * each) ?? most
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step)
}
