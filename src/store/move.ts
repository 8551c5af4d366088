import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { MoveProblem } from '../ports.ts'
import { copyFile, syncFile, syncFolder } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import { journalFiles } from './files.ts'
import { readKeyFile } from './keys.ts'
import { checkWhole, openDatabase, stickSettings } from './open.ts'
import { digestOf, makeSeqFile, readSeqFile } from './seq.ts'
import { bytesIn, wipeFiles } from './wipe.ts'

/*
 * How a journal moves to another folder. What is being done is written down outside of both, where Lull keeps
 * the journal's place (src/store/journal-place.ts):
 *   1. the place is told that a copy is made (`copying`);
 *   2. everything is copied under a passing name beside the new place, on the disk, compared, and opened;
 *   3. the place is the new one, and the old one is to go (`leaving`);
 *   4. the copy takes its name, and the place is told so (`arrived`);
 *   5. the old one goes, its keys first;
 *   6. the place is told that this is done.
 * Cut before 3 the old one is the journal, and the next start drops the copy; cut after it the new one is, and
 * the next start goes on at 4. The old one is it again only where no copy ever took its name: what is written
 * from 4 on stands in the new one alone.
 */

/** What a moved journal's folder is called, in the folder that was chosen. */
export const movedName = 'Lull journal'

const passingOf = (to: string): string => `${to}.moving`

/** Why the journal at `from` can't lie at `to`, or null. Nothing is changed. */
export function whyNotTo(from: string, to: string): MoveProblem | null {
  const outer = dirname(to)
  try {
    const next = join(realpathSync.native(outer), basename(to))
    if (isWithin(next, realOf(from))) return 'inside-itself'
    if (isJournalIn(outer) || isJournalIn(to)) return 'journal-there'
    if (existsSync(to) && !isEmpty(to)) return 'name-taken'
    accessSync(outer, constants.W_OK)
    tryToWrite(outer)
    const { bavail, bsize } = statfsSync(outer)
    if (bavail * bsize < bytesIn(from) + sparedBytes) return 'no-room'
    return null
  } catch {
    return 'not-writable'
  }
}

/** A database grows while it is opened and checked, and the next weeks need room as well. */
const sparedBytes = 4 * 2 ** 20

/** Some file systems allow what they then refuse. */
function tryToWrite(folder: string): void {
  const tried = join(folder, `.${movedName}.tried`)
  rmSync(tried, { recursive: true, force: true })
  mkdirSync(tried)
  rmdirSync(tried)
}

/** Also the rest of a wipe, or keys without a journal. */
export const isJournalIn = (folder: string): boolean => {
  const { db, keys, newDb, wiped } = journalFiles(folder)
  return [db, keys, newDb, wiped].some((path) => existsSync(path))
}

/** Step 2, of a closed journal. The key stays the caller's. Throws a code, and leaves nothing there. */
export function copyJournal(from: string, to: string, dataKey: Buffer): void {
  const passing = passingOf(to)
  withStoreErrors(() => {
    try {
      dropCopy(to)
      mkdirSync(passing, { mode: 0o700 })
      for (const each of filesIn(from).filter(isMoved)) {
        const target = join(passing, each)
        mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
        copyFile(join(from, each), target)
        if (hashOf(join(from, each)) !== hashOf(target))
          throw new StoreError('damaged', 'The copy isn’t what it was copied from.')
      }
      check(passing, dataKey)
      for (const folder of foldersIn(passing)) syncFolder(join(passing, folder))
      syncFolder(passing)
      syncFolder(dirname(to))
    } catch (error) {
      // What is in the way of this is dropped at the next start.
      quietly(() => dropCopy(to))
      throw error
    }
  })
}

/** The copy opens with the journal's key, every page of it, and its key file can be read. */
function check(folder: string, dataKey: Buffer): void {
  const copy = journalFiles(folder)
  readKeyFile(copy.keys)
  const { seq, digest } = readSeqFile(copy.seq)
  const asLeft = seq !== null && digest === digestOf(copy.db)
  // Whatever the place is: these ask the least of it.
  const db = openDatabase(copy.db, dataKey, stickSettings)
  try {
    checkWhole(db)
  } finally {
    db.close()
  }
  rmSync(copy.rollback, { force: true })
  syncFile(copy.db)
  // Opening it as on a stick changes a byte or two, which must not be told as another program's doing.
  if (asLeft) makeSeqFile(copy.seq, seq, digestOf(copy.db))
}

