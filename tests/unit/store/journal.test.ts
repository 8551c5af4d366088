import Database from 'better-sqlite3'
import { existsSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Opened, Store } from '../../../src/ports.ts'
import { journalSettings } from '../../../src/store/open.ts'
import { asAfterKill, backupsOf, bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, settingsWith } from './journal-in.ts'

const put = (store: Store, name: string, value = '') =>
  store.write(() =>
    store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, value),
  )
const valueOf = (store: Store, name: string) =>
  store.prepare<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value

async function made(folder = tempFolder()): Promise<string> {
  const journal = journalIn(folder)
  put(await storeOf(journal, journal.create(passphrase)), 'first', 'kept')
  journal.close()
  return folder
}
async function tried(folder: string): Promise<Opened> {
  const journal = journalIn(folder)
  const opened = await journal.open({ passphrase })
  journal.close()
  return opened
}
/** What opening says, and whether any file is other than before. */
async function refused(folder: string) {
  const files = () =>
    readdirSync(folder)
      .filter((name) => name !== 'backups')
      .map((name) => [name, bytesOf(folder, name).toString('base64')])
  const before = JSON.stringify(files())
  const opened = await tried(folder)
  return { ...opened, untouched: JSON.stringify(files()) === before }
}
const damaged = (sentence: RegExp, problem = 'damaged') => ({
  ok: false,
  problem,
  message: expect.stringMatching(sentence),
  untouched: true,
})

describe('a journal', () => {
  it('keeps what was written and leaves three files when it is closed', async () => {
    const folder = await made()
    expect(readdirSync(folder).sort()).toEqual(['journal.db', 'journal.keys', 'journal.seq'])
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    expect(valueOf(store, 'first')).toBe('kept')
    expect(await tried(folder)).toMatchObject({ ok: true, notice: null })
    journal.close()
    journal.close()
  })

  it('is made once: a second one over it is refused', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    expect(await journal.create('another one entirely')).toMatchObject({ ok: false })
    expect(await tried(folder)).toMatchObject({ ok: true })
  })

  it('opens once at a time', async () => {
    const journal = journalIn(await made())
    const [first, second] = await Promise.all([
      storeOf(journal, journal.open({ passphrase })),
      journal.open({ passphrase }),
    ])
    expect(valueOf(first, 'first')).toBe('kept')
    expect(second).toMatchObject({ ok: false, problem: 'busy' })
    expect(await journal.open({ passphrase })).toMatchObject({ ok: false, problem: 'busy' })
  })

  it('that was never made is not there, and opening makes nothing', async () => {
    const folder = join(tempFolder(), 'new')
    const journal = journalIn(folder)
    expect(journal.exists()).toBe(false)
    expect(await journal.open({ passphrase })).toMatchObject({ ok: false, problem: 'no-journal' })
    expect(existsSync(folder)).toBe(false)
  })

  it('cut while it was made is either not there or whole', async () => {
    const folder = await made()
    renameSync(join(folder, 'journal.db'), join(folder, 'journal.db.new'))
    const keys = bytesOf(folder, 'journal.keys')

    rmSync(join(folder, 'journal.keys'))
    expect(journalIn(folder).exists()).toBe(false)

    writeFileSync(join(folder, 'journal.keys'), keys)
    expect(await tried(folder)).toMatchObject({ ok: true })
    expect(existsSync(join(folder, 'journal.db'))).toBe(true)
  })

  it('made where another one was removed by hand takes nothing over from it', async () => {
    const folder = tempFolder()
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.create(passphrase)), 'old')
    const left = asAfterKill(folder)
    for (const name of ['journal.db', 'journal.keys']) rmSync(join(left, name))
    const anew = journalIn(left)
    expect(anew.exists()).toBe(false)
    const opened = await anew.create(passphrase)
    anew.close()
    expect(opened).toMatchObject({ ok: true, notice: null })
    expect(await tried(left)).toMatchObject({ ok: true, notice: null })
  })

  it('shows no word and no name of SQLite’s in its files', async () => {
    const folder = tempFolder()
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.create(passphrase)), 'word', 'a plain word')
    const open = readdirSync(folder).filter((name) => !name.endsWith('.keys'))
    expect(open).toContain('journal.db-wal')
    const texts = open.map((name) => bytesOf(folder, name).toString('latin1')).join('')
    expect(texts).not.toContain('a plain word')
    expect(texts).not.toContain('SQLite format 3')
    expect(texts).not.toContain('CREATE TABLE')
  })
})

describe('a setting', () => {
  const all = [...journalSettings.beforeKey, ...journalSettings.afterKey]

  it.each(all)('$name is $value in an open journal', async ({ name, readsBack }) => {
    const journal = journalIn(await made())
    const store = await storeOf(journal, journal.open({ passphrase }))
    const row = store.prepare<Record<string, unknown>>(`PRAGMA ${name}`).get() ?? {}
    expect(String(Object.values(row)[0])).toBe(readsBack)
  })

  it.each(all)('$name that reads back otherwise is a refusal', async ({ name, value }) => {
    const folder = await made()
    const journal = journalIn(folder, { settings: settingsWith(name, value, 'otherwise') })
    const opened = await journal.open({ passphrase })
    expect(opened).toMatchObject({ ok: false, message: expect.stringContaining(name) })
    expect(await tried(folder)).toMatchObject({ ok: true })
  })
})

