import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { Clock, Journal, OpenProblem, Opened, Random, Secret, Store } from '../ports.ts'
import { clearAside } from './aside.ts'
import { backUp, forgetInCopies, setAside } from './backup.ts'
import { createCopies } from './copies.ts'
import { fileSize, syncFolder } from './durable.ts'
import { StoreError, asStoreError, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { wordsIn } from './forget.ts'
import { createKeyChanges, proven, tried } from './key-changes.ts'
import {
  keepKeys,
  makeKeys,
  newDataKey,
  passphraseSlot,
  readKeyFile,
  scryptCost,
  unlock,
  unlockNext,
  unwrapBefore,
  wrapBefore,
} from './keys.ts'
import type { KeyFile, ScryptCost } from './keys.ts'
import { inOrder, migrate, pendingIn, type Migration } from './migrate.ts'
import { checkFile, checkWhole, journalSettings, openDatabase, setIndex } from './open.ts'
import type { Db, Settings } from './open.ts'
import { buildRenewed, dropLog, dropRenewed, putInPlace, renewCopies } from './renew.ts'
import { createEncryptedFiles } from './encrypted-file.ts'
import { dropRestoring, finishRestore } from './restore.ts'
import { createSealed } from './sealed.ts'
import { openSeqFile, seqOf, seqTable, type SeqFile } from './seq.ts'
import { openStore } from './store.ts'
import { createTries } from './tries.ts'
import { bytesIn, copiesIn, finishWipe, wipeFiles } from './wipe.ts'

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
  const tries = createTries(files.tries, clock)
  let held: { db: Db; dataKey: Buffer; seq: SeqFile; store: Store; journal: string } | null = null
  let opening = false

  // What was being looked at, or made, when Lull was cut off.
  quietly(() => {
    clearAside(files)
    dropRestoring(files)
  })

  // A wipe that couldn't be finished is tried again whenever somebody asks, and so is a restore.
  const exists = () => {
    finishWipe(files)
    quietly(() => finishRestore(files))
    return existsSync(files.db) || existsSync(files.keys)
  }

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
    for (const path of [files.wal, files.seq, files.tries]) rmSync(path, { force: true })
    dropRenewed(files)
    buildDatabase(files.newDb, keys.dataKey)
    keepKeys(files.keys, keys.file, [keys.made])
    finishCreating(files)
    return start(keys.dataKey, keys.file)
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

  const start = (dataKey: Buffer, keyFile: KeyFile): Opened => {
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
      // The copies can wait for a disk that has room again.
      quietly(() => keyFile.before && finishCopies(keyFile, dataKey))
      held = { db, dataKey, seq, store, journal: keyFile.journal }
      return { ok: true, store, notice: lost ? 'lost-writes' : null }
    } catch (error) {
      seq.close()
      db?.close()
      dataKey.fill(0)
      throw error
    }
  }

  /**
   * The data key that this secret opens, and the key file as it is from now on. Where a change of the data key
   * was cut off, it is taken back or finished first, by what became of the database. Throws a code.
   */
  async function unlocked(
    file: KeyFile,
    secret: Secret,
  ): Promise<{ dataKey: Buffer; file: KeyFile } | null> {
    const { next, ...before } = file
    if (!next) {
      const dataKey = await tried(file, secret, tries)
      return dataKey && { dataKey, file }
    }
    let old: Buffer | null = null
    let fresh: Buffer | null = null
    // One try, whichever of the two it was meant for.
    await tried(file, secret, tries, async () => {
      old = await unlock(file, secret)
      fresh = await unlockNext(file, secret)
      return old ?? fresh
    })
    if (!old && !fresh) return null
    const after = { ...before, slots: next.slots, before: next.before }
    const isBefore = existsSync(files.renewed) || (fileSize(files.wal) ?? 0) > 0
    if (!isBefore && fresh && opensWith(fresh)) {
      keepKeys(files.keys, after, [])
      return { dataKey: fresh, file: after }
    }
    // Without a log to be damaged, the old key can be tried where the copy was lost.
    if (old && (isBefore || opensWith(old))) {
      keepKeys(files.keys, before, [])
      dropRenewed(files)
      return { dataKey: old, file: before }
    }
    if (isBefore)
      throw new StoreError('use-before', 'The change was cut off. The secret from before opens it.')
    if (old) throw new StoreError('use-new', 'The change was made. The new secret opens it.')
    throw new StoreError('damaged', 'The journal file is damaged. It was left as it is.')
  }

  function opensWith(dataKey: Buffer): boolean {
    try {
      openDatabase(files.db, dataKey, settings).close()
      return true
    } catch (error) {
      if (error instanceof StoreError && error.code === 'damaged') return false
      throw error
    }
  }

  /** Copies that have the data key from before get the one of now; once all have, that one is forgotten. */
  function finishCopies({ before, ...file }: KeyFile, dataKey: Buffer): number {
    const old = before && unwrapBefore(before, dataKey, file.journal)
    const left = old ? renewCopies(files, [old, dataKey], file, settings) : 0
    old?.fill(0)
    // What is left is tried again at each opening: a disk may have room then.
    keepKeys(files.keys, left > 0 && before ? { ...file, before } : file, [])
    return left
  }

  const opened = () => {
    if (!held) throw new StoreError('no-journal', 'The journal is not open.')
    return held
  }

  /** Another data key, in the steps of renew.ts. From the new slot on nothing waits, so nothing is written meanwhile. */
  async function renew(secret: Secret, passphrase: string): Promise<{ copiesLeft: number }> {
    const {
      next: _cutOff,
      before: _done,
      ...file
    } = await proven(files, secret, () => opened().dataKey, tries)
    const { journal } = file
    const dataKey = newDataKey(random)
    const made = await passphraseSlot(dataKey, passphrase, journal, random, scrypt)
    return withStoreErrors(() => {
      const { db, dataKey: old } = opened()
      // Notes that are sealed from now on must not open to whoever had the old key.
      buildRenewed(db, files, [old, dataKey], settings, (copy) => copy.exec('DELETE FROM seal'))
      const slots = [made.slot]
      const before = wrapBefore(old, dataKey, journal, random)
      keepKeys(files.keys, { ...file, next: { slots, before } }, [made])
      try {
        rmSync(files.seal, { force: true })
        close()
        dropLog(files)
        putInPlace(files)
      } catch (error) {
        // Once the copy has taken the name there is no way back, whatever the disk said of it.
        if (existsSync(files.renewed)) {
          keepKeys(files.keys, file, [])
          dropRenewed(files)
          throw error
        }
      }
      try {
        const changed: KeyFile = { version: 2, journal, slots, before }
        keepKeys(files.keys, changed, [])
        return { copiesLeft: finishCopies(changed, dataKey) }
      } catch {
        // It is done; what is left of it, the next opening finishes.
        return { copiesLeft: 1 }
      } finally {
        dataKey.fill(0)
      }
    })
  }

  function close() {
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
  }

  return {
    exists,
    create: (passphrase) => attempt(() => create(passphrase)),
    open: (secret) =>
      attempt(async () => {
        if (!exists()) return refusal('no-journal', 'There is no journal here yet.')
        // As long as the one that was put back isn't in its place, the old one must not be opened.
        finishRestore(files)
        const keyFile = readKeyFile(files.keys)
        finishCreating(files)
        checkFile(files.db)
        const now = await unlocked(keyFile, secret)
        return now
          ? start(now.dataKey, now.file)
          : refusal('wrong-secret', 'That doesn’t open the journal.')
      }),
    sealed: createSealed(files, () => held),
    about: () => ({ folder, bytes: bytesIn(folder), copies: copiesIn(files.backups) }),
    backUp(kind: 'import' | 'daily', zone = 'UTC') {
      const { db, dataKey } = opened()
      withStoreErrors(() => backUp(db, files, dataKey, settings, clock.now(), kind, zone))
    },
    encrypted: createEncryptedFiles({
      files,
      by: { settings, migrations },
      tries,
      held: () => held,
    }),
    copies: createCopies({
      files,
      by: { settings, migrations },
      clock,
      tries,
      held: () => held,
      attempt,
      start,
      close,
    }),
    wipe() {
      close()
      withStoreErrors(() => wipeFiles(files))
    },
    keys: {
      ...createKeyChanges({ files, dataKey: () => held?.dataKey ?? null, random, scrypt, tries }),
      renew,
    },
    isOpen: () => held !== null,
    close,
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

function quietly(work: () => unknown): void {
  try {
    withStoreErrors(work)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
}

const refusal = (problem: OpenProblem, message: string): Opened => ({
  ok: false,
  problem,
  message,
})
