import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { Clock, Journal, OpenProblem, Opened, Random, Store } from '../ports.ts'
import { backUp, forgetInCopies, setAside } from './backup.ts'
import { fileSize, syncFolder } from './durable.ts'
import { StoreError, asStoreError, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { wordsIn } from './forget.ts'
import {
  addRecoverySlot,
  hasRecoverySlot,
  makeKeys,
  readKeyFile,
  scryptCost,
  unlock,
} from './keys.ts'
import type { ScryptCost } from './keys.ts'
import { inOrder, migrate, pendingIn, type Migration } from './migrate.ts'
import { checkFile, checkWhole, journalSettings, openDatabase, setIndex } from './open.ts'
import type { Db, Settings } from './open.ts'
import { createSealed } from './sealed.ts'
import { openSeqFile, seqOf, seqTable, type SeqFile } from './seq.ts'
import { openStore } from './store.ts'
import { bytesIn, copiesIn, wipeFiles } from './wipe.ts'

export interface JournalOptions {
  /** Where `journal.db` and its companions lie; made when it isn't there. */
  folder: string
  migrations: readonly Migration[]
  clock: Pick<Clock, 'now'>
  random: Random
  /** What a new passphrase slot costs to open. Tests take a cheap one. */
  scrypt?: ScryptCost
  /** The proofs in tests/faults change one of these, and must then fail. */
  settings?: Settings
}

/** The journal in a folder. Throws only when the migrations' numbers are wrong. */
export function createJournal({
  folder,
  clock,
  random,
  migrations: unordered,
  scrypt = scryptCost,
  settings = journalSettings,
}: JournalOptions): Journal {
  const migrations = inOrder(unordered)
  const files = journalFiles(folder)
  let held: { db: Db; dataKey: Buffer; seq: SeqFile; store: Store; journal: string } | null = null
  let opening = false

  const exists = () => existsSync(files.db) || existsSync(files.keys)

  /** One at a time, and every refusal as a value. */
  const attempt = async (work: () => Promise<Opened>): Promise<Opened> => {
    if (held || opening) return refusal('busy', 'The journal is open already.')
    opening = true
    try {
      return await work()
    } catch (thrown) {
      const error = asStoreError(thrown)
      if (error instanceof StoreError) return refusal(error.code, error.message)
      throw error
    } finally {
      opening = false
    }
  }

  /** The key file comes between the finished database and its name: see `finishCreating`. */
  const create = async (passphrase: string): Promise<Opened> => {
    if (exists()) return refusal('exists', 'There is a journal here already. Nothing was changed.')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const keys = await makeKeys(passphrase, random, scrypt)
    // What an earlier journal left without its key can't be read, and must not mix with this one.
    for (const path of [files.wal, files.seq]) rmSync(path, { force: true })
    buildDatabase(files.newDb, keys.dataKey)
    keys.keep(files.keys)
    finishCreating(files)
    return start(keys.dataKey)
  }

  const buildDatabase = (path: string, dataKey: Buffer): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    const db = openDatabase(path, dataKey, settings)
    try {
      db.exec(seqTable)
      migrate(db, openStore(db), migrations)
    } finally {
      // Closing moves the log into the file and syncs it.
      db.close()
    }
  }

  const start = (dataKey: Buffer): Opened => {
    checkFile(files.db)
    // SQLite repairs what it opens, so what wasn't closed is copied before.
    const unclean = (fileSize(files.wal) ?? 0) > 0
    if (unclean) setAside(files, clock.now())
    const seq = openSeqFile(files.seq)
    let db: Db | null = null
    try {
      const opened = openDatabase(files.db, dataKey, settings)
      db = opened
      if (unclean) checkWhole(db)
      const pending = pendingIn(db, migrations)
      const lost = seq.last !== null && seqOf(db) < seq.last
      const store = openStore(db, {
        committed: (number) => seq.keep(number),
        forgetInCopies: (ids) => forgetInCopies(files, dataKey, settings, ids, wordsIn(opened)),
      })
      if (pending.length > 0) {
        backUp(db, files, dataKey, settings, clock.now())
        migrate(db, store, pending)
      }
      setIndex(db, settings)
      held = { db, dataKey, seq, store, journal: readKeyFile(files.keys).journal }
      return { ok: true, store, notice: lost ? 'lost-writes' : null }
    } catch (error) {
      seq.close()
      db?.close()
      dataKey.fill(0)
      throw error
    }
  }

  return {
    exists,
    create: (passphrase) => attempt(() => create(passphrase)),
    open: (secret) =>
      attempt(async () => {
        if (!exists()) return refusal('no-journal', 'There is no journal here yet.')
        const keyFile = readKeyFile(files.keys)
        finishCreating(files)
        checkFile(files.db)
        const dataKey = await unlock(keyFile, secret)
        return dataKey ? start(dataKey) : refusal('wrong-secret', 'That doesn’t open the journal.')
      }),
    async addRecoveryKey() {
      if (!held) throw new StoreError('no-journal', 'The journal is not open.')
      const { dataKey } = held
      return withStoreErrors(() => addRecoverySlot(files.keys, dataKey, random))
    },
    sealed: createSealed(files, () => held),
    about: () => ({ folder, bytes: bytesIn(folder), copies: copiesIn(files.backups) }),
    backUp() {
      if (!held) throw new StoreError('no-journal', 'The journal is not open.')
      backUp(held.db, files, held.dataKey, settings, clock.now(), 'import')
    },
    wipe() {
      this.close()
      withStoreErrors(() => wipeFiles(files))
    },
    hasRecoveryKey: () => existsSync(files.keys) && hasRecoverySlot(files.keys),
    close() {
      if (!held) return
      const { db, dataKey, seq } = held
      held = null
      dataKey.fill(0)
      seq.close()
      withStoreErrors(() => {
        try {
          db.pragma('wal_checkpoint(TRUNCATE)')
        } finally {
          db.close()
        }
      })
    },
  }
}

/**
 * A new database gets its name last. A power cut before the key file leaves no journal; one between
 * the key file and the name leaves a whole database under its passing name, put in place here.
 */
function finishCreating(files: JournalFiles): void {
  if (existsSync(files.db) || !existsSync(files.newDb)) return
  renameSync(files.newDb, files.db)
  syncFolder(files.folder)
}

const refusal = (problem: OpenProblem, message: string): Opened => ({
  ok: false,
  problem,
  message,
})
