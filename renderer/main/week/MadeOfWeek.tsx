import { t } from '@lingui/core/macro'
import type { Week } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import frame from '../../components/ChartFrame.module.css'
import {
  foundSentence,
  notWhy,
  togetherSentence,
  workloadSentences,
} from '../../i18n/main/recent.ts'
import { tenth, warnings, watchSentence } from '../../i18n/main/trends.ts'
import { harderWords, madeWords, numbersWords } from '../../i18n/main/week.ts'
import { dayOf } from '../../i18n/times.ts'
import classes from './Week.module.css'
import { WeekDots } from './WeekDots.tsx'

/** What the week was made of, in numbers: only what a week can tell (statistics.md, section 7). */
export function MadeOfWeek({ week, work }: { week: Week; work: Work }) {
  const { shifts, watch, today, together, load } = week
  const numbers = numbersWords(week)
  const harder = harderWords(week)
  return (
    <section className={classes['made']} aria-labelledby="made-of">
      <h2 id="made-of">{t`What it was made of`}</h2>
      {shifts.length === 0 ? (
        <p>{numbers.join(' ')}</p>
      ) : (
        <ChartFrame
          label={t`Stress in this week`}
          sentence={numbers.join(' ')}
          chart={<WeekDots week={week} />}
          table={<Table shifts={shifts} />}
        />
      )}
      <p>{madeWords(week).join(' ')}</p>
      {harder !== null && <p>{harder}</p>}
      {watch && watch.says !== 'collecting' && (
        <p>{[watchSentence(watch, today), ...warnings(watch)].join(' ')}</p>
      )}
      {together && (
        <p>
          {[foundSentence(together, work), togetherSentence(together, work), notWhy()]
            .filter((sentence) => sentence !== null)
            .join(' ')}
        </p>
      )}
      {load && <p>{workloadSentences(load).join(' ')}</p>}
    </section>
  )
}

function Table({ shifts }: Pick<Week, 'shifts'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Shift`}</th>
          <th scope="col">{t`Stress`}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ id, shiftDate, stress, hollow }) => (
          <tr key={id}>
            <th scope="row">{dayOf(shiftDate)}</th>
            <td>
              {stress === null ? '–' : tenth(stress)}
              {stress !== null && hollow && <span className={frame['mark']}> ○</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
