import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { createSummary, type Summary } from '../../../src/shifts/summary.ts'
import { mostShifts } from '../../../src/trends/kinds.ts'
import { createRecent } from '../../../src/trends/recent.ts'
import { nothingSaid } from '../../../src/trends/series.ts'
import { createWatching, watched, type Watching } from '../../../src/trends/watching.ts'
import { openJournalDesk, idAt, testClock, type Desk } from '../../desk.ts'
import { storeOf, tempFolder } from '../store/folders.ts'
import { journalIn, passphrase, productMigrations } from '../store/journal-in.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const begin = Date.UTC(2025, 0, 5, 14)
const dateOn = (day: number) => new Date(begin + day * dayMs).toISOString().slice(0, 10)

let store: Store
let summary: Summary
let watching: Watching
const ids = Array.from({ length: 400 }, (_, day) => idAt(begin + day * dayMs))
const shiftOn = (day: number) => ids[day] ?? ''

beforeEach(async () => {
  const clock = testClock('2025-01-05T14:00:00Z')
  const journal = journalIn(tempFolder(), { migrations: productMigrations, clock })
  store = await storeOf(journal, journal.create(passphrase))
  watching = createWatching(store, clock)
  summary = watched(createSummary(store), watching)
  const insert = store.prepare(
    `INSERT INTO shift (id, shift_date, zone, opened_at, last_at, made_later) VALUES (?, ?, 'UTC', ?, ?, 0)`,
  )
  store.write(() => {
    for (const [day, id] of ids.entries())
      insert.run(id, dateOn(day), begin + day * dayMs, begin + day * dayMs)
  })
})

const recent = () => createRecent(store).get(watching.now())

interface Note {
  difficulty: number
  type?: string
  trigger?: string
  technique?: string
  verdict?: string
  /** Hours into the shift. */
  hour?: number
}
/** The places are those of their times, one a second as in the journal; each note has its own second. */
function note(day: number, nth: number, { hour = 0, ...said }: Note) {
  const at = begin + day * dayMs + hour * hourMs + nth * 1000
  const place = Math.floor(at / 1000) * 100
  store.write(() => {
    store
      .prepare(
        `INSERT INTO note (place, id, shift_id, at, zone, difficulty, type, edited_at)
        VALUES (?, ?, ?, ?, 'UTC', ?, ?, 1)`,
      )
      .run(place, `${day} ${nth}`, shiftOn(day), at, said.difficulty, said.type ?? null)
    if (said.trigger)
      store.prepare(`INSERT INTO note_trigger VALUES (?, ?)`).run(said.trigger, place)
    if (said.technique)
      store
        .prepare(`INSERT INTO note_technique (technique, place, verdict) VALUES (?, ?, ?)`)
        .run(said.technique, place, said.verdict ?? 'used')
    summary.refresh(shiftOn(day))
  })
}
function unnote(day: number, nth: number) {
  const place = Math.floor((begin + day * dayMs + nth * 1000) / 1000) * 100
  store.write(() => {
    for (const table of ['note_trigger', 'note_technique'])
      store.prepare(`DELETE FROM ${table} WHERE place = ?`).run(place)
    store.prepare(`DELETE FROM note WHERE place = ?`).run(place)
    summary.refresh(shiftOn(day))
  })
}
function rate(day: number, stress: number) {
  store.write(() => {
    store
      .prepare(
        `INSERT INTO checkin (id, shift_id, at, zone, stress, energy, kind, edited_at)
        VALUES (?, ?, ?, 'UTC', ?, 5, 'shift-end', 1)`,
      )
      .run(`rating ${day}`, shiftOn(day), begin + day * dayMs, stress)
    summary.refresh(shiftOn(day))
  })
}
function calls(day: number, count: number, source = 'command') {
  const insert = store.prepare(
    `INSERT INTO call (id, shift_id, started_at, ended_at, zone, source) VALUES (?, ?, ?, ?, 'UTC', ?)`,
  )
  store.write(() => {
    for (let nth = 0; nth < count; nth++) {
      const at = begin + day * dayMs + nth * 60_000
      insert.run(`${source} ${day} ${nth}`, shiftOn(day), at, at + 30_000, source)
    }
  })
}
const clear = () =>
  store.write(() => {
    for (const table of [
      'note_trigger',
      'note_technique',
      'note',
      'checkin',
      'call',
      'watch_row',
      'shift_summary',
    ])
      store.prepare(`DELETE FROM ${table}`).run()
  })

