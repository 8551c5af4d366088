import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breathsAMinute,
  isOwnPatternId,
  ownPattern,
  parseOwn,
  patternOf,
  plannedOf,
} from '../../../src/breathing/own.ts'
import { patternIds, patterns, type Phase } from '../../../src/breathing/patterns.ts'
import { breathMs, momentAt } from '../../../src/breathing/timeline.ts'

const names = ['in', 'top-up', 'hold', 'out', 'rest'] as const
/** In seconds, in the order of a breath. */
const breath = (...seconds: readonly number[]): Phase[] =>
  names.map((name, index) => ({ name, ms: (seconds[index] ?? 0) * 1000 }))

const quarters = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((count) => count / 4)
const within = fc
  .tuple(
    quarters(2, 10),
    fc.oneof(fc.constant(0), quarters(0.5, 10)),
    quarters(0, 7),
    quarters(2, 10),
    quarters(0, 7),
  )
  .filter((seconds) => seconds.reduce((sum, each) => sum + each, 0) <= 20)

describe('an own pattern', () => {
  it('within the bounds is taken, and its id is its content: it comes back the same', () => {
    fc.assert(
      fc.property(within, (seconds) => {
        const own = ownPattern(breath(...seconds))
        if (!own.ok) throw new Error(`${seconds.join('-')}: ${own.problem}`)
        expect(own.pattern.id).toBe(`own:${seconds.map((each) => each * 1000).join('-')}`)
        expect(own.pattern.phases).toEqual(breath(...seconds).filter(({ ms }) => ms > 0))
        expect(parseOwn(own.pattern.id)).toEqual(own.pattern)
        expect(momentAt(own.pattern, 60_000, 0)).toMatchObject({ phase: 'in', round: 0 })
      }),
    )
  })

  it('breathes in the order of a breath, in whatever order its phases were given', () => {
    const own = ownPattern(breath(3, 1, 2, 6, 1).toReversed())
    expect(own).toMatchObject({ pattern: { id: 'own:3000-1000-2000-6000-1000' } })
  })

  it.each([
    ['a tenth of a second', breath(4, 0, 0, 6.1), 'not-quarter-seconds'],
    ['a time that is no number', breath(Number.NaN, 0, 0, 6), 'not-quarter-seconds'],
    ['a breath without end', breath(4, 0, 0, Infinity), 'not-quarter-seconds'],
    ['less than no time', breath(4, 0, -1, 6), 'not-quarter-seconds'],
    ['21 breaths a minute', breath(1.25, 0, 0, 1.5), 'too-fast'],
    ['nothing', [], 'too-fast'],
    ['a short breath in', breath(1.75, 0, 0, 6), 'breath-too-short'],
    ['a short breath out', breath(4, 0, 0, 1.75), 'breath-too-short'],
    ['no breath out', breath(4, 0, 4), 'breath-too-short'],
    ['a long breath in', breath(10.25, 0, 0, 4), 'breath-too-long'],
    ['a long breath out', breath(4, 0, 0, 10.25), 'breath-too-long'],
    ['a long top-up', breath(2, 10.25, 0, 4), 'breath-too-long'],
    ['a long breath in, in two parts', [...breath(6, 0, 0, 4), ...breath(6)], 'breath-too-long'],
    ['a top-up of a quarter second', breath(4, 0.25, 0, 6), 'top-up-too-short'],
    ['a long hold', breath(4, 0, 7.25, 4), 'hold-too-long'],
    ['a long rest', breath(4, 0, 0, 4, 7.25), 'hold-too-long'],
    ['20.25 s for a breath', breath(6, 0, 4, 7, 3.25), 'too-slow'],
  ])('is not taken with %s', (_what, phases, problem) => {
    expect(ownPattern(phases)).toEqual({ ok: false, problem })
  })

  it.each([
    ['two seconds each way', breath(2, 0, 0, 2)],
    ['ten seconds each way', breath(10, 0, 0, 10)],
    ['a top-up of half a second', breath(4, 0.5, 0, 6)],
    ['holds of seven seconds', breath(2, 0, 7, 4, 7)],
  ])('is taken at the bounds: %s', (_what, phases) => {
    expect(ownPattern(phases)).toMatchObject({ ok: true })
  })
})

