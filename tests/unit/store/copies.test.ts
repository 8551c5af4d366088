import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Journal, Secret, Store } from '../../../src/ports.ts'
import { backUp } from '../../../src/store/backup.ts'
import { journalFiles } from '../../../src/store/files.ts'
import { readKeyFile, unlock } from '../../../src/store/keys.ts'
import { journalSettings, openDatabase } from '../../../src/store/open.ts'
import { asAfterKill, bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

const own: Secret = { passphrase }
const renewed = 'another four plain words'
const day = 24 * 3_600_000

const put = (store: Store, name: string) =>
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(name))
const namesIn = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting ORDER BY name')
    .all()
    .map(({ name }) => name)
const asItIs = () => {}

/** A journal with a clock of its own. */
async function begun(folder = tempFolder()) {
  const clock = { now: () => clock.at, at: Date.UTC(2026, 10, 22, 14) }
  const journal = journalIn(folder, { clock })
  const store = await storeOf(
    journal,
    journal.exists() ? journal.open(own) : journal.create(passphrase),
  )
  return { folder, clock, journal, store }
}
const copiesOf = (folder: string) => {
  const backups = join(folder, 'backups')
  return existsSync(backups) ? readdirSync(backups).toSorted() : []
}
const only = (journal: Journal) => {
  const [copy, ...more] = journal.copies.list()
  if (!copy || more.length > 0) throw new Error('not one copy')
  return copy
}
async function restored(journal: Journal, name: string, secret: Secret | null = null) {
  const opened = await journal.copies.restore(name, secret, asItIs)
  if (!opened.ok) throw new Error(opened.problem)
  return opened
}
/** Every file of a folder, by its bytes. */
const print = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((path) => [path, readFileSync(path).toString('base64')]),
  )

describe('daily copies', () => {
  it('are kept by days and weeks, beside what other reasons made', async () => {
    const { folder, clock, journal } = await begun()
    journal.backUp('import')
    for (let turn = 0; turn < 40; turn++) {
      journal.backUp('daily', 'Asia/Manila')
      clock.at += day
    }
    // Of the last seven days, a Friday to a Thursday, Sunday is the newest of its week.
    const kinds = journal.copies.list().map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'daily')).toHaveLength(9)
    expect(kinds.filter((kind) => kind === 'import')).toHaveLength(1)
    expect(copiesOf(folder)).toHaveLength(10)
  })

  it.each(['daily', 'import'] as const)(
    'and others keep the one just made, though the clock was set back (%s)',
    async (kind) => {
      const { folder, clock, journal, store } = await begun()
      for (let nth = 0; nth < 4; nth++) {
        journal.backUp(kind, 'UTC')
        clock.at += kind === 'daily' ? 3_600_000 : day
      }
      clock.at = Date.UTC(2026, 10, 22, 2)
      put(store, 'just now')
      const before = copiesOf(folder)
      journal.backUp(kind, 'UTC')
      const [made] = copiesOf(folder).filter((name) => !before.includes(name))
      expect(await journal.copies.read(made ?? '', null, namesIn)).toEqual(['just now'])
    },
  )

  it('carry their keys, and open by themselves', async () => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    const { name, kind, opens } = only(journal)
    expect({ kind, opens }).toEqual({ kind: 'daily', opens: 'yes' })
    const copy = journalIn(join(folder, 'backups', name))
    expect(namesIn(await storeOf(copy, copy.open(own)))).toEqual(['first'])
  })

  it('that don’t hold together are neither kept nor counted', async () => {
    const { folder, journal, store } = await begun()
    for (let row = 0; row < 200; row++) put(store, `row ${row} ${'quiet '.repeat(20)}`)
    const key = await unlock(readKeyFile(join(folder, 'journal.keys')), own)
    if (!key) throw new Error('no key')
    journal.close()
    const db = openDatabase(join(folder, 'journal.db'), key, journalSettings)
    const real = db.prepare.bind(db)
    /** A disk that gives back something else than what was written. */
    const torn = (sql: string) => {
      const statement = real(sql)
      if (!sql.startsWith('VACUUM')) return statement
      return {
        run(path: string) {
          statement.run(path)
          const bytes = readFileSync(path)
          bytes.fill(7, 3 * 4096, 3 * 4096 + 20)
          writeFileSync(path, bytes)
        },
      }
    }
    Object.defineProperty(db, 'prepare', { value: torn })
    const files = journalFiles(folder)
    expect(() => backUp(db, files, key, journalSettings, 0, 'daily', 'UTC')).toThrow('damaged')
    db.close()
    expect(copiesOf(folder)).toEqual([])
  })
})

