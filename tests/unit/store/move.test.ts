import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { computerIdIn } from '../../../src/store/computer-id.ts'
import { keptPath, openJournalPlace, parseKept } from '../../../src/store/journal-place.ts'
import { arrive, dropCopy, leave, movedName, whyNotTo } from '../../../src/store/move.ts'
import { journalSettings, stickSettings } from '../../../src/store/open.ts'
import { asAfterKill, backupsOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

const clockAt = Date.UTC(2026, 10, 22, 21, 30)
const put = (store: Store, name: string) =>
  store.write(() =>
    store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, 'words'),
  )
const namesIn = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting')
    .all()
    .map(({ name }) => name)

/** A journal with one entry in it, open. */
async function aJournal(folder = join(tempFolder(), 'journal')) {
  const journal = journalIn(folder, { computer: 'PC-3' })
  const store = await storeOf(journal, journal.create(passphrase))
  put(store, 'first')
  return { folder, journal, store }
}

describe('a journal that is copied to another folder', () => {
  it('is whole there, closed here, and takes nothing more at either end of the way', async () => {
    const { folder, journal } = await aJournal()
    journal.backUp('import')
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const to = join(tempFolder(), movedName)
    journal.copyTo(to)
    expect(journal.isOpen()).toBe(false)
    expect(await journal.open({ passphrase })).toMatchObject({ ok: false, problem: 'busy' })
    expect(() => journal.sealed.put('a', new Uint8Array(1))).toThrow('being moved')
    expect(arrive(folder, to, false)).toBe('there')
    expect(leave(folder, to)).toBe(true)
    expect(existsSync(folder)).toBe(false)
    expect(readFileSync(join(to, 'mine.txt'), 'utf8')).toBe('mine')
    const moved = journalIn(to)
    const opened = await moved.open({ passphrase })
    expect(opened).toMatchObject({ ok: true, notice: null })
    expect(opened.ok && namesIn(opened.store)).toEqual(['first'])
    expect(readdirSync(join(to, 'backups'))).toHaveLength(1)
  })

  it('stays where it is, and opens, where that can’t be done; nothing is left there', async () => {
    const { folder, journal } = await aJournal()
    const to = join(tempFolder(), 'not-there', movedName)
    expect(() => journal.copyTo(to)).toThrow(expect.objectContaining({ code: 'gone' }))
    expect(existsSync(`${to}.moving`)).toBe(false)
    expect(namesIn(await storeOf(journal, journal.open({ passphrase })))).toEqual(['first'])
    expect(readdirSync(folder)).toContain('journal.db')
  })

  it('leaves alone what lies at the old place by now, and what has no twin', async () => {
    const { folder, journal } = await aJournal()
    const to = join(tempFolder(), movedName)
    journal.copyTo(to)
    expect(arrive(folder, to, false)).toBe('there')
    rmSync(folder, { recursive: true })
    const { journal: other } = await aJournal(folder)
    other.close()
    expect(leave(folder, to)).toBe(true)
    const again = journalIn(folder)
    expect(namesIn(await storeOf(again, again.open({ passphrase })))).toEqual(['first'])
  })

  it('is still at its old place where the copy has gone', async () => {
    const { folder, journal } = await aJournal()
    const to = join(tempFolder(), movedName)
    journal.copyTo(to)
    dropCopy(to)
    expect(arrive(folder, to, true)).toBe('away')
    expect(arrive(folder, to, false)).toBe('back')
    const again = journalIn(folder)
    expect(namesIn(await storeOf(again, again.open({ passphrase })))).toEqual(['first'])
  })
})

describe('a folder', () => {
  it('is refused for what stands against it, and nothing is changed in it', async () => {
    const { folder } = await aJournal()
    const root = tempFolder()
    const make = (name: string, file?: string) => {
      mkdirSync(join(root, name), { recursive: true })
      if (file) writeFileSync(join(root, name, file), '')
      return join(root, name)
    }
    const to = (chosen: string) => whyNotTo(folder, join(chosen, movedName))
    expect(to(make('free'))).toBe(null)
    expect(to(make('empty'))).toBe(null)
    make(`taken/${movedName}`, 'mine.txt')
    expect(to(join(root, 'taken'))).toBe('name-taken')
    make(`with/${movedName}`, 'journal.keys')
    expect(to(join(root, 'with'))).toBe('journal-there')
    expect(to(make('one', 'journal.db'))).toBe('journal-there')
    expect(to(make('wiped', 'journal.wiped'))).toBe('journal-there')
    expect(to(folder)).toBe('inside-itself')
    expect(whyNotTo(folder, folder)).toBe('inside-itself')
    expect(to(join(root, 'not-there'))).toBe('not-writable')
    expect(to(join(root, 'one', 'journal.db'))).toBe('not-writable')
    expect(readdirSync(join(root, 'free'))).toEqual([])
  })
})

