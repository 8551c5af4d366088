import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { StoreError, asStoreError } from '../../../src/store/errors.ts'
import { bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

async function fresh(folder = tempFolder()): Promise<Store> {
  const journal = journalIn(folder)
  return storeOf(journal, journal.create(passphrase))
}
const put = (store: Store, name: string, value = '') =>
  store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, value)
const names = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting ORDER BY name')
    .all()
    .map(({ name }) => name)

describe('a write', () => {
  it('keeps everything and hands back what its work answered', async () => {
    const store = await fresh()
    const changes = store.write(() => put(store, 'a').changes + put(store, 'b').changes)
    expect(changes).toBe(2)
    expect(names(store)).toEqual(['a', 'b'])
  })

  it('keeps nothing when its work throws, and the error goes on', async () => {
    const store = await fresh()
    const work = () => {
      put(store, 'a')
      throw new Error('no')
    }
    expect(() => store.write(work)).toThrow('no')
    expect(names(store)).toEqual([])
    store.write(() => put(store, 'b'))
    expect(names(store)).toEqual(['b'])
  })

  it('inside a write joins it: the outer one decides', async () => {
    const store = await fresh()
    const work = () => {
      store.write(() => put(store, 'inner'))
      throw new Error('no')
    }
    expect(() => store.write(work)).toThrow('no')
    expect(names(store)).toEqual([])
  })

  it('fails as a whole when a part failed, even if its caller carried on', async () => {
    const store = await fresh()
    const part = () => {
      put(store, 'part')
      throw new Error('the part failed')
    }
    const work = () => {
      expect(() => store.write(part)).toThrow('the part failed')
      put(store, 'rest')
    }
    expect(() => store.write(work)).toThrow('the part failed')
    expect(names(store)).toEqual([])
  })

  it('refuses work that would wait', async () => {
    const store = await fresh()
    const work = async () => {
      put(store, 'a')
      await Promise.resolve()
    }
    expect(() => store.write(work)).toThrow(TypeError)
    expect(names(store)).toEqual([])
  })

  it('counts: one for each transaction, beside the file once it is kept', async () => {
    const folder = tempFolder()
    const store = await fresh(folder)
    const count = () => Number(bytesOf(folder, 'journal.seq').toString())
    store.write(() => put(store, 'a'))
    const before = count()
    store.write(() => store.write(() => put(store, 'b')))
    expect(() => store.write(() => put(store, 'b'))).toThrow('UNIQUE')
    expect(count()).toBe(before + 1)
  })
})

describe('a failure', () => {
  it('of a full disk is told as one, and nothing is kept', async () => {
    const store = await fresh()
    const pages = store.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0
    store.prepare(`PRAGMA max_page_count = ${pages + 2}`).get()
    const code = codeOf(() => store.write(() => put(store, 'a', 'x'.repeat(100_000))))
    expect(code).toBe('disk-full')
    expect(names(store)).toEqual([])
    store.write(() => put(store, 'b'))
    expect(names(store)).toEqual(['b'])
  })

  it('of a file that another program is writing to is told as busy', async () => {
    const folder = tempFolder()
    const store = await fresh(folder)
    const second = journalIn(folder)
    const other = await storeOf(second, second.open({ passphrase }))
    const code = store.write(() => codeOf(() => other.write(() => put(other, 'a'))))
    expect(code).toBe('busy')
    other.write(() => put(other, 'b'))
    expect(names(store)).toEqual(['b'])
  })

  it('in the SQL stays what it is, for the one who wrote it', async () => {
    const store = await fresh()
    expect(() => store.prepare('SELEC')).toThrow('syntax error')
    expect(codeOf(() => store.prepare('SELEC'))).toBeNull()
  })

  it.each([
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['SQLITE_IOERR_FSYNC', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ])('%s means %s', (code, meaning) => {
    expect(asStoreError(Object.assign(new Error('words'), { code }))).toMatchObject({
      code: meaning,
    })
  })
})

function codeOf(work: () => unknown): string | null {
  try {
    work()
  } catch (error) {
    return error instanceof StoreError ? error.code : null
  }
  throw new Error('it did not fail')
}
