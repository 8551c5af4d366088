import type { Store } from '../ports.ts'
import { StoreError, asStoreError } from './errors.ts'
import type { Db } from './open.ts'

/** One step of the database's shape: `0001-spine.sql` is version 1, named `spine`. */
export interface Migration {
  version: number
  name: string
  sql: string
}

/** The migrations in order. Throws when their numbers aren't 1, 2, 3 and so on. */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  const sorted = migrations.toSorted((a, b) => a.version - b.version)
  const wrong = sorted.find(({ version }, index) => version !== index + 1)
  if (wrong) throw new RangeError(`migrations: a gap or a duplicate at ${wrong.version}`)
  return sorted
}

/** The migrations that this database still needs. Throws `newer` when it has had more than we know. */
export function pendingIn(db: Db, migrations: readonly Migration[]): readonly Migration[] {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length) {
    throw new StoreError(
      'newer',
      `A newer Lull wrote this journal: its form is ${version}, and this Lull knows ${migrations.length}. Nothing was changed; use that Lull.`,
      { newer: { form: version, knows: migrations.length } },
    )
  }
  return migrations.slice(version)
}

/** Runs them in one transaction with the new version number: all of it happens, or nothing. */
export function migrate(db: Db, store: Store, pending: readonly Migration[]): void {
  store.write(() => {
    for (const migration of pending) run(db, migration)
  })
}

function run(db: Db, { version, name, sql }: Migration): void {
  try {
    db.exec(sql)
    db.pragma(`user_version = ${version}`)
    const orphans = db.prepare('PRAGMA foreign_key_check').all()
    if (orphans.length > 0) throw new Error(`it leaves ${orphans.length} rows without a parent`)
  } catch (error) {
    const known = asStoreError(error)
    if (known instanceof StoreError) throw known
    const message = `The journal could not be brought up to date (step ${version}, ${name}). It was left as it was.`
    throw new StoreError('damaged', message, { cause: error })
  }
}
