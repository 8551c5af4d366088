import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input, NoteDraft, VaultDoor } from '../../../src/contract.ts'
import { idAt, openJournalDesk, passphrase, type Desk } from '../../desk.ts'
import { storeOf } from '../store/folders.ts'
import { journalIn } from '../store/journal-in.ts'

const undoMs = 8000

const list = async (desk: Desk, query = '') =>
  (await desk.ask('main', 'journal.list', { before: null, query, filter: { type: null } })).notes
const noteOf = async (desk: Desk) => (await list(desk))[0]
const noted = async (desk: Desk) => (await desk.ask('main', 'today.get', {})).notes
const clean = { settled: true, copiesCleared: 0, copiesLeft: 0 }

async function deskWithANote(words = 'parcel lost in Riga') {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words })
  return { desk, id, [Symbol.dispose]: () => desk[Symbol.dispose]() }
}
const draftOf = (id: string): NoteDraft => ({
  id,
  step: 'words',
  difficulty: 4,
  type: 'angry',
  words: 'parcel lost in Riga, and then',
})
const edit = (desk: Desk, change: Partial<Input<VaultDoor, 'note.edit'>> & { id: string }) =>
  desk.ask('main', 'note.edit', { difficulty: 2, type: null, words: null, ...change })

describe('a note that is changed', () => {
  it('is what it was changed to, at its old place, and found by its new words', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    const before = await noteOf(desk)
    desk.clock.pass(60_000)
    await edit(desk, { id, difficulty: 1, type: 'good', words: 'thanks' })
    expect(await noteOf(desk)).toEqual({
      ...before,
      difficulty: 1,
      type: 'good',
      words: 'thanks',
      edited: true,
    })
    expect(await list(desk, 'parcel')).toEqual([])
    expect(await list(desk, 'thank')).toHaveLength(1)
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
  })

  it('keeps its words where none are given, with words off too', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    await edit(desk, { id, difficulty: 1 })
    await expect(edit(desk, { id, words: '' })).rejects.toThrow('words-off')
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await noteOf(desk)).toMatchObject({ difficulty: 1, words: 'parcel lost in Riga' })
  })

  it('must be there', async () => {
    using at = await deskWithANote()
    const id = idAt(at.desk.clock.now())
    await expect(edit(at.desk, { id })).rejects.toThrow('no-note')
    for (const method of ['note.dropWords', 'note.delete'] as const)
      await expect(at.desk.ask('main', method, { id })).rejects.toThrow('no-note')
    await expect(at.desk.ask('main', 'note.undo', { id })).rejects.toThrow('too-late')
  })
})

describe('dropped words', () => {
  it('leave journal, search and draft; the number stays', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('note', 'note.keepDraft', draftOf(id))
    expect(await desk.ask('main', 'note.dropWords', { id })).toEqual(clean)
    expect(await noteOf(desk)).toMatchObject({ difficulty: 4, type: 'angry', words: '' })
    expect(await list(desk, 'parcel')).toEqual([])
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ draft: null })
    expect(await noted(desk)).toBe(1)
  })

  it('leave the draft of another note alone', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    const other = draftOf(idAt(desk.clock.now()))
    await desk.ask('note', 'note.keepDraft', other)
    await desk.ask('main', 'note.dropWords', { id })
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ draft: other })
  })

  it('come back within 8 s, and not a moment later', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    const before = await noteOf(desk)
    await desk.ask('main', 'note.dropWords', { id })
    desk.clock.pass(undoMs - 1)
    await desk.ask('main', 'note.undo', { id })
    expect(await noteOf(desk)).toEqual({ ...before, edited: true })
    expect(await list(desk, 'parcel')).toHaveLength(1)
    await desk.ask('main', 'note.dropWords', { id })
    desk.clock.pass(undoMs)
    await expect(desk.ask('main', 'note.undo', { id })).rejects.toThrow('too-late')
    expect(await noteOf(desk)).toMatchObject({ words: '' })
  })

  it('are gone with a lock: what could be taken back was in memory only', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'note.dropWords', { id })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    await expect(desk.ask('main', 'note.undo', { id })).rejects.toThrow('too-late')
    expect(await noteOf(desk)).toMatchObject({ words: '' })
  })

  it('do not come back over words that were written since', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'note.dropWords', { id })
    await edit(desk, { id, words: 'written anew' })
    await expect(desk.ask('main', 'note.undo', { id })).rejects.toThrow('too-late')
    expect(await noteOf(desk)).toMatchObject({ words: 'written anew' })
  })

  it('that some copy still holds are told', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    // A kill leaves the log, and the next opening a copy; a second one that no key opens.
    const copies = join(desk.folder, 'backups')
    await aCopy(desk)
    expect(await desk.ask('main', 'note.dropWords', { id })).toEqual({
      ...clean,
      copiesCleared: 1,
    })
    const [copy = ''] = readdirSync(copies)
    writeFileSync(join(copies, copy, 'journal.db'), Buffer.alloc(8192, 7))
    await desk.ask('main', 'note.undo', { id })
    expect(await desk.ask('main', 'note.dropWords', { id })).toEqual({ ...clean, copiesLeft: 1 })
  })
})

