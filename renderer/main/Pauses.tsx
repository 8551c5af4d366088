import { t } from '@lingui/core/macro'
import type { TodayPause } from '../../src/contract.ts'
import { patternName } from '../i18n/names.ts'
import { lengthOf, timeOf } from '../i18n/times.ts'
import classes from './Main.module.css'

/** The pauses of the shift. One that was stopped counts as what it was. */
export function Pauses({ pauses }: { pauses: readonly TodayPause[] }) {
  if (pauses.length === 0) return null
  return (
    <section aria-labelledby="pauses">
      <h2 id="pauses">{t`Pauses`}</h2>
      <ul className={classes['rows']}>
        {pauses.map((pause) => (
          <li key={pause.id}>
            <time dateTime={new Date(pause.at).toISOString()}>{timeOf(pause.at)}</time>
            <span>{patternName(pause.pattern)}</span>
            <span className={classes['quiet']}>{lengthWords(pause)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function lengthWords({ ended, elapsedMs }: TodayPause): string {
  const length = lengthOf(elapsedMs)
  return ended === 'completed' ? length : t`stopped after ${length}`
}
