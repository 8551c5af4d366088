import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import type { Hold } from '../state/pause.ts'
import classes from './Pause.module.css'
import { heldWords } from './said.ts'

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
        <h1 id="held">{t`Your pause waited`}</h1>
        <p className={classes['kept']} aria-hidden="true">
          {heldWords(why)}
        </p>
        <div className={classes['ways']}>
          <Button kind="main" focused describedBy="held" onClick={onGoOn}>
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
