import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restAfterUnlockMs } from '../../../src/copies/daily.ts'
import { restMs } from '../../../src/notes/forgetting.ts'
import type { Journal } from '../../../src/ports.ts'
import { StoreError } from '../../../src/store/errors.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

const hour = 3_600_000
const day = 24 * hour

const notes = async (desk: Desk) =>
  (await desk.ask('main', 'journal.list', { before: null, query: '', filter: { type: null } }))
    .notes
const wordsOf = async (desk: Desk) => (await notes(desk)).map(({ words }) => words)
const page = (desk: Desk) => desk.ask('main', 'copies.list', {})
const kinds = async (desk: Desk) => (await page(desk)).copies.map(({ kind }) => kind)
async function nameOf(desk: Desk, kind: string): Promise<string> {
  const found = (await page(desk)).copies.find((copy) => copy.kind === kind)
  if (!found) throw new Error(`no copy: ${kind}`)
  return found.name
}
async function save(desk: Desk, words: string): Promise<string> {
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words })
  return id
}
const look = async (desk: Desk, kind = 'daily') =>
  desk.ask('main', 'copies.look', { name: await nameOf(desk, kind) })
const restore = async (desk: Desk, kind = 'daily') =>
  desk.ask('main', 'copies.restore', { name: await nameOf(desk, kind), sure: true })
const none = { notes: 0, checkIns: 0, pauses: 0, plans: 0, shifts: 0, other: 0 }

/** A journal with one note, and a copy of it. */
async function deskWithACopy() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  const id = await save(desk, 'parcel lost in Riga')
  desk.clock.pass(restAfterUnlockMs)
  return { desk, id, [Symbol.dispose]: () => desk[Symbol.dispose]() }
}

describe('a copy a day', () => {
  it('is made two minutes after the journal has opened, and again the next day', async () => {
    using desk = await openJournalDesk()
    desk.clock.pass(restAfterUnlockMs - 1)
    expect(await kinds(desk)).toEqual([])
    desk.clock.pass(1)
    expect(await kinds(desk)).toEqual(['daily'])
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
    desk.clock.pass(hour)
    expect(await kinds(desk)).toEqual(['daily'])
    desk.clock.pass(day)
    expect(await kinds(desk)).toEqual(['daily', 'daily'])
  })

  it('isn’t made twice a day by locking, and not while it is locked', async () => {
    using desk = await openJournalDesk()
    desk.clock.pass(restAfterUnlockMs)
    desk.restart()
    desk.clock.pass(2 * day)
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await kinds(desk)).toEqual(['daily'])
    desk.clock.pass(restAfterUnlockMs)
    expect(await kinds(desk)).toEqual(['daily', 'daily'])
  })

  it('waits for the end of a call', async () => {
    using desk = await openJournalDesk()
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    desk.clock.pass(10 * 60_000)
    expect(await kinds(desk)).toEqual([])
    desk.companion.hear({ kind: 'call', event: 'ended', source: 'command' })
    desk.clock.pass(60_000)
    expect(await kinds(desk)).toEqual(['daily'])
  })

  it('that can’t be made is told on the page, and tried again after an hour', async () => {
    let full = true
    const through = (journal: Journal): Journal => ({
      ...journal,
      backUp(...how) {
        if (full) throw new StoreError('disk-full', 'no room')
        journal.backUp(...how)
      },
    })
    using desk = openDesk(testClock(), through)
    await desk.ask('unlock', 'journal.create', { passphrase })
    desk.clock.pass(restAfterUnlockMs)
    expect(await page(desk)).toMatchObject({ copies: [], trouble: 'disk-full' })
    full = false
    desk.clock.pass(hour - 1)
    expect(await kinds(desk)).toEqual([])
    desk.clock.pass(1)
    expect(await page(desk)).toMatchObject({ copies: [{ kind: 'daily' }], trouble: null })
  })

  it('goes on where the folder can’t be read', async () => {
    using desk = await openJournalDesk()
    const backups = join(desk.folder, 'backups')
    writeFileSync(backups, 'no folder')
    desk.clock.pass(restAfterUnlockMs)
    rmSync(backups)
    expect((await page(desk)).trouble).not.toBeNull()
    desk.clock.pass(hour)
    expect(await kinds(desk)).toEqual(['daily'])
  })
})

