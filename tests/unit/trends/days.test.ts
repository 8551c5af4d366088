import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeOf } from '../../../renderer/main/trends/dots.ts'
import { gapMs, localDate, longestMs } from '../../../src/shifts/shift.ts'
import { openJournalDesk, testClock, type Desk } from '../../desk.ts'

const hourMs = 3_600_000

const rate = (desk: Desk, stress = 5) =>
  desk.ask('main', 'checkin.save', { stress, energy: 5, kind: 'own' })
const all = (desk: Desk) => desk.ask('main', 'trends.get', { weeks: null })
const dates = async (desk: Desk) => (await all(desk)).shifts.map(({ shiftDate }) => shiftDate)

describe('the shifts on Trends', () => {
  it('are one a night from 22 to 07, by the evening’s date, also where the clock is put on or back', async () => {
    for (const [first, zone, nights] of [
      // The hour that never was, and the one that came twice.
      ['2026-03-27T21:00:00Z', 'Europe/Berlin', ['2026-03-27', '2026-03-28', '2026-03-29']],
      ['2026-10-23T20:00:00Z', 'Europe/Berlin', ['2026-10-23', '2026-10-24', '2026-10-25']],
      ['2026-11-20T14:00:00Z', 'Asia/Manila', ['2026-11-20', '2026-11-21', '2026-11-22']],
    ] as const) {
      using desk = await openJournalDesk(testClock(first, zone))
      for (const _ of nights) {
        for (const hours of [0, 3, 3, 3]) {
          desk.clock.pass(hours * hourMs)
          await rate(desk)
        }
        desk.clock.pass(15 * hourMs)
      }
      expect(await dates(desk)).toEqual(nights)
    }
  })

  it('are one where a split shift pauses for less than five hours, and two on one date from there on', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T06:00:00Z', 'UTC'))
    await rate(desk, 2)
    desk.clock.pass(gapMs - 1)
    await rate(desk, 4)
    expect((await all(desk)).shifts).toMatchObject([{ shiftDate: '2026-11-22', stress: 3 }])
    desk.clock.pass(gapMs)
    await rate(desk, 8)
    expect((await all(desk)).shifts).toMatchObject([
      { shiftDate: '2026-11-22', stress: 3 },
      { shiftDate: '2026-11-22', stress: 8 },
    ])
    // Both are in the watch, one after the other.
    expect((await all(desk)).watch.collected).toBe(2)
  })

  it('keep their date on a journey, and are not taken to be ahead where it goes west', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T17:00:00Z', 'Asia/Manila'))
    await rate(desk)
    desk.clock.move('Pacific/Honolulu')
    desk.clock.pass(8 * hourMs)
    await rate(desk)
    expect(await all(desk)).toMatchObject({
      today: '2026-11-22',
      ahead: 0,
      shifts: [{ shiftDate: '2026-11-22' }, { shiftDate: '2026-11-23' }],
    })
  })

  it('are kept where the clock is set back, and said to be ahead until their day has come', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z', 'UTC'))
    await rate(desk)
    desk.clock.set('2026-03-01T14:00:00Z')
    await rate(desk)
    expect(await all(desk)).toMatchObject({ ahead: 1, shifts: [{ shiftDate: '2026-03-01' }] })
    desk.clock.set('2026-11-22T15:00:00Z')
    expect(await all(desk)).toMatchObject({ ahead: 0 })
    expect(await dates(desk)).toEqual(['2026-03-01', '2026-11-22'])
  })

  it('are those of the rule, around any midnight, in any zone, at any time of the year', async () => {
    const zones = fc.constantFrom('Asia/Manila', 'Europe/Berlin', 'America/Santiago', 'UTC')
    const start = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    const gaps = fc.array(fc.integer({ min: 1, max: 26 * 60 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(start, zones, gaps, async (from, zone, minutes) => {
        using desk = await openJournalDesk(testClock(from.toISOString(), zone))
        const opened: number[] = []
        let last = Number.NEGATIVE_INFINITY
        for (const gap of [0, ...minutes]) {
          desk.clock.pass(gap * 60_000)
          const now = desk.clock.now()
          if (now - last >= gapMs || now - (opened.at(-1) ?? 0) >= longestMs) opened.push(now)
          last = now
          await rate(desk)
        }
        const shifts = (await all(desk)).shifts
        expect(shifts.map(({ shiftDate }) => shiftDate)).toEqual(
          opened.map((at) => localDate(at, zone)),
        )
        // Each stands in one week, whichever day that begins on.
        for (const firstDay of [1, 6, 7])
          for (const week of madeOf(shifts, firstDay, 'week'))
            expect(Temporal.PlainDate.from(week.from).dayOfWeek).toBe(firstDay)
      }),
      { numRuns: 12 },
    )
  })
})
