import { describe, expect, it } from 'vitest'
import { piecesOf, spanOf } from '../../../renderer/main/selfcheck/months.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { answerTo, createSelfCheckRoom } from '../../../renderer/state/self-check.ts'
import type { SelfCheck, SelfChecks } from '../../../src/contract.ts'
import { itemIds, type Answers } from '../../../src/selfcheck/items.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const check = (answers: Answers, finished = false): SelfCheck => ({
  id: 'k',
  month: '2026-11',
  date: '2026-11-22',
  finished,
  answers,
  work: null,
  customers: null,
  hidden: null,
})
const seen = (...checks: SelfCheck[]): SelfChecks => ({
  month: '2026-11',
  today: '2026-11-22',
  current: checks[0]?.id ?? null,
  checks,
  weeks: [],
  weekOpen: true,
})
async function someRoom(now: SelfChecks, answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'selfcheck.get': now,
    'selfcheck.answer': now,
    'selfcheck.finish': now,
    'selfcheck.delete': seen(),
    'selfcheck.undo': now,
    ...answers,
  })
  const room = createSelfCheckRoom(connect(vault.bridge))
  const leave = room.look()
  await settled()
  return { ...vault, room, leave, view: () => room.store.getState() }
}

describe('the self-check', () => {
  it('begins with the first item that isn’t answered, or with the first where all are', async () => {
    const fresh = await someRoom(seen())
    fresh.room.begin()
    expect(fresh.view().asking).toBe(itemIds[0])
    const half = await someRoom(seen(check({ slower: 1, break: 2, clock: 0 })))
    half.room.begin()
    expect(half.view().asking).toBe('twice')
    const all: Answers = Object.fromEntries(itemIds.map((item) => [item, 1]))
    const done = await someRoom(seen(check(all, true)))
    done.room.begin()
    expect(done.view().asking).toBe(itemIds[0])
  })

  it('goes on at once, and back where an answer couldn’t be kept', async () => {
    const { room, view, answers } = await someRoom(seen(check({})))
    room.begin()
    const going = room.answer('slower', 3)
    expect(view().asking).toBe('break')
    // Whoever goes back at once sees what they gave.
    expect(answerTo(view(), 'slower')).toBe(3)
    await going
    answers['selfcheck.answer'] = refuse('disk-full')
    await room.answer('break', 1)
    expect(view()).toMatchObject({ asking: 'break', problem: 'disk-full' })
    expect(answerTo(view(), 'break')).toBeNull()
  })

  it('is finished after the last item, answered or left out', async () => {
    const { room, view, inputs } = await someRoom(seen(check({ slower: 1 })))
    await room.answer('mood', 2)
    expect(inputs('selfcheck.finish')).toEqual([])
    expect(view().asking).toBe('hidden')
    await room.leaveOut('hidden')
    expect(inputs('selfcheck.answer').at(-1)).toEqual({ item: 'hidden', value: null })
    expect(inputs('selfcheck.finish')).toEqual([{ id: 'k', finished: true }])
    expect(view().asking).toBeNull()
  })

  it('finishes nothing where everything was left out', async () => {
    const { room, inputs } = await someRoom(seen())
    await room.leaveOut('hidden')
    expect(inputs('selfcheck.finish')).toEqual([])
  })

  it('goes back one at a time, and rests', async () => {
    const { room, view } = await someRoom(seen())
    room.begin()
    room.back()
    expect(view().asking).toBe(itemIds[0])
    await room.answer('slower', 1)
    room.back()
    expect(view().asking).toBe('slower')
    room.rest()
    expect(view().asking).toBeNull()
  })

  it('that is taken out can be brought back', async () => {
    const now = seen(check({ slower: 1 }))
    const { room, view, inputs } = await someRoom(now)
    await room.remove('k')
    expect(view().seen?.checks).toEqual([])
    await view().said?.undo()
    expect(inputs('selfcheck.undo')).toEqual([{ id: 'k' }])
    expect(view()).toMatchObject({ seen: now, said: null })
  })

  it('shows nothing of a journal that is locked', async () => {
    const { room, view, answers, tell } = await someRoom(seen(check({ slower: 1 })))
    room.begin()
    answers['selfcheck.get'] = refuse('locked')
    tell({ event: 'journal', state: 'locked' })
    await settled()
    expect(view()).toMatchObject({ seen: null, asking: null, problem: null })
  })
})

describe('the months of the chart', () => {
  const of = (month: string, mean: number | null) => ({
    month,
    work: mean === null ? null : { mean, answered: 7 },
    customers: null,
  })
  const at = (month: string) => Date.parse(`${month}-01T00:00Z`)

  it('stand in pieces: neighbours together, a month without one apart, over a year’s end too', () => {
    const checks = [
      of('2025-11', 1),
      of('2025-12', 2),
      of('2026-01', 3),
      of('2026-02', null),
      of('2026-03', 1.5),
      of('2026-05', 2),
    ]
    expect(piecesOf(checks, 'work')).toEqual([
      [
        { at: at('2025-11'), mean: 1 },
        { at: at('2025-12'), mean: 2 },
        { at: at('2026-01'), mean: 3 },
      ],
      [{ at: at('2026-03'), mean: 1.5 }],
      [{ at: at('2026-05'), mean: 2 }],
    ])
    expect(piecesOf(checks, 'customers')).toEqual([])
  })

  it('reach from half a year to two years, and to this month', () => {
    const one = spanOf([of('2026-11', 1)], '2026-11')
    expect([one.from, one.to]).toEqual([at('2026-06'), at('2026-11')])
    expect(one.ticks).toHaveLength(6)
    const many = spanOf([of('2020-01', 1), of('2026-10', 1)], '2026-11')
    expect([many.from, many.to]).toEqual([at('2024-12'), at('2026-11')])
    expect(many.ticks).toHaveLength(8)
    expect(spanOf([], '2026-11').ticks).toHaveLength(6)
    // A clock that was set back: what is there is shown.
    expect(spanOf([of('2026-12', 1)], '2026-11').to).toBe(at('2026-12'))
  })
})
