import { t } from '@lingui/core/macro'
import type { Trends, TrendShift } from '../../../src/contract.ts'
import { shiftKinds } from '../../../src/trends/watch.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import frame from '../../components/ChartFrame.module.css'
import field from '../../components/Field.module.css'
import { markName, shiftKindName, tenth } from '../../i18n/main/trends.ts'
import { dayMonthOf, dayOf, dayYearOf } from '../../i18n/times.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import { Sample } from './Markers.tsx'
import { StressChart } from './StressChart.tsx'
import classes from './Trends.module.css'

/** How was stress, shift by shift? In words, as dots, and as a table in which a shift gets its kind. */
export function Stress({ trends, room }: { trends: Trends; room: TrendsRoom }) {
  const { shifts, watch, weeks, marks } = trends
  const logged = shifts.filter(({ stress }) => stress !== null).length
  const all = shifts.length
  const told = new Set(shifts.map(({ kind }) => kind))
  const { usual } = watch
  return (
    <div className={classes['part']}>
      <h2>{t`Stress, shift by shift`}</h2>
      {all === 0 ? (
        <p className={main['quiet']}>{t`No shift in these weeks.`}</p>
      ) : (
        <ChartFrame
          label={t`Stress, shift by shift`}
          sentence={t`You logged ${logged} of ${all} shifts.`}
          chart={<StressChart trends={trends} />}
          table={
            <>
              {marks.length > 0 && (
                <p className={main['quiet']}>
                  {marks
                    .map(
                      ({ kind, from, to }) =>
                        `${markName(kind)}: ${dayMonthOf(from)} – ${dayMonthOf(to)}`,
                    )
                    .join('; ')}
                </p>
              )}
              <Table shifts={shifts} weeks={weeks} />
            </>
          }
          legend={
            told.size > 1 &&
            shiftKinds
              .filter((kind) => told.has(kind))
              .map((kind) => (
                <li key={kind}>
                  <Sample kind={kind} />
                  {shiftKindName(kind)}
                </li>
              ))
          }
          under={
            <p>
              {t`0 is none, 10 is as much as it gets. A full mark is the rating at the shift’s end, or what reminders asked for; a hollow one is the mean of your own check-ins, or was added later. A shift without any stays empty.`}
              {usual &&
                ` ${t`The band is where eight of ten of your usual shifts lie; the line is a slow average.`}`}
            </p>
          }
        />
      )}
      {all > 0 && <Kinds shifts={weeks === null ? shifts.slice(-most) : shifts} room={room} />}
    </div>
  )
}

/** Some thousand lists to choose from would make the page slow. */
const most = 300

function Kinds({ shifts, room }: { shifts: readonly TrendShift[]; room: TrendsRoom }) {
  return (
    <details className={main['more']}>
      <summary>{t`Tell early, late and night shifts apart`}</summary>
      <p className={main['quiet']}>
        {t`Where you do, each shift is compared only with usual ones of its kind, once there are ten of them. Older shifts stand here with a longer period.`}
      </p>
      <ul className={classes['kinds']}>
        {shifts.toReversed().map((shift) => (
          <li key={shift.id}>
            <span>{dayOf(shift.shiftDate)}</span>
            <KindChoice shift={shift} room={room} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function KindChoice({ shift, room }: { shift: TrendShift; room: TrendsRoom }) {
  const day = dayOf(shift.shiftDate)
  return (
    <select
      className={field['field']}
      aria-label={t`Kind of the shift of ${day}`}
      value={shift.kind}
      onChange={({ target }) => {
        const kind = shiftKinds.find((each) => each === target.value)
        if (kind) void room.setKind(shift.id, kind)
      }}
    >
      {shiftKinds.map((kind) => (
        <option key={kind} value={kind}>
          {shiftKindName(kind)}
        </option>
      ))}
    </select>
  )
}

interface TableProps extends Pick<Trends, 'weeks'> {
  shifts: readonly TrendShift[]
}

function Table({ shifts, weeks }: TableProps) {
  const show = (value: number | null) => (value === null ? '–' : tenth(value))
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
        {shifts.toReversed().map((shift) => (
          <tr key={shift.id}>
            <th scope="row">
              {weeks === null ? dayYearOf(shift.shiftDate) : dayOf(shift.shiftDate)}
            </th>
            <td>
              {show(shift.stress)}
              {isHollow(shift) && <span className={frame['mark']}> ○</span>}
            </td>
            <td>{show(shift.energy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Drawn hollow: from the agent's own check-ins alone, or added later. */
const isHollow = ({ stress, ratedBy, addedLater }: TrendShift) =>
  stress !== null && (ratedBy === 'own' || addedLater)
