import { join } from 'node:path'
import { isCopyName, partsOf, type CopyOpens } from '../copy-kinds.ts'
import type { Clock, CopyListed, Copies, Opened, Secret, Store } from '../ports.ts'
import { openAside, type OpensBy } from './aside.ts'
import { backUp } from './backup.ts'
import { keepDamaged } from './damage.ts'
import { fileSize, isFile } from './durable.ts'
import { StoreError, isUnusable, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { cleanIndex, settle, withoutWords, wordsIn } from './forget.ts'
import { tried, triedElsewhere } from './key-changes.ts'
import { readKeyFile, unlock, unlockNext, unwrapBefore, type KeyFile } from './keys.ts'
import type { Db } from './open.ts'
import { pagesFit } from './pages.ts'
import { buildRestored, dropRestoring, putRestored } from './restore.ts'
import { readSeqFile, seqOf } from './seq.ts'
import { openStore } from './store.ts'
import type { Tries } from './tries.ts'
import { bytesIn, foldersIn } from './wipe.ts'

interface CopiesOptions {
  files: JournalFiles
  by: OpensBy
  clock: Pick<Clock, 'now'>
  tries: Tries
  held: () => { db: Db; dataKey: Buffer; store: Store } | null
  /** It was tried, and found damaged or gone. */
  isBroken: () => boolean
  /** One opening at a time, each refusal as a value. */
  attempt: (work: () => Promise<Opened>) => Promise<Opened>
  start: (dataKey: Buffer, keyFile: KeyFile) => Opened
  close: () => void
}

/** By what a copy is opened, under which key it becomes the journal, and with which key file, if another. */
interface CopyKey {
  from: Buffer
  to: Buffer
  keys: KeyFile | null
}

/** The copies of a journal: what there is, what is in them, and how one becomes the journal again. */
export function createCopies(options: CopiesOptions): Copies {
  const { files, by, clock, tries, held, isBroken, attempt, start, close } = options

  const copyNamed = (name: string): JournalFiles => {
    const copy = journalFiles(join(files.backups, name))
    if (isCopyName(name) && isFile(copy.db)) return copy
    throw new StoreError('no-copy', 'That copy isn’t there any more.')
  }

  /** The keys that need no secret: that of the open journal, and the one before, as long as a copy has it. */
  function keysAtHand(): { keys: Buffer[]; file: KeyFile | null } {
    const now = held()
    const file = keyFileOf(files)
    if (!now) return { keys: [], file }
    const before = file?.before ? unwrapBefore(file.before, now.dataKey, file.journal) : null
    return { keys: [Buffer.from(now.dataKey), ...(before ? [before] : [])], file }
  }

  function opensBy(copy: JournalFiles, keys: readonly Buffer[], file: KeyFile | null): CopyOpens {
    const own = keyFileOf(copy)
    if (keys.some((key) => pagesFit(copy.db, key, 'first'))) return 'yes'
    if ((fileSize(copy.db) ?? 0) === 0 || !own) return 'damaged'
    if (keys.length === 0) return 'unknown'
    return sharesSlot(own, file) ? 'damaged' : 'other-key'
  }

  async function keyFor(copy: JournalFiles, secret: Secret | null): Promise<CopyKey> {
    return held() ? keyWhileOpen(copy, secret) : keyWhileLocked(copy, secret)
  }

  async function keyWhileOpen(copy: JournalFiles, secret: Secret | null): Promise<CopyKey> {
    const { keys, file } = keysAtHand()
    const [to] = keys
    if (!to) throw new StoreError('no-journal', 'The journal is not open.')
    const found = fitting(copy, keys)
    if (found) return { from: found, to, keys: null }
    const own = ofCopy(() => readKeyFile(copy.keys))
    if (sharesSlot(own, file)) throw damaged()
    if (!secret) throw otherKey()
    return { from: await keyBy(own, secret, copy), to, keys: null }
  }

  async function keyWhileLocked(copy: JournalFiles, secret: Secret | null): Promise<CopyKey> {
    if (!secret) throw otherKey()
    const file = keyFileOf(files)
    if (!file) {
      // The key file is gone or damaged: the copy's own has the ways in that there were then.
      const own = withoutNext(ofCopy(() => readKeyFile(copy.keys)))
      const key = await keyBy(own, secret, copy)
      return { from: key, to: key, keys: own }
    }
    const { next, ...before } = file
    const ofCopyAlone = isBroken() ? keyFileOf(copy) : null
    const own = ofCopyAlone && !sharesSlot(ofCopyAlone, file) ? withoutNext(ofCopyAlone) : null
    let ownKey: Buffer | null = null
    let sides: { key: Buffer; file: KeyFile }[] = []
    const any = await tried(file, secret, tries, async () => {
      const [old, fresh] = [await unlock(file, secret), await unlockNext(file, secret)]
      const after = { ...before, slots: next?.slots ?? [], before: next?.before }
      sides = [
        ...(old ? [{ key: old, file: before }] : []),
        ...(fresh ? [{ key: fresh, file: after }] : []),
      ]
      const then = own && (await unlock(own, secret))
      if (then && pagesFit(copy.db, then, 'first')) ownKey = then
      return old ?? fresh ?? ownKey
    })
    if (!any) throw wrongSecret()
    for (const { key, file: side } of sides) {
      const older = side.before ? unwrapBefore(side.before, key, side.journal) : null
      const from = fitting(copy, older ? [key, older] : [key])
      if (from) return { from, to: key, keys: next ? side : null }
    }
    // The journal that doesn't open keeps its key file beside it, in the folder of the copies.
    if (own && ownKey) return { from: ownKey, to: ownKey, keys: own }
    throw sharesSlot(
      ofCopy(() => readKeyFile(copy.keys)),
      file,
    )
      ? damaged()
      : otherKey()
  }

  async function keyBy(own: KeyFile, secret: Secret, copy: JournalFiles): Promise<Buffer> {
    const key = await triedElsewhere(own, secret, tries)
    if (!key) throw wrongSecret()
    if (!pagesFit(copy.db, key, 'first')) throw damaged()
    return key
  }

  /** Makes the copy the journal, as far as nothing waits any more. `now`: the journal, where it can be read. */
  function build(
    copy: JournalFiles,
    key: CopyKey,
    now: Db | null,
    prepare: Parameters<Copies['restore']>[2],
  ) {
    const least = Math.max(readSeqFile(files.seq).seq ?? 0, now ? seqOf(now) : 0)
    const alter = (made: Db) => {
      if (now) {
        const leaving = now.prepare<[], string>('SELECT id FROM leaving').pluck().all()
        withoutWords(made, by.settings, leaving, wordsIn(now))
      }
      prepare(openStore(made), now && openStore(now))
      cleanIndex(made)
    }
    ofCopy(() => buildRestored(files, copy, key, by, least, alter))
  }

  async function restoreOpen(
    copy: JournalFiles,
    secret: Secret | null,
    prepare: Parameters<Copies['restore']>[2],
  ): Promise<Opened> {
    const key = await keyFor(copy, secret)
    // From here on nothing waits, so nothing is written meanwhile.
    return withStoreErrors(() => {
      const now = held()
      const keyFile = readKeyFile(files.keys)
      if (!now) throw new StoreError('no-journal', 'The journal is not open.')
      build(copy, key, now.db, prepare)
      try {
        const at = clock.now()
        backUp(now.db, files, now.dataKey, by.settings, at, 'restore', 'UTC', copy.folder)
        if (!settle(now.db))
          throw new StoreError('busy', 'Another program is using the journal. Nothing was changed.')
        close()
        putRestored(files)
      } catch (error) {
        dropRestoring(files)
        throw error
      }
      return start(key.to, keyFile)
    })
  }

  async function restoreLocked(
    copy: JournalFiles,
    secret: Secret | null,
    prepare: Parameters<Copies['restore']>[2],
  ): Promise<Opened> {
    const key = await keyFor(copy, secret)
    return withStoreErrors(() => {
      keepDamaged(files, clock.now())
      const now = whatCanBeRead(key.to)
      try {
        try {
          build(copy, key, now?.db ?? null, prepare)
        } catch (error) {
          if (!now || standsInTheWay(error)) throw error
          // Where its damage lies nobody knew before.
          build(copy, key, null, prepare)
        }
      } finally {
        now?.end()
      }
      putRestored(files)
      return start(key.to, key.keys ?? readKeyFile(files.keys))
    })
  }

  /**
   * A damaged journal may still say what was deleted. Null where its file can't; where the disk is full, for one,
   * it throws: then a copy would bring back what went.
   */
  function whatCanBeRead(dataKey: Buffer) {
    try {
      return openAside(files, 'now', files, dataKey, by, () => {})
    } catch (error) {
      if (standsInTheWay(error)) throw error
      return null
    }
  }

  return {
    folder: files.backups,
    list() {
      const { keys, file } = keysAtHand()
      const copies = foldersIn(files.backups).flatMap((name): CopyListed[] => {
        const parts = partsOf(name)
        const copy = journalFiles(join(files.backups, name))
        if (!parts) return []
        return [{ name, ...parts, bytes: bytesIn(copy.folder), opens: opensBy(copy, keys, file) }]
      })
      for (const key of keys) key.fill(0)
      return copies.toSorted((a, b) => b.at - a.at)
    },
    async read(name, secret, work) {
      const copy = copyNamed(name)
      const { from } = await keyFor(copy, secret)
      const { db, end } = ofCopy(() => openAside(files, 'copy', copy, from, by))
      try {
        return ofCopy(() => work(openStore(db)))
      } finally {
        end()
        from.fill(0)
      }
    },
    async restore(name, secret, prepare) {
      const copy = copyNamed(name)
      return held()
        ? restoreOpen(copy, secret, prepare)
        : attempt(() => restoreLocked(copy, secret, prepare))
    },
  }
}

const fitting = (copy: JournalFiles, keys: readonly Buffer[]): Buffer | null =>
  keys.find((key) => pagesFit(copy.db, key, 'first')) ?? null

/** Null for one that is gone, damaged, or a newer Lull's. */
function keyFileOf({ keys }: JournalFiles): KeyFile | null {
  try {
    return readKeyFile(keys)
  } catch {
    return null
  }
}

/** A slot wraps one data key for good, so whoever has the same slot has the same key. */
const sharesSlot = (one: KeyFile, other: KeyFile | null): boolean =>
  other?.slots.some(({ id }) => one.slots.some((slot) => slot.id === id)) ?? false

/** What a cut left of a change of the keys is no way into a copy. */
function withoutNext(keyFile: KeyFile): KeyFile {
  const { next: _cutOff, ...file } = keyFile
  return file
}

const wrongSecret = () => new StoreError('wrong-secret', 'That doesn’t open this copy.')
const otherKey = () =>
  new StoreError('other-key', 'This copy has another key: that of the time it was made.')
/** Not the file, but what is around it. */
const standsInTheWay = (error: unknown): boolean =>
  error instanceof StoreError && ['disk-full', 'read-only', 'busy', 'newer'].includes(error.code)
const damaged = () => new StoreError('copy-damaged', 'This copy is damaged. It was left as it is.')

/** What is damaged in here is the copy, and not the journal. */
function ofCopy<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw isUnusable(error) ? damaged() : error
  }
}