describe('the list of copies', () => {
  it('says which open, and touches none', async () => {
    const { folder, clock, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    clock.at += day
    journal.backUp('daily', 'UTC')
    clock.at += day
    journal.backUp('import')
    const [newest, middle, oldest] = journal.copies.list().map(({ name }) => name)
    const path = join(folder, 'backups', middle ?? '', 'journal.db')
    const bytes = readFileSync(path)
    bytes.fill(1, 100, 120)
    writeFileSync(path, bytes)
    // Another journal's.
    const other = await begun()
    put(other.store, 'other')
    other.journal.close()
    for (const file of ['journal.db', 'journal.keys'])
      cpSync(join(other.folder, file), join(folder, 'backups', oldest ?? '', file))
    const before = print(join(folder, 'backups'))
    expect(journal.copies.list().map(({ name, opens }) => [name, opens])).toEqual([
      [newest, 'yes'],
      [middle, 'damaged'],
      [oldest, 'other-key'],
    ])
    expect(print(join(folder, 'backups'))).toEqual(before)
    journal.close()
    expect(journal.copies.list().map(({ opens }) => opens)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
  })

  it('leaves out what is no copy of Lull’s', async () => {
    const { folder, journal } = await begun()
    mkdirSync(join(folder, 'backups', 'mine'), { recursive: true })
    writeFileSync(join(folder, 'backups', 'some file'), '')
    mkdirSync(join(folder, 'backups', 'unfinished'))
    expect(journal.copies.list()).toEqual([])
    expect(journal.about().copies).toBe(0)
    for (const name of ['mine', '..', '../backups', '2026-11-22T14-00-00-000Z-daily'])
      await expect(journal.copies.read(name, null, namesIn)).rejects.toMatchObject({
        code: 'no-copy',
      })
  })
})

describe('a look inside', () => {
  it('reads what is in it, with its log, and leaves it as it is, and nothing beside it', async () => {
    const { folder, store } = await begun()
    put(store, 'first')
    put(store, 'in the log')
    const killed = asAfterKill(folder)
    const { journal } = await begun(killed)
    const { name, kind } = only(journal)
    expect(kind).toBe('unclean')
    const before = print(join(killed, 'backups'))
    expect(await journal.copies.read(name, null, namesIn)).toEqual(['first', 'in the log'])
    expect(print(join(killed, 'backups'))).toEqual(before)
    expect(readdirSync(join(killed, 'aside'))).toEqual([])
  })

  it('finds damage anywhere in it', async () => {
    const { folder, journal, store } = await begun()
    for (let row = 0; row < 200; row++) put(store, `row ${row} ${'quiet '.repeat(20)}`)
    journal.backUp('daily', 'UTC')
    const { name } = only(journal)
    const path = join(folder, 'backups', name, 'journal.db')
    const bytes = readFileSync(path)
    bytes.fill(1, 5 * 4096, 5 * 4096 + 9)
    writeFileSync(path, bytes)
    await expect(journal.copies.read(name, null, namesIn)).rejects.toMatchObject({
      code: 'copy-damaged',
    })
    await expect(restored(journal, name)).rejects.toMatchObject({ code: 'copy-damaged' })
    expect(journal.isOpen()).toBe(true)
    expect(readdirSync(folder)).not.toContain('restoring')
  })
})

describe('a copy that becomes the journal', () => {
  it('is not taken away by the copy that is made of the journal of now, though it is the oldest of its kind', async () => {
    const { journal, store } = await begun()
    put(store, 'first')
    journal.backUp('import')
    const { name } = only(journal)
    for (let nth = 0; nth < 3; nth++) await restored(journal, name)
    const oldest = journal.copies.list().findLast(({ kind }) => kind === 'restore')
    const opened = await restored(journal, oldest?.name ?? '')
    expect(namesIn(opened.store)).toEqual(['first'])
    // As long as nothing else is made, it is there to be put back once more.
    expect(namesIn((await restored(journal, oldest?.name ?? '')).store)).toEqual(['first'])
    await restored(journal, name)
    expect(journal.copies.list().filter(({ kind }) => kind === 'restore')).toHaveLength(3)
  })

  it('leaves the journal of now as a copy, though the clock was set back since the last ones were made', async () => {
    const { clock, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('import')
    const { name } = only(journal)
    for (let nth = 0; nth < 3; nth++) await restored(journal, name)
    const { store: last } = await restored(journal, name)
    put(last, 'stood there')
    clock.at -= 900 * day
    await restored(journal, name)
    const before = journal.copies.list().findLast(({ kind }) => kind === 'restore')
    expect(await journal.copies.read(before?.name ?? '', null, namesIn)).toContain('stood there')
  })

  it('has what it had; the journal of before is a copy, and nothing says that writes were lost', async () => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    const { name } = only(journal)
    put(store, 'second')
    const opened = await restored(journal, name)
    expect(opened.notice).toBeNull()
    expect(namesIn(opened.store)).toEqual(['first'])
    put(opened.store, 'third')
    journal.close()
    const again = await begun(folder)
    expect(namesIn(again.store)).toEqual(['first', 'third'])
    const before = again.journal.copies.list().find(({ kind }) => kind === 'restore')
    expect(await again.journal.copies.read(before?.name ?? '', null, namesIn)).toEqual([
      'first',
      'second',
    ])
    expect(readdirSync(folder).toSorted()).not.toEqual(
      expect.arrayContaining(['restoring', 'restored']),
    )
  })

  it('can be undone by the copy of before', async () => {
    const { journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    const { name } = only(journal)
    put(store, 'second')
    await restored(journal, name)
    const back = journal.copies.list().find(({ kind }) => kind === 'restore')
    expect(namesIn((await restored(journal, back?.name ?? '')).store)).toEqual(['first', 'second'])
  })

  it('opens by what opens the journal now, also where it was made under another passphrase', async () => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    await journal.keys.setPassphrase(own, renewed)
    await restored(journal, only(journal).name)
    journal.close()
    const again = journalIn(folder)
    expect(await again.open(own)).toMatchObject({ problem: 'wrong-secret' })
    expect(namesIn(await storeOf(again, again.open({ passphrase: renewed })))).toEqual(['first'])
  })

  it('under another key needs its own passphrase, and has the journal’s key afterwards', async () => {
    const { folder, journal } = await begun()
    journal.backUp('daily', 'UTC')
    const { name } = only(journal)
    const other = await begun()
    put(other.store, 'other')
    await other.journal.keys.setPassphrase(own, renewed)
    other.journal.close()
    for (const file of ['journal.db', 'journal.keys'])
      cpSync(join(other.folder, file), join(folder, 'backups', name, file))
    await expect(restored(journal, name)).rejects.toMatchObject({ code: 'other-key' })
    await expect(restored(journal, name, own)).rejects.toMatchObject({ code: 'wrong-secret' })
    const secret = { passphrase: renewed }
    expect(await journal.copies.read(name, secret, namesIn)).toEqual(['other'])
    expect(namesIn((await restored(journal, name, secret)).store)).toEqual(['other'])
    journal.close()
    const again = journalIn(folder)
    expect(namesIn(await storeOf(again, again.open(own)))).toEqual(['other'])
  })

  it('stays a copy while another program reads the journal; then all is as it was', async () => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    const key = await unlock(readKeyFile(join(folder, 'journal.keys')), own)
    if (!key) throw new Error('no key')
    const reader = openDatabase(join(folder, 'journal.db'), key, journalSettings)
    reader.exec('BEGIN')
    reader.prepare('SELECT * FROM setting').all()
    put(store, 'second')
    await expect(restored(journal, only(journal).name)).rejects.toMatchObject({ code: 'busy' })
    reader.exec('COMMIT')
    reader.close()
    expect(namesIn(store)).toEqual(['first', 'second'])
    expect(readdirSync(folder)).not.toContain('restoring')
  })

  it('is not made by what throws on the way', async () => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    put(store, 'second')
    const fail = () => {
      throw new TypeError('on the way')
    }
    await expect(journal.copies.restore(only(journal).name, null, fail)).rejects.toThrow(
      'on the way',
    )
    expect(namesIn(store)).toEqual(['first', 'second'])
    expect(readdirSync(folder)).not.toContain('restoring')
  })
})

