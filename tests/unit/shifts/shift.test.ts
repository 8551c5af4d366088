import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  belongs,
  gapMs,
  instantOf,
  localDate,
  longestMs,
  usualShift,
} from '../../../src/shifts/shift.ts'

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds

describe('which shift an instant belongs to', () => {
  const openedAt = at('2026-11-22T14:00:00Z')

  it.each([
    ['the moment it opened', 0, 0, true],
    ['just under five hours after the last entry', 3_600_000, 3_600_000 + gapMs - 1, true],
    ['five hours after the last entry', 3_600_000, 3_600_000 + gapMs, false],
    ['just under sixteen hours in, with entries all along', longestMs - 2, longestMs - 1, true],
    ['sixteen hours in, however busy', longestMs - 2, longestMs, false],
    ['before it opened', 0, -1, false],
  ])('%s', (_when, lastAfter, after, same) => {
    expect(belongs({ openedAt, lastAt: openedAt + lastAfter }, openedAt + after)).toBe(same)
  })
})

describe('the shift date', () => {
  it.each([
    // A night shift in Manila, 22 to 07: the evening's date.
    ['2026-11-22T14:00:00Z', 'Asia/Manila', '2026-11-22'],
    ['2026-11-22T16:30:00Z', 'Asia/Manila', '2026-11-23'],
    // The hour that comes twice, and the one that never was.
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29'],
    // Samoa skipped a whole day.
    ['2011-12-30T10:30:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31'],
  ])('%s in %s is %s', (iso, zone, date) => {
    expect(localDate(at(iso), zone)).toBe(date)
  })

  it('never goes back as time goes on in one zone', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(localDate(early, 'Asia/Manila') <= localDate(late, 'Asia/Manila')).toBe(true)
      }),
    )
  })
})

describe('the usual shift around an instant', () => {
  it.each([
    // 22:00 in Manila: the night's date until 18:00 the next day.
    ['2026-11-22T14:00:00Z', 'Asia/Manila', '22:00', '2026-11-22'],
    ['2026-11-22T23:00:00Z', 'Asia/Manila', '22:00', '2026-11-22'],
    ['2026-11-23T09:59:00Z', 'Asia/Manila', '22:00', '2026-11-22'],
    ['2026-11-23T10:00:00Z', 'Asia/Manila', '22:00', '2026-11-23'],
    // Half an hour past midnight: the evening before is its beginning.
    ['2026-11-22T12:30:00Z', 'Asia/Manila', '00:30', '2026-11-23'],
    ['2026-11-22T12:29:00Z', 'Asia/Manila', '00:30', '2026-11-22'],
    // A day, where nobody said.
    ['2026-11-22T15:59:00Z', 'Asia/Manila', null, '2026-11-22'],
    ['2026-11-22T16:00:00Z', 'Asia/Manila', null, '2026-11-23'],
    // A start that never was on that night, and one that came twice.
    ['2026-03-29T01:30:00Z', 'Europe/Berlin', '02:30', '2026-03-29'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '02:30', '2026-10-25'],
  ])('at %s in %s, started at %s, is that of %s', (iso, zone, start, date) => {
    expect(usualShift(at(iso), zone, start).shiftDate).toBe(date)
  })

  it('is one for all instants between a start and the next, and never goes back', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
    const zones = fc.constantFrom('Asia/Manila', 'Europe/Berlin', 'America/Santiago', 'UTC')
    const starts = fc.constantFrom(null, '00:00', '02:30', '06:00', '22:00', '23:59')
    fc.assert(
      fc.property(instant, fc.nat(40 * 3_600_000), zones, starts, (one, after, zone, start) => {
        const early = usualShift(one, zone, start)
        const late = usualShift(one + after, zone, start)
        expect(early.shiftDate <= late.shiftDate).toBe(true)
        expect(early.startsAt === late.startsAt).toBe(early.shiftDate === late.shiftDate)
        expect(localDate(early.startsAt, zone)).toBe(early.shiftDate)
      }),
    )
  })

  it('reads a wall clock as the local date says it', () => {
    const days = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(days, fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const date = Temporal.PlainDate.from('1990-01-01').add({ days: day }).toString()
        const time = [hour, minute].map((each) => String(each).padStart(2, '0')).join(':')
        expect(localDate(instantOf(date, time, 'Europe/Berlin'), 'Europe/Berlin')).toBe(date)
      }),
    )
  })
})
