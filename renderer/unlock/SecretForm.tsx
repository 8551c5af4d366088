import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Gap } from '../components/Small.tsx'
import type { UnlockState } from '../state/unlock.ts'
import { SecretField } from './SecretField.tsx'
import classes from './Unlock.module.css'
import { Wait } from './Wait.tsx'

type SecretFormProps = Pick<UnlockState, 'by' | 'busy' | 'problem' | 'refused' | 'keys'> & {
  /** What the main button says, and says while it works. */
  go: string
  going: string
  /** What the last button says; Esc does the same. */
  leave: string
  /** Whether a password manager may fill in the passphrase; it keeps that of now. */
  ofNow: boolean
  canSwitch: boolean
  /** Over the field, under what came of a try, and beside the main button. */
  over?: ReactNode
  under?: ReactNode
  beside?: ReactNode
  /** A better way than the secret: it stands before the main button, which is then none. */
  first?: ReactNode
  onSecret: (secret: string) => void
  onSwitch: () => void
  onWaited: () => void
  onLeave: () => void
}

/** Asks for the passphrase, or for the recovery key in its place; after wrong ones it makes wait. */
export function SecretForm(props: SecretFormProps) {
  const { by, busy, problem, refused, keys, onSecret, onSwitch } = props
  const [secret, setSecret] = useState('')
  const [shown, setShown] = useState(false)
  const byKey = by === 'recoveryKey'

  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (secret !== '' && keys.waitMs === 0) onSecret(secret)
      }}
    >
      {props.over}
      <SecretField
        key={by}
        label={byKey ? t`Recovery key` : t`Passphrase`}
        secret={secret}
        onWrite={setSecret}
        shown={byKey || shown}
        {...(byKey ? {} : { onShow: () => setShown(!shown) })}
        autoComplete={byKey || !props.ofNow ? 'off' : 'current-password'}
        focused
        invalid={problem === 'wrong-secret'}
        describedBy="problem"
        refused={refused}
      />
      <Problem id="problem" code={problem} />
      {props.under}
      <Wait key={refused} waitMs={keys.waitMs} onOver={props.onWaited} />
      <div className={classes['actions']}>
        {props.first}
        <Button kind={props.first ? 'plain' : 'main'} submit busy={busy || keys.waitMs > 0}>
          {busy ? props.going : props.go}
        </Button>
        {props.beside}
        <Gap />
        {props.canSwitch && (
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
        <Button kind="quiet" hint="Esc" onClick={props.onLeave}>
          {props.leave}
        </Button>
      </div>
    </form>
  )
}
