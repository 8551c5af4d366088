import { t } from '@lingui/core/macro'
import type { Trends as TrendsAnswer, TrendShift } from '../../src/contract.ts'
import { ChartFrame } from '../components/ChartFrame.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { dayOf } from '../i18n/times.ts'
import { StressChart } from './StressChart.tsx'

/** One question: how was stress, shift by shift? In words, as dots, and as a table. */
export default function Trends({ trends }: { trends: TrendsAnswer }) {
  const { shifts } = trends
  const logged = shifts.filter(({ stress }) => stress !== null).length
  const all = shifts.length
  return (
    <>
      <header>
        <h1>{t`Stress, shift by shift`}</h1>
      </header>
      {logged === 0 ? (
        <EmptyState>{t`After your first check-in, its shift stands here as a dot.`}</EmptyState>
      ) : (
        <ChartFrame
          label={t`Stress, shift by shift`}
          sentence={t`You logged ${logged} of ${all} shifts.`}
          chart={<StressChart shifts={shifts} />}
          table={<Table shifts={shifts} />}
          under={t`0 is none, 10 is as much as it gets. A full dot is the rating at the shift's end, or what reminders asked for; a hollow one is the mean of your own check-ins. A shift without any stays empty.`}
        />
      )}
    </>
  )
}

function Table({ shifts }: { shifts: readonly TrendShift[] }) {
  const show = (value: number | null) =>
    value === null ? '–' : String(Math.round(value * 10) / 10)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Shift`}</th>
          <th scope="col">{t`Stress`}</th>
          <th scope="col">{t`Energy`}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.toReversed().map(({ shiftDate, stress, energy }, index) => (
          <tr key={`${shiftDate} ${index}`}>
            <th scope="row">{dayOf(shiftDate)}</th>
            <td>{show(stress)}</td>
            <td>{show(energy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
