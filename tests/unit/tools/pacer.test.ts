import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pacerPicture } from '../../../tools/bench/pacer-picture.ts'
import { readPng, type Picture } from '../../../tools/bench/png.ts'
import {
  edgeOf,
  inBlocks,
  lateness,
  leastDisturbed,
  momentOf,
  profileOf,
  type Frame,
} from '../../../tools/bench/seen.ts'
import { waveAt } from '../../../tools/bench/wave.ts'
import { patterns } from '../../../src/breathing/patterns.ts'

const middle = { x: 60.3, y: 59.6 }

/** A darker shape on light ground, its edge softened over a pixel, in a glow that fades outwards. */
function shape(radius: number): Picture {
  const [width, height] = [120, 120]
  const bytes = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const away = Math.hypot(x + 0.5 - middle.x, y + 0.5 - middle.y)
      const inside = Math.min(1, Math.max(0, radius - away + 0.5))
      bytes.fill(
        Math.round(225 + away / 8 - inside * 9),
        (y * width + x) * 3,
        (y * width + x) * 3 + 3,
      )
    }
  return { width, height, channels: 3, bytes }
}

/** A PNG of these pixels, each row told by another of the five ways. */
function png({ width, height, channels, bytes }: Picture, filterOf: (y: number) => number): Buffer {
  const stride = width * channels
  const rows = Buffer.alloc((stride + 1) * height)
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (bytes[y * stride + x] ?? 0))
  for (let y = 0; y < height; y++) {
    const filter = filterOf(y)
    rows[y * (stride + 1)] = filter
    for (let x = 0; x < stride; x++) {
      const left = at(x - channels, y)
      const above = at(x, y - 1)
      const corner = x < channels ? 0 : at(x - channels, y - 1)
      const nearest = [left, above, corner].toSorted(
        (one, other) =>
          Math.abs(left + above - corner - one) - Math.abs(left + above - corner - other),
      )[0]
      const told = [0, left, above, Math.floor((left + above) / 2), nearest ?? 0][filter] ?? 0
      rows[y * (stride + 1) + 1 + x] = (at(x, y) - told) & 255
    }
  }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8)
  const packed = deflateSync(rows)
  const half = packed.length >> 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', packed.subarray(0, half)),
    chunk('IDAT', packed.subarray(half)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a picture of the screencast', () => {
  it.each([0, 1, 2, 3, 4])('is read whichever way its rows are told (%i)', (filter) => {
    fc.assert(
      fc.property(
        fc.constantFrom(3 as const, 4 as const),
        fc.uint8Array({ minLength: 60, maxLength: 60 }),
        (channels, bytes) => {
          const picture = { width: 60 / channels / 5, height: 5, channels, bytes }
          expect(readPng(png(picture, () => filter))).toEqual(picture)
        },
      ),
    )
  })

  it('is refused where it is of another kind', () => {
    const good = png(shape(20), () => 0)
    expect(() => readPng(Buffer.from('GIF89a, and more of it'))).toThrow('no PNG')
    const grey = Buffer.from(good)
    grey[25] = 0
    expect(() => readPng(grey)).toThrow('colour type 0')
  })
})

describe('the shape in a picture', () => {
  it('is as large as it was drawn, to half a pixel', () => {
    fc.assert(
      fc.property(fc.double({ min: 18, max: 45, noNaN: true }), (radius) => {
        const found = edgeOf(profileOf(shape(radius), middle, 58))
        expect(Math.abs((found ?? 0) - radius)).toBeLessThan(0.5)
      }),
    )
  })

  it('is read at the middle of its edge, however soft that is', () => {
    const steps = [1, 3, 5, 3, 1]
    const profile = Array.from({ length: 80 }, (_each, radius) =>
      steps.slice(0, Math.max(0, radius - 40)).reduce((sum, step) => sum + step, 200),
    )
    expect(edgeOf(profile)).toBeCloseTo(42.5, 9)
  })

  it('has no edge where only a glow is', () => {
    expect(edgeOf(profileOf(shape(0), middle, 58).slice(4))).toBeNull()
  })

  it('is the outermost edge of several', () => {
    const profile = Array.from({ length: 80 }, (_each, radius) =>
      radius < 30 ? 100 : radius < 50 ? 110 : 116,
    )
    expect(edgeOf(profile)).toBe(49.5)
  })
})

