import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const others = [files.wal, `${files.db}-shm`, files.newDb, files.seq, files.seal, files.tries]
  for (const path of [files.db, ...others]) rmSync(path, { force: true })
  const folders = [files.restored, files.restoring, files.aside, files.sealed, files.backups]
  for (const path of folders) rmSync(path, { recursive: true, force: true })
  if (existsSync(files.folder)) syncFolder(files.folder)
  rmSync(files.wiped, { force: true })
}

/** Goes on with one that was begun, if any; what still stands in the way is tried again the next time. */
export function finishWipe(files: JournalFiles): void {
  if (!existsSync(files.wiped)) return
  try {
    wipeFiles(files)
  } catch {
    // Another program may hold a file; nothing that is left can be opened.
  }
}

/** How many copies of the journal there are. */
export const copiesIn = (backups: string): number => copies(backups).length

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

const copies = (backups: string): string[] => (existsSync(backups) ? readdirSync(backups) : [])
