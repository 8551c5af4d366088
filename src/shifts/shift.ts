import type { Instant } from '../ports.ts'

const hour = 3_600_000

/** A shift with nothing in it for this long is over. */
export const gapMs = 5 * hour
/** A shift lasts this long at most, however busy it stays. */
export const longestMs = 16 * hour

export interface Shift {
  id: string
  /** The local date on which the shift opened, `2026-11-22`. A night shift keeps it past midnight. */
  shiftDate: string
  openedAt: Instant
  /** The last entry or signal in it. */
  lastAt: Instant
}

/** Whether what happened at `at` belongs to `shift`, or opens another one (design.md, section 1). */
export const belongs = (shift: Pick<Shift, 'openedAt' | 'lastAt'>, at: Instant): boolean =>
  at >= shift.openedAt && at - shift.lastAt < gapMs && at - shift.openedAt < longestMs

/** The date that a clock on the wall in `zone` shows at `at`, as `2026-11-22`. */
export const localDate = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** How long before its usual start a shift can have begun. */
export const earlyMs = 4 * 3_600_000

export interface UsualShift {
  /** The local date on which it starts, `2026-11-22`. */
  shiftDate: string
  startsAt: Instant
}

/**
 * The shift that `at` falls into by the clock alone, where shifts usually start at `start` (`22:00`):
 * from four hours before a start to four hours before the next. Where nobody said when they start, a
 * shift is a day. It depends on nothing that is in the journal.
 */
export function usualShift(at: Instant, zone: string, start: string | null): UsualShift {
  const today = Temporal.PlainDate.from(localDate(at, zone))
  const plainTime = Temporal.PlainTime.from(start ?? '00:00')
  const early = start === null ? 0 : earlyMs
  const startOf = (date: Temporal.PlainDate): UsualShift => ({
    shiftDate: date.toString(),
    startsAt: date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds,
  })
  const [tomorrow, yesterday] = [today.add({ days: 1 }), today.subtract({ days: 1 })]
  return (
    [tomorrow, today].map(startOf).find(({ startsAt }) => startsAt - early <= at) ??
    startOf(yesterday)
  )
}

/**
 * Whether what happened at `at` lies in a shift or up to five hours around it, and the shift stays
 * within its sixteen hours.
 */
export const claims = (shift: Pick<Shift, 'openedAt' | 'lastAt'>, at: Instant): boolean =>
  belongs(shift, at) ||
  (at < shift.openedAt && shift.openedAt - at < gapMs && shift.lastAt - at < longestMs)

/**
 * What a clock on the wall in `zone` means by a date and a time, `2026-11-22` and `23:30`. A time that
 * came twice is the first one; one that never was is as much later as the clock was put on.
 */
export const instantOf = (date: string, time: string, zone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds
