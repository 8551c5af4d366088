import { t } from '@lingui/core/macro'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { Say } from './Say.tsx'
import classes from './Unlock.module.css'

type OfferKeyProps = Pick<UnlockState, 'busy' | 'problem'> & {
  onNow: () => Promise<void>
  onLater: () => void
}

/** A recovery key is best written where nobody looks on, so it can wait until home. */
export function OfferKey({ busy, problem, onNow, onLater }: OfferKeyProps) {
  return (
    <Say
      heading={t`A key for the day you forget`}
      actions={
        <>
          <Button kind="main" busy={busy} onClick={() => void onNow()}>
            {t`Write it down now`}
          </Button>
          <Button onClick={onLater}>{t`Remind me at home`}</Button>
        </>
      }
    >
      <p>{t`A recovery key opens your journal when the passphrase is gone. Without either, nobody can open it, and neither can Lull.`}</p>
      <p>{t`Write it on paper, and where nobody looks on.`}</p>
      <Problem code={problem} />
    </Say>
  )
}

/** The key, this once, in groups of four. */
export function ShowKey({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  return (
    <Say
      heading={t`Your recovery key`}
      actions={<Button kind="main" onClick={onDone}>{t`Done, it's on paper`}</Button>}
    >
      <p>{t`Write it on paper and keep it away from this computer. Lull shows it only now.`}</p>
      <ul className={classes['key']} aria-label={t`Recovery key, in groups of four`}>
        {recoveryKey.split(/[\s-]+/).map((group, index) => (
          <li key={`${index} ${group}`}>{group}</li>
        ))}
      </ul>
    </Say>
  )
}
