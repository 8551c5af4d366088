/**
 * What goes with what, compared within runs of shifts that lie together (shared/statistics.md, 4.2), with
 * evidence that stays valid however often one looks. One method for every "goes with": situation factors,
 * tags on notes, counted load. It says together, never because.
 */

/** A run of five logged shifts, or the notes of one shift. */
export type Block = readonly Seen[]
export interface Seen {
  /** 1 with the factor, 0 without; or a count. */
  x: number
  /** The rating. */
  y: number
}

export interface Comparison {
  /** With less without, in rating points; for counts, points for each unit of x. */
  difference: number
  /** Of `difference`; cluster-robust over blocks. */
  variance: number
  /** Effective number of blocks in which there was anything to compare. */
  blocks: number
  /** Evidence against "no difference": 0 where there is too little to say anything. */
  evidence: number
  /** Valid at every look, 95 %. Null where there is too little. */
  interval: readonly [low: number, high: number] | null
  /** How many were seen with, and without. */
  with: number
  without: number
}

/** Blocks of this many logged shifts for what belongs to a shift. */
export const shiftsInABlock = 5
const leastOfEach = 10
const leastBlocks = 5
/** The prior spread of a difference, in rating points. */
export const priorPoint = 1
/** Of links that are shown, at most this share may be wrong. */
export const falseShare = 0.2

/** Runs of five logged shifts, oldest first; a rest that fills no block is left out. */
export function blocksOfFive<Value>(values: readonly Value[]): Value[][] {
  const blocks: Value[][] = []
  for (let at = 0; at + shiftsInABlock <= values.length; at += shiftsInABlock)
    blocks.push(values.slice(at, at + shiftsInABlock))
  return blocks
}

/** What one block has to say; several factors can be worked out block by block, and looked at often. */
export interface Part {
  /** The sum of squares of x around its mean in this block, and of its products with y. */
  a: number
  b: number
  with: number
  without: number
}

export function partOf(block: Block): Part {
  let withIt = 0
  let meanX = 0
  let meanY = 0
  for (const { x, y } of block) {
    meanX += x
    meanY += y
    if (x > 0) withIt++
  }
  meanX /= block.length
  meanY /= block.length
  let a = 0
  let b = 0
  for (const { x, y } of block) {
    a += (x - meanX) ** 2
    b += (x - meanX) * (y - meanY)
  }
  return { a, b, with: withIt, without: block.length - withIt }
}

/** The same for a tag, from counts and sums: of all in the block, and of those with it. */
export function partOfTag(
  all: { count: number; sum: number },
  tagged: { count: number; sum: number },
): Part {
  return {
    a: (tagged.count * (all.count - tagged.count)) / all.count,
    b: tagged.sum - (tagged.count * all.sum) / all.count,
    with: tagged.count,
    without: all.count - tagged.count,
  }
}

/**
 * Compares within blocks (formulas of statistics.md 4.2). `prior` is the prior spread of the difference
 * in points. `counts`: x is an amount, so that "at least ten with and ten without" doesn't apply.
 */
export const within = (blocks: readonly Block[], prior = priorPoint, counts = false): Comparison =>
  compareParts(blocks.map(partOf), prior, counts)

/** The same, from what each block had to say. */
export function compareParts(
  parts: readonly Part[],
  prior = priorPoint,
  counts = false,
): Comparison {
  const counted = { with: 0, without: 0 }
  let sumA = 0
  let sumAA = 0
  let sumB = 0
  for (const part of parts) {
    counted.with += part.with
    counted.without += part.without
    if (hasNothing(part)) continue
    sumA += part.a
    sumAA += part.a * part.a
    sumB += part.b
  }
  if (sumA === 0)
    return { difference: 0, variance: 0, blocks: 0, evidence: 0, interval: null, ...counted }
  const difference = sumB / sumA
  const effective = sumA ** 2 / sumAA
  const apart = parts.reduce(
    (sum, part) => (hasNothing(part) ? sum : sum + (part.b - difference * part.a) ** 2),
    0,
  )
  const variance = (apart / sumA ** 2) * (effective / (effective - 1))
  const few = !counts && (counted.with < leastOfEach || counted.without < leastOfEach)
  if (few || effective < leastBlocks || !(variance > 0))
    return { difference, variance, blocks: effective, evidence: 0, interval: null, ...counted }
  const freedom = effective - 1
  return {
    difference,
    variance,
    blocks: effective,
    evidence: evidenceOf(difference, variance, freedom, prior),
    interval: anytimeInterval(difference, variance, freedom, prior),
    ...counted,
  }
}

/** All alike in this block: there is nothing to compare. */
const hasNothing = ({ a }: Part): boolean => !(a >= 1e-12)

/**
 * The evidence of a difference: the Bayes factor of a normal prior against none, with Student's t turned
 * into a normal z by D. L. Wallace's approximation (Annals of Mathematical Statistics 30, 1959).
 */
export function evidenceOf(
  difference: number,
  variance: number,
  freedom: number,
  prior: number,
): number {
  const z = normalOf(difference / Math.sqrt(variance), freedom)
  const odds = prior ** 2 / variance
  return Math.exp((z * z * (odds / (1 + odds))) / 2) / Math.sqrt(1 + odds)
}

/** Student's t with so many degrees of freedom as a normal z. */
export const normalOf = (t: number, freedom: number): number =>
  Math.sign(t) *
  ((8 * freedom + 1) / (8 * freedom + 3)) *
  Math.sqrt(freedom * Math.log(1 + t ** 2 / freedom))

/** The way back: a normal z as Student's t. */
export const studentOf = (z: number, freedom: number): number =>
  Math.sqrt(freedom * (Math.exp(((z * (8 * freedom + 3)) / (8 * freedom + 1)) ** 2 / freedom) - 1))

/** 95 %, and still 95 % when one looks every week: the values that the evidence doesn't speak 20 to 1 against. */
export function anytimeInterval(
  difference: number,
  variance: number,
  freedom: number,
  prior: number,
): readonly [number, number] {
  const odds = prior ** 2 / variance
  const z = Math.sqrt((1 + 1 / odds) * Math.log((1 + odds) / 0.05 ** 2))
  const reach = Math.sqrt(variance) * studentOf(z, freedom)
  return [difference - reach, difference + reach]
}

/** The fixed 95 % interval of one look, for the simulation only: looked at every week, it isn't one. */
export const fixedReach = (variance: number, freedom: number): number =>
  Math.sqrt(variance) * studentOf(1.959_964, freedom)

/**
 * Which of these may be shown: false-discovery control for e-values (R. Wang and A. Ramdas, JRSS-B 84,
 * 2022), valid under any dependence. `shown` are the places in `evidence` that are shown already: those
 * stay until their evidence is below 1. `looks`: how many comparisons there are in all.
 */
export function discoveries(
  evidence: readonly number[],
  shown: ReadonlySet<number> = new Set(),
  looks = evidence.length,
): number[] {
  const sorted = evidence.map((value, at) => ({ value, at })).toSorted((a, b) => b.value - a.value)
  let found = 0
  sorted.forEach(({ value }, index) => {
    if (value >= looks / (falseShare * (index + 1))) found = index + 1
  })
  const now = new Set(sorted.slice(0, found).map(({ at }) => at))
  for (const at of shown) if ((evidence[at] ?? 0) >= 1) now.add(at)
  return [...now].toSorted((one, other) => one - other)
}
