/**
 * What followed the pauses that Lull chose by chance (shared/statistics.md, section 5.2): the only ones
 * that are ever compared. Pauses that the agent chose follow the mood, and are described, not compared.
 */
import { evidenceOf, anytimeInterval, priorPoint } from './within.ts'

/** A pause that was drawn by chance, with tension from 0 to 10 before and after it. */
export interface DrawnPause<Kind> {
  kind: Kind
  before: number
  after: number
}

export interface KindCompared<Kind> {
  kind: Kind
  /** How much higher `after` was than with the other kinds from the same tension; below 0 is lower. */
  difference: number
  /** 95 %, valid at every look. */
  interval: readonly [low: number, high: number]
  /** Pauses of this kind, and of the others. */
  of: number
  others: number
  /** Whether it may be named as the one that was followed by less tension. */
  named: boolean
}

const leastOfEach = 10
/** A wrong kind may be named in at most this share of people. */
const falseShare = 0.1

/**
 * Each kind against all others, by analysis of covariance: only kinds with ten pauses, and ten of the
 * others, are there. Order doesn't matter.
 */
export function compareKinds<Kind>(pauses: readonly DrawnPause<Kind>[]): KindCompared<Kind>[] {
  const kinds = [...new Set(pauses.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const ofKind = sumsOf(pauses.filter((pause) => pause.kind === kind))
    const others = sumsOf(pauses.filter((pause) => pause.kind !== kind))
    if (ofKind.n < leastOfEach || others.n < leastOfEach) return []
    const freedom = pauses.length - 3
    const spread = ofKind.bb + others.bb
    if (spread <= 0) return []
    const slope = (ofKind.ab + others.ab) / spread
    const apart = ofKind.before - others.before
    const difference = ofKind.after - others.after - slope * apart
    const rest = (ofKind.aa + others.aa - slope * (ofKind.ab + others.ab)) / freedom
    const variance = rest * (1 / ofKind.n + 1 / others.n + apart ** 2 / spread)
    if (!(variance > 0)) return []
    const evidence = evidenceOf(difference, variance, freedom, priorPoint)
    return [
      {
        kind,
        difference,
        interval: anytimeInterval(difference, variance, freedom, priorPoint),
        of: ofKind.n,
        others: others.n,
        named: difference < 0 && evidence >= kinds.length / falseShare,
      },
    ]
  })
}

/** Count, means, and sums of squares and products around the means. */
function sumsOf(pauses: readonly DrawnPause<unknown>[]) {
  const n = pauses.length
  const before = pauses.reduce((sum, pause) => sum + pause.before, 0) / n
  const after = pauses.reduce((sum, pause) => sum + pause.after, 0) / n
  let bb = 0
  let aa = 0
  let ab = 0
  for (const pause of pauses) {
    bb += (pause.before - before) ** 2
    aa += (pause.after - after) ** 2
    ab += (pause.before - before) * (pause.after - after)
  }
  return { n, before, after, bb, aa, ab }
}
