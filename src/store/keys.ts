import { createCipheriv, createDecipheriv, createHash, hkdfSync, scrypt } from 'node:crypto'
import { existsSync } from 'node:fs'
import * as v from 'valibot'
import type { Random, Secret } from '../ports.ts'
import { readSmallFile, replaceFile } from './durable.ts'
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
/** What a keychain makes of 44 characters is a few hundred bytes. */
const longestSealed = 4096
/** No key file comes near, with every kind of slot twice. */
export const longestFile = 64 * 1024
/**
 * The most that one try at a forged file may cost, as `n` × `r` × `p` of all its passphrase slots: four
 * times ours, which is 512 MiB at worst, and a second or two.
 */
const mostWork = 4 * scryptCost.n * scryptCost.r * scryptCost.p

const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => Buffer.from(text, 'base64')),
    v.check((buffer) => buffer.length === length, `${length} bytes`),
  )
const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max))
const wrapped = v.strictObject({ iv: bytes(12), tag: bytes(tagLength), data: bytes(dataKeyLength) })
const slotParts = { id: v.string(), salt: bytes(16), wrap: wrapped }
const scryptKdf = v.strictObject({
  name: v.literal('scrypt'),
  // scrypt knows no other numbers (RFC 7914), and would throw.
  n: v.pipe(
    whole(2, 2 ** 20),
    v.check((n) => Number.isInteger(Math.log2(n)), 'a power of two'),
  ),
  r: whole(1, 16),
  p: whole(1, 4),
})
const hkdf = v.strictObject({ name: v.literal('hkdf-sha256') })
const slotSchema = v.variant('kind', [
  v.strictObject({ ...slotParts, kind: v.literal('passphrase'), kdf: scryptKdf }),
  v.strictObject({ ...slotParts, kind: v.literal('recovery'), kdf: hkdf }),
  v.strictObject({
    ...slotParts,
    kind: v.literal('keychain'),
    kdf: hkdf,
    /** The slot's secret, as the system's keychain has encrypted it. */
    sealed: v.pipe(v.string(), v.base64(), v.maxLength(longestSealed)),
  }),
])
const slots = v.pipe(
  v.array(slotSchema),
  v.minLength(1),
  v.maxLength(16),
  v.check((all) => workOf(all) <= mostWork, 'a try that takes no longer than a person waits'),
)
const keyFileSchema = v.strictObject({
  /** 1 had no keychain slot and none of what stands below `slots`. */
  version: v.picklist([1, 2]),
  journal: v.string(),
  slots,
  /** While the journal gets another data key: how that one will be unlocked (src/store/renew.ts). */
  next: v.optional(v.strictObject({ slots, before: wrapped })),
  /** The data key before, under the one of now, until every copy of the journal has that too. */
  before: v.optional(wrapped),
})

function workOf(all: readonly v.InferOutput<typeof slotSchema>[]): number {
  const costs = all.map((slot) => (slot.kind === 'passphrase' ? slot.kdf : { n: 0, r: 0, p: 0 }))
  return costs.reduce((sum, { n, r, p }) => sum + n * r * p, 0)
}

/** `journal.keys`: the data key, wrapped once a slot; each slot opens with a secret of its own. */
export type KeyFile = v.InferOutput<typeof keyFileSchema>
export type Slot = KeyFile['slots'][number]
type Wrapped = Slot['wrap']

/** A slot that was made just now, with what opens it: `keepKeys` reads it back, and overwrites that. */
export interface MadeSlot {
  slot: Slot
  wrappingKey: Buffer
  dataKey: Buffer
}

export const newDataKey = (random: Random): Buffer => Buffer.from(random.bytes(dataKeyLength))

/** A new journal's data key (32 bytes), and the key file that wraps it under a passphrase. */
export async function makeKeys(
  passphrase: string,
  random: Random,
  cost: ScryptCost,
): Promise<{ dataKey: Buffer; file: KeyFile; made: MadeSlot }> {
  const dataKey = newDataKey(random)
  const journal = newId(random)
  const made = await passphraseSlot(dataKey, passphrase, journal, random, cost)
  return { dataKey, file: { version: 2, journal, slots: [made.slot] }, made }
}

