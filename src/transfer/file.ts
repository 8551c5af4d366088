import { techniqueIds } from '../guidance/guide.ts'
import { verdicts } from '../notes/kinds.ts'
import type { Instant } from '../ports.ts'
import { isDay } from '../shifts/day.ts'
import { localDate } from '../shifts/shift.ts'
import { isZone } from '../shifts/zone.ts'
import { lineProblem, mostUnits } from '../words/line.ts'
import { compare, eachTable, inOrder } from './merge.ts'
import {
  keyOf,
  tableNames,
  tableOf,
  type Column,
  type Contents,
  type Row,
  type Table,
  type TableName,
  type Value,
  type Verdict,
} from './tables.ts'

/** The file that everything is taken out into: docs/export.md says it for other programs. */
export const format = 'lull-journal'
export const version = 1

export interface JournalFile {
  /** When it was written; only told. */
  exportedAt: string
  /** What the agent chose, by name: for an empty journal. */
  settings: Readonly<Record<string, string>>
  contents: Contents
}

/** More is no journal of one person's. */
export const mostBytes = 256 * 1024 * 1024
export const deepest = 16
/** Ten years of a heavy user are three million values; a text that is nothing but values fills the memory. */
export const mostValues = 10_000_000
/** A clock may be wrong, and a zone another one; more than this ahead is no date of an entry. */
export const aheadMs = 24 * 3_600_000

/** What is wrong with a file, and where: the screen has a sentence for each. */
export interface FileProblem {
  what:
    | 'too-large'
    | 'too-deep'
    | 'not-json'
    | 'not-ours'
    | 'newer'
    /** Of an encrypted one: its end is missing, or it isn't as it was written. */
    | 'cut-off'
    | 'damaged'
    | 'settings'
    | 'table'
    | 'row'
  /** With `table` and `row`: which; null where Lull knows no such table. */
  table?: TableName | null
  /** With `row`: which one, from 1. */
  row?: number
  /** With `row`: what of it; null where it is the row as a whole. */
  column?: string | null
}
export class BadFile extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(`the file can’t be read: ${problem.what}`)
    this.name = 'BadFile'
    this.problem = problem
  }
}

/** Makes a file of an older version one of the next. Pure; the first takes version 1. */
export type Upgrade = (file: Readonly<Record<string, unknown>>) => Record<string, unknown>
const upgrades: readonly Upgrade[] = []

/** The file as text, each row on a line of its own, so that two of them can be compared. */
export function written({ exportedAt, settings, contents }: JournalFile): string {
  const rows = (name: TableName) =>
    contents[name].length === 0
      ? '[]'
      : `[\n${contents[name].map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`
  const all = tableNames.map((name) => `    ${JSON.stringify(name)}: ${rows(name)}`).join(',\n')
  return `{
  "format": ${JSON.stringify(format)},
  "version": ${version},
  "exported_at": ${JSON.stringify(exportedAt)},
  "settings": ${JSON.stringify(settings)},
  "tables": {
${all}
  }
}
`
}

/**
 * Reads such a file, and takes nothing on trust: size, depth, version, every name and every value. The
 * first thing that is wrong is thrown (`BadFile`).
 * `known` says which parents the journal itself has.
 */
export function readJournalFile(
  text: string,
  now: Instant,
  known: (table: TableName, key: string) => boolean = () => false,
  toNewer: readonly Upgrade[] = upgrades,
): JournalFile {
  if (text.length > mostBytes) throw bad('too-large')
  const { depth, values } = shapeOf(text)
  if (depth > deepest) throw bad('too-deep')
  if (values > mostValues) throw bad('too-large')
  const raw = parsed(text)
  const from = raw['version']
  const isOurs = raw['format'] === format && typeof from === 'number' && Number.isInteger(from)
  if (!isOurs || from < 1) throw bad('not-ours')
  if (from > toNewer.length + 1) throw bad('newer')
  const file = toNewer.slice(from - 1).reduce((older, upgrade) => upgrade(older), raw)
  const given = file['tables']
  const names: readonly string[] = tableNames
  if (!isObject(given) || Object.keys(given).some((name) => !names.includes(name)))
    throw new BadFile({ what: 'table', table: null })
  const contents = eachTable((name) => rowsOf(name, given[name] ?? [], now))
  checkParents(contents, known)
  const exportedAt = file['exported_at']
  return {
    exportedAt: typeof exportedAt === 'string' && exportedAt.length <= 40 ? exportedAt : '',
    settings: settingsOf(file['settings'] ?? {}),
    contents: inOrder(contents),
  }
}

