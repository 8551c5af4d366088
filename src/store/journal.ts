import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type {
  Clock,
  Journal,
  OpenNotice,
  OpenProblem,
  Opened,
  Random,
  Secret,
  Store,
  Trouble,
} from '../ports.ts'
import { isTrouble } from '../keys/troubles.ts'
import { keepAlone } from './alone.ts'
import { setApart, wipeApart } from './apart.ts'
import { clearAside } from './aside.ts'
import { backUp, forgetInCopies } from './backup.ts'
import { createCopies } from './copies.ts'
import { dropTrial, fits, keysInCopies } from './damage.ts'
import { syncFolder } from './durable.ts'
import { createEncryptedFiles } from './encrypted-file.ts'
import { StoreError, asStoreError, isDamaged, quietly, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { wordsIn } from './forget.ts'
import { createKeyChanges } from './key-changes.ts'
import { isWholeKeyFile, keepKeys, makeKeys, scryptCost } from './keys.ts'
import type { KeyFile, ScryptCost } from './keys.ts'
import { lookAt } from './look.ts'
import { inOrder, migrate, pendingIn, type Migration } from './migrate.ts'
import { copyJournal } from './move.ts'
import { createOpenHere } from './open-here.ts'
import { checkFile, closeWhole, journalSettings, openDatabase, setIndex } from './open.ts'
import type { Db, Settings } from './open.ts'
import { watchPlace } from './place.ts'
import { createRenew, dropLog, dropRenewed, hasLog, renewOldCopies } from './renew.ts'
import { dropRestoring, finishRestore } from './restore.ts'
import { createSealed } from './sealed.ts'
import { digestOf, makeSeqFile, openSeqFile, seqOf, seqTable, type SeqFile } from './seq.ts'
import { openStore } from './store.ts'
import { createTries } from './tries.ts'
import { createWayIn } from './way-in.ts'
import { bytesIn, copiesIn, finishWipe, lastCopyIn, wipeFiles, withLogs } from './wipe.ts'

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
  /** This computer's name, for `journal.open`. */
  computer?: string
  /** And its id, where it has one. */
  computerId?: string | null
  /** Keeps every other Lull out while it is open. Tests that open it twice leave it out. */
  isAlone?: boolean
  /** It was put there: where it is missing, its place is, and no other is begun. */
  isPlaced?: boolean
  /** It was seen there since Lull began, so where it is missing, something happened to it. */
  wasHere?: boolean
  /** Whoever had it before this one is still closing it: openings wait until that is done. */
  closing?: Promise<void>
}

