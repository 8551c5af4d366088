import { app } from 'electron'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Place } from '../src/place/kinds.ts'
import { marks, mountOf, placeOf, type Mount } from '../src/place/place.ts'
import { askTool } from './tools.ts'

/** Asks the system what a folder, which need not be there yet, lies on. Nothing is written, and no right is needed. */
export async function readPlace(folder: string): Promise<Place> {
  const path = realPath(folder)
  const { platform, env } = process
  const mounts = await mountsNow()
  const mount = platform === 'linux' && mounts !== null ? mountOf(path, mounts) : null
  return placeOf({
    platform,
    path,
    home: app.getPath('home'),
    env,
    mounts,
    removable: mount && isRemovable(mount),
    marks: marksAbove(path),
    dropbox: dropboxList(),
  })
}

async function mountsNow(): Promise<string | null> {
  if (process.platform === 'linux') return textOf('/proc/self/mountinfo')
  return process.platform === 'darwin' ? askTool('/sbin/mount', []) : null
}

/** On Windows also a mapped drive's share, which only the native form follows to. */
function realPath(folder: string): string {
  for (let path = folder; ; path = dirname(path)) {
    try {
      return realpathSync.native(path)
    } catch {
      if (dirname(path) === path) return folder
    }
  }
}

/** By the kernel's list of devices: the disk under a partition, or under what encrypts one. */
function isRemovable({ device, source }: Mount): boolean | null {
  const named = source.startsWith('/dev/') ? join('/sys/class/block', basename(source)) : ''
  const found = [join('/sys/dev/block', device), named].find((each) => each && existsSync(each))
  return found === undefined ? null : isDiskRemovable(found, 0)
}

function isDiskRemovable(block: string, depth: number): boolean | null {
  const place = realPath(block)
  // Hard disks in a case call themselves fixed, and are pulled out as a stick is.
  if (/\/usb\d+\//.test(place)) return true
  const [under] =
    depth < 4 && existsSync(join(place, 'slaves')) ? namesIn(join(place, 'slaves')) : []
  if (under !== undefined) return isDiskRemovable(join('/sys/class/block', under), depth + 1)
  const said = textOf(join(place, 'removable')) ?? textOf(join(dirname(place), 'removable'))
  return said === null ? null : said.trim() === '1'
}

function marksAbove(path: string): string[] {
  const found: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    found.push(...namesIn(folder).filter((name) => marks.some(([mark]) => mark.test(name))))
    if (dirname(folder) === folder) return found
  }
}

function dropboxList(): string | null {
  const { APPDATA = '', LOCALAPPDATA = '' } = process.env
  const folders =
    process.platform === 'win32'
      ? [APPDATA, LOCALAPPDATA].filter(Boolean).map((folder) => join(folder, 'Dropbox'))
      : [join(app.getPath('home'), '.dropbox')]
  return (
    folders.map((folder) => textOf(join(folder, 'info.json'))).find((text) => text !== null) ?? null
  )
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
