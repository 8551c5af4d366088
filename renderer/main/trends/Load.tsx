import { t } from '@lingui/core/macro'
import type { Recent } from '../../../src/contract.ts'
import { workloadSentences } from '../../i18n/main/recent.ts'
import main from '../Main.module.css'
import classes from './Trends.module.css'

/** Does stress follow the load? In words, and only of what signals counted. */
export function Load({ recent: { workload } }: { recent: Recent }) {
  return (
    <section className={classes['part']} aria-labelledby="load">
      <h2 id="load">{t`Stress and how busy it was`}</h2>
      {workloadSentences(workload).map((sentence) => (
        <p key={sentence} className={workload.says === null ? main['quiet'] : undefined}>
          {sentence}
        </p>
      ))}
    </section>
  )
}
