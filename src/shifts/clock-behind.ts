import type { Instant } from '../ports.ts'

/** Two clocks that are both right are no further apart than this, also where one is only set once a week. */
export const apartMs = 5 * 60_000

/**
 * Whether the clock shows a time before what was kept last: it is behind now, or was ahead then. Nobody can tell
 * which, so nothing follows from it but a sentence.
 */
export const isBehind = (newest: Instant | null, now: Instant): boolean =>
  newest !== null && newest - now > apartMs
