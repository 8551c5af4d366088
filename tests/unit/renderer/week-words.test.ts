import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { latelyWords, rowName, verdictWords } from '../../../renderer/i18n/main/sheet.ts'
import {
  harderWords,
  madeWords,
  numbersWords,
  thingName,
  weekDates,
} from '../../../renderer/i18n/main/week.ts'
import type { Week } from '../../../src/contract.ts'
import { mineThings, theirThings } from '../../../src/review/kinds.ts'
import { numbersOf } from '../../../src/review/weeks.ts'
import { nothingSaid } from '../../../src/trends/series.ts'
import { messages } from '../../../resources/languages/en.po'
import { messages as main } from '../../../resources/languages/main/en.po'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...main } }))

const week = (values: (number | null)[], over: Partial<Week> = {}): Week => ({
  from: '2026-11-15',
  to: '2026-11-21',
  before: '2026-11-08',
  after: null,
  today: '2026-11-21',
  numbers: numbersOf(values),
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
  review: null,
  ...over,
})

describe('what is said of a week', () => {
  it.each([
    [[], 'No shift in this week.'],
    [[9], 'You logged 1 of 1 shifts.'],
    [[9, 9], 'You logged 2 of 2 shifts.'],
    [
      [9, 9, null, null],
      'Few shifts logged, so this may not be typical. You logged 2 of 4 shifts.',
    ],
    [[4, 2.5, 7], 'You logged 3 of 3 shifts. Stress from 2.5 to 7, of 10.'],
    [[4, 4, 4], 'You logged 3 of 3 shifts. Stress: 4 of 10.'],
    [
      [4, 2, 7, null, null, null],
      'Few shifts logged, so this may not be typical. You logged 3 of 6 shifts. Stress from 2 to 7, of 10.',
    ],
  ])('%j: %s', (values, said) => {
    expect(numbersWords(week(values)).join(' ')).toBe(said)
  })

  it('compares with the last weeks by a fact alone, and only where that can be said', () => {
    expect(harderWords(week([4, 4, 4]))).toBeNull()
    expect(harderWords(week([4, 4, 4], { harderThan: { weeks: 9, of: 12 } }))).toBe(
      'Harder than 9 of your last 12 weeks with 3 or more logged shifts.',
    )
    expect(harderWords(week([4, 4, 4], { harderThan: { weeks: 0, of: 8 } }))).toBe(
      'Harder than none of your last 8 weeks with 3 or more logged shifts.',
    )
  })

  it('counts what was noted and taken', () => {
    expect(madeWords(week([])).join(' ')).toBe('No moment noted.')
    const made = { hard: 2, ok: 0, good: 1 }
    expect(madeWords(week([], { made, pauses: 1 })).join(' ')).toBe(
      '3 moments noted: 1 good, 0 ok, 2 hard. 1 pause.',
    )
  })

  it('names its days, with the year where that isn’t this one', () => {
    expect(weekDates(week([]), '2026-11-21')).toBe('Nov 15 – Nov 21')
    expect(weekDates(week([]), '2027-01-03')).toBe('Sun, Nov 15, 2026 – Sat, Nov 21, 2026')
  })

  it('has a name for everything that can be picked, and none twice', () => {
    const names = [...mineThings, ...theirThings].map((thing) => thingName(thing))
    expect(new Set(names).size).toBe(mineThings.length + theirThings.length)
    expect([thingName(null), thingName('came')]).toEqual([null, null])
  })
})

describe('what stands on the sheet', () => {
  const usual = { low: 3, high: 6, average: 4.4, from: '2026-01-01' }
  const lately = (over: object, today = '2026-11-21') =>
    latelyWords({ watch: { ...nothingSaid, usual, ...over }, logged: 9, shifts: 12 }, today)

  it('is said as the agent would: my usual, and lately, without a size or a verdict', () => {
    expect(lately({ says: 'usual' })).toEqual([
      'I rated 9 of 12 shifts in this time.',
      'Stress in my usual shifts: mostly 3 to 6.',
      'Lately about as usual.',
    ])
    const since = { shiftId: 's', shiftDate: '2026-10-10' }
    const now = { since, lately: { low: 5, high: 8 } }
    expect(lately({ says: 'higher', ...now }).at(-1)).toBe(
      'Higher than that since about October 10: mostly 5 to 8.',
    )
    const lower = lately({ says: 'lower', ...now, isEarly: false }, '2027-01-05')
    expect(lower.at(-1)).toBe('Lower than that since about October 10, 2026: mostly 5 to 8.')
    expect(lately({ says: 'lower', ...now, isEarly: true }).at(-1)).toContain('often ease')
    const high = { low: 7, high: 9, average: 8, from: '2026-08-01' }
    expect(lately({ usual: high }).at(-1)).toContain('already high')
    expect(lately({ says: 'too-few' }).at(-1)).toBe('Too few shifts lately to say more.')
    expect(lately({ usual: null })).toEqual(['I rated 9 of 12 shifts in this time.'])
  })

  it('gives the agent’s own verdict with both counts', () => {
    const verdict = (used: number, helped: number) =>
      verdictWords({ technique: 'boundary', used, helped }, 'calls')
    expect(verdict(12, 9)).toMatch(/: helped 9 of the 12 times I used it\.$/)
    expect(verdict(1, 1)).toMatch(/: helped the one time I used it\.$/)
    expect(verdict(1, 0)).toMatch(/: used once\.$/)
  })

  it('names weeks, months and years', () => {
    expect([
      rowName('week', '2026-11-15'),
      rowName('month', '2026-11-01'),
      rowName('year', '2026-01-01'),
    ]).toEqual(['Nov 15', 'Nov 2026', '2026'])
  })
})
