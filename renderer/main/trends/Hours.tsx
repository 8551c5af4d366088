import { t } from '@lingui/core/macro'
import type { HourMade, Recent } from '../../../src/contract.ts'
import { partOfShift, shiftParts } from '../../../src/trends/factors.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { list, partCount } from '../../i18n/main/recent.ts'
import main from '../Main.module.css'
import { HoursChart } from './HoursChart.tsx'
import { MadeLegend } from './MadeLegend.tsx'
import { MadeTable } from './MadeTable.tsx'
import classes from './Trends.module.css'

/** When in the shift were moments noted? Good, ok and hard ones, by the hour since it began. */
export function Hours({ recent: { hours, factors } }: { recent: Recent }) {
  const label = t`Hour by hour in the shift`
  return (
    <div className={classes['part']}>
      <h2>{label}</h2>
      {hours.length === 0 ? (
        <p className={main['quiet']}>
          {t`Moments that you note during a shift stand here by its hours.`}
        </p>
      ) : (
        <ChartFrame
          label={label}
          sentence={partsSentence(hours)}
          chart={<HoursChart hours={hours} />}
          table={
            <MadeTable
              of={t`Hour`}
              rows={hours.map((made) => ({ ...made, name: String(made.hour + 1) }))}
            />
          }
          legend={<MadeLegend />}
          under={
            <p>
              {factors.some(({ factor, found }) => factor.of === 'part' && found !== null)
                ? t`What was noted later is left out. Whether the hour goes with harder moments stands above.`
                : t`What was noted later is left out. Whether the hour goes with harder moments isn’t clear yet.`}
            </p>
          }
        />
      )}
    </div>
  )
}

/** How many there were in each third, and how many of them hard. */
function partsSentence(hours: readonly HourMade[]): string {
  const parts = shiftParts.flatMap((part) => {
    const made = hours.filter(({ hour }) => partOfShift(hour) === part)
    const sum = (of: (hour: HourMade) => number) => made.reduce((all, each) => all + of(each), 0)
    const [count, hard] = [sum((each) => each.hard + each.ok + each.good), sum((each) => each.hard)]
    return count === 0 ? [] : [partCount(part, count, hard)]
  })
  return t`Moments noted: ${list(parts)}.`
}