describe('a deleted note', () => {
  it('leaves journal, search, draft and the day’s count', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('note', 'note.keepDraft', draftOf(id))
    expect(await desk.ask('main', 'note.delete', { id })).toEqual(clean)
    expect(await list(desk)).toEqual([])
    expect(await list(desk, 'parcel')).toEqual([])
    expect(await desk.ask('note', 'note.begin', {})).toMatchObject({ draft: null })
    expect(await noted(desk)).toBe(0)
  })

  it('comes back within 8 s where it was, and not a moment later', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    const before = await noteOf(desk)
    desk.clock.pass(3000)
    await desk.ask('main', 'note.delete', { id })
    desk.clock.pass(undoMs - 1)
    await desk.ask('main', 'note.undo', { id })
    expect(await noteOf(desk)).toEqual({ ...before, edited: true })
    expect(await list(desk, 'parcel')).toHaveLength(1)
    expect(await noted(desk)).toBe(1)
    await desk.ask('main', 'note.delete', { id })
    desk.clock.pass(undoMs)
    await expect(desk.ask('main', 'note.undo', { id })).rejects.toThrow('too-late')
    expect(await list(desk)).toEqual([])
  })
})

/** Ends the vault without closing, so that the next one copies what it finds. */
async function aCopy(desk: Desk) {
  const { cpSync, rmSync } = await import('node:fs')
  const aside = `${desk.folder}-aside`
  cpSync(desk.folder, aside, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  desk.companion.hear({ kind: 'end' })
  for (const file of readdirSync(desk.folder)) rmSync(join(desk.folder, file), { recursive: true })
  cpSync(aside, desk.folder, { recursive: true })
  rmSync(aside, { recursive: true })
  desk.restart()
  await desk.ask('unlock', 'journal.open', { passphrase })
}

describe('what must not come back with an older copy', () => {
  /** Ends the vault and reads what it left. */
  async function goneIn(desk: Desk) {
    desk.companion.hear({ kind: 'end' })
    const journal = journalIn(desk.folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    return store.prepare('SELECT id, what, at FROM gone').all()
  }

  it.each([
    ['note.dropWords', 'words'],
    ['note.delete', 'note'],
  ] as const)('%s is remembered by its id: %s', async (method, what) => {
    using at = await deskWithANote()
    const { desk, id } = at
    desk.clock.pass(1000)
    await desk.ask('main', method, { id })
    expect(await goneIn(desk)).toEqual([{ id, what, at: desk.clock.now() }])
  })

  it('is the whole note, where its words were dropped before', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'note.dropWords', { id })
    await desk.ask('main', 'note.delete', { id })
    expect(await goneIn(desk)).toMatchObject([{ id, what: 'note' }])
  })

  it.each<[string, (desk: Desk, id: string) => Promise<unknown>]>([
    ['taken back', (desk, id) => desk.ask('main', 'note.undo', { id })],
    ['written anew in the journal', (desk, id) => edit(desk, { id, words: 'anew' })],
    [
      'written anew as a note',
      (desk, id) => desk.ask('note', 'note.save', { id, difficulty: 4, type: null, words: 'anew' }),
    ],
  ])('is forgotten once it was %s', async (_how, back) => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'note.dropWords', { id })
    await back(desk, id)
    expect(await goneIn(desk)).toEqual([])
  })

  it.each<[string, (desk: Desk, id: string) => Promise<unknown>]>([
    ['changed without words', (desk, id) => edit(desk, { id, words: null })],
    ['left empty', (desk, id) => edit(desk, { id, words: '' })],
    [
      'saved without words',
      (desk, id) => desk.ask('note', 'note.save', { id, difficulty: 4, type: null, words: '' }),
    ],
  ])('stays remembered where the note was only %s', async (_how, change) => {
    using at = await deskWithANote()
    const { desk, id } = at
    await desk.ask('main', 'note.dropWords', { id })
    await change(desk, id)
    expect(await goneIn(desk)).toMatchObject([{ id, what: 'words' }])
  })
})