describe('a copy in the place of a journal that doesn’t open', () => {
  const damage: readonly (readonly [string, (folder: string) => void])[] = [
    ['is emptied', (folder) => writeFileSync(join(folder, 'journal.db'), '')],
    ['is gone', (folder) => rmSync(join(folder, 'journal.db'))],
    [
      'is overwritten',
      (folder) => writeFileSync(join(folder, 'journal.db'), Buffer.alloc(40_960, 9)),
    ],
    ['has no key file any more', (folder) => rmSync(join(folder, 'journal.keys'))],
    ['has a damaged key file', (folder) => writeFileSync(join(folder, 'journal.keys'), '{')],
    [
      'is gone with its key file',
      (folder) => ['journal.db', 'journal.keys'].forEach((file) => rmSync(join(folder, file))),
    ],
  ]

  it.each(damage)('that %s: opens, and what was found is kept', async (_how, harm) => {
    const { folder, journal, store } = await begun()
    put(store, 'first')
    journal.backUp('daily', 'UTC')
    put(store, 'second')
    journal.close()
    harm(folder)
    const found = ['journal.db', 'journal.keys', 'journal.seq']
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => [file, bytesOf(folder, file)] as const)
    const locked = journalIn(folder)
    const { name } = only(locked)
    await expect(locked.copies.read(name, null, namesIn)).rejects.toMatchObject({
      code: 'other-key',
    })
    const guess = { passphrase: 'a guess' }
    expect(await locked.copies.restore(name, guess, asItIs)).toMatchObject({
      problem: 'wrong-secret',
    })
    expect(await locked.copies.read(name, own, namesIn)).toEqual(['first'])
    const opened = await locked.copies.restore(name, own, asItIs)
    expect(namesIn(await storeOf(locked, Promise.resolve(opened)))).toEqual(['first'])
    const kept = locked.copies.list().find(({ kind }) => kind === 'damaged')
    for (const [file, bytes] of found)
      expect(bytesOf(folder, 'backups', kept?.name ?? '', file)).toEqual(bytes)
    locked.close()
    const again = await begun(folder)
    expect(namesIn(again.store)).toEqual(['first'])
  })

  it.each(damage.slice(0, 3))(
    'that %s: one with another key opens by what opened it, which opens the journal then',
    async (_how, harm) => {
      const { folder, journal } = await begun()
      journal.backUp('daily', 'UTC')
      const { name } = only(journal)
      journal.close()
      const other = await begun()
      put(other.store, 'other')
      await other.journal.keys.setPassphrase(own, renewed)
      other.journal.close()
      for (const file of ['journal.db', 'journal.keys'])
        cpSync(join(other.folder, file), join(folder, 'backups', name, file))
      const keys = bytesOf(folder, 'journal.keys')
      const locked = journalIn(folder)
      const then = { passphrase: renewed }
      // A journal that may be sound isn't given up for what opened an older one.
      await expect(locked.copies.read(name, then, namesIn)).rejects.toMatchObject({
        code: 'wrong-secret',
      })
      harm(folder)
      expect(await locked.open(own)).toMatchObject({ ok: false })
      await expect(locked.copies.read(name, own, namesIn)).rejects.toMatchObject({
        code: 'other-key',
      })
      await expect(
        locked.copies.read(name, { passphrase: 'a guess' }, namesIn),
      ).rejects.toMatchObject({ code: 'wrong-secret' })
      expect(await locked.copies.read(name, then, namesIn)).toEqual(['other'])
      const opened = await locked.copies.restore(name, then, asItIs)
      expect(namesIn(await storeOf(locked, Promise.resolve(opened)))).toEqual(['other'])
      const kept = locked.copies.list().find(({ kind }) => kind === 'damaged')
      expect(bytesOf(folder, 'backups', kept?.name ?? '', 'journal.keys')).toEqual(keys)
      locked.close()
      const again = journalIn(folder)
      expect(await again.open(own)).toMatchObject({ problem: 'wrong-secret' })
      expect(namesIn(await storeOf(again, again.open(then)))).toEqual(['other'])
    },
  )

  it('takes over what can still be read of it', async () => {
    const { folder, journal, store } = await begun()
    for (let row = 0; row < 200; row++) put(store, `row ${row} ${'quiet '.repeat(20)}`)
    journal.backUp('daily', 'UTC')
    put(store, 'a later one')
    journal.close()
    const path = join(folder, 'journal.db')
    const bytes = readFileSync(path)
    bytes.fill(1, bytes.length - 4096, bytes.length - 4000)
    writeFileSync(path, bytes)
    const locked = journalIn(folder)
    const heard: boolean[] = []
    await locked.copies.restore(only(locked).name, own, (_copy, now) => heard.push(now !== null))
    expect(heard).toEqual([true])
    locked.close()
  })
})

