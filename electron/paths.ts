import { app } from 'electron'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts everything Lull and Chromium write into one folder, before `ready`. Without one named
 * that is the system's own place, on Windows the local one: a roaming profile is copied to a server.
 * `stick`: it lies beside the program. Returns a sentence where the folder can't be used.
 */
export function setPaths(profile: string | null, stick = false): string | null {
  onStick = stick
  const folder = profile ?? defaultFolder()
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    app.setPath('userData', folder)
    for (const part of ['sessionData', 'temp', 'crashDumps'] as const) {
      const inside = join(folder, part)
      mkdirSync(inside, { recursive: true })
      app.setPath(part, inside)
    }
    app.setAppLogsPath(join(folder, 'logs'))
    return null
  } catch {
    return `Lull can't write in the folder "${folder}". Choose another with --profile <folder>.`
  }
}

let onStick = false

/** Whether everything lies beside the program, and may be carried to another computer with it. */
export const isOnStick = (): boolean => onStick

/** Whether Lull runs from a folder of its own choosing, such as a stick. */
export const isPortable = (): boolean => app.getPath('userData') !== defaultFolder()

/** Where the journal lies. */
export const journalFolder = (): string => join(app.getPath('userData'), 'journal')

const defaultFolder = (): string =>
  process.platform === 'win32' && process.env['LOCALAPPDATA']
    ? join(process.env['LOCALAPPDATA'], 'Lull')
    : join(app.getPath('appData'), 'Lull')
