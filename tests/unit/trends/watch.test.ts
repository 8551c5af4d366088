import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterShift,
  beginWatch,
  carryOver,
  firstOfKind,
  firstUsual,
  limits,
  mostUsual,
  skippedShifts,
  type LoggedShift,
  type ShiftKind,
  type WatchState,
} from '../../../src/trends/watch.ts'

const shift = (value: number, kind: ShiftKind = 'any', afterGap = false): LoggedShift => ({
  value,
  kind,
  afterGap,
})
const fold = (shifts: readonly LoggedShift[], from = beginWatch()): WatchState =>
  shifts.reduce((state, each) => afterShift(state, each, limits[0]), from)
/** Twenty ordinary shifts between 2 and 6. */
const ordinary = Array.from({ length: 20 }, (_, at) => shift([4, 3, 5, 2, 6][at % 5] ?? 4))
const times = (count: number, value: number) => Array.from({ length: count }, () => shift(value))

const values = fc.integer({ min: 0, max: 10 })
const kinds = fc.constantFrom<ShiftKind>('any', 'early', 'late', 'night')
const lives = fc.array(fc.record({ value: values, kind: kinds, afterGap: fc.boolean() }), {
  maxLength: 120,
})

describe('the watch', () => {
  it('collects twenty shifts before it says anything', () => {
    expect(fold(ordinary.slice(0, firstUsual - 1)).says).toBe('collecting')
    expect(fold(ordinary).says).toBe('usual')
    expect(fold(ordinary).judged).toBe(0)
  })

  it('speaks of a lasting rise, never before three shifts, and says where it began', () => {
    const state = fold([...ordinary, ...times(12, 9)])
    expect(state.says).toBe('higher')
    expect(state.since).toBe(21)
    expect(state.saidAt).toBeGreaterThanOrEqual(23)
    expect(fold([...ordinary, ...times(2, 10)]).says).toBe('usual')
  })

  it('goes back to usual once the average is near the middle again', () => {
    const high = fold([...ordinary, ...times(12, 9)])
    const back = fold(times(25, 4), high)
    expect(back.says).toBe('usual')
  })

  it('tells rises and falls alike: ratings turned upside down turn what it says', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const turned = life.map((each) => ({ ...each, value: 10 - each.value }))
        const one = fold(life)
        const other = fold(turned)
        const opposite = {
          higher: 'lower',
          lower: 'higher',
          usual: 'usual',
          collecting: 'collecting',
        }
        expect(other.says).toBe(opposite[one.says])
        expect(other.t).toBeCloseTo(-one.t, 9)
      }),
    )
  })

  it('never learns a spell that it told', () => {
    const high = fold([...ordinary, ...times(12, 9)])
    expect(high.says).toBe('higher')
    const later = fold(times(40, 9), high)
    expect(later.usual).toEqual(high.usual)
    expect(later.says).toBe('higher')
  })

  it('learns on to sixty usual shifts and no further', () => {
    const long = fold(Array.from({ length: 300 }, (_, at) => ordinary[at % 20] ?? shift(4)))
    expect(long.usual.n).toBeGreaterThanOrEqual(mostUsual)
    const more = fold(ordinary, long)
    expect(more.usual).toEqual(long.usual)
  })

  it('ranks a night among nights: nights that are always hard are nothing new', () => {
    const life = Array.from({ length: 160 }, (_, at) =>
      at % 40 >= 28
        ? shift([7, 8, 6, 9][at % 4] ?? 7, 'night')
        : shift([3, 4, 2, 5][at % 4] ?? 3, 'early'),
    )
    let said = new Set<string>()
    let state = beginWatch()
    for (const each of life) {
      state = afterShift(state, each, limits[0])
      said = said.add(state.says)
    }
    expect([...said].toSorted()).toEqual(['collecting', 'usual'])
    // The same life in one pot does speak.
    const oneKind = life.map((each) => ({ ...each, kind: 'any' as const }))
    let spoke = false
    state = beginWatch()
    for (const each of oneKind) {
      state = afterShift(state, each, limits[0])
      spoke ||= state.says === 'higher'
    }
    expect(spoke).toBe(true)
  })

  it('judges no kind of which it knows fewer than ten', () => {
    const state = fold([
      ...ordinary,
      ...Array.from({ length: firstOfKind }, () => shift(10, 'night')),
    ])
    expect(state.judged).toBe(0)
    expect(fold([shift(10, 'night')], state).judged).toBe(1)
  })

  it('asks for three fresh shifts after too few were logged', () => {
    const two = fold([...ordinary, ...times(10, 7)])
    const high = two.says === 'higher' ? two : fold(times(5, 9), two)
    expect(high.says).toBe('higher')
    const after = fold([shift(9, 'any', true)], high)
    expect(after.says).toBe('usual')
    expect(fold(times(1, 9), after).says).toBe('usual')
    expect(fold(times(2, 9), after).says).toBe('higher')
  })

  it('shows the first ten after an unusual time without learning from them', () => {
    const state = fold([...times(skippedShifts, 10), ...ordinary], beginWatch(skippedShifts))
    expect(state.usual).toEqual(fold(ordinary).usual)
    expect(state.seen).toBe(30)
  })

  it('says the same from a state that was written down and read again', () => {
    fc.assert(
      fc.property(lives, fc.nat(120), (life, at) => {
        const before = fold(life.slice(0, at))
        const read: WatchState = JSON.parse(JSON.stringify(before))
        expect(fold(life.slice(at), read)).toEqual(fold(life))
      }),
    )
  })

  it('never grows, and never loses its numbers, whatever it hears', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const state = fold(life)
        expect(JSON.stringify(state).length).toBeLessThan(1500)
        expect(Number.isFinite(state.t) && Number.isFinite(state.z)).toBe(true)
      }),
    )
    const same = fold(times(80, 5))
    expect(same).toMatchObject({ says: 'usual', t: 0 })
  })

  it('takes the carry-over from the usual ratings, drawn to .3 and never below it', () => {
    // 1 to 8 in order, by hand: mean 4.5, squares about it 42, products of neighbours 26.25, so r1 is .625;
    // without its bias (8 × .625 + 1) / 4 = 1.5; drawn to .3, (9 + 8 × 1.5) / 38 = .5526.
    const rising = fold([1, 2, 3, 4, 5, 6, 7, 8].map((value) => shift(value)))
    expect(carryOver(rising.usual)).toBeCloseTo(0.5526, 3)
    expect(carryOver(fold([1, 9, 1, 9, 1, 9, 1, 9].map((v) => shift(v))).usual)).toBe(0.3)
  })
})
