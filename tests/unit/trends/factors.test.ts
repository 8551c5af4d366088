import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteTypes } from '../../../src/guidance/types.ts'
import { channels, triggers } from '../../../src/notes/kinds.ts'
import {
  factorKey,
  goesWith,
  partOfShift,
  type SituationNote,
  type SituationShift,
} from '../../../src/trends/factors.ts'
import { shiftKinds } from '../../../src/trends/watch.ts'
import { within } from '../../../src/trends/within.ts'

const plain: SituationNote = {
  difficulty: 3,
  type: null,
  triggers: [],
  channel: null,
  hour: null,
}
const shiftOf = (notes: Partial<SituationNote>[], more: Partial<SituationShift> = {}) => ({
  value: null,
  kind: 'any' as const,
  notes: notes.map((note) => ({ ...plain, ...note })),
  ...more,
})
const wave = [0, 1, 0, -1, 1, 0, -1]
const off = (nth: number) => wave[nth % wave.length] ?? 0
/** So many shifts with a long wait, a fault, and a late order each; the wait `more` points harder. */
const waits = (shifts: number, more: number): SituationShift[] =>
  Array.from({ length: shifts }, (_, nth) =>
    shiftOf([
      { triggers: ['long-wait'], difficulty: 2 + more + off(nth) / 2 },
      { triggers: ['fault'], difficulty: 2 },
      { triggers: ['late'], difficulty: 2 + off(nth + 3) / 2 },
    ]),
  )
const byKey = (shifts: readonly SituationShift[], ratedBefore = 0) =>
  new Map(goesWith(shifts, ratedBefore).map((said) => [factorKey(said.factor), said]))

describe('what goes with harder moments', () => {
  it('is found where moments with it are harder than others of the same shift', () => {
    const wait = byKey(waits(30, 2)).get('trigger:long-wait')
    expect(wait).toMatchObject({ with: 30, without: 60 })
    // Each shift: 2 + 2 against the mean of the other two; off comes to nothing over seven shifts.
    expect(wait?.found?.difference).toBeCloseTo(2, 1)
    const [low = 0, high = 0] = wait?.found?.interval ?? []
    expect(low).toBeGreaterThan(1)
    expect(high).toBeLessThan(3)
  })

  it('isn’t clear where they differ by chance, nor below ten moments with it', () => {
    expect(goesWith(waits(60, 0), 0).filter(({ found }) => found !== null)).toEqual([])
    expect(byKey(waits(9, 2)).get('trigger:long-wait')?.found).toBeNull()
    expect(byKey(waits(10, 2)).get('trigger:long-wait')?.found).not.toBeNull()
  })

  it('is never what only came on harder days', () => {
    // On every third day all is harder, and only then there are faults: nothing else beside them.
    const days = Array.from({ length: 90 }, (_, nth) =>
      nth % 3 === 0
        ? shiftOf([
            { triggers: ['fault'], difficulty: 5 },
            { triggers: ['fault'], difficulty: 4 + (nth % 2) },
          ])
        : shiftOf([
            { triggers: ['late'], difficulty: 1 },
            { triggers: ['policy'], difficulty: 1 + (nth % 2) },
          ]),
    )
    expect(byKey(days).get('trigger:fault')?.found).toBeNull()
  })

  it('stands beside what was said only: who says more of hard moments finds no trigger for it', () => {
    // Hard moments have a trigger said, easy ones have none: among those that have one nothing differs.
    const days = Array.from({ length: 80 }, (_, nth) =>
      shiftOf([
        { difficulty: 5, triggers: [nth % 2 === 0 ? 'late' : 'fault'] },
        { difficulty: 4, triggers: [nth % 3 === 0 ? 'late' : 'fault'] },
        { difficulty: 1 },
        { difficulty: 1 },
      ]),
    )
    const said = goesWith(days, 0)
    expect(said.map(({ with: withIt, without }) => withIt + without)).toEqual([160, 160])
    expect(said.every(({ found }) => found === null)).toBe(true)
  })

  it('leaves good moments out, and what nothing is known of', () => {
    const days = Array.from({ length: 40 }, () =>
      shiftOf([
        { type: 'good', difficulty: 1 },
        { type: 'angry', difficulty: 4 },
        { difficulty: 2 },
      ]),
    )
    expect(goesWith(days, 0)).toEqual([
      { factor: { of: 'type', id: 'angry' }, with: 40, without: 0, found: null },
    ])
  })

  it('stays once it was found, until the evidence is gone', () => {
    const wait = (later: number) => {
      const shifts = [...waits(30, 2), ...waits(later, -1)]
      const { evidence } = within(
        shifts.map(({ notes }) =>
          notes.map(({ difficulty }, at) => ({ x: at === 0 ? 1 : 0, y: difficulty })),
        ),
      )
      return { evidence, found: byKey(shifts).get('trigger:long-wait')?.found ?? null }
    }
    // By three situations it takes 3 / (.2 × 1) = 15 to be found, and 1 to stay.
    const [stays, gone] = [wait(30), wait(40)]
    expect(stays.evidence).toBeGreaterThan(1)
    expect(stays.evidence).toBeLessThan(15)
    expect(stays.found).not.toBeNull()
    expect(gone.evidence).toBeLessThan(1)
    expect(gone.found).toBeNull()
  })

  it('says which tags usually come together', () => {
    const days = Array.from({ length: 40 }, (_, nth) =>
      shiftOf([
        { type: 'angry', triggers: ['long-wait'], difficulty: 5 - (nth % 2) },
        { type: 'blaming', triggers: ['late'], difficulty: 2 },
        { type: 'right', triggers: ['policy'], difficulty: 2 + off(nth) },
      ]),
    )
    const angry = byKey(days).get('type:angry')
    expect(angry?.found?.comesWith).toEqual([{ of: 'trigger', id: 'long-wait' }])
  })

  it('knows three parts of a shift by its hours', () => {
    expect([0, 2, 3, 5, 6, 15].map(partOfShift)).toEqual([
      'first',
      'first',
      'middle',
      'middle',
      'late',
      'late',
    ])
    const days = Array.from({ length: 40 }, (_, nth) =>
      shiftOf([
        { hour: 1, difficulty: 2 },
        { hour: 4, difficulty: 2 + off(nth) / 2 },
        { hour: 8, difficulty: 4 + off(nth + 2) / 2 },
      ]),
    )
    const said = byKey(days)
    expect(said.get('part:late')?.found?.difference).toBeGreaterThan(1)
    expect([...said.keys()].toSorted()).toEqual(['part:first', 'part:late', 'part:middle'])
  })
})

