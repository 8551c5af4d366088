import type * as Fs from 'node:fs'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createFiles, WriteOutError } from '../../../src/store/write-out.ts'
import { random } from '../../desk.ts'
import { tempFolder } from './folders.ts'

const disk = vi.hoisted(() => ({
  fails: null as string | null,
  readFails: null as string | null,
  reads: 0,
}))
vi.mock('node:fs', async (real) => {
  const fs = await real<typeof Fs>()
  return {
    ...fs,
    writeFileSync: (...args: Parameters<typeof fs.writeFileSync>) => {
      if (disk.fails !== null && typeof args[0] === 'number') {
        // As a disk that fills up: half of it is there.
        fs.writeFileSync(args[0], 'half')
        throw Object.assign(new Error(disk.fails), { code: disk.fails })
      }
      fs.writeFileSync(...args)
    },
    readSync: (handle: number, bytes: Buffer, from: number, length: number, at: number) => {
      disk.reads++
      if (disk.readFails !== null)
        throw Object.assign(new Error(disk.readFails), { code: disk.readFails })
      return fs.readSync(handle, bytes, from, length, at)
    },
  }
})

function place() {
  const own = tempFolder()
  const folder = realpathSync(tempFolder())
  const files = createFiles(own, random)
  return { own, folder, files, path: join(folder, 'note.txt') }
}
const codeOf = (work: () => void): string => {
  try {
    work()
    return 'written'
  } catch (error) {
    if (error instanceof WriteOutError) return error.code
    throw error
  }
}
const windows = process.platform === 'win32'

