import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type * as Durable from '../../../src/store/durable.ts'
import { openJournalPlace, parseKept } from '../../../src/store/journal-place.ts'
import { movedName } from '../../../src/store/move.ts'
import type * as Wipe from '../../../src/store/wipe.ts'
import { tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

/** What fails as on a full or broken disk; the real thing happens all the same, or doesn't. */
const fails = vi.hoisted(() => ({
  /** The place is written and takes its name, and the disk says then that it couldn't be synced. */
  sync: 0,
  /** The place isn't written at all, so often, once those are through. */
  write: 0,
  /** This path can't be deleted. */
  wipe: '',
}))
vi.mock('../../../src/store/durable.ts', async (real) => {
  const durable = await real<typeof Durable>()
  const replaceFile: typeof durable.replaceFile = (path, content, check) => {
    const isPlace = path.endsWith('journal-place.json')
    if (isPlace && fails.sync <= 0 && fails.write-- > 0) throw new Error('EROFS')
    durable.replaceFile(path, content, check)
    if (isPlace && fails.sync-- > 0) throw new Error('EIO')
  }
  return { ...durable, replaceFile }
})
vi.mock('../../../src/store/wipe.ts', async (real) => {
  const wipe = await real<typeof Wipe>()
  const wipeFiles: typeof wipe.wipeFiles = (files) => {
    if (files.folder === fails.wipe) throw new Error('EBUSY')
    wipe.wipeFiles(files)
  }
  return { ...wipe, wipeFiles }
})

/** Lull's folder, and a stick with a folder for the journal, at its mount. */
function desk() {
  Object.assign(fails, { sync: 0, write: 0, wipe: '' })
  const root = tempFolder()
  const [own, stick] = [join(root, 'own'), join(root, 'stick')]
  mkdirSync(own)
  mkdirSync(stick)
  const usual = join(own, 'journal')
  return {
    own,
    usual,
    stick,
    to: join(stick, movedName),
    passing: join(stick, `${movedName}.moving`),
    pull: () => renameSync(stick, join(root, 'pulled')),
    plug: () => renameSync(join(root, 'pulled'), stick),
    start: () =>
      openJournalPlace({
        own,
        usual,
        isCarried: false,
        read: () => Promise.resolve({ ground: 'disk', sync: null, roams: false }),
      }),
    kept: () => parseKept(readFileSync(join(own, 'journal-place.json'), 'utf8')),
  }
}
type Place = Awaited<ReturnType<ReturnType<typeof desk>['start']>>

async function begin(folder: string, name: string) {
  const journal = journalIn(folder)
  const opened = await journal.create(passphrase)
  if (!opened.ok) throw new Error(opened.message)
  opened.store.write(() => put(opened.store, name))
  return journal
}
type Opened = Extract<Awaited<ReturnType<ReturnType<typeof journalIn>['open']>>, { ok: true }>
const put = (store: Opened['store'], name: string) =>
  store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, 'words')

/** Opens it, and adds an entry. Gives what stands in it then, or why it doesn't open. */
async function write(folder: string, name: string): Promise<string[] | string> {
  const journal = journalIn(folder, { isPlaced: true })
  const opened = await journal.open({ passphrase })
  if (!opened.ok) return opened.problem
  opened.store.write(() => put(opened.store, name))
  const names = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
  journal.close()
  return names.map((each) => each.name)
}

/** Up to the copy; the journal is closed by it. */
async function copy(place: Place, to: string) {
  const journal = journalIn(place.folder())
  const opened = await journal.open({ passphrase })
  if (!opened.ok) throw new Error(opened.message)
  place.copying(to)
  journal.copyTo(to)
}