describe('kinds of shift', () => {
  /** Nights and earlies by turns, nights `more` harder; every sixth one isn't told apart. */
  const turns = (count: number, more: number): SituationShift[] =>
    Array.from({ length: count }, (_, nth) =>
      nth % 6 === 5
        ? shiftOf([], { value: 9 })
        : nth % 2 === 0
          ? shiftOf([], { value: 4 + more + off(nth) / 2, kind: 'night' })
          : shiftOf([], { value: 4 + off(nth + 1) / 2, kind: 'early' }),
    )

  it('are compared by stress within runs of five rated shifts, told apart or left out', () => {
    const night = byKey(turns(120, 2)).get('kind:night')
    expect(night?.found?.difference).toBeCloseTo(2, 0)
    expect((night?.with ?? 0) + (night?.without ?? 0)).toBe(100)
    expect(byKey(turns(120, 0)).get('kind:night')?.found).toBeNull()
  })

  it('keep their runs as time goes on', () => {
    const all = turns(120, 1)
    // What comes before counts only by how many there were: a window that begins at a run sees the same runs.
    const window = byKey(all.slice(10), 10).get('kind:night')
    const moved = byKey(all.slice(10), 0).get('kind:night')
    expect(window).toEqual(moved)
    expect(byKey(all.slice(10), 12).get('kind:night')?.with).not.toBe(window?.with)
  })
})

describe('any shifts', () => {
  const note = fc.record({
    difficulty: fc.integer({ min: 1, max: 5 }),
    type: fc.option(fc.constantFrom(...noteTypes), { nil: null }),
    triggers: fc.uniqueArray(fc.constantFrom(...triggers), { maxLength: 3 }),
    channel: fc.option(fc.constantFrom(...channels), { nil: null }),
    hour: fc.option(fc.nat(15), { nil: null }),
  })
  const shift = fc.record({
    value: fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }),
    kind: fc.constantFrom(...shiftKinds),
    notes: fc.array(note, { maxLength: 5 }),
  })

  it('don’t mind in which order their notes were written', () => {
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 60 }), (shifts) => {
        const turned = shifts.map((each) => ({ ...each, notes: each.notes.toReversed() }))
        const counts = (list: readonly SituationShift[]) =>
          Object.fromEntries(
            [...byKey(list)].map(([key, said]) => [
              key,
              [said.with, said.without, said.found === null],
            ]),
          )
        expect(counts(turned)).toEqual(counts(shifts))
      }),
      { numRuns: 60 },
    )
  })

  it('give only situations, each with numbers that are numbers', () => {
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 60 }), fc.nat(30), (shifts, before) => {
        for (const { factor, with: withIt, without, found } of goesWith(shifts, before)) {
          expect(['type', 'trigger', 'channel', 'part', 'kind']).toContain(factor.of)
          expect(factor.id).not.toBe('good')
          expect(withIt).toBeGreaterThan(0)
          expect(without).toBeGreaterThanOrEqual(0)
          if (found === null) continue
          expect(found.interval[0]).toBeLessThanOrEqual(found.difference)
          expect(found.interval[1]).toBeGreaterThanOrEqual(found.difference)
        }
      }),
      { numRuns: 60 },
    )
  })
})
