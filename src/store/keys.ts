import { createCipheriv, createDecipheriv, hkdfSync, scrypt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Random, Secret } from '../ports.ts'
import { replaceFile } from './durable.ts'
import { StoreError } from './errors.ts'
import { makeRecoveryKey, readRecoveryKey } from './recovery-key.ts'

/** How much work a guess at the passphrase costs: `n` × `r` × 128 bytes of memory, `p` times. */
export interface ScryptCost {
  n: number
  r: number
  p: number
}
export const scryptCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }

/** Electron links BoringSSL: no Argon2, no AES key wrap, no ChaCha20 in `node:crypto` there. */
const cipher = 'aes-256-gcm'
const dataKeyLength = 32
const tagLength = 16

const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => Buffer.from(text, 'base64')),
    v.check((buffer) => buffer.length === length, `${length} bytes`),
  )
const whole = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max))
const slotParts = {
  id: v.string(),
  salt: bytes(16),
  wrap: v.strictObject({ iv: bytes(12), tag: bytes(tagLength), data: bytes(dataKeyLength) }),
}
const scryptKdf = v.strictObject({
  name: v.literal('scrypt'),
  // Bounds, so that a forged file can't make the vault take all the memory there is.
  n: whole(2 ** 20),
  r: whole(16),
  p: whole(4),
})
const slotSchema = v.variant('kind', [
  v.strictObject({ ...slotParts, kind: v.literal('passphrase'), kdf: scryptKdf }),
  v.strictObject({
    ...slotParts,
    kind: v.literal('recovery'),
    kdf: v.strictObject({ name: v.literal('hkdf-sha256') }),
  }),
])
const keyFileSchema = v.strictObject({
  version: v.literal(1),
  journal: v.string(),
  slots: v.pipe(v.array(slotSchema), v.minLength(1), v.maxLength(16)),
})

/** `journal.keys`: the data key, wrapped once a slot; each slot opens with a secret of its own. */
export type KeyFile = v.InferOutput<typeof keyFileSchema>
type Slot = KeyFile['slots'][number]

/**
 * A new journal's data key (32 bytes) and the key file that wraps it under a passphrase; `keep`
 * writes that file, when the journal it belongs to is ready for it.
 */
export async function makeKeys(
  passphrase: string,
  random: Random,
  cost: ScryptCost,
): Promise<{ dataKey: Buffer; keep: (path: string) => void }> {
  const dataKey = Buffer.from(random.bytes(dataKeyLength))
  const salt = Buffer.from(random.bytes(16))
  const kdf = { name: 'scrypt' as const, ...cost }
  const wrappingKey = await stretch(passphrase, salt, kdf)
  const journal = newId(random)
  const id = newId(random)
  const wrap = wrapKey(dataKey, wrappingKey, `${journal}/${id}`, random)
  const slot: Slot = { id, kind: 'passphrase', kdf, salt, wrap }
  const file: KeyFile = { version: 1, journal, slots: [slot] }
  return { dataKey, keep: (path) => write(path, file, slot, wrappingKey, dataKey) }
}

/** Adds a slot under a new recovery key in place of the one before, and returns that key. */
export function addRecoverySlot(path: string, dataKey: Buffer, random: Random): string {
  const before = readKeyFile(path)
  const shown = makeRecoveryKey(random)
  const salt = Buffer.from(random.bytes(16))
  const id = newId(random)
  const wrappingKey = recoveryWrappingKey(readRecoveryKey(shown) ?? '', salt)
  const wrap = wrapKey(dataKey, wrappingKey, `${before.journal}/${id}`, random)
  const kept = before.slots.filter((slot) => slot.kind !== 'recovery')
  const slot: Slot = { id, kind: 'recovery', kdf: { name: 'hkdf-sha256' }, salt, wrap }
  write(path, { ...before, slots: [...kept, slot] }, slot, wrappingKey, dataKey)
  return shown
}

/** False also for a file that can't be read: what is wrong with it, opening says. */
export function hasRecoverySlot(path: string): boolean {
  try {
    return readKeyFile(path).slots.some(({ kind }) => kind === 'recovery')
  } catch {
    return false
  }
}