describe('a journal that arrived on a stick, whose old place could not be cleared', () => {
  async function arrived() {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    fails.wipe = at.usual
    expect(await place.copied()).toBe(true)
    expect(await write(at.to, 'on the stick')).toEqual(['first', 'on the stick'])
    return at
  }

  it('is missed where the stick is away: the old one isn’t opened in its place', async () => {
    const at = await arrived()
    at.pull()
    expect((await at.start()).folder()).toBe(at.to)
    // A mount's folder may stay.
    mkdirSync(at.stick)
    const place = await at.start()
    expect(place.folder()).toBe(at.to)
    expect(await write(place.folder(), '')).toBe('place-gone')
    rmSync(at.stick, { recursive: true })
    at.plug()
    fails.wipe = ''
    const again = await at.start()
    expect(await write(again.folder(), 'then')).toEqual(['first', 'on the stick', 'then'])
    expect(existsSync(at.usual)).toBe(false)
    expect(at.kept()).toEqual({ folder: at.to, arrived: true, copying: [], leaving: [] })
  })

  it('is missed as well where the copy never took its name, or a wipe of the old one was cut', async () => {
    for (const away of [true, false]) {
      const at = desk()
      const journal = await begin(at.usual, 'first')
      journal.close()
      const left = { folder: at.usual, journal: null, wiped: false }
      const text = { version: 2, folder: at.to, arrived: false, copying: [], leaving: [left] }
      writeFileSync(join(at.own, 'journal-place.json'), JSON.stringify(text))
      if (away) at.pull()
      else writeFileSync(join(at.usual, 'journal.wiped'), '')
      expect((await at.start()).folder()).toBe(at.to)
      if (away) at.plug()
      else rmSync(join(at.usual, 'journal.wiped'))
      expect((await at.start()).folder()).toBe(at.usual)
    }
  })
})

describe('a place that could not be written down', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 0],
    [1, 1],
    [1, 9],
  ])(
    'is the old one, now and at the next start (%i unsynced, then %i unwritten)',
    async (unsynced, unwritten) => {
      const at = desk()
      const journal = await begin(at.usual, 'first')
      journal.close()
      const place = await at.start()
      await copy(place, at.to)
      Object.assign(fails, { sync: unsynced, write: unwritten })
      await expect(place.copied()).rejects.toThrow('EIO')
      Object.assign(fails, { sync: 0, write: 0 })
      expect(await write(place.folder(), 'since')).toEqual(['first', 'since'])
      const next = await at.start()
      expect(await write(next.folder(), 'then')).toEqual(['first', 'since', 'then'])
      expect(existsSync(at.to) || existsSync(at.passing)).toBe(false)
    },
  )
})

describe('a place that could not be written down, and whose copy is held', () => {
  it('is the old one as well, and the copy is owed', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    Object.assign(fails, { sync: 1, wipe: at.passing })
    await expect(place.copied()).rejects.toThrow('EIO')
    expect(at.kept()).toMatchObject({ folder: null, copying: [at.to], leaving: [] })
    expect(await write(place.folder(), 'since')).toEqual(['first', 'since'])
    fails.wipe = ''
    expect(await write((await at.start()).folder(), 'then')).toEqual(['first', 'since', 'then'])
    expect(existsSync(at.passing)).toBe(false)
  })
})