const breath = patterns['coherent-slower']
const phaseMs = 5500
/** A look of three distances: a shape in them makes each darker, as it grows, at its own pace. */
const lookAt = (intoMs: number) => {
  const full = waveAt(intoMs / phaseMs)
  return [240 - 30 * full, 240 - 20 * full ** 2, 240 - 10 * Math.sqrt(full)]
}
const held = Array.from({ length: 551 }, (_each, index) => ({
  intoMs: index * 10,
  look: lookAt(index * 10),
}))
const frame = (atMs: number, lateMs = 0): Frame => {
  const intoBreath = (atMs - lateMs) % (2 * phaseMs)
  const intoMs = intoBreath < phaseMs ? intoBreath : 2 * phaseMs - intoBreath
  return { atMs, radius: null, look: lookAt(intoMs), moved: true }
}

describe('what is seen', () => {
  it('tells the moment of the breath from what was held still, also between two of those', () => {
    for (const intoMs of [2750, 2034, 2037])
      expect(Math.abs(momentOf(lookAt(intoMs), held) - intoMs)).toBeLessThan(0.2)
    // Beyond them it is the nearest: a frame that is far too late must not go missing.
    const middle = held.slice(100, 400)
    expect(momentOf(lookAt(500), middle)).toBe(1000)
    expect(momentOf(lookAt(5000), middle)).toBe(3990)
    expect(() => momentOf([1], [])).toThrow('nothing was held')
  })

  it('is as late as it was made, in a breath in and out, and early is less than none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: -400, max: 400 }),
        (atMs, lateMs) => {
          for (const each of lateness([frame(atMs + 1000, lateMs)], breath, held))
            expect(Math.abs(each.lateMs - lateMs)).toBeLessThan(0.5)
        },
      ),
    )
    expect(lateness([frame(2750, 30), frame(8250, 30)], breath, held)).toHaveLength(2)
  })

  it('isn’t read where the shape hardly moves', () => {
    expect(lateness([frame(500), frame(5200), frame(5800), frame(10_600)], breath, held)).toEqual(
      [],
    )
  })

  it('is counted in the blocks, against the pace between them', () => {
    const at = (from: number, to: number, every: number) =>
      Array.from(
        { length: Math.round((to - from) / every) },
        (_each, index) => from + index * every,
      )
    const blocks = [
      { fromMs: 1000, toMs: 1500 },
      { fromMs: 3000, toMs: 3500 },
    ]
    const frames = (times: number[]) => times.map((atMs) => frame(atMs))
    expect(inBlocks(frames(at(0, 4000, 10)), blocks)).toEqual({ share: 1, longestMs: 10 })
    const half = [...at(0, 3000, 10), ...at(3500, 4000, 10)]
    expect(inBlocks(frames(half), blocks)).toEqual({ share: 0.5, longestMs: 510 })
    // A frame that shows the same shape again is none of it.
    const still = frames(at(0, 4000, 10)).map((each) => ({
      ...each,
      moved: !blocks.some(({ fromMs, toMs }) => each.atMs >= fromMs && each.atMs < toMs),
    }))
    expect(inBlocks(still, blocks)).toEqual({ share: 0, longestMs: 510 })
    // A machine that draws more slowly everywhere owes no more in the blocks.
    expect(inBlocks(frames(at(0, 4000, 20)), blocks).share).toBe(1)
    // One that is slow in long blocks does.
    const mostly = [...at(0, 4000, 50), ...at(4000, 4400, 10)]
    expect(inBlocks(frames(mostly), [{ fromMs: 0, toMs: 4000 }]).share).toBeCloseTo(0.2, 9)
  })

  it('is told from looks that were late only once', () => {
    expect(leastDisturbed([1, 40, 2, 7, -5, 9, 30], 3)).toEqual([1, 5])
  })
})

describe('the drawing of it', () => {
  it('stands still where the screen did, and shades what was blocked', () => {
    const frames = [0, 100, 900].map((atMs, index): Frame => ({
      atMs,
      radius: 100 + index * 20,
      look: [],
      moved: true,
    }))
    const watched = { frames, blocks: [{ fromMs: 200, toMs: 700 }] }
    const drawn = pacerPicture(watched, watched, breath)
    expect(drawn).toContain('d="M20 184H24.3V124H58.7V64"')
    expect(drawn.match(/width="21.5"/g)).toHaveLength(2)
  })
})

describe('the wave of the bench', () => {
  it('is that of the shape', () => {
    const source = readFileSync(
      join(import.meta.dirname, '../../../renderer/pause/Shape.tsx'),
      'utf8',
    )
    expect(source).toContain("'cubic-bezier(0.42, 0, 0.58, 1)'")
    expect([0, 0.5, 1].map(waveAt).map((each) => Math.round(each * 1e6) / 1e6)).toEqual([0, 0.5, 1])
    // As Chromium draws it.
    expect(waveAt(0.25)).toBeCloseTo(0.1292, 3)
  })
})
