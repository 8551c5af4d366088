import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askTension, chosen, withoutBreathFirst } from '../../../src/breathing/choose.ts'
import { exerciseIds } from '../../../src/breathing/exercises.ts'
import type { PauseKind } from '../../../src/breathing/kinds.ts'
import { patternIds } from '../../../src/breathing/patterns.ts'
import type { Random } from '../../../src/ports.ts'
import { chanceFrom } from '../../../tools/demo/chance.ts'

const kinds: readonly PauseKind[] = [...patternIds, ...exerciseIds]
/** Gives these bytes one by one, then nothing that could be taken for a byte. */
const dealing = (...dealt: number[]): Random => ({
  bytes: (length) => Uint8Array.from(dealt.splice(0, length)),
})

describe('a kind chosen by chance', () => {
  it.each([1, 2, 3, 5, 7, 15])(
    'among %i comes from exactly as many bytes as any other',
    (number) => {
      const among = kinds.slice(0, number)
      const drawn = new Map<PauseKind, number>()
      for (let byte = 0; byte < 256; byte++) {
        // A byte that isn't fair is drawn again: then the next one decides, here always the first kind.
        const spare = dealing(byte, 0)
        const kind = chosen(among, spare)
        if (spare.bytes(1).length === 1) drawn.set(kind, (drawn.get(kind) ?? 0) + 1)
      }
      expect([...drawn.keys()].toSorted()).toEqual(among.toSorted())
      expect(new Set(drawn.values())).toEqual(new Set([Math.floor(256 / number)]))
    },
  )

  it('is even over many draws (chi-square, 14 degrees of freedom, p > 0.001)', () => {
    const { random } = chanceFrom(4)
    const draws = 30_000
    const drawn = new Map<PauseKind, number>(kinds.map((kind) => [kind, 0]))
    for (let draw = 0; draw < draws; draw++) {
      const kind = chosen(kinds, random)
      drawn.set(kind, (drawn.get(kind) ?? 0) + 1)
    }
    const expected = draws / kinds.length
    const off = [...drawn.values()].map((count) => (count - expected) ** 2 / expected)
    expect(off.reduce((sum, each) => sum + each, 0)).toBeLessThan(36.12)
  })

  it('is one of those that were given, each counted once', () => {
    const some = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(some, fc.nat(), (among, seed) => {
        expect(among).toContain(chosen(among, chanceFrom(seed).random))
      }),
    )
    // Of 256 bytes as many lead to the box as to the window, although the box stands there thrice.
    const among: PauseKind[] = ['box', 'box', 'window', 'box']
    const boxes = Array.from({ length: 256 }, (_, byte) => chosen(among, dealing(byte)))
    expect(boxes.filter((kind) => kind === 'box')).toHaveLength(128)
  })

  it('needs something to choose among, and not more than a byte can tell apart', () => {
    expect(() => chosen([], chanceFrom(1).random)).toThrow(RangeError)
    const many = Array.from({ length: 257 }, (_, index) => `own:${index}` as const)
    expect(() => chosen(many, chanceFrom(1).random)).toThrow(RangeError)
  })
})

describe('tension before and after', () => {
  it('is asked about every third time, from the third on', () => {
    const asked = Array.from({ length: 10 }, (_, soFar) => askTension(soFar, 60_000))
    expect(asked.flatMap((yes, index) => (yes ? [index + 1] : []))).toEqual([3, 6, 9])
  })

  it('is never asked about below a minute', () => {
    expect([2, 5, 8].map((soFar) => askTension(soFar, 59_999))).toEqual([false, false, false])
    expect(askTension(2, 300_000)).toBe(true)
  })
})

describe('something without breath', () => {
  const rose = { before: 4, after: 6 }
  const same = { before: 4, after: 5 }
  const fell = { before: 7, after: 2 }
  it.each([
    [[], false],
    [[rose], false],
    [[rose, rose], true],
    [[rose, fell, rose], true],
    [[same, rose, rose], true],
    [[rose, same, fell], false],
    [[same, same, same], false],
    [[fell, fell, fell], false],
  ])('comes first after %j: %s', (lastThree, first) => {
    expect(withoutBreathFirst(lastThree)).toBe(first)
  })
})
