import Database from 'better-sqlite3'
import { closeSync, openSync, readSync } from 'node:fs'
import { fileSize } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'

export type Db = Database.Database

/** A pragma, what it is set to, and how SQLite says that it is so. */
export interface Setting {
  name: string
  value: string
  readsBack: string
}
export interface Settings {
  beforeKey: readonly Setting[]
  afterKey: readonly Setting[]
  /** Of the full-text index, where there is one: kept in the file, and looked at after each opening. */
  index: readonly Setting[]
  /** From the opening on nobody else can read the file or write in it. */
  alone: boolean
}

const setting = (name: string, value: string, readsBack = value): Setting => ({
  name,
  value,
  readsBack,
})

/** Design.md, "Opening": all of them, in this order, each read back. */
export const journalSettings: Settings = {
  beforeKey: [
    setting('cipher', 'sqlcipher'),
    setting('legacy', '4'),
    // Before the first query: by default SQLite sorts readable rows in files of the temp folder.
    setting('temp_store', 'MEMORY', '2'),
  ],
  afterKey: [
    setting('busy_timeout', '250'),
    setting('trusted_schema', 'OFF', '0'),
    setting('cell_size_check', 'ON', '1'),
    setting('foreign_keys', 'ON', '1'),
    setting('secure_delete', 'ON', '1'),
    setting('journal_mode', 'WAL', 'wal'),
    setting('journal_size_limit', '0'),
    // FULL: a commit has been synced when it returns. In WAL mode this build's default is NORMAL.
    setting('synchronous', 'FULL', '2'),
    // On macOS only F_FULLFSYNC reaches the disk; elsewhere these two change nothing.
    setting('fullfsync', 'ON', '1'),
    setting('checkpoint_fullfsync', 'ON', '1'),
  ],
  // A deleted word leaves the index's own pages, instead of being covered by a mark.
  index: [setting('secure-delete', '1')],
  alone: false,
}

/**
 * The same where a log of its own doesn't hold: on a stick, whose driver may lock or share memory in a way
 * of its own, and which is pulled out. A write is kept once its rollback journal has been cut to nothing,
 * which SQLite syncs from FULL on (pager_end_transaction in its pager.c); EXTRA also syncs the folder
 * where it deletes one (sqlite.org/pragma.html#pragma_synchronous).
 */
export const stickSettings: Settings = {
  ...journalSettings,
  // Before the first read, so that a journal which comes from a disk needs no shared memory here.
  beforeKey: [...journalSettings.beforeKey, setting('locking_mode', 'EXCLUSIVE', 'exclusive')],
  afterKey: journalSettings.afterKey.map((one) => {
    if (one.name === 'journal_mode') return setting('journal_mode', 'TRUNCATE', 'truncate')
    if (one.name === 'synchronous') return setting('synchronous', 'EXTRA', '3')
    return one
  }),
  alone: true,
}

/**
 * Opens an encrypted database file, made new when it isn't there. `dataKey` is 32 bytes and stays
 * the caller's. Throws a `StoreError`; then nothing is left open.
 */
