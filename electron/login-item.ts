import { app } from 'electron'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Order } from '../src/calls/command-line.ts'
import type { Device } from '../src/contract.ts'
import { isPortable } from './paths.ts'

/** Whether the system starts Lull when the agent logs in. Off until the agent switches it on. */
export interface LoginItem {
  now(): NonNullable<Device['startAtLogin']>
  set(on: boolean): Promise<void>
}

/** In the tray only: nobody asked for a window. */
const args = ['--tray']

/** Null where it makes no sense: unpacked, the system would start bare Electron; a stick comes and goes. */
export function loginItem(): LoginItem | null {
  if (!app.isPackaged || isPortable()) return null
  if (process.platform === 'linux') return autostart(process.env['APPIMAGE'] ?? process.execPath)
  if (process.platform === 'darwin') return macItem
  return {
    now: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: async (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  }
}

/** macOS takes no words with it, and may want the agent's leave. */
const macItem: LoginItem = {
  now() {
    const { openAtLogin, status } = app.getLoginItemSettings()
    return status === 'requires-approval' ? 'asked' : openAtLogin
  },
  set: async (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
}

/** What macOS opened at login was told nothing, and means the tray only. */
export const orderAtLogin = (order: Order): Order =>
  process.platform === 'darwin' &&
  order.command === 'open' &&
  app.getLoginItemSettings().wasOpenedAtLogin
    ? { command: 'tray' }
    : order

/** Linux desktops start what lies in their autostart folder; Electron has no call for it. */
function autostart(program: string): LoginItem {
  // Named as the installed one (package.json), so that portals know Lull here, too.
  const file = join(app.getPath('appData'), 'autostart', 'org.lull.Lull.desktop')
  return {
    now: () => existsSync(file),
    async set(on) {
      if (!on) return rm(file, { force: true })
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, desktopEntry(program))
    },
  }
}

/** A desktop entry as freedesktop.org describes it: a quoted program needs these escaped. */
export const desktopEntry = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Lull',
    `Exec="${program
      .replaceAll(/["`$\\]/g, '\\$&')
      .replaceAll('\\', '\\\\')
      .replaceAll('%', '%%')}" ${args.join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n')
