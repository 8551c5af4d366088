import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Journal, Secret, Store } from '../../../src/ports.ts'
import { readKeyFile, unlock } from '../../../src/store/keys.ts'
import { journalSettings, openDatabase } from '../../../src/store/open.ts'
import { bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, recoveryKeyOf } from './journal-in.ts'

const renewed = 'another four plain words'
const own: Secret = { passphrase }
const fresh: Secret = { passphrase: renewed }

const put = (store: Store, name: string) =>
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(name))
const namesIn = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting')
    .all()
    .map(({ name }) => name)

async function open(folder: string, secret = own): Promise<{ journal: Journal; store: Store }> {
  const journal = journalIn(folder)
  const store = await storeOf(
    journal,
    journal.exists() ? journal.open(secret) : journal.create(passphrase),
  )
  return { journal, store }
}
async function tried(folder: string, secret: Secret): Promise<string> {
  const journal = journalIn(folder)
  const opened = await journal.open(secret)
  journal.close()
  return opened.ok ? 'ok' : opened.problem
}
const keyOf = async (folder: string, secret: Secret) =>
  (await unlock(readKeyFile(join(folder, 'journal.keys')), secret))?.toString('hex')

/** A copy as a kill leaves one: with a log. */
function copied(folder: string, name: string): string {
  const copy = join(folder, 'backups', name)
  mkdirSync(copy, { recursive: true })
  for (const file of ['journal.db', 'journal.db-wal', 'journal.keys'])
    cpSync(join(folder, file), join(copy, file))
  return copy
}

describe('another data key', () => {
  it('ends every other way in, and keeps everything', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const recoveryKey = await recoveryKeyOf(journal)
    await journal.keys.setKeychain(own, { secret: 'k'.repeat(44), sealed: 'aaaa' })
    const before = await keyOf(folder, own)
    const database = bytesOf(folder, 'journal.db')
    expect(await journal.keys.renew(own, renewed)).toEqual({ copiesLeft: 0 })
    expect(journal.isOpen()).toBe(false)

    for (const secret of [own, { recoveryKey }, { keychain: 'k'.repeat(44) }])
      expect(await tried(folder, secret)).toBe('wrong-secret')
    expect(await keyOf(folder, fresh)).not.toBe(before)
    expect(bytesOf(folder, 'journal.db').subarray(0, 16)).not.toEqual(database.subarray(0, 16))
    const again = await open(folder, fresh)
    expect(namesIn(again.store)).toEqual(['first'])
    again.journal.close()
    expect(readdirSync(folder).sort()).toEqual(['journal.db', 'journal.keys', 'journal.seq'])
  })

  it('is asked for by whoever knows a secret, and refused to others', async () => {
    const folder = tempFolder()
    const { journal } = await open(folder)
    await expect(journal.keys.renew({ passphrase: 'a guess' }, renewed)).rejects.toMatchObject({
      code: 'wrong-secret',
    })
    expect(journal.isOpen()).toBe(true)
    journal.close()
    expect(await tried(folder, own)).toBe('ok')
  })

  it('comes with another key for sealed notes, and nobody is told that theirs was changed', async () => {
    const folder = tempFolder()
    const { journal } = await open(folder)
    expect(journal.sealed.publish(true)).toBe('made')
    const before = journal.sealed.key()
    await journal.keys.renew(own, renewed)
    expect(journal.sealed.key()).toBeNull()
    const again = await open(folder, fresh)
    expect(again.journal.sealed.publish(true)).toBe('made')
    expect(again.journal.sealed.key()?.journal).toBe(before?.journal)
    expect(again.journal.sealed.key()?.publicKey).not.toBe(before?.publicKey)
  })

  it('is not given while another program reads the journal; then all is as it was', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const key = await unlock(readKeyFile(join(folder, 'journal.keys')), own)
    if (!key) throw new Error('no key')
    const reader = openDatabase(join(folder, 'journal.db'), key, journalSettings)
    reader.exec('BEGIN')
    reader.prepare('SELECT * FROM setting').all()
    put(store, 'second')
    await expect(journal.keys.renew(own, renewed)).rejects.toMatchObject({ code: 'busy' })
    reader.exec('COMMIT')
    reader.close()
    expect(await tried(folder, fresh)).toBe('wrong-secret')
    expect(namesIn((await open(folder)).store)).toEqual(['first', 'second'])
    expect(readdirSync(folder)).not.toContain('journal.db.renewed')
  })
})

describe('copies of a journal with another data key', () => {
  it('have it too: they open to the new passphrase alone, with what was in them', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const copy = copied(folder, '2026-11-20-unclean')
    put(store, 'second')
    expect(await tried(copy, own)).toBe('ok')
    expect(await journal.keys.renew(own, renewed)).toEqual({ copiesLeft: 0 })
    expect(readdirSync(join(folder, 'backups'))).toEqual(['2026-11-20-unclean'])
    expect(await tried(copy, own)).toBe('wrong-secret')
    const opened = await open(copy, fresh)
    expect(namesIn(opened.store)).toEqual(['first'])
  })

  it('that are damaged stay as they are, to the byte, and are told', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const copy = copied(folder, '2026-11-20-unclean')
    const other = copied(folder, '2026-11-21-unclean')
    const bytes = readFileSync(join(copy, 'journal.db-wal'))
    bytes.fill(1, bytes.length >> 2)
    writeFileSync(join(copy, 'journal.db-wal'), bytes)
    const db = readFileSync(join(copy, 'journal.db'))
    db.fill(1, 4096)
    writeFileSync(join(copy, 'journal.db'), db)
    const before = readdirSync(copy).map((name) => bytesOf(copy, name))
    expect(await journal.keys.renew(own, renewed)).toEqual({ copiesLeft: 1 })
    expect(readdirSync(copy).map((name) => bytesOf(copy, name))).toEqual(before)
    expect(await tried(other, fresh)).toBe('ok')
  })

  it('that couldn’t get it are tried again at each opening', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const copy = copied(folder, '2026-11-20-unclean')
    // Whatever stands in the way: here its file can't be read for a while.
    const db = readFileSync(join(copy, 'journal.db'))
    writeFileSync(join(copy, 'journal.db'), 'no journal')
    expect(await journal.keys.renew(own, renewed)).toEqual({ copiesLeft: 1 })
    writeFileSync(join(copy, 'journal.db'), db)
    expect(await tried(copy, own)).toBe('ok')
    const again = await open(folder, fresh)
    again.journal.close()
    expect(await tried(copy, own)).toBe('wrong-secret')
    expect(await tried(copy, fresh)).toBe('ok')
  })

  it('that a cut left without a name have it again at the next opening', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    const copy = copied(folder, '2026-11-20-unclean')
    renameSync(copy, `${copy}.old`)
    expect(await journal.keys.renew(own, renewed)).toEqual({ copiesLeft: 0 })
    expect(readdirSync(join(folder, 'backups'))).toEqual(['2026-11-20-unclean'])
    expect(await tried(copy, fresh)).toBe('ok')
  })

  it('can be forgotten in: a word that is dropped later leaves them', async () => {
    const folder = tempFolder()
    const { journal, store } = await open(folder)
    put(store, 'first')
    copied(folder, '2026-11-20-unclean')
    await journal.keys.renew(own, renewed)
    const again = await open(folder, fresh)
    onTestFinished(() => again.journal.close())
    expect(again.store.forget(['0190b2f0-0000-7000-8000-000000000000'])).toEqual({
      settled: true,
      copiesCleared: 1,
      copiesLeft: 0,
    })
  })
})
