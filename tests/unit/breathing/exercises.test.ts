import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseIds, exercises, isExerciseId, stepAt } from '../../../src/breathing/exercises.ts'
import { isPauseKind } from '../../../src/breathing/kinds.ts'
import { patternIds } from '../../../src/breathing/patterns.ts'

const all = exerciseIds.map((id) => exercises[id])

describe('a pause without breath', () => {
  it('is found under its own id', () => {
    for (const id of exerciseIds) expect(exercises[id].id).toBe(id)
    expect(isExerciseId('window')).toBe(true)
    for (const word of ['', 'box', 'constructor', '__proto__'])
      expect(isExerciseId(word)).toBe(false)
  })

  it('rests the eyes for 20 s, notices for a minute, and never takes more than one', () => {
    expect(exercises['rest-eyes'].ms).toBe(20_000)
    expect(exercises.noticing.ms).toBe(60_000)
    for (const { ms } of all) {
      expect(ms).toBeGreaterThanOrEqual(20_000)
      expect(ms).toBeLessThanOrEqual(60_000)
    }
  })

  it.each(all)('$id begins at once, and leaves every sentence time to be read', ({ ms, steps }) => {
    expect(steps[0]).toEqual({ at: 0 })
    const ends = [...steps.slice(1).map(({ at }) => at), ms]
    for (const [index, { at }] of steps.entries())
      expect((ends[index] ?? 0) - at).toBeGreaterThan(5000)
  })

  it.each([
    [0, 0, 10_000, false],
    [9999.5, 0, 0.5, false],
    [10_000, 1, 10_000, false],
    [39_999, 3, 1, false],
    [40_000, 3, 0, true],
    [Infinity, 3, 0, true],
    [-5, 0, 10_000, false],
    [-Infinity, 0, 10_000, false],
  ])('stands at %d ms at step %i', (elapsed, index, nextInMs, over) => {
    expect(stepAt(exercises.stretch, elapsed)).toEqual({ index, nextInMs, over })
  })

  it('has no gaps: going on by what is next lands on the next step, or on the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(60_000), (exercise, elapsed) => {
        const step = stepAt(exercise, elapsed)
        if (step.over) return
        const next = stepAt(exercise, elapsed + step.nextInMs)
        expect(next.over || next.index === step.index + 1).toBe(true)
        expect(stepAt(exercise, elapsed + step.nextInMs - 0.5).index).toBe(step.index)
      }),
    )
  })

  it('refuses a time that is no number', () => {
    expect(() => stepAt(exercises.water, Number.NaN)).toThrow(RangeError)
  })
})

describe('the kinds of a pause', () => {
  it('are patterns, exercises, and own patterns within their bounds, and nothing else', () => {
    for (const kind of [...patternIds, ...exerciseIds, 'own:4000-0-0-6000-0'])
      expect(isPauseKind(kind)).toBe(true)
    for (const word of ['', 'sleep', 'constructor', '__proto__', 'own:', 'own:4000-0-9000-6000-0'])
      expect(isPauseKind(word)).toBe(false)
  })

  it('have an id each', () => {
    expect(new Set<string>([...patternIds, ...exerciseIds]).size).toBe(
      patternIds.length + exerciseIds.length,
    )
  })
})