describe('the id of an own pattern', () => {
  it.each([
    '',
    'own:',
    'own:4000-0-0-6000',
    'own:4000-0-0-6000-0-0',
    'own:4000-0-0-6000-0\n',
    ' own:4000-0-0-6000-0',
    'OWN:4000-0-0-6000-0',
    'own:04000-0-0-6000-0',
    'own:4000-00-0-6000-0',
    'own:4e3-0-0-6000-0',
    'own:4000.0-0-0-6000-0',
    'own:-4000-0-0-6000-0',
    'own:4000-0-0-6000-0;drop table pause',
    'own:٤٠٠٠-0-0-6000-0',
    'own:4100-0-0-6000-0',
    'own:4000-0-8000-6000-0',
    'own:4000-0-0-60000-0',
    'own:4000-0-0-600000000000-0',
    'own:9007199254740993-0-0-6000-0',
    `own:${'9'.repeat(100_000)}`,
    'box',
    '__proto__',
    'constructor',
  ])('is never %j', (text) => {
    expect(parseOwn(text)).toBeNull()
    expect(isOwnPatternId(text)).toBe(false)
  })

  it('is either exactly its pattern or nothing, whatever the text, and never throws', () => {
    const ms = fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 28 }).map((count) => `${count * 250}`) },
      { weight: 1, arbitrary: fc.constantFrom('', '-1', '007', '1e3', ' 0', 'NaN') },
    )
    const near = fc.tuple(ms, ms, ms, ms, ms).map((each) => `own:${each.join('-')}`)
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(near, near, fc.string({ unit: 'binary' })), (text) => {
        const pattern = parseOwn(text)
        if (pattern === null) return
        taken++
        expect(pattern.id).toBe(text)
        expect(ownPattern(pattern.phases)).toEqual({ ok: true, pattern })
      }),
      { seed: 4, numRuns: 5000 },
    )
    expect(taken).toBeGreaterThan(50)
  })

  it('leads to its pattern, as the ids of Lull’s own do, and other words to none', () => {
    for (const id of patternIds) expect(patternOf(id)).toBe(patterns[id])
    expect(patternOf('own:4000-0-2000-6000-0')).toEqual(parseOwn('own:4000-0-2000-6000-0'))
    for (const word of ['', 'rest-eyes', 'constructor', '__proto__', 'own:1-1-1-1-1'])
      expect(patternOf(word)).toBeNull()
  })
})

describe('the length of a pause', () => {
  it.each([
    ['longer-exhale', { minutes: 1 }, 60_000],
    ['4-7-8', { minutes: 1 }, 57_000],
    ['coherent-slower', { minutes: 1 }, 55_000],
    ['box', { minutes: 1 }, 64_000],
    ['three-sighs', { rounds: 3 }, 30_000],
    ['box', { rounds: 1 }, 16_000],
    // At least one breath, at most half an hour of whole ones.
    ['box', { rounds: 0 }, 16_000],
    ['4-7-8', { minutes: 0 }, 19_000],
    ['4-7-8', { minutes: -5 }, 19_000],
    ['4-7-8', { minutes: 30 }, 1_786_000],
    ['coherent', { minutes: 600 }, 1_800_000],
    ['coherent', { rounds: Infinity }, 1_800_000],
  ] as const)('of %s for %j is %i ms', (id, length, ms) => {
    expect(plannedOf(patterns[id], length)).toBe(ms)
  })

  it('is always whole breaths, so that a pause ends as its last phase does', () => {
    const length = fc.oneof(
      fc.record({ minutes: fc.double({ noNaN: true }) }),
      fc.record({ rounds: fc.double({ noNaN: true }) }),
    )
    fc.assert(
      fc.property(within, length, (seconds, each) => {
        const own = ownPattern(breath(...seconds))
        if (!own.ok) throw new Error(own.problem)
        const planned = plannedOf(own.pattern, each)
        expect(planned % breathMs(own.pattern)).toBe(0)
        expect(planned).toBeGreaterThanOrEqual(breathMs(own.pattern))
        expect(planned).toBeLessThanOrEqual(1_800_000)
        expect(momentAt(own.pattern, planned, planned).phase).toBe(own.pattern.phases.at(-1)?.name)
      }),
    )
  })

  it('is as near to the minutes that were asked for as whole breaths come', () => {
    fc.assert(
      fc.property(within, quarters(0.5, 29), (seconds, minutes) => {
        const own = ownPattern(breath(...seconds))
        if (!own.ok) throw new Error(own.problem)
        const off = Math.abs(plannedOf(own.pattern, { minutes }) - minutes * 60_000)
        expect(off).toBeLessThanOrEqual(breathMs(own.pattern) / 2)
      }),
    )
  })

  it('must be a number, of a pattern that lasts', () => {
    expect(() => plannedOf(patterns.box, { minutes: Number.NaN })).toThrow(RangeError)
    expect(() => plannedOf({ ...patterns.box, phases: [] }, { rounds: 1 })).toThrow(RangeError)
  })

  it('goes with a rate in breaths a minute', () => {
    expect(breathsAMinute(patterns['longer-exhale'].phases)).toBe(6)
    expect(breathsAMinute(patterns.box.phases)).toBe(3.75)
    expect(breathsAMinute([])).toBe(Infinity)
  })
})
