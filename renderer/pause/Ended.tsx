import { t } from '@lingui/core/macro'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Kept } from '../state/pause.ts'
import classes from './Pause.module.css'

interface EndedProps {
  ended: 'completed' | 'stopped'
  kept: Kept
  kind: PauseKind
  /** How long it was, in milliseconds. */
  ms: number
  onAgain: () => void
  onUnlock: () => void
  onTalk: () => void
  onClose: () => void
}

/** The quiet end. It says what was kept, and asks nothing. */
export function Ended({ ended, kept, kind, ms, onAgain, onUnlock, onTalk, onClose }: EndedProps) {
  const length = lengthOf(ms)
  const name = pauseName(kind)
  return (
    <main className={classes['pause']}>
      <div className={classes['ended']}>
        <h1>{ended === 'completed' ? t`That was your pause.` : t`That counts too.`}</h1>
        <p className={classes['kept']} role="status">
          {t`${name}, ${length}.`} {keptWords(kept)}
        </p>
        <Problem code={kept.kind === 'failed' ? kept.code : null} />
        {kept.kind === 'failed' && <Button onClick={onAgain}>{t`Try again`}</Button>}
        {kept.kind === 'until-unlock' && (
          <Button onClick={onUnlock}>{kept.first ? t`Choose a passphrase` : t`Unlock`}</Button>
        )}
      </div>
      <footer className={classes['footer']}>
        <Button kind="quiet" onClick={onTalk}>
          {t`Talk to someone`}
        </Button>
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
