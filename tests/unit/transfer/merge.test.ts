import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEpoch } from '../../../src/epochs.ts'
import {
  changesBetween,
  deletes,
  eachTable,
  isTombstone,
  merged,
  settled,
} from '../../../src/transfer/merge.ts'
import type { Contents, Row } from '../../../src/transfer/tables.ts'
import { anyContents, now } from './any.ts'

const nothing: Contents = eachTable((): readonly Row[] => [])
const note = (changes: Row = {}): Row => ({
  id: '0199f2a0-0000-7000-8000-000000000000',
  shift_id: '0199f2a0-0000-7000-8000-000000000001',
  at: now,
  zone: 'UTC',
  difficulty: 4,
  type: 'angry',
  channel: null,
  minutes: null,
  triggers: [],
  techniques: [],
  outcome: null,
  reaction: null,
  pleasant: null,
  stirred: null,
  feeling: null,
  asked: null,
  added_later: 0,
  words: 'It was loud.',
  next_time: '',
  rev: 1,
  edited_at: now,
  ...changes,
})
const withNote = (...rows: Row[]): Contents => ({ ...nothing, note: rows })
const gone = (what: 'note' | 'words', at: number): Row => ({ id: note()['id'] ?? null, what, at })

describe('two journals put together', () => {
  it('are the same in either order', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        expect(merged(a, b)).toEqual(merged(b, a))
      }),
      { numRuns: 150 },
    )
  })

  it('are the same however three of them come together', () => {
    fc.assert(
      fc.property(anyContents, anyContents, anyContents, (a, b, c) => {
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)))
      }),
      { numRuns: 150 },
    )
  })

  it('stay as they are when one is brought in once more', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const both = merged(a, b)
        expect(merged(both, b)).toEqual(both)
        expect(merged(both, both)).toEqual(both)
        expect(merged(nothing, a)).toEqual(settled(a))
      }),
      { numRuns: 150 },
    )
  })

  it('hold no note and no check-in that either has deleted, and forget no deletion', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const both = merged(a, b)
        const deleted = [...a.gone, ...b.gone].filter(({ what }) => what === 'note')
        const ids = [...both.note, ...both.checkin].map(({ id }) => id)
        for (const { id } of deleted) expect(ids).not.toContain(id)
        for (const { id } of [...a.gone, ...b.gone])
          expect(both.gone.map((row) => row['id'])).toContain(id)
      }),
    )
  })

  it('hold nothing that either has deleted, but what came back since', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const both = merged(a, b)
        for (const name of ['plan', 'selfcheck', 'context_mark', 'note_type', 'recharge'] as const)
          for (const row of [...a[name], ...b[name]].filter((each) => isTombstone(name, each))) {
            const now = both[name].find(({ id }) => id === row['id'])
            expect(now && (isTombstone(name, now) || !deletes(name, row, now))).toBe(true)
          }
      }),
    )
  })

  it('hold no words that either has dropped, but those that were written anew', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const both = merged(a, b)
        const keys = {
          note: 'id',
          checkin: 'id',
          shift_card: 'shift_id',
          review: 'week_from',
        } as const
        for (const { id, at } of both.gone)
          for (const name of ['note', 'checkin', 'shift_card', 'review'] as const)
            for (const row of both[name].filter((each) => each[keys[name]] === id))
              if (Number(row['rev']) < anEpoch || Number(row['edited_at']) <= Number(at))
                expect(row).toMatchObject(name === 'review' ? { good_words: '' } : { words: '' })
      }),
    )
  })

  it('lose no row that nobody deleted, but calls that are counted', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const both = merged(a, b)
        const deleted = new Set(both.gone.filter(({ what }) => what === 'note').map(({ id }) => id))
        for (const name of ['note', 'checkin'] as const)
          for (const { id } of [...a[name], ...b[name]])
            if (!deleted.has(id)) expect(both[name].map((row) => row['id'])).toContain(id)
        for (const name of ['pause', 'plan', 'shift', 'selfcheck', 'context_mark'] as const)
          for (const { id } of [...a[name], ...b[name]])
            expect(both[name].map((row) => row['id'])).toContain(id)
      }),
    )
  })

  it.each([
    ['the version that was written oftener', { rev: 2, words: 'Second.' }, 'Second.'],
    ['of as many the later one', { edited_at: now + 1, words: 'Later.' }, 'Later.'],
    ['of two at the same time always the same one', { words: 'Zebra.' }, 'Zebra.'],
    ['not the one written less often, however late', { rev: 1, edited_at: now }, 'It was loud.'],
  ])('keep %s', (_what, changes, words) => {
    const both = merged(withNote(note()), withNote(note(changes)))
    expect(both.note).toHaveLength(1)
    expect(both.note[0]).toMatchObject({ words })
  })

  it('keep words out that were dropped at the other desk', () => {
    const both = merged(withNote(note()), { ...nothing, gone: [gone('words', now)] })
    expect(both.note[0]).toMatchObject({ words: '', difficulty: 4 })
  })

  it('keep a check-in’s words out, and all of one, that were dropped or deleted at the other desk', () => {
    const checkIn: Row = {
      id: note()['id'] ?? null,
      shift_id: 'here',
      at: now,
      zone: 'UTC',
      stress: 6,
      energy: 4,
      kind: 'own',
      workload: null,
      around: '',
      body: 'jaw',
      feeling: null,
      words: 'It was loud.',
      added_later: 0,
      rev: 2,
      edited_at: now,
    }
    const here = { ...nothing, checkin: [checkIn] }
    const dropped = merged(here, { ...nothing, gone: [gone('words', now)] })
    expect(dropped.checkin).toEqual([{ ...checkIn, words: '' }])
    expect(merged(here, { ...nothing, gone: [gone('note', now)] }).checkin).toEqual([])
  })

  it('keep words that were written after the drop', () => {
    const anew = note({ rev: anEpoch, edited_at: now + 1, words: 'Anew.' })
    const both = merged(withNote(anew), { ...nothing, gone: [gone('words', now)] })
    expect(both.note[0]).toMatchObject({ words: 'Anew.' })
  })

  it('keep no words of a version that knows nothing of the drop, however late it is', () => {
    const rated = note({ rev: 9, edited_at: now + 1, difficulty: 1 })
    const both = merged(withNote(rated), { ...nothing, gone: [gone('words', now)] })
    expect(both.note[0]).toMatchObject({ words: '', difficulty: 1 })
    const again = note({ rev: anEpoch, edited_at: now - 1 })
    const dropped = merged(withNote(again), { ...nothing, gone: [gone('words', now)] })
    expect(dropped.note[0]).toMatchObject({ words: '' })
  })

  it('count no call twice that one of them holds as a count', () => {
    const call = (id: string, note_id: string | null): Row => ({
      id,
      shift_id: 'here',
      started_at: null,
      ended_at: now,
      marked_at: null,
      left_at: null,
      zone: 'UTC',
      source: 'command',
      channel: null,
      seconds: null,
      note_id,
    })
    const count = (calls: number): Row => ({
      shift_id: 'here',
      calls,
      marked: 0,
      hooked: calls,
      timed: 0,
      talk_ms: 0,
    })
    const both = merged(
      { ...nothing, call: [call('a', null), call('b', 'a note')] },
      { ...nothing, call_count: [count(7)] },
    )
    expect(both.call.map(({ id }) => id)).toEqual(['b'])
    expect(both.call_count).toEqual([count(7)])
  })
})

describe('what must be written', () => {
  it('is nothing between a journal and itself', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        for (const changes of Object.values(changesBetween(contents, contents)))
          expect(changes).toEqual({ added: [], changed: [], removed: [] })
      }),
    )
  })

  it('makes the one the other', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (a, b) => {
        const to = merged(a, b)
        const changes = changesBetween(a, to)
        for (const [name, { added, changed, removed }] of Object.entries(changes)) {
          const rows = Object.entries(to).find(([table]) => table === name)?.[1] ?? []
          expect(added.length + changed.length).toBeLessThanOrEqual(rows.length)
          for (const row of removed) expect(rows).not.toContainEqual(row)
        }
      }),
    )
  })
})
