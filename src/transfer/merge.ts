import { isRechargeName } from '../checkins/kinds.ts'
import { epochOf } from '../epochs.ts'
import {
  keyOf,
  tableNames,
  tableOf,
  type Contents,
  type Row,
  type Table,
  type TableName,
  type Value,
} from './tables.ts'

/**
 * Puts two journals together. In which order and how often makes no difference: the result is the
 * join of both in a semilattice (`latest`, `joined`, `whole`: src/transfer/tables.ts), in its normal
 * form (`settled`). So two desks that take in each other's file hold the same afterwards.
 */
export function merged(one: Contents, other: Contents): Contents {
  return settled(
    eachTable((name) => {
      const table = tableOf(name)
      const rows = new Map(one[name].map((row) => [keyOf(table, row), row]))
      for (const row of other[name]) {
        const key = keyOf(table, row)
        const there = rows.get(key)
        rows.set(key, there ? together(name, there, row) : row)
      }
      return [...rows.values()]
    }),
  )
}

/** Tables that `gone` speaks of, and the column that names their rows there. */
const keptGone = {
  note: 'id',
  checkin: 'id',
  shift_card: 'shift_id',
  review: 'week_from',
} as const

/**
 * What was deleted is not there, whoever brings it; words that were dropped aren't either, unless they were
 * written anew by who knew of the drop (src/epochs.ts). That a version is later says nothing of its
 * words: a number may have been changed. Calls of a shift that are counts already are not there once more, except
 * those with a note. (What else a call was, and which note it has, must be the same in every copy by then: counts are
 * of calls that are thirty days old.)
 */
export function settled(contents: Contents): Contents {
  const gone = new Map(contents.gone.map((row) => [row['id'], row]))
  const isDeleted = (id: Value | undefined) => id !== undefined && gone.get(id)?.['what'] === 'note'
  const left = (name: keyof typeof keptGone) =>
    contents[name].flatMap((row) => {
      const id = row[keptGone[name]]
      if ((name === 'note' || name === 'checkin') && isDeleted(id)) return []
      const at = gone.get(id ?? null)?.['at']
      return at !== undefined && !isAnew(row, at) ? [withoutWords(name, row)] : [row]
    })
  const counted = new Set(contents.call_count.map((row) => row['shift_id']))
  return inOrder({
    ...contents,
    note: left('note'),
    checkin: left('checkin'),
    shift_card: left('shift_card'),
    review: left('review'),
    guide_card: contents.guide_card.filter((row) => !isDeleted(row['note_id'])),
    call: contents.call.filter(
      (row) =>
        !counted.has(row['shift_id']) || (row['note_id'] !== null && !isDeleted(row['note_id'])),
    ),
  })
}

const epochIn = (row: Row): number => epochOf(Number(row['rev'] ?? 0))
const isAnew = (row: Row, droppedAt: Value): boolean =>
  epochIn(row) > 0 && compare(row['edited_at'], droppedAt) > 0

/** Whether a row only says that what it was is deleted. */
export const isTombstone = (name: TableName, row: Row): boolean =>
  row['gone'] === 1 ||
  row['state'] === 'gone' ||
  (name === 'recharge' &&
    row['words'] === '' &&
    typeof row['id'] === 'string' &&
    !isRechargeName(row['id']))

/** Whether the one says that the other is deleted: not where that came back since. */
export const deletes = (name: TableName, one: Row, other: Row): boolean =>
  isTombstone(name, one) && epochIn(one) >= epochIn(other)

/** By key, so that the same journal is always the same text. */
export const inOrder = (contents: Contents): Contents =>
  eachTable((name) => {
    const table = tableOf(name)
    return contents[name].toSorted((one, other) => {
      const [a, b] = [keyOf(table, one), keyOf(table, other)]
      return a < b ? -1 : a > b ? 1 : 0
    })
  })

export interface Changes {
  added: Row[]
  changed: Row[]
  removed: Row[]
}

