import * as v from 'valibot'
import type { WatchNow } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { localDate } from '../shifts/shift.ts'
import {
  askNewUsualAfter,
  earlyShifts,
  fewestLogged,
  latelyDays,
  type Beginning,
  type SpellAnswer,
  type SpellQuestion,
  type WatchedSeries,
} from './kinds.ts'
import {
  afterShift,
  beginWatch,
  rangeOf,
  skippedShifts,
  type ShiftKind,
  type WatchState,
} from './watch.ts'

/** The watch on one series of the journal: one row a logged shift, each folded from the one before it. */
export interface Series {
  /** Takes in what a shift is worth now. Called inside the transaction that changed it. */
  refresh(shiftId: string): void
  /** Folds all of it anew. What this gives is what `refresh` has kept, by property test. */
  rebuild(): void
  /** What the watch says now: one row and a count, however many years are behind it. */
  now(): WatchNow
  /** What the agent answers about the spell that began with this shift; `no-shift` where it isn't there. */
  answer(shiftId: string, question: SpellQuestion, answer: SpellAnswer): void
}

/** How it is watched: read anew with every shift. */
export interface Watched {
  readonly isOn: () => boolean
  /** One of the watch's `limits`, by how many series are watched. */
  readonly limit: () => number
  /** How the weeks before the first shift were, by the agent. */
  readonly began: () => Beginning | null
}

/** Where a series is kept, and which of the summary's sums it is the mean of. */
const tables = {
  stress: { rows: 'watch_row', answers: 'watch_answer', sum: 'stress_sum' },
  energy: { rows: 'energy_row', answers: 'energy_answer', sum: 'energy_sum' },
} as const

/** A logged shift as the journal has it. */
interface Logged {
  shiftId: string
  shiftDate: string
  value: number
  kind: ShiftKind
  /** The agent said that the usual begins anew here. */
  anew: 0 | 1
}
interface Row {
  shiftId: string
  shiftDate: string
  value: number
  kind: ShiftKind
  line: number | null
  state: string
}
/** What is kept after a shift. */
interface Kept {
  watch: WatchState
  /** The shift with which `watch.since` counts, and the one with which the first baseline was there. */
  since: { shiftId: string; shiftDate: string } | null
  usualFrom: string | null
  /** The shift at which the agent let the usual begin anew, last. */
  anew: { shiftId: string; shiftDate: string } | null
}

const numbers = v.array(v.number())
const usual = v.object({
  counts: v.object({
    any: v.exactOptional(numbers),
    early: v.exactOptional(numbers),
    late: v.exactOptional(numbers),
    night: v.exactOptional(numbers),
  }),
  n: v.number(),
  sum: v.number(),
  squares: v.number(),
  products: v.number(),
  first: v.number(),
  last: v.number(),
})
const place = v.nullable(v.object({ shiftId: v.string(), shiftDate: v.string() }))
const keptState: v.GenericSchema<unknown, Kept> = v.object({
  watch: v.object({
    says: v.picklist(['collecting', 'usual', 'higher', 'lower']),
    toSkip: v.number(),
    seen: v.number(),
    usual,
    heard: usual,
    z: v.number(),
    judged: v.number(),
    t: v.number(),
    run: v.number(),
    side: v.picklist([-1, 0, 1]),
    since: v.number(),
    saidAt: v.number(),
  }),
  since: place,
  usualFrom: v.nullable(v.string()),
  anew: place,
})
const read = (state: string): Kept => v.parse(keptState, JSON.parse(state))
/** In the schema's order, so that what is kept and what is rebuilt are the same text. */
const written = (kept: Kept): string => JSON.stringify(v.parse(keptState, kept))

/** The line is as slow as the watch's own average. */
const lineWeight = 0.1
/** So many of a spell's shifts give the range "lately". */
const latelyShifts = 40

