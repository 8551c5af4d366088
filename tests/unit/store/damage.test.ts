import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Secret, Store } from '../../../src/ports.ts'
import { asAfterKill, backupsOf, bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, productMigrations, recoveryKeyOf } from './journal-in.ts'

const own: Secret = { passphrase }
const put = (store: Store, name: string) =>
  store.write(() =>
    store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, name),
  )
const namesIn = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting')
    .all()
    .map(({ name }) => name)

/** A closed journal with an entry, and what `more` does to it while it is open. */
async function made(more?: (journal: ReturnType<typeof journalIn>, store: Store) => unknown) {
  const folder = join(tempFolder(), 'journal')
  const journal = journalIn(folder)
  const store = await storeOf(journal, journal.create(passphrase))
  put(store, 'first')
  await more?.(journal, store)
  journal.close()
  return folder
}

async function tried(folder: string, secret: Secret = own) {
  const journal = journalIn(folder)
  const opened = await journal.open(secret)
  const names = opened.ok ? namesIn(opened.store) : []
  journal.close()
  const { kept } = journal.trouble()
  return opened.ok
    ? { problem: null, notice: opened.notice, names, kept }
    : { problem: opened.problem, notice: null, names, kept }
}

function flip(folder: string, name: string, at: number) {
  const bytes = bytesOf(folder, name)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(join(folder, name), bytes)
  return bytes
}

describe('a journal as Lull left it', () => {
  it('opens with nothing to tell and nothing kept, again and again', async () => {
    const folder = await made()
    for (let time = 0; time < 3; time += 1)
      expect(await tried(folder)).toMatchObject({ problem: null, notice: null })
    expect(existsSync(join(folder, 'backups'))).toBe(false)
    expect(existsSync(join(folder, 'trial'))).toBe(false)
  })

  it('that was made before a digest was kept opens with nothing to tell', async () => {
    const folder = await made()
    const seq = bytesOf(folder, 'journal.seq').toString().slice(0, 16)
    writeFileSync(join(folder, 'journal.seq'), `${seq}\n`)
    expect(await tried(folder)).toMatchObject({ problem: null, notice: null })
    expect(backupsOf(folder, 'damaged')).toEqual([])
  })
})

describe('a damaged journal', () => {
  it('is refused as it is, however often, and kept once', async () => {
    const folder = await made((_, store) => {
      for (let number = 0; number < 50; number += 1) put(store, `entry ${number}`.repeat(30))
    })
    const bytes = flip(folder, 'journal.db', 4096 * 6 + 17)
    for (let time = 0; time < 20; time += 1) {
      const { problem, kept } = await tried(folder)
      expect(problem).toBe('damaged')
      expect(bytesOf(kept ?? '', 'journal.db')).toEqual(bytes)
    }
    expect(bytesOf(folder, 'journal.db')).toEqual(bytes)
    expect(backupsOf(folder, 'damaged')).toHaveLength(1)
    expect(existsSync(join(folder, 'trial'))).toBe(false)
  })

  it('with a log that was not closed has neither changed by being tried', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.open(own)), 'second')
    const left = asAfterKill(folder)
    flip(left, 'journal.db', 4096 * 6 + 17)
    const before = [bytesOf(left, 'journal.db'), bytesOf(left, 'journal.db-wal')]
    expect(await tried(left)).toMatchObject({ problem: 'damaged' })
    expect([bytesOf(left, 'journal.db'), bytesOf(left, 'journal.db-wal')]).toEqual(before)
    expect(backupsOf(left, 'unclean')).toEqual([])
  })

  it('takes no place from the copies of ends that were not clean', async () => {
    const folder = await made()
    const copies = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) =>
      join(folder, 'backups', `${day}T00-00-00-000Z-unclean`),
    )
    for (const copy of copies) mkdirSync(copy, { recursive: true })
    flip(folder, 'journal.db', 4096 * 6 + 17)
    await tried(folder)
    expect(backupsOf(folder, 'unclean')).toEqual(copies)
  })

  it('is told of where an older file stands in its place', async () => {
    const folder = await made()
    const older = bytesOf(folder, 'journal.db')
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.open(own)), 'second')
    journal.close()
    writeFileSync(join(folder, 'journal.db'), older)
    expect(await tried(folder)).toMatchObject({ notice: 'lost-writes', names: ['first'] })
    expect(bytesOf(backupsOf(folder, 'damaged')[0] ?? '', 'journal.db')).toEqual(older)
    // Until something is written, nobody can be sure that it was read.
    expect(await tried(folder)).toMatchObject({ notice: 'lost-writes' })
    expect(backupsOf(folder, 'damaged')).toHaveLength(2)
    const again = journalIn(folder)
    put(await storeOf(again, again.open(own)), 'third')
    again.close()
    expect(await tried(folder)).toMatchObject({ notice: null })
  })

  it('is told of where its file was written to by something else', async () => {
    const folder = await made()
    appendFileSync(join(folder, 'journal.db'), Buffer.alloc(0))
    expect(await tried(folder)).toMatchObject({ notice: null })
    const other = journalIn(folder)
    const store = await storeOf(other, other.open(own))
    // As much as was counted, but another file.
    store.prepare("UPDATE setting SET value = 'x'").run()
    other.close()
    const seq = bytesOf(folder, 'journal.seq').toString().split('\n')
    writeFileSync(join(folder, 'journal.seq'), `${seq[0]}\n${'0'.repeat(64)}\n`)
    expect(await tried(folder)).toMatchObject({ problem: null, notice: 'changed' })
    expect(backupsOf(folder, 'damaged')).toHaveLength(1)
  })

  it('and its counter gone says that it can’t tell, also where the log was lost too', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    put(await storeOf(journal, journal.open(own)), 'second')
    const left = asAfterKill(folder)
    rmSync(join(left, 'journal.seq'))
    rmSync(join(left, 'journal.db-wal'))
    expect(await tried(left)).toMatchObject({ notice: 'no-witness', names: ['first'] })
    const again = journalIn(left)
    put(await storeOf(again, again.open(own)), 'third')
    again.close()
    expect(await tried(left)).toMatchObject({ notice: null })
  })

  it('that something was found damaged in while it was open is tried before it opens again', async () => {
    const folder = await made((_, store) => {
      for (let number = 0; number < 200; number += 1) put(store, `entry ${number}`.repeat(30))
    })
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open(own))
    const damaged = bytesOf(folder, 'journal.db')
    for (let page = 6; page < damaged.length / 4096; page += 1)
      damaged.fill(1, 4096 * page + 17, 4096 * page + 40)
    writeFileSync(join(folder, 'journal.db'), damaged)
    expect(() => store.prepare('SELECT * FROM setting').all()).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    )
    journal.close()
    expect(await tried(folder)).toMatchObject({ problem: 'damaged' })
    expect(bytesOf(backupsOf(folder, 'damaged')[0] ?? '', 'journal.db')).toEqual(damaged)
  })
})