/** The journal in a folder. Throws only when the migrations' numbers are wrong. */
export function createJournal({
  folder,
  clock,
  random,
  migrations: unordered,
  scrypt = scryptCost,
  settings = journalSettings,
  computer = '',
  computerId = null,
  isAlone = false,
  isPlaced = false,
  wasHere = false,
  closing,
}: JournalOptions): Journal {
  const migrations = inOrder(unordered)
  const files = journalFiles(folder)
  let isExpected = isPlaced || wasHere
  const tries = createTries(files.tries, clock)
  const wayIn = createWayIn({ files, settings, tries, clock })
  let held: Held | null = null
  let opening = false
  /** It is going to another folder: what were written here now would stay behind. */
  let isGoing = false
  const openHere = createOpenHere(files.open, { name: computer, id: computerId }, () => clock.now())
  let opensAnyway = false
  let letOthersIn: (() => void) | null = null
  const elsewhere = () => (held || opensAnyway ? null : openHere.elsewhere())
  let trouble: Trouble = noTrouble
  /** It was tried, and found damaged or gone. */
  let isBroken = false

  /** Runs `work` where nobody else has the journal open; what is in the way is left for another time. */
  const alone = (work: () => void) =>
    quietly(() => {
      const done = isAlone ? keepAlone(files.lock) : () => {}
      try {
        work()
      } finally {
        done()
      }
    })
  // What was being looked at, or made, when Lull was cut off.
  if (existsSync(files.aside) || existsSync(files.restoring))
    alone(() => {
      clearAside(files)
      dropRestoring(files)
    })

  // A wipe that couldn't be finished is tried again whenever somebody asks, and so is a restore.
  const exists = () => {
    if (existsSync(files.wiped)) isExpected = false
    finishWipe(files)
    if (existsSync(files.restored) && !held) alone(() => finishRestore(files))
    isExpected ||= existsSync(files.db) || existsSync(files.keys)
    return isExpected
  }

  const opened = () => {
    if (!held) throw new StoreError('no-journal', 'The journal is not open.')
    return held
  }

  /** One at a time, and every refusal as a value. */
  const attempt = async (work: () => Promise<Opened>): Promise<Opened> => {
    if (held || opening || isGoing) return refusal('busy', 'The journal is open already.')
    opening = true
    trouble = noTrouble
    try {
      if (closing) await closing
      return await work()
    } catch (thrown) {
      const error = asStoreError(thrown)
      if (error instanceof StoreError) {
        if (error.newer) trouble = { ...trouble, newer: error.newer }
        isBroken ||= isTrouble(error.code)
        return refusal(error.code, error.message)
      }
      throw error
    } finally {
      opening = false
      if (!held) letIn()
    }
  }

  /** Holds to the journal's folder as the only one, until `letIn`. */
  const keepOut = () => {
    if (isAlone) letOthersIn ??= keepAlone(files.lock)
  }
  const refuseElsewhere = () => {
    if (elsewhere())
      throw new StoreError('open-elsewhere', 'Another computer has the journal open. Nothing was changed.') // prettier-ignore
  }
  const letIn = () => {
    letOthersIn?.()
    letOthersIn = null
  }
  /** It is closed, here and for who looks from another computer. */
  const letGo = () => {
    openHere.end()
    letIn()
  }

  /** The key file comes between the finished database and its name: see `finishCreating`. */
  const create = async (passphrase: string): Promise<Opened> => {
    if (exists()) return refusal('exists', 'There is a journal here already. Nothing was changed.')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    keepOut()
    const keys = await makeKeys(passphrase, random, scrypt)
    // What an earlier journal left without its key can't be read, and must not mix with this one.
    for (const path of [files.wal, files.rollback, files.seq, files.tries])
      rmSync(path, { force: true })
    dropRenewed(files)
    dropTrial(files)
    const seq = buildDatabase(files.newDb, keys.dataKey)
    // Before the key file makes it a journal: from then on one without it has lost it.
    makeSeqFile(files.seq, seq, digestOf(files.newDb))
    keepKeys(files.keys, keys.file, [keys.made])
    finishCreating(files)
    return start(keys.dataKey, keys.file, null)
  }

  /** Returns the number of its last transaction. */
  const buildDatabase = (path: string, dataKey: Buffer): number => {
    for (const each of withLogs(path)) rmSync(each, { force: true })
    const db = openDatabase(path, dataKey, settings)
    try {
      db.exec(seqTable)
      migrate(db, openStore(db), migrations)
      return seqOf(db)
    } finally {
      closeWhole(db)
    }
  }

  /** `ofKeys`: what is to be told of the key file, where nothing worse is. */
  const start = (dataKey: Buffer, keyFile: KeyFile, ofKeys: OpenNotice | null): Opened => {
    let seq: SeqFile | null = null
    let db: Db | null = null
    let isSound = false
    try {
      const { counted, found } = lookAt(files, dataKey, {
        settings,
        now: clock.now(),
        isElsewhere: openHere.elsewhere() !== null,
        kept: (kept) => (trouble = { ...trouble, kept }),
      })
      isSound = found === null
      const counter = openSeqFile(files.seq, counted)
      seq = counter
      const opened = openDatabase(files.db, dataKey, settings)
      db = opened
      const pending = pendingIn(db, migrations)
      const store = openStore(db, {
        check: watchPlace(files),
        damaged: () => {
          if (held) held.whole = false
        },
        committed: (number) => {
          if (held) held.told = true
          return counter.keep(number)
        },
        forgetInCopies: (ids) => forgetInCopies(files, dataKey, settings, ids, wordsIn(opened)),
      })
      if (pending.length > 0) {
        backUp(db, files, dataKey, settings, clock.now())
        migrate(db, store, pending)
      }
      setIndex(db, settings)
      // The copies can wait for a disk that has room again.
      quietly(() => keyFile.before && renewOldCopies(files, keyFile, dataKey, settings))
      held = {
        db,
        dataKey,
        seq,
        store,
        journal: keyFile.journal,
        whole: true,
        told: found === null,
      }
      isBroken = false
      openHere.begin()
      return { ok: true, store, notice: found ?? ofKeys }
    } catch (error) {
      db?.close()
      // A newer journal, for one, is left as it was, with what says so.
      if (seq && isSound && !isDamaged(error)) leaveAsItIs(seq)
      seq?.close()
      dataKey.fill(0)
      throw error
    }
  }

  /** With the database closed: says beside it how it was left. A log that is left is another program's. */
  function leaveAsItIs(seq: SeqFile) {
    if (!existsSync(files.wal) && !hasLog(files)) quietly(() => seq.leave(digestOf(files.db)))
  }

  /** Opens it by its own key file, or else by that of a copy. */
  async function open(secret: Secret): Promise<Opened> {
    if (!exists()) return refusal('no-journal', 'There is no journal here yet.')
    if (!existsSync(files.db) && !existsSync(files.keys)) {
      if (isPlaced)
        throw new StoreError('place-gone', 'The journal isn’t where it was put. Its place may be away.') // prettier-ignore
      throw new StoreError('gone', 'The journal’s folder is gone. Nothing was changed.')
    }
    refuseElsewhere()
    keepOut()
    // As long as the one that was put back isn't in its place, the old one must not be opened.
    finishRestore(files)
    dropTrial(files)
    const own = wayIn.own()
    const isWhole = isWholeKeyFile(files.keys)
    if (own) finishCreating(files)
    checkFile(files.db)
    const now = own && (await wayIn.by(own, secret))
    if (own && !now && isWhole) return refusal('wrong-secret', 'That doesn’t open the journal.')
    if (now) {
      const key = Buffer.from(now.dataKey)
      try {
        return start(now.dataKey, now.file, isWhole ? null : 'keys-changed')
      } catch (error) {
        if (!isDamaged(error)) throw error
        // A key file from before a change opens, and gives a key that is no longer the database's.
        if (fits(files, key, settings) || keysInCopies(files).length === 0) throw error
        const back = await wayIn.back(secret, true).catch(() => null)
        if (!back) throw error
        return start(back.dataKey, back.file, 'keys-back')
      } finally {
        key.fill(0)
      }
    }
    const back = await wayIn.back(secret, own !== null)
    return start(back.dataKey, back.file, 'keys-back')
  }

  /** `leaves`: says beside it how it was left. `letsIn`: others may have it now; else `letIn` says when. */
  function close({ leaves = true, letsIn = true } = {}) {
    if (!held) return
    const { db, dataKey, seq, whole, told } = held
    held = null
    dataKey.fill(0)
    try {
      withStoreErrors(() => {
        try {
          db.pragma('wal_checkpoint(TRUNCATE)')
        } finally {
          db.close()
        }
      })
      if (leaves && whole && told) leaveAsItIs(seq)
    } finally {
      seq.close()
      if (letsIn) letGo()
    }
  }

  function copyTo(to: string) {
    const dataKey = Buffer.from(opened().dataKey)
    isGoing = true
    try {
      close({ letsIn: false })
      withStoreErrors(() => {
        dropLog(files)
        copyJournal(folder, to, dataKey)
      })
    } catch (error) {
      isGoing = false
      letIn()
      throw error
    } finally {
      openHere.end()
      dataKey.fill(0)
    }
  }

  return {
    exists,
    create: (passphrase) => attempt(() => create(passphrase)),
    open: (secret) => attempt(() => open(secret)),
    trouble: () => trouble,
    setApart() {
      if (held || opening || isGoing) throw new StoreError('exists', 'The journal is open.')
      withStoreErrors(() => setApart(files, clock.now()))
      isExpected = false
    },
    sealed: createSealed(
      files,
      () => held,
      () => isGoing,
    ),
    elsewhere,
    openHere: () => {
      opensAnyway = true
    },
    copyTo,
    about: () => ({ folder, bytes: bytesIn(folder), copies: copiesIn(files.backups) }),
    lastCopy: () => lastCopyIn(files.backups),
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
      isBroken: () => isBroken,
      attempt: (work) =>
        attempt(() => {
          refuseElsewhere()
          keepOut()
          return work()
        }),
      start: (dataKey, keyFile) => start(dataKey, keyFile, null),
      close: () => close({ letsIn: false }),
    }),
    wipe() {
      // What couldn't be put into the file is about to go with it.
      quietly(() => close())
      withStoreErrors(() => {
        wipeApart(folder)
        wipeFiles(files)
      })
      isExpected = false
    },
    keys: {
      ...createKeyChanges({ files, dataKey: () => held?.dataKey ?? null, random, scrypt, tries }),
      renew: createRenew({
        files,
        by: { settings, random, scrypt },
        tries,
        held: opened,
        isOpen: () => held !== null,
        close: () => close({ leaves: false, letsIn: false }),
        letGo,
      }),
    },
    isOpen: () => held !== null,
    close: () => close(),
  }
}

interface Held {
  db: Db
  dataKey: Buffer
  seq: SeqFile
  store: Store
  journal: string
  /** False once something turned out to be damaged: the next opening must not take it for sound. */
  whole: boolean
  /** What was found when it opened was told: it took a write since. */
  told: boolean
}

const noTrouble: Trouble = { kept: null, newer: null }

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