describe('the place of a journal', () => {
  const at = (own: string) =>
    openJournalPlace({
      own,
      usual: join(own, 'journal'),
      isCarried: false,
      read: () => Promise.resolve({ ground: 'unknown', sync: null, roams: false }),
    })

  it('is kept beside Lull relative to it where both are carried, and whole elsewhere', () => {
    const own = join('/', 'media', 'E', 'Lull', 'data')
    expect(keptPath(join(own, '..', 'kept'), own, true)).toBe(join('..', 'kept'))
    expect(keptPath(join(own, '..', 'kept'), own, false)).toBe(join(own, '..', 'kept'))
    expect(keptPath(join('/', 'home', 'ana'), own, true)).toBe(join('/', 'home', 'ana'))
  })

  it.each(['', '{}', 'null', '{"version":3,"folder":null,"copying":null,"leaving":null}'])(
    'that can’t be read (%j) is no reason to begin another journal',
    async (text) => {
      const own = tempFolder()
      writeFileSync(join(own, 'journal-place.json'), text)
      expect(parseKept(text)).toBe(null)
      expect((await at(own)).start()).toMatchObject({ isPlaced: true })
    },
  )

  it('that is away begins no other journal there', async () => {
    const own = tempFolder()
    const place = await at(own)
    const stick = tempFolder()
    await place.found(join(stick, 'gone'))
    expect((await at(own)).start()).toMatchObject({ isPlaced: true, isStick: true })
    const journal = journalIn(join(stick, 'gone'), { isPlaced: true })
    expect(await journal.create(passphrase)).toMatchObject({ problem: 'exists' })
    expect(await journal.open({ passphrase })).toMatchObject({ problem: 'place-gone' })
    expect(existsSync(join(stick, 'gone'))).toBe(false)
    place.wiped()
    expect((await at(own)).start()).toMatchObject({
      folder: join(own, 'journal'),
      isPlaced: false,
      isStick: false,
    })
  })

  it.each([null, 'not to be read'])(
    'that is forgotten lets a journal begin where Lull puts it, now and after a restart (%j)',
    async (text) => {
      const own = tempFolder()
      const away = join(tempFolder(), 'away')
      if (text === null) await (await at(own)).found(away)
      else writeFileSync(join(own, 'journal-place.json'), text)
      const place = await at(own)
      expect(place.start().isPlaced).toBe(true)
      await place.forgotten()
      const usual = { folder: join(own, 'journal'), isPlaced: false, isStick: false }
      expect(place.start()).toMatchObject(usual)
      expect((await at(own)).start()).toMatchObject(usual)
    },
  )
})

describe('on a stick', () => {
  it('every setting is read back, and nobody else can read the file', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const stick = journalIn(folder, { settings: stickSettings })
    const store = await storeOf(stick, stick.open({ passphrase }))
    const pragma = (name: string) => store.tuples<[string]>(`PRAGMA ${name}`).get()?.[0]
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('locking_mode')]).toEqual([
      'truncate',
      3,
      'exclusive',
    ])
    put(store, 'second')
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    const other = journalIn(folder, { settings: stickSettings })
    expect(await other.open({ passphrase })).toMatchObject({ ok: false, problem: 'busy' })
    stick.close()
    const disk = journalIn(folder, { settings: journalSettings })
    expect(namesIn(await storeOf(disk, disk.open({ passphrase })))).toEqual(['first', 'second'])
  })

  it('what a cut has left half-written is put aside before SQLite takes it back', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const stick = journalIn(folder, { settings: stickSettings })
    const store = await storeOf(stick, stick.open({ passphrase }))
    let left = ''
    store.write(() => {
      const many = store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
      // More than a page cache holds, so that the file itself is written to.
      for (let number = 0; number < 3000; number++) many.run(`half-${number}`, 'w'.repeat(2000))
      left = asAfterKill(folder)
    })
    expect(readFileSync(join(left, 'journal.db-journal')).length).toBeGreaterThan(0)
    const again = journalIn(left, { settings: stickSettings })
    expect(namesIn(await storeOf(again, again.open({ passphrase })))).toEqual(['first'])
    const [aside = ''] = backupsOf(left, 'unclean')
    expect(readdirSync(aside).sort()).toEqual([
      'journal.db',
      'journal.db-journal',
      'journal.keys',
      'journal.seq',
    ])
  })
})

