import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BadFile,
  deepest,
  mostValues,
  readJournalFile,
  shapeOf,
  version,
  written,
  type FileProblem,
} from '../../../src/transfer/file.ts'
import { eachTable, inOrder } from '../../../src/transfer/merge.ts'
import type { Contents } from '../../../src/transfer/tables.ts'
import { anyContents, now } from './any.ts'

const asText = (contents: Contents): string =>
  written({ exportedAt: '2026-11-22T14:00:00Z', settings: { gap: '45s' }, contents })
const read = (text: string) => readJournalFile(text, now)

/** What is wrong with it, or null. */
function problemOf(text: string): FileProblem | null {
  try {
    read(text)
    return null
  } catch (error) {
    if (error instanceof BadFile) return error.problem
    throw error
  }
}
const a = {
  shift: {
    id: '0199f2a0-0000-7000-8000-000000000001',
    shift_date: '2026-11-22',
    zone: 'Asia/Manila',
    opened_at: now - 3_600_000,
    last_at: now,
    made_later: 0,
  },
  checkin: {
    id: '0199f2a0-0000-7000-8000-000000000002',
    shift_id: '0199f2a0-0000-7000-8000-000000000001',
    at: now,
    zone: 'Asia/Manila',
    stress: 4,
    energy: 6,
    kind: 'own',
    workload: null,
    around: '',
    body: '',
    feeling: null,
    words: '',
    added_later: 0,
    rev: 1,
    edited_at: now,
  },
  week: { on_date: '2026-11-22', value: 2, at: now, zone: 'Asia/Manila', rev: 1, edited_at: now },
  selfcheck: {
    id: '0199f2a0-0000-7000-8000-000000000003',
    month: '2026-11',
    begun_at: now,
    zone: 'Asia/Manila',
    finished_at: null,
    answers: '',
    gone: 0,
    rev: 1,
    edited_at: now,
  },
  review: {
    week_from: '2026-11-16',
    step: 'done',
    helped: null,
    helped_words: '',
    good: null,
    good_words: '',
    mine: null,
    mine_words: '',
    theirs: null,
    theirs_words: '',
    plan: null,
    rev: 1,
    edited_at: now,
  },
  type: { id: 'own-1', name: 'Fax', hidden: 0, gone: 0, position: 12, rev: 1, edited_at: now },
  plan: {
    id: '0199f2a0-0000-7000-8000-000000000004',
    type: 'angry',
    situation: '',
    action: null,
    will: 'wait',
    state: 'active',
    made_at: now,
    rev: 1,
    edited_at: now,
  },
}
const file = (tables: object, changes: object = {}): string =>
  JSON.stringify({ format: 'lull-journal', version, settings: {}, tables, ...changes })
const withCheckIn = (changes: object): string =>
  file({ shift: [a.shift], checkin: [{ ...a.checkin, ...changes }] })

describe('what is written', () => {
  it('is read as the same, whatever is in it', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const back = read(asText(contents))
        expect(back.contents).toEqual(contents)
        expect(back.settings).toEqual({ gap: '45s' })
      }),
      { numRuns: 200 },
    )
  })

  it('is the same text for the same journal', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        expect(asText(read(asText(contents)).contents)).toBe(asText(contents))
      }),
    )
  })
})

