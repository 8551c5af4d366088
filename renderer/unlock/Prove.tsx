import { t } from '@lingui/core/macro'
import type { UnlockState } from '../state/unlock.ts'
import { SecretForm } from './SecretForm.tsx'
import classes from './Unlock.module.css'

type ProveProps = Pick<UnlockState, 'by' | 'busy' | 'problem' | 'refused' | 'keys'> & {
  /** A file that is brought in has keys of its own. */
  ofFile?: boolean
  onProve: (secret: string) => Promise<void>
  onSwitch: () => void
  onWaited: () => void
  onClose: () => void
}

/** Asks for a secret although the journal is open: whoever only sits down here must not change its keys. */
export function Prove({ ofFile = false, onProve, onClose, ...props }: ProveProps) {
  const { keys } = props
  return (
    <main className={classes['screen']}>
      <h1>{ofFile ? t`Open the file` : t`First, check that it’s you`}</h1>
      <p>
        {ofFile
          ? t`What opened its journal when the file was written opens it. Nothing is brought in by that; you see first what it would do.`
          : t`Your journal is open, and anybody could sit here. What opens it is changed only by who can open it.`}
      </p>
      <SecretForm
        {...props}
        go={t`Go on`}
        going={t`One moment…`}
        leave={t`Close`}
        ofNow={!ofFile}
        canSwitch={ofFile || (keys.passphrase && keys.recoveryKey)}
        onSecret={(secret) => void onProve(secret)}
        onLeave={onClose}
      />
    </main>
  )
}
