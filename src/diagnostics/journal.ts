import type { Store } from '../ports.ts'
import { magnitude, type Checked, type JournalFacts, type Plain } from './kinds.ts'

export interface Diagnostics {
  /** What can be said of the open journal without a word or a number of anybody's. */
  inside(settings: Record<string, Plain>): NonNullable<JournalFacts['inside']>
  /** Reads every page of the file, as SQLite's own check does, and every reference. */
  check(): Checked
}

/** How many problems SQLite looks for before it stops. */
const most = 100

export function createDiagnostics(store: Store): Diagnostics {
  return {
    inside: (settings) => ({
      sqlite:
        store.prepare<{ version: string }>('SELECT sqlite_version() AS version').get()?.version ??
        'unknown',
      cipher:
        store
          .prepare<{ cipher: string }>(
            `SELECT sqlite3mc_config('cipher') || ', ' || sqlite3mc_version() AS cipher`,
          )
          .get()?.cipher ?? 'unknown',
      schema:
        store.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0,
      rows: Object.fromEntries(
        ownTables(store).map((name) => [name, magnitude(count(store, name))]),
      ),
      settings,
    }),
    check() {
      const said = store
        .prepare<{ integrity_check: string }>(`PRAGMA integrity_check(${most})`)
        .all()
        .filter((row) => row.integrity_check !== 'ok')
      const orphans = store.prepare<object>('PRAGMA foreign_key_check').all()
      const problems = Math.min(most, said.length + orphans.length)
      return { whole: problems === 0, problems }
    },
  }
}

/** The tables of Lull's own migrations, without those that the full-text index keeps for itself. */
const ownTables = (store: Store): string[] =>
  store
    .prepare<{ name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)

/** A name comes from the file's own schema; it is quoted all the same. */
const count = (store: Store, table: string): number =>
  store.prepare<{ n: number }>(`SELECT count(*) AS n FROM "${table.replaceAll('"', '""')}"`).get()
    ?.n ?? 0
