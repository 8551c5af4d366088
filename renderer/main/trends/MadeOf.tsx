import { plural, t } from '@lingui/core/macro'
import type { Trends } from '../../../src/contract.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { languageTag } from '../../i18n/speak.ts'
import { dayYearOf, monthYearOf } from '../../i18n/times.ts'
import main from '../Main.module.css'
import { dayAt, firstDayOf, madeOf } from './dots.ts'
import { MadeLegend } from './MadeLegend.tsx'
import { MadeTable } from './MadeTable.tsx'
import classes from './Trends.module.css'
import { WeeksChart } from './WeeksChart.tsx'

/** More bars than this don't find room: then it is by month. */
const mostWeeks = 54

/** What were the weeks made of? Good, ok and hard calls, by number. */
export function Made({ trends }: { trends: Trends }) {
  const { shifts } = trends
  const firstDay = firstDayOf(languageTag())
  const weeks = madeOf(shifts, firstDay, 'week')
  const by = weeks.length > mostWeeks ? 'month' : 'week'
  const made = by === 'week' ? weeks : madeOf(shifts, firstDay, by)
  const sum = (part: 'hard' | 'ok' | 'good') => made.reduce((all, week) => all + week[part], 0)
  const [good, ok, hard] = [sum('good'), sum('ok'), sum('hard')]
  const noted = good + ok + hard
  return (
    <div className={classes['part']}>
      <h2>{t`What the weeks were made of`}</h2>
      {noted === 0 ? (
        <p
          className={main['quiet']}
        >{t`Calls that you note stand here by number: good, ok, hard.`}</p>
      ) : (
        <ChartFrame
          label={t`What the weeks were made of`}
          sentence={plural(noted, {
            one: `You noted # moment: ${good} good, ${ok} ok, ${hard} hard.`,
            other: `You noted # moments: ${good} good, ${ok} ok, ${hard} hard.`,
          })}
          chart={<WeeksChart made={made} by={by} />}
          table={
            <MadeTable
              of={by === 'week' ? t`Week from` : t`Month`}
              rows={made.toReversed().map((each) => ({
                ...each,
                name: by === 'week' ? dayYearOf(each.from) : monthYearOf(dayAt(each.from)),
              }))}
            />
          }
          legend={<MadeLegend />}
          under={
            <p>{t`Hard is 4 or 5, or abuse or distress. Only what you noted is counted, and most people note the hard ones more often.`}</p>
          }
        />
      )}
    </div>
  )
}
