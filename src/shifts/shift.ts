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