describe('what the agent takes out', () => {
  it('is written whole, for the agent alone, and nothing else is left there', () => {
    const { files, folder, path } = place()
    files.choose(path)('Zürich, twice\n')
    expect(readFileSync(path, 'utf8')).toBe('Zürich, twice\n')
    expect(readdirSync(folder)).toEqual(['note.txt'])
    if (!windows) expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('replaces the file that was chosen', () => {
    const { files, folder, path } = place()
    writeFileSync(path, 'before')
    files.choose(path)('after')
    expect(readFileSync(path, 'utf8')).toBe('after')
    expect(readdirSync(folder)).toEqual(['note.txt'])
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'no-rights'],
    ['EIO', 'other-place'],
  ])('leaves the old file whole and nothing behind where the disk says %s', (code, told) => {
    const { files, folder, path } = place()
    writeFileSync(path, 'before')
    disk.fails = code
    try {
      expect(codeOf(() => files.choose(path)('after'))).toBe(told)
    } finally {
      disk.fails = null
    }
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['note.txt'])
  })

  it('says so where the folder is gone, or was never there', () => {
    const { files, folder, path } = place()
    const write = files.choose(path)
    rmSync(folder, { recursive: true })
    expect(codeOf(() => write('x'))).toBe('no-folder')
    expect(codeOf(() => files.choose(path)('x'))).toBe('no-folder')
    // Made anew by somebody else meanwhile: what was chosen was not this.
    mkdirSync(folder)
    expect(codeOf(() => files.choose(join(folder, 'deeper', 'note.txt'))('x'))).toBe('no-folder')
    writeFileSync(join(folder, 'file'), '')
    expect(codeOf(() => files.choose(join(folder, 'file', 'note.txt'))('x'))).toBe('no-folder')
  })

  const mayAll = windows
    ? 'Windows has no such rights'
    : process.getuid?.() === 0
      ? 'root may write anywhere'
      : null
  if (mayAll) process.stdout.write(`writing where one may not: skipped, ${mayAll}\n`)
  it.skipIf(mayAll)('says so where it may not write', () => {
    const { files, folder, path } = place()
    chmodSync(folder, 0o500)
    expect(codeOf(() => files.choose(path)('x'))).toBe('no-rights')
    chmodSync(folder, 0o700)
  })

  it('never goes through a link: not one with that name, nor a folder that became one', () => {
    const { files, folder, path } = place()
    const secret = join(tempFolder(), 'secret.txt')
    writeFileSync(secret, 'untouched')
    symlinkSync(secret, path)
    expect(codeOf(() => files.choose(path)('x'))).toBe('other-place')
    const within = join(folder, 'within')
    mkdirSync(within)
    const write = files.choose(join(within, 'note.txt'))
    renameSync(within, `${within}-away`)
    const elsewhere = tempFolder()
    symlinkSync(elsewhere, within, 'dir')
    expect(codeOf(() => write('x'))).toBe('no-folder')
    expect(readdirSync(elsewhere)).toEqual([])
    expect(readFileSync(secret, 'utf8')).toBe('untouched')
  })

  it('goes where a folder’s link led when it was chosen: that is what the agent saw', () => {
    const { files, folder } = place()
    const real = realpathSync(tempFolder())
    const link = join(folder, 'Documents')
    symlinkSync(real, link, 'dir')
    files.choose(join(link, 'note.txt'))('x')
    expect(readdirSync(real)).toEqual(['note.txt'])
  })

  it('replaces nothing in Lull’s own folder, by whatever way it is named', () => {
    const { files, own, folder } = place()
    const journal = join(own, 'journal')
    mkdirSync(journal)
    writeFileSync(join(journal, 'journal.db'), 'all of it')
    const link = join(folder, 'way-in')
    symlinkSync(journal, link, 'dir')
    for (const way of [
      join(journal, 'journal.db'),
      join(own, 'device.json'),
      join(link, 'journal.db'),
      `${folder}/${relative(folder, journal)}/journal.db`,
    ])
      expect(
        codeOf(() => files.choose(way)('x')),
        way,
      ).toBe('other-place')
    expect(readFileSync(join(journal, 'journal.db'), 'utf8')).toBe('all of it')
    // A neighbour whose name only begins alike is no part of it.
    mkdirSync(`${own}-too`)
    files.choose(join(`${own}-too`, 'note.txt'))('x')
    expect(existsSync(join(`${own}-too`, 'note.txt'))).toBe(true)
    rmSync(`${own}-too`, { recursive: true })
  })

  it.each([
    ['a folder', (folder: string) => folder],
    ['no whole path', () => 'note.txt'],
    ['nothing', () => ''],
    ['a name too long', (folder: string) => join(folder, `${'n'.repeat(300)}.txt`)],
    ['a name with an end of its own', (folder: string) => `${folder}/note.txt\0.exe`],
  ])('refuses %s', (_what, pathIn) => {
    const { files, folder } = place()
    mkdirSync(join(folder, 'a folder'))
    expect(codeOf(() => files.choose(pathIn(folder))('x'))).toBe('other-place')
    expect(codeOf(() => files.choose(join(folder, 'a folder'))('x'))).toBe('other-place')
    expect(readdirSync(folder)).toEqual(['a folder'])
  })
})

describe('what the agent brings in', () => {
  it('is read to its last byte where it is as large as may be, and not at all where it is larger', () => {
    const { files, path } = place()
    writeFileSync(path, 'Zürich')
    const read = files.open(path)
    expect(Buffer.from(read(7) ?? []).toString()).toBe('Zürich')
    disk.reads = 0
    expect(read(6)).toBeNull()
    expect(disk.reads).toBe(0)
  })

  it('is refused where it is gone, or is no file', () => {
    const { files, folder, path } = place()
    expect(codeOf(() => files.open(path)(10))).toBe('no-file')
    expect(codeOf(() => files.open(join(folder, 'gone', 'note.txt'))(10))).toBe('no-file')
    expect(codeOf(() => files.open('note.txt')(10))).toBe('unread-file')
    expect(codeOf(() => files.open(folder)(10))).toBe('unread-file')
  })

  it.each(['EACCES', 'EBUSY', 'EIO'])(
    'is refused as a file that can’t be read where the disk says %s',
    (code) => {
      const { files, path } = place()
      writeFileSync(path, 'Zürich')
      disk.readFails = code
      expect(codeOf(() => files.open(path)(10))).toBe('unread-file')
      disk.readFails = null
    },
  )
})