/** The data key, or null when the secret opens no slot. The caller overwrites it after use. */
export async function unlock(file: KeyFile, secret: Secret): Promise<Buffer | null> {
  for (const slot of file.slots) {
    const wrappingKey = await wrappingKeyOf(slot, secret)
    if (!wrappingKey) continue
    const dataKey = unwrapKey(slot, wrappingKey, file.journal)
    wrappingKey.fill(0)
    if (dataKey) return dataKey
  }
  return null
}

/** Reads a key file. Throws `damaged`, also when there is none, or `newer` when a later Lull wrote it. */
export function readKeyFile(path: string): KeyFile {
  if (!existsSync(path)) {
    throw new StoreError('damaged', 'The journal’s key file is gone. A backup has a copy of it.')
  }
  const content = parseJson(readFileSync(path, 'utf8'))
  const read = v.safeParse(keyFileSchema, content)
  if (read.success) return read.output
  const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.minValue(2)) }), content)
  if (version.success) {
    throw new StoreError('newer', 'A newer Lull wrote this journal’s key file. Use that Lull.')
  }
  throw new StoreError('damaged', 'The journal’s key file is damaged. It was left as it is.')
}

async function wrappingKeyOf(slot: Slot, secret: Secret): Promise<Buffer | null> {
  if (slot.kind === 'passphrase') {
    return 'passphrase' in secret ? stretch(secret.passphrase, slot.salt, slot.kdf) : null
  }
  const key = 'recoveryKey' in secret ? readRecoveryKey(secret.recoveryKey) : null
  return key === null ? null : recoveryWrappingKey(key, slot.salt)
}

/** NFKC, so that a passphrase is the same from every keyboard and every system. */
function stretch(passphrase: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFKC'))
  const limits = { N: n, r, p, maxmem: 128 * r * (n + p) + 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, limits, (error, key) => {
      secret.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** The recovery key is 130 random bits already: nothing to stretch (RFC 5869). */
const recoveryWrappingKey = (key: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'lull recovery key', 32))

function wrapKey(dataKey: Buffer, wrappingKey: Buffer, place: string, random: Random) {
  const iv = Buffer.from(random.bytes(12))
  const gcm = createCipheriv(cipher, wrappingKey, iv, { authTagLength: tagLength })
  gcm.setAAD(Buffer.from(place))
  const data = Buffer.concat([gcm.update(dataKey), gcm.final()])
  return { iv, tag: gcm.getAuthTag(), data }
}

function unwrapKey({ id, wrap }: Slot, wrappingKey: Buffer, journal: string): Buffer | null {
  const gcm = createDecipheriv(cipher, wrappingKey, wrap.iv, { authTagLength: tagLength })
  gcm.setAAD(Buffer.from(`${journal}/${id}`))
  gcm.setAuthTag(wrap.tag)
  const dataKey = gcm.update(wrap.data)
  try {
    gcm.final()
    return dataKey
  } catch {
    // The one way that GCM has to say that the key, or a byte, is wrong.
    dataKey.fill(0)
    return null
  }
}

/** Puts the file in place only after its new slot has been read back and gave the same data key. */
function write(path: string, file: KeyFile, slot: Slot, wrappingKey: Buffer, dataKey: Buffer) {
  replaceFile(path, textOf(file), (passing) => {
    const read = readKeyFile(passing)
    const same = read.slots.find(({ id }) => id === slot.id)
    const back = same && unwrapKey(same, wrappingKey, read.journal)
    if (!back?.equals(dataKey)) {
      throw new StoreError('damaged', 'The key file could not be read back. Nothing was changed.')
    }
    back.fill(0)
  })
  wrappingKey.fill(0)
}

const textOf = (file: KeyFile): string =>
  `${JSON.stringify(
    {
      ...file,
      slots: file.slots.map(({ salt, wrap, ...slot }) => ({
        ...slot,
        salt: salt.toString('base64'),
        wrap: {
          iv: wrap.iv.toString('base64'),
          tag: wrap.tag.toString('base64'),
          data: wrap.data.toString('base64'),
        },
      })),
    },
    null,
    2,
  )}\n`

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const newId = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex')
