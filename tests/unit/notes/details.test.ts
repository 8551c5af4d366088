import { describe, expect, it } from 'vitest'
import type { Details, Input, VaultDoor } from '../../../src/contract.ts'
import {
  feelingFamilies,
  familyOf,
  feelingWords,
  noDetails,
  saysAnything,
} from '../../../src/notes/kinds.ts'
import { idAt, openJournalDesk, passphrase, type Desk } from '../../desk.ts'
import { storeOf } from '../store/folders.ts'
import { journalIn } from '../store/journal-in.ts'

const said: Details = {
  channel: 'email',
  minutes: 0,
  triggers: ['bad-day', 'policy'],
  techniques: [
    { technique: 'boundary', verdict: 'helped' },
    { technique: 'listen', verdict: 'didnt-help' },
  ],
  outcome: 'turned-around',
  reaction: 'went-blank',
  pleasant: 0,
  stirred: 100,
  feeling: 'rushed',
}

async function deskWithANote() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words: 'parcel lost' })
  return { desk, id, [Symbol.dispose]: () => desk[Symbol.dispose]() }
}
const edit = (desk: Desk, id: string, change: Partial<Input<VaultDoor, 'note.edit'>>) =>
  desk.ask('main', 'note.edit', { id, difficulty: 4, type: 'angry', words: null, ...change })
const detailsOf = (desk: Desk, id: string) => desk.ask('main', 'note.details', { id })
const list = async (desk: Desk, query = '') =>
  (await desk.ask('main', 'journal.list', { before: null, query, filter: { type: null } })).notes

describe('what is said of a note later', () => {
  it('is nothing at first, then what was said, then what it was changed to', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    expect(await detailsOf(desk, id)).toEqual(noDetails)
    await edit(desk, id, { details: said, nextTime: 'Give the date first.' })
    expect(await detailsOf(desk, id)).toEqual(said)
    expect(await list(desk)).toMatchObject([
      { channel: 'email', words: 'parcel lost', nextTime: 'Give the date first.', edited: true },
    ])
    const less: Details = { ...said, channel: null, triggers: ['late'], techniques: [] }
    await edit(desk, id, { details: less })
    expect(await detailsOf(desk, id)).toEqual(less)
    expect(await list(desk)).toMatchObject([{ nextTime: 'Give the date first.' }])
    await edit(desk, id, { details: noDetails })
    expect(await detailsOf(desk, id)).toEqual(noDetails)
  })

  it('stays when only the number, the type or the words are changed, also by the note window', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said, nextTime: 'Earlier.' })
    await edit(desk, id, { difficulty: 1, type: 'good', words: 'other' })
    await desk.ask('note', 'note.save', { id, difficulty: 2, type: null, words: 'once more' })
    expect(await detailsOf(desk, id)).toEqual(said)
    expect(await list(desk)).toMatchObject([{ words: 'once more', nextTime: 'Earlier.' }])
  })

  it('survives a restart', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said, nextTime: 'Earlier.' })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await detailsOf(desk, id)).toEqual(said)
  })

  it.each<[string, Record<string, unknown>]>([
    ['a channel', { channel: 'fax' }],
    ['half a minute', { minutes: 0.5 }],
    ['too many minutes', { minutes: 1000 }],
    ['minutes before it began', { minutes: -1 }],
    ['a trigger', { triggers: ['moon'] }],
    ['a trigger twice', { triggers: ['late', 'late'] }],
    ['a technique', { techniques: [{ technique: 'shout', verdict: 'helped' }] }],
    ['a verdict', { techniques: [{ technique: 'listen', verdict: 'great' }] }],
    [
      'two verdicts on one technique',
      {
        techniques: [
          { technique: 'listen', verdict: 'used' },
          { technique: 'listen', verdict: 'helped' },
        ],
      },
    ],
    ['an outcome', { outcome: 'won' }],
    ['a reaction', { reaction: 'weak' }],
    ['a place beyond the slider', { pleasant: 101 }],
    ['a place between two', { stirred: 3.5 }],
    ['a word of one’s own', { feeling: 'secret' }],
    ['something else', { extra: 1 }],
  ])('is no %s that the list hasn’t, and then nothing changes', async (_what, wrong) => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said })
    const input = { id, difficulty: 1, type: null, words: null, details: { ...said, ...wrong } }
    const answer = await desk.raw('main', { id: 99, method: 'note.edit', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await detailsOf(desk, id)).toEqual(said)
    expect(await list(desk)).toMatchObject([{ difficulty: 4, type: 'angry' }])
  })

  it('is of a note that is there, and for the main window only', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await expect(detailsOf(desk, idAt(desk.clock.now()))).rejects.toThrow('no-note')
    const answer = await desk.raw('note', { id: 99, method: 'note.details', input: { id } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-right' } })
  })

  it('is anything once one answer is given, a zero too', () => {
    expect(saysAnything(noDetails)).toBe(false)
    for (const one of [{ minutes: 0 }, { pleasant: 0 }, { triggers: ['late'] as const }])
      expect(saysAnything({ ...noDetails, ...one })).toBe(true)
  })

  it('is never a word that stands nowhere, rough or near', () => {
    expect(new Set(feelingWords).size).toBe(feelingWords.length)
    expect(feelingFamilies.length).toBeGreaterThan(4)
    for (const family of feelingFamilies) expect(familyOf(family)).toBe(family)
    expect(familyOf('rushed')).toBe('tense')
  })
})

