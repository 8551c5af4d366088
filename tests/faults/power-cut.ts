import { bytesOf, pathOf, type Call } from './strace.ts'

/*
 * A disk that keeps only what it was told to keep. The model, which is harsher than common disks:
 * - what a file held at its last fsync is there; of each write since then every 512-byte sector is
 *   there or not, by the toss of a coin, and so is each change of length;
 * - names (made, renamed, removed) are there once their folder was synced, even if the file itself
 *   was; of the changes since then the first few happened, since file systems keep their order.
 */
export interface Disk {
  /** Lets one system call happen. Throws for a way of writing that it doesn't know. */
  happen(call: Call): void
  /** The files that a power cut at this moment leaves, by name. `random` answers 0 up to 1. */
  afterPowerCut(random: () => number): Map<string, Buffer>
  /** The files that a kill at this moment leaves: what was written is there. */
  afterKill(): Map<string, Buffer>
}

/** The calls that a trace must hold. */
export const diskCalls = [
  'openat',
  'open',
  'close',
  'lseek',
  'write',
  'pwrite64',
  'writev',
  'pwritev',
  'pwritev2',
  'ftruncate',
  'fallocate',
  'copy_file_range',
  'sendfile',
  'fsync',
  'fdatasync',
  'rename',
  'renameat',
  'renameat2',
  'unlink',
  'unlinkat',
]

interface File {
  synced: Content
  since: Change[]
}
/** `length` bytes are the file's; the buffer may be longer. */
interface Content {
  bytes: Buffer
  length: number
}
type Change = { at: number; bytes: Buffer } | { length: number }
type Names = Map<string, File>

/** The files that lie in `folder` itself, not those in folders under it. */
export function createDisk(folder: string): Disk {
  const names: Names = new Map()
  const kept: Names = new Map()
  const nameChanges: ((names: Names) => void)[] = []
  /** Where the next plain write goes, by descriptor. */
  const positions = new Map<string, number>()

  const inFolder = (path: string) =>
    path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')
      ? path.slice(folder.length + 1)
      : null
  const fileOf = (descriptor: string) => names.get(inFolder(pathOf(descriptor)) ?? '')
  const rename = (change: (names: Names) => void) => {
    change(names)
    nameChanges.push(change)
  }
  const remove = (path: string) => {
    const name = inFolder(path)
    if (name !== null) rename((all) => all.delete(name))
  }
  const move = (from: string, to: string) => {
    const [before, after] = [inFolder(from), inFolder(to)]
    const file = names.get(before ?? '')
    if (before === null || after === null || !file) return
    rename((all) => {
      all.delete(before)
      all.set(after, file)
    })
  }
  const opened = (path: string, flags: string, result: number) => {
    const name = inFolder(path)
    if (name === null) return
    positions.set(String(result), 0)
    if (!names.has(name)) {
      const file = { synced: { bytes: Buffer.alloc(0), length: 0 }, since: [] }
      rename((all) => all.set(name, file))
    } else if (flags.includes('O_TRUNC')) {
      names.get(name)?.since.push({ length: 0 })
    }
  }
  const sync = (descriptor: string) => {
    if (pathOf(descriptor) === folder) {
      for (const change of nameChanges.splice(0)) change(kept)
    }
    const file = fileOf(descriptor)
    if (!file) return
    for (const change of file.since.splice(0)) apply(change, file.synced)
  }

  return {
    happen({ name, args, result }) {
      const [first = '', second = '', third = '', fourth = ''] = args
      if (result < 0) return
      const descriptor = /^\d+/.exec(first)?.[0] ?? ''
      const position = positions.get(descriptor) ?? 0
      switch (name) {
        case 'open':
          return opened(bytesOf(first).toString(), second, result)
        case 'openat':
          return opened(bytesOf(second).toString(), third, result)
        case 'lseek':
          positions.set(descriptor, result)
          return
        case 'write':
          fileOf(first)?.since.push({ at: position, bytes: bytesOf(second).subarray(0, result) })
          positions.set(descriptor, position + result)
          return
        case 'pwrite64': {
          const bytes = bytesOf(second).subarray(0, result)
          fileOf(first)?.since.push({ at: Number(fourth), bytes })
          return
        }
        case 'ftruncate':
          fileOf(first)?.since.push({ length: Number(second) })
          return
        case 'fsync':
        case 'fdatasync':
          return sync(first)
        case 'rename':
          return move(bytesOf(first).toString(), bytesOf(second).toString())
        case 'renameat':
        case 'renameat2':
          return move(bytesOf(second).toString(), bytesOf(fourth).toString())
        case 'unlink':
          return remove(bytesOf(first).toString())
        case 'unlinkat':
          return remove(absolute(first, bytesOf(second).toString()))
        case 'close':
          return
        default:
          // A copy from here to elsewhere changes nothing here.
          if (name === 'copy_file_range' && inFolder(pathOf(third)) === null) return
          if (args.some((one) => inFolder(pathOf(one)) !== null)) {
            throw new Error(`the disk doesn't know ${name}`)
          }
      }
    },

    afterKill: () => new Map([...names].map(([name, file]) => [name, survivors(file, () => 0)])),

    afterPowerCut(random) {
      const left: Names = new Map(kept)
      const happened = Math.floor(random() * (nameChanges.length + 1))
      for (const change of nameChanges.slice(0, happened)) change(left)
      return new Map([...left].map(([name, file]) => [name, survivors(file, random)]))
    },
  }
}

const sector = 512

function survivors({ synced, since }: File, random: () => number): Buffer {
  const content = { bytes: Buffer.from(synced.bytes), length: synced.length }
  for (const change of since) {
    for (const part of 'length' in change ? [change] : sectorsOf(change)) {
      if (random() < 0.5) apply(part, content)
    }
  }
  return content.bytes.subarray(0, content.length)
}

function sectorsOf({ at, bytes }: { at: number; bytes: Buffer }): Change[] {
  const parts: Change[] = []
  for (let start = at; start < at + bytes.length;) {
    const end = Math.min(at + bytes.length, (Math.floor(start / sector) + 1) * sector)
    parts.push({ at: start, bytes: bytes.subarray(start - at, end - at) })
    start = end
  }
  return parts
}

function apply(change: Change, content: Content): void {
  if ('length' in change) {
    reserve(content, change.length)
    content.bytes.fill(0, Math.min(change.length, content.length))
    content.length = change.length
    return
  }
  const end = change.at + change.bytes.length
  reserve(content, end)
  change.bytes.copy(content.bytes, change.at)
  content.length = Math.max(content.length, end)
}

function reserve(content: Content, length: number): void {
  if (length <= content.bytes.length) return
  const more = Buffer.alloc(length * 2)
  content.bytes.copy(more)
  content.bytes = more
}

const absolute = (folder: string, path: string): string =>
  path.startsWith('/') ? path : `${pathOf(folder)}/${path}`

/** The same numbers, 0 up to 1, for the same seed (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
