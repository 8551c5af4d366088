import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { SecretField } from './SecretField.tsx'
import { shortest, StrengthLine, useStrength } from './StrengthLine.tsx'
import classes from './Unlock.module.css'

type NewPassphraseProps = Pick<UnlockState, 'busy' | 'problem'> & {
  heading: string
  children: ReactNode
  /** What the main button says, and says while it works. */
  go: string
  going: string
  onChoose: (passphrase: string) => Promise<void>
  onClose: () => void
  /** Another way, beside the buttons. */
  also?: ReactNode
}

/** A passphrase, twice: it can't be asked for again. */
export function NewPassphrase(props: NewPassphraseProps) {
  const { busy, problem, onChoose } = props
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [fault, setFault] = useState<'short' | 'differs' | null>(null)
  const strength = useStrength(passphrase)

  function submit() {
    const found = passphrase.length < shortest ? 'short' : passphrase !== again ? 'differs' : null
    setFault(found)
    if (found === null) void onChoose(passphrase)
  }
  const faultWords = {
    short: t`That is shorter than 8 characters. A few words in a row are easy to remember.`,
    differs: t`The two are not the same yet.`,
  }

  return (
    <main className={classes['screen']}>
      <h1>{props.heading}</h1>
      {props.children}
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
        <StrengthLine strength={strength} />
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
            {busy ? props.going : props.go}
          </Button>
          <Button busy={busy} onClick={props.onClose}>{t`Not now`}</Button>
          {props.also}
        </div>
      </form>
    </main>
  )
}
