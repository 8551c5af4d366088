import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bytesOf, pathOf, type Call } from './strace.ts'

/*
 * A disk that keeps only what it was told to keep. The model, which is harsher than common disks:
 * - what a file held at its last fsync is there; of each write since then every 512-byte sector is
 *   there or not, by the toss of a coin, and so is each change of length;
 * - names (made, renamed, removed), of files and of folders, are there once the folder they stand in was
 *   synced, even if the file itself was; of the changes since then the first few happened, since file
 *   systems keep their order; each folder tosses for itself;
 * - what is renamed into another folder may stand in both, and never in none.
 */
export interface Disk {
  /** Lets one system call happen. Throws for a way of writing that it doesn't know. */
  happen(call: Call): void
  /**
   * The files that a power cut at this moment leaves, by their path within the folder. `random` answers 0
   * up to 1.
   */
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
  'ioctl',
  'fsync',
  'fdatasync',
  'mkdir',
  'mkdirat',
  'rmdir',
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
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
type Names = Map<string, File | Folder>
interface Folder {
  names: Names
  kept: Names
  /** What happened to the names since the folder was synced, in order. */
  since: Renaming[]
}
interface Renaming {
  how: (names: Names) => void
  /** A name that went to another folder: where it arrives, no later than it goes here. */
  to?: { folder: Folder; arrives: Renaming }
}

const newFolder = (): Folder => ({ names: new Map(), kept: new Map(), since: [] })
const newFile = (bytes: Buffer = Buffer.alloc(0)): File => ({
  synced: { bytes: Buffer.from(bytes), length: bytes.length },
  since: [],
})
const isFile = (one: File | Folder | undefined): one is File => one !== undefined && 'synced' in one
const isFolder = (one: File | Folder | undefined): one is Folder =>
  one !== undefined && 'names' in one

/** What lies in `folder`, however deep. `before`: the files that lay there safely, by path within it. */
export function createDisk(folder: string, before: ReadonlyMap<string, Buffer> = new Map()): Disk {
  const root = newFolder()
  /** Where the next plain write goes, by descriptor. */
  const positions = new Map<string, number>()

  const isOurs = (path: string) => path === folder || path.startsWith(`${folder}/`)
  const at = (path: string): File | Folder | undefined => {
    if (!isOurs(path)) return undefined
    const steps = path.slice(folder.length + 1).split('/')
    return steps
      .filter((step) => step !== '')
      .reduce<File | Folder | undefined>(
        (here, step) => (isFolder(here) ? here.names.get(step) : undefined),
        root,
      )
  }
  const fileAt = (path: string) => {
    const there = at(path)
    return isFile(there) ? there : undefined
  }
  const change = (parent: Folder, how: Renaming['how'], to?: Renaming['to']): Renaming => {
    how(parent.names)
    const renaming = { how, ...(to && { to }) }
    parent.since.push(renaming)
    return renaming
  }
  /** The folder that a path's last name stands in, and that name. */
  const placeOf = (path: string): { parent: Folder; name: string } | null => {
    const cut = path.lastIndexOf('/')
    const parent = at(path.slice(0, cut))
    return isFolder(parent) && path !== folder ? { parent, name: path.slice(cut + 1) } : null
  }
  const put = (path: string, made: File | Folder) => {
    const place = placeOf(path)
    if (place) change(place.parent, (names) => names.set(place.name, made))
  }
  const remove = (path: string) => {
    const place = placeOf(path)
    if (place) change(place.parent, (names) => names.delete(place.name))
  }
  const move = (from: string, to: string) => {
    const [before, after] = [placeOf(from), placeOf(to)]
    const moved = at(from)
    if (!before && !after) return
    if (!before || !after || !moved)
      throw new Error(`the disk doesn't know a rename from ${from} to ${to}`)
    const goes = (names: Names) => names.delete(before.name)
    const comes = (names: Names) => names.set(after.name, moved)
    if (before.parent === after.parent)
      change(before.parent, (names) => {
        goes(names)
        comes(names)
      })
    else {
      const arrives = change(after.parent, comes)
      change(before.parent, goes, { folder: after.parent, arrives })
    }
  }
  const opened = (path: string, flags: string, result: number) => {
    if (!isOurs(path)) return
    positions.set(String(result), 0)
    const there = at(path)
    if (!there) put(path, newFile())
    else if (isFile(there) && flags.includes('O_TRUNC')) there.since.push({ length: 0 })
  }
  /** What arrives there is on the disk with all that happened to the folder before. */
  const keepUpTo = (there: Folder, arrives: Renaming) => {
    for (const { how } of there.since.splice(0, there.since.indexOf(arrives) + 1)) how(there.kept)
  }
  const sync = (there: File | Folder | undefined) => {
    if (isFolder(there)) {
      for (const { how, to } of there.since.splice(0)) {
        if (to) keepUpTo(to.folder, to.arrives)
        how(there.kept)
      }
    }
    if (isFile(there)) for (const one of there.since.splice(0)) apply(one, there.synced)
  }
  /** Bytes that went from one file to the place where the other's descriptor stands. */
  const copied = (from: string, start: number, to: string, count: number) => {
    const source = fileAt(pathOf(from))
    const target = fileAt(pathOf(to))
    if (!target) return
    if (!source) throw new Error(`the disk doesn't know what came from ${from}`)
    const position = positions.get(numberOf(to)) ?? 0
    const bytes = Buffer.from(survivors(source, () => 0).subarray(start, start + count))
    target.since.push({ at: position, bytes })
    positions.set(numberOf(to), position + count)
  }

  for (const [path, bytes] of before) {
    const steps = path.split('/').slice(0, -1)
    steps.forEach((_, depth) => {
      const above = `${folder}/${steps.slice(0, depth + 1).join('/')}`
      if (!at(above)) put(above, newFolder())
    })
    put(`${folder}/${path}`, newFile(bytes))
  }
  const settle = (one: Folder) => {
    sync(one)
    for (const each of one.names.values()) if (isFolder(each)) settle(each)
  }
  settle(root)

  return {
    happen({ name, args, result }) {
      const [first = '', second = '', third = '', fourth = ''] = args
      if (result < 0) return
      const position = positions.get(numberOf(first)) ?? 0
      switch (name) {
        case 'open':
          return opened(bytesOf(first).toString(), second, result)
        case 'openat':
          return opened(absolute(first, second), third, result)
        case 'lseek':
          positions.set(numberOf(first), result)
          return
        case 'write':
          fileAt(pathOf(first))?.since.push({
            at: position,
            bytes: bytesOf(second).subarray(0, result),
          })
          positions.set(numberOf(first), position + result)
          return
        case 'pwrite64': {
          const bytes = bytesOf(second).subarray(0, result)
          fileAt(pathOf(first))?.since.push({ at: Number(fourth), bytes })
          return
        }
        case 'copy_file_range': {
          if (fourth !== 'NULL' && isOurs(pathOf(third)))
            throw new Error(`the disk doesn't know copy_file_range to ${fourth}`)
          return copied(first, Number(/^\[(\d+)/.exec(second)?.[1]), third, result)
        }
        case 'sendfile':
          return copied(second, Number(/^\[(\d+)/.exec(third)?.[1]), first, result)
        case 'ioctl': {
          if (!second.includes('FICLONE') || second.includes('RANGE')) return
          const source = fileAt(pathOf(third))
          const target = fileAt(pathOf(first))
          if (source && target)
            target.since.push(
              { length: 0 },
              { at: 0, bytes: Buffer.from(survivors(source, () => 0)) },
            )
          return
        }
        case 'ftruncate':
          fileAt(pathOf(first))?.since.push({ length: Number(second) })
          return
        case 'fsync':
        case 'fdatasync':
          return sync(at(pathOf(first)))
        case 'mkdir':
          return put(bytesOf(first).toString(), newFolder())
        case 'mkdirat':
          return put(absolute(first, second), newFolder())
        case 'rename':
          return move(bytesOf(first).toString(), bytesOf(second).toString())
        case 'renameat':
        case 'renameat2':
          return move(absolute(first, second), absolute(third, fourth))
        case 'rmdir':
        case 'unlink':
          return remove(bytesOf(first).toString())
        case 'unlinkat':
          return remove(absolute(first, second))
        case 'close':
          return
        default:
          if (args.some((one) => isOurs(one.startsWith('"') ? textOf(one) : pathOf(one)))) {
            throw new Error(`the disk doesn't know ${name}`)
          }
      }
    },

    // Shared memory is written without calls, so what is in it can't be told; whoever opens next makes it anew.
    afterKill: () =>
      new Map(
        [
          ...filesIn(
            root,
            ({ names }) => names,
            () => 0,
          ),
        ].filter(([path]) => !path.endsWith('-shm')),
      ),
    afterPowerCut: (random) => {
      const happened = happenedBy(random)
      return filesIn(
        root,
        (one) => {
          const left: Names = new Map(one.kept)
          for (const { how } of happened(one)) how(left)
          return left
        },
        random,
      )
    },
  }
}

/** Which of a folder's changes a power cut has let happen: each folder tosses once, and no name goes that hasn't arrived. */
function happenedBy(random: () => number): (folder: Folder) => Renaming[] {
  const tossed = new Map<Folder, Renaming[]>()
  const happened = (folder: Folder): Renaming[] => {
    const known = tossed.get(folder)
    if (known) return known
    const some = folder.since.slice(0, Math.floor(random() * (folder.since.length + 1)))
    const early = some.findIndex(({ to }) => to && waits(to))
    const all = early < 0 ? some : some.slice(0, early)
    tossed.set(folder, all)
    return all
  }
  const waits = ({ folder, arrives }: NonNullable<Renaming['to']>): boolean =>
    folder.since.includes(arrives) && !happened(folder).includes(arrives)
  return happened
}

/** Every file that stands in a folder by these names, and what of it is left. */
function filesIn(
  folder: Folder,
  namesOf: (folder: Folder) => Names,
  random: () => number,
): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const [name, one] of namesOf(folder)) {
    if (isFile(one)) files.set(name, survivors(one, random))
    else
      for (const [path, bytes] of filesIn(one, namesOf, random)) files.set(`${name}/${path}`, bytes)
  }
  return files
}

/** Puts what a disk has kept into a new folder. */
export function layOut(files: ReadonlyMap<string, Buffer>, folder: string): void {
  mkdirSync(folder)
  for (const [path, content] of files) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
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

const numberOf = (descriptor: string): string => /^\d+/.exec(descriptor)?.[0] ?? ''
const textOf = (argument: string): string => bytesOf(argument).toString()

/** A path as the calls with `at` in their name give it: a folder, and a path from there. */
const absolute = (folder: string, path: string): string =>
  textOf(path).startsWith('/') ? textOf(path) : `${pathOf(folder)}/${textOf(path)}`

/** The same numbers, 0 up to 1, for the same seed (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
