import Database from 'better-sqlite3'
import { existsSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Journal, Opened, Store } from '../../../src/ports.ts'
import type * as Durable from '../../../src/store/durable.ts'
import { storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase } from './journal-in.ts'

/** Runs whenever something was put on the disk: between any two steps. */
const between = { look: () => {} }
vi.mock('../../../src/store/durable.ts', async (real) => {
  const durable = await real<typeof Durable>()
  const looking =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      between.look()
      const result = work(...args)
      between.look()
      return result
    }
  const { syncFile, syncFolder, copyFile, replaceFile } = durable
  return {
    ...durable,
    syncFile: looking(syncFile),
    syncFolder: looking(syncFolder),
    copyFile: looking(copyFile),
    replaceFile: looking(replaceFile),
  }
})
beforeEach(() => {
  between.look = () => {}
})

const own = { passphrase }
const renewed = 'another four plain words'
const put = (store: Store, name: string) =>
  store.write(() => store.prepare(`INSERT INTO setting VALUES (?, '')`).run(name))

/** Whether another Lull could have it now: asked as keepAlone asks, without its patience. */
function isFree(folder: string): boolean {
  const lock = new Database(join(folder, 'journal.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch {
    return false
  } finally {
    lock.close()
  }
}

/** A journal that one Lull has open, with a copy of it. */
async function begun() {
  const folder = tempFolder()
  const [one, two] = [journalIn(folder, { isAlone: true }), journalIn(folder, { isAlone: true })]
  const store = await storeOf(one, one.create(passphrase))
  put(store, 'first')
  one.backUp('daily', 'UTC')
  const name = one.copies.list()[0]?.name ?? ''
  return { folder, one, two, name, to: join(tempFolder(), 'Lull journal') }
}
type Begun = Awaited<ReturnType<typeof begun>>

/** What another Lull found on the way: whether it could come in at any step, and what it was told. */
async function watched({ folder, two }: Begun, work: () => unknown) {
  const found = { steps: 0, free: 0 }
  const openings: Promise<Opened>[] = []
  between.look = () => {
    found.steps++
    if (isFree(folder)) found.free++
    if (openings.length === 0) openings.push(two.open(own))
  }
  try {
    await work()
  } finally {
    between.look = () => {}
  }
  const [told] = await Promise.all(openings)
  return { ...found, told }
}
async function comesIn(two: Journal, secret = own) {
  const opened = await two.open(secret)
  two.close()
  return opened.ok
}

describe('a second Lull', () => {
  it('can’t come in between the steps of a new data key, and comes in after it', async () => {
    const at = await begun()
    const { steps, free, told } = await watched(at, () => at.one.keys.renew(own, renewed))
    expect(steps).toBeGreaterThan(10)
    expect(free).toBe(0)
    expect(told).toMatchObject({ ok: false, problem: 'busy' })
    expect(existsSync(join(at.folder, 'journal.open'))).toBe(false)
    expect(await comesIn(at.two, { passphrase: renewed })).toBe(true)
  })

  it('can’t come in between the steps of one that comes to nothing, and comes in after it', async () => {
    const at = await begun()
    // The copy under the new key can't take its name.
    const broken = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    let closed = 0
    const work = async () => {
      const { look } = between
      between.look = () => {
        look()
        if (!at.one.isOpen() && ++closed === 1) broken()
      }
      await expect(at.one.keys.renew(own, renewed)).rejects.toMatchObject({ code: 'disk-full' })
    }
    expect(await watched(at, work)).toMatchObject({ free: 0, told: { problem: 'busy' } })
    expect(closed).toBeGreaterThan(0)
    expect(existsSync(join(at.folder, 'journal.open'))).toBe(false)
    expect(await comesIn(at.two)).toBe(true)
  })

  it.each(['open', 'locked'])(
    'can’t come in between the steps of a restore, and comes in when that is closed (%s)',
    async (state) => {
      const at = await begun()
      if (state === 'locked') at.one.close()
      const secret = state === 'locked' ? own : null
      const { steps, free, told } = await watched(at, async () => {
        const opened = await at.one.copies.restore(at.name, secret, () => {})
        expect(opened.ok).toBe(true)
      })
      expect(steps).toBeGreaterThan(10)
      expect(free).toBe(0)
      expect(told).toMatchObject({ ok: false, problem: 'busy' })
      expect(isFree(at.folder)).toBe(false)
      at.one.close()
      expect(await comesIn(at.two)).toBe(true)
    },
  )

  it('can’t come in between the steps of a move, nor at the old place after it', async () => {
    const at = await begun()
    const { steps, free, told } = await watched(at, () => at.one.copyTo(at.to))
    expect(steps).toBeGreaterThan(10)
    expect(free).toBe(0)
    expect(told).toMatchObject({ ok: false, problem: 'busy' })
    expect(await comesIn(at.two)).toBe(false)
    expect(await comesIn(journalIn(`${at.to}.moving`, { isAlone: true }))).toBe(true)
  })

  it('comes in after a move that comes to nothing', async () => {
    const at = await begun()
    const work = () => {
      expect(() => at.one.copyTo(join(at.to, 'not there', 'journal'))).toThrow('can’t be found')
    }
    expect(await watched(at, work)).toMatchObject({ free: 0 })
    expect(await comesIn(at.two)).toBe(true)
  })

  it('comes in after a closing that failed', async () => {
    const at = await begun()
    put(await storeOf(at.one, reopened(at.one)), 'in the log')
    truncateSync(join(at.folder, 'journal.db-wal'))
    expect(() => at.one.close()).toThrow('damaged')
    expect(isFree(at.folder)).toBe(true)
    expect(await at.two.open(own)).not.toMatchObject({ problem: 'busy' })
    at.two.close()
  })

  it('comes in after an opening that was refused', async () => {
    const at = await begun()
    at.one.close()
    expect(await at.one.open({ passphrase: 'not this one' })).toMatchObject({ ok: false })
    expect(await comesIn(at.two)).toBe(true)
  })
})

describe('another data key', () => {
  it('is not told as given where the copy that would have it vanished on the way', async () => {
    const at = await begun()
    const copy = join(at.folder, 'journal.db.renewed')
    let vanished = 0
    between.look = () => {
      if (at.one.isOpen() || !existsSync(copy)) return
      rmSync(copy)
      vanished++
    }
    await expect(at.one.keys.renew(own, renewed)).rejects.toMatchObject({ code: 'gone' })
    between.look = () => {}
    expect(vanished).toBe(1)
    expect(await comesIn(at.two, { passphrase: renewed })).toBe(false)
    const store = await storeOf(at.two, at.two.open(own))
    expect(store.prepare('SELECT name FROM setting').all()).toEqual([{ name: 'first' }])
    expect(at.two.copies.list()).toMatchObject([{ opens: 'yes' }])
  })
})

function reopened(journal: Journal): Promise<Opened> {
  journal.close()
  return journal.open(own)
}
