/** The two kinds of file that hold an icon in several sizes. Both take PNG pictures as they are. */

/** A picture: its side in pixels, and its bytes as a PNG. */
export interface Picture {
  side: number
  png: Buffer
}

/** Windows' .ico: a header, an entry of 16 bytes a picture, then the pictures. 256 is written as 0. */
export function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let at = header.length
  pictures.forEach(({ side, png }, index) => {
    const entry = 6 + 16 * index
    header.writeUInt8(side % 256, entry)
    header.writeUInt8(side % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(at, entry + 12)
    at += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/**
 * macOS's names of the sizes that may be PNG, with their sides. `icp4` and `icp5` are left out: some
 * releases show a PNG in them wrongly, and draw 16 and 32 from `ic11` and `ic12` as well.
 */
export const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** macOS's .icns: a header with the whole length, then each picture under its name and length. */
export function icns(pictures: readonly Picture[]): Buffer {
  const entries = icnsTypes.map(([type, side]) => {
    const picture = pictures.find((each) => each.side === side)
    if (!picture) throw new Error(`there is no picture of ${side} pixels for ${type}`)
    return Buffer.concat([head(type, picture.png.length), picture.png])
  })
  const length = entries.reduce((sum, entry) => sum + entry.length, 0)
  return Buffer.concat([head('icns', length), ...entries])
}

function head(type: string, length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.write(type, 'latin1')
  bytes.writeUInt32BE(8 + length, 4)
  return bytes
}
