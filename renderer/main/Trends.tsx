import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Trends as TrendsAnswer, TrendShift } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { dayOf } from '../i18n/times.ts'
import classes from './Main.module.css'
import { StressChart } from './StressChart.tsx'
import chart from './Trends.module.css'

/** One question: how was stress, shift by shift? In words, as dots, and as a table. */
export default function Trends({ trends }: { trends: TrendsAnswer }) {
  const [asTable, setAsTable] = useState(false)
  const { shifts } = trends
  const logged = shifts.filter(({ stress }) => stress !== null).length
  const all = shifts.length
  const sentence = t`You logged ${logged} of ${all} shifts.`
  return (
    <>
      <header>
        <h1>{t`Stress, shift by shift`}</h1>
        <p className={classes['lead']}>
          {logged === 0 ? t`After your first check-in, its shift stands here as a dot.` : sentence}
        </p>
      </header>
      {logged > 0 && (
        <section className={chart['chart']} aria-label={t`Stress, shift by shift`}>
          {asTable ? (
            <Table shifts={shifts} />
          ) : (
            <StressChart shifts={shifts} sentence={sentence} />
          )}
          <footer className={chart['footer']}>
            <p>{t`0 is none, 10 is as much as it gets. A shift without a check-in stays empty.`}</p>
            <Button kind="quiet" pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {t`Table`}
            </Button>
          </footer>
        </section>
      )}
    </>
  )
}

function Table({ shifts }: { shifts: readonly TrendShift[] }) {
  const show = (value: number | null) =>
    value === null ? '–' : String(Math.round(value * 10) / 10)
  return (
    <table className={chart['table']}>
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
