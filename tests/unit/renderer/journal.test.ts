import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Details, JournalNote } from '../../../src/contract.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { createJournalRoom, noFilter } from '../../../renderer/state/journal.ts'
import { noDetails } from '../../../src/notes/kinds.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const note = (place: number, words: string | null = `words ${place}`): JournalNote => ({
  place,
  id: `n${place}`,
  shiftId: 's',
  shiftDate: '2026-11-22',
  at: place * 10,
  zone: 'Asia/Manila',
  difficulty: 4,
  type: 'angry',
  channel: null,
  words,
  nextTime: words === null ? null : '',
  hasWords: words !== '',
  asked: null,
  edited: false,
  addedLater: false,
})
const page = (places: number[], hasMore = false) => ({
  notes: places.map((at) => note(at)),
  hasMore,
})
const clean = { settled: true, copiesCleared: 0, copiesLeft: 0 }

async function lookAt(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'journal.list': page([30, 20]),
    'note.dropWords': clean,
    'note.delete': clean,
    'note.details': noDetails,
    ...answers,
  })
  const room = createJournalRoom(connect(vault.bridge))
  await room.look()
  const view = () => room.store.getState()
  return { ...vault, room, view, words: () => view().notes?.map((each) => each.words) }
}
const first = (view: { notes: readonly JournalNote[] | null }) => {
  const [one] = view.notes ?? []
  if (!one) throw new Error('there is no note')
  return one
}

describe('the journal page', () => {
  it('reads nothing before the agent looks, and keeps nothing once they have gone on', async () => {
    const vault = fakeBridge({ 'journal.list': page([30]) })
    const room = createJournalRoom(connect(vault.bridge))
    vault.tell({ event: 'changed' })
    await settled()
    expect(vault.methods()).toEqual([])
    await room.look()
    room.open(note(30))
    expect(JSON.stringify(room.store.getState())).toContain('words 30')
    room.leave()
    expect(JSON.stringify(room.store.getState())).not.toContain('words')
    vault.tell({ event: 'changed' })
    await settled()
    expect(vault.methods()).toEqual(['journal.list', 'note.details'])
  })

  it('drops an answer that comes after the agent has gone on', async () => {
    const { room, view } = await lookAt()
    const reading = room.older()
    room.leave()
    await reading
    expect(view().notes).toBeNull()
  })

  it('reads on from the oldest note, and stops where there are no more', async () => {
    const { room, answers, inputs, words } = await lookAt({ 'journal.list': page([30, 20], true) })
    answers['journal.list'] = page([10])
    await room.older()
    expect(words()).toEqual(['words 30', 'words 20', 'words 10'])
    await room.older()
    expect(inputs('journal.list')).toEqual([
      { before: null, filter: noFilter, query: '' },
      { before: 20, filter: noFilter, query: '' },
    ])
  })

  it('follows what other windows change, and keeps the older notes that were read', async () => {
    const { room, answers, tell, words } = await lookAt({ 'journal.list': page([30, 20], true) })
    answers['journal.list'] = page([10])
    await room.older()
    answers['journal.list'] = page([40, 30, 20], true)
    tell({ event: 'changed' })
    await settled()
    expect(words()).toEqual(['words 40', 'words 30', 'words 20', 'words 10'])
    answers['journal.list'] = page([40])
    tell({ event: 'changed' })
    await settled()
    expect(words()).toEqual(['words 40'])
  })

  it('shows what the last letter asked for, and nothing that was asked before', async () => {
    const { room, inputs, words, answers } = await lookAt()
    const one = room.pick({ query: 'p' })
    answers['journal.list'] = page([20])
    const other = room.pick({ query: 'pa', filter: { type: 'good' } })
    await Promise.all([one, other])
    expect(words()).toEqual(['words 20'])
    expect(inputs('journal.list').at(-1)).toEqual({
      before: null,
      filter: { ...noFilter, type: 'good' },
      query: 'pa',
    })
  })

  it('says what went wrong', async () => {
    const { view } = await lookAt({ 'journal.list': refuse('locked') })
    expect(view()).toMatchObject({ notes: null, problem: 'locked' })
  })
})

