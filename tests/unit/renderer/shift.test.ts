import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createShiftRoom, endStepShown, startStepShown } from '../../../renderer/state/shift.ts'
import type { ShiftCards, ShiftEnd, ShiftStart } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const call = { id: 'c', at: 1 }
const end: ShiftEnd = {
  shiftId: 's',
  step: 'rating',
  rating: null,
  unnoted: [],
  came: null,
  words: '',
  recharge: { offered: null, picked: null },
}
const start: ShiftStart = { step: null, rested: null, moment: 'helped' }

async function roomWith(cards: Partial<ShiftCards>, answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'shift.get': { start: null, end: null, ...cards },
    'recharge.get': [],
    ...answers,
  })
  const room = createShiftRoom(connect(vault.bridge))
  await room.read()
  return { ...vault, room }
}

describe('the start of a shift, on the screen', () => {
  it('is heard of by the journal with the first answer, not with the button', async () => {
    const { room, inputs, answers } = await roomWith({ start })
    room.begin()
    expect(room.store.getState().starting).toBe(true)
    expect(inputs('shift.start')).toEqual([])
    answers['shift.get'] = { start: { ...start, step: 'moment', rested: 4 }, end: null }
    await room.rest(4, true)
    await room.momentDone(true)
    await room.planDone()
    expect(inputs('shift.start')).toEqual([
      { step: 'moment', rested: 4, moment: null },
      { step: 'plan', rested: null, moment: 'helped' },
      { step: 'done', rested: null, moment: null },
    ])
    expect(room.store.getState().starting).toBe(false)
  })

  it('passes over what has nothing to show', async () => {
    const { room, inputs } = await roomWith({ start: { ...start, moment: null } })
    await room.rest(null, false)
    expect(inputs('shift.start')).toEqual([{ step: 'done', rested: null, moment: null }])
    const moment: ShiftStart = { step: 'moment', rested: 1, moment: null }
    expect(startStepShown(moment, false, false)).toBe('done')
    expect(startStepShown(moment, false, true)).toBe('plan')
    expect(startStepShown({ ...moment, step: 'plan' }, false, false)).toBe('done')
    expect(startStepShown(start, false, true)).toBeNull()
    expect(startStepShown(start, true, true)).toBe('rested')
  })
})

