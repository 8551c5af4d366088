import type { Instant, Random } from './ports.ts'

/** A UUID of version 7, in small letters. */
export const isUuidv7 = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of time, the rest random, so that ids sort by
 * the moment they were made.
 */
export function uuidv7(at: Instant, random: Random): string {
  const bytes = random.bytes(16)
  let time = at
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 13, 18, 23].reduce((text, at_) => `${text.slice(0, at_)}-${text.slice(at_)}`, hex)
}