describe('journal.open', () => {
  const note = (folder: string) => join(folder, 'journal.open')

  it('says which computer has it open and since when, nothing else, until it closes', async () => {
    const { folder, journal } = await aJournal()
    expect(JSON.parse(readFileSync(note(folder), 'utf8'))).toEqual({
      computer: 'PC-3',
      since: clockAt,
    })
    journal.close()
    expect(existsSync(note(folder))).toBe(false)
  })

  it('of another computer keeps it shut until that is said to be known, and a copy is aside', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const elsewhere = { computer: 'PC-14', since: clockAt - 60_000 }
    writeFileSync(note(folder), JSON.stringify(elsewhere))
    const here = journalIn(folder, { computer: 'PC-3' })
    expect(here.elsewhere()).toEqual(elsewhere)
    expect(await here.open({ passphrase })).toMatchObject({ problem: 'open-elsewhere' })
    here.openHere()
    expect(await here.open({ passphrase: 'not this one' })).toMatchObject({
      problem: 'wrong-secret',
    })
    expect(existsSync(join(folder, 'backups'))).toBe(false)
    await storeOf(here, here.open({ passphrase }))
    expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/-elsewhere$/)])
    expect(readFileSync(note(folder), 'utf8')).toContain('PC-3')
  })

  it.each([
    JSON.stringify({ computer: 'PC-3', since: 1 }),
    '',
    'torn',
    JSON.stringify({ computer: 'PC-14', since: 'yesterday' }),
    JSON.stringify({ computer: 'x'.repeat(5000), since: 1 }),
  ])('of this computer, or that says nothing, is silent (%#)', async (text) => {
    const { folder, journal } = await aJournal()
    journal.close()
    writeFileSync(note(folder), text)
    const again = journalIn(folder, { computer: 'PC-3' })
    expect(again.elsewhere()).toBe(null)
    await storeOf(again, again.open({ passphrase }))
  })
})

describe('this computer', () => {
  const id = '0b8f4c56-7a1d-4b0e-9a53-3d2f1c6e7a90'
  const other = '7d1c1c0e-4c3a-4f57-8a34-90f3f2b4f6d1'

  it.each([
    ['its own after a crash, under a name that its network changed', 'mac.home', id, true],
    ['another’s of the same name', 'mac.office', other, false],
    ['one from before there were ids, of its name', 'mac.office', undefined, true],
    ['one from before there were ids, of another name', 'mac.home', undefined, false],
  ])('knows %s', async (_, computer, noted, isOwn) => {
    const { folder, journal } = await aJournal()
    journal.close()
    const note = { computer, since: clockAt, id: noted }
    writeFileSync(join(folder, 'journal.open'), JSON.stringify(note))
    const here = journalIn(folder, { computer: 'mac.office', computerId: id })
    expect(here.elsewhere()).toEqual(isOwn ? null : { computer, since: clockAt })
  })

  it('goes by its name where Lull is carried about with its folder', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const note = { computer: 'PC-3', since: clockAt, id: other }
    writeFileSync(join(folder, 'journal.open'), JSON.stringify(note))
    expect(journalIn(folder, { computer: 'PC-3' }).elsewhere()).toBe(null)
    expect(journalIn(folder, { computer: 'PC-4' }).elsewhere()).not.toBe(null)
  })

  it('says its id beside its name while a journal is open', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const here = journalIn(folder, { computer: 'PC-3', computerId: id })
    await storeOf(here, here.open({ passphrase }))
    expect(JSON.parse(readFileSync(join(folder, 'journal.open'), 'utf8'))).toEqual({
      computer: 'PC-3',
      since: clockAt,
      id,
    })
  })

  it('keeps one id, makes another where it can’t be read, and has none where Lull is carried', () => {
    const own = tempFolder()
    const made = computerIdIn(own, false)
    expect(made).toMatch(/^[0-9a-f-]{36}$/)
    expect(computerIdIn(own, false)).toBe(made)
    for (const text of ['', '{"version":1,"id":"mine"}', 'x'.repeat(5000)]) {
      writeFileSync(join(own, 'computer.json'), text)
      const next = computerIdIn(own, false)
      expect(next).not.toBe(made)
      expect(computerIdIn(own, false)).toBe(next)
    }
    const carried = tempFolder()
    expect(computerIdIn(carried, true)).toBe(null)
    expect(readdirSync(carried)).toEqual([])
    expect(computerIdIn(join(own, 'not-there'), false)).toBe(null)
  })
})

describe('two Lulls on one computer', () => {
  it('have it one after the other', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const [one, two] = [journalIn(folder, { isAlone: true }), journalIn(folder, { isAlone: true })]
    await storeOf(one, one.open({ passphrase }))
    expect(await two.open({ passphrase })).toMatchObject({ ok: false, problem: 'busy' })
    one.close()
    await storeOf(two, two.open({ passphrase }))
  })

  it('have it as soon as the first has closed it, where the second was told that it is closing', async () => {
    const { folder, journal } = await aJournal()
    journal.close()
    const one = journalIn(folder, { isAlone: true })
    await storeOf(one, one.open({ passphrase }))
    const { promise: closing, resolve: closed } = Promise.withResolvers<void>()
    const two = journalIn(folder, { isAlone: true, closing })
    const opened = two.open({ passphrase })
    one.close()
    closed()
    expect(await opened).toMatchObject({ ok: true })
    two.close()
  })
})
