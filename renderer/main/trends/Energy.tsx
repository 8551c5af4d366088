import { t } from '@lingui/core/macro'
import type { Trends, TrendShift } from '../../../src/contract.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Switch } from '../../components/Switch.tsx'
import { energyNotes, energySentence, tenth } from '../../i18n/main/trends.ts'
import { dayOf, dayYearOf } from '../../i18n/times.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import { NewUsual } from './NewUsual.tsx'
import { ShiftsChart } from './StressChart.tsx'
import classes from './Trends.module.css'

interface EnergyProps {
  trends: Trends
  room: TrendsRoom
  hasJournal: boolean
}

/** How was energy, shift by shift? Drawn without a verdict, until the agent wants it watched. */
export function Energy({ trends, room, hasJournal }: EnergyProps) {
  const { shifts, energy, today, weeks } = trends
  const label = t`Energy, shift by shift`
  const logged = shifts.filter((shift) => shift.energy !== null).length
  const all = shifts.length
  const sentence =
    energy === null
      ? t`You logged ${logged} of ${all} shifts.`
      : `${energySentence(energy, today)} ${t`You logged ${logged} of ${all} shifts.`}`
  return (
    <div className={classes['part']}>
      <h2>{label}</h2>
      {all === 0 ? (
        <p className={main['quiet']}>{t`No shift in these weeks.`}</p>
      ) : (
        <ChartFrame
          label={label}
          sentence={sentence}
          chart={<ShiftsChart trends={energyOf(trends)} of="energy" />}
          table={<Table shifts={shifts} named={weeks === null ? dayYearOf : dayOf} />}
          under={
            <p>
              {t`0 is none, 10 is as much as it gets. Full and hollow marks are as above.`}
              {energy?.usual &&
                ` ${t`The band is where eight of ten of your usual shifts lie; the line is a slow average.`}`}
            </p>
          }
        />
      )}
      {energy && <Spell energy={energy} room={room} />}
      {hasJournal && (
        <div className={classes['watched']}>
          <Switch
            label={t`Watch energy too`}
            on={energy !== null}
            onTurn={(on) => void room.watchEnergy(on)}
          />
          <p className={main['quiet']}>
            {t`Lull then says of energy what it says of stress. With two to watch, each has to stand out a little more and is told a few shifts later, so that notes about nothing stay as rare.`}
          </p>
        </div>
      )}
    </div>
  )
}

/** What belongs to a spell of energy: ranges, and whether it is the new usual. */
function Spell({ energy, room }: { energy: NonNullable<Trends['energy']>; room: TrendsRoom }) {
  return (
    <>
      {energyNotes(energy).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <NewUsual {...energy} of="energy" label={t`A new usual for energy`} room={room} />
    </>
  )
}

/** The same shifts, with energy where the chart looks for the value. */
const energyOf = ({ shifts, energy, marks, today, weeks }: Trends) => ({
  shifts: shifts.map((shift) => ({ ...shift, stress: shift.energy, line: shift.energyLine })),
  watch: { usual: energy?.usual ?? null },
  marks,
  today,
  weeks,
})

function Table({
  shifts,
  named,
}: {
  shifts: readonly TrendShift[]
  named: (date: string) => string
}) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Shift`}</th>
          <th scope="col">{t`Energy`}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.toReversed().map(({ id, shiftDate, energy }) => (
          <tr key={id}>
            <th scope="row">{named(shiftDate)}</th>
            <td>{energy === null ? '–' : tenth(energy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
