import type { Cell, Store } from '../ports.ts'
import { changesBetween, eachTable, inOrder } from './merge.ts'
import {
  tableNames,
  tableOf,
  tables,
  type Contents,
  type Row,
  type Table,
  type TableName,
  type Value,
  type Verdict,
} from './tables.ts'

export interface ContentsRoom {
  /** Everything that is the agent's, in order. */
  read(): Contents
  settings(): Readonly<Record<string, string>>
  /** Whether the journal has a row of this key. */
  has(table: TableName, key: string): boolean
  /** Makes the journal hold `to` instead of `from`, which is what it holds. Inside `store.write`. */
  write(from: Contents, to: Contents): void
  /** Keeps those settings that nobody has said here. Inside `store.write`. */
  writeSettings(settings: Readonly<Record<string, string>>): void
}

const inASecond = 100

/** The rows of a journal as `src/transfer/tables.ts` lists them. */
export function createContents(store: Store): ContentsRoom {
  const readSettings = store.prepare<{ name: string; value: string }>(
    `SELECT name, value FROM setting ORDER BY name`,
  )
  const keepSetting = store.prepare(`INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)`)
  const has = eachTable((name) => {
    const { key } = tableOf(name)
    const where = key.map((column) => `${column} = ?`).join(' AND ')
    return key.length === 1
      ? store.prepare<{ one: number }>(`SELECT 1 AS one FROM ${name} WHERE ${where}`)
      : null
  })
  const placeOf = store.prepare<{ place: number }>(`SELECT place FROM note WHERE id = ?`)
  const taken = store.prepare<{ one: number }>(`SELECT 1 AS one FROM note WHERE place = ?`)
  const clearTriggers = store.prepare(`DELETE FROM note_trigger WHERE place = ?`)
  const clearTechniques = store.prepare(`DELETE FROM note_technique WHERE place = ?`)
  const addTrigger = store.prepare(`INSERT INTO note_trigger (trigger_id, place) VALUES (?, ?)`)
  const addTechnique = store.prepare(
    `INSERT INTO note_technique (technique, place, verdict) VALUES (?, ?, ?)`,
  )
  const triggers = store.prepare<{ place: number; name: string }>(
    `SELECT place, trigger_id AS name FROM note_trigger ORDER BY place, trigger_id`,
  )
  const techniques = store.prepare<Verdict & { place: number }>(
    `SELECT place, technique, verdict FROM note_technique ORDER BY place, technique`,
  )

  function read(): Contents {
    const triggersAt = Map.groupBy(triggers.all(), ({ place }) => place)
    const techniquesAt = Map.groupBy(techniques.all(), ({ place }) => place)
    return inOrder(
      eachTable((name) => {
        const columns = plainColumns(tableOf(name))
        const isNote = name === 'note'
        const rows = store
          .tuples<readonly (string | number | null)[]>(
            `SELECT ${isNote ? 'place, ' : ''}${columns.join(', ')} FROM ${name}`,
          )
          .all()
        return rows.map((cells) => {
          const row: Record<string, Value> = {}
          columns.forEach((column, at) => {
            row[column] = cells[isNote ? at + 1 : at] ?? null
          })
          if (!isNote) return row
          const place = Number(cells[0])
          row['triggers'] = (triggersAt.get(place) ?? []).map((each) => each.name)
          row['techniques'] = (techniquesAt.get(place) ?? []).map(({ technique, verdict }) => ({
            technique,
            verdict,
          }))
          return shaped(tableOf(name), row)
        })
      }),
    )
  }

  /** Its second, or the next free number after it, as everywhere (src/notes/rows.ts). */
  function freePlace(at: number): number {
    let place = Math.floor(at / 1000) * inASecond
    while (taken.get(place)) place++
    return place
  }

  function writeRows(name: TableName, rows: readonly Row[]) {
    if (rows.length === 0) return
    if (name === 'note') return writeNotes(rows)
    const { columns, key } = tableOf(name)
    const all = Object.keys(columns)
    const rest = all.filter((column) => !key.includes(column))
    const upsert = store.prepare(`
      INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
      ON CONFLICT (${key.join(', ')})
      DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`)
    for (const row of rows) upsert.run(...all.map((column) => cellOf(row[column])))
  }

  function writeNotes(rows: readonly Row[]) {
    const columns = plainColumns(tables.note)
    const insert = store.prepare(`
      INSERT INTO note (${columns.join(', ')}, place)
      VALUES (${columns.map(() => '?').join(', ')}, ?)`)
    const update = store.prepare(`
      UPDATE note SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE place = ?`)
    for (const row of rows) {
      const there = placeOf.get(cellOf(row['id']))?.place
      const place = there ?? freePlace(Number(row['at']))
      const write = there === undefined ? insert : update
      write.run(...columns.map((column) => cellOf(row[column])), place)
      clearTriggers.run(place)
      clearTechniques.run(place)
      for (const each of listOf(row['triggers']))
        if (typeof each === 'string') addTrigger.run(each, place)
      for (const each of listOf(row['techniques']))
        if (typeof each !== 'string') addTechnique.run(each.technique, place, each.verdict)
    }
  }

  function removeRows(name: TableName, rows: readonly Row[]) {
    if (rows.length === 0) return
    const { key } = tableOf(name)
    const where = key.map((column) => `${column} = ?`).join(' AND ')
    const remove = store.prepare(`DELETE FROM ${name} WHERE ${where}`)
    for (const row of rows) {
      if (name === 'note') {
        const place = placeOf.get(cellOf(row['id']))?.place
        if (place === undefined) continue
        clearTriggers.run(place)
        clearTechniques.run(place)
      }
      remove.run(...key.map((column) => cellOf(row[column])))
    }
  }

  return {
    read,
    settings: () => Object.fromEntries(readSettings.all().map(({ name, value }) => [name, value])),
    has: (name, key) => has[name]?.get(key) !== undefined,
    write(from, to) {
      const changes = changesBetween(from, to)
      for (const name of tableNames.toReversed()) removeRows(name, changes[name].removed)
      for (const name of tableNames)
        writeRows(name, [...changes[name].added, ...changes[name].changed])
    },
    writeSettings(settings) {
      for (const [name, value] of Object.entries(settings)) keepSetting.run(name, value)
    },
  }
}

/** Those that are columns of the table itself. */
const plainColumns = (table: Table): string[] =>
  Object.entries(table.columns).flatMap(([column, { is }]) =>
    is === 'names' || is === 'verdicts' ? [] : [column],
  )

/** Its columns in the table's order, so that the same row is the same text. */
const shaped = (table: Table, row: Row): Row =>
  Object.fromEntries(Object.keys(table.columns).map((column) => [column, row[column] ?? null]))

const cellOf = (value: Value | undefined): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null

const listOf = (value: Value | undefined): readonly (string | Verdict)[] =>
  Array.isArray(value) ? value : []
