/**
 * How a note lies sealed, for the page that seals it and the store that opens it: an X25519 key of its
 * own each time (RFC 7748), HKDF-SHA256 over what the two keys share (RFC 5869), AES-256-GCM.
 *
 * header (9 bytes) · the note's own public key (32) · padded text, encrypted · tag (16)
 */

/** `LULLSEAL` and the version. */
export const header = new Uint8Array([76, 85, 76, 76, 83, 69, 65, 76, 1])
export const publicKeyLength = 32
export const tagLength = 16
/** Of what is derived: first the key, then the initialization vector. */
export const keyLength = 32
export const ivLength = 12

/** A text is filled up to one of these, in bytes, so that a file's length says little of it. */
export const paddedSizes = [1024, 4096, 16_384, 131_072] as const

/** At most so many notes wait sealed. */
export const mostSealed = 200

/** What a page needs to seal a note. */
export interface SealingKey {
  journal: string
  /** X25519, 32 bytes in base64. */
  publicKey: string
  /** Whether words may be written at this desk. */
  words: boolean
}

/** Binds a sealed note to its journal and to this format. */
export const infoOf = (journal: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`lull sealed note 1 ${journal}`)

const lengthBytes = 4
const outside = header.length + publicKeyLength + tagLength
export const longestSealed = outside + Math.max(...paddedSizes)

/** Whether a sealed note can be so many bytes long. */
export const isSealedLength = (length: number): boolean =>
  paddedSizes.some((size) => outside + size === length)

export const hasHeader = (bytes: Uint8Array): boolean =>
  header.every((byte, index) => bytes[index] === byte)

/** The text's length, the text, and zeros up to the next size. Throws where it fits in none. */
export function padded(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = paddedSizes.find((each) => lengthBytes + text.length <= each)
  if (size === undefined) throw new RangeError('longer than a sealed note can be')
  const all = new Uint8Array(size)
  new DataView(all.buffer).setUint32(0, text.length)
  all.set(text, lengthBytes)
  return all
}

/** The text of `padded`, or null where it says a length that it hasn't. */
export function unpadded(all: Uint8Array): Uint8Array | null {
  if (all.length < lengthBytes) return null
  const length = new DataView(all.buffer, all.byteOffset).getUint32(0)
  return length <= all.length - lengthBytes ? all.subarray(lengthBytes, lengthBytes + length) : null
}
