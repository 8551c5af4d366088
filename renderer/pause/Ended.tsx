import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { Kept, PauseState } from '../state/pause.ts'
import classes from './Pause.module.css'

type EndedProps = Omit<Extract<PauseState, { stage: 'ended' }>, 'stage'> & {
  onAgain: () => void
  onUnlock: () => void
  onClose: () => void
}

/** The quiet end. It says what was kept, and asks nothing. */
export function Ended({ ended, kept, onAgain, onUnlock, onClose }: EndedProps) {
  return (
    <main className={classes['pause']}>
      <div className={classes['ended']}>
        <h1>{ended === 'completed' ? t`That was a minute.` : t`That counts too.`}</h1>
        <p className={classes['kept']} role="status">
          {keptWords(kept)}
        </p>
        <Problem code={kept.kind === 'failed' ? kept.code : null} />
        {kept.kind === 'failed' && <Button onClick={onAgain}>{t`Try again`}</Button>}
        {kept.kind === 'until-unlock' && (
          <Button onClick={onUnlock}>{kept.first ? t`Choose a passphrase` : t`Unlock`}</Button>
        )}
      </div>
      <footer className={classes['footer']}>
        <Button kind="quiet" hint="Esc" onClick={onClose}>
          {t`close`}
        </Button>
      </footer>
    </main>
  )
}

function keptWords(kept: Kept): string {
  switch (kept.kind) {
    case 'keeping':
    case 'failed':
      return ''
    case 'saved':
      return t`Kept.`
    case 'until-unlock':
      return kept.first
        ? t`It waits here until you choose a passphrase.`
        : t`It waits here until you unlock.`
  }
}