describe('what to try next time', () => {
  it('is searched with the words, and follows every change', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { nextTime: 'Die Lösung früher nennen.' })
    expect(await list(desk, 'losu')).toHaveLength(1)
    expect(await list(desk, 'parcel früh')).toHaveLength(1)
    await edit(desk, id, { nextTime: 'Wait.' })
    expect(await list(desk, 'losu')).toEqual([])
    expect(await list(desk, 'parcel')).toHaveLength(1)
  })

  it('goes with dropped words, and what isn’t words stays', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said, nextTime: 'Earlier.' })
    await desk.ask('main', 'note.dropWords', { id })
    expect(await list(desk)).toMatchObject([{ words: '', nextTime: '', hasWords: false }])
    expect(await list(desk, 'earlier')).toEqual([])
    expect(await detailsOf(desk, id)).toEqual(said)
    await desk.ask('main', 'note.undo', { id })
    expect(await list(desk, 'earlier')).toHaveLength(1)
  })

  it('counts as words where there is nothing else', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { words: '', nextTime: 'Earlier.' })
    expect(await list(desk)).toMatchObject([{ words: '', hasWords: true }])
    await desk.ask('main', 'note.dropWords', { id })
    await edit(desk, id, { nextTime: 'Anew.' })
    desk.companion.hear({ kind: 'end' })
    const journal = journalIn(desk.folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    expect(store.prepare('SELECT id FROM gone').all()).toEqual([])
  })

  it('is neither shown nor taken at a desk with numbers only; the rest is', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { words: '', nextTime: 'Earlier.' })
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    expect(await list(desk)).toMatchObject([{ words: null, nextTime: null, hasWords: true }])
    await expect(edit(desk, id, { nextTime: 'Later.' })).rejects.toThrow('words-off')
    await edit(desk, id, { details: said })
    expect(await detailsOf(desk, id)).toEqual(said)
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await list(desk)).toMatchObject([{ nextTime: 'Earlier.' }])
  })
})

describe('a deleted note', () => {
  it('takes all that was said of it along, and brings it back within 8 s', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said, nextTime: 'Earlier.' })
    await desk.ask('main', 'note.delete', { id })
    await expect(detailsOf(desk, id)).rejects.toThrow('no-note')
    await desk.ask('main', 'note.undo', { id })
    expect(await detailsOf(desk, id)).toEqual(said)
    expect(await list(desk, 'earlier')).toHaveLength(1)
  })

  it('leaves no row behind', async () => {
    using at = await deskWithANote()
    const { desk, id } = at
    await edit(desk, id, { details: said })
    await desk.ask('main', 'note.delete', { id })
    desk.companion.hear({ kind: 'end' })
    const journal = journalIn(desk.folder)
    const store = await storeOf(journal, journal.open({ passphrase }))
    for (const table of ['note', 'note_trigger', 'note_technique'])
      expect(store.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  })
})
