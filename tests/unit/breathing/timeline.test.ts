import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patterns, type Pattern } from '../../../src/breathing/patterns.ts'
import { breathMs, momentAt, type Moment } from '../../../src/breathing/timeline.ts'

const minute = 60_000
const longerExhale = patterns['longer-exhale']

/** Some phases last no time; one of them at least does. */
const anyPattern: fc.Arbitrary<Pattern> = fc
  .array(
    fc.record({
      name: fc.constantFrom('in', 'top-up', 'hold', 'out', 'rest'),
      ms: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000 })),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((phases) => phases.some(({ ms }) => ms > 0))
  .map((phases) => ({ id: 'box', phases }))
const anyPlanned = fc.integer({ min: 1, max: 3_600_000 })
const anyElapsed = fc.oneof(fc.nat(3_600_000), fc.double({ min: 0, max: 3_600_000, noNaN: true }))

describe('the timeline of a pause', () => {
  it.each([
    [0, 'in', 0, 0, 0, 4000, 'out'],
    [3999, 'in', 0, 3999, 0, 1, 'out'],
    [4000, 'out', 1, 0, 0, 6000, 'in'],
    [9999, 'out', 1, 5999, 0, 1, 'in'],
    [10_000, 'in', 0, 0, 1, 4000, 'out'],
    [59_000, 'out', 1, 5000, 5, 1000, null],
  ])('at %i ms breathes %s', (elapsed, phase, phaseIndex, intoPhaseMs, round, nextInMs, next) => {
    expect(momentAt(longerExhale, minute, elapsed)).toEqual({
      phase,
      phaseIndex,
      intoPhaseMs,
      phaseMs: phase === 'in' ? 4000 : 6000,
      progress: intoPhaseMs / (phase === 'in' ? 4000 : 6000),
      round,
      rounds: 6,
      next,
      nextInMs,
      over: false,
    })
  })

  it.each([
    [0, 'in', 'hold'],
    [4000, 'hold', 'out'],
    [8000, 'out', 'rest'],
    [12_000, 'rest', 'in'],
    [28_000, 'rest', null],
  ])('of a box says at %i ms: %s, then %s', (elapsed, phase, next) => {
    expect(momentAt(patterns.box, 32_000, elapsed)).toMatchObject({ phase, next, rounds: 2 })
  })

  it('counts a breath that is cut short as one of the rounds', () => {
    const cut = { round: 2, rounds: 3, nextInMs: 500 }
    expect(momentAt(longerExhale, 25_000, 23_500)).toMatchObject({ ...cut, next: 'out' })
    expect(momentAt(longerExhale, 25_000, 24_500)).toMatchObject({ ...cut, next: null })
  })

  it('is over at its planned length, and stays so after a night or for ever', () => {
    for (const elapsed of [minute, minute + 1, 8 * 3_600_000, 40 * 86_400_000, Infinity])
      expect(momentAt(longerExhale, minute, elapsed)).toEqual({
        ...momentAt(longerExhale, minute, minute - 1),
        next: null,
        nextInMs: 0,
        over: true,
      })
  })

  it.each([-1, -8 * 3_600_000, -Infinity, -0])('takes %d ms for the start', (elapsed) => {
    expect(momentAt(longerExhale, minute, elapsed)).toEqual(momentAt(longerExhale, minute, 0))
  })

  it('has no gaps: going on by what it says is next lands where the next phase begins', () => {
    fc.assert(
      fc.property(anyPattern, anyPlanned, fc.nat(3_600_000), (pattern, planned, elapsed) => {
        const moment = momentAt(pattern, planned, elapsed)
        if (moment.over) return
        expect(moment.nextInMs).toBeGreaterThan(0)
        expect(startOf(pattern, moment) + moment.intoPhaseMs).toBe(elapsed)
        const next = momentAt(pattern, planned, elapsed + moment.nextInMs)
        if (moment.next === null) expect(next.over).toBe(true)
        else expect(next).toMatchObject({ phase: moment.next, intoPhaseMs: 0, over: false })
      }),
    )
  })

  it('goes through every phase that lasts, in order, and their lengths add up to the pause', () => {
    fc.assert(
      fc.property(anyPattern, fc.integer({ min: 1, max: 8 }), (pattern, rounds) => {
        const planned = rounds * breathMs(pattern)
        const seen: { name: string; ms: number }[] = []
        let at = 0
        for (let moment = momentAt(pattern, planned, 0); !moment.over;) {
          seen.push({ name: moment.phase, ms: moment.nextInMs })
          at += moment.nextInMs
          moment = momentAt(pattern, planned, at)
        }
        expect(at).toBe(planned)
        const lasting = pattern.phases.filter(({ ms }) => ms > 0)
        expect(seen).toEqual(Array.from({ length: rounds }, () => lasting).flat())
        expect(momentAt(pattern, planned, 0).rounds).toBe(rounds)
      }),
    )
  })

  it('only ever goes on: a later look is never at an earlier point', () => {
    fc.assert(
      fc.property(anyPattern, anyPlanned, anyElapsed, anyElapsed, (pattern, planned, one, two) => {
        const earlier = momentAt(pattern, planned, Math.min(one, two))
        const later = momentAt(pattern, planned, Math.max(one, two))
        const point = (moment: Moment) => startOf(pattern, moment) + moment.intoPhaseMs
        expect(point(later)).toBeGreaterThanOrEqual(point(earlier) - (later.over ? 1 : 0))
        expect(later.over || !earlier.over).toBe(true)
      }),
    )
  })

  it('stands inside its phase and its rounds at any time, days of sleep and before the start too', () => {
    const anyTime = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: 0, max: minute, noNaN: true }),
      fc.integer({ min: -86_400_000, max: 30 * 86_400_000 }),
    )
    fc.assert(
      fc.property(anyPattern, anyPlanned, anyTime, (pattern, planned, elapsed) => {
        const moment = momentAt(pattern, planned, elapsed)
        const phase = pattern.phases[moment.phaseIndex]
        expect(phase).toEqual({ name: moment.phase, ms: moment.phaseMs })
        expect(moment.phaseMs).toBeGreaterThan(0)
        expect(moment.progress).toBeGreaterThanOrEqual(0)
        expect(moment.progress).toBeLessThan(1)
        expect(moment.round).toBeGreaterThanOrEqual(0)
        expect(moment.round).toBeLessThan(moment.rounds)
        expect(Number.isInteger(moment.round) && Number.isInteger(moment.rounds)).toBe(true)
        expect(moment.over).toBe(elapsed >= planned)
      }),
    )
  })

  it('begins no breath early, not by a hair', () => {
    const before = minute - 1e-11
    expect(before).toBeLessThan(minute)
    expect(momentAt(longerExhale, 10 * minute, before)).toMatchObject({ phase: 'out', round: 5 })
  })

  it.each([
    ['a pattern of nothing', [], minute, 0, 'pattern'],
    ['a pattern that lasts no time', [{ name: 'in', ms: 0 }], minute, 0, 'pattern'],
    ['a phase that is no number', [{ name: 'in', ms: Number.NaN }], minute, 0, 'pattern'],
    ['an elapsed time that is no number', longerExhale.phases, minute, Number.NaN, 'elapsed time'],
    ['a length that is no number', longerExhale.phases, Number.NaN, 0, 'a length'],
    ['a pause without end', longerExhale.phases, Infinity, 0, 'a length'],
  ] as const)('refuses %s', (_what, phases, planned, elapsed, about) => {
    const look = () => momentAt({ ...longerExhale, phases }, planned, elapsed)
    expect(look).toThrow(RangeError)
    expect(look).toThrow(about)
  })
})

/** When a moment's phase began, found by adding up, unlike the code under test. */
function startOf(pattern: Pattern, { round, phaseIndex }: Moment): number {
  let at = 0
  for (let done = 0; done < round; done++) for (const { ms } of pattern.phases) at += ms
  for (const { ms } of pattern.phases.slice(0, phaseIndex)) at += ms
  return at
}
