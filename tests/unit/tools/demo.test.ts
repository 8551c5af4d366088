import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { noteTypes } from '../../../src/guidance/types.ts'
import { gapMs } from '../../../src/shifts/shift.ts'
import { createSummary } from '../../../src/shifts/summary.ts'
import {
  demoYear,
  heavyYears,
  plan,
  type Planned,
  type PlannedShift,
} from '../../../tools/demo/plan.ts'
import { written } from '../../../tools/demo/words.ts'
import { demoPassphrase, write } from '../../../tools/demo/write.ts'
import { journalIn } from '../store/journal-in.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const year = plan({ ...demoYear, end: '2026-11-22' })
const eventsOf = (shifts: readonly PlannedShift[]) => shifts.flatMap(({ events }) => events)
const count = (shifts: readonly PlannedShift[], what: Planned['what']) =>
  eventsOf(shifts).filter((event) => event.what === what).length
const calls = (shifts: readonly PlannedShift[]) =>
  eventsOf(shifts).filter((event) => event.what === 'call' && event.event === 'started').length
const stressIn = (months: readonly string[]) => {
  const values = eventsOf(year.filter(({ date }) => months.includes(date.slice(0, 7)))).flatMap(
    (event) => (event.what === 'check-in' ? [event.stress] : []),
  )
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
const anyPlan = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  end: fc.constantFrom('2026-11-22', '2024-03-01', '2027-01-01'),
  shifts: fc.integer({ min: 1, max: 60 }),
  usual: fc.constant(demoYear.usual),
})

describe('a planned year', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan({ ...demoYear, end: '2026-11-22' })).toEqual(year)
    expect(plan({ ...demoYear, seed: 8, end: '2026-11-22' })).not.toEqual(year)
  })

  it('has shifts that keep apart, and events that lie inside them, in order', () => {
    fc.assert(
      fc.property(anyPlan, (options) => {
        const shifts = plan(options)
        expect(shifts.length).toBe(options.shifts)
        for (const [index, shift] of shifts.entries()) {
          const next = shifts[index + 1]
          if (next) expect(next.startsAt - shift.endsAt).toBeGreaterThanOrEqual(gapMs)
          expect(shift.date < options.end).toBe(true)
          const times = shift.events.map(({ at }) => at)
          expect(times).toEqual(times.toSorted((one, other) => one - other))
          expect(Math.min(...times, shift.endsAt)).toBeGreaterThanOrEqual(shift.startsAt)
          expect(Math.max(...times, shift.startsAt)).toBeLessThanOrEqual(shift.endsAt)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has nights, lates and earlies, weekends, chat days and holidays', () => {
    expect(new Set(year.map(({ kind }) => kind))).toEqual(new Set(['night', 'late', 'early']))
    const weekdays = new Set(year.map(({ date }) => Temporal.PlainDate.from(date).dayOfWeek))
    expect([...weekdays]).toEqual(expect.arrayContaining([6, 7]))
    const chats = year.filter(({ work }) => work === 'messages').length / year.length
    expect(chats).toBeGreaterThan(0.05)
    expect(chats).toBeLessThan(0.2)
    expect(year.filter(({ date }) => date >= '2026-08-20' && date <= '2026-08-27')).toEqual([])
  })

  it('leaves the first day of every week free, so that no night runs into an early', () => {
    expect(year.length).toBe(demoYear.shifts)
    expect(year.filter(({ date }) => Temporal.PlainDate.from(date).dayOfWeek === 1)).toEqual([])
    const rests = year.slice(1).map((shift, index) => shift.startsAt - year[index]!.endsAt)
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(11 * 3_600_000)
  })

  it('is busiest in December, and strained from October on', () => {
    const december = year.filter(({ date }) => date.startsWith('2025-12'))
    const june = year.filter(({ date }) => date.startsWith('2026-06'))
    expect(calls(december) / december.length).toBeGreaterThan((1.15 * calls(june)) / june.length)
    const summer = stressIn(['2026-05', '2026-06', '2026-07'])
    expect(stressIn(['2026-11'])).toBeGreaterThan(summer + 1)
  })

  it('has gaps: about a quarter of the shifts has no check-in', () => {
    const empty = year.filter(({ events }) => !events.some(({ what }) => what === 'check-in'))
    expect(empty.length / year.length).toBeGreaterThan(0.15)
    expect(empty.length / year.length).toBeLessThan(0.35)
  })

  it('has good calls, and pauses that were stopped', () => {
    const good = eventsOf(year).filter((event) => event.what === 'note' && event.type === 'good')
    expect(good.length / count(year, 'note')).toBeGreaterThan(0.2)
    const stopped = eventsOf(year).filter(
      (event) => event.what === 'pause' && event.ended === 'stopped',
    )
    expect(stopped.length).toBeGreaterThan(5)
  })

  it('lets chance choose between two kinds of pause, each about as often', () => {
    const drawn = eventsOf(year).flatMap((event) =>
      event.what === 'pause' && event.chosen === 'chance' ? event.kind : [],
    )
    expect(new Set(drawn)).toEqual(new Set(['longer-exhale', 'coherent']))
    const share = drawn.filter((kind) => kind === 'coherent').length / drawn.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.15)
  })

  it('has a favourite pause, and four others now and then', () => {
    const pauses = eventsOf(year).filter((event) => event.what === 'pause')
    const own = pauses.filter(({ chosen }) => chosen === 'me')
    const often = (kind: string) => own.filter((pause) => pause.kind === kind).length / own.length
    expect(often('longer-exhale')).toBeGreaterThan(0.5)
    for (const kind of ['three-sighs', 'coherent', 'rest-eyes', 'window'])
      expect(often(kind)).toBeGreaterThan(0.02)
    for (const { elapsedMs, plannedMs, ended } of pauses)
      expect(elapsedMs === plannedMs).toBe(ended === 'completed')
  })
})

describe('what the demo’s agent wrote', () => {
  const sentences = Object.values(written).flat()

  it('is varied, and has words for every type', () => {
    expect(Object.keys(written).toSorted()).toEqual([...noteTypes].toSorted())
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.length).toBeGreaterThanOrEqual(70)
  })

  it('asks no why, and has no number or address of anybody', () => {
    expect(sentences.filter((each) => /\bwhy\b|\d|@|!/i.test(each))).toEqual([])
  })
})

