import { describe, expect, it } from 'vitest'
import { isWeekOpen, lineOf, type DueFacts } from '../../../src/selfcheck/due.ts'

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)
const facts = (change: Partial<DueFacts>): DueFacts => ({
  today: '2026-11-22',
  now: at('2026-11-22T14:00:00Z'),
  last: null,
  skipped: null,
  shifts: 10,
  ...change,
})
const begun = (day: string, finished = true, editedAt = at(`${day}T12:00:00Z`)) => ({
  month: day.slice(0, 7),
  beganAt: at(`${day}T12:00:00Z`),
  editedAt,
  finished,
})

describe('what Today says of the self-check', () => {
  it.each<[DueFacts['last'] extends never ? never : 'go-on' | 'due' | null, string, DueFacts]>([
    ['due', 'the first one, after ten shifts', facts({})],
    [null, 'too few shifts', facts({ shifts: 9 })],
    [null, 'done in this month', facts({ last: begun('2026-11-02') })],
    ['go-on', 'half done in this month', facts({ last: begun('2026-11-02', false) })],
    ['due', '28 days and another month later', facts({ last: begun('2026-10-25') })],
    [null, 'another month, and only 23 days later', facts({ last: begun('2026-10-30') })],
    [
      'due',
      'one that was left half done in another month',
      facts({ last: begun('2026-10-12', false) }),
    ],
    [null, 'not this month', facts({ skipped: '2026-11' })],
    ['due', 'not last month', facts({ skipped: '2026-10' })],
    [
      null,
      'not this month, half done',
      facts({ skipped: '2026-11', last: begun('2026-11-02', false) }),
    ],
  ])('%s: %s', (line, _what, now) => {
    expect(lineOf(now)).toBe(line)
  })

  it('goes on over the end of a month, where it was begun just before', () => {
    const last = { ...begun('2026-10-31', false), editedAt: at('2026-10-31T23:50:00Z') }
    const later = (hours: number) =>
      facts({ today: '2026-11-01', now: last.editedAt + hours * hour, last })
    expect(lineOf(later(1))).toBe('go-on')
    expect(lineOf(later(23.9))).toBe('go-on')
    expect(lineOf(later(24))).toBeNull()
  })
})

describe('the question of the week', () => {
  it.each([
    [null, true],
    ['2026-11-22', false],
    ['2026-11-16', false],
    ['2026-11-15', true],
    // A clock that was set back.
    ['2026-12-24', false],
  ])('answered last on %s is open: %s', (last, open) => {
    expect(isWeekOpen(last, '2026-11-22')).toBe(open)
  })
})
