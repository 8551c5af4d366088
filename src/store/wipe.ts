import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './durable.ts'
import type { JournalFiles } from './files.ts'

/**
 * Deletes a journal and all its copies. Keys go first, those of copies as well, and the folder is
 * synced before anything else goes: whatever a power cut leaves can't be opened by anybody.
 */
export function wipeFiles(files: JournalFiles): void {
  const keys = [
    files.keys,
    ...copies(files.backups).map((name) => join(files.backups, name, 'journal.keys')),
  ]
  for (const path of keys) rmSync(path, { force: true })
  if (existsSync(files.folder)) syncFolder(files.folder)
  for (const path of [files.db, files.wal, `${files.db}-shm`, files.newDb, files.seq, files.seal])
    rmSync(path, { force: true })
  for (const path of [files.sealed, files.backups]) rmSync(path, { recursive: true, force: true })
  if (existsSync(files.folder)) syncFolder(files.folder)
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