describe('the heavy user', () => {
  it('has within a tenth what design.md, section 6 asks for', () => {
    const ten = plan({ ...heavyYears(10), end: '2026-11-22' })
    const near = (value: number, aim: number) => {
      expect(value).toBeGreaterThan(0.9 * aim)
      expect(value).toBeLessThan(1.1 * aim)
    }
    expect(ten.length).toBe(2200)
    near(calls(ten), 110_000)
    near(count(ten, 'note'), 30_000)
    near(count(ten, 'check-in'), 18_000)
    near(count(ten, 'pause'), 9_000)
  })
})

describe('a plan that was written', () => {
  it('stands in the journal, shift by shift, and its summary is what a rebuild gives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lull-plan-'))
    folders.push(folder)
    // On a quiet day of chats five hours may pass without an entry, and Lull then sees two shifts.
    const weeks = year.filter(({ work }) => work === 'calls').slice(-15)
    await write(weeks, folder)
    const journal = journalIn(folder)
    const opened = await journal.open({ passphrase: demoPassphrase })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const number = (sql: string) => store.prepare<{ n: number }>(sql).get()?.n
    expect(
      store
        .prepare<{ date: string }>('SELECT shift_date AS date FROM shift ORDER BY opened_at')
        .all()
        .map(({ date }) => date),
    ).toEqual(weeks.map(({ date }) => date))
    expect(number('SELECT count(*) AS n FROM note')).toBe(count(weeks, 'note'))
    expect(number('SELECT count(*) AS n FROM checkin')).toBe(count(weeks, 'check-in'))
    expect(number('SELECT count(*) AS n FROM pause')).toBe(count(weeks, 'pause'))
    // Tension was asked about every third time, of the pauses that lasted a minute or more.
    expect(number('SELECT count(*) AS n FROM pause WHERE before IS NOT NULL')).toBe(
      Math.floor((number('SELECT count(*) AS n FROM pause WHERE planned_ms >= 60000') ?? 0) / 3),
    )
    const rows = () => store.prepare('SELECT * FROM shift_summary ORDER BY shift_id').all()
    const kept = rows()
    createSummary(store).rebuild()
    expect(rows()).toEqual(kept)
    journal.close()
  })
})
