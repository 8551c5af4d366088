import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { Sealed, SealedFile, Store } from '../ports.ts'
import {
  hasHeader,
  header,
  infoOf,
  isSealedLength,
  ivLength,
  keyLength,
  mostSealed,
  publicKeyLength,
  tagLength,
  unpadded,
  type SealingKey,
} from '../notes/sealed-format.ts'
import { fileSize, readSmallFile, replaceFile, syncFolder } from './durable.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import type { JournalFiles } from './files.ts'

/** `journal.seal`: plain, so that it is there while the journal is locked, and nothing else in it. */
const sealFile = v.strictObject({
  version: v.literal(1),
  journal: v.pipe(v.string(), v.maxLength(100)),
  publicKey: v.pipe(
    v.string(),
    v.base64(),
    v.check((text) => Buffer.from(text, 'base64').length === publicKeyLength),
  ),
  words: v.boolean(),
})

/** What the open journal has: its rows, and the name that its key file gives it. */
interface Open {
  store: Store
  journal: string
}

const ending = '.sealed'
const longestSealFile = 1000

/** Sealed notes beside a journal. `open` is that journal, while it is. */
export function createSealed(
  files: JournalFiles,
  open: () => Open | null,
  isGoing: () => boolean = () => false,
): Sealed {
  const opened = (): Open => {
    const now = open()
    if (!now) throw new StoreError('no-journal', 'The journal is not open.')
    return now
  }

  function key(): SealingKey | null {
    try {
      const read = v.safeParse(
        sealFile,
        JSON.parse(readSmallFile(files.seal, longestSealFile) ?? ''),
      )
      if (!read.success) return null
      const { journal, publicKey, words } = read.output
      return { journal, publicKey, words }
    } catch {
      // Whatever is wrong with it: nothing can be sealed to it, and the next opening puts it right.
      return null
    }
  }

  function publish(words: boolean): 'as-it-was' | 'made' | 'swapped' {
    const { store, journal } = opened()
    const publicKey = rawPublicKey(privateKeyOf(store)).toString('base64')
    const before = key()
    const isOurs = before?.journal === journal && before.publicKey === publicKey
    if (isOurs && before.words === words) return 'as-it-was'
    const wasThere = existsSync(files.seal)
    const text = `${JSON.stringify({ version: 1, journal, publicKey, words }, null, 2)}\n`
    withStoreErrors(() => replaceFile(files.seal, text, () => {}))
    if (isOurs) return 'as-it-was'
    return wasThere ? 'swapped' : 'made'
  }

  function put(id: string, bytes: Uint8Array): boolean {
    if (isGoing())
      throw new StoreError('busy', 'The journal is being moved. Try again in a moment.')
    return withStoreErrors(() => {
      if (!existsSync(files.sealed)) {
        mkdirSync(files.sealed, { recursive: true, mode: 0o700 })
        syncFolder(files.folder)
      }
      const path = join(files.sealed, id + ending)
      if (!existsSync(path) && waiting().length >= mostSealed) return false
      replaceFile(path, bytes, () => {})
      return true
    })
  }

  const waiting = (): string[] =>
    existsSync(files.sealed)
      ? readdirSync(files.sealed).filter((name) => name.endsWith(ending))
      : []

  function read(): SealedFile[] {
    const names = waiting()
    if (names.length === 0) return []
    const { store, journal } = opened()
    const privateKey = privateKeyOf(store)
    return names.toSorted().map((name) => readOne(join(files.sealed, name), privateKey, journal))
  }

  return {
    key,
    put,
    drop: (id) =>
      withStoreErrors(() => {
        const path = join(files.sealed, id + ending)
        if (!existsSync(path)) return
        rmSync(path)
        syncFolder(files.sealed)
      }),
    publish,
    read,
    finish(taken, unreadable) {
      for (const { path } of taken) quietly(() => rmSync(path, { force: true }))
      for (const { path } of unreadable) quietly(() => setAside(path))
      // Halves of files whose writer never heard that they were kept.
      if (existsSync(files.sealed))
        for (const name of readdirSync(files.sealed))
          if (name.endsWith(`${ending}.new`)) quietly(() => rmSync(join(files.sealed, name)))
      if (taken.length > 0 || unreadable.length > 0) quietly(() => syncFolder(files.sealed))
    },
  }
}

/** What the disk refuses is tried again at the next opening: the journal has what was in it. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // See above.
  }
}

/** Keeps a file that can't be read, under the first free name, where no opening looks at it again. */
function setAside(path: string): void {
  const stem = path.slice(0, -ending.length)
  for (let number = 1; ; number++) {
    const aside = `${stem}${number === 1 ? '' : `-${number}`}.unreadable`
    if (!existsSync(aside)) return renameSync(path, aside)
  }
}

/** The journal's own key, made where it has none yet. */
function privateKeyOf(store: Store): KeyObject {
  const row = store
    .prepare<{ key: Uint8Array }>('SELECT private_key AS key FROM seal WHERE one = 1')
    .get()
  if (row) {
    const der = Buffer.from(row.key.buffer, row.key.byteOffset, row.key.length)
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    der.fill(0)
    return key
  }
  const { privateKey } = generateKeyPairSync('x25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  store.write(() => store.prepare('INSERT INTO seal (one, private_key) VALUES (1, ?)').run(der))
  der.fill(0)
  return privateKey
}

/** Every SPKI of X25519 begins with these twelve bytes (RFC 8410); the rest is the key itself. */
const spkiStart = Buffer.from('302a300506032b656e032100', 'hex')

const rawPublicKey = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(spkiStart.length)

const publicKeyFrom = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiStart, raw]), format: 'der', type: 'spki' })

function readOne(path: string, privateKey: KeyObject, journal: string): SealedFile {
  try {
    if (!isSealedLength(fileSize(path) ?? 0)) throw new RangeError('no length of ours')
    const bytes = readFileSync(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return { path, hash, text: unseal(bytes, privateKey, journal) }
  } catch {
    // Torn, foreign, or not to be read: told, and kept aside.
    return { path, hash: `unread ${basename(path)}`, text: null }
  }
}

/** The text that was sealed to this key for this journal. Throws where anything in it is otherwise. */
export function unseal(bytes: Buffer, privateKey: KeyObject, journal: string): string {
  if (!hasHeader(bytes)) throw new TypeError('not sealed by a Lull that this one knows')
  const start = header.length + publicKeyLength
  const own = bytes.subarray(header.length, start)
  const shared = diffieHellman({ privateKey, publicKey: publicKeyFrom(own) })
  const salt = Buffer.concat([own, rawPublicKey(privateKey)])
  const derived = Buffer.from(
    hkdfSync('sha256', shared, salt, infoOf(journal), keyLength + ivLength),
  )
  shared.fill(0)
  const gcm = createDecipheriv(
    'aes-256-gcm',
    derived.subarray(0, keyLength),
    derived.subarray(keyLength),
    { authTagLength: tagLength },
  )
  gcm.setAAD(bytes.subarray(0, start))
  gcm.setAuthTag(bytes.subarray(bytes.length - tagLength))
  const all = Buffer.concat([gcm.update(bytes.subarray(start, -tagLength)), gcm.final()])
  derived.fill(0)
  const text = unpadded(all)
  if (!text) throw new RangeError('its length is not its own')
  return new TextDecoder('utf-8', { fatal: true }).decode(text)
}
