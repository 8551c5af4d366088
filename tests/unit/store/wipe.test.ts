import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Durable from '../../../src/store/durable.ts'
import type { Journal, Store } from '../../../src/ports.ts'
import { storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

/** How often a folder was synced, and at which of them the disk fails; 0 for never. */
const disk = { synced: 0, failsAt: 0 }
vi.mock('../../../src/store/durable.ts', async (real) => {
  const durable = await real<typeof Durable>()
  const syncFolder: typeof durable.syncFolder = (folder) => {
    if (++disk.synced === disk.failsAt) throw Object.assign(new Error('bad'), { code: 'EIO' })
    durable.syncFolder(folder)
  }
  return { ...durable, syncFolder }
})
beforeEach(() => void Object.assign(disk, { synced: 0, failsAt: 0 }))

const own = { passphrase }
const put = (store: Store, name: string) =>
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(name))

/** An open journal with a copy, whose log can't be put into its file any more. */
async function begun(): Promise<{ folder: string; journal: Journal }> {
  const folder = tempFolder()
  const journal = journalIn(folder, { isAlone: true })
  const store = await storeOf(journal, journal.create(passphrase))
  put(store, 'first')
  journal.backUp('daily', 'UTC')
  put(store, 'second')
  truncateSync(join(folder, 'journal.db-wal'))
  return { folder, journal }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
const holdsKeys = (folder: string) =>
  filesIn(folder).some((path) => readFileSync(path, 'latin1').includes('"slots"'))

describe('a journal that can’t be closed', () => {
  it('says so', async () => {
    const { journal } = await begun()
    expect(() => journal.close()).toThrow('damaged')
  })

  it('is deleted all the same, with every key, and another can be begun', async () => {
    const { folder, journal } = await begun()
    expect(holdsKeys(folder)).toBe(true)
    journal.wipe()
    expect(readdirSync(folder)).toEqual([])
    expect(journal.isOpen()).toBe(false)
    expect(journal.exists()).toBe(false)
    const other = journalIn(folder, { isAlone: true })
    await storeOf(other, other.create(passphrase))
  })

  it('has no key left wherever the deletion stops, and the next look finishes it', async () => {
    let stopped = 0
    for (let at = 1; ; at++) {
      const { folder, journal } = await begun()
      Object.assign(disk, { synced: 0, failsAt: at })
      let failed = false
      try {
        journal.wipe()
      } catch (error) {
        failed = true
        expect(error).toMatchObject({ code: 'read-only' })
      }
      if (!failed) break
      stopped++
      disk.failsAt = 0
      // Before the first of them nothing is deleted yet.
      if (at > 1) expect(holdsKeys(folder)).toBe(false)
      const again = journalIn(folder)
      expect(again.exists()).toBe(false)
      expect(readdirSync(folder)).toEqual([])
      expect(await again.open(own)).toMatchObject({ problem: 'no-journal' })
      expect(existsSync(join(folder, 'journal.wiped'))).toBe(false)
    }
    expect(stopped).toBe(3)
  })
})
