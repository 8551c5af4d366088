/** Which runtime a tool uses: Electron where its binary is there or can be had, else the stand-in. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const memory = join(root, 'node_modules/.cache/lull/no-electron.txt')
const day = 24 * 3_600_000
const patienceMs = 3000

export interface Runtime {
  name: 'electron' | 'stand-in'
  /** Why this one, as a sentence. */
  why: string
}

/** The path of Electron's binary, or null where the package hasn't fetched it. */
export function electronBinary(): string | null {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** Decides, and fetches Electron's binary where that is possible and `fetchIt` says so. */
export async function chooseRuntime(fetchIt: boolean): Promise<Runtime> {
  const asked = process.env['LULL_RUNTIME']
  if (asked === 'stand-in') return { name: 'stand-in', why: 'LULL_RUNTIME says so.' }
  if (asked !== undefined && asked !== '' && asked !== 'electron')
    throw new Error(`LULL_RUNTIME is "${asked}"; it can be electron or stand-in.`)
  if (electronBinary()) return { name: 'electron', why: 'Its binary is here.' }
  if (fetchIt && !failedToday()) {
    if (await reachable()) {
      const fetched = spawnSync(
        process.execPath,
        [join(root, 'node_modules/electron/install.js')],
        {
          stdio: 'inherit',
        },
      )
      if (fetched.status === 0 && electronBinary())
        return { name: 'electron', why: 'Its binary was fetched just now.' }
    }
    remember()
  }
  if (asked === 'electron') throw new Error('LULL_RUNTIME is electron, but its binary is not here.')
  return {
    name: 'stand-in',
    why: "Electron's binary is not here and could not be fetched (tried at most once a day).",
  }
}

function failedToday(): boolean {
  if (!existsSync(memory)) return false
  const at = Number(readFileSync(memory, 'utf8'))
  return Date.now() - at < day
}

function remember() {
  mkdirSync(join(memory, '..'), { recursive: true })
  writeFileSync(memory, String(Date.now()))
}

/** Whether the host that has Electron's binaries answers. */
function reachable(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com'
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const { hostname, port } = new URL(mirror)
  const socket = connect(Number(port) || 443, hostname)
  const answer = (yes: boolean) => {
    socket.destroy()
    resolve(yes)
  }
  socket.setTimeout(patienceMs, () => answer(false))
  socket.once('connect', () => answer(true))
  socket.once('error', () => answer(false))
  return promise
}
