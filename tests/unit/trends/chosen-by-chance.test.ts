import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareKinds, type DrawnPause } from '../../../src/trends/chosen-by-chance.ts'

/** Pauses of a kind: before 6, 7, 8, 5 and over again, after `less` below, give or take a half. */
const pauses = (kind: string, count: number, less: number): DrawnPause<string>[] =>
  Array.from({ length: count }, (_, at) => {
    const before = [6, 7, 8, 5][at % 4] ?? 6
    return { kind, before, after: before - less + (Math.floor(at / 4) % 2 === 0 ? 0.5 : -0.5) }
  })

describe('what followed pauses that were drawn by chance', () => {
  it('is compared from ten of a kind and ten of the others', () => {
    expect(compareKinds([...pauses('slow', 9, 2), ...pauses('sighs', 40, 1)])).toEqual([])
    expect(compareKinds([...pauses('slow', 10, 2), ...pauses('sighs', 10, 1)])).toHaveLength(2)
    expect(compareKinds([])).toEqual([])
  })

  it('is the difference from the same tension: worked out by hand', () => {
    // 16 each, before alike; after less by 2 and by 1, so D is -1. Slope 1, rest ± .5: s² = 32 × .25 / 29,
    // V = s² (1/16 + 1/16).
    const [slow] = compareKinds([...pauses('slow', 16, 2), ...pauses('sighs', 16, 1)])
    expect(slow?.difference).toBeCloseTo(-1, 12)
    expect(slow).toMatchObject({ kind: 'slow', of: 16, others: 16, named: true })
    const [low, high] = slow?.interval ?? [0, 0]
    expect((low + high) / 2).toBeCloseTo(-1, 12)
    expect(high).toBeLessThan(0)
  })

  it('names no kind that was followed by more tension', () => {
    const [slow, sighs] = compareKinds([...pauses('slow', 16, 2), ...pauses('sighs', 16, 1)])
    expect([slow?.named, sighs?.named]).toEqual([true, false])
  })

  it('doesn’t take a lower start for a better pause', () => {
    // Both leave seven tenths of what was there; one kind was drawn on calmer days.
    const drawn = (kind: string, from: number) =>
      Array.from({ length: 32 }, (_, at) => {
        const before = from + (at % 4)
        return { kind, before, after: before * 0.7 + (Math.floor(at / 4) % 2 === 0 ? 0.4 : -0.4) }
      })
    expect(
      compareKinds([...drawn('calm', 2), ...drawn('tense', 6)]).map(({ named }) => named),
    ).toEqual([false, false])
  })

  it('doesn’t mind the order', () => {
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom('a', 'b', 'c'),
        before: fc.integer({ min: 0, max: 10 }),
        after: fc.integer({ min: 0, max: 10 }),
      }),
      { maxLength: 80 },
    )
    const byKind = (list: readonly DrawnPause<string>[]) =>
      compareKinds(list).toSorted((one, other) => one.kind.localeCompare(other.kind))
    fc.assert(
      fc.property(some, (list) => {
        const one = byKind(list)
        const other = byKind(list.toReversed())
        expect(other.map(({ kind, named }) => [kind, named])).toEqual(
          one.map(({ kind, named }) => [kind, named]),
        )
        one.forEach(({ difference }, at) =>
          expect(other[at]?.difference).toBeCloseTo(difference, 6),
        )
      }),
    )
  })
})
