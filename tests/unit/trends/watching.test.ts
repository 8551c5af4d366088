import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { createSummary, type Summary } from '../../../src/shifts/summary.ts'
import { beginnings, type Beginning } from '../../../src/trends/kinds.ts'
import { createMarks, type Marks } from '../../../src/trends/marks.ts'
import { createRecent } from '../../../src/trends/recent.ts'
import { createTrends } from '../../../src/trends/trends.ts'
import {
  afterShift,
  beginWatch,
  limits,
  shiftKinds,
  skippedShifts,
  type ShiftKind,
} from '../../../src/trends/watch.ts'
import { createWatching, watched, type Watching } from '../../../src/trends/watching.ts'
import { idAt, testClock, type TestClock } from '../../desk.ts'
import { storeOf, tempFolder } from '../store/folders.ts'
import { journalIn, passphrase, productMigrations } from '../store/journal-in.ts'

const dayMs = 86_400_000
const begin = Date.UTC(2026, 0, 5, 14)
const dateOn = (day: number) => new Date(begin + day * dayMs).toISOString().slice(0, 10)

let store: Store
let clock: TestClock
let watching: Watching
let summary: Summary
let marks: Marks
/** The shifts, by day; made in advance, so that what is logged first has no say in their order. */
let ids: string[]

