import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Gap } from '../components/Small.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { SecretField } from './SecretField.tsx'
import classes from './Unlock.module.css'

type OpenProps = Pick<UnlockState, 'by' | 'busy' | 'problem' | 'refused'> & {
  onOpen: (secret: string) => Promise<void>
  onSwitch: () => void
  onClose: () => void
  onLook: (page: 'guide' | 'support') => void
}

/** Opens the journal by the passphrase, or by the recovery key. */
export function Open({ by, busy, problem, refused, onOpen, onSwitch, onClose, onLook }: OpenProps) {
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const byKey = by === 'recoveryKey'

  return (
    <main className={classes['screen']}>
      <h1>{t`Unlock your journal`}</h1>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (secret !== '') void onOpen(secret)
        }}
      >
        <SecretField
          key={by}
          label={byKey ? t`Recovery key` : t`Passphrase`}
          secret={secret}
          onWrite={setSecret}
          shown={byKey || shown}
          {...(byKey ? {} : { onShow: () => setShown(!shown) })}
          autoComplete={byKey ? 'off' : 'current-password'}
          focused
          invalid={problem === 'wrong-secret'}
          describedBy="problem"
          refused={refused}
        />
        <Problem id="problem" code={problem} />
        <div className={classes['actions']}>
          <Button kind="main" submit busy={busy}>
            {busy ? t`Unlocking…` : t`Unlock`}
          </Button>
          <Gap />
          <Button
            kind="quiet"
            onClick={() => {
              setSecret('')
              onSwitch()
            }}
          >
            {byKey ? t`Use the passphrase` : t`Use the recovery key`}
          </Button>
          <Button kind="quiet" hint="Esc" onClick={onClose}>
            {t`close`}
          </Button>
        </div>
      </form>
      <footer className={classes['meanwhile']}>
        <Button kind="quiet" onClick={() => onLook('guide')}>
          {t`Guide`}
        </Button>
        <Button kind="quiet" onClick={() => onLook('support')}>
          {t`Talk to someone`}
        </Button>
      </footer>
    </main>
  )
}
