import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { SecretField } from './SecretField.tsx'
import classes from './Unlock.module.css'

const shortest = 8

type CreateProps = Pick<UnlockState, 'busy' | 'problem'> & {
  onCreate: (passphrase: string) => Promise<void>
  onClose: () => void
}

/** A passphrase, twice: it can't be asked for again. */
export function Create({ busy, problem, onCreate, onClose }: CreateProps) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [fault, setFault] = useState<'short' | 'differs' | null>(null)

  function submit() {
    const found = passphrase.length < shortest ? 'short' : passphrase !== again ? 'differs' : null
    setFault(found)
    if (found === null) void onCreate(passphrase)
  }
  const faultWords = {
    short: t`That is shorter than 8 characters. A few words in a row are easy to remember.`,
    differs: t`The two are not the same yet.`,
  }

  return (
    <main className={classes['screen']}>
      <h1>{t`Choose a passphrase`}</h1>
      <p>{t`It encrypts everything you keep. Only you know it, and nobody can ask Lull for it. If you forget it, only a recovery key opens your journal.`}</p>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <SecretField
          label={t`Passphrase, at least 8 characters`}
          secret={passphrase}
          onWrite={setPassphrase}
          shown={shown}
          autoComplete="new-password"
          focused
          invalid={fault === 'short'}
          describedBy="fault"
        />
        <SecretField
          label={t`The same once more`}
          secret={again}
          onWrite={setAgain}
          shown={shown}
          onShow={() => setShown(!shown)}
          autoComplete="new-password"
          invalid={fault === 'differs'}
          describedBy="fault"
        />
        <p role="alert" id="fault" className={classes['fault']}>
          {fault !== null && faultWords[fault]}
        </p>
        <Problem code={problem} />
        <div className={classes['actions']}>
          <Button kind="main" submit busy={busy}>
            {busy ? t`Making your journal…` : t`Begin`}
          </Button>
          <Button onClick={onClose}>{t`Not now`}</Button>
        </div>
      </form>
    </main>
  )
}
