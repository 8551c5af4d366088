import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainDevice } from '../../../src/settings/choices.ts'

let folder = ''
const nativeTheme = { themeSource: 'system' }
vi.mock('electron', () => ({
  app: { getPath: () => folder, isPackaged: false },
  nativeTheme,
}))
const { createDevice } = await import('../../../electron/device.ts')
const { desktopEntry } = await import('../../../electron/login-item.ts')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lull-device-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

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

  it('begin anew where a folder has the file’s name', () => {
    mkdirSync(file())
    expect(createDevice().now()).toMatchObject({ ...plainDevice, notice: 'broken' })
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
