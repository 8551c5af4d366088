import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyFile, fileSize, isFile, syncFile, syncFolder } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { damagedEnding } from './backup.ts'
import { keepKeys, type KeyFile } from './keys.ts'
import { changeKey, checkWhole, closeWhole, openDatabase, type Db, type Settings } from './open.ts'
import { pagesFit } from './pages.ts'
import { seqOf } from './seq.ts'

/*
 * How a journal gets another data key ("someone may know my passphrase"):
 *   1. a copy of the database under the new key, whole and on the disk, under a passing name;
 *   2. the key file, with the slots of both keys;
 *   3. the log is emptied and removed, so that none of it is ever put over the new file;
 *   4. the copy takes the database's name;
 *   5. the key file, with the new slots alone.
 * Cut before 4 the journal is under the old key, after it under the new one: `renewed` being there, or a
 * log, tells which. Copies of the journal follow, each of them whole before it takes its place.
 */

/** Step 1. `db` is the open journal under `from`; both keys stay the caller's. Throws, and leaves nothing behind. */
export function buildRenewed(
  db: Db,
  files: JournalFiles,
  [from, to]: readonly [from: Buffer, to: Buffer],
  settings: Settings,
  alter: (copy: Db) => void = () => {},
): void {
  dropRenewed(files)
  try {
    withStoreErrors(() => db.prepare('VACUUM INTO ?').run(files.renewed))
    changeKey(files.renewed, from, to, settings)
    const copy = openDatabase(files.renewed, to, settings)
    try {
      checkWhole(copy)
      if (seqOf(copy) !== seqOf(db))
        throw new StoreError(
          'busy',
          'The journal was changed meanwhile. Nothing was done; try again.',
        )
      withStoreErrors(() => alter(copy))
    } finally {
      closeWhole(copy)
    }
    syncFile(files.renewed)
    syncFolder(files.folder)
  } catch (error) {
    dropRenewed(files)
    throw error
  }
}

/** Step 3, with the database closed. Throws where its log is still needed. */
export function dropLog(files: JournalFiles): void {
  if (hasLog(files))
    throw new StoreError('busy', 'Another program is using the journal. Nothing was changed.')
  for (const path of [files.wal, files.rollback]) rmSync(path, { force: true })
  syncFolder(files.folder)
}

/** Whether something waits beside the database, to be put into it or to be taken back: it wasn't closed. */
export const hasLog = ({ wal, rollback }: JournalFiles): boolean =>
  [wal, rollback].some((path) => (fileSize(path) ?? 0) > 0)

/** Step 4. */
export function putInPlace(files: JournalFiles): void {
  renameSync(files.renewed, files.db)
  syncFolder(files.folder)
}

export function dropRenewed({ renewed }: JournalFiles): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(renewed + end, { force: true })
}

/**
 * Gives every copy of the journal the data key that the journal has, with its slots. Returns how many
 * could not be given it: damaged, or under yet another key. Those stay as they are, to the byte.
 */
export function renewCopies(
  { backups }: JournalFiles,
  keys: readonly [from: Buffer, to: Buffer],
  { journal, slots }: KeyFile,
  settings: Settings,
): number {
  if (!existsSync(backups)) return 0
  const names = () => readdirSync(backups).filter((name) => name !== passingName)
  for (const name of names().filter((each) => each.endsWith(oldEnding))) putBack(backups, name)
  return names().filter((name) => !renewCopy(name)).length

  function renewCopy(name: string): boolean {
    const copy = journalFiles(join(backups, name))
    if (!isFile(copy.db)) return true
    try {
      if (pagesFit(copy.db, keys[1], 'first')) return true
      // One that is kept as it was found, or is under yet another key, costs no copying at each opening.
      if (name.endsWith(damagedEnding) || !pagesFit(copy.db, keys[0], 'first')) return false
      const passing = journalFiles(join(backups, passingName))
      rmSync(passing.folder, { recursive: true, force: true })
      mkdirSync(passing.folder, { mode: 0o700 })
      copyFile(copy.db, passing.db)
      for (const log of ['wal', 'rollback'] as const)
        if (existsSync(copy[log])) copyFile(copy[log], passing[log])
      const db = openDatabase(passing.db, keys[0], settings)
      try {
        buildRenewed(db, passing, keys, settings)
      } finally {
        db.close()
      }
      dropLog(passing)
      putInPlace(passing)
      keepKeys(passing.keys, { version: 2, journal, slots }, [])
      swapFolders(copy.folder, passing.folder, backups)
      return true
    } catch {
      // Whatever stands in the way: it opens as it did, and that is what is told.
      return false
    }
  }
}

const passingName = 'unfinished'
const oldEnding = '.old'

/** A cut between the two names leaves the old one aside, where the next opening finds it. */
function swapFolders(folder: string, renewed: string, backups: string): void {
  renameSync(folder, folder + oldEnding)
  renameSync(renewed, folder)
  syncFolder(backups)
  rmSync(folder + oldEnding, { recursive: true, force: true })
}

function putBack(backups: string, name: string): void {
  const aside = join(backups, name)
  const folder = aside.slice(0, -oldEnding.length)
  if (existsSync(folder)) rmSync(aside, { recursive: true, force: true })
  else renameSync(aside, folder)
}
