import { app, nativeTheme, type Point } from 'electron'
import { constants, copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeFrom, codeLength } from '../src/calls/link.ts'
import type { Device, DeviceChoices } from '../src/contract.ts'
import { Refusal } from '../src/refusal.ts'
import { deviceText, longest, parseDevice, type DeviceFile } from './device-file.ts'
import { loginItem } from './login-item.ts'
import { remembered, type Places } from './places.ts'

/** This computer's choices, as they are now. */
export interface DeviceRoom {
  now(): Device
  places(): Places
  /** What a link must carry to be heard; null before links were ever wanted. */
  linkCode(): string | null
  /** Refuses, as `set` does, where it can't be kept. */
  setLinkCode(code: string): Promise<void>
  /** Keeps where a window was dragged to. Where it can't be kept it is known until Lull ends. */
  remember(layout: string, window: string, at: Point): void
  /** Applies what is given once it is on the disk. Refuses, and changes nothing, where it can't be. */
  set(change: DeviceChange): Promise<Device>
  onChange(run: (device: Device) => void): void
}

export type DeviceChange = {
  [Name in keyof DeviceChoices]?: Device[Name] | undefined
} & { startAtLogin?: boolean | undefined }

/** Reads device.json from the profile. One that can't be used is put aside where it can be, and told. */
export function createDevice(): DeviceRoom {
  const path = join(app.getPath('userData'), 'device.json')
  const read = parseDevice(readText(path))
  const mustMove = read.notice === 'broken' || read.notice === 'newer'
  /** A file that can't be used and could not be put aside: it must not be written over. */
  let inTheWay = mustMove && putAside(path) !== null
  const listeners: ((device: Device) => void)[] = []
  const login = loginItem()
  let file = read.file
  let writing: Promise<unknown> = Promise.resolve()
  // What could be read is written at once, so that the next start has nothing to tell, nor to copy.
  if (read.notice === 'pattern' && copyAside(path))
    writing = replace(path, deviceText(file)).catch(() => {})

  const now = (): Device => {
    const { places: _places, linkCode: _code, ...choices } = file
    return {
      ...choices,
      startAtLogin: login?.now() ?? null,
      notice: inTheWay ? 'in-the-way' : read.notice,
    }
  }

  async function change({ startAtLogin, ...choices }: DeviceChange, code?: string) {
    const next = merged(file, choices, code)
    try {
      if (Object.keys(choices).length > 0 || code !== undefined) {
        const problem = inTheWay ? putAside(path) : null
        if (problem !== null) throw problem
        inTheWay = false
        await replace(path, deviceText(next))
      }
      if (startAtLogin !== undefined) await login?.set(startAtLogin)
    } catch (error) {
      throw new Refusal(codeOf(error), 'The choice could not be kept.')
    }
    file = next
    nativeTheme.themeSource = file.theme
    const device = now()
    for (const run of listeners) run(device)
    return device
  }

  /** One after the other, so that two quick choices don't write over each other. */
  function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    const done = writing.then(run)
    writing = done.catch(() => {})
    return done
  }

  return {
    now,
    places: () => file.places,
    linkCode: () => file.linkCode,
    setLinkCode: async (code) => void (await inTurn(() => change({}, code))),
    remember(layout, window, at) {
      const keep = async () => {
        file = { ...file, places: remembered(file.places, layout, window, at) }
        if (!inTheWay) await replace(path, deviceText(file)).catch(() => {})
      }
      writing = writing.then(keep)
    },
    // Links that were never wanted have no code yet.
    set: (wanted) =>
      inTurn(() =>
        change(wanted, wanted.linkOn === true && file.linkCode === null ? newCode() : undefined),
      ),
    onChange: (run) => void listeners.push(run),
  }
}

/** Another code for links, that nobody can guess. */
export const newCode = (): string => codeFrom(randomBytes(codeLength))

/** What isn't given stays. Null is a choice: none. */
function merged(file: DeviceFile, change: DeviceChange, code = file.linkCode): DeviceFile {
  const {
    language = file.language,
    theme = file.theme,
    motion = file.motion,
    dim = file.dim,
    lockMinutes = file.lockMinutes,
    blankAway = file.blankAway,
    hideFromCapture = file.hideFromCapture,
    pauseLast = file.pauseLast,
    pauseLastMs = file.pauseLastMs,
    ownPatterns = file.ownPatterns,
    pausesOff = file.pausesOff,
    chooseFrom = file.chooseFrom,
    sound = file.sound,
    volume = file.volume,
    soundOutput = file.soundOutput,
    breakEveryMin = file.breakEveryMin,
    eyeRestEveryMin = file.eyeRestEveryMin,
    safetyRead = file.safetyRead,
    holdsRead = file.holdsRead,
    tellBy = file.tellBy,
    shortcuts = file.shortcuts,
    noTrayTold = file.noTrayTold,
    unplacedTold = file.unplacedTold,
    linkOn = file.linkOn,
    microphone = file.microphone,
    connectTold = file.connectTold,
  } = change
  return {
    language,
    theme,
    motion,
    dim,
    lockMinutes,
    blankAway,
    hideFromCapture,
    pauseLast,
    pauseLastMs,
    ownPatterns,
    pausesOff,
    chooseFrom,
    sound,
    volume,
    soundOutput,
    breakEveryMin,
    eyeRestEveryMin,
    safetyRead,
    holdsRead,
    tellBy,
    shortcuts,
    noTrayTold,
    unplacedTold,
    linkOn,
    microphone,
    connectTold,
    places: file.places,
    linkCode: code,
  }
}

/** The file's text; null where there is none, and no text at all where there is something else. */
function readText(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    const there = statSync(path)
    // A pipe would never end.
    return there.isFile() && there.size <= longest ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

/** Keeps a file that can't be used under the first free name; what went wrong where it can't be. */
function putAside(path: string): Error | null {
  for (let number = 1; ; number++) {
    const aside = path.replace(/\.json$/, `.aside-${number}.json`)
    if (existsSync(aside)) continue
    try {
      renameSync(path, aside)
      return null
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
}

/** Copies a file that is used in part under the first free name; false where it can't be. */
function copyAside(path: string): boolean {
  for (let number = 1; ; number++) {
    try {
      const aside = path.replace(/\.json$/, `.aside-${number}.json`)
      copyFileSync(path, aside, constants.COPYFILE_EXCL)
      return true
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false
    }
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
