import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anytimeInterval,
  blocksOfFive,
  discoveries,
  evidenceOf,
  normalOf,
  partOf,
  partOfTag,
  studentOf,
  within,
  type Seen,
} from '../../../src/trends/within.ts'

/** A block of five with the factor on so many of them. */
const block = (withIt: number, y: readonly number[]): Seen[] =>
  y.map((value, at) => ({ x: at < withIt ? 1 : 0, y: value }))

describe('a comparison within runs of shifts', () => {
  it('is the weighted mean of the differences within each run', () => {
    // By hand: A = n1 n0 / 5 = 1.2 and .8; differences 2 and 5; (1.2 × 2 + .8 × 5) / 2 = 3.2.
    const { difference, blocks } = within([block(2, [6, 4, 3, 3, 3]), block(1, [8, 3, 3, 3, 3])])
    expect(difference).toBeCloseTo(3.2, 12)
    // (1.2 + .8)² / (1.2² + .8²) = 4 / 2.08.
    expect(blocks).toBeCloseTo(4 / 2.08, 12)
  })

  it('is the same from counts and sums, for a tag', () => {
    const some = fc.array(
      fc.record({ x: fc.constantFrom(0, 1), y: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(some, (block) => {
        const sumOf = (list: typeof block) => ({
          count: list.length,
          sum: list.reduce((sum, { y }) => sum + y, 0),
        })
        const from = partOfTag(sumOf(block), sumOf(block.filter(({ x }) => x === 1)))
        const part = partOf(block)
        expect(from.a).toBeCloseTo(part.a, 10)
        expect(from.b).toBeCloseTo(part.b, 10)
        expect([from.with, from.without]).toEqual([part.with, part.without])
      }),
    )
  })

  it('has a variance that is robust to runs: worked out by hand', () => {
    // Six runs, two with and three without (A = 1.2 each), differences 1, 2, 1, 2, 1, 2. D = 1.5; each run
    // is .5 off: V = 6 (.5 × 1.2)² / 7.2² × 6/5 = .05.
    const runs = [1, 2, 1, 2, 1, 2].map((more) => block(2, [4 + more, 4 + more, 4, 4, 4]))
    const compared = within(runs)
    expect(compared.difference).toBeCloseTo(1.5, 12)
    expect(compared.variance).toBeCloseTo(0.05, 12)
    expect(compared).toMatchObject({ with: 12, without: 18 })
    expect(compared.evidence).toBeGreaterThan(1)
    const [low, high] = compared.interval ?? [0, 0]
    expect((low + high) / 2).toBeCloseTo(1.5, 12)
    expect(low).toBeGreaterThan(0)
  })

  it('hears nothing from a run in which every shift, or none, had the factor', () => {
    const all = within([block(5, [9, 9, 9, 9, 9]), block(0, [1, 1, 1, 1, 1])])
    expect(all).toMatchObject({ difference: 0, evidence: 0, interval: null })
  })

  it('says nothing before ten with, ten without, and five runs', () => {
    const runs = (many: number) =>
      Array.from({ length: many }, (_, at) => block(2, [6 + (at % 2), 6, 2, 2, 2]))
    expect(within(runs(4))).toMatchObject({ evidence: 0, interval: null })
    expect(within(runs(5)).interval).not.toBeNull()
    const rare = Array.from({ length: 9 }, (_, at) => block(1, [6 + (at % 2), 2, 2, 2, 2]))
    expect(within(rare)).toMatchObject({ with: 9, evidence: 0, interval: null })
  })

  it('doesn’t mind a level that drifts from run to run', () => {
    const runs = [1, 2, 1, 2, 1, 2].map((more, at) =>
      block(2, [4 + more + at, 4 + more + at, 4 + at, 4 + at, 4 + at]),
    )
    expect(within(runs).difference).toBeCloseTo(1.5, 12)
  })

  it('doesn’t mind the order of the runs, nor of the shifts in one', () => {
    const runs = fc.array(
      fc.array(fc.record({ x: fc.constantFrom(0, 1), y: fc.integer({ min: 0, max: 10 }) }), {
        minLength: 5,
        maxLength: 5,
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(runs, (some) => {
        const one = within(some)
        const other = within(some.toReversed().map((run) => run.toReversed()))
        expect(other.difference).toBeCloseTo(one.difference, 9)
        expect(other.evidence === 0).toBe(one.evidence === 0)
      }),
    )
  })

  it('takes whole runs of five only', () => {
    expect(blocksOfFive([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([[1, 2, 3, 4, 5]])
  })
})

describe('Student’s t as a normal z', () => {
  it.each([
    // The 97.5 % points of Student's t (any table), which should come near the normal's 1.960.
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('with %i degrees of freedom, %f is about 1.96', (freedom, t) => {
    expect(normalOf(t, freedom)).toBeCloseTo(1.96, 2)
    expect(studentOf(normalOf(t, freedom), freedom)).toBeCloseTo(t, 9)
  })
})

describe('evidence', () => {
  it('is 20 to 1 exactly at the edge of the anytime interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        fc.double({ min: 4, max: 200, noNaN: true }),
        (variance, freedom) => {
          const [low] = anytimeInterval(0, variance, freedom, 1)
          expect(evidenceOf(-low, variance, freedom, 1)).toBeCloseTo(20, 5)
        },
      ),
    )
  })

  it('speaks for "nothing" where there is no difference', () => {
    expect(evidenceOf(0, 0.04, 30, 1)).toBeCloseTo(1 / Math.sqrt(26), 9)
  })
})

describe('what may be shown', () => {
  it.each<[evidence: number[], shown: number[]]>([
    // m = 4: the first needs 4 / (.2 × 1) = 20, two need 10 each, three 6.67.
    [[19.9, 1, 1, 1], []],
    [[20, 1, 1, 1], [0]],
    [
      [1, 10, 1, 11],
      [1, 3],
    ],
    [
      [7, 7, 7, 0],
      [0, 1, 2],
    ],
    [[9, 9, 1, 0], []],
  ])('of %o is %o', (evidence, shown) => {
    expect(discoveries(evidence)).toEqual(shown)
  })

  it('stays until its evidence is below 1', () => {
    expect(discoveries([3, 1, 1, 1], new Set([0]))).toEqual([0])
    expect(discoveries([0.9, 1, 1, 1], new Set([0]))).toEqual([])
  })

  it('needs more where more is looked at', () => {
    expect(discoveries([20, 1, 1, 1], new Set(), 8)).toEqual([])
  })
})