const rowsIn = (table: string) =>
  store
    .prepare<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY shift_date, shift_id`)
    .all()
/** Of both series; of energy there are none unless it is watched. */
const rows = () => [...rowsIn('watch_row'), ...rowsIn('energy_row')]

beforeEach(async () => {
  clock = testClock('2026-01-05T14:00:00Z')
  const journal = journalIn(tempFolder(), { migrations: productMigrations, clock })
  store = await storeOf(journal, journal.create(passphrase))
  watching = createWatching(store, clock)
  summary = watched(createSummary(store), watching)
  marks = createMarks(store, watching, clock)
  const insert = store.prepare(
    `INSERT INTO shift (id, shift_date, zone, opened_at, last_at, made_later) VALUES (?, ?, 'UTC', ?, ?, 0)`,
  )
  ids = Array.from({ length: 200 }, (_, day) => idAt(begin + day * dayMs))
  store.write(() => {
    for (const [day, id] of ids.entries())
      insert.run(id, dateOn(day), begin + day * dayMs, begin + day * dayMs)
  })
})

const shiftOn = (day: number) => ids[day] ?? ''
function log(day: number, stress: number, energy = 5, id = idAt(begin + day * dayMs)) {
  store.write(() => {
    store
      .prepare(
        `INSERT INTO checkin (id, shift_id, at, zone, stress, energy, kind, edited_at)
        VALUES (?, ?, ?, 'UTC', ?, ?, 'own', 1)`,
      )
      .run(id, shiftOn(day), begin + day * dayMs, stress, energy)
    summary.refresh(shiftOn(day))
  })
  return id
}
function unlog(day: number) {
  store.write(() => {
    store.prepare('DELETE FROM checkin WHERE shift_id = ?').run(shiftOn(day))
    summary.refresh(shiftOn(day))
  })
}
const tables = [
  'checkin',
  'shift_kind',
  'watch_answer',
  'watch_row',
  'energy_answer',
  'energy_row',
  'shift_summary',
]
const clear = () =>
  store.write(() => {
    for (const table of tables) store.prepare(`DELETE FROM ${table}`).run()
    store.prepare(`DELETE FROM setting WHERE name LIKE 'watch-%'`).run()
  })
const on = (day: number) => clock.set(new Date(begin + day * dayMs).toISOString())

/** Ordinary shifts, then a rise that stays: what the watch has to tell. */
const ordinary = [4, 3, 5, 2, 6]
function live(days: number, from = 0, add = 0) {
  for (let day = from; day < from + days; day++)
    log(day, Math.min(10, (ordinary[day % 5] ?? 4) + add))
  on(from + days - 1)
}

describe('the watch on the journal', () => {
  const day = fc.integer({ min: 0, max: 70 })
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('log'),
        day,
        stress: fc.nat(10),
        energy: fc.nat(10),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('unlog'), day }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('kind'), day, kind: fc.constantFrom(...shiftKinds) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('anew'), day, yes: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('begin'), as: fc.constantFrom(...beginnings) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('energy'), yes: fc.boolean() }) },
  )
  interface Step {
    do: string
    day?: number
    stress?: number
    energy?: number
    kind?: ShiftKind
    yes?: boolean
    as?: Beginning
  }
  function take({ do: what, day = 0, stress = 0, energy, kind, yes = false, as }: Step) {
    if (what === 'log') log(day, stress, energy)
    if (what === 'energy') watching.watchEnergy(yes)
    if (what === 'unlog') unlog(day)
    if (kind) marks.setKind(shiftOn(day), kind)
    if (what === 'anew') watching.answer(shiftOn(day), 'new-usual', yes ? 'yes' : 'open')
    if (as) watching.begin(as)
  }

  it('kept step by step is what a rebuild gives', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 90 }), (steps) => {
        clear()
        for (const each of steps) take(each)
        const kept = rows()
        watching.rebuild()
        expect(rows()).toEqual(kept)
      }),
      { numRuns: 40 },
    )
  })

  const lives = fc.array(
    fc.record({ day, stress: fc.nat(10), kind: fc.constantFrom(...shiftKinds) }),
    { minLength: 1, maxLength: 60 },
  )

  it('is the pure watch over the values of the shifts, in the order of their dates', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...beginnings), (life, as) => {
        clear()
        watching.begin(as)
        const days = new Map<number, { stresses: number[]; kind: ShiftKind }>()
        for (const { day, stress, kind } of life) {
          log(day, stress)
          marks.setKind(shiftOn(day), kind)
          days.set(day, { stresses: [...(days.get(day)?.stresses ?? []), stress], kind })
        }
        const logged = [...days].sort(([one], [other]) => one - other)
        let state = beginWatch(as === 'ordinary' ? 0 : skippedShifts)
        for (const [nth, [day, { stresses, kind }]] of logged.entries()) {
          const value = stresses.reduce((sum, each) => sum + each, 0) / stresses.length
          const before = logged.slice(0, nth).filter(([each]) => each >= day - 28).length
          state = afterShift(state, { value, kind, afterGap: before < 5 }, limits[0])
        }
        const kept = JSON.parse(String(rows().at(-1)?.['state']))
        expect(kept.watch).toEqual(state)
      }),
      { numRuns: 40 },
    )
  })

  it('does not care in which order shifts were logged', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), (life, chance) => {
        const order = life
          .map((each) => ({ each, at: chance.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ each }) => each)
        const after = (entries: typeof life) => {
          clear()
          for (const { day, stress } of entries) log(day, stress)
          return rows()
        }
        expect(after(order)).toEqual(after(life))
      }),
      { numRuns: 30 },
    )
  })

  it('has forgotten what is deleted as if it had never been logged', () => {
    fc.assert(
      fc.property(lives, fc.array(day, { maxLength: 20 }), (life, deleted) => {
        clear()
        for (const { day, stress } of life) log(day, stress)
        for (const each of deleted) unlog(each)
        const kept = rows()
        clear()
        for (const { day, stress } of life) if (!deleted.includes(day)) log(day, stress)
        expect(rows()).toEqual(kept)
      }),
      { numRuns: 30 },
    )
  })

  it('goes from collecting to usual to higher, says since when, and which ranges', () => {
    live(19)
    expect(watching.now()).toMatchObject({ says: 'collecting', collected: 19, usual: null })
    live(1, 19)
    expect(watching.now()).toMatchObject({
      says: 'usual',
      collected: 20,
      usual: { low: 2, high: 6, average: 4, from: dateOn(19) },
      since: null,
    })
    live(14, 20, 4)
    expect(watching.now()).toMatchObject({
      says: 'higher',
      since: { shiftDate: dateOn(20) },
      lately: { low: 6, high: 10 },
      doorsOpen: true,
      asksNewUsual: false,
    })
    watching.answer(shiftOn(20), 'doors', 'no')
    expect(watching.now()).toMatchObject({ says: 'higher', doorsOpen: false })
  })

  it('tells a fall, and says while it is early', () => {
    live(20)
    for (let day = 20; day < 34; day++) log(day, 0)
    on(33)
    expect(watching.now()).toMatchObject({ says: 'lower', isEarly: true, doorsOpen: false })
  })

  it('says nothing where fewer than five shifts were logged in 28 days, and keeps what it knows', () => {
    live(20)
    on(19 + 25)
    expect(watching.now().says).toBe('too-few')
    live(5, 45)
    expect(watching.now()).toMatchObject({ says: 'usual', collected: 25 })
  })

  it('wants three fresh shifts after a gap, counted from the fifth in 28 days', () => {
    live(20)
    for (let day = 100; day < 106; day++) log(day, 10)
    on(105)
    expect(watching.now().says).toBe('usual')
    log(106, 10)
    on(106)
    expect(watching.now().says).toBe('higher')
  })

  it.each(['away', 'hard'] as const)('does not learn from the first ten after "%s"', (as) => {
    watching.begin(as)
    live(10, 0, 4)
    expect(watching.now()).toMatchObject({ began: as, collected: 0, toSkip: 0 })
    live(20, 10)
    expect(watching.now()).toMatchObject({ says: 'usual', usual: { average: 4 } })
    watching.begin('ordinary')
    expect(watching.now().usual?.average).not.toBe(4)
  })

  it('asks once after forty shifts whether it is the new usual, and begins anew only on a yes', () => {
    live(20)
    live(64, 20, 4)
    const asked = watching.now()
    expect(asked).toMatchObject({ says: 'higher', asksNewUsual: true })
    const since = asked.since?.shiftId ?? ''
    watching.answer(since, 'new-usual', 'no')
    expect(watching.now()).toMatchObject({ says: 'higher', asksNewUsual: false })
    watching.answer(since, 'new-usual', 'yes')
    expect(watching.now()).toMatchObject({
      says: 'usual',
      usual: { average: 8 },
      anew: { shiftId: since },
    })
    watching.answer(since, 'new-usual', 'open')
    expect(watching.now()).toMatchObject({ says: 'higher', asksNewUsual: true, anew: null })
  })

  it('ranks a shift among its own kind once that is said', () => {
    for (let day = 0; day < 60; day++) {
      const night = day % 20 >= 10
      log(day, (ordinary[day % 5] ?? 4) + (night ? 4 : 0))
      marks.setKind(shiftOn(day), night ? 'night' : 'early')
    }
    on(59)
    expect(watching.now().says).toBe('usual')
  })

  it('watches energy only where it is asked for, and gives both more patience then', () => {
    for (let day = 0; day < 20; day++)
      log(day, ordinary[day % 5] ?? 4, 10 - (ordinary[day % 5] ?? 4))
    for (let day = 20; day < 34; day++) log(day, 4, 0)
    on(33)
    expect(watching.energy()).toBeNull()
    const alone = rowsIn('watch_row')
    expect(rowsIn('energy_row')).toEqual([])

    watching.watchEnergy(true)
    expect(watching.energy()).toMatchObject({
      says: 'lower',
      usual: { average: 6 },
      since: { shiftDate: dateOn(20) },
      doorsOpen: false,
    })
    expect(watching.now()).toMatchObject({ says: 'usual', usual: { average: 4 } })
    const trends = createTrends(store, watching, marks, createRecent(store), clock)
    const last = trends.get(4).shifts.find(({ shiftDate }) => shiftDate === dateOn(33))
    expect(last?.energyLine).toBeLessThan(3)

    watching.watchEnergy(false)
    expect(watching.energy()).toBeNull()
    expect(rowsIn('watch_row')).toEqual(alone)
    expect(rowsIn('energy_row')).toEqual([])
  })

  it('judges two series by the limit of two', () => {
    const lastState = () => JSON.parse(String(rowsIn('watch_row').at(-1)?.['state'])).watch
    const values = Array.from({ length: 20 }, (_, day) => ordinary[day % 5] ?? 4)
    for (let day = 20; day < 60; day++) values.push((ordinary[day % 5] ?? 4) + 2)
    values.forEach((value, day) => log(day, value))
    const folded = (limit: number) => {
      let state = beginWatch()
      for (const [day, value] of values.entries())
        state = afterShift(state, { value, kind: 'any', afterGap: day < 5 }, limit)
      return state
    }
    expect(lastState()).toEqual(folded(limits[0]))
    watching.watchEnergy(true)
    expect(lastState()).toEqual(folded(limits[1]))
    // The two limits must tell different things here, or this says nothing.
    expect(folded(limits[0]).saidAt).not.toBe(folded(limits[1]).saidAt)
  })

  it('lets energy begin anew without stress', () => {
    for (let day = 0; day < 84; day++)
      log(day, ordinary[day % 5] ?? 4, day < 20 ? (ordinary[day % 5] ?? 4) + 3 : 1)
    on(83)
    watching.watchEnergy(true)
    const since = watching.energy()?.since?.shiftId ?? ''
    expect(watching.energy()).toMatchObject({ says: 'lower', asksNewUsual: true })
    watching.answer(since, 'new-usual', 'yes', 'energy')
    expect(watching.energy()).toMatchObject({ says: 'usual', anew: { shiftId: since } })
    expect(watching.now().anew).toBeNull()
  })

  it('refuses what is said of a shift that is not there, and changes nothing', () => {
    live(20)
    const kept = rows()
    const nowhere = idAt(begin)
    expect(() => watching.answer(nowhere, 'new-usual', 'yes')).toThrow('There is no such shift.')
    expect(() => marks.setKind(nowhere, 'night')).toThrow('There is no such shift.')
    expect(rows()).toEqual(kept)
  })

  it('takes a journal in that is older than the watch', () => {
    live(25)
    const kept = rows()
    store.write(() => store.prepare('DELETE FROM watch_row').run())
    createWatching(store, clock)
    expect(rows()).toEqual(kept)
  })
})

describe('marks', () => {
  it('are kept, changed and taken out, and shown where they reach into a period', () => {
    live(40)
    const trends = createTrends(store, watching, marks, createRecent(store), clock)
    const id = idAt(begin)
    marks.keep({ id, kind: 'peak', from: dateOn(0), to: dateOn(4) })
    expect(trends.get(4).marks).toEqual([])
    expect(trends.get(null).marks).toHaveLength(1)
    marks.keep({ id, kind: 'unwell', from: dateOn(0), to: dateOn(30) })
    expect(trends.get(4).marks).toEqual([{ id, kind: 'unwell', from: dateOn(0), to: dateOn(30) }])
    marks.delete(id)
    marks.delete(id)
    expect(trends.get(null).marks).toEqual([])
  })
})

describe('the periods of Trends', () => {
  it('show every shift within them, logged or not, and a line only after the baseline', () => {
    live(60)
    unlog(50)
    store.write(() => store.prepare('DELETE FROM shift WHERE shift_date > ?').run(dateOn(59)))
    const trends = createTrends(store, watching, marks, createRecent(store), clock)
    expect(trends.get(4).shifts).toHaveLength(28)
    expect(trends.get(null)).toMatchObject({ ahead: 0 })
    expect(trends.get(null).shifts).toHaveLength(60)
    expect(trends.get().weeks).toBe(13)
    const { shifts } = trends.get(null)
    expect(shifts[18]?.line).toBeNull()
    expect(shifts[19]?.line).toBe(4)
    expect(shifts[50]).toMatchObject({ stress: null, line: null })
  })

  it('leave out what is dated ahead by a clock that was wrong, say so, and lose nothing', () => {
    live(60)
    store.write(() => store.prepare('DELETE FROM shift WHERE shift_date > ?').run(dateOn(59)))
    const trends = createTrends(store, watching, marks, createRecent(store), clock)
    // The clock is set back by ten days: what was logged since is dated ahead, but for tomorrow.
    on(49)
    expect(trends.get(null).ahead).toBe(9)
    expect(trends.get(null).shifts.at(-1)?.shiftDate).toBe(dateOn(50))
    expect(trends.get(4).shifts).toHaveLength(29)
    on(59)
    expect(trends.get(null)).toMatchObject({ ahead: 0 })
    expect(trends.get(null).shifts).toHaveLength(60)
  })
})