describe('an open note', () => {
  const edit = {
    id: 'n30',
    difficulty: 4,
    type: 'angry',
    words: 'words 30',
    nextTime: '',
    details: noDetails,
  }

  it('is kept within a second of a change, once', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(first(view()))
    room.change({ words: 'a' })
    await vi.advanceTimersByTimeAsync(600)
    room.change({ words: 'ab' })
    await vi.advanceTimersByTimeAsync(399)
    expect(inputs('note.edit')).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(inputs('note.edit')).toEqual([{ ...edit, words: 'ab' }])
    expect(first(view())).toMatchObject({ words: 'ab', edited: true })
  })

  it('is kept when it is shut, and that can be taken back as a whole', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(first(view()))
    room.change({ words: 'a' })
    await vi.advanceTimersByTimeAsync(1000)
    room.change({ difficulty: 1, type: null })
    await room.close()
    expect(inputs('note.edit').at(-1)).toEqual({ ...edit, words: 'a', difficulty: 1, type: null })
    expect(view()).toMatchObject({ open: null, said: { what: 'edited' } })
    await vi.advanceTimersByTimeAsync(60_000)
    await view().said?.undo?.()
    expect(inputs('note.edit').at(-1)).toEqual(edit)
    expect(view().said).toBeNull()
  })

  it('that was not changed is shut without a word', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(first(view()))
    await room.close()
    expect(inputs('note.edit')).toEqual([])
    expect(view()).toMatchObject({ open: null, said: null })
  })

  it('is kept also when the agent goes to another page', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(first(view()))
    room.change({ words: 'on the way out' })
    room.leave()
    // Its details haven't come yet: they aren't sent, and stay what they are.
    const { details: _unknown, ...known } = edit
    expect(inputs('note.edit')).toEqual([{ ...known, words: 'on the way out' }])
  })

  it('takes on what is said of it, and leaves what was typed before that had come', async () => {
    const said: Details = { ...noDetails, minutes: 12, triggers: ['late'] }
    const { room, view, inputs } = await lookAt({ 'note.details': said })
    room.open(first(view()))
    room.change({ words: 'a' })
    expect(view().open).toMatchObject({ words: 'a', details: null })
    room.changeDetails({ minutes: 1 })
    await settled()
    expect(view().open).toMatchObject({ words: 'a', details: said })
    room.changeDetails({ channel: 'email', triggers: [] })
    room.change({ nextTime: 'Say it earlier.' })
    await room.close()
    const details = { ...said, channel: 'email', triggers: [] }
    const after = { ...edit, words: 'a', nextTime: 'Say it earlier.', details }
    expect(inputs('note.edit')).toEqual([after])
    expect(first(view())).toMatchObject({ channel: 'email', nextTime: 'Say it earlier.' })
    await view().said?.undo?.()
    expect(inputs('note.edit').at(-1)).toEqual({ ...edit, details: said })
  })

  it('is never given what is said of another', async () => {
    const { room, view, answers } = await lookAt()
    answers['note.details'] = { ...noDetails, minutes: 30 }
    room.open(note(30))
    answers['note.details'] = { ...noDetails, minutes: 20 }
    await room.close()
    room.open(note(20))
    await settled()
    expect(view().open).toMatchObject({ id: 'n20', details: { minutes: 20 } })
  })

  it('that can’t be kept stays open with its words, and says why', async () => {
    const { room, view } = await lookAt({ 'note.edit': refuse('disk-full') })
    room.open(first(view()))
    room.change({ words: 'precious' })
    await room.close()
    expect(view()).toMatchObject({ open: { words: 'precious' }, problem: 'disk-full', said: null })
  })

  it('is blanked of what looks like a customer’s', async () => {
    const { room, view } = await lookAt()
    room.open(note(30, 'Mr Ito shouted'))
    room.blank('words')
    expect(view().open?.words).toBe('Mr ••• shouted')
  })

  it('is blanked of nothing where words are off', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(note(30, null))
    room.blank('words')
    await vi.advanceTimersByTimeAsync(1000)
    expect(view().open?.words).toBeNull()
    expect(inputs('note.edit')).toEqual([])
  })
})

