import { t } from '@lingui/core/macro'
import type { SelfChecks } from '../../../src/contract.ts'
import { steps } from '../../../src/selfcheck/items.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { Choices } from '../../components/Choices.tsx'
import { weekName } from '../../i18n/main/self-check.ts'
import { dayYearOf, fullDayOf } from '../../i18n/times.ts'
import type { SelfCheckRoom } from '../../state/self-check.ts'
import main from '../Main.module.css'
import classes from './SelfCheck.module.css'

/** One question a week, one tap: what work took, and the answers before. */
export function WeekQuestion({ seen, room }: { seen: SelfChecks; room: SelfCheckRoom }) {
  const { weeks, today, weekOpen } = seen
  const last = weeks.at(-1)
  const isToday = last?.date === today
  return (
    <Card
      label={t`The question of the week`}
      under={
        isToday && (
          <Button kind="quiet" onClick={() => void room.week(null)}>
            {t`Take it back`}
          </Button>
        )
      }
    >
      <div className={classes['week']}>
        {weekOpen || isToday ? (
          <Choices
            legend={<h2>{t`What did work take this week?`}</h2>}
            choices={steps.map((value) => ({ value, label: weekName(value) }))}
            picked={isToday ? last.value : null}
            onPick={(value) => void room.week(value)}
            look="chips"
          />
        ) : (
          last && (
            <>
              <h2>{t`What did work take this week?`}</h2>
              <p>{weekName(last.value)}</p>
              <p className={main['quiet']}>
                {t`Your answer of ${fullDayOf(last.date)}. It is asked again a week after that.`}
              </p>
            </>
          )
        )}
        {weeks.length > 1 && (
          <details className={main['more']}>
            <summary>{t`Your answers before`}</summary>
            <table className={classes['weeks']}>
              <tbody>
                {weeks.toReversed().map(({ date, value }) => (
                  <tr key={date}>
                    <th scope="row">{dayYearOf(date)}</th>
                    <td>{weekName(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </div>
    </Card>
  )
}
