import type { Instant, Random } from './ports.ts'

/** A UUID of version 7, in small letters. */
export const isUuidv7 = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

/** The last id that came from each source: its millisecond, and its 12 bits beside the version. */
const lasts = new WeakMap<Random, { at: Instant; count: number }>()
const countBits = 0xfff

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of time, the rest random, so that ids sort by
 * the moment they were made. Those of one source and one millisecond sort by the order they were made in: 12
 * bits begin at random in the lower half, and count (section 6.2, method 1). Beyond 2,048 in a
 * millisecond there is no order.
 */
export function uuidv7(at: Instant, random: Random): string {
  const bytes = random.bytes(16)
  let time = at
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  const drawn = (((bytes[6] ?? 0) & 0x07) << 8) | (bytes[7] ?? 0)
  const last = lasts.get(random)
  const count = last?.at === at && last.count < countBits ? last.count + 1 : drawn
  lasts.set(random, { at, count })
  bytes[6] = 0x70 | (count >> 8)
  bytes[7] = count & 0xff
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 13, 18, 23].reduce((text, at_) => `${text.slice(0, at_)}-${text.slice(at_)}`, hex)
}
