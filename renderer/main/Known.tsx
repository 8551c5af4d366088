import { t } from '@lingui/core/macro'
import { patternIds } from '../../src/breathing/patterns.ts'
import { pauseName } from '../i18n/pause-names.ts'
import { caution, evidence, sourceOf } from '../i18n/main/pauses.ts'
import { safetyWords } from '../i18n/safety.ts'
import classes from './Main.module.css'

/** What studies found, and didn't; and what to mind. */
export function Known() {
  return (
    <>
      <p>
        {t`Stopping at all is what most studies agree on. Between patterns they found little difference, and none of them studied a single minute.`}
      </p>
      <dl className={classes['known']}>
        {patternIds.map((id) => (
          <div key={id}>
            <dt>{pauseName(id)}</dt>
            <dd>
              {evidence(id)} {caution(id)}
              <small className={classes['source']}>{sourceOf(id)}</small>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t`Pauses without breath`}</dt>
          <dd>
            {evidence('window')}
            <small className={classes['source']}>{sourceOf('window')}</small>
          </dd>
        </div>
      </dl>
      <section aria-labelledby="mind">
        <h2 id="mind">{t`What to mind`}</h2>
        {safetyWords().map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
    </>
  )
}
