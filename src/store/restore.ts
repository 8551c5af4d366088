import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { openUpToDate, type OpensBy } from './aside.ts'
import { copyFile, syncFile, syncFolder } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { keepKeys, type KeyFile } from './keys.ts'
import { changeKey, openDatabase, type Db } from './open.ts'
import { hasLog } from './renew.ts'
import { openSeqFile, readSeqFile, seqOf } from './seq.ts'

/*
 * How an older copy becomes the journal:
 *   1. the journal of now is kept as a copy of its own (src/store/backup.ts);
 *   2. in the folder `restoring`: the older copy, up to date, under the key that the journal will have, whole and
 *      on the disk; with a key file where the journal has none that can be read;
 *   3. the folder is renamed to `restored`;
 *   4. the log of now goes, and what is in that folder takes its place.
 * Cut before 3 the journal is the old one, after it the new one: the next opening goes on with 4.
 */

/** Step 2. `alter` gets the new journal, open; `leastSeq` is the last number that was acknowledged. Throws, and leaves nothing. */
export function buildRestored(
  files: JournalFiles,
  copy: JournalFiles,
  { from, to, keys }: { from: Buffer; to: Buffer; keys: KeyFile | null },
  by: OpensBy,
  leastSeq: number,
  alter: (made: Db) => void,
): void {
  dropRestoring(files)
  const made = journalFiles(files.restoring)
  try {
    withStoreErrors(() => {
      mkdirSync(made.folder, { mode: 0o700 })
      copyFile(copy.db, made.db)
      for (const log of ['wal', 'rollback'] as const)
        if (existsSync(copy[log])) copyFile(copy[log], made[log])
      if (!from.equals(to)) {
        // Closing moves the copy's log into it: with one it can't be given another key.
        openDatabase(made.db, from, by.settings).close()
        changeKey(made.db, from, to, by.settings)
      }
      const db = openUpToDate(made.db, to, by)
      try {
        alter(db)
        const seq = Math.max(leastSeq, seqOf(db)) + 1
        db.prepare('UPDATE journal_seq SET seq = ?').run(seq)
      } finally {
        db.close()
      }
      dropEmptyLog(made)
      syncFile(made.db)
      if (keys) keepKeys(made.keys, keys, [])
      syncFolder(made.folder)
      syncFolder(files.folder)
    })
  } catch (error) {
    dropRestoring(files)
    throw error
  }
}

/** Steps 3 and 4, with the journal closed. Before 3 it throws and changes nothing. */
export function putRestored(files: JournalFiles): void {
  withStoreErrors(() => {
    renameSync(files.restoring, files.restored)
    syncFolder(files.folder)
    finishRestore(files)
  })
}

/** Step 4, and again after a cut. */
export function finishRestore(files: JournalFiles): void {
  const made = journalFiles(files.restored)
  if (!existsSync(made.folder)) return
  if (existsSync(made.db)) {
    for (const path of [files.wal, `${files.db}-shm`, `${files.db}-journal`, files.newDb])
      rmSync(path, { force: true })
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(files.renewed + end, { force: true })
    // None of the old log may ever be put over the new file.
    syncFolder(files.folder)
    if (existsSync(made.keys)) renameSync(made.keys, files.keys)
    // What it says of how the old one was left is not said of the new one.
    openSeqFile(files.seq, readSeqFile(files.seq).seq).close()
    syncFolder(files.folder)
    renameSync(made.db, files.db)
    syncFolder(files.folder)
  }
  rmSync(made.folder, { recursive: true, force: true })
  syncFolder(files.folder)
}

export function dropRestoring({ restoring }: JournalFiles): void {
  rmSync(restoring, { recursive: true, force: true })
}

function dropEmptyLog(made: JournalFiles): void {
  const { db, wal, rollback } = made
  if (hasLog(made))
    throw new StoreError('busy', 'Another program is using the copy. Nothing was changed.')
  for (const path of [wal, rollback, `${db}-shm`]) rmSync(path, { force: true })
}
