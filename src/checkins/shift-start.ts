import type { Instant } from '../ports.ts'
import type { StartMoment, StartStep } from './kinds.ts'

/** A shift that has run for this long has begun: its start card is gone. Our own choice. */
export const startWithinMs = 2 * 3_600_000

export interface MomentFacts {
  /** False once the agent has skipped them for good. */
  wanted: boolean
  /** A heavy note in this shift, or in the last one before it in which there was work. */
  heavy: boolean
  /** The one of the shift before, whether it was taken or skipped. */
  last: StartMoment | null
}

/** Which of the two a shift's start shows: they alternate, and after a heavy shift there is none. */
export function momentFor({ wanted, heavy, last }: MomentFacts): StartMoment | null {
  if (!wanted || heavy) return null
  return last === 'helped' ? 'their-side' : 'helped'
}

/** Whether the start card is on Today: between shifts, early in one, and as a line once it is done. */
export const startIsShown = (
  openedAt: Instant | null,
  step: StartStep | null,
  now: Instant,
): boolean => openedAt === null || step === 'done' || now - openedAt < startWithinMs