describe('the end of a shift, on the screen', () => {
  it('rates the shift, and goes on to what wasn’t noted where there is something', async () => {
    const { room, inputs } = await roomWith({ end: { ...end, unnoted: [call] } })
    await room.rate({ stress: 7, energy: 2 })
    expect(inputs('checkin.save')).toEqual([{ stress: 7, energy: 2, kind: 'shift-end' }])
    expect(inputs('shift.end')).toEqual([{ step: 'unnoted', recharge: null }])
    expect(endStepShown({ ...end, step: 'unnoted' }, false, null)).toBe('right')
    expect(endStepShown({ ...end, step: 'unnoted', unnoted: [call] }, false, null)).toBe('unnoted')
    expect(endStepShown({ ...end, step: 'plans' }, false, null)).toBe('closing')
  })

  it('stays with what was heavy until that was read, also where it was the last one', async () => {
    const step: ShiftEnd = { ...end, step: 'unnoted' }
    const { room } = await roomWith({ end: step })
    await room.note({ callId: 'c', difficulty: 5, type: 'distress' })
    const { heavy } = room.store.getState()
    expect(heavy).toBe('distress')
    expect(endStepShown(step, false, heavy)).toBe('unnoted')
    room.heavyRead()
    expect(endStepShown(step, false, room.store.getState().heavy)).toBe('right')
    await room.note({ callId: 'd', difficulty: 5, type: 'angry' })
    expect(room.store.getState().heavy).toBeNull()
  })

  it('leaves moments, and takes that back', async () => {
    const { room, inputs } = await roomWith({ end: { ...end, step: 'unnoted', unnoted: [call] } })
    await room.leave()
    expect(room.store.getState().left).toBe(true)
    await room.takeBack()
    expect(room.store.getState().left).toBe(false)
    expect(inputs('unnoted.leave')).toEqual([{ left: true }, { left: false }])
    expect(inputs('shift.end').map((to) => Object(to).step)).toEqual(['right', 'unnoted'])
  })

  it('keeps typed words within a second, in the journal itself, once a second at most', async () => {
    const { room, inputs } = await roomWith({ end: { ...end, step: 'right' } })
    room.write('a')
    room.write('a quiet')
    vi.advanceTimersByTime(999)
    expect(inputs('right.keep')).toEqual([])
    vi.advanceTimersByTime(1)
    expect(inputs('right.keep')).toEqual([{ shiftId: 's', came: null, words: 'a quiet' }])
    room.write('a quiet hour ')
    await room.right(true)
    vi.advanceTimersByTime(5000)
    expect(inputs('right.keep').slice(1)).toEqual([
      { shiftId: 's', came: true, words: 'a quiet hour' },
    ])
    expect(room.store.getState().writing).toBeNull()
  })

  it('sends no words where none were typed', async () => {
    const { room, inputs } = await roomWith({ end: { ...end, step: 'right', words: null } })
    await room.right(true)
    expect(inputs('right.keep')).toEqual([{ shiftId: 's', came: true, words: null }])
  })

  it('stays where it is, with a sentence, where something couldn’t be kept', async () => {
    const { room, methods, answers } = await roomWith({ end: { ...end, step: 'right' } })
    answers['right.keep'] = refuse('disk-full')
    room.write('a quiet hour')
    await room.right(true)
    expect(room.store.getState()).toMatchObject({ problem: 'disk-full', writing: 'a quiet hour' })
    expect(methods()).not.toContain('shift.end')
  })

  it('asks for the passphrase where the journal is locked', async () => {
    const { room, inputs, answers } = await roomWith({ end })
    answers['checkin.save'] = refuse('locked')
    await room.rate({ stress: 1, energy: 9 })
    expect(inputs('open')).toEqual([{ window: 'unlock' }])
  })

  it('forgets everything when the journal is locked', async () => {
    const { room, inputs } = await roomWith({ end: { ...end, step: 'right' } })
    room.write('a quiet hour')
    room.shut()
    vi.advanceTimersByTime(5000)
    expect(inputs('right.keep')).toEqual([])
    expect(room.store.getState()).toMatchObject({ cards: null, writing: null, rights: null })
  })
})

describe('what went right before', () => {
  const right = { shiftId: 's', shiftDate: '2026-11-22', openedAt: 5, words: 'a quiet hour' }

  it('is read when somebody looks, and further back on request', async () => {
    const { room, inputs, answers } = await roomWith({ end })
    answers['right.list'] = { rights: [right], hasMore: true }
    await room.look()
    const older = { ...right, shiftId: 'r', openedAt: 2 }
    answers['right.list'] = { rights: [older], hasMore: false }
    await room.older()
    expect(inputs('right.list')).toEqual([{ before: null }, { before: 5 }])
    expect(room.store.getState().rights).toEqual({ rights: [right, older], hasMore: false })
    room.away()
    expect(room.store.getState().rights).toBeNull()
  })

  it('is deleted, and for 8 s written anew from memory, and no longer', async () => {
    const { room, inputs } = await roomWith({ end }, { 'right.drop': { settled: true } })
    await room.drop(right)
    expect(room.store.getState().dropped?.right).toEqual(right)
    await room.undoDrop()
    expect(inputs('right.keep')).toEqual([{ shiftId: 's', came: true, words: 'a quiet hour' }])
    await room.drop(right)
    vi.advanceTimersByTime(8000)
    await settled()
    expect(room.store.getState().dropped).toBeNull()
    await room.undoDrop()
    expect(inputs('right.keep')).toHaveLength(1)
  })
})

describe('a thing that does good', () => {
  const walk = { id: 'walk', words: null, picked: false }

  it('is ticked at once, and as it was again where that couldn’t be kept', async () => {
    const { room, answers } = await roomWith({ end }, { 'recharge.get': [walk] })
    answers['recharge.set'] = refuse('disk-full')
    const ticking = room.setRecharge({ ...walk, picked: true })
    expect(room.store.getState().recharge).toEqual([{ ...walk, picked: true }])
    await ticking
    expect(room.store.getState()).toMatchObject({ problem: 'disk-full', recharge: [walk] })
  })
})
