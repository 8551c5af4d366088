import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longerExhale, type Pattern } from '../../../src/breathing/patterns.ts'
import { breathMs, momentAt } from '../../../src/breathing/timeline.ts'

const minute = 60_000

describe('the timeline of a pause', () => {
  it.each([
    [0, 'in', 0, 0, 4000],
    [3999, 'in', 3999, 0, 1],
    [4000, 'out', 0, 0, 6000],
    [9999, 'out', 5999, 0, 1],
    [10_000, 'in', 0, 1, 4000],
    [59_000, 'out', 5000, 5, 1000],
  ])('at %i ms breathes %s', (elapsed, phase, intoPhaseMs, round, nextInMs) => {
    expect(momentAt(longerExhale, minute, elapsed)).toMatchObject({
      phase,
      intoPhaseMs,
      round,
      nextInMs,
      over: false,
    })
  })

  it('is over at its planned length, and stays so after a night of sleep', () => {
    for (const elapsed of [minute, minute + 1, 8 * 3_600_000])
      expect(momentAt(longerExhale, minute, elapsed)).toMatchObject({
        phase: 'out',
        nextInMs: 0,
        over: true,
      })
  })

  it('has no gaps: going on by what it says is next always lands where the next phase begins', () => {
    const pattern: fc.Arbitrary<Pattern> = fc
      .array(
        fc.record({
          name: fc.constantFrom('in', 'hold', 'out'),
          ms: fc.integer({ min: 1, max: 10_000 }),
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .map((phases) => ({ ...longerExhale, phases }))
    fc.assert(
      fc.property(
        pattern,
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.nat(3_600_000),
        (each, planned, elapsed) => {
          const moment = momentAt(each, planned, elapsed)
          expect(moment.progress).toBeGreaterThanOrEqual(0)
          expect(moment.progress).toBeLessThan(1)
          if (moment.over) return
          const done =
            moment.round * breathMs(each) +
            each.phases
              .slice(0, phaseIndex(each, elapsed))
              .reduce((sum, phase) => sum + phase.ms, 0) +
            moment.intoPhaseMs
          expect(done).toBe(elapsed)
          const next = momentAt(each, planned, elapsed + moment.nextInMs)
          expect(next.over || next.intoPhaseMs === 0).toBe(true)
        },
      ),
    )
  })

  it('refuses a pattern that lasts no time', () => {
    expect(() => momentAt({ ...longerExhale, phases: [] }, minute, 0)).toThrow(RangeError)
  })
})

/** Found by walking, unlike the code under test. */
function phaseIndex(pattern: Pattern, elapsed: number): number {
  let left = elapsed
  for (let index = 0; ; index = (index + 1) % pattern.phases.length) {
    left -= pattern.phases[index]?.ms ?? 0
    if (left < 0) return index
  }
}
