import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createWeekRoom, stepShown } from '../../../renderer/state/week.ts'
import type { Review, Week, WeekPage } from '../../../src/contract.ts'
import { fakeBridge, refuse, settled, silence } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const review = (over: Partial<Review> = {}): Review => ({
  step: 'good',
  answers: {
    helped: { pick: null, words: '' },
    good: { pick: null, words: 'the sea' },
    mine: { pick: null, words: '' },
    theirs: { pick: null, words: '' },
  },
  plan: null,
  hasWords: true,
  ...over,
})
const week: Week = {
  from: '2026-11-15',
  to: '2026-11-21',
  before: '2026-11-08',
  after: null,
  today: '2026-11-21',
  numbers: { shifts: 0, logged: 0, isFew: false, range: null },
  shifts: [],
  made: { hard: 0, ok: 0, good: 0 },
  pauses: 0,
  harderThan: null,
  usual: null,
  watch: null,
  together: null,
  load: null,
  used: [],
  rights: [],
  plan: null,
  review: review(),
}
const page = (from: string, hasMore = false): WeekPage => ({
  weeks: [{ from, to: from, step: 'done', hasWords: false, editedAt: 1 }],
  hasMore,
})

async function openWith(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'week.get': week,
    'week.due': { from: '2026-11-15' },
    'week.list': page('2026-11-08', true),
    'week.drop': { settled: true, copiesCleared: 0, copiesLeft: 0 },
    ...answers,
  })
  const room = createWeekRoom(connect(vault.bridge))
  const leave = room.look()
  await settled()
  const changes = () => vault.inputs('week.keep').map((input) => Object(input).change)
  return { ...vault, room, leave, changes, view: () => room.store.getState() }
}

describe('the week in the main window', () => {
  it('is read while somebody looks, and forgotten when nobody does; the line on Today stays', async () => {
    const { room, leave, view, tell, methods } = await openWith()
    await room.readDue()
    expect(view()).toMatchObject({ week, due: '2026-11-15' })
    tell({ event: 'changed' })
    await settled()
    expect(methods().filter((each) => each === 'week.get')).toHaveLength(2)
    leave()
    await settled()
    expect(JSON.stringify(view())).not.toContain('sea')
    expect(view().due).toBe('2026-11-15')
    tell({ event: 'changed' })
    await settled()
    expect(methods().filter((each) => each === 'week.get')).toHaveLength(2)
  })

  it('stays with the week that is looked at, whichever becomes due', async () => {
    const { tell, inputs } = await openWith()
    tell({ event: 'changed' })
    await settled()
    expect(inputs('week.get').map((input) => Object(input).from)).toEqual([null, '2026-11-15'])
  })

  it('leaves no word behind when the journal locks', async () => {
    const { answers, view, tell } = await openWith()
    answers['week.get'] = refuse('locked')
    tell({ event: 'changed' })
    await settled()
    expect(view()).toMatchObject({ week: null, problem: null })
  })

  it('keeps what is typed within a second, and once more with the step', async () => {
    const { room, changes, view } = await openWith()
    room.write('good', 'the se')
    vi.advanceTimersByTime(999)
    expect(changes()).toEqual([])
    room.write('good', 'the sea ')
    vi.advanceTimersByTime(1)
    await settled()
    expect(changes()).toEqual([{ goodWords: 'the sea' }])
    expect(view().writing).toEqual({ good: 'the sea ' })
    room.write('good', 'the sea, twice')
    await room.goOn('good')
    expect(changes().slice(1)).toEqual([{ goodWords: 'the sea, twice' }, { step: 'mine' }])
    expect(view().writing).toEqual({})
  })

  it('keeps what was typed last when the page is left', async () => {
    const { room, leave, changes, view } = await openWith()
    room.write('good', 'the sea at six')
    leave()
    await settled()
    expect(changes()).toEqual([{ goodWords: 'the sea at six' }])
    expect(JSON.stringify(view())).not.toContain('six')
  })

  it('goes on where it was left, and begins anew where it was left for this week', async () => {
    const { room, changes, answers } = await openWith()
    await room.begin()
    answers['week.get'] = { ...week, review: review({ step: 'left' }) }
    await room.show(null)
    await room.begin()
    answers['week.get'] = { ...week, review: null }
    await room.show(null)
    await room.begin()
    expect(changes()).toEqual([{ step: 'good' }, { step: 'helped' }, { step: 'helped' }])
  })

  it('goes a step back, and the first one is the first', async () => {
    const { room, changes } = await openWith()
    for (const step of ['plan', 'theirs', 'good', 'helped'] as const) await room.back(step)
    expect(changes().map(({ step }) => step)).toEqual(['theirs', 'mine', 'helped', 'helped'])
  })

  it('changes a week that is done without undoing that it is', async () => {
    const { room, changes, view } = await openWith({
      'week.get': { ...week, review: review({ step: 'done' }) },
    })
    const shown = () => {
      const { week: now, changing } = view()
      return now && stepShown(now, changing)
    }
    expect(shown()).toBeNull()
    room.change()
    expect(shown()).toBe('helped')
    await room.pick('helped', 'pause:box')
    await room.goOn('helped')
    expect(shown()).toBe('good')
    await room.back('good')
    expect(shown()).toBe('helped')
    await room.goOn('plan')
    expect(shown()).toBeNull()
    expect(changes()).toEqual([{ helped: 'pause:box' }])
  })

  it('says what went wrong, and keeps what was typed in its field', async () => {
    const { room, view } = await openWith({ 'week.keep': refuse('disk-full') })
    room.write('mine', 'my breaks')
    await room.goOn('mine')
    expect(view()).toMatchObject({ problem: 'disk-full', writing: { mine: 'my breaks' } })
  })

  it('takes words back for eight seconds, from this window’s memory only', async () => {
    const { room, changes, view } = await openWith()
    await room.drop()
    expect(view().dropped).toMatchObject({ from: week.from, left: { copiesLeft: 0 } })
    await room.undoDrop()
    expect(changes()).toEqual([
      { helpedWords: '', goodWords: 'the sea', mineWords: '', theirsWords: '' },
    ])
    await room.drop()
    vi.advanceTimersByTime(8000)
    expect(view().dropped).toBeNull()
    await room.undoDrop()
    expect(changes()).toHaveLength(1)
  })

  it('blanks what looks like a customer’s', async () => {
    const { room, view } = await openWith()
    room.write('good', 'Mr Ito wrote from ito@example.com')
    room.blank('good')
    expect(view().writing.good).not.toMatch(/Ito|example/)
  })

  it('lists older weeks page by page, and keeps them while it follows the journal', async () => {
    const { room, view, answers, tell } = await openWith()
    answers['week.list'] = page('2026-05-10')
    await room.older()
    answers['week.list'] = page('2026-11-08', true)
    tell({ event: 'changed' })
    await settled()
    expect(view().earlier?.weeks.map(({ from }) => from)).toEqual(['2026-11-08', '2026-05-10'])
    expect(view().earlier?.hasMore).toBe(false)
  })

  it('is left alone for this week by one word', async () => {
    const { room, changes, view } = await openWith()
    await room.readDue()
    await room.leave('2026-11-15')
    expect(changes()).toEqual([{ step: 'left' }])
    expect(view().due).toBeNull()
  })

  it('shows nothing that comes after nobody looks any more', async () => {
    const { room, view, leave, answers } = await openWith({ 'week.get': silence })
    leave()
    answers['week.get'] = week
    await settled()
    expect(view().week).toBeNull()
    expect(room.store.getState().problem).toBeNull()
  })
})
