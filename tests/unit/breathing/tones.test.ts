import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Phase } from '../../../src/breathing/patterns.ts'
import { tonesOf } from '../../../src/breathing/tones.ts'

const names = ['in', 'top-up', 'hold', 'out', 'rest'] as const
const anyPhase: fc.Arbitrary<Phase> = fc.record({
  name: fc.constantFrom(...names),
  ms: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0.5, max: 999, noNaN: true })),
})
const ofTheBreath = (name: Phase['name']) => tonesOf({ name, ms: 4000 })

describe('the tone of a phase', () => {
  it('rises for in, goes on rising from higher up for a top-up, and falls for out', () => {
    const [first, topUp, out] = (['in', 'top-up', 'out'] as const).map(ofTheBreath)
    expect(first?.toHz).toBeGreaterThan(first?.fromHz ?? Infinity)
    expect(topUp?.fromHz).toBeGreaterThanOrEqual(first?.toHz ?? Infinity)
    expect(topUp?.toHz).toBeGreaterThan(topUp?.fromHz ?? Infinity)
    expect(out?.toHz).toBeLessThan(out?.fromHz ?? 0)
  })

  it('stays low and soft, or silent, while the breath is held', () => {
    for (const name of ['hold', 'rest'] as const) {
      const tone = ofTheBreath(name)
      expect(tone.toHz).toBe(tone.fromHz)
      expect(tone.fromHz).toBeLessThan(ofTheBreath('in').fromHz)
      expect(tone.gainPeak).toBeLessThan(ofTheBreath('in').gainPeak / 2)
    }
  })

  it('lasts its phase and no longer, and fades within it, softly wherever there is time', () => {
    fc.assert(
      fc.property(anyPhase, fc.nat(2000), (phase, fadeMs) => {
        const tone = tonesOf(phase, { fadeMs })
        expect(tone.durationMs).toBe(phase.ms)
        expect(tone.fadeInMs + tone.fadeOutMs).toBeLessThanOrEqual(tone.durationMs)
        for (const fade of [tone.fadeInMs, tone.fadeOutMs])
          expect(fade).toBeGreaterThanOrEqual(Math.min(200, phase.ms / 2))
        if (phase.ms >= 2 * Math.max(200, fadeMs)) expect(tone.fadeInMs).toBe(Math.max(200, fadeMs))
      }),
    )
  })

  it('keeps between 120 and 500 Hz, and never at full loudness', () => {
    for (const name of names) {
      const { fromHz, toHz, gainPeak } = ofTheBreath(name)
      for (const hz of [fromHz, toHz]) {
        expect(hz).toBeGreaterThanOrEqual(120)
        expect(hz).toBeLessThanOrEqual(500)
      }
      expect(gainPeak).toBeGreaterThanOrEqual(0)
      expect(gainPeak).toBeLessThan(1)
    }
  })

  it.each([-1, Number.NaN, Infinity])('needs a length, not %d', (ms) => {
    expect(() => tonesOf({ name: 'in', ms })).toThrow(RangeError)
  })
})
