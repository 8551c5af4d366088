import { app } from 'electron'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts everything Lull and Chromium write into one folder, before `ready`. Without one named
 * that is the system's own place, on Windows the local one: a roaming profile is copied to a server.
 * Returns a sentence where the folder can't be used.
 */
export function setPaths(profile: string | null): string | null {
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

/** Whether everything lies in a folder of its own, and may be carried to another computer with it. */
export const isPortable = (): boolean => app.getPath('userData') !== defaultFolder()

/** Where the journal lies, unless it was moved (src/store/journal-place.ts). */
export const journalFolder = (): string => join(app.getPath('userData'), 'journal')

const defaultFolder = (): string =>
  process.platform === 'win32' && process.env['LOCALAPPDATA']
    ? join(process.env['LOCALAPPDATA'], 'Lull')
    : join(app.getPath('appData'), 'Lull')
