import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Small } from '../components/Small.tsx'
import { safetyWords } from '../i18n/safety.ts'
import classes from './Pause.module.css'

/** The whole of what is to be known, once, before the first pattern with holds. */
export function Safety({ onRead }: { onRead: (goOn: boolean) => void }) {
  return (
    <Small>
      <h1 id="mind">{t`Before a pattern with holds`}</h1>
      <div id="safety" className={classes['reading']}>
        {safetyWords().map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={classes['ways']}>
        <Button kind="main" focused describedBy="mind safety" onClick={() => onRead(true)}>
          {t`Go on`}
        </Button>
        <Button onClick={() => onRead(false)}>{t`One without holds`}</Button>
      </div>
    </Small>
  )
}
