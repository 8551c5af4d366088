/** What factors, tags, pauses and workload would be said of when nothing is there: statistics.md, 4 to 6. */
import { compareKinds, type DrawnPause } from '../../src/trends/chosen-by-chance.ts'
import { afterShift, beginWatch, limits } from '../../src/trends/watch.ts'
import {
  blocksOfFive,
  discoveries,
  fixedReach,
  within,
  type Seen,
} from '../../src/trends/within.ts'
import { workload, type LoadedShift } from '../../src/trends/workload.ts'
import { drawsFrom, type Draws } from './draws.ts'
import { person, rounded } from './people.ts'
import { year } from './watch.ts'

const unlogged = 0.15
const lookEvery = 5

interface FactorsAsked {
  /** How many factors, and which of them truly count, by so many standard deviations. */
  factors: number
  truly: readonly number[]
  size: number
  phi: number
  /** How much a factor carries over from one shift to the next, -1 to 1. */
  psi: number
  people: number
  seed: number
}

export interface FactorsFound {
  /** Share of people who were shown a false link at some time in the year. */
  anyFalse: number
  /** Share of true links that were shown by the year's end. */
  found: number
  /** How often the interval of one look holds the truth, over all factors at the year's end. */
  cover: number
}

/** A year of shifts with factors that come on 30 % of them, looked at every five shifts. */
export function factors(asked: FactorsAsked): FactorsFound {
  const { phi, psi, people, truly, size } = asked
  const { mean, sd } = person(phi)
  const count = { falsely: 0, found: 0, covered: 0, intervals: 0 }
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(asked.seed + each)
    const stress = carrying(draws, phi)
    const present = Array.from({ length: asked.factors }, () => carrying(draws, psi))
    const logged: { y: number; x: boolean[] }[] = []
    let shown = new Set<number>()
    let falsely = false
    const seen = new Set<number>()
    for (let shift = 0; shift < year; shift++) {
      const x = present.map((one) => one() > thirtyPercent)
      const extra = truly.reduce((sum, at) => sum + (x[at] ? size : 0), 0)
      const y = rounded(mean + sd * (stress() + extra))
      if (draws.one() < unlogged) continue
      logged.push({ y, x })
      if (logged.length % lookEvery !== 0) continue
      const blocks = blocksOfFive(logged)
      const compared = present.map((_, at) =>
        within(blocks.map((block) => block.map((one) => ({ x: one.x[at] ? 1 : 0, y: one.y })))),
      )
      shown = new Set(
        discoveries(
          compared.map(({ evidence }) => evidence),
          shown,
        ),
      )
      for (const at of shown) {
        seen.add(at)
        if (!truly.includes(at)) falsely = true
      }
    }
    const blocks = blocksOfFive(logged)
    present.forEach((_, at) => {
      const {
        difference,
        variance,
        blocks: k,
        interval,
      } = within(blocks.map((block) => block.map((one) => ({ x: one.x[at] ? 1 : 0, y: one.y }))))
      if (!interval || truly.length > 0) return
      count.intervals++
      if (Math.abs(difference) <= fixedReach(variance, k - 1)) count.covered++
    })
    if (falsely) count.falsely++
    count.found += truly.filter((at) => seen.has(at)).length
  }
  return {
    anyFalse: count.falsely / people,
    found: truly.length === 0 ? 0 : count.found / (people * truly.length),
    cover: count.covered / count.intervals,
  }
}

/** The normal quantile above which 30 % lie. */
const thirtyPercent = 0.524_401

function carrying(draws: Draws, phi: number): () => number {
  const fresh = Math.sqrt(1 - phi * phi)
  let value = draws.normal()
  return () => {
    const now = value
    value = phi * value + fresh * draws.normal()
    return now
  }
}

/**
 * Share of people who are shown a false link between a tag and how hard a call was, at some time in a
 * year of 2.5 notes a shift. Nothing is linked, but on a tense day more is tagged.
 */
export function tags(many: number, people: number, seed: number): number {
  let falsely = 0
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const mood = carrying(draws, 0.3)
    const blocks: Seen[][][] = Array.from({ length: many }, () => [])
    let shown = new Set<number>()
    let any = false
    for (let shift = 1; shift <= year && !any; shift++) {
      const today = mood()
      const notes = poisson(draws, 2.5)
      const hardness = Array.from({ length: notes }, () =>
        Math.min(5, Math.max(1, Math.round(3 + 0.6 * today + 0.9 * draws.normal()))),
      )
      const often = 1 / (1 + Math.exp(1.4 - 0.8 * today))
      for (const ofTag of blocks)
        ofTag.push(hardness.map((y) => ({ x: draws.one() < often ? 1 : 0, y })))
      if (shift % lookEvery !== 0) continue
      const evidence = blocks.map(
        (ofTag) => within(ofTag.filter(({ length }) => length > 0)).evidence,
      )
      shown = new Set(discoveries(evidence, shown))
      any = shown.size > 0
    }
    if (any) falsely++
  }
  return falsely / people
}

/** D. E. Knuth's way of drawing a Poisson count, for small means. */
function poisson(draws: Draws, mean: number): number {
  const end = Math.exp(-mean)
  let count = -1
  for (let product = 1; product > end; count++) product *= draws.one()
  return count
}

/** Share of people to whom a wrong kind of pause is named within 200 pauses by chance, none being better. */
export function chancePauses(kinds: number, people: number, seed: number): number {
  let wrong = 0
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const pauses: DrawnPause<number>[] = []
    for (let pause = 0; pause < 200; pause++) {
      const before = rounded(6 + 1.6 * draws.normal())
      const after = rounded(4.5 + 0.8 * (before - 4.5) + 0.96 * draws.normal())
      pauses.push({ kind: Math.floor(draws.one() * kinds), before, after })
      if (compareKinds(pauses).some(({ named }) => named)) {
        wrong++
        break
      }
    }
  }
  return wrong / people
}

export interface LoadAsked {
  /** Standard deviations of stress for one of load. */
  link: number
  /** Steps after 60 shifts, in standard deviations: of load, and of stress for another reason. */
  loadStep: number
  stressStep: number
  people: number
  seed: number
}

/** Share of people to whom "that points to the workload" is said within the year; the step comes after 60 shifts. */
export function loads({ link, loadStep, stressStep, people, seed }: LoadAsked): number {
  const { mean, sd } = person(0.3)
  let said = 0
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const stress = carrying(draws, 0.3)
    const busy = carrying(draws, 0.3)
    const shifts: LoadedShift[] = []
    let state = beginWatch()
    for (let shift = 0; shift < year; shift++) {
      const stepped = shift >= 60
      const load = busy() + (stepped ? loadStep : 0)
      const rating = stress() + link * load + (stepped ? stressStep : 0)
      if (draws.one() < unlogged) continue
      const value = rounded(mean + sd * rating)
      shifts.push({ value, load: Math.max(0, 40 + 8 * load) })
      state = afterShift(state, { value, kind: 'any', afterGap: false }, limits[0])
      if (shifts.length % lookEvery !== 0 || (state.says !== 'higher' && state.says !== 'lower'))
        continue
      if (workload(shifts, state.says, state.since - 1, 1)?.explains) {
        said++
        break
      }
    }
  }
  return said / people
}
