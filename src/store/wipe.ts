import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCopyName } from '../copy-kinds.ts'
import { syncFolder } from './durable.ts'
import type { JournalFiles } from './files.ts'
import { dropRenewed } from './renew.ts'

/**
 * Deletes a journal and all its copies. First it is written down that this is so: a cut, or a file that
 * another program holds, leaves no rest that would pass for a journal (`finishWipe`). Keys go next, those
 * of copies as well, and the folder is synced before anything else goes: what is left then can't be opened
 * by anybody.
 */
export function wipeFiles(files: JournalFiles): void {
  if (existsSync(files.folder)) {
    writeFileSync(files.wiped, '')
    syncFolder(files.folder)
  }
  const keys = [
    files.keys,
    // What a cut left of a change of the keys has some of them in it.
    `${files.keys}.new`,
    ...copies(files.backups).map((name) => join(files.backups, name, 'journal.keys')),
    // And so has what a cut left of a restore, or of a file that was looked at.
    ...[
      files.restored,
      files.restoring,
      ...copies(files.aside).map((name) => join(files.aside, name)),
    ].map((folder) => join(folder, 'journal.keys')),
  ]
  for (const path of keys) rmSync(path, { force: true })
  if (existsSync(files.folder)) syncFolder(files.folder)
  dropRenewed(files)
  const logs = [files.wal, files.rollback, `${files.db}-shm`, ...withLogs(files.newDb)]
  const others = [...logs, files.seq, files.seal, files.tries, files.open, files.lock]
  for (const path of [files.db, ...others]) rmSync(path, { force: true })
  const folders = [files.restored, files.restoring, files.aside, files.trial, files.sealed]
  for (const path of [...folders, files.backups]) rmSync(path, { recursive: true, force: true })
  if (existsSync(files.folder)) syncFolder(files.folder)
  rmSync(files.wiped, { force: true })
}

/** A database with what SQLite may have left beside it. */
export const withLogs = (db: string): string[] =>
  ['', '-wal', '-shm', '-journal'].map((end) => db + end)

/** Goes on with one that was begun, if any; what still stands in the way is tried again the next time. */
export function finishWipe(files: JournalFiles): void {
  if (!existsSync(files.wiped)) return
  try {
    wipeFiles(files)
  } catch {
    // Another program may hold a file; nothing that is left can be opened.
  }
}

/** How many copies of the journal there are; what a cut left of one is none. */
export const copiesIn = (backups: string): number => foldersIn(backups).filter(isCopyName).length

/** The day (UTC) of the newest copy, which begins the name of its folder; null where there is none. */
export const lastCopyIn = (backups: string): string | null =>
  foldersIn(backups)
    .flatMap((name) => /^\d{4}-\d\d-\d\d(?=T)/.exec(name)?.[0] ?? [])
    .toSorted()
    .at(-1) ?? null

/** How many bytes all files in a folder have. */
export function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => {
      const path = join(each.parentPath, each.name)
      return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
    }, 0)
}

/** What is no folder is no copy. */
export const foldersIn = (backups: string): string[] =>
  copies(backups).filter((name) => isFolder(join(backups, name)))

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const copies = (backups: string): string[] => (existsSync(backups) ? readdirSync(backups) : [])
