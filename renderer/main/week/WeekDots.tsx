import { t } from '@lingui/core/macro'
import type { Week } from '../../../src/contract.ts'
import { plusDays } from '../../../src/review/weeks.ts'
import { dayNameOf } from '../../i18n/main/week.ts'
import classes from './Week.module.css'

const percent = (value: number) => `${value * 10}%`

/** A dot a shift over the seven days, always on the same scale of 0 to 10, and the usual range. */
export function WeekDots({ week }: { week: Week }) {
  const { from, shifts, usual } = week
  const days = Array.from({ length: 7 }, (_, day) => plusDays(from, day))
  return (
    <div className={classes['dots']}>
      <div className={classes['scale']}>
        <span>10</span>
        <span>0</span>
      </div>
      <div className={classes['field']}>
        {usual && (
          <span
            className={`${classes['usual']} usual-range`}
            style={{ bottom: percent(usual.low), height: percent(usual.high - usual.low) }}
          >
            {t`your usual`}
          </span>
        )}
        {days.map((day) => (
          <span key={day} className={classes['day']}>
            {shifts
              .filter(({ shiftDate, stress }) => shiftDate === day && stress !== null)
              .map(({ id, stress, hollow }, nth, all) => (
                <span
                  key={id}
                  data-dot="shift"
                  className={`${classes['dot']} ${hollow ? classes['hollow'] : ''}`}
                  style={{
                    bottom: percent(stress ?? 0),
                    insetInlineStart: `${((nth + 1) / (all.length + 1)) * 100}%`,
                  }}
                />
              ))}
          </span>
        ))}
      </div>
      <div className={classes['names']}>
        {days.map((day) => (
          <span key={day}>{dayNameOf(day)}</span>
        ))}
      </div>
    </div>
  )
}
