import { app, screen } from 'electron'
import { readdirSync } from 'node:fs'
import { release } from 'node:os'
import { sep } from 'node:path'
import type { Device, ShellFacts } from '../src/contract.ts'
import { withoutHome, type Plain } from '../src/diagnostics/kinds.ts'
import type { Desktop } from './desktop.ts'
import type { Log } from './log.ts'
import { isPortable } from './paths.ts'

/** What the shell knows for a report. Of settings which are on and how many; of folders no person's name. */
export function shellFacts(device: Device, { compositorPlaces }: Desktop, log: Log): ShellFacts {
  const place = isPortable() ? 'chosen' : 'usual'
  const { versions } = process
  return {
    lull: app.getVersion(),
    electron: versions.electron ?? 'unknown',
    chromium: versions.chrome ?? 'unknown',
    node: versions.node,
    system: `${process.platform} ${release()}, ${process.arch}`,
    session: process.platform === 'linux' ? (compositorPlaces ? 'wayland' : 'x11') : null,
    packaged: app.isPackaged,
    place,
    folder:
      place === 'usual' ? withoutHome(app.getPath('userData'), app.getPath('home'), sep) : null,
    displays: screen.getAllDisplays().length,
    dumps: filesIn(app.getPath('crashDumps')),
    settings: plainDevice(device),
    log: log.lines(),
  }
}

/** What an agent wrote (patterns, the label of an output, keys) is told by whether it is there. */
const plainDevice = (device: Device): Record<string, Plain> => ({
  language: device.language,
  theme: device.theme,
  motion: device.motion,
  dim: device.dim,
  'lock after minutes': device.lockMinutes,
  'hide while away': device.blankAway,
  'hide from recordings': device.hideFromCapture,
  'own patterns': device.ownPatterns.length,
  'pauses off': device.pausesOff.length,
  sound: device.sound,
  'own output': device.soundOutput !== null,
  'break every minutes': device.breakEveryMin,
  'eye rest every minutes': device.eyeRestEveryMin,
  'told by': device.tellBy,
  'keys set': Object.values(device.shortcuts).filter((keys) => keys !== null).length,
  links: device.linkOn,
  microphone: device.microphone,
  'starts at login': device.startAtLogin,
  'settings file': device.notice ?? 'read',
})

function filesIn(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    ).length
  } catch {
    return 0
  }
}