export function createSeries(
  store: Store,
  clock: Clock,
  series: WatchedSeries,
  { isOn, limit, began }: Watched,
): Series {
  const { rows, answers, sum } = tables[series]
  const logged = `
    SELECT s.id AS shiftId, s.shift_date AS shiftDate, m.${sum} * 1.0 / m.rated AS value,
      coalesce(k.kind, 'any') AS kind,
      EXISTS (
        SELECT 1 FROM ${answers} a
        WHERE a.shift_id = s.id AND a.question = 'new-usual' AND a.answer = 'yes'
      ) AS anew
    FROM shift s
    JOIN shift_summary m ON m.shift_id = s.id
    LEFT JOIN shift_kind k ON k.shift_id = s.id
    WHERE m.rated > 0`
  const one = store.prepare<Logged>(`${logged} AND s.id = ?`)
  const from = store.prepare<Logged>(
    `${logged} AND (s.shift_date, s.id) >= (?, ?) ORDER BY s.shift_date, s.id`,
  )
  const columns = `shift_id AS shiftId, shift_date AS shiftDate, value, kind, line, state FROM ${rows}`
  const row = store.prepare<Row>(`SELECT ${columns} WHERE shift_id = ?`)
  const before = store.prepare<Row>(`
    SELECT ${columns} WHERE (shift_date, shift_id) < (?, ?)
    ORDER BY shift_date DESC, shift_id DESC LIMIT 1`)
  const last = store.prepare<Row>(`
    SELECT ${columns} ORDER BY shift_date DESC, shift_id DESC LIMIT 1`)
  const datesBefore = store.prepare<{ shiftDate: string }>(`
    SELECT shift_date AS shiftDate FROM ${rows}
    WHERE shift_date >= ? AND (shift_date, shift_id) < (?, ?) ORDER BY shift_date, shift_id`)
  const countSince = store.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM ${rows} WHERE shift_date >= ?`)
  const valuesSince = store.prepare<{ value: number }>(`
    SELECT value FROM ${rows} WHERE (shift_date, shift_id) >= (?, ?)
    ORDER BY shift_date DESC, shift_id DESC LIMIT ?`)
  const dateOf = store.prepare<{ shiftDate: string }>(
    `SELECT shift_date AS shiftDate FROM shift WHERE id = ?`,
  )
  const clearFrom = store.prepare(`DELETE FROM ${rows} WHERE (shift_date, shift_id) >= (?, ?)`)
  const insert = store.prepare(`
    INSERT INTO ${rows} (shift_id, shift_date, value, kind, line, state) VALUES (?, ?, ?, ?, ?, ?)`)
  const answerTo = store.prepare<{ answer: SpellAnswer }>(`
    SELECT answer FROM ${answers} WHERE shift_id = ? AND question = ?`)
  const keepAnswer = store.prepare(`
    INSERT INTO ${answers} (shift_id, question, answer, edited_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (shift_id, question) DO UPDATE
    SET answer = excluded.answer, rev = rev + 1, edited_at = excluded.edited_at`)

  const start = (): WatchState => {
    const as = began()
    return beginWatch(as === 'away' || as === 'hard' ? skippedShifts : 0)
  }

  /** Folds every logged shift from this place on. */
  function fold(shiftDate: string, shiftId: string) {
    clearFrom.run(shiftDate, shiftId)
    if (!isOn()) return
    const previous = before.get(shiftDate, shiftId)
    let kept: Kept = previous
      ? read(previous.state)
      : { watch: start(), since: null, usualFrom: null, anew: null }
    let line = previous?.line ?? null
    let dates = datesBefore
      .all(daysBefore(shiftDate, latelyDays), shiftDate, shiftId)
      .map((each) => each.shiftDate)
    for (const shift of from.all(shiftDate, shiftId)) {
      const earliest = daysBefore(shift.shiftDate, latelyDays)
      dates = dates.filter((date) => date >= earliest)
      kept = after(kept, shift, dates.length < fewestLogged, limit())
      line = lineAfter(line, kept.watch, shift.value, shift.anew === 1)
      dates.push(shift.shiftDate)
      const { value, kind } = shift
      insert.run(shift.shiftId, shift.shiftDate, value, kind, line, written(kept))
    }
  }

  const rebuild = () => store.write(() => fold('', ''))
  // A journal from before the watch has values and no rows yet.
  if (isOn() && last.get() === undefined && from.all('', '').length > 0) rebuild()

  return {
    refresh(shiftId) {
      if (!isOn()) return
      const [is, was] = [one.get(shiftId), row.get(shiftId)]
      if (is?.value === was?.value && is?.kind === was?.kind) return
      const shiftDate = is?.shiftDate ?? was?.shiftDate
      if (shiftDate !== undefined) fold(shiftDate, shiftId)
    },
    rebuild,
    answer: (shiftId, question, answer) =>
      store.write(() => {
        const shiftDate = dateOf.get(shiftId)?.shiftDate
        if (shiftDate === undefined) throw new Refusal('no-shift', 'There is no such shift.')
        keepAnswer.run(shiftId, question, answer, clock.now())
        if (question === 'new-usual') fold(shiftDate, shiftId)
      }),
    now() {
      const newest = last.get()
      const empty: WatchNow = { ...nothingSaid, began: began() }
      if (!newest) return empty
      const { watch, since, usualFrom, anew } = read(newest.state)
      const today = localDate(clock.now(), clock.zone())
      const tooFew =
        watch.says !== 'collecting' &&
        (countSince.get(daysBefore(today, latelyDays))?.count ?? 0) < fewestLogged
      const says = tooFew ? 'too-few' : watch.says
      const spell = says === 'higher' || says === 'lower' ? since : null
      const lately = spell
        ? valuesSince.all(spell.shiftDate, spell.shiftId, latelyShifts).map(({ value }) => value)
        : []
      const open = (question: SpellQuestion) =>
        spell !== null && (answerTo.get(spell.shiftId, question)?.answer ?? 'open') === 'open'
      return {
        ...empty,
        says,
        collected: watch.usual.n,
        toSkip: watch.toSkip,
        usual: usualFrom === null ? null : { ...rangeOf(watch.usual), from: usualFrom },
        since: spell,
        lately: lately.length > 0 ? rangeOfValues(lately) : null,
        isEarly: watch.judged <= earlyShifts,
        doorsOpen: series === 'stress' && says === 'higher' && open('doors'),
        asksNewUsual:
          spell !== null && watch.seen - watch.saidAt >= askNewUsualAfter && open('new-usual'),
        anew,
      }
    },
  }
}

/** Before the first logged shift. */
export const nothingSaid: WatchNow = {
  says: 'collecting',
  began: null,
  collected: 0,
  toSkip: 0,
  usual: null,
  since: null,
  lately: null,
  isEarly: true,
  doorsOpen: false,
  asksNewUsual: false,
  anew: null,
}

function after(kept: Kept, shift: Logged, afterGap: boolean, limit: number): Kept {
  const here = { shiftId: shift.shiftId, shiftDate: shift.shiftDate }
  const beginsAnew = shift.anew === 1
  const watch = afterShift(
    beginsAnew ? beginWatch() : kept.watch,
    { value: shift.value, kind: shift.kind, afterGap },
    limit,
  )
  const usualFrom = beginsAnew ? null : kept.usualFrom
  return {
    watch,
    since: watch.since === watch.seen ? here : beginsAnew ? null : kept.since,
    usualFrom: usualFrom ?? (watch.says === 'collecting' ? null : shift.shiftDate),
    anew: beginsAnew ? here : kept.anew,
  }
}

/** A line only after a baseline: it starts from the usual average. */
function lineAfter(
  line: number | null,
  { says, usual }: WatchState,
  value: number,
  anew: boolean,
): number | null {
  if (says === 'collecting') return null
  return line === null || anew ? usual.sum / usual.n : line + lineWeight * (value - line)
}

const daysBefore = (date: string, days: number): string =>
  date === '' ? '' : Temporal.PlainDate.from(date).subtract({ days }).toString()

/** Where the middle eight of ten lie. */
function rangeOfValues(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: at(0.1), high: at(0.9) }
}
