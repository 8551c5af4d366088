import type { Trends, TrendShift } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { localDate } from '../shifts/shift.ts'
import { usualPeriod, type Weeks } from './kinds.ts'
import type { Marks } from './marks.ts'
import type { ShiftKind } from './watch.ts'
import { nothingRecent, type createRecent } from './recent.ts'
import { nothingSaid } from './series.ts'
import type { Watching } from './watching.ts'

const dayMs = 24 * 3_600_000

interface Row {
  id: string
  shiftDate: string
  rated: number
  ratedBy: TrendShift['ratedBy']
  addedLater: 0 | 1
  kind: ShiftKind
  stressSum: number
  energySum: number
  line: number | null
  energyLine: number | null
  notes: number
  hard: number
  good: number
}

/**
 * All that a Trends page needs, in one call. One value a shift, 0 to 10: its rating at the end, else the
 * mean of the check-ins that were asked for, else of the agent's own, or null when there was none
 * (design.md, "Honest numbers" 1: nothing is imputed). Reads one row a shift of the period, so its cost
 * doesn't grow with the years behind it.
 */
export function createTrends(
  store: Store,
  watching: Watching,
  marks: Marks,
  recent: ReturnType<typeof createRecent>,
  clock: Clock,
): { get(weeks?: Weeks): Trends } {
  const since = store.prepare<Row>(`
    SELECT s.id, s.shift_date AS shiftDate, coalesce(m.rated, 0) AS rated, m.rated_by AS ratedBy,
      s.made_later AS addedLater, coalesce(k.kind, 'any') AS kind,
      coalesce(m.stress_sum, 0) AS stressSum, coalesce(m.energy_sum, 0) AS energySum, w.line AS line,
      e.line AS energyLine,
      coalesce(m.notes, 0) AS notes, coalesce(m.hard, 0) AS hard, coalesce(m.good, 0) AS good
    FROM shift s
    LEFT JOIN shift_summary m ON m.shift_id = s.id
    LEFT JOIN shift_kind k ON k.shift_id = s.id
    LEFT JOIN watch_row w ON w.shift_id = s.id
    LEFT JOIN energy_row e ON e.shift_id = s.id
    WHERE s.shift_date > ? AND s.shift_date <= ? ORDER BY s.shift_date, s.opened_at, s.id`)
  const ahead = store.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM shift WHERE shift_date > ?`)

  const mean = (sum: number, count: number) => (count === 0 ? null : sum / count)

  return {
    get(weeks = usualPeriod) {
      const now = clock.now()
      const from = weeks === null ? '' : localDate(now - weeks * 7 * dayMs, clock.zone())
      // Who flies west has been in tomorrow already.
      const to = localDate(now + dayMs, clock.zone())
      const watch = watching.now()
      return {
        weeks,
        today: localDate(now, clock.zone()),
        shifts: since.all(from, to).map((row) => ({
          id: row.id,
          shiftDate: row.shiftDate,
          stress: mean(row.stressSum, row.rated),
          energy: mean(row.energySum, row.rated),
          ratedBy: row.ratedBy,
          addedLater: row.addedLater === 1,
          kind: row.kind,
          line: row.line,
          energyLine: row.energyLine,
          hard: row.hard,
          ok: row.notes - row.hard - row.good,
          good: row.good,
        })),
        ahead: ahead.get(to)?.count ?? 0,
        watch,
        energy: watching.energy(),
        marks: marks.from(from),
        recent: recent.get(watch),
      }
    },
  }
}

/** What there is before there is a journal. */
export const emptyTrends = (clock: Clock, weeks: Weeks = usualPeriod): Trends => ({
  weeks,
  today: localDate(clock.now(), clock.zone()),
  shifts: [],
  ahead: 0,
  watch: nothingSaid,
  energy: null,
  marks: [],
  recent: nothingRecent,
})
