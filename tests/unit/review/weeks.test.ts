import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeRows } from '../../../src/review/made.ts'
import {
  harderThan,
  isUsuallyLast,
  numbersOf,
  plusDays,
  weekDue,
  weekOf,
} from '../../../src/review/weeks.ts'
import { localDate } from '../../../src/shifts/shift.ts'

const date = fc
  .integer({ min: 0, max: 365 * 60 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }).toString())
const firstDay = fc.integer({ min: 1, max: 7 })
const dayOfWeek = (text: string) => Temporal.PlainDate.from(text).dayOfWeek

describe('the week of a date', () => {
  it.each([
    ['2026-11-22', 1, '2026-11-16', '2026-11-22'],
    ['2026-11-22', 7, '2026-11-22', '2026-11-28'],
    ['2026-11-22', 6, '2026-11-21', '2026-11-27'],
    ['2026-11-23', 1, '2026-11-23', '2026-11-29'],
    ['2024-02-29', 4, '2024-02-29', '2024-03-06'],
    ['2027-01-01', 1, '2026-12-28', '2027-01-03'],
  ])('%s, weeks from day %i on: %s to %s', (day, first, from, to) => {
    expect(weekOf(day, first)).toEqual({ from, to })
  })

  it('begins on its first day, has seven days, holds the date, and no other week does', () => {
    fc.assert(
      fc.property(date, firstDay, (day, first) => {
        const week = weekOf(day, first)
        expect(dayOfWeek(week.from)).toBe(first)
        expect(week.to).toBe(plusDays(week.from, 6))
        expect(week.from <= day && day <= week.to).toBe(true)
        expect(weekOf(week.from, first)).toEqual(week)
        expect(weekOf(week.to, first)).toEqual(week)
        expect(weekOf(plusDays(week.to, 1), first).from).toBe(plusDays(week.from, 7))
      }),
    )
  })

  it('is that of the date on which a shift opened: 22 to 07, in any zone, over any change of clocks', () => {
    const zone = fc.constantFrom(
      'Asia/Manila',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    )
    fc.assert(
      fc.property(date, firstDay, zone, (day, first, timeZone) => {
        const opened = Temporal.PlainDate.from(day).toZonedDateTime({
          timeZone,
          plainTime: '22:00',
        })
        // A day that a zone left out (Apia, 2011) opens as the next one.
        const shiftDate = localDate(opened.epochMilliseconds, timeZone)
        const ends = opened.add({ hours: 9 })
        const week = weekOf(shiftDate, first)
        expect(week.from <= shiftDate && shiftDate <= week.to).toBe(true)
        // The morning after the last night may be another week's, and the shift is still this one's.
        const morning = weekOf(localDate(ends.epochMilliseconds, timeZone), first)
        expect([week.from, plusDays(week.from, 7)]).toContain(morning.from)
      }),
    )
  })
})

describe('what a week’s shifts say', () => {
  it.each([
    [[], { shifts: 0, logged: 0, isFew: false, range: null }],
    [[null, null, 4], { shifts: 3, logged: 1, isFew: true, range: null }],
    [[4, 7], { shifts: 2, logged: 2, isFew: false, range: null }],
    [[4, 7, 2.5], { shifts: 3, logged: 3, isFew: false, range: { low: 2.5, high: 7 } }],
    [[4, 4, 4, null, null], { shifts: 5, logged: 3, isFew: false, range: { low: 4, high: 4 } }],
    [
      [4, 4, 4, null, null, null],
      { shifts: 6, logged: 3, isFew: true, range: { low: 4, high: 4 } },
    ],
  ])('%j', (values, says) => {
    expect(numbersOf(values)).toEqual(says)
  })

  it('is the same in whatever order they were logged', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { maxLength: 9 })
    fc.assert(
      fc.property(values, (all) => {
        expect(numbersOf(all.toReversed())).toEqual(numbersOf(all))
      }),
    )
  })
})

describe('harder than how many of the last weeks', () => {
  const weeks = (count: number, value: number) =>
    Array.from({ length: count }, () => [value, value, value])

  it('is said from eight earlier weeks with three logged shifts on', () => {
    expect(harderThan([6, 6, 6], weeks(7, 4))).toBeNull()
    expect(harderThan([6, 6, 6], weeks(8, 4))).toEqual({ weeks: 8, of: 8 })
    expect(harderThan([6, 6], weeks(12, 4))).toBeNull()
    expect(harderThan([6, 6, 6], [...weeks(7, 4), [1, 1], [9]])).toBeNull()
  })

  it('counts those below it; one that is equal isn’t', () => {
    expect(harderThan([5, 5, 5], [...weeks(9, 4), ...weeks(2, 5), ...weeks(1, 6)])).toEqual({
      weeks: 9,
      of: 12,
    })
    expect(harderThan([2, 2, 2], weeks(9, 4))).toEqual({ weeks: 0, of: 9 })
  })
})

