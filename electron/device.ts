import { app, nativeTheme } from 'electron'
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Device, DeviceChoices } from '../src/contract.ts'
import { Refusal } from '../src/refusal.ts'
import { deviceText, longest, parseDevice, type DeviceFile } from './device-file.ts'
import { loginItem } from './login-item.ts'

/** This computer's choices, as they are now. */
export interface DeviceRoom {
  now(): Device
  shortcuts(): DeviceFile['shortcuts']
  /** Applies what is given once it is on the disk. Refuses, and changes nothing, where it can't be. */
  set(change: DeviceChange): Promise<Device>
  onChange(run: (device: Device) => void): void
}

export type DeviceChange = {
  [Name in keyof DeviceChoices | 'startAtLogin']?: Device[Name] | undefined
}

/** Reads device.json from the profile. One that can't be used is put aside, and told in `notice`. */
export function createDevice(): DeviceRoom {
  const path = join(app.getPath('userData'), 'device.json')
  const read = parseDevice(readText(path))
  if (read.notice !== null) putAside(path)
  const listeners: ((device: Device) => void)[] = []
  const login = loginItem()
  let file = read.file
  let writing: Promise<unknown> = Promise.resolve()

  const now = (): Device => {
    const { language, theme, motion, dim, lockMinutes } = file
    return {
      language,
      theme,
      motion,
      dim,
      lockMinutes,
      startAtLogin: login?.isOn() ?? null,
      notice: read.notice,
    }
  }

  async function change({ startAtLogin, ...choices }: DeviceChange): Promise<Device> {
    const next = merged(file, choices)
    try {
      if (Object.keys(choices).length > 0) await replace(path, deviceText(next))
      if (startAtLogin !== undefined && startAtLogin !== null) await login?.set(startAtLogin)
    } catch (error) {
      throw new Refusal(codeOf(error), 'The choice could not be kept.')
    }
    file = next
    nativeTheme.themeSource = file.theme
    const device = now()
    for (const run of listeners) run(device)
    return device
  }

  return {
    now,
    shortcuts: () => file.shortcuts,
    set(wanted) {
      // One after the other, so that two quick choices don't write over each other.
      const done = writing.then(() => change(wanted))
      writing = done.catch(() => {})
      return done
    },
    onChange: (run) => void listeners.push(run),
  }
}

const merged = (
  file: DeviceFile,
  { language, theme, motion, dim, lockMinutes }: DeviceChange,
): DeviceFile => ({
  ...file,
  language: language ?? file.language,
  theme: theme ?? file.theme,
  motion: motion ?? file.motion,
  dim: dim ?? file.dim,
  lockMinutes: lockMinutes ?? file.lockMinutes,
})

/** The file's text; null where there is none, and no text at all where there is something else. */
function readText(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    return statSync(path).size > longest ? '' : readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Keeps a file that can't be used under the first free name, so that nothing writes over it. */
function putAside(path: string): void {
  for (let number = 1; ; number++) {
    const aside = path.replace(/\.json$/, `.aside-${number}.json`)
    if (existsSync(aside)) continue
    try {
      renameSync(path, aside)
    } catch {
      // A folder that can't be written in: the file stays where it is, and nothing replaces it.
    }
    return
  }
}

/** After a power cut the file is wholly the old one or wholly the new one. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const passing = `${path}.new`
  const handle = await open(passing, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(passing, path)
}

function codeOf(error: unknown): 'disk-full' | 'read-only' | 'failed' {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'read-only' : 'failed'
}
