/** When a daily copy is made, and which are kept: rules, by a clock that may jump. */
import type { Instant } from '../ports.ts'
import { localDate } from '../shifts/shift.ts'

/** Unlocking has work of its own. */
export const restAfterUnlockMs = 120_000
export const againAfterFailureMs = 3_600_000
/** A call ends without Lull being asked anything. */
export const lookDuringCallMs = 60_000
/** Computers sleep, clocks are set and people travel, so the date is looked at now and then. */
export const lookAgainMs = 3_600_000

export const mostDays = 7
export const mostWeeks = 4

export interface DailyMoment {
  now: Instant
  zone: string
  /** When each daily copy that there is was made. */
  made: readonly Instant[]
  /** For how long the journal has been open, in milliseconds. */
  openMs: number
  callRuns: boolean
  /** How long ago one couldn't be made, in milliseconds; null where the last one could. */
  failedMs: number | null
}

/** Whether a copy is due now; if not, in how many milliseconds that is to be asked again. */
export function daily(moment: DailyMoment): { due: true } | { due: false; againMs: number } {
  const { now, zone, made, openMs, callRuns, failedMs } = moment
  const again = (againMs: number) => ({ due: false as const, againMs: Math.max(1000, againMs) })
  const today = localDate(now, zone)
  if (made.some((at) => localDate(at, zone) === today))
    return again(Math.min(lookAgainMs, tomorrow(today, zone) - now))
  if (openMs < restAfterUnlockMs) return again(restAfterUnlockMs - openMs)
  if (failedMs !== null && failedMs < againAfterFailureMs)
    return again(againAfterFailureMs - failedMs)
  if (callRuns) return again(lookDuringCallMs)
  return { due: true }
}

/**
 * Which daily copies are kept: the newest of each of the last seven days that have one, and of each of the last
 * four ISO weeks that have one. Those dated after today are kept by the same rule, and neither side takes the
 * other's places: a clock that is set back, by a dead battery for one, takes no copy away.
 */
export function keptDaily(made: readonly Instant[], now: Instant, zone: string): Instant[] {
  const today = localDate(now, zone)
  const newestFirst = [...new Set(made)].toSorted((a, b) => b - a)
  const dated = newestFirst.map((at) => ({ at, date: localDate(at, zone) }))
  const ahead = dated.filter(({ date }) => date > today)
  const past = dated.filter(({ date }) => date <= today)
  const kept = [ahead, past].flatMap((side) => [
    ...newestOfEach(side, ({ date }) => date).slice(0, mostDays),
    ...newestOfEach(side, ({ date }) => weekOf(date)).slice(0, mostWeeks),
  ])
  return [...new Set(kept.map(({ at }) => at))]
}

/** The first of each, in the order they stand. */
function newestOfEach<Each>(all: readonly Each[], of: (each: Each) => string): Each[] {
  const seen = new Set<string>()
  return all.filter((each) => {
    const name = of(each)
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function weekOf(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date)
  return `${yearOfWeek}-${weekOfYear}`
}

const tomorrow = (today: string, zone: string): Instant =>
  Temporal.PlainDate.from(today).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
