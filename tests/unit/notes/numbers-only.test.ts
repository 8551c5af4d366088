import { describe, expect, it } from 'vitest'
import type { NoteDraft } from '../../../src/contract.ts'
import { idAt, openJournalDesk, openDesk, passphrase, type Desk } from '../../desk.ts'

const undoMs = 8000
const mode = (desk: Desk, words: 'numbers' | 'numbers-and-words') =>
  desk.ask('main', 'settings.set', { words })
async function note(desk: Desk, words: string) {
  desk.clock.pass(60_000)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words })
  return id
}
const draftOf = (id: string, words: string): NoteDraft => ({
  id,
  step: 'words',
  difficulty: 4,
  type: 'angry',
  words,
  asked: null,
})
const list = async (desk: Desk, query = '') =>
  (await desk.ask('main', 'journal.list', { before: null, query, filter: { type: null } })).notes
const kept = (desk: Desk) => desk.ask('main', 'words.kept', {})

/** A desk with two notes that have words and one that has none, and words in a draft. */
async function aDesk() {
  const desk = await openJournalDesk()
  await mode(desk, 'numbers-and-words')
  const ids = [await note(desk, 'parcel one'), await note(desk, ''), await note(desk, 'parcel two')]
  const draft = draftOf(idAt(desk.clock.now()), 'half a sentence')
  await desk.ask('note', 'note.keepDraft', draft)
  return { desk, ids, draft, [Symbol.dispose]: () => desk[Symbol.dispose]() }
}

describe('a draft with words, where words are switched off', () => {
  it('is there with its numbers, and none of its words reach a window', async () => {
    using at = await aDesk()
    const { desk, draft } = at
    await mode(desk, 'numbers')
    const { draft: shown } = await desk.ask('note', 'note.begin', {})
    expect(shown).toEqual({ ...draft, step: 'type', words: '' })
    await mode(desk, 'numbers-and-words')
    expect((await desk.ask('note', 'note.begin', {})).draft).toEqual(draft)
  })

  it('keeps them through whatever a window there keeps', async () => {
    using at = await aDesk()
    const { desk, draft } = at
    await mode(desk, 'numbers')
    await desk.ask('note', 'note.keepDraft', { ...draft, step: 'type', difficulty: 2, words: '' })
    await mode(desk, 'numbers-and-words')
    expect((await desk.ask('note', 'note.begin', {})).draft).toMatchObject({
      difficulty: 2,
      words: 'half a sentence',
    })
  })

  it('becomes a note with its words, which are there when words are on again', async () => {
    using at = await aDesk()
    const { desk, draft } = at
    await mode(desk, 'numbers')
    const { id } = draft
    await desk.ask('note', 'note.save', { id, difficulty: 3, type: null, words: '' })
    expect((await list(desk))[0]).toMatchObject({ id, words: null, hasWords: true })
    await mode(desk, 'numbers-and-words')
    expect((await list(desk))[0]).toMatchObject({ difficulty: 3, words: 'half a sentence' })
    expect((await desk.ask('note', 'note.begin', {})).draft).toBe(null)
  })

  it('goes where the agent says so', async () => {
    using at = await aDesk()
    const { desk, draft } = at
    await mode(desk, 'numbers')
    await desk.ask('note', 'note.dropDraft', { id: draft.id })
    await mode(desk, 'numbers-and-words')
    expect((await desk.ask('note', 'note.begin', {})).draft).toBe(null)
  })
})

describe('a note with words, saved once more where words are off', () => {
  it('keeps them', async () => {
    using at = await aDesk()
    const { desk, ids } = at
    const [id = ''] = ids
    await mode(desk, 'numbers')
    await desk.ask('note', 'note.save', { id, difficulty: 1, type: 'good', words: '' })
    await mode(desk, 'numbers-and-words')
    expect((await list(desk)).find((one) => one.id === id)).toMatchObject({
      difficulty: 1,
      words: 'parcel one',
    })
  })
})

