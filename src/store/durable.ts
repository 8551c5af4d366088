import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './errors.ts'

/**
 * Writes `content` so that after a power cut the file is wholly the old one or wholly the new one.
 * `check` sees the new file, on the disk under its passing name, and may throw to keep the old one.
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
  check: (passing: string) => void,
): void {
  const passing = `${path}.new`
  dropPipe(passing)
  writeFileSync(passing, content, { mode: 0o600, flush: true })
  check(passing)
  renameSync(passing, path)
  syncFolder(dirname(path))
}

/** Takes away a pipe or a socket that has a file's name: there is nothing in it to be lost. */
export function dropPipe(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isFIFO() || there?.isSocket()) rmSync(path)
}

/** Returns when the file's content is on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+')
}

/** Returns when the names in `folder` are on the disk. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r')
}

/**
 * Whether a file has this name, and not a folder, or a pipe, which whoever opens it would wait at for ever. False also
 * where nothing has, and where nobody can say.
 */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Copies a file, on the disk when this returns; at no cost where the disk can share blocks. */
export function copyFile(from: string, to: string): void {
  refuseOther(from)
  copyFileSync(from, to, constants.COPYFILE_FICLONE)
  syncFile(to)
}

/** Bytes, or null when there is no such file. */
export function fileSize(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

/**
 * The text of a file that is small by its nature; null where something else has its name: a folder, a pipe that
 * would never end, or more than `mostBytes`. Throws what the disk says, also where there is no file.
 */
export function readSmallFile(path: string, mostBytes: number): string | null {
  const there = statSync(path)
  return there.isFile() && there.size <= mostBytes ? readFileSync(path, 'utf8') : null
}

/** Throws `damaged` where something else than a file has this name; where nothing has, whoever opens it throws. */
export function refuseOther(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() ?? true) return
  throw new StoreError(
    'damaged',
    'Something else stands where a file of the journal should. It was left as it is; a backup may open.',
  )
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
