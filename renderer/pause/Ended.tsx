import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { Kept, Pause } from '../state/pause.ts'
import classes from './Pause.module.css'
import { endedWords } from './said.ts'

interface EndedProps {
  pause: Pause
  ended: 'completed' | 'stopped'
  kept: Kept
  onUnlock: () => void
  onTalk: () => void
}

/** The quiet end. It says what was kept, and asks nothing. */
export function Ended({ pause, ended, kept, onUnlock, onTalk }: EndedProps) {
  return (
    <main className={classes['pause']}>
      <div className={classes['ended']}>
        <h1>{ended === 'completed' ? t`That was your pause.` : t`That counts too.`}</h1>
        <p className={classes['kept']} aria-hidden="true">
          {endedWords(pause, kept)}
        </p>
        <Problem code={kept.kind === 'failed' ? kept.code : null} />
        {kept.kind === 'failed' && <Button onClick={pause.keep}>{t`Try again`}</Button>}
        {kept.kind === 'until-unlock' && (
          <Button onClick={onUnlock}>{kept.first ? t`Choose a passphrase` : t`Unlock`}</Button>
        )}
      </div>
      <footer className={classes['footer']}>
        <Button kind="quiet" onClick={onTalk}>
          {t`Talk to someone`}
        </Button>
        <Button kind="quiet" hint="Esc" onClick={() => void pause.close()}>
          {t`Close`}
        </Button>
      </footer>
    </main>
  )
}