describe('all the words', () => {
  it('are counted, by an index that holds none of them', async () => {
    using at = await aDesk()
    expect(await kept(at.desk)).toEqual({ notes: 2, checkIns: 0, others: 0, draft: true })
    await at.desk.ask('note', 'note.dropDraft', { id: at.draft.id })
    expect(await kept(at.desk)).toEqual({ notes: 2, checkIns: 0, others: 0, draft: false })
    using none = openDesk()
    expect(await kept(none)).toEqual({ notes: 0, checkIns: 0, others: 0, draft: false })
  })

  it('go at once; every number stays', async () => {
    using at = await aDesk()
    const { desk, draft } = at
    await mode(desk, 'numbers')
    const before = await list(desk)
    expect(await desk.ask('main', 'words.drop', { sure: true })).toEqual({
      settled: true,
      copiesCleared: 1,
      copiesLeft: 0,
      notes: 2,
      checkIns: 0,
      others: 0,
    })
    expect(await kept(desk)).toEqual({ notes: 0, checkIns: 0, others: 0, draft: false })
    await mode(desk, 'numbers-and-words')
    const after = await list(desk)
    expect(after.map(({ words }) => words)).toEqual(['', '', ''])
    expect(after.map(({ id, difficulty, type }) => [id, difficulty, type])).toEqual(
      before.map(({ id, difficulty, type }) => [id, difficulty, type]),
    )
    expect(await list(desk, 'parcel')).toEqual([])
    expect((await desk.ask('note', 'note.begin', {})).draft).toEqual({ ...draft, words: '' })
    expect((await desk.ask('main', 'today.get', {})).notes).toBe(3)
  })

  it('come back within 8 s, except where something was written since', async () => {
    using at = await aDesk()
    const { desk, ids } = at
    const [first = ''] = ids
    await desk.ask('main', 'words.drop', { sure: true })
    await desk.ask('main', 'note.edit', {
      id: first,
      difficulty: 4,
      type: null,
      words: 'written since',
    })
    desk.clock.pass(undoMs - 1)
    await desk.ask('main', 'words.undo', {})
    expect((await list(desk)).map(({ words }) => words)).toEqual([
      'parcel two',
      '',
      'written since',
    ])
    expect(await list(desk, 'two')).toHaveLength(1)
    await desk.ask('main', 'words.drop', { sure: true })
    desk.clock.pass(undoMs)
    await expect(desk.ask('main', 'words.undo', {})).rejects.toThrow('too-late')
  })

  it('about shifts and weeks go with them, and come back with them', async () => {
    using at = await aDesk()
    const { desk } = at
    const [note] = await list(desk)
    const shiftId = note?.shiftId ?? ''
    const from = note?.shiftDate ?? ''
    await desk.ask('main', 'right.keep', { shiftId, came: true, words: 'The tea was hot.' })
    await desk.ask('main', 'week.keep', { from, change: { goodWords: 'Friday.', mine: 'breaks' } })
    expect(await kept(desk)).toMatchObject({ others: 2 })
    const written = async () => [
      (await desk.ask('main', 'right.list', { before: null })).rights.map(({ words }) => words),
      (await desk.ask('main', 'week.get', { firstDay: 7, from })).review?.answers.good.words,
    ]
    expect(await desk.ask('main', 'words.drop', { sure: true })).toMatchObject({ others: 2 })
    expect(await written()).toEqual([[], ''])
    const { review } = await desk.ask('main', 'week.get', { firstDay: 7, from })
    expect(review?.answers.mine.pick).toBe('breaks')
    await desk.ask('main', 'words.undo', {})
    expect(await written()).toEqual([['The tea was hot.'], 'Friday.'])
    expect(await kept(desk)).toMatchObject({ others: 2 })
  })

  it('are gone with a lock', async () => {
    using at = await aDesk()
    const { desk } = at
    await desk.ask('main', 'words.drop', { sure: true })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    await expect(desk.ask('main', 'words.undo', {})).rejects.toThrow('too-late')
    expect(await kept(desk)).toEqual({ notes: 0, checkIns: 0, others: 0, draft: false })
  })
})