describe('a copy', () => {
  it('says what is in it, and what putting it back would do', async () => {
    using at = await deskWithACopy()
    const { desk } = at
    expect(await look(desk)).toEqual({
      holds: { shifts: 1, notes: 1, checkIns: 0, pauses: 0 },
      from: '2026-11-22',
      to: '2026-11-22',
      differs: { goes: none, comes: none, changes: none },
    })
    await save(desk, 'a later one')
    const { differs } = await look(desk)
    expect(differs).toMatchObject({ goes: { ...none, notes: 1 }, comes: none })
  })

  it('comes back, and what it took the place of can come back too', async () => {
    using at = await deskWithACopy()
    const { desk } = at
    await save(desk, 'a later one')
    await restore(desk)
    expect(await wordsOf(desk)).toEqual(['parcel lost in Riga'])
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
    expect(desk.told.filter(({ kind }) => kind === 'closed')).toEqual([])
    // It goes on as a journal: saved, found, counted.
    await save(desk, 'another one')
    expect(await notes(desk)).toHaveLength(2)
    expect((await desk.ask('main', 'today.get', {})).notes).toBe(2)
    await restore(desk, 'restore')
    expect(new Set(await wordsOf(desk))).toEqual(new Set(['a later one', 'parcel lost in Riga']))
    desk.restart()
    const { notice } = await desk.ask('unlock', 'journal.open', { passphrase })
    expect(notice).toBeNull()
    expect(await notes(desk)).toHaveLength(2)
  })

  it.each(['note.dropWords', 'note.delete'] as const)(
    'doesn’t bring back what went by %s, where it could not be rewritten either',
    async (how) => {
      using at = await deskWithACopy()
      const { desk, id } = at
      const backups = join(desk.folder, 'backups')
      const aside = join(desk.folder, 'out of reach')
      cpSync(backups, aside, { recursive: true })
      await desk.ask('main', how, { id })
      rmSync(backups, { recursive: true })
      cpSync(aside, backups, { recursive: true })
      const { differs } = await look(desk)
      expect(differs).toMatchObject({ goes: none, comes: none, changes: none })
      await restore(desk)
      expect(await wordsOf(desk)).toEqual(how === 'note.delete' ? [] : [''])
      desk.restart()
      await desk.ask('unlock', 'journal.open', { passphrase })
      expect(await wordsOf(desk)).toEqual(how === 'note.delete' ? [] : [''])
    },
  )

  it.each(['all in reach', 'one under another key'])(
    'comes back, and the copy of now keeps what was reworded a moment before: copies are %s',
    async (reach) => {
      using at = await deskWithACopy()
      const { desk } = at
      using other = await openJournalDesk()
      const id = await save(desk, 'as it was')
      desk.clock.pass(day)
      const [later, first] = (await page(desk)).copies.filter(({ kind }) => kind === 'daily')
      const aside = join(desk.folder, 'backups', '2020-01-01T00-00-00-000Z-daily')
      if (reach !== 'all in reach') {
        mkdirSync(aside)
        for (const file of ['journal.db', 'journal.keys'])
          cpSync(join(other.folder, file), join(aside, file))
      }
      await desk.ask('main', 'note.edit', { id, difficulty: 4, type: 'angry', words: 'reworded' })
      const back = (name = '') => desk.ask('main', 'copies.restore', { name, sure: true })
      await back(first?.name)
      expect(await wordsOf(desk)).toEqual(['parcel lost in Riga'])
      desk.clock.pass(restMs)
      // What the edit took out is in no copy any more, and what it left is.
      await back(later?.name)
      expect(new Set(await wordsOf(desk))).toEqual(new Set(['reworded', 'parcel lost in Riga']))
      await back(first?.name)
      await restore(desk, 'restore')
      expect(new Set(await wordsOf(desk))).toEqual(new Set(['reworded', 'parcel lost in Riga']))
    },
  )

  it('says out of how many copies words went', async () => {
    using at = await deskWithACopy()
    const { desk, id } = at
    desk.clock.pass(day)
    expect(await kinds(desk)).toEqual(['daily', 'daily'])
    expect(await desk.ask('main', 'note.dropWords', { id })).toEqual({
      settled: true,
      copiesCleared: 2,
      copiesLeft: 0,
    })
  })

  it('leaves choices as they are now', async () => {
    using at = await deskWithACopy()
    const { desk } = at
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    await restore(desk)
    expect((await desk.ask('main', 'settings.get', {})).words).toBe('numbers')
  })

  it('that isn’t there, or has another key, is refused, and the journal stays open', async () => {
    using at = await deskWithACopy()
    const { desk } = at
    const gone = '2020-01-01T00-00-00-000Z-daily'
    await expect(desk.ask('main', 'copies.look', { name: gone })).rejects.toThrow('no-copy')
    await expect(desk.ask('main', 'copies.look', { name: '../journal' })).rejects.toThrow(
      'bad-input',
    )
    using other = await openJournalDesk()
    other.restart()
    const foreign = join(desk.folder, 'backups', gone)
    mkdirSync(foreign)
    for (const file of ['journal.db', 'journal.keys'])
      cpSync(join(other.folder, file), join(foreign, file))
    await expect(desk.ask('main', 'copies.look', { name: gone })).rejects.toThrow('other-key')
    await expect(desk.ask('main', 'copies.restore', { name: gone, sure: true })).rejects.toThrow(
      'other-key',
    )
    const by = { name: gone, secret: { passphrase } }
    expect(await desk.ask('unlock', 'copies.lookBy', by)).toMatchObject({ holds: { notes: 0 } })
    expect(await notes(desk)).toHaveLength(1)
    await desk.ask('unlock', 'copies.restoreBy', { ...by, sure: true })
    expect(await notes(desk)).toEqual([])
  })

  it('opens from the unlock window where the journal doesn’t, with what was deleted still gone', async () => {
    using at = await deskWithACopy()
    const { desk } = at
    await save(desk, 'a later one')
    desk.restart()
    writeFileSync(join(desk.folder, 'journal.db'), '')
    await expect(desk.ask('unlock', 'journal.open', { passphrase })).rejects.toThrow('damaged')
    const { copies } = await desk.ask('unlock', 'copies.list', {})
    const [{ name } = { name: '' }] = copies
    expect(copies).toMatchObject([{ kind: 'daily', opens: 'unknown' }])
    const by = { name, secret: { passphrase } }
    expect(await desk.ask('unlock', 'copies.lookBy', by)).toMatchObject({
      holds: { notes: 1 },
      differs: null,
    })
    await expect(
      desk.ask('unlock', 'copies.lookBy', { name, secret: { passphrase: 'a guess' } }),
    ).rejects.toThrow('wrong-secret')
    await desk.ask('unlock', 'copies.restoreBy', { ...by, sure: true })
    expect(await wordsOf(desk)).toEqual(['parcel lost in Riga'])
    expect(await kinds(desk)).toContain('damaged')
    expect(existsSync(join(desk.folder, 'restored'))).toBe(false)
    expect(readdirSync(desk.folder)).not.toContain('restoring')
  })
})