describe('a key file', () => {
  const cases: [string, (folder: string) => void][] = [
    ['that is gone', (folder) => rmSync(join(folder, 'journal.keys'))],
    ['that was emptied', (folder) => writeFileSync(join(folder, 'journal.keys'), '')],
    [
      'of which a byte of the wrapped key was changed',
      (folder) => {
        const text = bytesOf(folder, 'journal.keys').toString()
        const changed = text.replace(/"data": "(.)/, (_, one: string) => `"data": "${one === 'A' ? 'B' : 'A'}`) // prettier-ignore
        writeFileSync(join(folder, 'journal.keys'), changed)
      },
    ],
  ]
  it.each(cases)('%s comes back from a copy, and what was there is kept', async (_, damage) => {
    const folder = await made((journal) => journal.backUp('import'))
    const healthy = bytesOf(folder, 'journal.keys')
    damage(folder)
    const found = existsSync(join(folder, 'journal.keys')) ? bytesOf(folder, 'journal.keys') : null
    expect(await tried(folder, { passphrase: 'not this one' })).toMatchObject({
      problem: 'keys-before',
    })
    expect(await tried(folder)).toMatchObject({ notice: 'keys-back', names: ['first'] })
    expect(bytesOf(folder, 'journal.keys')).toEqual(healthy)
    const [aside = ''] = backupsOf(folder, 'damaged')
    if (found) expect(bytesOf(aside, 'journal.keys')).toEqual(found)
    expect(await tried(folder)).toMatchObject({ notice: null })
  })

  it.each(cases)('%s, with no copy, is said to be lost', async (_, damage) => {
    const folder = await made()
    const database = bytesOf(folder, 'journal.db')
    damage(folder)
    expect(await tried(folder)).toMatchObject({ problem: 'keys-lost' })
    expect(bytesOf(folder, 'journal.db')).toEqual(database)
  })

  it('in a copy that is another journal’s opens nothing', async () => {
    const folder = await made()
    const other = await made((journal) => journal.backUp('import'))
    cpSync(join(other, 'backups'), join(folder, 'backups'), { recursive: true })
    rmSync(join(folder, 'journal.keys'))
    expect(await tried(folder)).toMatchObject({ problem: 'keys-before' })
    expect(existsSync(join(folder, 'journal.keys'))).toBe(false)
  })

  it('of before a change of the data key gives way to that of a copy', async () => {
    const folder = await made((journal) => journal.backUp('import'))
    const before = bytesOf(folder, 'journal.keys')
    const journal = journalIn(folder)
    await storeOf(journal, journal.open(own))
    await journal.keys.renew(own, passphrase)
    writeFileSync(join(folder, 'journal.keys'), before)
    expect(await tried(folder)).toMatchObject({ notice: 'keys-back', names: ['first'] })
  })

  it('with a changed way in says so, though another one opens it', async () => {
    const folder = await made((journal) => recoveryKeyOf(journal))
    const text = bytesOf(folder, 'journal.keys').toString()
    const at = text.lastIndexOf('"data": "') + 9
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    writeFileSync(join(folder, 'journal.keys'), changed)
    expect(await tried(folder)).toMatchObject({ notice: 'keys-changed' })
  })
})

describe('a journal of which the files go while it is open', () => {
  it.each([
    ['its folder', (folder: string) => renameSync(folder, `${folder}-elsewhere`)],
    ['its database', (folder: string) => rmSync(join(folder, 'journal.db'))],
    ['its log', (folder: string) => rmSync(join(folder, 'journal.db-wal'))],
    [
      'its database, for another',
      (folder: string) => {
        const bytes = bytesOf(folder, 'journal.db')
        rmSync(join(folder, 'journal.db'))
        writeFileSync(join(folder, 'journal.db'), bytes)
      },
    ],
  ])('refuses every write once %s is gone, and keeps nothing of it', async (_, go) => {
    const folder = await made()
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open(own))
    put(store, 'second')
    go(folder)
    expect(() => put(store, 'third')).toThrow(expect.objectContaining({ code: 'gone' }))
    expect(namesIn(store)).toEqual(['first', 'second'])
    // Nobody is told that there never was one.
    expect(journal.exists()).toBe(true)
  })

  it('goes on once they are back', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open(own))
    put(store, 'second')
    renameSync(folder, `${folder}-elsewhere`)
    expect(() => put(store, 'third')).toThrow(expect.objectContaining({ code: 'gone' }))
    renameSync(`${folder}-elsewhere`, folder)
    put(store, 'third')
    journal.close()
    expect(await tried(folder)).toMatchObject({
      notice: null,
      names: ['first', 'second', 'third'],
    })
  })

  it('is not begun anew where one was before', async () => {
    const folder = join(tempFolder(), 'journal')
    const journal = journalIn(folder, { wasHere: true })
    expect(journal.exists()).toBe(true)
    expect(await journal.open(own)).toMatchObject({ ok: false, problem: 'gone' })
    expect(await journal.create(passphrase)).toMatchObject({ ok: false, problem: 'exists' })
    expect(existsSync(folder)).toBe(false)
    journal.setApart()
    expect(await journal.create(passphrase)).toMatchObject({ ok: true })
    journal.close()
  })
})

describe('a journal that is set apart', () => {
  it('is all there under another name, and leaves the place to a new one', async () => {
    const folder = await made((journal) => journal.backUp('import'))
    flip(folder, 'journal.db', 100)
    const files = () => readdirSync(folder).sort()
    const [names, bytes] = [files(), bytesOf(folder, 'journal.db')]
    const journal = journalIn(folder)
    journal.setApart()
    expect(existsSync(folder)).toBe(false)
    const apart = `${folder}-2026-11-22`
    expect(readdirSync(apart).sort()).toEqual(names)
    expect(bytesOf(apart, 'journal.db')).toEqual(bytes)
    expect(journal.exists()).toBe(false)
    await storeOf(journal, journal.create(passphrase))
    journal.close()
    journal.setApart()
    expect(existsSync(`${apart}-2`)).toBe(true)
  })

  it('is not while it is open', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    await storeOf(journal, journal.open(own))
    expect(() => journal.setApart()).toThrow(expect.objectContaining({ code: 'exists' }))
  })
})

describe('a newer journal', () => {
  it('is refused untouched, and its form told', async () => {
    const folder = await made()
    const files = () => ['db', 'keys', 'seq'].map((end) => bytesOf(folder, `journal.${end}`))
    const journal = journalIn(folder, { migrations: productMigrations.slice(0, -2) })
    const before = files()
    expect(await journal.open(own)).toMatchObject({ ok: false, problem: 'newer' })
    const knows = productMigrations.length - 2
    expect(journal.trouble().newer).toEqual({ form: knows + 2, knows })
    expect(files()).toEqual(before)
  })
})

describe('a change of the data key', () => {
  it('that the disk refuses in the middle leaves no second database behind', async () => {
    const folder = await made()
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open(own))
    // A folder of that name stands in the way of the key file.
    mkdirSync(join(folder, 'journal.keys.new'))
    await expect(journal.keys.renew(own, 'another one entirely')).rejects.toThrow('EISDIR')
    expect(readdirSync(folder)).not.toContain('journal.db.renewed')
    put(store, 'second')
    journal.close()
    rmSync(join(folder, 'journal.keys.new'), { recursive: true })
    expect(await tried(folder)).toMatchObject({ notice: null, names: ['first', 'second'] })
  })
})
