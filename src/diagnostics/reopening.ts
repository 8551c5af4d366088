import type { Instant } from '../ports.ts'

/** A page that ends by itself is opened again so often within a minute, and then left alone. */
export const mostReopened = 3
export const withinMs = 60_000

/**
 * Whether a page that has just ended is opened again. `before`: when it was opened again so far, by the
 * monotonic clock in milliseconds.
 */
export function reopening(
  before: readonly Instant[],
  now: Instant,
): { again: boolean; times: readonly Instant[] } {
  const recent = before.filter((each) => now - each < withinMs)
  return recent.length < mostReopened
    ? { again: true, times: [...recent, now] }
    : { again: false, times: recent }
}
