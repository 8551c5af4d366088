import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { Files, Random } from '../ports.ts'
import { isFile, syncFolder } from './durable.ts'

/** Why a file wasn't written, or read: a code of the contract's. Nothing is left behind, nothing is half. */
export class WriteOutError extends Error {
  readonly code: 'no-folder' | 'no-rights' | 'disk-full' | 'other-place' | 'no-file' | 'unread-file'

  constructor(code: WriteOutError['code'], options?: ErrorOptions) {
    super(sentences[code], options)
    this.name = 'WriteOutError'
    this.code = code
  }
}

const sentences = {
  'no-folder': 'The folder that was chosen isn’t there any more.',
  'no-rights': 'The place that was chosen can’t be written to.',
  'disk-full': 'The disk is full, so the file wasn’t written.',
  'other-place': 'Nothing can be written under that name there.',
  'no-file': 'The file that was chosen isn’t there any more.',
  'unread-file': 'The file that was chosen can’t be read.',
} as const

/**
 * What the agent takes out of Lull. `own` is Lull's own folder, and `journal` the journal's, in which
 * nothing is ever replaced by it. Call `choose` when a place was chosen and the function it gives to write there: the folder is
 * held to what it was then, also where its name leads elsewhere meanwhile.
 */
export function createFiles(own: string, random: Random, journal: string = own): Files {
  return {
    choose(path) {
      const folder = whole(path) ? realFolder(dirname(path)) : null
      return (content) => {
        if (!whole(path)) throw new WriteOutError('other-place')
        if (folder === null || realFolder(dirname(path)) !== folder)
          throw new WriteOutError('no-folder')
        if ([own, journal].some((each) => isWithin(folder, realFolder(each) ?? each)))
          throw new WriteOutError('other-place')
        const passing = join(folder, `.${Buffer.from(random.bytes(9)).toString('hex')}.tmp`)
        replace(join(folder, basename(path)), passing, content)
      }
    },
    open: (path) => (mostBytes) => {
      if (!whole(path)) throw new WriteOutError('unread-file')
      try {
        return readPlainFile(path, mostBytes)
      } catch (error) {
        throw asWriteOutError(error, readMeanings)
      }
    },
  }
}

/** Written under a passing name of its own, synced, and renamed: wholly the old file or wholly the new. */
function replace(target: string, passing: string, content: string | Uint8Array): void {
  let made = false
  try {
    // A link, a pipe or a device: whatever stands behind it was not what the agent saw.
    const there = lstatSync(target, { throwIfNoEntry: false })
    if (there && !there.isFile()) throw new WriteOutError('other-place')
    // Made anew, never opened where something stands already, a link included.
    const { O_CREAT, O_EXCL, O_WRONLY } = constants
    const handle = openSync(passing, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    made = true
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(passing, target)
  } catch (error) {
    if (made) tidyUp(passing)
    throw asWriteOutError(error)
  }
  try {
    syncFolder(dirname(target))
  } catch {
    // A network drive may have no such call; the file itself is written.
  }
}

/** Looked at and read through one handle, so that it is the same file; not one of sizes nobody can hold. */
function readPlainFile(path: string, mostBytes: number): Uint8Array | null {
  // A pipe is waited at for ever by whoever opens it.
  if (!isFile(path) && existsSync(path)) throw new WriteOutError('unread-file')
  const handle = openSync(path, constants.O_RDONLY)
  try {
    const { size } = fstatSync(handle)
    if (!fstatSync(handle).isFile()) throw new WriteOutError('unread-file')
    if (size > mostBytes) return null
    const bytes = Buffer.alloc(size)
    let read = 0
    while (read < size) {
      const some = readSync(handle, bytes, read, size - read, read)
      if (some === 0) break
      read += some
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}

/** What stands in the way of that was told already. */
function tidyUp(passing: string): void {
  try {
    rmSync(passing, { force: true })
  } catch {
    // The folder went, or the right to write in it.
  }
}

/** A path that leaves nothing open; on Windows a colon in a name would open a stream beside a file. */
const whole = (path: string): boolean =>
  isAbsolute(path) &&
  !path.includes('\0') &&
  basename(path) !== '' &&
  !(process.platform === 'win32' && basename(path).includes(':'))

function realFolder(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

const isWithin = (folder: string, outer: string): boolean => {
  const way = relative(outer, folder)
  return way === '' || (!isAbsolute(way) && !/^\.\.([\\/]|$)/.test(way))
}

type Meanings = readonly (readonly [RegExp, WriteOutError['code']])[]

const meanings: Meanings = [
  [/^(ENOENT|ENOTDIR)$/, 'no-folder'],
  [/^(ENOSPC|EDQUOT|EFBIG)$/, 'disk-full'],
  // On Windows also a file that another program holds open.
  [/^(EACCES|EPERM|EROFS|EBUSY|ETXTBSY)$/, 'no-rights'],
  [/^(EISDIR|ENOTEMPTY|EEXIST|EINVAL|ENAMETOOLONG|ELOOP|EILSEQ|EIO|EXDEV)$/, 'other-place'],
]

/** Of a file that is brought in: nobody wanted to write anything there. */
const readMeanings: Meanings = [
  [/^(ENOENT|ENOTDIR)$/, 'no-file'],
  [/^E[A-Z0-9]+$/, 'unread-file'],
]

function asWriteOutError(error: unknown, of: Meanings = meanings): unknown {
  if (error instanceof WriteOutError || !(error instanceof Error) || !('code' in error))
    return error
  const code = String(error.code)
  const found = of.find(([codes]) => codes.test(code))
  return found ? new WriteOutError(found[1], { cause: error }) : error
}
