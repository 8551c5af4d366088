import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areHeavy, type HeavyFacts } from '../../../src/selfcheck/heavy-rule.ts'

const today = '2026-11-22'
const ago = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString()
type Shift = HeavyFacts['shifts'][number]
const shifts = (...values: readonly (readonly [stress: number, energy: number])[]): Shift[] =>
  values.map(([stress, energy], nth) => ({ shiftDate: ago(nth), stress, energy }))
const facts = (change: Partial<HeavyFacts>): HeavyFacts => ({
  today,
  shifts: [],
  selfCheck: null,
  readOn: null,
  ...change,
})
const heavy = [9, 5] as const
const fine = [5, 5] as const

describe('heavy numbers', () => {
  it.each<[boolean, string, Shift[]]>([
    [false, 'nothing', []],
    [false, 'four of seven', shifts(heavy, heavy, fine, heavy, fine, heavy, fine)],
    [true, 'five of seven', shifts(heavy, heavy, fine, heavy, fine, heavy, heavy)],
    [true, 'five, and no more were logged', shifts(heavy, heavy, heavy, heavy, heavy)],
    [false, 'the fifth is the eighth', shifts(heavy, heavy, fine, heavy, fine, heavy, fine, heavy)],
    [true, 'energy counts too', shifts([2, 0], [2, 1], [9, 9], [10, 5], [3, 1])],
    [false, 'energy of 2 does not', shifts([2, 2], [2, 1], [9, 9], [10, 5], [3, 1])],
    [false, 'a mean below 9 is not 9', shifts([8.9, 5], heavy, heavy, heavy, heavy)],
    [true, 'a mean of 9.5 is more', shifts([9.5, 5], heavy, heavy, heavy, heavy)],
    [
      false,
      'longer ago than four weeks',
      shifts(heavy, heavy, heavy, heavy, heavy).map((each, nth) => ({
        ...each,
        shiftDate: ago(nth * 7),
      })),
    ],
  ])('%s: %s', (is, _what, logged) => {
    expect(areHeavy(facts({ shifts: logged }))).toBe(is)
  })

  it.each([
    [true, true, ago(0)],
    [true, true, ago(27)],
    [false, true, ago(28)],
    [false, false, ago(0)],
  ])('%s: a self-check at the top is %s, of %s', (is, atTheTop, date) => {
    expect(areHeavy(facts({ selfCheck: { date, atTheTop } }))).toBe(is)
  })

  it('are said once: not again for a quarter of a year after they were read', () => {
    const all = shifts(heavy, heavy, heavy, heavy, heavy)
    for (const [days, is] of [
      [0, false],
      [90, false],
      [91, true],
    ] as const)
      expect(areHeavy(facts({ shifts: all, readOn: ago(days) }))).toBe(is)
    // A clock that was set back doesn't bring it back either.
    expect(areHeavy(facts({ shifts: all, readOn: ago(-3) }))).toBe(false)
  })

  const anyShift = fc.tuple(
    fc.double({ min: 0, max: 10, noNaN: true }),
    fc.double({ min: 0, max: 10, noNaN: true }),
  )

  it('never come from fewer than five heavy shifts, and more stress never takes them away', () => {
    fc.assert(
      fc.property(fc.array(anyShift, { maxLength: 12 }), (values) => {
        const logged = shifts(...values)
        const is = areHeavy(facts({ shifts: logged }))
        const count = logged
          .slice(0, 7)
          .filter(({ stress, energy }) => stress >= 9 || energy <= 1).length
        expect(is).toBe(count >= 5)
        const more = logged.map((each) => ({ ...each, stress: Math.min(10, each.stress + 1) }))
        if (is) expect(areHeavy(facts({ shifts: more }))).toBe(true)
      }),
    )
  })
})