const bad = (what: FileProblem['what']) => new BadFile({ what })

/**
 * How deep a JSON text nests, and about how many values it has (never fewer than half), without building
 * any of it.
 */
export function shapeOf(text: string): { depth: number; values: number } {
  let depth = 0
  let most = 0
  let values = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inText) {
      if (sign === '\\') at++
      else if (sign === '"') inText = false
    } else if (sign === '"') inText = true
    else if (sign === ',') values++
    else if (sign === '{' || sign === '[') {
      most = Math.max(most, ++depth)
      values++
    } else if (sign === '}' || sign === ']') depth--
  }
  return { depth: most, values }
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw bad('not-json')
  }
  if (!isObject(value)) throw bad('not-ours')
  return value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A short name that a setting may have, and a short text. What a setting means is looked up when it is read. */
function settingsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) throw bad('settings')
  const given = Object.entries(value)
  if (given.length > 200) throw bad('settings')
  return Object.fromEntries(
    given.map(([name, text]) => {
      const fits = /^[A-Za-z][A-Za-z0-9.-]{0,59}$/.test(name) && typeof text === 'string'
      if (!fits || text.length > 2000 || !text.isWellFormed()) throw bad('settings')
      return [name, text]
    }),
  )
}

function rowsOf(name: TableName, value: unknown, now: Instant): Row[] {
  const table = tableOf(name)
  if (!Array.isArray(value)) throw new BadFile({ what: 'table', table: name })
  const seen = new Set<string>()
  return value.map((raw: unknown, nth) => {
    const no = (column: string | null) =>
      new BadFile({ what: 'row', table: name, row: nth + 1, column })
    const row = rowOf(table, raw, now, no)
    const key = keyOf(table, row)
    if (seen.has(key) || rules[name]?.(row, now) === false) throw no(null)
    seen.add(key)
    return row
  })
}

function rowOf(
  table: Table,
  raw: unknown,
  now: Instant,
  no: (column: string | null) => BadFile,
): Row {
  if (!isObject(raw)) throw no(null)
  if (Object.keys(raw).some((column) => !Object.hasOwn(table.columns, column))) throw no(null)
  const row: Record<string, Value> = {}
  for (const [column, spec] of Object.entries(table.columns)) {
    const value = valueOf(spec, Object.hasOwn(raw, column) ? raw[column] : undefined, now)
    if (value === undefined) throw no(column)
    row[column] = value
  }
  return row
}

/** What no column says by itself: what must not stand in the wrong order, and dates that belong to a time. */
const rules: Partial<Record<TableName, (row: Row, now: Instant) => boolean>> = {
  pause: (row) =>
    upTo(row, 'elapsed_ms', 'planned_ms') && (row['after'] === null || row['before'] !== null),
  context_mark: (row) => upTo(row, 'from_date', 'to_date'),
  shift: (row) => upTo(row, 'opened_at', 'last_at') && beganOn(row['shift_date'], row['opened_at']),
  // A week is looked back at once it has begun.
  review: (row, now) => compare(row['week_from'], datesAt(now + aheadMs).last) <= 0,
  selfcheck: (row) => {
    const { first, last } = datesAt(Number(row['begun_at']))
    return [first, last].some((date) => date.slice(0, 7) === row['month'])
  },
  selfcheck_week: (row) => {
    const { first, last } = datesAt(Number(row['at']))
    return compare(first, row['on_date']) <= 0 && compare(row['on_date'], last) <= 0
  },
}
const upTo = (row: Row, one: string, other: string): boolean => compare(row[one], row[other]) <= 0

