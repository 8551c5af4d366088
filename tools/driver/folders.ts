import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'lull-tests-'
const own = new Set<string>()

process.on('exit', () => {
  for (const folder of own) rmSync(folder, { recursive: true, force: true })
})

/**
 * A folder for one run, inside one that names this process: it goes when the process ends, or, where
 * that was killed, when the next one starts.
 */
export function throwAway(parent = tmpdir()): string {
  const folder = join(parent, `${prefix}${process.pid}`)
  if (!own.has(folder)) {
    sweep(parent)
    own.add(folder)
    mkdirSync(folder, { recursive: true })
  }
  return mkdtempSync(join(folder, 'r-'))
}

function sweep(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length) : Number.NaN)
    if (!Number.isNaN(pid) && !lives(pid))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process lives as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Lull's own place in a folder that stands for a user's, and what makes the system say so. */
export const installedIn = (folder: string): { profile: string; env: NodeJS.ProcessEnv } => ({
  profile: join(folder, 'Lull'),
  env: { XDG_CONFIG_HOME: folder, LOCALAPPDATA: folder },
})