describe('whether a week is usually over', () => {
  /** Weeks from Monday on, worked on these days of each. */
  const habit = (days: readonly number[], weeks: number) =>
    Array.from({ length: weeks }, (_, nth) =>
      days.map((day) => plusDays('2026-11-16', -7 * (nth + 1) + day)),
    ).flat()

  it.each([
    // Monday to Friday, for eight weeks.
    ['2026-11-20', [0, 1, 2, 3, 4], 8, true],
    ['2026-11-19', [0, 1, 2, 3, 4], 8, false],
    // Too short a time to say, except on the last day.
    ['2026-11-20', [0, 1, 2, 3, 4], 2, false],
    ['2026-11-22', [0, 1], 0, true],
    // Later than ever: over, too.
    ['2026-11-21', [0, 1, 2, 3, 4], 4, true],
  ])('%s, worked on %j for %i weeks: %s', (day, days, weeks, over) => {
    expect(isUsuallyLast(day, 1, habit(days, weeks))).toBe(over)
  })
})

describe('the week that Today has a line for', () => {
  const nights = [0, 1, 2, 3, 4]
  const worked = Array.from({ length: 9 }, (_, nth) =>
    nights.map((day) => plusDays('2026-11-16', -7 * nth + day)),
  ).flat()
  const due = (over: Partial<Parameters<typeof weekDue>[0]> = {}) =>
    weekDue({
      shift: { shiftDate: '2026-11-20', ended: true },
      firstDay: 1,
      worked,
      isSettled: (from) => from < '2026-11-16',
      ...over,
    })

  it('is this one once its last shift has ended', () => {
    expect(due()).toBe('2026-11-16')
    expect(due({ shift: { shiftDate: '2026-11-20', ended: false } })).toBeNull()
    expect(due({ shift: { shiftDate: '2026-11-18', ended: true } })).toBeNull()
  })
  it('is none on a day off', () => {
    expect(due({ shift: null })).toBeNull()
    expect(due({ shift: null, isSettled: () => false })).toBeNull()
  })
  it('is the one before in the next week’s first shift, until it was looked back at or left', () => {
    const monday = { shiftDate: '2026-11-23', ended: false }
    expect(due({ shift: monday })).toBe('2026-11-16')
    expect(due({ shift: monday, isSettled: () => true })).toBeNull()
  })
  it('is no week without work in it', () => {
    expect(due({ shift: { shiftDate: '2026-11-30', ended: false } })).toBeNull()
  })
  it('is never one that is settled, and always this one or the one before', () => {
    fc.assert(
      fc.property(
        date,
        firstDay,
        fc.boolean(),
        fc.array(fc.integer({ min: -62, max: 6 }), { maxLength: 40 }),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
        (day, first, ended, offsets, [thisSettled, lastSettled]) => {
          const { from } = weekOf(day, first)
          const found = weekDue({
            shift: { shiftDate: day, ended },
            firstDay: first,
            worked: offsets.map((days) => plusDays(from, days)),
            isSettled: (week) => (week === from ? thisSettled === true : lastSettled === true),
          })
          if (found === from) expect([thisSettled, ended]).toEqual([false, true])
          else if (found !== null) {
            expect(found).toBe(plusDays(from, -7))
            expect(lastSettled).toBe(false)
          }
        },
      ),
    )
  })
})

describe('what a time was made of', () => {
  const row = (day: string) => ({ date: day, hard: 1, ok: 2, good: 3 })

  it('is told by week, by month, or by year, with those without a note', () => {
    expect(
      madeRows([row('2026-11-03'), row('2026-11-08')], { from: '2026-11-02', to: '2026-11-20' }, 1),
    ).toEqual({
      by: 'week',
      rows: [
        { from: '2026-11-02', hard: 2, ok: 4, good: 6 },
        { from: '2026-11-09', hard: 0, ok: 0, good: 0 },
        { from: '2026-11-16', hard: 0, ok: 0, good: 0 },
      ],
    })
    expect(madeRows([], { from: '2025-12-15', to: '2026-11-20' }, 1)).toMatchObject({ by: 'month' })
    expect(madeRows([], { from: '2019-05-15', to: '2026-11-20' }, 1).rows).toHaveLength(8)
  })

  it('counts each note once, and keeps to a page', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 4000 }),
        firstDay,
        fc.array(fc.nat(4000), { maxLength: 30 }),
        (from, length, first, at) => {
          const days = at.filter((day) => day <= length).map((day) => row(plusDays(from, day)))
          const { rows } = madeRows(days, { from, to: plusDays(from, length) }, first)
          expect(rows.length).toBeLessThanOrEqual(25)
          expect(rows.reduce((sum, each) => sum + each.good, 0)).toBe(days.length * 3)
        },
      ),
    )
  })
})