describe('a note that is added later', () => {
  const asked = { date: '2026-11-20', time: '23:30', difficulty: 4, type: null } as const
  const added = { ...note(25), addedLater: true }

  it('stands in front and open, and in its place once it is shut', async () => {
    const { room, view, inputs } = await lookAt({ 'note.add': added })
    await room.pick({ query: 'parcel', filter: { type: 'good' } })
    expect(await room.add(asked)).toBe(true)
    await settled()
    expect(inputs('note.add')).toEqual([{ ...asked, id: expect.any(String) }])
    expect(view()).toMatchObject({ added, open: { id: 'n25' }, query: '', filter: noFilter })
    await room.close()
    expect(view().added).toBeNull()
    expect(view().notes?.map(({ id }) => id)).toEqual(['n30', 'n25', 'n20'])
  })

  it('can be taken back', async () => {
    const { room, view, inputs } = await lookAt({ 'note.add': added })
    await room.add(asked)
    await view().said?.undo?.()
    expect(inputs('note.delete')).toEqual([{ id: 'n25' }])
    expect(view()).toMatchObject({ added: null, open: null })
  })

  it('that is refused leaves all as it was, and says why', async () => {
    const { room, view } = await lookAt({ 'note.add': refuse('to-come') })
    expect(await room.add(asked)).toBe(false)
    expect(view()).toMatchObject({ added: null, open: null, problem: 'to-come' })
  })
})

describe('dropped words and a deleted note', () => {
  it('leave the page at once; what was typed last is not kept first', async () => {
    const { room, view, methods, words } = await lookAt()
    room.open(first(view()))
    room.change({ words: 'typed last' })
    await room.dropWords()
    await vi.advanceTimersByTimeAsync(2000)
    expect(methods()).not.toContain('note.edit')
    expect(words()).toEqual(['', 'words 20'])
    expect(view()).toMatchObject({
      open: null,
      busy: false,
      said: { what: 'dropped', left: clean },
    })
  })

  it('can be taken back for 8 seconds', async () => {
    const { room, view, inputs } = await lookAt()
    room.open(first(view()))
    await room.remove()
    expect(view().notes?.map(({ id }) => id)).toEqual(['n20'])
    await vi.advanceTimersByTimeAsync(7999)
    expect(view().said?.undo).not.toBeNull()
    await view().said?.undo?.()
    expect(inputs('note.undo')).toEqual([{ id: 'n30' }])
    expect(view().notes?.map(({ id }) => id)).toEqual(['n30', 'n20'])
  })

  it('can’t be taken back after 8 seconds, and what was done stays said', async () => {
    const { room, view } = await lookAt()
    room.open(first(view()))
    await room.dropWords()
    await vi.advanceTimersByTimeAsync(8000)
    expect(view().said).toMatchObject({ what: 'dropped', undo: null })
  })

  it('tell how many copies hold them still', async () => {
    const left = { settled: false, copiesCleared: 0, copiesLeft: 2 }
    const { room, view } = await lookAt({ 'note.dropWords': left })
    room.open(first(view()))
    await room.dropWords()
    expect(view().said?.left).toEqual(left)
  })

  it('that failed leave the note open, and say why', async () => {
    const { room, view, words } = await lookAt({ 'note.dropWords': refuse('disk-full') })
    room.open(first(view()))
    await room.dropWords()
    expect(view()).toMatchObject({ open: { id: 'n30' }, problem: 'disk-full', busy: false })
    expect(words()).toEqual(['words 30', 'words 20'])
  })
})
