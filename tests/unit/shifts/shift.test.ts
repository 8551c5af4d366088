import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { belongs, gapMs, localDate, longestMs } from '../../../src/shifts/shift.ts'

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
