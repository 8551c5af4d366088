import type * as FileSystem from 'node:fs'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pipeSaying } from '../../pipe.ts'
import { plainDevice } from '../../../src/settings/choices.ts'

let folder = ''
const nativeTheme = { themeSource: 'system' }
vi.mock('electron', () => ({
  app: { getPath: () => folder, isPackaged: false },
  nativeTheme,
}))
/** What a folder that can't be written in answers; root may write everywhere. */
let refusal: string | null = null
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof FileSystem>()
  return {
    ...fs,
    renameSync(from: string, to: string) {
      if (refusal !== null) throw Object.assign(new Error(refusal), { code: refusal })
      fs.renameSync(from, to)
    },
  }
})
const { createDevice, newCode } = await import('../../../electron/device.ts')
const { desktopEntry } = await import('../../../electron/login-item.ts')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lull-device-'))
})
afterEach(() => {
  refusal = null
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'device.json')
const kept = (): unknown => JSON.parse(readFileSync(file(), 'utf8'))

describe('the choices of this computer', () => {
  it('are saved at once, applied, and told', async () => {
    const device = createDevice()
    const told: boolean[] = []
    device.onChange(({ dim }) => told.push(dim))
    await device.set({ dim: true, theme: 'dark' })
    expect(kept()).toMatchObject({ version: 1, dim: true, theme: 'dark' })
    expect(told).toEqual([true])
    expect(nativeTheme.themeSource).toBe('dark')
    expect(createDevice().now()).toMatchObject({ dim: true, theme: 'dark', notice: null })
  })

  it('keep both of two choices made at the same moment', async () => {
    const device = createDevice()
    await Promise.all([device.set({ dim: true }), device.set({ lockMinutes: 5 })])
    expect(kept()).toMatchObject({ dim: true, lockMinutes: 5 })
  })

  it.skipIf(process.platform === 'win32')(
    'begin anew where a pipe has the file’s name: nobody waits for what it will say',
    async () => {
      pipeSaying(file(), '{"version":1,"dim":true}')
      const device = createDevice()
      expect(device.now()).toMatchObject({ dim: false, notice: 'broken' })
      await device.set({ theme: 'dark' })
      expect(kept()).toMatchObject({ theme: 'dark', dim: false })
      expect(readdirSync(folder).toSorted()).toEqual(['device.aside-1.json', 'device.json'])
    },
  )

  it('leave a shortcut that the agent set as it is', async () => {
    writeFileSync(file(), '{"version":1,"shortcuts":{"mark":"Alt+F1","hide":null}}')
    const device = createDevice()
    await device.set({ motion: 'none' })
    expect(kept()).toMatchObject({ motion: 'none', shortcuts: { mark: 'Alt+F1', hide: null } })
  })

  it.each([
    ['broken', '{"theme":'],
    ['newer', '{"version":9,"theme":"dark"}'],
  ])('begin anew at a %s file, and keep the old one aside', async (notice, text) => {
    writeFileSync(file(), text)
    const device = createDevice()
    expect(device.now()).toMatchObject({ ...plainDevice, notice })
    expect(readFileSync(join(folder, 'device.aside-1.json'), 'utf8')).toBe(text)
    await device.set({ dim: true })
    expect(createDevice().now()).toMatchObject({ dim: true, notice: null })
    writeFileSync(file(), 'broken once more')
    createDevice()
    expect(readFileSync(join(folder, 'device.aside-1.json'), 'utf8')).toBe(text)
    expect(readdirSync(folder).sort()).toEqual(['device.aside-1.json', 'device.aside-2.json'])
  })

  it('keep everything but an own pattern that can’t be read, and a copy of the old file', async () => {
    const text = '{"dim":true,"sound":true,"ownPatterns":["own:1-1-1-1-1","own:4000-0-0-6000-0"]}'
    writeFileSync(file(), text)
    writeFileSync(join(folder, 'device.aside-1.json'), 'from another time')
    const device = createDevice()
    const read = { dim: true, sound: true, ownPatterns: ['own:4000-0-0-6000-0'] }
    expect(device.now()).toMatchObject({ ...read, notice: 'pattern' })
    expect(readFileSync(join(folder, 'device.aside-1.json'), 'utf8')).toBe('from another time')
    expect(readFileSync(join(folder, 'device.aside-2.json'), 'utf8')).toBe(text)
    // The next choice waits for what could be read to be written; the next start tells nothing more.
    await device.set({ volume: 25 })
    expect(createDevice().now()).toMatchObject({ ...read, volume: 25, notice: null })
    expect(readdirSync(folder).filter((name) => name.includes('aside'))).toHaveLength(2)
  })

  it('write what could be read at once, so that a start after it makes no second copy', async () => {
    writeFileSync(file(), '{"dim":true,"ownPatterns":["own:"]}')
    createDevice()
    await vi.waitFor(() => expect(kept()).toMatchObject({ dim: true, ownPatterns: [] }))
    expect(createDevice().now()).toMatchObject({ dim: true, notice: null })
    expect(readdirSync(folder).sort()).toEqual(['device.aside-1.json', 'device.json'])
  })

  it('know a choice of none from no choice', async () => {
    const device = createDevice()
    const some = { soundOutput: 'Headset', breakEveryMin: 60, eyeRestEveryMin: 20 } as const
    await device.set(some)
    await device.set({ safetyRead: true })
    expect(device.now()).toMatchObject({ ...some, safetyRead: true })
    await device.set({ soundOutput: null, breakEveryMin: null, eyeRestEveryMin: null })
    expect(kept()).toMatchObject({ soundOutput: null, breakEveryMin: null, eyeRestEveryMin: null })
  })

  it('change every one of them that is named, and no other', async () => {
    const device = createDevice()
    const change = {
      language: 'pseudo',
      theme: 'light',
      motion: 'less',
      dim: true,
      lockMinutes: 60,
      hideFromCapture: true,
      blankAway: false,
      pauseLast: 'own:4000-0-0-6000-0',
      pauseLastMs: 90_000,
      ownPatterns: ['own:4000-0-0-6000-0'],
      pausesOff: ['box'],
      chooseFrom: ['water'],
      sound: true,
      volume: 100,
      soundOutput: 'Headset',
      breakEveryMin: 120,
      eyeRestEveryMin: 40,
      safetyRead: true,
      holdsRead: true,
      shortcuts: { mark: null, hide: null, pause: 'Alt+F2', note: null, checkIn: null },
      noTrayTold: true,
      unplacedTold: true,
      linkOn: true,
      microphone: true,
      connectTold: true,
      tellBy: 'notification',
    } as const
    expect(Object.keys(change).toSorted()).toEqual(Object.keys(plainDevice).toSorted())
    for (const [name, value] of Object.entries(change)) {
      const before = device.now()
      await device.set({ [name]: value })
      expect(device.now()).toEqual({ ...before, [name]: value })
    }
  })

  it('make a code for links when they are first wanted, keep it while they are off, and renew it', async () => {
    const device = createDevice()
    expect(device.linkCode()).toBeNull()
    await device.set({ linkOn: true })
    const code = device.linkCode()
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/)
    expect(JSON.stringify(device.now())).not.toContain(code)
    await device.set({ linkOn: false })
    await device.set({ linkOn: true })
    expect(createDevice().linkCode()).toBe(code)
    await device.setLinkCode(newCode())
    expect(device.linkCode()).not.toBe(code)
    expect(kept()).toMatchObject({ linkOn: true, linkCode: device.linkCode() })
  })

  it('begin anew where a folder has the file’s name', () => {
    mkdirSync(file())
    expect(createDevice().now()).toMatchObject({ ...plainDevice, notice: 'broken' })
  })

  it.each([
    ['{"theme":', 'EACCES', 'read-only'],
    ['{"version":9,"theme":"dark"}', 'EBUSY', 'failed'],
  ])('never write over %s where it can’t be put aside, and say so', async (text, cause, code) => {
    writeFileSync(file(), text)
    refusal = cause
    const device = createDevice()
    expect(device.now()).toMatchObject({ ...plainDevice, notice: 'in-the-way' })
    await expect(device.set({ dim: true })).rejects.toMatchObject({ code })
    expect(device.now()).toMatchObject({ dim: false, notice: 'in-the-way' })
    expect(readFileSync(file(), 'utf8')).toBe(text)
    refusal = null
    await device.set({ dim: true })
    expect(readFileSync(join(folder, 'device.aside-1.json'), 'utf8')).toBe(text)
    expect(device.now()).toMatchObject({
      dim: true,
      notice: text.includes('9') ? 'newer' : 'broken',
    })
  })

  it('refuse a choice that can’t be kept, and change nothing', async () => {
    const device = createDevice()
    // The passing name is taken by a folder, so that the file can't be written.
    mkdirSync(`${file()}.new`)
    await expect(device.set({ dim: true })).rejects.toMatchObject({ code: 'failed' })
    expect(device.now().dim).toBe(false)
    rmSync(`${file()}.new`, { recursive: true })
    await device.set({ dim: true })
    expect(device.now().dim).toBe(true)
  })
})

describe('a desktop entry', () => {
  it('quotes a program with every sign that means something there', () => {
    const entry = desktopEntry('/opt/a "b" $c `d` \\e 100%/lull')
    expect(entry).toContain(
      String.raw`Exec="/opt/a \\"b\\" \\$c \\${'`'}d\\${'`'} \\\\e 100%%/lull" --tray`,
    )
  })
})
