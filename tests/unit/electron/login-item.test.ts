import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { tempFolder } from '../store/folders.ts'

let folder = ''
const there = { openAtLogin: false, wasOpenedAtLogin: false, status: 'not-registered' }
const set = vi.fn<(settings: object) => void>()
const get = vi.fn<(options?: object) => typeof there>(() => there)
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getPath: () => folder,
    setLoginItemSettings: set,
    getLoginItemSettings: get,
  },
}))
vi.mock('../../../electron/paths.ts', () => ({ isPortable: () => false }))
const { loginItem, orderAtLogin } = await import('../../../electron/login-item.ts')

const real = process.platform
const on = (platform: NodeJS.Platform) =>
  Object.defineProperty(process, 'platform', { value: platform })
afterEach(() => {
  on(real)
  Object.assign(there, { openAtLogin: false, wasOpenedAtLogin: false, status: 'not-registered' })
  vi.clearAllMocks()
})

describe('the login item', () => {
  it('of macOS takes no words, and tells where the agent’s leave is wanted', async () => {
    on('darwin')
    await loginItem()?.set(true)
    expect(set).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true })
    there.status = 'requires-approval'
    expect(loginItem()?.now()).toBe('asked')
    Object.assign(there, { openAtLogin: true, status: 'enabled' })
    expect(loginItem()?.now()).toBe(true)
    expect(get).toHaveBeenCalledWith()
  })

  it('of Linux is a file of the name that package.json gives the installed one', async () => {
    on('linux')
    const own = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')
    const { desktopName }: { desktopName: string } = JSON.parse(own)
    folder = tempFolder()
    await loginItem()?.set(true)
    expect(readdirSync(join(folder, 'autostart'))).toEqual([desktopName])
    expect(loginItem()?.now()).toBe(true)
  })

  it('of Windows says that it means the tray', async () => {
    on('win32')
    await loginItem()?.set(true)
    expect(set).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true, args: ['--tray'] })
    expect(loginItem()?.now()).toBe(false)
    expect(get).toHaveBeenCalledWith({ args: ['--tray'] })
  })
})

describe('what macOS opened at login', () => {
  it('stays in the tray, unless it was asked for something', () => {
    on('darwin')
    expect(orderAtLogin({ command: 'open' })).toEqual({ command: 'open' })
    there.wasOpenedAtLogin = true
    expect(orderAtLogin({ command: 'open' })).toEqual({ command: 'tray' })
    expect(orderAtLogin({ command: 'pause' })).toEqual({ command: 'pause' })
    on('linux')
    expect(orderAtLogin({ command: 'open' })).toEqual({ command: 'open' })
  })
})
