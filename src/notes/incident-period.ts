import type { Frequency, Period } from './incident-kinds.ts'

/** From and to, both included. `first` is the date of the first entry there is, or null. */
export function daysOf(
  period: Period,
  today: string,
  first: string | null,
): { from: string; to: string } {
  switch (period.kind) {
    case 'last': {
      const from = Temporal.PlainDate.from(today).subtract({ days: period.days - 1 })
      return { from: from.toString(), to: today }
    }
    case 'all':
      return { from: first !== null && first < today ? first : today, to: today }
    case 'between':
      return { from: period.from, to: period.to }
  }
}

/** A list of months longer than this is one of years. */
const mostMonths = 24

/** Counts the dates by month or by year, from the first of them to the last. */
export function frequencyOf(dates: readonly string[]): Frequency {
  const sorted = dates.toSorted()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined || monthOf(first) === monthOf(last))
    return { unit: 'month', rows: [] }
  const months = monthsBetween(monthOf(first), monthOf(last))
  const unit = months.length > mostMonths ? 'year' : 'month'
  const keyOf = (date: string) => (unit === 'year' ? yearOf(date) : monthOf(date))
  const keys = unit === 'year' ? [...new Set(months.map(yearOf))] : months
  const counts = new Map(keys.map((key) => [key, 0]))
  for (const date of sorted) counts.set(keyOf(date), (counts.get(keyOf(date)) ?? 0) + 1)
  return { unit, rows: Array.from(counts, ([key, count]) => ({ key, count })) }
}

const monthOf = (date: string) => date.slice(0, 7)
const yearOf = (date: string) => date.slice(0, 4)

function monthsBetween(first: string, last: string): string[] {
  const months = [first]
  for (let at = Temporal.PlainYearMonth.from(first); at.toString() < last;) {
    at = at.add({ months: 1 })
    months.push(at.toString())
  }
  return months
}