export function openDatabase(path: string, dataKey: Buffer, settings: Settings): Db {
  return withStoreErrors(() => {
    const db = new Database(path, { timeout: 250 })
    try {
      for (const one of settings.beforeKey) set(db, one)
      giveKey(db, dataKey)
      // The first read of the file: page 1 is authentic, or this throws.
      db.pragma('user_version')
      for (const one of settings.afterKey) set(db, one)
      // An exclusive lock comes with the first write, and stays.
      if (settings.alone) db.exec('BEGIN EXCLUSIVE; COMMIT')
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/**
 * Closes a database with everything in its own file, for one that is about to be renamed or copied: a log is left
 * behind by that. SQLite moves it at closing too, and says nothing where the disk refuses; so this throws.
 */
export function closeWhole(db: Db): void {
  withStoreErrors(() => {
    try {
      const [moved] = db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all()
      if (moved?.busy) throw new StoreError('busy', 'Another program is using the journal.')
    } finally {
      db.close()
    }
  })
}

/** Sets the full-text index as it must be, and reads it back. A journal before version 3 has none. */
export function setIndex(db: Db, settings: Settings): void {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'note_words'").get()
  if (!there) return
  const read = db.prepare<[string], { v: unknown }>('SELECT v FROM note_words_config WHERE k = ?')
  for (const { name, value, readsBack } of settings.index) {
    const now = () => String(read.get(name)?.v)
    // A number of JavaScript's would be bound as a real one, which FTS5 refuses.
    if (now() !== readsBack)
      db.prepare('INSERT INTO note_words (note_words, rank) VALUES (?, ?)').run(name, BigInt(value))
    refuseUnless(name, now(), readsBack)
  }
}

/** Throws where the file can't be an encrypted database: gone, emptied, or readable by anyone. */
export function checkFile(path: string): void {
  const size = fileSize(path)
  if (size === null) {
    throw new StoreError(
      'gone',
      'The journal file is gone, its key file is here. Nothing was changed; a backup may open.',
    )
  }
  if (size === 0) {
    throw new StoreError(
      'damaged',
      'The journal file is empty. Nothing was changed; a backup may open.',
    )
  }
  if (firstBytes(path, plainStart.length).equals(plainStart)) {
    throw new StoreError(
      'foreign',
      'The journal file is not encrypted, so Lull didn’t write it. Nothing was changed.',
    )
  }
}

/**
 * Whether the whole file holds together. It reads every page, so it runs only when there is a
 * reason; without one, each page is authenticated when it is read anyway.
 */
export function checkWhole(db: Db): void {
  const found = withStoreErrors(() => db.pragma('quick_check(1)', { simple: true }))
  if (found !== 'ok') {
    throw new StoreError('damaged', damagedSentence)
  }
}

/**
 * The same, and whether each index says what its table says: an older page is as authentic as a newer one, and
 * may show in nothing else. It writes nothing that stays, but must be allowed to: it is for a copy.
 */
export function checkEverything(db: Db): void {
  withStoreErrors(() => {
    const found = db.pragma('integrity_check(1)', { simple: true })
    const has = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?')
    if (found !== 'ok' || !has.get('journal_seq')) throw new StoreError('damaged', damagedSentence)
    if (has.get('note_words'))
      db.exec("INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 1)")
  })
}

const damagedSentence = 'The journal file is damaged. It was left as it is; a backup may open.'

const plainStart = Buffer.from('SQLite format 3\0')

function set(db: Db, { name, value, readsBack }: Setting): void {
  db.pragma(`${name} = ${value}`)
  refuseUnless(name, String(db.pragma(name, { simple: true })), readsBack)
}

function refuseUnless(name: string, now: string, readsBack: string): void {
  if (now === readsBack) return
  throw new StoreError(
    'read-only',
    `A journal can’t be kept safely here: ${name} is ${now}, not ${readsBack}.`,
  )
}

/** `raw:` and the key itself: no derivation, and never a string, which nobody could overwrite. */
function giveKey(db: Db, dataKey: Buffer): void {
  if (!canEncrypt(db)) throw new TypeError('better-sqlite3 is not the one with ciphers')
  const raw = Buffer.concat([Buffer.from('raw:'), dataKey])
  const refused = db.key(raw)
  raw.fill(0)
  if (refused) throw new StoreError('damaged', 'The journal’s key was refused.')
}

/**
 * Gives a database file that nobody else has open another data key, in place: a cut on the way leaves it
 * under neither, so it must be a copy. Both keys stay the caller's.
 */
export function changeKey(path: string, from: Buffer, to: Buffer, settings: Settings): void {
  // A file in the log's mode can't be given another key, and a copy needs no journal on the disk.
  const afterKey = settings.afterKey.map((one) =>
    one.name === 'journal_mode' ? setting('journal_mode', 'MEMORY', 'memory') : one,
  )
  const db = openDatabase(path, from, { ...settings, afterKey })
  try {
    if (!canEncrypt(db)) throw new TypeError('better-sqlite3 is not the one with ciphers')
    const raw = Buffer.concat([Buffer.from('raw:'), to])
    const refused = withStoreErrors(() => db.rekey(raw))
    raw.fill(0)
    if (refused) throw new StoreError('damaged', 'The journal’s new key was refused.')
  } finally {
    db.close()
  }
}

/** The types of better-sqlite3 don't know what its drop-in with ciphers adds. */
function canEncrypt(db: Db): db is Db & Record<'key' | 'rekey', (key: Buffer) => number> {
  return ['key', 'rekey'].every((name) => name in db && typeof Reflect.get(db, name) === 'function')
}

function firstBytes(path: string, length: number): Buffer {
  const start = Buffer.alloc(length)
  const handle = openSync(path, 'r')
  try {
    readSync(handle, start, 0, length, 0)
    return start
  } finally {
    closeSync(handle)
  }
}
