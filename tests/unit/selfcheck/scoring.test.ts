import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  itemIds,
  itemsOf,
  sides,
  steps,
  type Answers,
  type ItemId,
  type SideName,
  type Step,
} from '../../../src/selfcheck/items.ts'
import { isAtTheTop, placeOf, rangeOf, sideOf } from '../../../src/selfcheck/scoring.ts'

/** The side's items answered in their order; null leaves one out. */
const answered = (side: SideName, values: readonly (Step | null)[]): Answers =>
  Object.fromEntries(
    itemsOf[side].flatMap((item, nth) => {
      const value = values[nth]
      return value === undefined || value === null ? [] : [[item, value]]
    }),
  )
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom<ItemId>(...itemIds),
  fc.constantFrom(...steps),
)

describe('the items', () => {
  it('are seven of work, six of customers and one beside them, each once', () => {
    expect(itemsOf.work).toHaveLength(7)
    expect(itemsOf.customers).toHaveLength(6)
    expect(new Set(itemIds).size).toBe(14)
  })
})

describe('a side', () => {
  it.each<[SideName, (Step | null)[], number | null, number]>([
    // Worked by hand.
    ['work', [1, 2, 2, 3, 0, 4, 2], 14 / 7, 7],
    ['work', [4, 4, 4, 4, null, null, null], 4, 4],
    ['work', [4, 4, 4, null, null, null, null], null, 0],
    ['work', [0, 0, 0, 0, 0, 0, 0], 0, 7],
    ['customers', [3, 3, 2, null, null, null], 8 / 3, 3],
    ['customers', [3, 3, null, null, null, null], null, 0],
    ['customers', [1, 2, 3, 4, 0, 1], 11 / 6, 6],
    ['customers', [], null, 0],
  ])('of %s answered %j has the mean %s', (side, values, mean, count) => {
    const score = sideOf(side, answered(side, values))
    if (mean === null) expect(score).toBeNull()
    else {
      expect(score?.mean).toBeCloseTo(mean, 12)
      expect(score?.answered).toBe(count)
    }
  })

  it('lies between its lowest and its highest answer, and no other side’s answer moves it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...sides), (answers, side) => {
        const score = sideOf(side, answers)
        const given = itemsOf[side].flatMap((item) => answers[item] ?? [])
        expect(score === null).toBe(given.length * 2 < itemsOf[side].length)
        if (!score) return
        expect(score.mean).toBeGreaterThanOrEqual(Math.min(...given))
        expect(score.mean).toBeLessThanOrEqual(Math.max(...given))
        const alone = Object.fromEntries(
          Object.entries(answers).filter(([item]) => itemsOf[side].some((each) => each === item)),
        )
        expect(sideOf(side, alone)).toEqual(score)
      }),
    )
  })

  it('is at the top only where it is answered and every answer is', () => {
    expect(isAtTheTop('work', answered('work', [4, 4, 4, 4, null, null, null]))).toBe(true)
    expect(isAtTheTop('work', answered('work', [4, 4, 4, null, null, null, null]))).toBe(false)
    expect(isAtTheTop('work', answered('work', [4, 4, 4, 4, 4, 4, 3]))).toBe(false)
    expect(isAtTheTop('customers', {})).toBe(false)
  })
})

describe('a mean in words', () => {
  it.each([
    [0, { kind: 'at', step: 0 }],
    [4, { kind: 'at', step: 4 }],
    [2, { kind: 'at', step: 2 }],
    // One of seven answers off is still the step; two of seven are between.
    [2 + 1 / 7, { kind: 'at', step: 2 }],
    [2 + 2 / 7, { kind: 'between', low: 2, high: 3 }],
    [2.5, { kind: 'between', low: 2, high: 3 }],
    [2.79, { kind: 'between', low: 2, high: 3 }],
    [2.81, { kind: 'at', step: 3 }],
    [3.5, { kind: 'between', low: 3, high: 4 }],
  ] as const)('%s is %j', (mean, place) => {
    expect(placeOf(mean)).toEqual(place)
  })

  it('never moves down as the mean moves up', () => {
    const middle = (mean: number) => {
      const place = placeOf(mean)
      return place.kind === 'at' ? place.step : (place.low + place.high) / 2
    }
    const mean = fc.double({ min: 0, max: 4, noNaN: true })
    fc.assert(
      fc.property(mean, mean, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(middle(low)).toBeLessThanOrEqual(middle(high))
      }),
    )
  })
})

describe('earlier means', () => {
  it('lie in a range, or nowhere', () => {
    expect(rangeOf([])).toBeNull()
    expect(rangeOf([2])).toEqual({ low: 2, high: 2 })
    expect(rangeOf([2, 1.5, 3])).toEqual({ low: 1.5, high: 3 })
  })
})
