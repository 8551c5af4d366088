import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyFile } from './durable.ts'
import { withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { migrate, pendingIn, type Migration } from './migrate.ts'
import { checkWhole, openDatabase, setIndex, type Db, type Settings } from './open.ts'
import { openStore } from './store.ts'

/** How the product opens a database of its own. */
export interface OpensBy {
  settings: Settings
  migrations: readonly Migration[]
}

/** Opens a database that no window sees, looks at every page unless told not to, and brings it up to date. */
export function openUpToDate(
  path: string,
  dataKey: Buffer,
  { settings, migrations }: OpensBy,
  check = checkWhole,
): Db {
  const db = openDatabase(path, dataKey, settings)
  try {
    check(db)
    const pending = pendingIn(db, migrations)
    if (pending.length > 0) migrate(db, openStore(db), pending)
    setIndex(db, settings)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a copy of a database and of what waits beside it inside Lull's own folder, under a name of its own, so that what is
 * looked at stays as it is, to the byte. `end` closes and removes it; what a cut leaves goes by `clearAside`.
 */
export function openAside(
  files: JournalFiles,
  name: string,
  from: Pick<JournalFiles, 'db' | 'wal' | 'rollback'>,
  dataKey: Buffer,
  by: OpensBy,
  check = checkWhole,
): { db: Db; end: () => void } {
  const copy = journalFiles(join(files.aside, name))
  const remove = () => rmSync(copy.folder, { recursive: true, force: true })
  try {
    const db = withStoreErrors(() => {
      remove()
      mkdirSync(copy.folder, { recursive: true, mode: 0o700 })
      copyFile(from.db, copy.db)
      for (const log of ['wal', 'rollback'] as const)
        if (existsSync(from[log])) copyFile(from[log], copy[log])
      return openUpToDate(copy.db, dataKey, by, check)
    })
    return {
      db,
      end() {
        db.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** What was being looked at when Lull was cut off. */
export function clearAside({ aside }: JournalFiles): void {
  rmSync(aside, { recursive: true, force: true })
}
