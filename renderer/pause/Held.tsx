import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import type { Hold } from '../state/pause.ts'
import classes from './Pause.module.css'

interface HeldProps {
  why: Hold
  onGoOn: () => void
  onEnd: () => void
}

/** A call came in between, or the computer slept. Nothing ran meanwhile, and nothing is owed. */
export function Held({ why, onGoOn, onEnd }: HeldProps) {
  return (
    <main className={classes['pause']}>
      <div className={classes['ended']}>
        <h1>{t`Your pause waited`}</h1>
        <p className={classes['kept']} role="status">
          {why === 'call'
            ? t`Something came in between. Go on with the breath that it took, or leave it here.`
            : t`The computer slept in between. Go on with the breath that it took, or leave it here.`}
        </p>
        <div className={classes['ways']}>
          <Button kind="main" focused onClick={onGoOn}>
            {t`Go on`}
          </Button>
          <Button hint="Esc" onClick={onEnd}>
            {t`Leave it here`}
          </Button>
        </div>
      </div>
    </main>
  )
}
