import { inflateSync } from 'node:zlib'

/** Pixels row by row, `channels` bytes each: red, green, blue, and opacity where there is any. */
export interface Picture {
  width: number
  height: number
  channels: 3 | 4
  bytes: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * The pixels of a PNG as Chromium writes its screencasts: 8 bits a channel, true colour, not
 * interlaced. Throws on any other.
 */
export function readPng(file: Uint8Array): Picture {
  const png = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (!png.subarray(0, 8).equals(signature)) throw new Error('that is no PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, colour, , , interlaced] = png.subarray(24, 29)
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
    throw new Error(`a PNG of depth ${depth}, colour type ${colour} isn't read here`)
  const channels = colour === 2 ? 3 : 4
  return { width, height, channels, bytes: unfilter(inflateSync(data(png)), height, channels) }
}

function data(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(parts)
}

/** Each row begins with how its bytes were told: by those to the left, above, and both (PNG, section 9). */
function unfilter(rows: Uint8Array, height: number, channels: number): Uint8Array {
  const stride = rows.length / height - 1
  const bytes = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < channels ? 0 : (bytes[at - channels] ?? 0)
      const above = y === 0 ? 0 : (bytes[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (bytes[at - stride - channels] ?? 0)
      bytes[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + foretold(filter, left, above, corner)
    }
  }
  return bytes
}

function foretold(filter: number | undefined, left: number, above: number, corner: number) {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4: {
      const guess = left + above - corner
      const [a, b, c] = [left, above, corner].map((each) => Math.abs(guess - each))
      if (a === undefined || b === undefined || c === undefined) return 0
      return a <= b && a <= c ? left : b <= c ? above : corner
    }
    default:
      throw new Error(`a PNG has no filter ${filter}`)
  }
}
