import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createCheckInsRoom } from '../../../renderer/state/check-ins.ts'
import type { CheckInEntry } from '../../../src/contract.ts'
import { noCheckInDetails } from '../../../src/checkins/said.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const clean = { settled: true, copiesCleared: 0, copiesLeft: 0 }
const entry = (at: number, words: string | null = 'hm'): CheckInEntry => ({
  id: `c${at}`,
  shiftId: 's',
  shiftDate: '2026-11-22',
  at,
  zone: 'Asia/Manila',
  kind: 'own',
  stress: 6,
  energy: 4,
  details: noCheckInDetails,
  words,
  hasWords: true,
  addedLater: false,
})
const page = (ats: number[], hasMore = false) => ({ checkIns: ats.map((at) => entry(at)), hasMore })

function someRoom(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'checkin.list': page([30, 20]),
    'checkin.get': entry(30),
    'checkin.delete': clean,
    'checkin.dropWords': clean,
    ...answers,
  })
  const room = createCheckInsRoom(connect(vault.bridge))
  return { ...vault, room, view: () => room.store.getState() }
}
const shown = (view: { checkIns: readonly CheckInEntry[] | null }) =>
  view.checkIns?.map(({ at }) => at)

describe('the list of check-ins', () => {
  it('is read only while somebody looks, and nothing of it stays afterwards', async () => {
    const { room, view, methods, tell } = someRoom()
    tell({ event: 'changed' })
    await settled()
    expect(methods()).toEqual([])
    const leave = room.look()
    await settled()
    expect(shown(view())).toEqual([30, 20])
    leave()
    expect(view().checkIns).toBeNull()
  })

  it('goes on to older ones, and keeps them when something changes', async () => {
    const { room, view, answers, inputs, tell } = someRoom({ 'checkin.list': page([30, 20], true) })
    room.look()
    await settled()
    answers['checkin.list'] = page([10, 5])
    await room.older()
    expect(inputs('checkin.list').at(-1)).toEqual({ before: { at: 20, id: 'c20' } })
    expect(shown(view())).toEqual([30, 20, 10, 5])
    expect(view().hasMore).toBe(false)
    answers['checkin.list'] = page([40, 30], true)
    tell({ event: 'changed' })
    await settled()
    // What slid out of the first page is still older than its last.
    expect(shown(view())).toEqual([40, 30, 20, 10, 5])
  })

  it('shows nothing of a journal that is locked', async () => {
    const { room, view, answers, tell } = someRoom()
    room.look()
    await room.open('c30')
    answers['checkin.list'] = refuse('locked')
    tell({ event: 'journal', state: 'locked' })
    await settled()
    expect(view()).toMatchObject({ checkIns: null, open: null, problem: null })
  })
})

describe('an open check-in', () => {
  it('is kept within a second, and once more when it is shut', async () => {
    const { room, view, inputs } = someRoom()
    await room.open('c30')
    room.change({ words: 'h' })
    room.changeDetails({ body: ['jaw'] })
    await vi.advanceTimersByTimeAsync(999)
    expect(inputs('checkin.edit')).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    const details = { ...noCheckInDetails, body: ['jaw'] }
    expect(inputs('checkin.edit')).toEqual([
      { id: 'c30', stress: 6, energy: 4, words: 'h', details },
    ])
    room.change({ stress: 7 })
    await room.close()
    expect(inputs('checkin.edit').at(-1)).toMatchObject({ stress: 7, words: 'h' })
    expect(view().open).toBeNull()
    expect(view().said).toMatchObject({ what: 'edited' })
  })

  it('goes back to what it was, for 8 s', async () => {
    const { room, view, inputs } = someRoom()
    await room.open('c30')
    room.change({ stress: 9 })
    await room.close()
    await view().said?.undo?.()
    expect(inputs('checkin.edit').at(-1)).toMatchObject({ stress: 6, words: 'hm' })
    expect(view().said).toBeNull()
    await room.open('c30')
    room.change({ stress: 9 })
    await room.close()
    await vi.advanceTimersByTimeAsync(8000)
    expect(view().said).toBeNull()
  })

  it('says nothing where nothing was changed', async () => {
    const { room, view, inputs } = someRoom()
    await room.open('c30')
    await room.close()
    expect(inputs('checkin.edit')).toEqual([])
    expect(view().said).toBeNull()
  })

  it('stays open, with a sentence, where it couldn’t be kept', async () => {
    const { room, view } = someRoom({ 'checkin.edit': refuse('disk-full') })
    await room.open('c30')
    room.change({ words: 'stays' })
    await room.close()
    expect(view()).toMatchObject({ open: { words: 'stays' }, problem: 'disk-full' })
  })

  it('sends no words where this desk shows none', async () => {
    const { room, view, inputs } = someRoom({ 'checkin.get': entry(30, null) })
    await room.open('c30')
    expect(view().open).toMatchObject({ words: null, hasHidden: true })
    room.change({ stress: 1 })
    await room.close()
    expect(inputs('checkin.edit')).toMatchObject([{ words: null, stress: 1 }])
  })

  it('that is taken out isn’t kept first, and comes back', async () => {
    const { room, view, inputs } = someRoom()
    await room.open('c30')
    room.change({ words: 'typed last' })
    await room.remove()
    expect(inputs('checkin.edit')).toEqual([])
    expect(view()).toMatchObject({ open: null, said: { what: 'deleted', left: clean } })
    await view().said?.undo?.()
    expect(inputs('checkin.undo')).toEqual([{ id: 'c30' }])
  })
})

describe('a check-in of an earlier time', () => {
  it('is added, and taken back by taking it out', async () => {
    const { room, view, inputs } = someRoom()
    const given = { date: '2026-11-20', time: '10:00', stress: 3, energy: 5 }
    expect(await room.add(given)).toBe(true)
    const [added] = inputs('checkin.add')
    expect(added).toMatchObject(given)
    await view().said?.undo?.()
    expect(inputs('checkin.delete')).toHaveLength(1)
  })

  it('stays as it was filled in, with a sentence, where it is refused', async () => {
    const { room, view } = someRoom({ 'checkin.add': refuse('to-come') })
    const given = { date: '2027-11-20', time: '10:00', stress: 3, energy: 5 }
    expect(await room.add(given)).toBe(false)
    expect(view()).toMatchObject({ said: null, problem: 'to-come' })
  })
})
