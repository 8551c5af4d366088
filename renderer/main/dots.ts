import type { TrendShift } from '../../src/contract.ts'

const dayMs = 86_400_000
const shownDays = 13 * 7

export interface Dot {
  /** The shift date's midnight, as if in UTC: dates have no zone, and a day is always as wide. */
  at: number
  stress: number
  /** From the agent's own check-ins alone: drawn hollow. */
  hollow: boolean
}

const dayAt = (date: string) => Date.parse(`${date}T00:00Z`)

/** A dot a logged shift; one that wasn't logged is a gap. */
export const dotsOf = (shifts: readonly TrendShift[]): Dot[] =>
  shifts.flatMap(({ shiftDate, stress, ratedBy }) =>
    stress === null ? [] : [{ at: dayAt(shiftDate), stress, hollow: ratedBy === 'own' }],
  )

/** The 13 weeks that end with the day after `now`, so that the newest dot stands inside. */
export function spanOf(now: number): readonly [number, number] {
  const last = (Math.floor(now / dayMs) + 1) * dayMs
  return [last - shownDays * dayMs, last]
}

/** The first day of each month within a span. */
export function monthsOf([from, to]: readonly [number, number]): number[] {
  const months: number[] = []
  const start = new Date(from)
  for (let month = start.getUTCMonth() + 1; ; month++) {
    const at = Date.UTC(start.getUTCFullYear(), month)
    if (at > to) return months
    months.push(at)
  }
}
