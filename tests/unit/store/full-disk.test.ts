import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Journal, Store } from '../../../src/ports.ts'
import type * as Durable from '../../../src/store/durable.ts'
import { digestOf } from '../../../src/store/seq.ts'
import { storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

/** Which copying of a file fails as on a full disk, counted from one; and whether all after it do. */
const disk = { copied: 0, fullAt: 0, stays: false }
vi.mock('../../../src/store/durable.ts', async (real) => {
  const durable = await real<typeof Durable>()
  const copyFile: typeof durable.copyFile = (from, to) => {
    disk.copied++
    const isFull = disk.stays ? disk.copied >= disk.fullAt : disk.copied === disk.fullAt
    if (disk.fullAt > 0 && isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    durable.copyFile(from, to)
  }
  return { ...durable, copyFile }
})
const setDisk = (fullAt: number, stays = false) => Object.assign(disk, { copied: 0, fullAt, stays })
beforeEach(() => void setDisk(0))

const own = { passphrase }
const put = (store: Store, name: string) =>
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(name))
const namesIn = (store: Store) =>
  store
    .prepare<{ name: string }>('SELECT name FROM setting ORDER BY name')
    .all()
    .map(({ name }) => name)
const print = (folder: string, names: readonly string[]) =>
  names.map((name) => `${name} ${digestOf(join(folder, name))}`)

/** A closed journal that has moved on since its copy. */
async function begun() {
  const folder = tempFolder()
  const journal = journalIn(folder)
  const store = await storeOf(journal, journal.create(passphrase))
  put(store, 'first')
  journal.backUp('daily', 'UTC')
  put(store, 'second')
  journal.close()
  const locked = journalIn(folder)
  const [copy] = locked.copies.list()
  return { folder, locked, copy: copy?.name ?? '' }
}

/** Puts the copy back, and says whether what the journal says now was heard each time that one was made. */
async function putBack(journal: Journal, copy: string) {
  const heard: boolean[] = []
  const opened = await journal.copies.restore(copy, own, (_copy, now) => heard.push(now !== null))
  return { opened, heard }
}

describe.each([
  ['for a moment', false],
  ['and stays so', true],
] as const)(
  'a copy that is put back in a locked journal, on a disk that is full %s',
  (_, stays) => {
    it('is refused and never made without what the journal says now; nothing goes, and with room it comes', async () => {
      let [refused, putBackAnyway] = [0, 0]
      for (let at = 1; ; at++) {
        const { folder, locked, copy } = await begun()
        const files = ['journal.db', 'journal.keys', join('backups', copy, 'journal.db')]
        const before = print(folder, files)
        setDisk(at, stays)
        const { opened, heard } = await putBack(locked, copy)
        const wasFull = disk.copied >= at
        setDisk(0)
        if (!wasFull) {
          expect(opened.ok).toBe(true)
          break
        }
        expect(opened).toMatchObject({ ok: false, problem: 'disk-full' })
        // Made without what the journal says, it would bring back what was deleted.
        expect(heard).not.toContain(false)
        for (const left of ['restoring', 'restored', join('backups', 'unfinished')])
          expect(existsSync(join(folder, left))).toBe(false)

        const there = print(folder, files)
        const again = journalIn(folder)
        const names = namesIn(await storeOf(again, again.open(own)))
        again.close()
        if (names.length === 1) {
          // It was the journal already when there was no room to open it: what stood there is a copy.
          expect(names).toEqual(['first'])
          putBackAnyway++
        } else {
          expect(names).toEqual(['first', 'second'])
          expect(there).toEqual(before)
          refused++
        }
        const later = journalIn(folder)
        const { opened: restored, heard: now } = await putBack(later, copy)
        expect(now).toEqual([true])
        if (!restored.ok) throw new Error(restored.problem)
        expect(namesIn(restored.store)).toEqual(['first'])
        const kept = later.copies.list().filter(({ kind }) => kind === 'damaged')
        const all = await Promise.all(kept.map(({ name }) => later.copies.read(name, own, namesIn)))
        expect(all).toContainEqual(['first', 'second'])
        later.close()
      }
      expect(putBackAnyway).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(3)
    })
  },
)