/** NFKC, so that a passphrase is the same from every keyboard and every system. */
export async function passphraseSlot(
  dataKey: Buffer,
  passphrase: string,
  journal: string,
  random: Random,
  cost: ScryptCost,
): Promise<MadeSlot> {
  const salt = Buffer.from(random.bytes(16))
  const kdf = { name: 'scrypt' as const, ...cost }
  const wrappingKey = await stretch(passphrase, salt, kdf)
  const id = newId(random)
  const wrap = wrapKey(dataKey, wrappingKey, `${journal}/${id}`, random)
  return { slot: { id, kind: 'passphrase', kdf, salt, wrap }, wrappingKey, dataKey }
}

/** A new recovery key, as it is shown, and the slot that it opens. */
export function recoverySlot(
  dataKey: Buffer,
  journal: string,
  random: Random,
): MadeSlot & { shown: string } {
  const shown = makeRecoveryKey(random)
  const salt = Buffer.from(random.bytes(16))
  const wrappingKey = randomSecretKey(readRecoveryKey(shown) ?? '', salt, recoveryInfo)
  const id = newId(random)
  const wrap = wrapKey(dataKey, wrappingKey, `${journal}/${id}`, random)
  const slot: Slot = { id, kind: 'recovery', kdf: { name: 'hkdf-sha256' }, salt, wrap }
  return { slot, wrappingKey, dataKey, shown }
}

/** `secret`: random, and for this slot alone; `sealed`: the same, encrypted by the system. */
export function keychainSlot(
  dataKey: Buffer,
  { secret, sealed }: { secret: string; sealed: string },
  journal: string,
  random: Random,
): MadeSlot {
  const salt = Buffer.from(random.bytes(16))
  const wrappingKey = randomSecretKey(secret, salt, keychainInfo)
  const id = newId(random)
  const wrap = wrapKey(dataKey, wrappingKey, `${journal}/${id}`, random)
  const slot: Slot = { id, kind: 'keychain', kdf: { name: 'hkdf-sha256' }, salt, wrap, sealed }
  return { slot, wrappingKey, dataKey }
}

/** The data key before, kept under the one that comes. */
export const wrapBefore = (before: Buffer, dataKey: Buffer, journal: string, random: Random) =>
  wrapKey(before, dataKey, `${journal}/before`, random)

export const unwrapBefore = (wrap: Wrapped, dataKey: Buffer, journal: string): Buffer | null =>
  unwrapKey(wrap, dataKey, `${journal}/before`)

/** The data key, or null when the secret opens none of the file's slots. The caller overwrites it after use. */
export const unlock = (file: KeyFile, secret: Secret): Promise<Buffer | null> =>
  unlockBy(file.slots, file.journal, secret)

/** The same of the data key that was to come when Lull was cut off. */
export const unlockNext = async ({ next, journal }: KeyFile, secret: Secret) =>
  next ? unlockBy(next.slots, journal, secret) : null

async function unlockBy(
  all: readonly Slot[],
  journal: string,
  secret: Secret,
): Promise<Buffer | null> {
  for (const slot of all) {
    const wrappingKey = await wrappingKeyOf(slot, secret)
    if (!wrappingKey) continue
    const dataKey = unwrapKey(slot.wrap, wrappingKey, `${journal}/${slot.id}`)
    wrappingKey.fill(0)
    if (dataKey) return dataKey
  }
  return null
}

/**
 * Puts the key file in place, once every slot that was made for it has been read back from the disk and
 * gave its data key. Overwrites what opens those slots.
 */
export function keepKeys(path: string, file: KeyFile, made: readonly MadeSlot[]): void {
  try {
    replaceFile(path, textOf(file), (passing) => {
      const read = readKeyFile(passing)
      const all = [...read.slots, ...(read.next?.slots ?? [])]
      for (const { slot, wrappingKey, dataKey } of made) {
        const same = all.find(({ id }) => id === slot.id)
        const back = same && unwrapKey(same.wrap, wrappingKey, `${read.journal}/${same.id}`)
        if (!back?.equals(dataKey)) {
          throw new StoreError(
            'damaged',
            'The key file could not be read back. Nothing was changed.',
          )
        }
        back.fill(0)
      }
    })
  } finally {
    for (const { wrappingKey } of made) wrappingKey.fill(0)
  }
}

