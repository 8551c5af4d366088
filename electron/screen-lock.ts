import { app } from 'electron'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { isLockedBy, isThere, lockerOf, type Locker } from '../src/prompts/presence.ts'

const gdbus = '/usr/bin/gdbus'

/** Who tells of a locked screen on this Linux desktop, where somebody does and can be heard. */
export function lockerHere(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): Locker | null {
  return exists(gdbus) ? lockerOf(env['XDG_CURRENT_DESKTOP'] ?? '') : null
}

/**
 * Electron tells of a locked screen on Windows and macOS only. GNOME and KDE tell of it over D-Bus: one
 * process of the system's own waits for that, and nothing has to be asked. `heard` hears whether anybody
 * tells; while nobody does, somebody has to ask.
 */
export function hearScreenLock(
  locker: Locker,
  locked: (locked: boolean) => void,
  heard: (isHeard: boolean) => void,
): void {
  const child = spawn(
    gdbus,
    ['monitor', '--session', '--dest', locker.name, '--object-path', locker.path],
    { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  )
  createInterface(child.stdout).on('line', (line) => {
    const there = isThere(locker, line)
    if (there !== null) heard(there)
    const now = isLockedBy(locker, line)
    if (now !== null) locked(now)
  })
  child.on('error', () => heard(false))
  child.on('exit', () => heard(false))
  app.on('will-quit', () => void child.kill())
}
