import type { Pattern, Phase } from '../../src/breathing/patterns.ts'
import { breathMs, type Moment } from '../../src/breathing/timeline.ts'

export interface BreathFrame {
  /** Where in the breath, 0 to 1. */
  offset: number
  /** How full the lungs are, 0 to 1. */
  full: number
}

/** Before a top-up the lungs are nearly full: room is left for it to be seen. */
const beforeTopUp = 0.82

/**
 * The shape's frames over one breath, one at each border between phases. They repeat for the whole
 * pause in one animation, which starts where the clock of the words starts: nothing is chained.
 */
export function breathFrames(pattern: Pick<Pattern, 'phases'>): BreathFrame[] {
  const whole = breathMs(pattern)
  const frames: BreathFrame[] = [{ offset: 0, full: 0 }]
  let atMs = 0
  let full = 0
  for (const [index, phase] of pattern.phases.entries()) {
    atMs += phase.ms
    full = fullAfter(phase, pattern.phases[index + 1], full)
    frames.push({ offset: atMs / whole, full })
  }
  return frames
}

function fullAfter({ name }: Phase, next: Phase | undefined, full: number): number {
  switch (name) {
    case 'in':
      return next?.name === 'top-up' ? beforeTopUp : 1
    case 'top-up':
      return 1
    case 'out':
      return 0
    case 'hold':
    case 'rest':
      return full
  }
}

/** Seconds that are left of a moment's phase, as one would count them: 4, 3, 2, 1. */
export const secondsLeft = ({ phaseMs, intoPhaseMs }: Moment): number =>
  Math.ceil((phaseMs - intoPhaseMs) / 1000)
