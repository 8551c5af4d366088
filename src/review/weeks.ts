/**
 * Which week a shift belongs to, and what may be said of one (shared/statistics.md, section 7): no
 * arrows, no difference to the week before, counts alone under three logged shifts.
 */

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type WeekDay = number

/** A week by its local dates, `2026-11-16`, both included. */
export interface WeekDates {
  from: string
  to: string
}

/** The week of a shift date. A shift that runs past midnight belongs to the date on which it opened. */
export function weekOf(date: string, firstDay: WeekDay): WeekDates {
  const day = Temporal.PlainDate.from(date)
  return weekFrom(day.subtract({ days: (day.dayOfWeek - firstDay + 7) % 7 }).toString())
}

/** The seven days from a date on. */
export const weekFrom = (from: string): WeekDates => ({ from, to: plusDays(from, 6) })

export const plusDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** From so many logged shifts on a week's level may be spoken of. */
export const leastLogged = 3
/** Below this share of logged shifts a week may not be typical. */
const typicalShare = 0.6

export interface WeekNumbers {
  shifts: number
  logged: number
  /** Under 60 % were logged. */
  isFew: boolean
  /** The lowest and the highest rating, from three logged shifts on; no mean alone. */
  range: { low: number; high: number } | null
}

/** What a week's shifts say; null is a shift that wasn't logged. */
export function numbersOf(values: readonly (number | null)[]): WeekNumbers {
  const logged = values.filter((value) => value !== null)
  return {
    shifts: values.length,
    logged: logged.length,
    isFew: values.length > 0 && logged.length < typicalShare * values.length,
    range:
      logged.length < leastLogged ? null : { low: Math.min(...logged), high: Math.max(...logged) },
  }
}

/** So many weeks back, and so many of them with three logged shifts, "harder than" may be said of. */
export const comparedWeeks = 12
const leastWeeks = 8

/**
 * Than how many of the weeks before this one was harder, by the mean of its ratings. `before`: the
 * ratings of each of the last twelve weeks; those with fewer than three don't count. Null where fewer
 * than eight do, or this one has too few. A fact about the past, and no alarm.
 */
export function harderThan(
  week: readonly number[],
  before: readonly (readonly number[])[],
): { weeks: number; of: number } | null {
  const counted = before.filter((values) => values.length >= leastLogged)
  if (week.length < leastLogged || counted.length < leastWeeks) return null
  return {
    weeks: counted.filter((values) => mean(values) < mean(week)).length,
    of: counted.length,
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** So many weeks back show when the week's last shift usually is; fewer than three show nothing. */
export const habitWeeks = 8
const leastHabit = 3

/**
 * Whether a week is usually over with a shift on this date: on its last day, and where most of the
 * agent's last weeks had no shift on a later day. `worked`: the dates of shifts with work in them.
 */
export function isUsuallyLast(date: string, firstDay: WeekDay, worked: readonly string[]): boolean {
  const { from } = weekOf(date, firstDay)
  const at = daysBetween(from, date)
  if (at === 6) return true
  const lastDays = Array.from({ length: habitWeeks }, (_, nth) => {
    const week = weekFrom(plusDays(from, -7 * (nth + 1)))
    return worked
      .filter((each) => each >= week.from && each <= week.to)
      .reduce<number | null>(
        (last, each) => Math.max(last ?? 0, daysBetween(week.from, each)),
        null,
      )
  }).filter((last) => last !== null)
  return (
    lastDays.length >= leastHabit &&
    lastDays.filter((last) => last <= at).length * 2 > lastDays.length
  )
}

export interface DueFacts {
  /** The open shift, if there is work in it: on a day off there is none. */
  shift: { shiftDate: string; ended: boolean } | null
  firstDay: WeekDay
  /** Dates of shifts with work in them, of the last nine weeks. */
  worked: readonly string[]
  /** Whether the week that begins on this date was looked back at, or is not to be. */
  isSettled: (from: string) => boolean
}

/**
 * The week that Today has a line for: this one once its last shift has ended, by the agent's own habit;
 * else the one before, in a shift of this one. Never on a day off. Null for none.
 */
export function weekDue({ shift, firstDay, worked, isSettled }: DueFacts): string | null {
  if (shift === null) return null
  const { from } = weekOf(shift.shiftDate, firstDay)
  if (shift.ended && isUsuallyLast(shift.shiftDate, firstDay, worked) && !isSettled(from))
    return from
  const before = weekFrom(plusDays(from, -7))
  const wasWorked = worked.some((date) => date >= before.from && date <= before.to)
  return wasWorked && !isSettled(before.from) ? before.from : null
}

/** Of four weeks one may say what the load does (statistics.md, 7.7): the same one however often it is looked at. */
export const isLoadWeek = (from: string): boolean =>
  Math.floor(Temporal.PlainDate.from('1970-01-05').until(from).days / 7) % 4 === 0
