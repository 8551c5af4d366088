import { join } from 'node:path'

/** Everything that one journal is on the disk. A backup is a folder of the same names. */
export interface JournalFiles {
  folder: string
  db: string
  wal: string
  /** Where SQLite keeps what a write replaces, on a stick: empty between two writes. */
  rollback: string
  /** The database while a new journal is being made. */
  newDb: string
  keys: string
  /** The journal under another data key, before it takes its place. */
  renewed: string
  /** A copy of the journal while it is tried: see damage.ts. */
  trial: string
  /** Everything is being deleted: what stands here is finished at the next start. */
  wiped: string
  /** How often somebody tried to open it in vain. */
  tries: string
  seq: string
  /** The public half of the key for notes that are written while the journal is locked. */
  seal: string
  /** Those notes, one file each. */
  sealed: string
  backups: string
  /** Which computer has it open, and since when. Plain. */
  open: string
  /** Empty: the system’s lock on it is what keeps a second Lull out. */
  lock: string
  /** An older copy, or a file that was brought, while it is looked at: a folder, gone afterwards. */
  aside: string
  /** A journal that is being made to take this one's place, in a folder. */
  restoring: string
  /** The same, whole: from now on it is the journal (src/store/restore.ts). */
  restored: string
}

export const journalFiles = (folder: string): JournalFiles => ({
  folder,
  db: join(folder, 'journal.db'),
  wal: join(folder, 'journal.db-wal'),
  rollback: join(folder, 'journal.db-journal'),
  newDb: join(folder, 'journal.db.new'),
  keys: join(folder, 'journal.keys'),
  renewed: join(folder, 'journal.db.renewed'),
  trial: join(folder, 'trial'),
  wiped: join(folder, 'journal.wiped'),
  tries: join(folder, 'journal.tries'),
  seq: join(folder, 'journal.seq'),
  seal: join(folder, 'journal.seal'),
  sealed: join(folder, 'sealed'),
  backups: join(folder, 'backups'),
  open: join(folder, 'journal.open'),
  lock: join(folder, 'journal.lock'),
  aside: join(folder, 'aside'),
  restoring: join(folder, 'restoring'),
  restored: join(folder, 'restored'),
})
