import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import classes from './Pause.module.css'

/** Tension rose in two of the last three breaths that were rated: something else is offered first. */
export function Gentler({ onChoose }: { onChoose: (withoutBreath: boolean) => void }) {
  return (
    <main className={classes['pause']}>
      <div className={classes['ended']}>
        <h1 id="offered">{t`Something without breath?`}</h1>
        <p id="why" className={classes['kept']}>
          {t`Lately you felt tenser after breathing. That happens to many people. A minute at the window asks for nothing.`}
        </p>
        <div className={classes['ways']}>
          <Button kind="main" focused describedBy="offered why" onClick={() => onChoose(true)}>
            {t`To the window`}
          </Button>
          <Button onClick={() => onChoose(false)}>{t`Breathe all the same`}</Button>
        </div>
      </div>
    </main>
  )
}
