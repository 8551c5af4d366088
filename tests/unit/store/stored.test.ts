import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { createSummary } from '../../../src/shifts/summary.ts'
import { createContents } from '../../../src/transfer/contents.ts'
import { readJournalFile, written } from '../../../src/transfer/file.ts'
import { tableNames } from '../../../src/transfer/tables.ts'
import { passphrase, testClock } from '../../desk.ts'
import { backupsOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, productMigrations } from './journal-in.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
/**
 * Each was written by the Lull of a commit whose last migration that was, through its own companion: notes,
 * a draft, check-ins and, where there were any, a plan, a shift's start, a mark, a week.
 */
const stored = readdirSync(fixtures)
  .flatMap((name) => /^version-(\d+)$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((a, b) => a - b)
/** These came into the house together with the next one: no Lull ever ended there. */
const neverStood = [3, 6, 7, 12]
/** The version of now may still have none: it is written before the next one comes. */
const newestStored = productMigrations.length - 1

async function opened(version: number, migrations = productMigrations) {
  const folder = tempFolder()
  cpSync(join(fixtures, `version-${version}`), folder, { recursive: true })
  const journal = journalIn(folder, { migrations })
  return { folder, store: await storeOf(journal, journal.open({ passphrase })) }
}
const versionOf = (store: Store) =>
  store.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version
const columnsOf = (store: Store, table: string) =>
  store
    .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
const rowsOf = (store: Store, table: string, columns: readonly string[]) =>
  store
    .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
    .all()
    .map((row) => JSON.stringify(row))
    .toSorted()

describe('the stored files', () => {
  it('are of every version that ever stood', () => {
    const all = Array.from({ length: newestStored }, (_, at) => at + 1)
    expect(stored.filter((version) => version <= newestStored)).toEqual(
      all.filter((version) => !neverStood.includes(version)),
    )
  })

  it.each(stored)('of version %i opens, and keeps every row as it was', async (version) => {
    const { store: old } = await opened(version, productMigrations.slice(0, version))
    const { folder, store } = await opened(version)
    expect(versionOf(old)).toBe(version)
    expect(versionOf(store)).toBe(productMigrations.length)
    expect(backupsOf(folder, 'migration')).toHaveLength(version < productMigrations.length ? 1 : 0)

    let rows = 0
    for (const table of [...tableNames, 'draft', 'setting']) {
      const before = columnsOf(old, table)
      if (before.length === 0) continue
      const both = before.filter((column) => columnsOf(store, table).includes(column))
      const kept = rowsOf(old, table, both)
      expect(rowsOf(store, table, both), table).toEqual(kept)
      rows += kept.length
    }
    expect(rows).toBeGreaterThan(5)
  })

  it.each(stored)('of version %i is whole afterwards, and can be taken out', async (version) => {
    const { store } = await opened(version)
    expect(store.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(store.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    expect(() =>
      store.prepare("INSERT INTO note_words (note_words) VALUES ('integrity-check')").run(),
    ).not.toThrow()
    const summaries = () => store.prepare('SELECT * FROM shift_summary').all()
    const kept = summaries()
    createSummary(store).rebuild()
    expect(summaries()).toEqual(kept)

    const contents = createContents(store).read()
    const exportedAt = '2026-11-26T16:00:00Z'
    const text = written({ exportedAt, settings: {}, contents })
    expect(readJournalFile(text, testClock().now() + 86_400_000).contents).toEqual(contents)
  })
})
