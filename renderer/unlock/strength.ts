import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/**
 * How long a passphrase holds against somebody who has the files: `day`, `year` (each: within one), `years`,
 * or `beyond` what anybody would try.
 */
export type Strength = 'day' | 'year' | 'years' | 'beyond'

/** A hundred fast graphics cards, at scrypt with 128 MB a guess: our assumption, on the careful side. */
const guessesPerSecond = 1e4
const dayS = 86_400

/** Pure. `guessesLog10`: of how many guesses it is found, on average, as a power of ten. */
export function strengthOf(guessesLog10: number): Strength {
  const seconds = 10 ** guessesLog10 / guessesPerSecond
  if (seconds < dayS) return 'day'
  if (seconds < 365 * dayS) return 'year'
  return seconds < 1000 * 365 * dayS ? 'years' : 'beyond'
}

let loading: Promise<ZxcvbnFactory> | null = null

/** Estimates are made here, offline. The word lists are loaded where a passphrase is chosen, and nowhere else. */
export async function estimate(passphrase: string): Promise<Strength> {
  loading ??= load()
  const { guessesLog10 } = (await loading).check(passphrase, ['lull', 'journal'])
  return strengthOf(guessesLog10)
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
}
