/** What is taken out for people and spreadsheets. Nothing of it comes back in: that is what JSON is for. */
import { eachTable, withoutWords } from './merge.ts'
import type { CsvTable } from './kinds.ts'
import { tableOf, type Contents, type Row, type Value } from './tables.ts'

/**
 * One table as CSV (RFC 4180): UTF-8 with a byte order mark, so that a spreadsheet knows it; every text
 * quoted; `'` before a text that begins with `= + - @`, wide ones too, a tab or an end of line, so that
 * no spreadsheet runs it. Instants are ISO 8601 with the offset that held there.
 */
export function asCsv(contents: Contents, name: CsvTable): string {
  const dates = new Map(contents.shift.map((row) => [row['id'], row['shift_date'] ?? null]))
  const columns = Object.keys(tableOf(name).columns).filter((column) => !inner.includes(column))
  const head = name === 'shift' ? columns : ['shift_date', ...columns]
  const lines = contents[name].map((row) => {
    const cells = columns.map((column) => cell(column, row))
    return name === 'shift' ? cells : [text(dates.get(row['shift_id'] ?? null) ?? null), ...cells]
  })
  return `\uFEFF${[head.map(quoted), ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** What says nothing to a reader. */
const inner: readonly string[] = ['rev', 'edited_at']
const instants: readonly string[] = ['at', 'opened_at', 'last_at']

function cell(column: string, row: Row): string {
  const value = row[column] ?? null
  if (instants.includes(column) && typeof value === 'number')
    return quoted(moment(value, row['zone']))
  return text(value)
}

function text(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoted(value)
  return quoted(
    value
      .map((each) => (typeof each === 'string' ? each : `${each.technique}: ${each.verdict}`))
      .join('; '),
  )
}

const quoted = (value: string): string => {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

const moment = (at: number, zone: Value | undefined): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(typeof zone === 'string' ? zone : 'UTC')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** What a journal in Markdown is written with, in the agent's language; `{…}` is filled in. */
export interface MarkdownWords {
  title: string
  /** `{date}` */
  shift: string
  /** The line over a note: `{time}`, `{difficulty}`, `{type}`. */
  note: string
  /** `{time}`, `{stress}`, `{energy}` */
  checkIn: string
  nextTime: string
  wentRight: string
  /** `{date}`: its first one. */
  week: string
  helped: string
  good: string
  mine: string
  theirs: string
  noType: string
  types: Readonly<Record<string, string>>
}

/**
 * The journal by shift, newest first, and then what was said of weeks, as Markdown. Words stand in a fence that is longer than any run
 * of back-ticks in them, so that nothing in them is read as Markdown or HTML.
 */
export function asMarkdown(contents: Contents, say: MarkdownWords): string {
  const notes = Map.groupBy(contents.note, (row) => row['shift_id'])
  const checkIns = Map.groupBy(contents.checkin, (row) => row['shift_id'])
  const cards = new Map(contents.shift_card.map((row) => [row['shift_id'], row]))
  const shifts = contents.shift.toSorted((a, b) => Number(b['opened_at']) - Number(a['opened_at']))
  const parts = shifts.flatMap((shift) => {
    const inIt = [
      ...(notes.get(shift['id']) ?? []).map((row) => ({ row, is: 'note' as const })),
      ...(checkIns.get(shift['id']) ?? []).map((row) => ({ row, is: 'check-in' as const })),
    ].toSorted((a, b) => Number(a.row['at']) - Number(b.row['at']))
    const right = cards.get(shift['id'])?.['words']
    const entries = inIt.flatMap(({ row, is }) => {
      const time = moment(Number(row['at']), row['zone']).slice(11, 16)
      if (is === 'check-in')
        return [
          filled(say.checkIn, { time, stress: row['stress'], energy: row['energy'] }),
          '',
          ...fenced(row['words']),
        ]
      const named = typeof row['type'] === 'string' ? say.types[row['type']] : undefined
      const type = escaped(named ?? say.noType)
      return [
        `### ${filled(say.note, { time, difficulty: row['difficulty'], type })}`,
        '',
        ...fenced(row['words']),
        ...labelled(say.nextTime, row['next_time']),
      ]
    })
    const rest = labelled(say.wentRight, right)
    if (entries.length === 0 && rest.length === 0) return []
    return [`## ${filled(say.shift, { date: shift['shift_date'] })}`, '', ...entries, ...rest]
  })
  const weeks = contents.review.toReversed().flatMap((row) => {
    const lines = [
      ...labelled(say.helped, row['helped_words']),
      ...labelled(say.good, row['good_words']),
      ...labelled(say.mine, row['mine_words']),
      ...labelled(say.theirs, row['theirs_words']),
    ]
    return lines.length === 0
      ? []
      : [`## ${filled(say.week, { date: row['week_from'] })}`, '', ...lines]
  })
  return [`# ${say.title}`, '', ...parts, ...weeks].join('\n').trimEnd() + '\n'
}

/**
 * A name as nothing but text in one line: a stroke before whatever Markdown, HTML or a reader that makes links
 * by itself could take for its own. Marks that mean nothing within a heading stay as they are.
 */
const escaped = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>&!|~^=$#:@+]|(?<=www)\./gi, '\\$&')

/** One pass, so that nothing that is filled in is filled once more; a heading stays one line. */
const filled = (pattern: string, values: Readonly<Record<string, Value | undefined>>): string =>
  pattern
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
    })
    .replaceAll(/[\r\n]+/g, ' ')

const labelled = (label: string, value: Value | undefined): string[] => {
  const block = fenced(value)
  return block.length === 0 ? [] : [`${label}:`, '', ...block]
}

function fenced(value: Value | undefined): string[] {
  if (typeof value !== 'string' || value === '') return []
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return [`${fence}text`, ...value.split(/\r\n|\r|\n/), fence, '']
}

/** The same journal with nothing in it that the agent wrote in words. */
export const numbersOnly = (contents: Contents): Contents =>
  eachTable((name) => contents[name].map((row) => withoutWords(name, row)))
