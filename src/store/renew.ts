import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Keys, Random } from '../ports.ts'
import { copyFile, fileSize, isFile, syncFile, syncFolder } from './durable.ts'
import { StoreError, quietly, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { damagedEnding } from './backup.ts'
import { proven } from './key-changes.ts'
import {
  keepKeys,
  newDataKey,
  passphraseSlot,
  unwrapBefore,
  wrapBefore,
  type KeyFile,
  type ScryptCost,
} from './keys.ts'
import { changeKey, checkWhole, closeWhole, openDatabase, type Db, type Settings } from './open.ts'
import { pagesFit } from './pages.ts'
import { seqOf } from './seq.ts'
import type { Tries } from './tries.ts'

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

interface RenewOptions {
  files: JournalFiles
  by: { settings: Settings; random: Random; scrypt: ScryptCost }
  tries: Tries
  /** The journal that is open. Throws where none is. */
  held: () => { db: Db; dataKey: Buffer }
  isOpen: () => boolean
  /** Closes it, without saying how it was left, and with nobody let in. */
  close: () => void
  /** Others may have it now. */
  letGo: () => void
}

/** Another data key, in the steps above. From the new slot on nothing waits, so nothing is written meanwhile. */
export function createRenew({
  files,
  by: { settings, random, scrypt },
  tries,
  held,
  isOpen,
  close,
  letGo,
}: RenewOptions): Keys['renew'] {
  return async (secret, passphrase) => {
    const {
      next: _cutOff,
      before: _done,
      ...file
    } = await proven(files, secret, () => held().dataKey, tries)
    const { journal } = file
    const dataKey = newDataKey(random)
    const made = await passphraseSlot(dataKey, passphrase, journal, random, scrypt)
    return withStoreErrors(() => {
      const { db, dataKey: now } = held()
      // Closing overwrites the journal's own.
      const old = Buffer.from(now)
      // Notes that are sealed from now on must not open to whoever had the old key.
      buildRenewed(db, files, [old, dataKey], settings, (copy) => copy.exec('DELETE FROM seal'))
      const slots = [made.slot]
      const before = wrapBefore(old, dataKey, journal, random)
      try {
        keepKeys(files.keys, { ...file, next: { slots, before } }, [made])
        rmSync(files.seal, { force: true })
        // What it leaves is about to be replaced.
        close()
        dropLog(files)
        putInPlace(files)
      } catch (error) {
        const opensBy = (key: Buffer) => !isOpen() && pagesFit(files.db, key, 'first')
        // Once the copy has taken the name there is no way back, whatever the disk said of it.
        if (!opensBy(dataKey)) {
          // Where neither key is seen to open it, both stay in the key file, and the next opening finds out.
          if (isOpen() || opensBy(old)) {
            // First, so that a full disk has room for the key file; where it has none, the next opening takes it back.
            dropRenewed(files)
            quietly(() => keepKeys(files.keys, file, []))
          }
          if (!isOpen()) letGo()
          throw error
        }
      } finally {
        old.fill(0)
      }
      try {
        const changed: KeyFile = { version: 2, journal, slots, before }
        keepKeys(files.keys, changed, [])
        return { copiesLeft: renewOldCopies(files, changed, dataKey, settings) }
      } catch {
        // It is done; what is left of it, the next opening finishes.
        return { copiesLeft: 1 }
      } finally {
        dataKey.fill(0)
        letGo()
      }
    })
  }
}

/** Step 1. `db` is the open journal under `from`; both keys stay the caller's. Throws, and leaves nothing behind. */
function buildRenewed(
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
function putInPlace(files: JournalFiles): void {
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
function renewCopies(
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

/** Copies that have the data key from before get the one of now; once all have, that one is forgotten. */
export function renewOldCopies(
  files: JournalFiles,
  { before, ...file }: KeyFile,
  dataKey: Buffer,
  settings: Settings,
): number {
  const old = before && unwrapBefore(before, dataKey, file.journal)
  const left = old ? renewCopies(files, [old, dataKey], file, settings) : 0
  old?.fill(0)
  // What is left is tried again at each opening: a disk may have room then.
  keepKeys(files.keys, left > 0 && before ? { ...file, before } : file, [])
  return left
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
