import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restMs } from '../../src/notes/forgetting.ts'
import type { Store } from '../../src/ports.ts'
import { idAt, testClock } from '../desk.ts'
import { journalIn, passphrase, productMigrations, settingsWith } from '../unit/store/journal-in.ts'
import {
  canary,
  copiesIn,
  found,
  goneFrom,
  kindsOf,
  note,
  onlySaid,
  tryNextTime,
} from './canary-words.ts'
import { tempFolder, vaultIn } from './vault.ts'

describe('the copies in the journal’s folder', () => {
  /** A journal of version 2 with the canary in it: opening it leaves a copy, and a kill another. */
  async function withCopies(): Promise<{ folder: string; id: string; copies: string[] }> {
    const folder = tempFolder()
    const clock = testClock()
    const id = idAt(clock.now())
    const old = journalIn(folder, { migrations: productMigrations.slice(0, 2), clock })
    const opened = await old.create(passphrase)
    if (!opened.ok) throw new Error(opened.message)
    opened.store.write(() => {
      opened.store.prepare(`INSERT INTO shift VALUES ('s', '2026-11-22', 'UTC', 1, 1)`).run()
      opened.store.prepare(`INSERT INTO setting VALUES ('words', 'numbers-and-words')`).run()
      opened.store
        .prepare(
          `INSERT INTO note (id, shift_id, at, zone, difficulty, words, edited_at)
          VALUES (?, 's', 1, 'UTC', 4, ?, 1)`,
        )
        .run(id, canary)
    })
    old.close()
    const vault = await vaultIn(folder, { clock })
    await note(vault, 'another')
    await tryNextTime(vault, id)
    await vault.ask('note', 'note.keepDraft', {
      id,
      step: 'words',
      difficulty: 4,
      type: null,
      words: `${canary}, once more`,
    })
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    return { folder: killed, id, copies: [] }
  }
  it('lose the words too: one before a change of shape, and one of a file that was not closed', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder)
    const copies = copiesIn(folder)
    expect(kindsOf(copies)).toEqual(['migration', 'unclean'])
    for (const copy of copies) expect(await found(copy)).toContain(canary)
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual(goneFrom(2))
    for (const copy of copies) expect(await found(copy)).toEqual([])
    // And are journals as they were, of their own version.
    for (const [nth, copy] of copies.entries()) {
      const journal = journalIn(copy, {
        migrations: productMigrations.slice(0, nth === 0 ? 2 : 99),
      })
      const opened = await journal.open({ passphrase })
      if (!opened.ok) throw new Error(opened.message)
      expect(
        opened.store.prepare('SELECT difficulty, words FROM note WHERE id = ?').get(id),
      ).toEqual({ difficulty: 4, words: '' })
      journal.close()
    }
  })

  /** The words of a note and of its draft, in the copies of two days; then they are dropped. */
  async function droppedAfterTwoDays(through = (store: Store) => store) {
    const folder = tempFolder()
    const clock = testClock()
    const vault = await vaultIn(folder, { clock, through })
    await vault.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const id = await note(vault, canary)
    await tryNextTime(vault, id)
    await vault.ask('note', 'note.keepDraft', {
      id,
      step: 'words',
      difficulty: 4,
      type: null,
      words: `${canary}, once more`,
    })
    clock.pass(24 * 3_600_000)
    const copies = copiesIn(folder)
    expect(kindsOf(copies)).toEqual(['daily', 'daily'])
    for (const copy of copies) expect(await found(copy)).toContain(canary)
    return { copies, answer: await vault.ask('main', 'note.dropWords', { id }) }
  }

  it('lose the words too: those of each day', async () => {
    const { copies, answer } = await droppedAfterTwoDays()
    expect(answer).toEqual(goneFrom(2))
    for (const copy of copies) expect(await found(copy)).toEqual([])
  })

  it('of each day would hold them without forgetting', async () => {
    const { copies } = await droppedAfterTwoDays((store) => ({ ...store, forget: onlySaid }))
    for (const copy of copies) expect(await found(copy)).toContain(canary)
  })

  it.each([
    ['secure_delete', settingsWith('secure_delete', 'OFF', '0')],
    ['secure-delete of the index', settingsWith('secure-delete', '0', '0')],
  ])('would hold them without %s', async (_what, settings) => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, { settings })
    await vault.ask('main', 'note.dropWords', { id })
    const left = await Promise.all(copiesIn(folder).map(found))
    expect(left.flat()).not.toEqual([])
  })

  it('are gone through once more at the next opening, where one was held or broken', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder)
    const [migration = ''] = copiesIn(folder)
    const whole = readFileSync(join(migration, 'journal.db'))
    writeFileSync(join(migration, 'journal.db'), Buffer.alloc(8192, 7))
    expect(await vault.ask('main', 'note.dropWords', { id })).toMatchObject({ copiesLeft: 1 })
    vault.end()
    writeFileSync(join(migration, 'journal.db'), whole)
    const clock = testClock()
    const again = await vaultIn(folder, { clock })
    expect(await found(migration)).toContain(canary)
    clock.pass(restMs)
    expect(await found(migration)).toEqual([])
    again.end()
  })

  it('that can’t even be listed are told, and the words are gone all the same', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder)
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'in the way')
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual({
      settled: true,
      copiesCleared: 0,
      copiesLeft: 1,
    })
    expect(await found(folder)).toEqual([])
    await vault.ask('main', 'note.undo', { id })
  })

  it('that another program holds on to are told, since their log can’t be emptied', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder)
    const [, unclean = ''] = copiesIn(folder)
    const reader = journalIn(unclean)
    const opened = await reader.open({ passphrase })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const held = store.prepare('SELECT words FROM note')
    expect(held.all()).not.toEqual([])
    store.prepare('BEGIN').run()
    held.all()
    expect(await vault.ask('main', 'note.dropWords', { id })).toMatchObject({ copiesLeft: 1 })
    store.prepare('COMMIT').run()
    reader.close()
  })

  it('that can’t be opened stay as they are, and are told', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder)
    const [migration = '', unclean = ''] = copiesIn(folder)
    const damaged = Buffer.alloc(8192, 7)
    writeFileSync(join(migration, 'journal.db'), damaged)
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual({
      settled: true,
      copiesCleared: 1,
      copiesLeft: 1,
    })
    expect(readdirSync(migration)).toContain('journal.db')
    expect(await found(unclean)).toEqual([])
    expect(existsSync(join(migration, 'journal.db-wal'))).toBe(false)
  })
})
