import type { Phase } from './patterns.ts'

/** One tone: what Web Audio is told ahead, relative to the phase's start. */
export interface Tone {
  /** Where the pitch begins and where it ends; equal where it stays. */
  fromHz: number
  toHz: number
  durationMs: number
  /** How loud at its loudest, 0 (silence) to 1, before the agent's own volume. */
  gainPeak: number
  fadeInMs: number
  fadeOutMs: number
}

/** A tone never begins or ends faster than this, unless its phase is too short for it. */
export const leastFadeMs = 200

/**
 * Rising for in, from higher up for a top-up, falling for out: told apart with eyes closed. Held
 * lungs are one low, soft tone; empty ones are silent.
 */
const pitches: Record<Phase['name'], Pick<Tone, 'fromHz' | 'toHz' | 'gainPeak'>> = {
  in: { fromHz: 180, toHz: 270, gainPeak: 0.5 },
  'top-up': { fromHz: 270, toHz: 330, gainPeak: 0.5 },
  hold: { fromHz: 135, toHz: 135, gainPeak: 0.15 },
  out: { fromHz: 270, toHz: 160, gainPeak: 0.5 },
  rest: { fromHz: 135, toHz: 135, gainPeak: 0 },
}

/** The tone of a phase. It lasts as long as the phase, its fades within it. */
export function tonesOf({ name, ms }: Phase, { fadeMs = leastFadeMs } = {}): Tone {
  if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('a phase must have a length')
  const fade = Math.min(Math.max(fadeMs, leastFadeMs), ms / 2)
  return { ...pitches[name], durationMs: ms, fadeInMs: fade, fadeOutMs: fade }
}
