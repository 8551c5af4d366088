import { existsSync, readFileSync, readdirSync, rmSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../ports.ts'
import { damagedEnding, inNewFolder } from './backup.ts'
import { copyFile, fileSize, isFile, readSmallFile } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { longestFile, readKeyFile, type KeyFile } from './keys.ts'
import { checkEverything, openDatabase, type Settings } from './open.ts'
import { seqOf } from './seq.ts'

/*
 * SQLite repairs what it opens, and takes what a log can't give for the end of it. So a journal that isn't
 * exactly as Lull left it is opened as a copy first, and only what passed there is opened itself: a damaged
 * journal stays as it is, to the byte. What is opened although something was wrong with it is copied aside
 * before, and that copy is never taken away by Lull.
 */

/**
 * Opens a copy of the journal, with its log, and checks everything in it. Returns the number of the last
 * transaction there. Throws `damaged`, or `busy` where another program wrote meanwhile. The journal's own
 * files are only read, and nothing is left of the copy.
 */
export function tryOnCopy(files: JournalFiles, dataKey: Buffer, settings: Settings): number {
  const before = stateOf(files)
  try {
    return onCopy(files, ['db', 'wal', 'rollback'], (db) => {
      const opened = openDatabase(db, dataKey, settings)
      try {
        checkEverything(opened)
        return withStoreErrors(() => seqOf(opened))
      } finally {
        withStoreErrors(() => opened.close())
      }
    })
  } catch (error) {
    if (stateOf(files) === before) throw error
    throw new StoreError('busy', 'Another program is using the journal. Nothing was changed.')
  }
}

/** Whether this is the key of the journal's database. Reads a copy of it, without its log. */
export function fits(files: JournalFiles, dataKey: Buffer, settings: Settings): boolean {
  try {
    onCopy(files, ['db'], (db) => openDatabase(db, dataKey, settings).close())
    return true
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return false
    throw error
  }
}

/** Removes what a cut may have left of such a copy. */
export function dropTrial({ trial }: JournalFiles): void {
  rmSync(trial, { recursive: true, force: true })
}

/**
 * Copies the journal's files aside as they are, once: where a copy with the same bytes is there, that one does.
 * Returns the copy's folder, or null where there is nothing to copy.
 */
export function keepDamaged(files: JournalFiles, now: Instant): string | null {
  return withStoreErrors(() => {
    const there = partsOf(files).filter(isFile)
    if (there.length === 0) return null
    const same = foldersIn(files.backups)
      .filter((name) => name.endsWith(damagedEnding))
      .map((name) => journalFiles(join(files.backups, name)))
      .find((copy) => partsOf(files).every((path, at) => sameBytes(path, partsOf(copy)[at] ?? '')))
    if (same) return same.folder
    return inNewFolder(files.backups, 'damaged', now, 'UTC', (copy) => {
      for (const [at, path] of partsOf(files).entries()) {
        if (there.includes(path)) copyFile(path, partsOf(copy)[at] ?? '')
      }
    })
  })
}

/** The different key files that copies of the journal carry, of the newest copy first. What can't be read isn't among them. */
export function keysInCopies({ backups }: JournalFiles): KeyFile[] {
  const texts = new Set<string>()
  return foldersIn(backups)
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const path = join(backups, name, 'journal.keys')
      try {
        const text = readSmallFile(path, longestFile)
        if (text === null || texts.has(text)) return []
        texts.add(text)
        // What was cut off when that copy was made was settled since.
        const { next: _next, ...file } = readKeyFile(path)
        return [file]
      } catch {
        return []
      }
    })
}

/** What a person would lose: the rest can be made anew. */
const partsOf = ({ db, wal, rollback, keys, seq }: JournalFiles): string[] => [
  db,
  wal,
  rollback,
  keys,
  seq,
]

const foldersIn = (backups: string): string[] => (existsSync(backups) ? readdirSync(backups) : [])

function onCopy<Result>(
  files: JournalFiles,
  parts: readonly ('db' | 'wal' | 'rollback')[],
  work: (db: string) => Result,
): Result {
  const { trial } = files
  const copy = journalFiles(trial)
  dropTrial(files)
  return withStoreErrors(() => {
    mkdirSync(trial, { recursive: true, mode: 0o700 })
    try {
      for (const part of parts) {
        if (existsSync(files[part])) copyFile(files[part], copy[part])
      }
      return work(copy.db)
    } finally {
      rmSync(trial, { recursive: true, force: true })
    }
  })
}

/** Changes with each write to the database or its log. */
const stateOf = ({ db, wal, rollback }: JournalFiles): string =>
  [db, wal, rollback]
    .map((path) => {
      const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
      return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : 'none'
    })
    .join('\n')

const sizeOf = (path: string) => (isFile(path) ? fileSize(path) : null)

function sameBytes(one: string, other: string): boolean {
  if (sizeOf(one) !== sizeOf(other)) return false
  return !isFile(one) || readFileSync(one).equals(readFileSync(other))
}
