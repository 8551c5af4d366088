import type { MadeRow, Sheet } from '../contract.ts'
import { weekOf, type WeekDates, type WeekDay } from './weeks.ts'

/** More rows than this find no room on a page. */
const mostWeeks = 14
const mostMonths = 24

/**
 * What a time was made of, by number: a row a week, a month or a year, the oldest first, those without
 * a note among them.
 */
export function madeRows(
  days: readonly { date: string; hard: number; ok: number; good: number }[],
  { from, to }: WeekDates,
  firstDay: WeekDay,
): NonNullable<Sheet['weeks']> {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const months = first.until(last, { largestUnit: 'months' }).months
  const by =
    first.until(last).days < mostWeeks * 7 ? 'week' : months < mostMonths ? 'month' : 'year'
  const beginOf = (date: string): string => {
    if (by === 'week') return weekOf(date, firstDay).from
    const day = Temporal.PlainDate.from(date)
    return day.with(by === 'month' ? { day: 1 } : { month: 1, day: 1 }).toString()
  }
  const step = { week: { days: 7 }, month: { months: 1 }, year: { years: 1 } }[by]
  const rows = new Map<string, MadeRow>()
  for (let at = beginOf(from); at <= to; at = Temporal.PlainDate.from(at).add(step).toString())
    rows.set(at, { from: at, hard: 0, ok: 0, good: 0 })
  for (const { date, hard, ok, good } of days) {
    const row = rows.get(beginOf(date))
    if (!row) continue
    row.hard += hard
    row.ok += ok
    row.good += good
  }
  return { by, rows: [...rows.values()] }
}
