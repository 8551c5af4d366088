import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dotsOf,
  firstDayOf,
  linesOf,
  madeOf,
  marksIn,
  monthsOf,
  spanOf,
  ticksOf,
} from '../../../renderer/main/trends/dots.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { createTrendsRoom } from '../../../renderer/state/trends.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

const dayMs = 86_400_000
const today = '2026-11-22'

describe('the dots of the trend', () => {
  const plain = { addedLater: false, kind: 'any' as const }

  it('are one a logged shift, hollow for own check-ins and what was added later', () => {
    const dots = dotsOf([
      { shiftDate: '2026-11-19', stress: 3, ratedBy: 'shift-end', addedLater: true, kind: 'late' },
      { shiftDate: '2026-11-20', stress: 0, ratedBy: 'shift-end', ...plain },
      { shiftDate: '2026-11-21', stress: null, ratedBy: null, ...plain },
      { shiftDate: '2026-11-22', stress: 6.5, ratedBy: 'own', ...plain },
    ])
    expect(dots).toEqual([
      { at: Date.UTC(2026, 10, 19), stress: 3, hollow: true, kind: 'late' },
      { at: Date.UTC(2026, 10, 20), stress: 0, hollow: false, kind: 'any' },
      { at: Date.UTC(2026, 10, 22), stress: 6.5, hollow: true, kind: 'any' },
    ])
  })

  it.each([4, 13, 52] as const)('lie within %i weeks that end after today', (weeks) => {
    const [from, to] = spanOf(today, weeks, undefined)
    expect(to - from).toBe(weeks * 7 * dayMs)
    expect(to).toBe(Date.UTC(2026, 10, 23))
  })

  it('lie within all there is, and never within less than four weeks', () => {
    expect(spanOf(today, null, '2020-01-05')[0]).toBe(Date.UTC(2020, 0, 5))
    const [from, to] = spanOf(today, null, '2026-11-20')
    expect(to - from).toBe(28 * dayMs)
  })

  it('are named by the months that begin among them, over a year end too', () => {
    expect(monthsOf(spanOf(today, 13, undefined))).toEqual(
      [8, 9, 10].map((month) => Date.UTC(2026, month)),
    )
    expect(monthsOf(spanOf('2027-02-10', 13, undefined))).toEqual([
      Date.UTC(2026, 11),
      Date.UTC(2027, 0),
      Date.UTC(2027, 1),
    ])
    expect(ticksOf(spanOf(today, 4, undefined))).toHaveLength(4)
    expect(monthsOf(spanOf(today, null, '2016-11-22')).length).toBeLessThanOrEqual(13)
  })

  it('have a line in pieces: none before a baseline, none over a long gap', () => {
    const at = (shiftDate: string, line: number | null) => ({ shiftDate, line })
    const pieces = linesOf([
      at('2026-01-01', null),
      at('2026-01-02', 4),
      at('2026-01-03', null),
      at('2026-01-04', 4.2),
      at('2026-02-04', 5),
      at('2026-02-05', 5.1),
      at('2026-06-05', 5.1),
    ])
    expect(pieces.map((piece) => piece.map(({ line }) => line))).toEqual([
      [4, 4.2],
      [5, 5.1],
    ])
  })

  it('have marks behind them, cut at the ends of the period', () => {
    const span = spanOf(today, 4, undefined)
    const mark = { id: 'a', kind: 'peak' as const }
    expect(marksIn([{ ...mark, from: '2026-01-01', to: '2026-11-01' }], span)).toMatchObject([
      { starts: span[0], ends: Date.UTC(2026, 10, 2) },
    ])
    expect(marksIn([{ ...mark, from: '2026-01-01', to: '2026-01-02' }], span)).toEqual([])
  })
})

describe('what the weeks were made of', () => {
  const shift = fc.record({
    day: fc.nat(400),
    hard: fc.nat(9),
    ok: fc.nat(9),
    good: fc.nat(9),
  })

  it('counts every note once, in weeks without a hole, on any first day of a week', () => {
    fc.assert(
      fc.property(
        fc.array(shift, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (days, firstDay) => {
          const shifts = days
            .sort((one, other) => one.day - other.day)
            .map(({ day, ...counts }) => ({
              ...counts,
              shiftDate: Temporal.PlainDate.from('2025-10-01').add({ days: day }).toString(),
            }))
          for (const by of ['week', 'month'] as const) {
            const made = madeOf(shifts, firstDay, by)
            for (const part of ['hard', 'ok', 'good'] as const)
              expect(made.reduce((sum, week) => sum + week[part], 0)).toBe(
                shifts.reduce((sum, each) => sum + each[part], 0),
              )
            for (const [nth, { from }] of made.entries()) {
              const date = Temporal.PlainDate.from(from)
              if (by === 'week') expect(date.dayOfWeek).toBe(firstDay)
              const next = made[nth + 1]
              const step = by === 'week' ? { days: 7 } : { months: 1 }
              if (next) expect(next.from).toBe(date.add(step).toString())
            }
          }
        },
      ),
    )
  })

  it('begins weeks where people of the language begin them', () => {
    expect(firstDayOf('de-DE')).toBe(1)
    expect(firstDayOf('en-US')).toBe(7)
    expect(firstDayOf('no language')).toBe(1)
  })
})

describe('the room of Trends', () => {
  const trends = { weeks: 13, shifts: [], marks: [] }

  it('reads while it is looked at, what changed and what is asked for, and keeps nothing after', async () => {
    const { bridge, inputs, tell } = fakeBridge({ 'trends.get': trends })
    const room = createTrendsRoom(connect(bridge))
    tell({ event: 'changed' })
    await settled()
    expect(inputs('trends.get')).toEqual([])
    const away = room.look()
    room.show(52)
    tell({ event: 'changed' })
    await settled()
    expect(inputs('trends.get')).toEqual([{ weeks: 13 }, { weeks: 52 }, { weeks: 52 }])
    expect(room.store.getState().trends).toEqual(trends)
    away()
    expect(room.store.getState().trends).toBeNull()
  })

  it('shows no number of a locked journal', async () => {
    const { bridge, answers, tell } = fakeBridge({ 'trends.get': trends })
    const room = createTrendsRoom(connect(bridge))
    room.look()
    await settled()
    answers['trends.get'] = refuse('locked')
    tell({ event: 'journal', state: 'locked' })
    await settled()
    expect(room.store.getState()).toMatchObject({ trends: null, problem: null })
  })

  it('says so where something could not be kept', async () => {
    const { bridge } = fakeBridge({ 'trends.get': trends, 'mark.keep': refuse('disk-full') })
    const room = createTrendsRoom(connect(bridge))
    expect(await room.mark({ kind: 'peak', from: today, to: today })).toBe(false)
    expect(room.store.getState().problem).toBe('disk-full')
  })
})
