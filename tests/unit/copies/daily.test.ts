import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  againAfterFailureMs,
  daily,
  keptDaily,
  lookAgainMs,
  lookDuringCallMs,
  mostAhead,
  mostDays,
  mostWeeks,
  restAfterUnlockMs,
  type DailyMoment,
} from '../../../src/copies/daily.ts'
import { localDate } from '../../../src/shifts/shift.ts'

const zone = 'Asia/Manila'
const at = (text: string) => Date.parse(text)
const dayMs = 24 * 3_600_000

/** Past the first minutes, at 22:00 in Manila, between two calls. */
const quiet: DailyMoment = {
  now: at('2026-11-22T14:00:00Z'),
  zone,
  made: [],
  openMs: 3_600_000,
  callRuns: false,
  failedMs: null,
}

describe('a daily copy', () => {
  it.each<[string, Partial<DailyMoment>, number | 'due']>([
    ['where there is none', {}, 'due'],
    ['after one of yesterday', { made: [at('2026-11-21T15:59:00Z')] }, 'due'],
    ['after weeks without one', { made: [at('2026-09-01T10:00:00Z')] }, 'due'],
    [
      'after one of today: looked at each hour',
      { made: [at('2026-11-21T16:01:00Z')] },
      lookAgainMs,
    ],
    [
      'after one of today, shortly before midnight',
      { now: at('2026-11-22T15:59:00Z'), made: [at('2026-11-21T16:01:00Z')] },
      60_000,
    ],
    ['in the first two minutes', { openMs: 30_000 }, restAfterUnlockMs - 30_000],
    ['as they are over', { openMs: restAfterUnlockMs }, 'due'],
    ['during a call', { callRuns: true }, lookDuringCallMs],
    ['20 minutes after it failed', { failedMs: 1_200_000 }, againAfterFailureMs - 1_200_000],
    ['an hour after it failed', { failedMs: againAfterFailureMs }, 'due'],
    ['an hour after it failed, during a call', { failedMs: 4e6, callRuns: true }, lookDuringCallMs],
    [
      'where the clock was set back past the last one',
      { made: [at('2026-12-24T10:00:00Z')] },
      'due',
    ],
    // 22:00 in Manila is 15:00 in Berlin: the copy of 23:30 the evening before is another day’s in both.
    [
      'of the same evening in another zone',
      { made: [at('2026-11-22T00:30:00Z')], zone: 'Europe/Berlin' },
      lookAgainMs,
    ],
    [
      'of the day before in another zone',
      { made: [at('2026-11-21T17:00:00Z')], zone: 'Europe/Berlin' },
      'due',
    ],
  ])('%s', (_when, change, expected) => {
    const said = daily({ ...quiet, ...change })
    expect(said.due ? 'due' : said.againMs).toBe(expected)
  })

  it('is asked for again within an hour, never at once, and comes on each day', () => {
    const moment = fc.record({
      now: fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') }),
      zone: fc.constantFrom('Asia/Manila', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'),
      made: fc.array(fc.integer({ min: 1.5e12, max: 2.3e12 }), { maxLength: 12 }),
      openMs: fc.integer({ min: 0, max: 1e9 }),
      callRuns: fc.boolean(),
      failedMs: fc.option(fc.integer({ min: 0, max: 1e8 })),
    })
    fc.assert(
      fc.property(moment, (now) => {
        const said = daily(now)
        if (said.due) {
          const made = [...now.made, now.now]
          expect(daily({ ...now, made }).due).toBe(false)
          expect(
            daily({ ...now, made, now: now.now + 2 * dayMs, failedMs: null }).due ||
              now.made.some((one) => one > now.now),
          ).toBe(true)
        } else {
          expect(said.againMs).toBeGreaterThanOrEqual(1000)
          expect(said.againMs).toBeLessThanOrEqual(lookAgainMs)
        }
      }),
    )
  })
})

describe('which daily copies are kept', () => {
  const from = at('2026-11-22T12:00:00Z')
  const daysAgo = (...days: number[]) => days.map((each) => from - each * dayMs)
  const range = (length: number) => Array.from({ length }, (_, day) => day)

  it('are seven days, and the newest of each of four weeks', () => {
    // 22 November 2026 is a Sunday.
    expect(keptDaily(daysAgo(...range(60)), from, zone)).toEqual(
      daysAgo(0, 1, 2, 3, 4, 5, 6, 7, 14, 21),
    )
  })

  it('are the last seven days that have one, after weeks away too', () => {
    expect(keptDaily(daysAgo(0, 40, 41, 42, 43, 44, 45, 46, 50), from, zone)).toEqual(
      daysAgo(0, 40, 41, 42, 43, 44, 45, 50),
    )
  })

  it('are the newest of a day', () => {
    expect(keptDaily([from, from - 1000, from - 2000], from, zone)).toEqual([from])
  })

  it('are three at the most of those dated after today, and these push nothing out', () => {
    const ahead = daysAgo(-400, -300, -200, -100)
    const past = daysAgo(...range(7))
    expect(keptDaily([...ahead, ...past], from, zone)).toEqual([...ahead.slice(0, 3), ...past])
  })

  it('are few, each of them there before, and always the one just made', () => {
    const made = fc.array(fc.integer({ min: 1.7e12, max: 1.9e12 }), { maxLength: 60 })
    const now = fc.integer({ min: 1.7e12, max: 1.9e12 })
    const zones = fc.constantFrom('Asia/Manila', 'Europe/Berlin', 'America/Los_Angeles')
    fc.assert(
      fc.property(made, now, zones, (before, moment, where) => {
        const all = [...before, moment]
        const kept = keptDaily(all, moment, where)
        expect(all).toEqual(expect.arrayContaining(kept))
        expect(kept.some((one) => localDate(one, where) === localDate(moment, where))).toBe(true)
        expect(kept.length).toBeLessThanOrEqual(mostDays + mostWeeks + mostAhead)
        // Dropping twice drops no more.
        expect(new Set(keptDaily(kept, moment, where))).toEqual(new Set(kept))
      }),
    )
  })

  it('grow to seven and four by a copy a day, whatever days are left out', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 40, maxLength: 120 }), (days) => {
        let kept: number[] = []
        const there: number[] = []
        for (const [day, works] of days.entries()) {
          if (!works) continue
          const now = from + day * dayMs
          there.push(now)
          kept = keptDaily([...kept, now], now, zone)
        }
        for (const one of there.slice(-mostDays)) expect(kept).toContain(one)
      }),
    )
  })
})