/** Reads a key file. Throws `keys-lost`, also when there is none, or `newer` when a later Lull wrote it. */
export function readKeyFile(path: string): KeyFile {
  if (!existsSync(path)) {
    throw new StoreError('keys-lost', 'The journal’s key file is gone. A backup has a copy of it.')
  }
  const { content } = summed(readSmallFile(path, longestFile) ?? '')
  const read = v.safeParse(keyFileSchema, content)
  if (read.success) return read.output
  const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.minValue(3)) }), content)
  if (version.success) {
    throw new StoreError('newer', 'A newer Lull wrote this journal’s key file. Use that Lull.')
  }
  throw new StoreError('keys-lost', 'The journal’s key file is damaged. It was left as it is.')
}

/**
 * Whether the key file is as it was written. A slot with a changed byte can't be told from a wrong secret, so the
 * file's sum has to tell. One from before there was a sum counts as whole; one that isn't there doesn't.
 */
export const isWholeKeyFile = (path: string): boolean =>
  existsSync(path) && summed(readSmallFile(path, longestFile) ?? '').isWhole

async function wrappingKeyOf(slot: Slot, secret: Secret): Promise<Buffer | null> {
  switch (slot.kind) {
    case 'passphrase':
      return 'passphrase' in secret ? stretch(secret.passphrase, slot.salt, slot.kdf) : null
    case 'recovery': {
      const key = 'recoveryKey' in secret ? readRecoveryKey(secret.recoveryKey) : null
      return key === null ? null : randomSecretKey(key, slot.salt, recoveryInfo)
    }
    case 'keychain':
      return 'keychain' in secret ? randomSecretKey(secret.keychain, slot.salt, keychainInfo) : null
  }
}

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

const recoveryInfo = 'lull recovery key'
const keychainInfo = 'lull keychain'

/** A secret of 130 random bits and more has nothing to be stretched (RFC 5869). */
const randomSecretKey = (secret: string, salt: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32))

function wrapKey(dataKey: Buffer, wrappingKey: Buffer, place: string, random: Random): Wrapped {
  const iv = Buffer.from(random.bytes(12))
  const gcm = createCipheriv(cipher, wrappingKey, iv, { authTagLength: tagLength })
  gcm.setAAD(Buffer.from(place))
  const data = Buffer.concat([gcm.update(dataKey), gcm.final()])
  return { iv, tag: gcm.getAuthTag(), data }
}

function unwrapKey(wrap: Wrapped, wrappingKey: Buffer, place: string): Buffer | null {
  const gcm = createDecipheriv(cipher, wrappingKey, wrap.iv, { authTagLength: tagLength })
  gcm.setAAD(Buffer.from(place))
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

function textOf({ slots: all, next, before, ...file }: KeyFile): string {
  const content = {
    ...file,
    version: 2,
    slots: all.map(slotText),
    ...(next && { next: { slots: next.slots.map(slotText), before: wrapText(next.before) } }),
    ...(before && { before: wrapText(before) }),
  }
  return `${JSON.stringify({ ...content, sum: sumOf(content) }, null, 2)}\n`
}

/** What the file says, without its sum, and whether that fits. */
function summed(text: string): { content: unknown; isWhole: boolean } {
  const parsed = parseJson(text)
  if (typeof parsed !== 'object' || parsed === null) return { content: null, isWhole: false }
  const sum: unknown = Reflect.get(parsed, 'sum')
  // Every name of its own, so that the schema refuses the ones that it doesn't know.
  const content = Object.fromEntries(Object.entries(parsed).filter(([name]) => name !== 'sum'))
  return { content, isWhole: sum === undefined || sum === sumOf(content) }
}

const sumOf = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex')

const slotText = ({ salt, wrap, ...slot }: Slot) => ({
  ...slot,
  salt: salt.toString('base64'),
  wrap: wrapText(wrap),
})

const wrapText = ({ iv, tag, data }: Wrapped) => ({
  iv: iv.toString('base64'),
  tag: tag.toString('base64'),
  data: data.toString('base64'),
})

function parseJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const newId = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex')
