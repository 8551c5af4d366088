import { app } from 'electron'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isPortable } from './paths.ts'

/** `first`: this is the one Lull of its profile. `handed`: the one that runs was told. Else why neither, in a sentence. */
export type OnlyOne = 'first' | 'handed' | { problem: string }

/** Takes the lock of this profile, or hands `said` to the process that has it. */
export function takeLock(said: Record<string, unknown>): OnlyOne {
  const profile = app.getPath('userData')
  const folder = isPortable() ? (runtimeFolder(realpathSync(profile)) ?? profile) : profile
  // The lock lies in what is this folder now, and stays there.
  app.setPath('userData', folder)
  const isFirst = app.requestSingleInstanceLock(said)
  app.setPath('userData', profile)
  if (isFirst) return 'first'
  const problem = process.platform === 'win32' ? null : whyNoLock(folder, hostname(), systemLinks)
  return problem === null ? 'handed' : { problem }
}

/**
 * Where a profile that is carried has its lock on Linux: with the session on this computer, as a stick knows no
 * symbolic links, or may be pulled out with one. Null where there is no such folder.
 */
function runtimeFolder(profile: string): string | null {
  if (process.platform !== 'linux') return null
  const runtime = process.env['XDG_RUNTIME_DIR'] ?? `/run/user/${process.getuid?.()}`
  if (!existsSync(runtime)) return null
  const name = createHash('sha256').update(profile).digest('hex').slice(0, 24)
  const folder = join(runtime, 'lull', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

interface Links {
  /** Where the link leads; null where nothing is there. Throws where something else is. */
  read(path: string): string | null
  canMake(folder: string): boolean
}

/**
 * Chromium's lock is a symbolic link `SingletonLock` to `computer-process`. Electron says only that it didn't get
 * it, which nobody was told of where the lock is another computer's, is no link, or can't be made.
 */
export function whyNoLock(folder: string, computer: string, links: Links): string | null {
  const path = join(folder, 'SingletonLock')
  const wayOut = `If Lull isn't open any more, delete "${path}" and start it again.`
  let lock: string | null
  try {
    lock = links.read(path)
  } catch {
    return `Lull can't tell whether it is open already. ${wayOut}`
  }
  if (lock === null)
    return links.canMake(folder)
      ? null
      : `Lull can't run from "${folder}": there are no symbolic links on this drive. Choose another folder with --profile <folder>.`
  const other = lock.slice(0, Math.max(lock.lastIndexOf('-'), 0))
  if (other === computer) return null
  return `Lull is open on ${other}, or its folder was taken away while it was open there. ${wayOut}`
}

const systemLinks: Links = {
  read(path) {
    try {
      return readlinkSync(path)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  },
  canMake(folder) {
    const path = join(folder, `SingletonTry-${process.pid}`)
    try {
      symlinkSync('nothing', path)
      rmSync(path)
      return true
    } catch {
      return false
    }
  },
}
