import type { Pattern, Phase } from './patterns.ts'

/** Where a pause stands at one moment. All of it follows from the pattern and the elapsed time. */
export interface Moment {
  phase: Phase['name']
  /** Milliseconds since this phase began, and how long it lasts. */
  intoPhaseMs: number
  phaseMs: number
  /** How far through the phase, 0 up to but not including 1. */
  progress: number
  /** Whole breaths done before this one. */
  round: number
  /** How long until the next phase begins, or until the pause is over, whichever comes first. */
  nextInMs: number
  /** True from the planned length on. The moment is then the last one, standing still. */
  over: boolean
}

/** Length of one breath in milliseconds. */
export const breathMs = (pattern: Pattern): number =>
  pattern.phases.reduce((sum, phase) => sum + phase.ms, 0)

/**
 * The moment at `elapsedMs` milliseconds after the start of a pause of `plannedMs`. Pure: nothing
 * accumulates, so a blocked page or a computer that slept is right again at the next look.
 * Times before the start count as the start. Throws where a pattern has no length.
 */
export function momentAt(pattern: Pattern, plannedMs: number, elapsedMs: number): Moment {
  const breath = breathMs(pattern)
  if (!(breath > 0)) throw new RangeError('a pattern must last longer than no time')
  const over = elapsedMs >= plannedMs
  const elapsed = Math.max(0, over ? Math.max(0, plannedMs - 1) : elapsedMs)
  let into = elapsed % breath
  for (const phase of pattern.phases) {
    if (into < phase.ms)
      return {
        phase: phase.name,
        intoPhaseMs: into,
        phaseMs: phase.ms,
        progress: into / phase.ms,
        round: Math.floor(elapsed / breath),
        nextInMs: over ? 0 : Math.min(phase.ms - into, plannedMs - elapsed),
        over,
      }
    into -= phase.ms
  }
  throw new RangeError('the phases of a pattern must add up to its breath')
}
