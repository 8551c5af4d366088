import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  edgeMs,
  isInTime,
  lateMs,
  lengthOf,
  momentsOf,
  nextMoment,
  usualLengthMs,
} from '../../../src/checkins/reminders.ts'
import { reminderCounts } from '../../../src/settings/reminder-counts.ts'
import { idAt } from '../../desk.ts'

const openedAt = Date.UTC(2026, 10, 22, 14)
const id = (last: string) => `019abcde-0000-7000-8000-${last}`
const hour = 3_600_000

describe('the random moments of a shift', () => {
  it.each([
    // By hand: 8 h less twice 20 min are 440 min; 0000, 8000 and c000 are 0, 1/2 and 3/4 of a part.
    [0, '00008000c000', []],
    [1, '80000000c000', [20 + 220]],
    [2, '00008000c000', [20, 20 + 220 + 110]],
    [3, '00008000c000', [20, 20 + 440 / 3 + 440 / 6, 20 + (2 * 440) / 3 + 110]],
  ] as const)('of %i a shift come from its id %s', (count, last, minutes) => {
    expect(momentsOf({ id: id(last), openedAt }, 8 * hour, count)).toEqual(
      minutes.map((minute) => Math.round(openedAt + minute * 60_000)),
    )
  })

  it('lie each in its own part of the shift, in order, and are the same again', () => {
    const lengths = fc.integer({ min: 0, max: 16 * hour })
    fc.assert(
      fc.property(lengths, fc.constantFrom(...reminderCounts), (length, count) => {
        const shift = { id: idAt(openedAt), openedAt }
        const moments = momentsOf(shift, length, count)
        expect(moments).toHaveLength(count)
        expect(moments).toEqual(momentsOf(shift, length, count))
        const part = Math.max(0, length - 2 * edgeMs) / Math.max(1, count)
        for (const [nth, moment] of moments.entries()) {
          const from = openedAt + edgeMs + nth * part
          expect(moment).toBeGreaterThanOrEqual(Math.floor(from))
          expect(moment).toBeLessThanOrEqual(Math.ceil(from + part))
        }
      }),
    )
  })

  it('are spread over all of a part: a tenth of them in each tenth', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let nth = 0; nth < 4000; nth++) {
      const [moment = 0] = momentsOf({ id: idAt(openedAt + nth), openedAt }, 8 * hour, 1)
      const tenth = Math.floor(((moment - openedAt - edgeMs) / (8 * hour - 2 * edgeMs)) * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    // Four standard errors of 400.
    for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(4 * Math.sqrt(360))
  })

  it('come one after the other, and none after the last', () => {
    expect(nextMoment([10, 20, 30], 9)).toBe(10)
    expect(nextMoment([10, 20, 30], 10)).toBe(20)
    expect(nextMoment([10, 20, 30], 30)).toBeNull()
    expect(nextMoment([], 1)).toBeNull()
  })

  it('are left out where the timer comes too late, and taken where it is a little early', () => {
    expect(isInTime(10_000, 9_500)).toBe(true)
    expect(isInTime(10_000, 10_000 + lateMs)).toBe(true)
    expect(isInTime(10_000, 10_001 + lateMs)).toBe(false)
    expect(isInTime(10_000, 8_000)).toBe(false)
  })
})

describe('the usual length of a shift', () => {
  it('is the middle of the last ones, and eight hours while there are fewer than five', () => {
    expect(lengthOf([])).toBe(usualLengthMs)
    expect(lengthOf([hour, hour, hour, hour])).toBe(usualLengthMs)
    expect(lengthOf([9 * hour, 4 * hour, 9 * hour, 10 * hour, hour])).toBe(9 * hour)
  })
})
