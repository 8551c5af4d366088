import {
  header,
  infoOf,
  ivLength,
  keyLength,
  padded,
  publicKeyLength,
  tagLength,
  type SealingKey,
} from '../../../src/notes/sealed-format.ts'
import type { SealedNote } from '../../../src/notes/sealed-note.ts'

/**
 * Seals a note here in its own window, so that no other process ever has a word of it: base64 of what
 * `src/notes/sealed-format.ts` describes. Only the open journal can read it, and this window can't either.
 */
export async function seal(key: SealingKey, note: SealedNote): Promise<string> {
  const { subtle } = crypto
  const theirs = Uint8Array.fromBase64(key.publicKey)
  const recipient = await subtle.importKey('raw', theirs, 'X25519', false, [])
  const own = await subtle.generateKey('X25519', false, ['deriveBits'])
  if (!('publicKey' in own)) throw new TypeError('no pair of keys')
  const ownPublic = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const shared = await subtle.deriveBits(
    { name: 'X25519', public: recipient },
    own.privateKey,
    8 * publicKeyLength,
  )
  const derived = await subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: joined(ownPublic, theirs), info: infoOf(key.journal) },
    await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']),
    8 * (keyLength + ivLength),
  )
  const aes = await subtle.importKey('raw', derived.slice(0, keyLength), 'AES-GCM', false, [
    'encrypt',
  ])
  const start = joined(header, ownPublic)
  const text = padded(new TextEncoder().encode(JSON.stringify(note)))
  const iv = derived.slice(keyLength)
  const encrypted = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: start, tagLength: 8 * tagLength },
    aes,
    text,
  )
  return joined(start, new Uint8Array(encrypted)).toBase64()
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