describe('a restore that was cut off', () => {
  /** Both parts of one: a journal that has moved on, and what was to take its place. */
  async function cut() {
    const { folder, journal, store } = await begun()
    put(store, 'old')
    journal.backUp('daily', 'UTC')
    put(store, 'newer')
    journal.close()
    const copy = join(folder, 'backups', copiesOf(folder)[0] ?? '')
    const beside = (name: string) => {
      mkdirSync(join(folder, name))
      cpSync(join(copy, 'journal.db'), join(folder, name, 'journal.db'))
    }
    return { folder, beside }
  }
  const found = async (folder: string) => namesIn((await begun(folder)).store)

  it('before the folder has its name is not done', async () => {
    const { folder, beside } = await cut()
    beside('restoring')
    expect(await found(folder)).toEqual(['newer', 'old'])
    expect(readdirSync(folder)).not.toContain('restoring')
  })

  it('after that is finished by the next opening, and no log of before is put over it', async () => {
    const { folder, beside } = await cut()
    beside('restored')
    writeFileSync(join(folder, 'journal.db-wal'), 'what was left')
    writeFileSync(join(folder, 'journal.seq'), '')
    expect(await found(folder)).toEqual(['old'])
    expect(readdirSync(folder)).not.toContain('restored')
  })

  it('after the database has its place is done', async () => {
    const { folder } = await cut()
    mkdirSync(join(folder, 'restored'))
    expect(await found(folder)).toEqual(['newer', 'old'])
    expect(readdirSync(folder)).not.toContain('restored')
  })

  it('leaves no key after everything was deleted', async () => {
    const { folder, beside } = await cut()
    beside('restored')
    beside('aside')
    const journal = journalIn(folder)
    journal.wipe()
    expect(readdirSync(folder)).toEqual([])
  })
})
