import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsTypes, ico, icns, type Picture } from '../../../tools/package/icon-files.ts'

const folder = join(import.meta.dirname, '../../../resources/package')
const read = (file: string) => readFileSync(join(folder, file))

/** The sides of a PNG, from its first chunk; its bytes must end as a PNG's do. */
function sidesOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1A\n')
  expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR')
  expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** What an .ico says of its pictures, held against the pictures themselves. */
function sidesInIco(bytes: Buffer): number[] {
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1])
  let next = 6 + 16 * bytes.readUInt16LE(4)
  const sides = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const [length, at] = [bytes.readUInt32LE(entry + 8), bytes.readUInt32LE(entry + 12)]
    expect(at).toBe(next)
    next = at + length
    const side = bytes.readUInt8(entry) || 256
    expect(bytes.readUInt8(entry + 1) || 256).toBe(side)
    expect(sidesOf(bytes.subarray(at, next))).toEqual([side, side])
    return side
  })
  expect(bytes).toHaveLength(next)
  return sides
}

/** What an .icns holds, by name; each picture has the side that its name stands for. */
function typesInIcns(bytes: Buffer): string[] {
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(bytes.readUInt32BE(4)).toBe(bytes.length)
  const types: string[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4)) {
    const type = bytes.subarray(at, at + 4).toString('latin1')
    const side = icnsTypes.find(([name]) => name === type)?.[1]
    expect(sidesOf(bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4)))).toEqual([side, side])
    types.push(type)
  }
  return types
}

describe('the icon of the program', () => {
  it('is a picture of 1024 pixels', () => {
    expect(sidesOf(read('icon.png'))).toEqual([1024, 1024])
  })

  it('has every size that Windows shows', () => {
    expect(sidesInIco(read('icon.ico'))).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('has every size that macOS shows, at both densities', () => {
    expect(typesInIcns(read('icon.icns'))).toEqual(icnsTypes.map(([type]) => type))
  })

  it('has every size that Linux desktops look for', () => {
    const files = readdirSync(join(folder, 'icons'))
    expect(files.toSorted((a, b) => parseInt(a) - parseInt(b))).toEqual(
      [16, 32, 48, 64, 128, 256, 512].map((side) => `${side}x${side}.png`),
    )
    for (const file of files) {
      const side = parseInt(file)
      expect(sidesOf(read(`icons/${file}`))).toEqual([side, side])
    }
  })

  it('is the same drawing in every file', () => {
    const at = (side: number): Picture => ({ side, png: read(`icons/${side}x${side}.png`) })
    const icoFile = read('icon.ico')
    for (const side of [16, 32, 48, 64, 128, 256]) expect(icoFile.includes(at(side).png)).toBe(true)
    const all = [32, 64, 128, 256, 512].map(at)
    expect(icns([...all, { side: 1024, png: read('icon.png') }])).toEqual(read('icon.icns'))
  })

  it('is found out where a file says something else than it holds', () => {
    const at = (side: number): Picture => ({ side, png: read(`icons/${side}x${side}.png`) })
    expect(() => sidesInIco(ico([{ ...at(16), side: 32 }]))).toThrow('to deeply equal')
    expect(() => typesInIcns(read('icon.icns').subarray(0, -9))).toThrow('expected')
    expect(() => icns([at(16)])).toThrow('there is no picture of 32 pixels for ic11')
  })
})