/** What must be written to make `from` into `to`, by table. */
export const changesBetween = (
  from: Contents,
  to: Contents,
): Readonly<Record<TableName, Changes>> =>
  eachTable((name) => {
    const table = tableOf(name)
    const before = new Map(from[name].map((row) => [keyOf(table, row), row]))
    const changes: Changes = { added: [], changed: [], removed: [] }
    for (const row of to[name]) {
      const key = keyOf(table, row)
      const there = before.get(key)
      before.delete(key)
      if (!there) changes.added.push(row)
      else if (textOf(table, there) !== textOf(table, row)) changes.changed.push(row)
    }
    changes.removed.push(...before.values())
    return changes
  })

/** The same, with nothing in the columns that hold words. */
export function withoutWords(name: TableName, row: Row): Row {
  const wordy = Object.entries(tableOf(name).columns).filter(([, column]) => column.words)
  return { ...row, ...Object.fromEntries(wordy.map(([column]) => [column, ''])) }
}

/** Something for every table. */
export function eachTable<Made>(
  make: (name: TableName) => Made,
): Readonly<Record<TableName, Made>> {
  const made: Partial<Record<TableName, Made>> = {}
  for (const name of tableNames) made[name] = make(name)
  return whole(made)
}

function whole<Made>(made: Partial<Record<TableName, Made>>): Record<TableName, Made> {
  const isWhole = (given: typeof made): given is Record<TableName, Made> =>
    tableNames.every((name) => Object.hasOwn(given, name))
  if (!isWhole(made)) throw new RangeError('a table is missing')
  return made
}

function together(name: TableName, one: Row, other: Row): Row {
  const table = tableOf(name)
  switch (table.together) {
    case 'latest':
    case 'whole':
      return isLater(name, other, one) ? other : one
    case 'joined':
      return Object.fromEntries(
        Object.keys(table.columns).map((column) => {
          const [a, b] = [one[column] ?? null, other[column] ?? null]
          const otherWins = table.least?.includes(column) ? compare(b, a) < 0 : compare(b, a) > 0
          return [column, otherWins ? b : a]
        }),
      )
  }
}

/**
 * The epoch first, and in it what is deleted; then rev and time, then all that isn't words, and words last: dropping
 * them changes no winner.
 */
function isLater(name: TableName, one: Row, other: Row): boolean {
  if (epochIn(one) !== epochIn(other)) return epochIn(one) > epochIn(other)
  if (isTombstone(name, one) !== isTombstone(name, other)) return isTombstone(name, one)
  const table = tableOf(name)
  const columns = Object.keys(table.columns)
  const isFirst = (column: string) => column === 'rev' || column === 'edited_at'
  const isWords = (column: string) => table.columns[column]?.words === true
  const order = [
    ...(columns.includes('rev') ? ['rev', 'edited_at'] : []),
    ...columns.filter((column) => !isFirst(column) && !isWords(column)),
    ...columns.filter(isWords),
  ]
  for (const column of order) {
    const way = compare(one[column], other[column])
    if (way !== 0) return way > 0
  }
  return false
}

/** Less than 0 where `one` comes first: null before numbers, numbers before texts, texts by code unit, lists as their texts. */
export function compare(one: Value | undefined, other: Value | undefined): number {
  const [a, b] = [weight(one), weight(other)]
  if (a !== b) return a - b
  const [left, right] = [plain(one), plain(other)]
  return left < right ? -1 : left > right ? 1 : 0
}
const weight = (value: Value | undefined): number =>
  value === null || value === undefined ? 0 : typeof value === 'number' ? 1 : 2
const plain = (value: Value | undefined): string | number =>
  typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value ?? null)

/** A row as text, its columns in the table's order. */
const textOf = (table: Table, row: Row): string =>
  JSON.stringify(Object.keys(table.columns).map((column) => row[column] ?? null))