describe('a file that is brought in', () => {
  it.each<[string, string, FileProblem]>([
    ['no JSON', '{"format":', { what: 'not-json' }],
    ['nothing at all', '', { what: 'not-json' }],
    ['a list', '[]', { what: 'not-ours' }],
    ['another program’s', '{"format":"other","version":1}', { what: 'not-ours' }],
    ['without a version', '{"format":"lull-journal"}', { what: 'not-ours' }],
    ['of version 0', file({}, { version: 0 }), { what: 'not-ours' }],
    ['of a newer Lull', file({}, { version: version + 1 }), { what: 'newer' }],
    ['nested too deep', '['.repeat(deepest + 1), { what: 'too-deep' }],
    [
      'of nothing but rows, which would fill the memory',
      `{"format":"lull-journal","version":1,"tables":{"note":[${'{},'.repeat(mostValues / 2)}{}]}}`,
      { what: 'too-large' },
    ],
    [
      'a zip',
      'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000journal.json',
      { what: 'not-json' },
    ],
    ['with a table nobody knows', file({ cats: [] }), { what: 'table', table: null }],
    [
      'with __proto__ as a table',
      '{"format":"lull-journal","version":1,"tables":{"__proto__":[]}}',
      { what: 'table', table: null },
    ],
    ['with a table that is no list', file({ note: {} }), { what: 'table', table: 'note' }],
    [
      'with a prototype as a column',
      '{"format":"lull-journal","version":1,"tables":{"shift":[{"__proto__":{"id":"x"}}]}}',
      { what: 'row', table: 'shift', row: 1, column: null },
    ],
    [
      'with a prototype as a setting',
      '{"format":"lull-journal","version":1,"settings":{"__proto__":"x"},"tables":{}}',
      { what: 'settings' },
    ],
    ['with settings that are none', file({}, { settings: [1] }), { what: 'settings' }],
    [
      'with a setting of a strange name',
      file({}, { settings: { 'a b': 'c' } }),
      { what: 'settings' },
    ],
    [
      'with a row that is none',
      file({ checkin: [7] }),
      { what: 'row', table: 'checkin', row: 1, column: null },
    ],
    [
      'with a column too many',
      withCheckIn({ more: 1 }),
      { what: 'row', table: 'checkin', row: 1, column: null },
    ],
    [
      'with a column too few',
      withCheckIn({ stress: undefined }),
      { what: 'row', table: 'checkin', row: 1, column: 'stress' },
    ],
    [
      'with a rating out of range',
      withCheckIn({ stress: 11 }),
      { what: 'row', table: 'checkin', row: 1, column: 'stress' },
    ],
    [
      'with a sign of the body that is none',
      withCheckIn({ body: 'jaw tail' }),
      { what: 'row', table: 'checkin', row: 1, column: 'body' },
    ],
    [
      'with a rating that is no whole number',
      withCheckIn({ energy: 4.5 }),
      { what: 'row', table: 'checkin', row: 1, column: 'energy' },
    ],
    [
      'with a time more than a day ahead',
      withCheckIn({ at: now + 86_400_001 }),
      { what: 'row', table: 'checkin', row: 1, column: 'at' },
    ],
    [
      'with a zone that nobody has',
      withCheckIn({ zone: 'Mars/Base' }),
      { what: 'row', table: 'checkin', row: 1, column: 'zone' },
    ],
    [
      'with an id that is none',
      withCheckIn({ id: '../../etc' }),
      { what: 'row', table: 'checkin', row: 1, column: 'id' },
    ],
    [
      'with a shift that is missing',
      file({ checkin: [a.checkin] }),
      { what: 'row', table: 'checkin', row: 1, column: 'shift_id' },
    ],
    [
      'with a row twice',
      file({ shift: [a.shift, a.shift] }),
      { what: 'row', table: 'shift', row: 2, column: null },
    ],
    [
      'with a shift that ends before it begins',
      file({ shift: [{ ...a.shift, last_at: 1 }] }),
      { what: 'row', table: 'shift', row: 1, column: null },
    ],
    [
      'with a shift of another date',
      file({ shift: [{ ...a.shift, shift_date: '2026-11-12' }] }),
      { what: 'row', table: 'shift', row: 1, column: null },
    ],
    [
      'with an answer of a week to come',
      file({ selfcheck_week: [{ ...a.week, on_date: '2026-11-25' }] }),
      { what: 'row', table: 'selfcheck_week', row: 1, column: null },
    ],
    [
      'with an answer of another day than it was given on',
      file({ selfcheck_week: [{ ...a.week, at: now - 5 * 86_400_000 }] }),
      { what: 'row', table: 'selfcheck_week', row: 1, column: null },
    ],
    [
      'with a self-check of a month to come',
      file({ selfcheck: [{ ...a.selfcheck, month: '9999-12' }] }),
      { what: 'row', table: 'selfcheck', row: 1, column: null },
    ],
    [
      'with a self-check of another month than it was begun in',
      file({ selfcheck: [{ ...a.selfcheck, month: '2026-10' }] }),
      { what: 'row', table: 'selfcheck', row: 1, column: null },
    ],
    [
      'with a look back at a week to come',
      file({ review: [{ ...a.review, week_from: '2026-11-25' }] }),
      { what: 'row', table: 'review', row: 1, column: null },
    ],
    [
      'with a name of a type that has two lines',
      file({ note_type: [{ ...a.type, name: 'two\nlines' }] }),
      { what: 'row', table: 'note_type', row: 1, column: 'name' },
    ],
    [
      'with a name of a type that is too long',
      file({ note_type: [{ ...a.type, name: 'é'.repeat(61) }] }),
      { what: 'row', table: 'note_type', row: 1, column: 'name' },
    ],
    [
      'with a name of a type of nothing but spaces',
      file({ note_type: [{ ...a.type, name: '   ' }] }),
      { what: 'row', table: 'note_type', row: 1, column: 'name' },
    ],
    [
      'with a name of a type that is spaces for the most part',
      file({ note_type: [{ ...a.type, name: `a${' '.repeat(100_000)}` }] }),
      { what: 'row', table: 'note_type', row: 1, column: 'name' },
    ],
    [
      'with a plan that has a control character',
      file({ plan: [{ ...a.plan, will: 'a\u0007b' }] }),
      { what: 'row', table: 'plan', row: 1, column: 'will' },
    ],
    [
      'with a zone that is a whole date',
      withCheckIn({ zone: '2020-01-01T00:00:00[UTC]' }),
      { what: 'row', table: 'checkin', row: 1, column: 'zone' },
    ],
    [
      'with a day that no calendar has',
      file({ shift: [{ ...a.shift, shift_date: '2026-02-30' }] }),
      { what: 'row', table: 'shift', row: 1, column: 'shift_date' },
    ],
  ])('and is %s is refused, and where is said', (_what, text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })

  it('is taken a day ahead: a clock may be wrong', () => {
    expect(problemOf(withCheckIn({ at: now + 86_400_000 }))).toBeNull()
  })

  it.each([
    ['the furthest east, where it is tomorrow', { on_date: '2026-11-23', at: now }],
    [
      'the furthest west, where it is yesterday',
      { on_date: '2026-11-21', at: now - 4 * 3_600_000 },
    ],
    ['a clock that is a day ahead', { on_date: '2026-11-24', at: now + 86_400_000 }],
  ])('may have the date on the wall in %s', (_where, change) => {
    const month = { ...a.selfcheck, begun_at: Date.UTC(2026, 10, 1, 8), month: '2026-10' }
    const tables = {
      selfcheck_week: [{ ...a.week, ...change }],
      selfcheck: [month],
      review: [{ ...a.review, week_from: '2026-11-24' }],
    }
    expect(problemOf(file(tables))).toBeNull()
  })

  it('may have marks of years to come, and a zone that is hours from UTC', () => {
    const mark = { id: a.shift.id, kind: 'holiday', from_date: '2026-11-01', gone: 0 }
    const context_mark = [{ ...mark, to_date: '9999-12-31', rev: 1, edited_at: now }]
    expect(problemOf(file({ context_mark }))).toBeNull()
    expect(problemOf(withCheckIn({ zone: '+08:00' }))).toBeNull()
  })

  it('may name shifts that the journal has already', () => {
    const { contents } = readJournalFile(file({ checkin: [a.checkin] }), now, () => true)
    expect(contents.checkin).toHaveLength(1)
  })

  it('of an older version is made one of this version, step by step', () => {
    const old = file({ checks: [a.shift] })
    const { contents } = readJournalFile(
      JSON.stringify({ ...JSON.parse(old), version: 1 }),
      now,
      undefined,
      [(older) => ({ ...older, tables: { shift: [a.shift] } })],
    )
    expect(contents.shift).toEqual([a.shift])
  })

  it('with anything in the place of anything is refused or taken, never half', () => {
    const whole: unknown = JSON.parse(withCheckIn({}))
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, nth) => {
        let at = 0
        const text = JSON.stringify(whole, (_key, here: unknown) =>
          at++ === nth % 40 ? value : here,
        )
        const problem = problemOf(text)
        if (problem !== null) return
        const given: Partial<Contents> = JSON.parse(text).tables ?? {}
        expect(read(text).contents).toEqual(inOrder(eachTable((name) => given[name] ?? [])))
      }),
      { numRuns: 2000 },
    )
  })

  it('cut off anywhere is refused', () => {
    const text = withCheckIn({})
    for (let end = 0; end < text.length; end++) expect(problemOf(text.slice(0, end))).not.toBeNull()
  })
})

describe('how deep a text nests, and how many values it has', () => {
  it.each([
    ['{}', 1, 1],
    ['[[[]]]', 3, 3],
    ['{"a":"[[[[,,"}', 1, 1],
    [String.raw`{"a":"\"[[["}`, 1, 1],
    ['[1,2,{"a":3,"b":[]}]', 3, 6],
    ['7', 0, 0],
  ])('%s', (text, depth, values) => {
    expect(shapeOf(text)).toEqual({ depth, values })
  })
})
