import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  againAfterFailureMs,
  daily,
  keptDaily,
  lookAgainMs,
  lookDuringCallMs,
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

  it('are by the same rule those dated after today, and these push nothing out', () => {
    const ahead = daysAgo(...range(60).map((day) => day - 400))
    const past = daysAgo(...range(7))
    expect(keptDaily([...ahead, ...past], from, zone)).toEqual([
      ...keptDaily(ahead, from + 400 * dayMs, zone),
      ...past,
    ])
  })

  const moments = fc.integer({ min: 1.7e12, max: 1.9e12 })
  const zones = fc.constantFrom('Asia/Manila', 'Europe/Berlin', 'America/Los_Angeles')

  it('are few, each of them there before, the newest of all and one of today among them', () => {
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 60 }), moments, zones, (before, now, where) => {
        const all = [...before, now]
        const kept = keptDaily(all, now, where)
        expect(all).toEqual(expect.arrayContaining(kept))
        expect(kept).toContain(Math.max(...all))
        expect(kept.some((one) => localDate(one, where) === localDate(now, where))).toBe(true)
        const ahead = kept.filter((one) => localDate(one, where) > localDate(now, where))
        expect(ahead.length).toBeLessThanOrEqual(mostDays + mostWeeks)
        expect(kept.length - ahead.length).toBeLessThanOrEqual(mostDays + mostWeeks)
        // Dropping twice drops no more.
        expect(new Set(keptDaily(kept, now, where))).toEqual(new Set(kept))
      }),
    )
  })

  it('are the same however often was dropped on the way', () => {
    fc.assert(
      fc.property(fc.array(moments, { minLength: 1, maxLength: 60 }), zones, (made, where) => {
        const inOrder = made.toSorted((a, b) => a - b)
        const now = inOrder.at(-1) ?? 0
        let kept: number[] = []
        for (const at of inOrder) kept = keptDaily([...kept, at], at, where)
        expect(new Set(kept)).toEqual(new Set(keptDaily(made, now, where)))
        // No day that passes without a copy takes one away.
        expect(new Set(keptDaily(kept, now + 900 * dayMs, where))).toEqual(new Set(kept))
      }),
    )
  })

  /** A copy a day on the days that have one, by a clock that goes right. */
  const days = fc.array(fc.boolean(), { minLength: 20, maxLength: 90 })
  const daily = (kept: readonly number[], worked: readonly boolean[], since: number): number[] =>
    worked.reduce<number[]>(
      (there, works, day) => {
        const now = since + day * dayMs
        return works ? keptDaily([...there, now], now, zone) : there
      },
      [...kept],
    )

  it('are all there after the clock was set back, also once it is right again', () => {
    const back = fc.record({ days: fc.integer({ min: 100, max: 3000 }), copies: fc.integer({ min: 1, max: 12 }) }) // prettier-ignore
    fc.assert(
      fc.property(days, back, fc.integer({ min: 0, max: 3 }), (worked, jump, turns) => {
        const before = daily([], worked, from)
        const now = from + worked.length * dayMs
        let kept = before
        for (let turn = 0; turn <= turns; turn++) {
          const set = now - (jump.days + turn) * dayMs
          kept = daily(
            kept,
            Array.from({ length: jump.copies }, () => true),
            set,
          )
          expect(kept).toEqual(expect.arrayContaining(before))
        }
        const right = keptDaily([...kept, now], now, zone)
        expect(right).toEqual(expect.arrayContaining(keptDaily([...before, now], now, zone)))
      }),
    )
  })

  it('are fewer by a day and a week at the most for each copy that a clock set ahead has made', () => {
    const ahead = fc.record({ days: fc.integer({ min: 100, max: 3000 }), copies: fc.integer({ min: 1, max: 5 }) }) // prettier-ignore
    fc.assert(
      fc.property(days, ahead, (worked, jump) => {
        const before = daily([], worked, from)
        const now = from + worked.length * dayMs
        const set = now + jump.days * dayMs
        const kept = daily(
          before,
          Array.from({ length: jump.copies }, () => true),
          set,
        )
        const gone = before.filter((one) => !kept.includes(one))
        expect(gone.length).toBeLessThanOrEqual(2 * jump.copies)
        // Once it is right again these take no place.
        const right = keptDaily([...kept, now], now, zone)
        const rest = before.filter((one) => !gone.includes(one))
        expect(right).toEqual(expect.arrayContaining(keptDaily([...rest, now], now, zone)))
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