/**
 * A copy that didn't become the journal: its keys go first. True once it is seen to be gone: where its place is
 * away, it may come back with it. Throws what the disk says.
 */
export function dropCopy(to: string): boolean {
  const passing = passingOf(to)
  if (existsSync(passing)) {
    wipeFiles(journalFiles(passing))
    rmSync(passing, { recursive: true, force: true })
  }
  return existsSync(dirname(to))
}

/**
 * Step 4, where it wasn't done yet. `there`: the new place has the journal. `back`: it has none, and never had,
 * so the one at `from` still is it. `away`: its place is, or something stands in the way.
 */
export function arrive(from: string, to: string, hasArrived: boolean): 'there' | 'back' | 'away' {
  const passing = passingOf(to)
  quietly(() => {
    if (isWhole(to) || !isWhole(passing)) return
    // On Windows no folder takes the name of one that is there.
    if (existsSync(to)) rmdirSync(to)
    renameSync(passing, to)
  })
  if (isWhole(to)) return 'there'
  return !hasArrived && existsSync(dirname(to)) && isWhole(from) ? 'back' : 'away'
}

/** Whether a journal lies there that nobody has begun to delete. */
export const isWhole = (folder: string): boolean => {
  const { db, keys } = journalFiles(folder)
  return existsSync(db) && existsSync(keys) && !isBeingWiped(folder)
}

export const isBeingWiped = (folder: string): boolean => existsSync(journalFiles(folder).wiped)

/**
 * Step 5: deletes the journal that was left, and what else lay there if its twin is in the new place. True once it
 * is seen to be gone: where its place is away, it may come back with it. Throws what the disk says.
 */
export function leave(from: string, to: string): boolean {
  if (!existsSync(from)) return existsSync(dirname(from))
  if (realOf(from) === realOf(to)) return true
  const [old, now] = [journalFiles(from), journalFiles(to)]
  // Whatever lies there by now is left alone if it isn't that journal.
  if (existsSync(old.keys) && readKeyFile(old.keys).journal !== readKeyFile(now.keys).journal)
    return true
  // The new one's name must stand on the disk before the old one has none.
  syncFolder(dirname(to))
  wipeFiles(old)
  for (const each of filesIn(from)) {
    const twin = join(to, each)
    if (existsSync(twin) && hashOf(twin) === hashOf(join(from, each))) rmSync(join(from, each))
  }
  dropEmpty(from)
  return true
}

/**
 * The same where the journal was deleted at its new place meanwhile. `journal`: the id in its key file; null leaves
 * alone whatever can be opened.
 */
export function leaveDeleted(from: string, journal: string | null): boolean {
  if (!existsSync(from)) return existsSync(dirname(from))
  const files = journalFiles(from)
  if (existsSync(files.keys) && readKeyFile(files.keys).journal !== journal) return true
  wipeFiles(files)
  dropEmpty(from)
  return true
}

function dropEmpty(from: string): void {
  for (const folder of ['.', ...foldersIn(from)].toReversed())
    quietly(() => rmdirSync(join(from, folder)))
  syncFolder(dirname(from))
}

/** The id of the journal there; null where no key file says it. */
export function journalIdIn(folder: string): string | null {
  try {
    return readKeyFile(journalFiles(folder).keys).journal
  } catch {
    return null
  }
}

/** Whether both name one folder, which needn't be there. */
export const isSame = (one: string, other: string): boolean =>
  join(realOf(dirname(one)), basename(one)) === join(realOf(dirname(other)), basename(other))

/** What only this computer's open journal has, and what a copy of the journal is made under. */
const isMoved = (path: string): boolean => {
  const [first = '', second] = path.split(sep)
  if (['journal.open', 'journal.lock'].includes(first) || first.endsWith('-shm')) return false
  return !(first === 'backups' && second === 'unfinished')
}

const entriesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((each) => ({
    each,
    path: relative(folder, join(each.parentPath, each.name)),
  }))
const filesIn = (folder: string): string[] =>
  entriesIn(folder).flatMap(({ each, path }) => (each.isFile() ? [path] : []))
/** Outer ones before what is in them. */
const foldersIn = (folder: string): string[] =>
  entriesIn(folder)
    .flatMap(({ each, path }) => (each.isDirectory() ? [path] : []))
    .toSorted()

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

const isEmpty = (folder: string): boolean =>
  lstatSync(folder).isDirectory() && readdirSync(folder).length === 0

/** Also of a folder that isn't there. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

const isWithin = (path: string, outer: string): boolean => {
  const way = relative(outer, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way))
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Whoever calls says what becomes of it.
  }
}
