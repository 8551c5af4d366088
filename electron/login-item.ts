import { app } from 'electron'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isPortable } from './paths.ts'

/** Whether the system starts Lull when the agent logs in. Off until the agent switches it on. */
export interface LoginItem {
  isOn(): boolean
  set(on: boolean): Promise<void>
}

/** In the tray only: nobody asked for a window. */
const args = ['--tray']

/** Null where it makes no sense: unpacked, the system would start bare Electron; a stick comes and goes. */
export function loginItem(): LoginItem | null {
  if (!app.isPackaged || isPortable()) return null
  if (process.platform === 'linux') return autostart(process.env['APPIMAGE'] ?? process.execPath)
  return {
    isOn: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: async (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  }
}

/** Linux desktops start what lies in their autostart folder; Electron has no call for it. */
function autostart(program: string): LoginItem {
  const file = join(app.getPath('appData'), 'autostart', 'lull.desktop')
  return {
    isOn: () => existsSync(file),
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
