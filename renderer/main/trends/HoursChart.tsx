import type { HourMade } from '../../../src/contract.ts'
import { Stacked } from './WeeksChart.tsx'

/** Good, ok and hard moments, by number: a bar an hour of the shift. */
export function HoursChart({ hours }: { hours: readonly HourMade[] }) {
  const bars = hours.map(({ hour, ...counts }) => ({ at: String(hour + 1), ...counts }))
  return <Stacked bars={bars} named={(at) => at} />
}