describe('a setting of the full-text index', () => {
  const read = (store: Store, name: string) =>
    store.prepare<{ v: number }>('SELECT v FROM note_words_config WHERE k = ?').get(name)?.v

  it.each(journalSettings.index)('$name is $value in an open journal', async (setting) => {
    const journal = journalIn(await made())
    const store = await storeOf(journal, journal.open({ passphrase }))
    expect(String(read(store, setting.name))).toBe(setting.readsBack)
  })

  it.each(journalSettings.index)(
    '$name is put right where it was not',
    async ({ name, readsBack }) => {
      const folder = await made()
      const wrong = journalIn(folder, { settings: settingsWith(name, '0', '0') })
      expect(read(await storeOf(wrong, wrong.open({ passphrase })), name)).toBe(0)
      wrong.close()
      const journal = journalIn(folder)
      const store = await storeOf(journal, journal.open({ passphrase }))
      expect(String(read(store, name))).toBe(readsBack)
    },
  )

  it.each(journalSettings.index)(
    '$name that reads back otherwise is a refusal',
    async (setting) => {
      const { name, value } = setting
      const journal = journalIn(await made(), { settings: settingsWith(name, value, 'otherwise') })
      const opened = await journal.open({ passphrase })
      expect(opened).toMatchObject({ ok: false, message: expect.stringContaining(name) })
    },
  )
})

describe('what was deleted', () => {
  it('is told to be still in the log while another program reads the file', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    put(store, 'second', 'then')
    const reader = journalIn(folder)
    const other = await storeOf(reader, reader.open({ passphrase }))
    const held = other.write(() => store.forget([]))
    expect(held).toEqual({ settled: false, copiesCleared: 0, copiesLeft: 0 })
    expect(store.forget([])).toEqual({ settled: true, copiesCleared: 0, copiesLeft: 0 })
    expect(bytesOf(folder, 'journal.db-wal')).toHaveLength(0)
  })
})

describe('a file that can’t be the journal', () => {
  it('because it is gone is not taken for a new one', async () => {
    const folder = await made()
    rmSync(join(folder, 'journal.db'))
    expect(journalIn(folder).exists()).toBe(true)
    expect(await refused(folder)).toMatchObject(damaged(/gone/, 'gone'))
  })

  it('because it was emptied is not taken for a new one', async () => {
    const folder = await made()
    truncateSync(join(folder, 'journal.db'))
    expect(await refused(folder)).toMatchObject(damaged(/empty/))
  })

  it('because it is not encrypted is refused', async () => {
    const folder = await made()
    rmSync(join(folder, 'journal.db'))
    const plain = new Database(join(folder, 'journal.db'))
    plain.exec('CREATE TABLE setting (name TEXT, value TEXT)')
    plain.close()
    expect(await refused(folder)).toMatchObject(damaged(/not encrypted/, 'foreign'))
  })

  it('because a byte of its first page was changed is refused', async () => {
    const folder = await made()
    const bytes = bytesOf(folder, 'journal.db')
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
    writeFileSync(join(folder, 'journal.db'), bytes)
    expect(await refused(folder)).toMatchObject(damaged(/damaged/))
  })

  it('because its key file is gone is refused', async () => {
    const folder = await made()
    rmSync(join(folder, 'journal.keys'))
    expect(journalIn(folder).exists()).toBe(true)
    expect(await refused(folder)).toMatchObject(damaged(/key file/, 'keys-lost'))
  })
})

describe('a journal that was not closed', () => {
  async function killed(): Promise<string> {
    const folder = await made()
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.open({ passphrase })), 'second', 'acknowledged')
    return asAfterKill(folder)
  }

  it('has everything at the next opening, and was copied aside first', async () => {
    const folder = await killed()
    const [db, wal] = [bytesOf(folder, 'journal.db'), bytesOf(folder, 'journal.db-wal')]
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    expect(valueOf(store, 'second')).toBe('acknowledged')
    const [aside = ''] = backupsOf(folder, 'unclean')
    expect(bytesOf(aside, 'journal.db')).toEqual(db)
    expect(bytesOf(aside, 'journal.db-wal')).toEqual(wal)
    expect(await tried(aside)).toMatchObject({ ok: true })
  })

  it('and is damaged is refused, with the damage as it was kept aside', async () => {
    const folder = await killed()
    const bytes = bytesOf(folder, 'journal.db')
    bytes.fill(0, 4096 * 5 + 100, 4096 * 5 + 200)
    writeFileSync(join(folder, 'journal.db'), bytes)
    expect(await tried(folder)).toMatchObject({ ok: false, problem: 'damaged' })
    expect(bytesOf(backupsOf(folder, 'damaged')[0] ?? '', 'journal.db')).toEqual(bytes)
  })

  it('is not copied for a wrong passphrase', async () => {
    const folder = await killed()
    expect(await journalIn(folder).open({ passphrase: 'wrong' })).toMatchObject({ ok: false })
    expect(backupsOf(folder, 'unclean')).toEqual([])
  })

  it('fills the disk with no more than three copies', async () => {
    let folder = await killed()
    for (let time = 0; time < 5; time += 1) {
      const journal = journalIn(folder)
      put(await storeOf(journal, journal.open({ passphrase })), `time ${time}`)
      folder = asAfterKill(folder)
    }
    expect(backupsOf(folder, 'unclean')).toHaveLength(3)
  })

  it('and lost its write-ahead log opens, and says that writes were lost', async () => {
    const folder = await killed()
    rmSync(join(folder, 'journal.db-wal'))
    expect(await tried(folder)).toMatchObject({ ok: true, notice: 'lost-writes' })
  })

  it.each(['', 'not a number\n', '999'])(
    'says that it can’t tell by a counter of %j',
    async (text) => {
      const folder = await killed()
      writeFileSync(join(folder, 'journal.seq'), text)
      expect(await tried(folder)).toMatchObject({ ok: true, notice: 'no-witness' })
    },
  )
})
