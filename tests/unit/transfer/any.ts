/** Journals that nobody kept: any rows that the tables take, few keys, so that two of them meet. */
import fc from 'fast-check'
import { anEpoch } from '../../../src/epochs.ts'
import { patternIds } from '../../../src/breathing/patterns.ts'
import { noteTypes } from '../../../src/guidance/types.ts'
import { techniqueIds } from '../../../src/guidance/guide.ts'
import { verdicts } from '../../../src/notes/kinds.ts'
import { compare, eachTable, inOrder } from '../../../src/transfer/merge.ts'
import {
  keyOf,
  tableOf,
  type Column,
  type Contents,
  type Row,
  type TableName,
  type Value,
} from '../../../src/transfer/tables.ts'
import { lineProblem } from '../../../src/words/line.ts'

export const now = Date.UTC(2026, 10, 22, 14)
const ids = Array.from({ length: 4 }, (_, nth) => `0199f2a0-0000-7000-8000-00000000000${nth}`)
/** What columns of a form of their own may hold. */
const texts = ['', 'queue home', 'jaw', 'slower=3 hidden=0', '2026-11']
const weeks = ['2026-11-21', '2026-11-22']
/** What can be picked of a week. */
const picks = ['technique:boundary', 'pause:box', 'came', 'breaks', 'rota', 'nothing']
/** Texts that break what is written carelessly. */
const nasty = [
  '',
  'plain',
  '=1+1',
  "'quoted'",
  '"',
  '```',
  '<b>',
  'a\r\nb',
  '🙂 ‮rtl',
  '\t',
  '@x',
  '-',
]

function anyValue(spec: Column, column: string): fc.Arbitrary<Value> {
  const plain = ((): fc.Arbitrary<Value> => {
    switch (spec.is) {
      case 'text':
        return fc.constantFrom(...nasty)
      case 'line':
        return fc.constantFrom(
          ...nasty.filter((text) => text === '' || lineProblem(text, spec.longest) === null),
          'क्षि'.repeat(spec.longest),
        )
      case 'name':
        if (typeof spec.of !== 'function') return fc.constantFrom(...spec.of)
        return fc.constantFrom(
          ...[...ids, ...noteTypes, 'own-a', ...patternIds, ...texts, ...picks, ...weeks].filter(
            spec.of,
          ),
        )
      case 'number':
        // Few versions, in two epochs.
        if (column === 'rev') return fc.constantFrom(1, 2, 3, anEpoch, anEpoch + 1)
        return fc.integer({ min: spec.from, max: Math.min(spec.to, spec.from + 5) })
      case 'instant':
        return fc.constantFrom(...[1, 2, 3, 4].map((nth) => now - nth * 3_600_000))
      case 'date':
        return fc.constantFrom(...weeks)
      case 'zone':
        return fc.constantFrom('Asia/Manila', 'UTC')
      case 'names':
        return fc.subarray([...spec.of]).map((each) => each.toSorted())
      case 'verdicts':
        return fc
          .subarray([...techniqueIds].slice(0, 3).toSorted())
          .chain((some) =>
            fc
              .tuple(...some.map(() => fc.constantFrom(...verdicts)))
              .map((how) =>
                some.map((technique, at) => ({ technique, verdict: how[at] ?? 'used' })),
              ),
          )
    }
  })()
  return spec.optional ? fc.oneof(fc.constant(null), plain) : plain
}

function anyRows(name: TableName): fc.Arbitrary<Row[]> {
  const table = tableOf(name)
  const row = fc.record(
    Object.fromEntries(
      Object.entries(table.columns).map(([column, spec]) => [column, anyValue(spec, column)]),
    ),
  )
  return fc.uniqueArray(
    row.map((each) => straightened(name, each)),
    {
      maxLength: 4,
      selector: (each) => keyOf(table, each),
    },
  )
}

/** A call of a shift that may be counts in one of the journals. */
const aCountedCall = (id: Value, shift_id: Value): Row => ({
  id,
  shift_id,
  started_at: now - 3_600_000,
  ended_at: now - 3_000_000,
  marked_at: id === ids[0] ? now - 3_500_000 : null,
  left_at: null,
  zone: 'UTC',
  source: 'command',
  channel: null,
  seconds: null,
})

/** Two columns that must stand in order do. */
function straightened(name: TableName, row: Row): Row {
  const sorted = (one: string, other: string): Row => {
    const [a, b] = [row[one] ?? null, row[other] ?? null]
    return compare(a, b) > 0 ? { ...row, [one]: b, [other]: a } : row
  }
  if (name === 'shift') return { ...sorted('opened_at', 'last_at') }
  if (name === 'pause')
    return { ...sorted('elapsed_ms', 'planned_ms'), after: row['before'] ?? null }
  // Late enough for the one date, early enough for the other.
  if (name === 'selfcheck_week') return { ...row, at: now - 4 * 3_600_000 }
  // A call has one shift and one note. Once its shift is counts, what it was is the same everywhere; before, nothing is.
  if (name === 'call') {
    const nth = ids.findIndex((id) => id === row['id'])
    const note_id = row['note_id'] ? (ids[3 - nth] ?? null) : null
    const shift_id = ids[nth] ?? null
    return nth < 2
      ? { ...aCountedCall(row['id'] ?? null, shift_id), note_id }
      : { ...row, shift_id, note_id }
  }
  if (name === 'call_count')
    return { ...row, shift_id: ids[row['shift_id'] === ids[0] ? 0 : 1] ?? null }
  if (name === 'context_mark') return { ...sorted('from_date', 'to_date') }
  return row
}

/** What any two of them have in common: all shifts and all plans that a row may name. */
export const anyContents: fc.Arbitrary<Contents> = fc
  .record(eachTable((name) => anyRows(name)))
  .map((contents) => {
    const shift = ids.map(
      (id): Row =>
        contents.shift.find((row) => row['id'] === id) ?? {
          id,
          shift_date: '2026-11-22',
          zone: 'UTC',
          opened_at: now - 5 * 3_600_000,
          last_at: now,
          made_later: 0,
        },
    )
    const plan = ids.map(
      (id): Row =>
        contents.plan.find((row) => row['id'] === id) ?? {
          id,
          type: 'angry',
          situation: '',
          action: 'limit',
          will: '',
          state: 'active',
          made_at: now - 3_600_000,
          rev: 1,
          edited_at: now - 3_600_000,
        },
    )
    return inOrder({ ...contents, shift, plan })
  })
