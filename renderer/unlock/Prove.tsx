import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Gap } from '../components/Small.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { SecretField } from './SecretField.tsx'
import classes from './Unlock.module.css'
import { Wait } from './Wait.tsx'

type ProveProps = Pick<UnlockState, 'by' | 'busy' | 'problem' | 'refused' | 'keys'> & {
  /** A file that is brought in has keys of its own. */
  ofFile?: boolean
  onProve: (secret: string) => Promise<void>
  onSwitch: () => void
  onWaited: () => void
  onClose: () => void
}

/** Asks for a secret although the journal is open: whoever only sits down here must not change its keys. */
export function Prove(props: ProveProps) {
  const { by, busy, problem, refused, keys, onSwitch, ofFile = false } = props
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const byKey = by === 'recoveryKey'

  return (
    <main className={classes['screen']}>
      <h1>{ofFile ? t`Open the file` : t`First, check that it’s you`}</h1>
      <p>
        {ofFile
          ? t`What opened its journal when the file was written opens it. Nothing is brought in by that; you see first what it would do.`
          : t`Your journal is open, and anybody could sit here. What opens it is changed only by who can open it.`}
      </p>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (secret !== '' && keys.waitMs === 0) void props.onProve(secret)
        }}
      >
        <SecretField
          key={by}
          label={byKey ? t`Recovery key` : t`Passphrase`}
          secret={secret}
          onWrite={setSecret}
          shown={byKey || shown}
          {...(byKey ? {} : { onShow: () => setShown(!shown) })}
          autoComplete={byKey || ofFile ? 'off' : 'current-password'}
          focused
          invalid={problem === 'wrong-secret'}
          describedBy="problem"
          refused={refused}
        />
        <Problem id="problem" code={problem} />
        <Wait key={refused} waitMs={keys.waitMs} onOver={props.onWaited} />
        <div className={classes['actions']}>
          <Button kind="main" submit busy={busy || keys.waitMs > 0}>
            {busy ? t`One moment…` : t`Go on`}
          </Button>
          <Gap />
          {(ofFile || (keys.passphrase && keys.recoveryKey)) && (
            <Button
              kind="quiet"
              onClick={() => {
                setSecret('')
                onSwitch()
              }}
            >
              {byKey ? t`Use the passphrase` : t`Use the recovery key`}
            </Button>
          )}
          <Button kind="quiet" hint="Esc" onClick={props.onClose}>
            {t`Close`}
          </Button>
        </div>
      </form>
    </main>
  )
}