/** The dates that clocks on walls show at an instant, from the furthest west to the furthest east. */
const datesAt = (at: Instant): { first: string; last: string } => ({
  first: localDate(at, '-12:00'),
  last: localDate(at, '+14:00'),
})

/** A zone is at most 14 hours from UTC, so a shift's date is never further from the time it opened. */
const beganOn = (date: Value | undefined, at: Value | undefined): boolean =>
  typeof date === 'string' &&
  typeof at === 'number' &&
  Math.abs(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds - at) <=
    2 * aheadMs

/** The value, or undefined where it isn't one. */
function valueOf(spec: Column, value: unknown, now: Instant): Value | undefined {
  if (value === undefined) return undefined
  if (value === null) return spec.optional ? null : undefined
  switch (spec.is) {
    case 'text':
      return typeof value === 'string' && value.length <= spec.longest && value.isWellFormed()
        ? value
        : undefined
    case 'line':
      return typeof value === 'string' && isLine(value, spec.longest) ? value : undefined
    case 'name':
      return typeof value === 'string' && value.length <= 200 && takes(spec.of, value)
        ? value
        : undefined
    case 'number':
      return isWhole(value, spec.from, spec.to) ? value : undefined
    case 'instant':
      return isWhole(value, 0, now + aheadMs) ? value : undefined
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : undefined
    case 'zone':
      return typeof value === 'string' && isZone(value) ? value : undefined
    case 'names':
      return Array.isArray(value) && isNames(value, spec.of) ? value : undefined
    case 'verdicts':
      return Array.isArray(value) && areVerdicts(value) ? value.map(inShape) : undefined
  }
}

const takes = (of: readonly string[] | ((text: string) => boolean), text: string): boolean =>
  typeof of === 'function' ? of(text) : of.includes(text)

/** Spaces at the ends don't count as signs, so they are bounded here. */
const isLine = (text: string, longest: number): boolean =>
  text === '' || (text.length <= mostUnits(longest) && lineProblem(text, longest) === null)

const isWhole = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to

const isNames = (value: readonly unknown[], of: readonly string[]): value is string[] =>
  value.every((each) => typeof each === 'string' && of.includes(each)) && isAscending(value)

const areVerdicts = (value: readonly unknown[]): value is Verdict[] =>
  value.every(
    (each) =>
      isObject(each) &&
      Object.keys(each).length === 2 &&
      techniqueIds.some((technique) => technique === each['technique']) &&
      verdicts.some((verdict) => verdict === each['verdict']),
  ) && isAscending(value.map((each: unknown) => (isObject(each) ? each['technique'] : null)))

const inShape = ({ technique, verdict }: Verdict): Verdict => ({ technique, verdict })

/** In order, each once: so the same note is always the same text. */
const isAscending = (names: readonly unknown[]): boolean =>
  names.every((name, at) => at === 0 || String(names[at - 1]) < String(name))

function checkParents(contents: Contents, known: (table: TableName, key: string) => boolean) {
  for (const name of tableNames)
    for (const [column, parent] of Object.entries(tableOf(name).parents ?? {})) {
      const parentName = tableNames.find((each) => each === parent)
      if (!parentName) continue
      const table = tableOf(parentName)
      const there = new Set(contents[parentName].map((row) => keyOf(table, row)))
      const at = contents[name].findIndex((row) => {
        const key = row[column]
        return (
          typeof key !== 'string' || !(there.has(JSON.stringify(key)) || known(parentName, key))
        )
      })
      if (at !== -1) throw new BadFile({ what: 'row', table: name, row: at + 1, column })
    }
}
