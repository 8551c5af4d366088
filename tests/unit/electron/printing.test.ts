import { describe, expect, it } from 'vitest'
import { createPrinting } from '../../../electron/printing.ts'

/** A window whose page prints these bytes; what was asked for is written down. */
function printing(print: () => Promise<Buffer>, gone = false) {
  const asked: unknown[] = []
  const webContents = {
    printToPDF(options: unknown) {
      asked.push(options)
      return print()
    },
  }
  // The room asks a window only whether it is there, and its page for paper.
  const window = Object.create({ isDestroyed: () => gone, webContents })
  return { asked, room: createPrinting({ get: (name) => (name === 'main' ? window : null) }) }
}

describe('a page on paper', () => {
  it('goes back to the page that asked, byte for byte, without a header that names an address', async () => {
    const given = [0x25, 0x50, 0x44, 0x46, 0, 255]
    const bytes = Buffer.from(given)
    const { asked, room } = printing(() => Promise.resolve(bytes))
    expect(await room.pdf('A4', 'main')).toEqual({ pdf: Buffer.from(given).toString('base64') })
    // What main held of it is overwritten.
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    expect(asked).toEqual([
      expect.objectContaining({
        pageSize: 'A4',
        displayHeaderFooter: false,
        printBackground: false,
      }),
    ])
    await room.pdf('Letter', 'main')
    expect(asked[1]).toMatchObject({ pageSize: 'Letter' })
  })

  it('is none where the window has gone, and where Chromium makes none', async () => {
    const { room } = printing(() => Promise.reject(new Error('no printing here')))
    await expect(room.pdf('A4', 'main')).rejects.toThrow('no printing')
    await expect(room.pdf('A4', 'pause')).rejects.toThrow('no such window')
    const { room: gone, asked } = printing(() => Promise.resolve(Buffer.from('')), true)
    await expect(gone.pdf('A4', 'main')).rejects.toThrow('no such window')
    expect(asked).toEqual([])
  })
})
