/** What followed pauses (shared/statistics.md, section 5): described for all, compared only where chance chose. */
import type { PauseKind } from '../breathing/kinds.ts'
import { compareKinds, type KindCompared } from './chosen-by-chance.ts'

/** A pause with tension before and after it, 0 to 10. */
export interface RatedPause {
  kind: PauseKind
  before: number
  after: number
  chosen: 'me' | 'chance'
}

export interface PausesFollowed {
  /** How many pauses there were, rated or not. */
  taken: number
  rated: number
  /** Their means; null below ten. Described, never called help: tension also eases by itself. */
  means: { before: number; after: number } | null
  /** How many rated pauses stand at each point from 0 to 10. */
  before: number[]
  after: number[]
  chance: {
    /** Rated pauses that Lull chose by chance. */
    rated: number
    /** Each kind with ten of them, beside at least ten of others. */
    compared: KindCompared<PauseKind>[]
  }
}

/** From so many rated pauses on their means are told. */
export const describedFrom = 10

/** `taken`: how many pauses there were in the same time. */
export function followed(pauses: readonly RatedPause[], taken: number): PausesFollowed {
  const mean = (what: 'before' | 'after') =>
    pauses.reduce((sum, pause) => sum + pause[what], 0) / pauses.length
  const spread = (what: 'before' | 'after') =>
    Array.from({ length: 11 }, (_, at) => pauses.filter((pause) => pause[what] === at).length)
  const drawn = pauses.filter(({ chosen }) => chosen === 'chance')
  return {
    taken,
    rated: pauses.length,
    means: pauses.length < describedFrom ? null : { before: mean('before'), after: mean('after') },
    before: spread('before'),
    after: spread('after'),
    chance: { rated: drawn.length, compared: compareKinds(drawn) },
  }
}