describe('what a place owes', () => {
  it('is a copy on a stick that was pulled, until it is seen to be gone', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    at.pull()
    place.notCopied()
    const other = join(tempFolder(), movedName)
    await copy(place, other)
    expect(await place.copied()).toBe(true)
    expect(at.kept()).toMatchObject({ folder: other, copying: [at.to], leaving: [] })
    at.plug()
    await at.start()
    expect(existsSync(at.passing)).toBe(false)
    expect(at.kept()).toMatchObject({ folder: other, copying: [] })
  })

  it('is the copy where something took its name, and the move says that it didn’t come about', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    mkdirSync(at.to)
    writeFileSync(join(at.to, 'mine.txt'), 'mine')
    fails.wipe = at.passing
    expect(await place.copied()).toBe(false)
    expect(place.folder()).toBe(at.usual)
    expect(at.kept()).toEqual({ folder: null, arrived: true, copying: [at.to], leaving: [] })
    fails.wipe = ''
    expect(await write((await at.start()).folder(), 'then')).toEqual(['first', 'then'])
    expect(existsSync(at.passing)).toBe(false)
    expect(readFileSync(join(at.to, 'mine.txt'), 'utf8')).toBe('mine')
  })

  it('is every old place, also one that is away while the journal moves on', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    await place.copied()
    const other = join(tempFolder(), movedName)
    await copy(place, other)
    fails.wipe = at.to
    await place.copied()
    at.pull()
    fails.wipe = ''
    const next = await at.start()
    expect(at.kept()?.leaving).toMatchObject([{ folder: at.to, wiped: false }])
    await copy(next, at.usual)
    expect(await next.copied()).toBe(true)
    expect(at.kept()?.leaving).toMatchObject([{ folder: at.to }])
    at.plug()
    expect(await write((await at.start()).folder(), 'then')).toEqual(['first', 'then'])
    expect(existsSync(at.to)).toBe(false)
    expect(at.kept()).toEqual({ folder: null, arrived: true, copying: [], leaving: [] })
  })

  it('stays owed where the journal is deleted, and nothing of it opens where the next one begins', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    fails.wipe = at.usual
    await place.copied()
    rmSync(at.to, { recursive: true })
    place.wiped()
    expect(at.kept()).toMatchObject({ folder: null, leaving: [{ folder: at.usual, wiped: true }] })
    fails.wipe = ''
    const next = await at.start()
    expect(existsSync(at.usual)).toBe(false)
    expect(at.kept()?.leaving).toEqual([])
    expect(next.start()).toMatchObject({ folder: at.usual, isPlaced: false })
    const another = await begin(at.usual, 'another')
    another.close()
    expect(await write((await at.start()).folder(), 'then')).toEqual(['another', 'then'])
  })

  it('stays owed on a stick where the journal is deleted, and takes no other journal with it', async () => {
    const at = desk()
    const journal = await begin(at.to, 'first')
    journal.close()
    const place = await at.start()
    await place.found(at.to)
    await copy(place, at.usual)
    fails.wipe = at.to
    await place.copied()
    at.pull()
    fails.wipe = ''
    rmSync(at.usual, { recursive: true })
    place.wiped()
    const another = await begin(at.usual, 'another')
    another.close()
    await at.start()
    at.plug()
    cpSync(at.usual, join(at.stick, 'theirs'), { recursive: true })
    expect(await write((await at.start()).folder(), 'then')).toEqual(['another', 'then'])
    expect(existsSync(at.to)).toBe(false)
    expect(await write(join(at.stick, 'theirs'), 'x')).toEqual(['another', 'x'])
    expect(at.kept()?.leaving).toEqual([])
  })

  it('is wiped at its old place too where the wipe of the new one was cut', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    fails.wipe = at.usual
    await place.copied()
    fails.wipe = ''
    writeFileSync(join(at.to, 'journal.wiped'), '')
    await at.start()
    expect(existsSync(at.usual)).toBe(false)
  })
})

describe('a journal that is shown to Lull', () => {
  it('at its old place while the copy never arrived is the journal, and the copy is dropped', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    const place = await at.start()
    await copy(place, at.to)
    at.pull()
    await place.copied()
    expect(place.folder()).toBe(at.to)
    await place.found(at.usual)
    expect(await write(place.folder(), 'since')).toEqual(['first', 'since'])
    at.plug()
    expect(await write((await at.start()).folder(), 'then')).toEqual(['first', 'since', 'then'])
    expect(existsSync(at.passing)).toBe(false)
    expect(at.kept()).toEqual({ folder: null, arrived: true, copying: [], leaving: [] })
  })
})

describe('the file of a place', () => {
  it('from before there were lists says the same as now', () => {
    const before = { version: 1, folder: '/stick/j', copying: '/other/j', leaving: '/own/j' }
    expect(parseKept(JSON.stringify(before))).toEqual({
      folder: '/stick/j',
      arrived: true,
      copying: ['/other/j'],
      leaving: [{ folder: '/own/j', journal: null, wiped: false }],
    })
    const plain = { version: 1, folder: null, copying: null, leaving: null }
    expect(parseKept(JSON.stringify(plain))).toEqual({
      folder: null,
      arrived: true,
      copying: [],
      leaving: [],
    })
  })

  it('from before finishes its move as well', async () => {
    const at = desk()
    const journal = await begin(at.usual, 'first')
    journal.close()
    await copy(await at.start(), at.to)
    const before = { version: 1, folder: at.to, copying: null, leaving: at.usual }
    writeFileSync(join(at.own, 'journal-place.json'), JSON.stringify(before))
    const place = await at.start()
    expect(await write(place.folder(), 'then')).toEqual(['first', 'then'])
    expect(existsSync(at.usual)).toBe(false)
  })
})
