import type { Week } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { weekDayOf } from '../settings/week-start.ts'
import { localDate } from '../shifts/shift.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { RecentRoom } from '../trends/recent.ts'
import type { Watching } from '../trends/watching.ts'
import { parted } from './kinds.ts'
import type { Reviews } from './reviews.ts'
import type { UsedRoom } from './used.ts'
import {
  comparedWeeks,
  habitWeeks,
  harderThan,
  isLoadWeek,
  numbersOf,
  plusDays,
  weekDue,
  weekFrom,
  weekOf,
  type WeekDates,
  type WeekDay,
} from './weeks.ts'

export interface WeekRoom {
  /** The first date of the week that Today has a line for, or null. `here`: the language's first day. */
  due(here: WeekDay): string | null
  /** A week; without a date the one that is due, else the one of now. One that is to come is refused. */
  get(here: WeekDay, from: string | null): Week
  /** The first day of weeks: the agent's own choice, else the language's. */
  firstDay(here: WeekDay): WeekDay
  /** The week of the open shift, else of today, and the date that it is of. */
  now(here: WeekDay): WeekDates & { date: string }
}

interface Row {
  id: string
  shiftDate: string
  rated: number
  ratedBy: string | null
  stressSum: number
  addedLater: 0 | 1
  notes: number
  hard: number
  good: number
  pauses: number
  worked: 0 | 1
}

/** A pause or a breath on a free day opens a shift too; what was worked has more in it. */
export const worked = `(
  coalesce(m.notes, 0) > 0
  OR EXISTS (SELECT 1 FROM call c WHERE c.shift_id = s.id)
  OR EXISTS (SELECT 1 FROM call_count k WHERE k.shift_id = s.id)
  OR EXISTS (SELECT 1 FROM shift_card d WHERE d.shift_id = s.id))`

/** The week as it was, counted when it is looked at: one row a shift, however many years are behind it. */
export function createWeeks(
  store: Store,
  shifts: Shifts,
  watching: Watching,
  used: UsedRoom,
  reviews: Reviews,
  settings: SettingsRoom,
  recent: RecentRoom,
  clock: Clock,
): WeekRoom {
  const inWeek = store.prepare<Row>(`
    SELECT s.id, s.shift_date AS shiftDate, coalesce(m.rated, 0) AS rated, m.rated_by AS ratedBy,
      coalesce(m.stress_sum, 0) AS stressSum, s.made_later AS addedLater,
      coalesce(m.notes, 0) AS notes, coalesce(m.hard, 0) AS hard, coalesce(m.good, 0) AS good,
      coalesce(m.pauses, 0) AS pauses, ${worked} AS worked
    FROM shift s LEFT JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? ORDER BY s.shift_date, s.opened_at, s.id`)
  const ratings = store.prepare<{ shiftDate: string; stress: number }>(`
    SELECT s.shift_date AS shiftDate, m.stress_sum * 1.0 / m.rated AS stress
    FROM shift s JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND m.rated > 0`)
  const workedDates = store.prepare<{ id: string; shiftDate: string }>(`
    SELECT s.id, s.shift_date AS shiftDate
    FROM shift s LEFT JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND ${worked}`)
  const rights = store.prepare<Week['rights'][number]>(`
    SELECT s.id AS shiftId, s.shift_date AS shiftDate, c.words
    FROM shift s JOIN shift_card c ON c.shift_id = s.id
    WHERE s.shift_date BETWEEN ? AND ? AND c.words <> '' ORDER BY s.shift_date, s.opened_at, s.id`)
  const endStep = store.prepare<{ step: string | null }>(
    `SELECT end_step AS step FROM shift_card WHERE shift_id = ?`,
  )

  const firstDay = (here: WeekDay): WeekDay => weekDayOf(settings.get().weekStart) ?? here
  function now(here: WeekDay) {
    const today = localDate(clock.now(), clock.zone())
    const date = shifts.open(clock.now())?.shiftDate ?? today
    return { ...weekOf(date, firstDay(here)), date }
  }

  function due(here: WeekDay): string | null {
    const shift = shifts.open(clock.now())
    if (!shift) return null
    const week = weekOf(shift.shiftDate, firstDay(here))
    const rows = workedDates.all(plusDays(week.from, -7 * habitWeeks), week.to)
    const isSettled = (from: string) => {
      const step = reviews.of(from)?.step
      return step === 'done' || step === 'left'
    }
    return weekDue({
      shift: rows.some(({ id }) => id === shift.id)
        ? { shiftDate: shift.shiftDate, ended: endStep.get(shift.id)?.step === 'closing' }
        : null,
      firstDay: firstDay(here),
      worked: rows.map(({ shiftDate }) => shiftDate),
      isSettled,
    })
  }

  /** The ratings of each of the weeks before. */
  function ratingsBefore(from: string): number[][] {
    const rows = ratings.all(plusDays(from, -7 * comparedWeeks), plusDays(from, -1))
    return Array.from({ length: comparedWeeks }, (_, nth) => {
      const week = weekFrom(plusDays(from, -7 * (nth + 1)))
      return rows
        .filter(({ shiftDate }) => shiftDate >= week.from && shiftDate <= week.to)
        .map(({ stress }) => stress)
    })
  }

  return {
    due,
    firstDay,
    now,
    get(here, wanted) {
      const present = now(here)
      const today = localDate(clock.now(), clock.zone())
      const { from, to } = weekFrom(wanted ?? due(here) ?? present.from)
      if (from > present.date && from > today)
        throw new Refusal('to-come', 'That week hasn’t begun yet.')
      const rows = inWeek.all(from, to)
      const counted = rows
        .filter(({ worked, rated }) => worked === 1 || rated > 0)
        .map((row) => ({ ...row, stress: row.rated === 0 ? null : row.stressSum / row.rated }))
      const values = counted.map(({ stress }) => stress)
      const numbers = numbersOf(values)
      const sum = (part: 'notes' | 'hard' | 'good' | 'pauses') =>
        rows.reduce((all, row) => all + row[part], 0)
      const [hard, good] = [sum('hard'), sum('good')]
      const review = reviews.of(from)
      const after = plusDays(from, 7)
      const isLately = from >= plusDays(present.from, -7)
      const withWords = settings.words() === 'numbers-and-words'
      const watch = numbers.range === null ? null : watching.now()
      const lately = watch && isLately ? recent.get(watch) : null
      const [kind, planId] = parted(review?.plan ?? '')
      return {
        from,
        to,
        before: plusDays(from, -7),
        after: after <= present.date || after <= today ? after : null,
        today,
        numbers,
        shifts:
          numbers.range === null
            ? []
            : counted.map(({ id, shiftDate, stress, ratedBy, addedLater }) => ({
                id,
                shiftDate,
                stress,
                hollow: ratedBy === 'own' || addedLater === 1,
              })),
        made: { hard, ok: sum('notes') - hard - good, good },
        pauses: sum('pauses'),
        harderThan: harderThan(
          values.filter((value) => value !== null),
          ratingsBefore(from),
        ),
        usual:
          watch?.usual && watch.usual.from <= to
            ? { low: watch.usual.low, high: watch.usual.high }
            : null,
        watch: isLately ? watch : null,
        together: lately?.factors.find(({ found }) => found !== null) ?? null,
        load: lately?.workload.says && isLoadWeek(from) ? lately.workload : null,
        used: used.in({ from, to }, review?.answers.helped.pick ?? null),
        rights: withWords ? rights.all(from, to) : [],
        plan: kind === 'plan' ? (used.plans().find(({ id }) => id === planId) ?? null) : null,
        review,
      }
    },
  }
}
