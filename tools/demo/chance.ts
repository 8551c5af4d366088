import type { Random } from '../../src/ports.ts'

/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** 0 up to but not including 1. */
  one(): number
  /** Whether something that happens this often, 0 to 1, happens now. */
  is(often: number): boolean
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  /** One of these, each as likely as its weight says. */
  pick<Value>(weights: readonly (readonly [Value, number])[]): Value
  /** Around 0, with a standard deviation of 1 (the sum of 12 uniforms, less 6). */
  normal(): number
  random: Random
}

const modulus = 2_147_483_647

/**
 * The "minimal standard" generator: S. K. Park and K. W. Miller, Communications of the ACM 31 (1988),
 * p. 1192, with the multiplier 48271 of their answer in volume 36 (1993), p. 108. For a demo, not for
 * keys.
 */
export function chanceFrom(seed: number): Chance {
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1
  const one = () => {
    state = (state * 48_271) % modulus
    return (state - 1) / (modulus - 1)
  }
  const chance: Chance = {
    one,
    is: (often) => one() < often,
    between: (low, high) => low + Math.floor(one() * (high - low + 1)),
    pick(weights) {
      let at = one() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of weights) {
        at -= weight
        if (at < 0) return value
      }
      const last = weights.at(-1)
      if (!last) throw new RangeError('nothing to pick from')
      return last[0]
    },
    normal: () => Array.from({ length: 12 }, one).reduce((sum, each) => sum + each, -6),
    random: {
      bytes: (length) => Uint8Array.from({ length }, () => Math.floor(one() * 256)),
    },
  }
  return chance
}
