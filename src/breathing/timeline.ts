import type { Pattern, Phase } from './patterns.ts'

/** Where a pause stands at one moment. All of it follows from the pattern and the elapsed time. */
export interface Moment {
  phase: Phase['name']
  /** Which of the pattern's phases this is, counted from 0. */
  phaseIndex: number
  /** Milliseconds since this phase began, and how long it lasts. */
  intoPhaseMs: number
  phaseMs: number
  /** How far through the phase, 0 up to but not including 1. */
  progress: number
  /** Whole breaths done before this one, and how many are planned; one cut short counts as one. */
  round: number
  rounds: number
  /** The phase that comes next; null in the last one. */
  next: Phase['name'] | null
  /** How long until the next phase begins, or until the pause is over, whichever comes first. */
  nextInMs: number
  /** True from the planned length on. The moment is then the last one, standing still. */
  over: boolean
}

/** Length of one breath in milliseconds. */
export const breathMs = ({ phases }: Pick<Pattern, 'phases'>): number =>
  phases.reduce((sum, phase) => sum + phase.ms, 0)

/**
 * The moment at `elapsedMs` milliseconds after the start of a pause of `plannedMs`. Pure: nothing
 * accumulates, so a blocked page or a computer that slept is right again at the next look.
 * Times before the start count as the start, and a phase of no length is passed over. Throws where
 * a pattern has no length, and where a time is no number.
 */
export function momentAt(pattern: Pattern, plannedMs: number, elapsedMs: number): Moment {
  const breath = breathMs(pattern)
  if (!(breath > 0)) throw new RangeError('a pattern must last longer than no time')
  if (!Number.isFinite(plannedMs)) throw new RangeError('a pause must have a length')
  if (Number.isNaN(elapsedMs)) throw new RangeError('the elapsed time must be a number')

  const over = elapsedMs >= plannedMs
  const elapsed = Math.max(0, over ? plannedMs - 1 : elapsedMs)
  const intoBreath = elapsed % breath
  const { phase, phaseIndex, startMs } = phaseAt(pattern, intoBreath)
  const intoPhaseMs = intoBreath - startMs
  const endsAt = elapsed + phase.ms - intoPhaseMs
  const isLast = over || endsAt >= plannedMs
  return {
    phase: phase.name,
    phaseIndex,
    intoPhaseMs,
    phaseMs: phase.ms,
    progress: intoPhaseMs / phase.ms,
    round: Math.floor(elapsed / breath),
    rounds: Math.max(1, Math.ceil(plannedMs / breath)),
    next: isLast ? null : phaseAfter(pattern, phaseIndex),
    nextInMs: over ? 0 : Math.min(phase.ms - intoPhaseMs, plannedMs - elapsed),
    over,
  }
}

function phaseAt({ phases }: Pattern, intoBreathMs: number) {
  let startMs = 0
  for (const [phaseIndex, phase] of phases.entries()) {
    if (intoBreathMs < startMs + phase.ms) return { phase, phaseIndex, startMs }
    startMs += phase.ms
  }
  throw new RangeError('the phases of a pattern must add up to its breath')
}

function phaseAfter({ phases }: Pattern, phaseIndex: number): Phase['name'] | null {
  const following = [...phases.slice(phaseIndex + 1), ...phases.slice(0, phaseIndex + 1)]
  return following.find(({ ms }) => ms > 0)?.name ?? null
}
