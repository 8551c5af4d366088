import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createPlansRoom } from '../../../renderer/state/plans.ts'
import type { Plan, Plans } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const shouting: Plan = {
  id: 'p',
  when: { by: 'type', type: 'angry' },
  will: { by: 'words', words: 'hum' },
  state: 'active',
  used: 0,
  cameUp: 0,
  mark: null,
}
const some: Plans = { plans: [shouting], today: { id: 'p', offered: false } }

async function openWith(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'plan.list': some,
    'plan.keep': some,
    'plan.set': some,
    'plan.delete': { settled: true, copiesCleared: 0, copiesLeft: 0 },
    ...answers,
  })
  const room = createPlansRoom(connect(vault.bridge))
  const leave = room.look()
  await settled()
  return { ...vault, room, leave, view: () => room.store.getState() }
}

describe('the plans in the main window', () => {
  it('are read while somebody looks, and forgotten when nobody does', async () => {
    const { room, leave, view, tell, methods } = await openWith()
    const other = room.look()
    expect(view().plans).toEqual(some)
    tell({ event: 'changed' })
    await settled()
    expect(methods()).toEqual(['plan.list', 'plan.list'])
    leave()
    expect(view().plans).toEqual(some)
    other()
    expect(JSON.stringify(view())).not.toContain('hum')
    tell({ event: 'changed' })
    expect(methods()).toHaveLength(2)
  })

  it('leave no word behind when the journal locks', async () => {
    const { answers, view, tell, room } = await openWith()
    room.make(shouting)
    answers['plan.list'] = refuse('locked')
    tell({ event: 'journal', state: 'locked' })
    await settled()
    expect(JSON.stringify(view())).not.toContain('hum')
    expect(view().problem).toBeNull()
  })

  it('begin from a note’s type, save for one that says nothing about when', async () => {
    const { room, view } = await openWith()
    room.make({ type: 'blaming' })
    expect(view().making).toMatchObject({ old: false, when: { type: 'blaming' }, will: null })
    room.make({ type: 'other' })
    expect(view().making).toMatchObject({ when: null })
    expect(await room.keep(null)).toBe(false)
  })

  it('stay as they were typed when they could not be kept', async () => {
    const { room, view, answers } = await openWith({ 'plan.keep': refuse('disk-full') })
    room.make()
    room.change({ when: { by: 'words', words: 'it rains' } })
    room.change({ will: { by: 'action', action: 'feet' } })
    expect(await room.keep(null)).toBe(false)
    expect(view()).toMatchObject({ problem: 'disk-full', making: { when: { words: 'it rains' } } })
    answers['plan.keep'] = some
    expect(await room.keep(null)).toBe(true)
    expect(view()).toMatchObject({ problem: null, making: null, said: { what: 'kept' } })
  })

  it('take a new one back, and bring the one that rested for it into use again', async () => {
    const { room, view, asked } = await openWith()
    room.make({ type: 'angry' })
    room.change({ will: { by: 'action', action: 'limit' } })
    const id = view().making?.id
    await room.keep('rested')
    await view().said?.undo()
    expect(asked.slice(-2)).toMatchObject([
      { method: 'plan.delete', input: { id } },
      { method: 'plan.set', input: { id: 'rested', state: 'active' } },
    ])
  })

  it('take a change back to what was there before', async () => {
    const { room, view, inputs } = await openWith()
    room.make(shouting)
    room.change({ will: { by: 'action', action: 'limit' } })
    await room.keep(null)
    await view().said?.undo()
    expect(inputs('plan.keep')).toMatchObject([
      { id: 'p', will: { action: 'limit' } },
      { id: 'p', will: { words: 'hum' } },
    ])
  })

  it('write a deleted one back for eight seconds, and then have no word of it', async () => {
    const { room, view, inputs, answers } = await openWith()
    answers['plan.list'] = { plans: [], today: null }
    await room.remove(shouting)
    vi.advanceTimersByTime(7999)
    await view().said?.undo()
    expect(inputs('plan.keep')).toMatchObject([{ id: 'p', will: { words: 'hum' } }])
    answers['plan.list'] = { plans: [], today: null }
    await room.remove(shouting)
    vi.advanceTimersByTime(8000)
    expect(view().said).toBeNull()
  })

  it('are not deleted, nor changed, where their words can’t be read', async () => {
    const { room, methods, view } = await openWith()
    const hidden: Plan = { ...shouting, will: { by: 'words', words: null } }
    await room.remove(hidden)
    expect(methods()).toEqual(['plan.list'])
    room.make(hidden)
    expect(view().making?.will).toBeNull()
  })
})
