/** Draws for the simulations of statistics.md: the same for the same seed. */

export interface Draws {
  /** 0 up to but not including 1. */
  one(): number
  /** From a normal distribution with mean 0 and standard deviation 1. */
  normal(): number
}

/**
 * xoshiro128** (D. Blackman, S. Vigna: Scrambled linear pseudorandom number generators, ACM TOMS 47,
 * 2021), seeded by the 32-bit finaliser of MurmurHash3; normal draws by G. Marsaglia's polar method.
 */
export function drawsFrom(seed: number): Draws {
  let mixed = seed | 0
  const next = () => {
    mixed = (mixed + 0x9e37_79b9) | 0
    let x = mixed ^ (mixed >>> 16)
    x = Math.imul(x, 0x85eb_ca6b)
    x ^= x >>> 13
    x = Math.imul(x, 0xc2b2_ae35)
    return x ^ (x >>> 16)
  }
  let a = next()
  let b = next()
  let c = next()
  let d = next()
  const one = () => {
    const turned = Math.imul(b, 5)
    const result = Math.imul((turned << 7) | (turned >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4_294_967_296
  }
  let spare: number | null = null
  return {
    one,
    normal() {
      if (spare !== null) {
        const kept = spare
        spare = null
        return kept
      }
      for (;;) {
        const u = 2 * one() - 1
        const v = 2 * one() - 1
        const s = u * u + v * v
        if (s >= 1 || s === 0) continue
        const scale = Math.sqrt((-2 * Math.log(s)) / s)
        spare = v * scale
        return u * scale
      }
    },
  }
}