describe('the last shifts', () => {
  it('say nothing while there is nothing', () => {
    expect(recent()).toMatchObject({
      shifts: 0,
      factors: [],
      hours: [],
      techniques: [],
      workload: { counted: 0, says: null },
    })
  })

  it('are 220 in which anything was logged at the most, and begin where a run of five does', () => {
    store.write(() => {
      for (let day = 0; day < 300; day++)
        if (day % 4 !== 3) note(day, 0, { difficulty: 3, technique: 'listen', verdict: 'helped' })
    })
    // 225 were noted: the first five are out of reach.
    expect(recent()).toMatchObject({ shifts: mostShifts, techniques: [{ times: mostShifts }] })
    note(300, 0, { difficulty: 3 })
    expect(recent().shifts).toBe(mostShifts - 4)
    expect(recent().techniques).toEqual([
      { technique: 'listen', times: mostShifts - 5, helped: mostShifts - 5, didntHelp: 0 },
    ])
  })

  it('count moments by the hour, good, ok and hard, and what was added later not', () => {
    note(0, 0, { difficulty: 2, hour: 0 })
    note(0, 1, { difficulty: 5, type: 'good', hour: 0 })
    note(0, 2, { difficulty: 1, type: 'abusive', hour: 2 })
    note(0, 3, { difficulty: 4, hour: 2 })
    note(0, 4, { difficulty: 4, hour: 3 })
    store.write(() => store.prepare(`UPDATE note SET added_later = 1 WHERE id = '0 4'`).run())
    expect(recent().hours).toEqual([
      { hour: 0, hard: 0, ok: 1, good: 1 },
      { hour: 1, hard: 0, ok: 0, good: 0 },
      { hour: 2, hard: 2, ok: 0, good: 0 },
    ])
  })

  it('tell pauses from ten rated ones, and compare only those that were chosen by chance', () => {
    rate(0, 4)
    const insert = store.prepare(`
      INSERT INTO pause (id, shift_id, at, zone, pattern, elapsed_ms, planned_ms, ended, before, after,
        chosen, edited_at)
      VALUES (?, ?, ?, 'UTC', ?, 60000, 60000, 'completed', ?, ?, ?, 1)`)
    const pause = (nth: number, kind: string, after: number, chosen: string) =>
      store.write(() =>
        insert.run(
          `${chosen} ${kind} ${nth}`,
          shiftOn(0),
          begin + nth,
          kind,
          6 + (nth % 3),
          after,
          chosen,
        ),
      )
    for (let nth = 0; nth < 9; nth++) pause(nth, 'coherent', 1, 'me')
    expect(recent().pauses).toMatchObject({ taken: 9, rated: 9, means: null })
    for (let nth = 9; nth < 40; nth++) pause(nth, 'coherent', 1 + (nth % 3), 'me')
    expect(recent().pauses.chance).toEqual({ rated: 0, compared: [] })
    for (let nth = 0; nth < 30; nth++) {
      pause(nth, 'box', 3 + (nth % 3) - (nth % 2), 'chance')
      pause(nth, 'longer-exhale', 5 + (nth % 3), 'chance')
    }
    const { chance, means } = recent().pauses
    expect(means).not.toBeNull()
    expect(chance.rated).toBe(60)
    expect(Object.fromEntries(chance.compared.map(({ kind, named }) => [kind, named]))).toEqual({
      box: true,
      'longer-exhale': false,
    })
  })
})

describe('the workload', () => {
  const wave = [0, 6, -4, 3, -5, 2, 5, -7]
  /** Ratings that follow the load of the day, in the unit of a rating. */
  const busyDays = (from: number, to: number, more: number, source = 'command') =>
    store.write(() => {
      for (let day = from; day < to; day++) {
        const load = 20 + (wave[day % 8] ?? 0) + more
        rate(day, Math.min(10, Math.max(0, Math.round(3 + 0.2 * (load - 20)))))
        calls(day, load, source)
      }
    })

  it('is what signals counted: with stress, and why it is higher lately', () => {
    busyDays(0, 40, 0)
    expect(recent().workload).toMatchObject({ counted: 40, says: { by: 'calls', lately: null } })
    busyDays(40, 70, 14)
    expect(watching.now().says).toBe('higher')
    const said = recent()
    expect(said.workload.says?.by).toBe('calls')
    expect(Math.abs((said.workload.says?.lately ?? 0) - 14)).toBeLessThanOrEqual(1)
    expect(said.workload.says?.points).toBeCloseTo(0.2 * (said.workload.says?.more ?? 0), 0)
  })

  it('is never what the agent marked: that follows how they feel', () => {
    busyDays(0, 40, 0, 'shortcut')
    store.write(() => store.prepare('UPDATE call SET started_at = NULL, ended_at = NULL').run())
    expect(recent().workload).toEqual({ counted: 0, says: null })
  })

  it('has a marked call too, where a program told that it ended', () => {
    busyDays(0, 40, 0, 'shortcut')
    expect(recent().workload.counted).toBe(40)
  })

  it('is the same once the calls are counts', () => {
    busyDays(0, 40, 0)
    const before = recent().workload
    store.write(() => {
      store
        .prepare(
          `INSERT INTO call_count (shift_id, calls, marked, hooked, timed, talk_ms)
          SELECT shift_id, count(*), 0, count(*), count(*), sum(ended_at - started_at)
          FROM call GROUP BY shift_id`,
        )
        .run()
      store.prepare('DELETE FROM call').run()
    })
    expect(recent().workload).toEqual(before)
  })

  it('is held against the first twenty shifts, also where those are long ago', () => {
    busyDays(0, 40, 0)
    busyDays(40, 320, 10)
    const since = { shiftId: shiftOn(40), shiftDate: dateOn(40) }
    const said = createRecent(store).get({ ...nothingSaid, says: 'higher', since })
    expect(said.shifts).toBe(mostShifts)
    expect(said.workload.says?.lately).toBe(10)
  })
})

