import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptDaily } from '../copies/daily.ts'
import { partsOf, type CopyKind } from '../copy-kinds.ts'
import type { Forgotten, Instant } from '../ports.ts'
import { copyFile, isFile, syncFile, syncFolder } from './durable.ts'
import { withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { withoutWords, type WordsNow } from './forget.ts'
import { checkWhole, openDatabase, type Db, type Settings } from './open.ts'

/** How many of each kind are kept; daily ones go by their days, and what was damaged is never dropped. */
const kept = 3
/** How the folders of copies end that hold a journal as it was found, and must not be changed by SQLite. */
export const damagedEnding = '-damaged'

/**
 * Copies the open journal into a new folder under `backups`, opens the copy and checks every page.
 * Returns that folder, which is a journal of its own: same file names, same secrets. `inUse`: the folder of a copy
 * that stays, although one more of its kind is made.
 */
export function backUp(
  db: Db,
  files: JournalFiles,
  dataKey: Buffer,
  settings: Settings,
  now: Instant,
  kind: Exclude<CopyKind, 'unclean' | 'elsewhere' | 'damaged'> = 'migration',
  zone = 'UTC',
  inUse: string | null = null,
): string {
  const fill = (copy: JournalFiles) => {
    // VACUUM INTO keeps the encryption; SQLite's backup API fails on it and serialize() drops it.
    withStoreErrors(() => db.prepare('VACUUM INTO ?').run(copy.db))
    copyFile(files.keys, copy.keys)
    const opened = openDatabase(copy.db, dataKey, settings)
    try {
      checkWhole(opened)
    } finally {
      opened.close()
    }
    syncFile(copy.db)
  }
  return inNewFolder(files.backups, kind, now, zone, fill, inUse)
}

/** Copies the files of a journal that wasn't closed, or is open elsewhere, before SQLite touches them. */
export function setAside(
  files: JournalFiles,
  now: Instant,
  kind: 'unclean' | 'elsewhere' = 'unclean',
): string {
  return inNewFolder(files.backups, kind, now, 'UTC', (copy) => {
    copyFile(files.db, copy.db)
    for (const log of ['wal', 'rollback'] as const)
      if (existsSync(files[log])) copyFile(files[log], copy[log])
    if (isFile(files.keys)) copyFile(files.keys, copy.keys)
    if (isFile(files.seq)) copyFile(files.seq, copy.seq)
  })
}

/**
 * Takes from every copy what these notes, check-ins and plans say there and no longer say now, and the drafts of
 * the same ids. Says how many hold nothing of it any more, and how many may hold it still: kept as damaged,
 * read-only, or under another key. Those stay as they are.
 */
export function forgetInCopies(
  files: JournalFiles,
  dataKey: Buffer,
  settings: Settings,
  ids: readonly string[],
  wordsNow: WordsNow,
): Omit<Forgotten, 'settled'> {
  if (ids.length === 0 || !existsSync(files.backups)) return { copiesCleared: 0, copiesLeft: 0 }
  const copies = readdirSync(files.backups)
    .map((name) => journalFiles(join(files.backups, name)))
    .filter((copy) => isFile(copy.db))
  const copiesCleared = copies.filter(forgetInCopy).length
  const copiesKept = copies.filter(({ folder }) => folder.endsWith(damagedEnding)).length
  const copiesLeft = copies.length - copiesCleared
  return { copiesCleared, copiesLeft, ...(copiesKept > 0 && { copiesKept }) }

  function forgetInCopy({ folder, db: path }: JournalFiles): boolean {
    if (folder.endsWith(damagedEnding)) return false
    try {
      const db = openDatabase(path, dataKey, settings)
      try {
        return withoutWords(db, settings, ids, wordsNow)
      } finally {
        db.close()
      }
    } catch {
      // Whatever stands in the way, the copy may hold them still, and that is what is told.
      return false
    }
  }
}

/** The folder has its name only once everything is in it, so a half backup is never taken for one. */
export function inNewFolder(
  backups: string,
  kind: CopyKind,
  now: Instant,
  zone: string,
  fill: (copy: JournalFiles) => void,
  inUse: string | null = null,
): string {
  const folder = join(backups, freeName(backups, kind, now))
  const passing = join(backups, 'unfinished')
  rmSync(passing, { recursive: true, force: true })
  mkdirSync(passing, { recursive: true, mode: 0o700 })
  syncFolder(dirname(backups))
  try {
    fill(journalFiles(passing))
  } catch (error) {
    rmSync(passing, { recursive: true, force: true })
    throw error
  }
  syncFolder(passing)
  renameSync(passing, folder)
  syncFolder(backups)
  try {
    dropOldest(backups, kind, [folder, inUse], now, zone)
  } catch {
    // One that another program holds goes when the next is made; this one is whole.
  }
  return folder
}

/** Named by its time, without the colons that Windows has no room for. */
function freeName(backups: string, kind: CopyKind, now: Instant): string {
  for (let at = now; ; at += 1) {
    const name = `${new Date(at).toISOString().replace(/[:.]/g, '-')}-${kind}`
    if (!existsSync(join(backups, name))) return name
  }
}

function dropOldest(
  backups: string,
  kind: CopyKind,
  staying: readonly (string | null)[],
  now: Instant,
  zone: string,
): void {
  const older = readdirSync(backups)
    .filter((name) => name.endsWith(`-${kind}`) && !staying.includes(join(backups, name)))
    .sort()
  for (const name of droppedOf(older, kind, now, zone)) dropCopy(backups, join(backups, name))
}

/** Which of the older ones go. */
function droppedOf(older: string[], kind: CopyKind, now: Instant, zone: string): string[] {
  if (kind === 'damaged') return []
  if (kind !== 'daily') return older.slice(0, Math.max(0, older.length + 1 - kept))
  const at = new Map(older.map((name) => [name, partsOf(name)?.at]))
  const made = [...at.values()].filter((each) => each !== undefined)
  const stay = keptDaily([...made, now], now, zone)
  return older.filter((name) => {
    const each = at.get(name)
    return each !== undefined && !stay.includes(each)
  })
}

/** Its name goes before anything that is in it, so that a cut leaves no half of a copy under that name. */
function dropCopy(backups: string, folder: string): void {
  const passing = join(backups, 'unfinished')
  rmSync(passing, { recursive: true, force: true })
  renameSync(folder, passing)
  syncFolder(backups)
  rmSync(passing, { recursive: true, force: true })
}
