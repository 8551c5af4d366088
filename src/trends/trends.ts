import type { Trends, TrendShift } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'

const week = 7 * 24 * 3_600_000
const weeksShown = 13

interface Row {
  shiftDate: string
  rated: number
  ratedBy: TrendShift['ratedBy']
  stressSum: number
  energySum: number
}

/**
 * One value a shift, 0 to 10: its rating at the end, else the mean of the check-ins that were asked
 * for, else of the agent's own, or null when there was none (design.md, "Honest numbers" 1: nothing is
 * imputed). Reads summaries only, so its cost does not grow with the years behind it.
 */
export function createTrends(store: Store, clock: Clock): { get(): Trends } {
  const since = store.prepare<Row>(`
    SELECT s.shift_date AS shiftDate, coalesce(m.rated, 0) AS rated, m.rated_by AS ratedBy,
      coalesce(m.stress_sum, 0) AS stressSum, coalesce(m.energy_sum, 0) AS energySum
    FROM shift s LEFT JOIN shift_summary m ON m.shift_id = s.id
    WHERE s.opened_at > ? ORDER BY s.opened_at`)

  const mean = (sum: number, count: number) => (count === 0 ? null : sum / count)

  return {
    get: () => ({
      shifts: since.all(clock.now() - weeksShown * week).map((row) => ({
        shiftDate: row.shiftDate,
        stress: mean(row.stressSum, row.rated),
        energy: mean(row.energySum, row.rated),
        ratedBy: row.ratedBy,
      })),
    }),
  }
}