describe('what was logged', () => {
  const moment = fc.record({
    day: fc.nat(80),
    nth: fc.nat(3),
    difficulty: fc.integer({ min: 1, max: 5 }),
    type: fc.constantFrom('angry', 'right', 'good'),
    trigger: fc.constantFrom('late', 'fault'),
    technique: fc.constantFrom('listen', 'boundary'),
    verdict: fc.constantFrom('used', 'helped', 'didnt-help'),
  })
  const moments = fc.uniqueArray(moment, {
    selector: ({ day, nth }) => `${day} ${nth}`,
    maxLength: 120,
  })
  const write = (list: readonly (Note & { day: number; nth: number })[]) => {
    clear()
    store.write(() => {
      for (const { day, nth, ...said } of list) note(day, nth, said)
    })
    return recent()
  }

  it('doesn’t care in which order it was', () => {
    fc.assert(
      fc.property(moments, (list) => {
        expect(write(list.toReversed())).toEqual(write(list))
      }),
      { numRuns: 25 },
    )
  })

  it('is gone when it is deleted, as if it had never been', () => {
    fc.assert(
      fc.property(moments, fc.nat(), (list, turn) => {
        const goes = (at: number) => (at * 7 + turn) % 3 === 0
        write(list)
        store.write(() => {
          for (const [at, { day, nth }] of list.entries()) if (goes(at)) unnote(day, nth)
        })
        const left = recent()
        expect(left).toEqual(write(list.filter((_, at) => !goes(at))))
      }),
      { numRuns: 25 },
    )
  })
})

describe('a boundary that is set only in the hardest moments, and truly helps', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openJournalDesk(testClock('2026-01-05T14:00:00Z'))
  })
  afterEach(() => desk[Symbol.dispose]())

  it('is listed by the agent’s own word on it, and nowhere beside how hard it was', async () => {
    // Each shift one of four moments is the hardest, and there a boundary is set: it would be 5 without it.
    for (let shift = 0; shift < 16; shift++) {
      for (const [nth, difficulty] of ([1, 2, 4, 2] as const).entries()) {
        const id = idAt(desk.clock.now())
        const hardest = difficulty === 4
        const said = {
          id,
          difficulty,
          type: nth % 2 === 0 ? ('angry' as const) : ('right' as const),
        }
        await desk.ask('note', 'note.save', { ...said, words: '', asked: null })
        await desk.ask('main', 'note.edit', {
          ...said,
          words: null,
          details: {
            channel: 'calls',
            minutes: null,
            triggers: [nth % 2 === 0 ? 'late' : 'fault'],
            techniques: [
              hardest
                ? { technique: 'boundary', verdict: 'helped' }
                : { technique: 'listen', verdict: 'used' },
            ],
            outcome: hardest ? 'ended-by-me' : 'solved',
            reaction: hardest ? 'agitated' : 'calm',
            pleasant: null,
            stirred: null,
            feeling: null,
          },
        })
        desk.clock.pass(20 * 60_000)
      }
      await desk.ask('main', 'checkin.save', { stress: 5, energy: 5, kind: 'shift-end' })
      desk.clock.pass(22 * hourMs)
    }
    const trends = await desk.ask('main', 'trends.get', { weeks: null })
    const { techniques, ...rest } = trends.recent
    expect(techniques).toEqual([
      { technique: 'listen', times: 48, helped: 0, didntHelp: 0 },
      { technique: 'boundary', times: 16, helped: 16, didntHelp: 0 },
    ])
    // What the agent did, and how it ended, is nowhere else in what a page can show.
    const shown = JSON.stringify({ ...trends, recent: rest })
    for (const did of ['boundary', 'listen', 'ended-by-me', 'agitated'])
      expect(shown).not.toContain(did)
    expect(rest.factors.map(({ factor }) => factor.of)).not.toContain('technique')
    // The generator is sharp: what came with those moments is found, as a technique would be.
    const angry = rest.factors.find(({ factor }) => factor.id === 'angry')
    expect(angry?.with).toBe(32)
    expect(rest.factors.length).toBeGreaterThan(4)
  })
})
