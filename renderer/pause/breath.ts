import { breathMs, type Moment } from '../../src/breathing/timeline.ts'
import type { Pattern } from '../../src/breathing/patterns.ts'

/** How full the lungs are where a phase ends, 0 to 1. */
const fullness = { in: 1, hold: null, out: 0 } as const

export interface BreathFrame {
  /** Where in the breath, 0 to 1. */
  offset: number
  /** How full, 0 to 1. */
  full: number
}

/**
 * The shape's frames over one breath, one at each border between phases. They repeat for the whole
 * pause in one animation, which starts where the clock of the words starts: nothing is chained.
 */
export function breathFrames(pattern: Pattern): BreathFrame[] {
  const whole = breathMs(pattern)
  const frames: BreathFrame[] = [{ offset: 0, full: 0 }]
  let atMs = 0
  let full = 0
  for (const phase of pattern.phases) {
    atMs += phase.ms
    full = fullness[phase.name] ?? full
    frames.push({ offset: atMs / whole, full })
  }
  return frames
}

/** Seconds that are left of a moment's phase, as one would count them: 4, 3, 2, 1. */
export const secondsLeft = ({ phaseMs, intoPhaseMs }: Moment): number =>
  Math.ceil((phaseMs - intoPhaseMs) / 1000)
