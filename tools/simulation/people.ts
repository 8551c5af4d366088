/** People who don't exist, rating their shifts: the generators of statistics.md, sections 3.2 and 3.3. */
import type { LoggedShift, ShiftKind } from '../../src/trends/watch.ts'
import type { Draws } from './draws.ts'

export interface Person {
  /** How much of one shift carries over to the next, -1 to 1. */
  phi: number
  mean: number
  sd: number
}

/** The plain person, with this much carry-over. */
export const person = (phi: number): Person => ({ phi, mean: 4.5, sd: 1.6 })

/** Somebody out of a mix of people; how phi spreads over people is an assumption. */
export function someone(draws: Draws): Person {
  let phi = 1
  while (phi < -0.1 || phi > 0.8) phi = 0.3 + 0.2 * draws.normal()
  return { phi, mean: 4.5 + 1.5 * draws.normal(), sd: 1.6 * Math.exp(0.3 * draws.normal()) }
}

/** What a shift of this number has on top, in standard deviations, and which kind it is. */
export interface Life {
  change(shift: number): number
  kind(shift: number): ShiftKind
  /** From the standard normal carry-over to a rating before rounding. */
  rating(latent: number, person: Person): number
}

export const ordinary: Life = {
  change: () => 0,
  kind: () => 'any',
  rating: (latent, { mean, sd }) => mean + sd * latent,
}

const unlogged = 0.15

/** A person's shifts, one after the other: null where the shift was worked and not logged. */
export function* shiftsOf(
  draws: Draws,
  { phi, ...rest }: Person,
  life: Life,
): Generator<LoggedShift | null, never> {
  const fresh = Math.sqrt(1 - phi * phi)
  let latent = draws.normal()
  for (let shift = 0; ; shift++) {
    const rating = life.rating(latent + life.change(shift), { phi, ...rest })
    yield draws.one() < unlogged
      ? null
      : { value: rounded(rating), kind: life.kind(shift), afterGap: false }
    latent = phi * latent + fresh * draws.normal()
  }
}

export const rounded = (rating: number): number => Math.min(10, Math.max(0, Math.round(rating)))
