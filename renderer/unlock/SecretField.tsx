import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import field from '../components/Field.module.css'
import classes from './Unlock.module.css'

interface SecretFieldProps {
  label: string
  secret: string
  onWrite: (secret: string) => void
  /** A recovery key is copied from paper, so it is always shown. */
  shown: boolean
  onShow?: () => void
  /** `new` keeps password managers from filling in an old one. */
  autoComplete: 'current-password' | 'new-password' | 'off'
  focused?: boolean
  invalid?: boolean
  describedBy?: string
  /** Changes with each refusal: the field is then selected, to be written over. */
  refused?: number
}

export function SecretField(props: SecretFieldProps) {
  const { label, secret, onWrite, shown, onShow, invalid = false, refused = 0 } = props
  const input = useRef<HTMLInputElement>(null)
  const [capsLock, setCapsLock] = useState(false)
  useEffect(() => {
    if (refused > 0) input.current?.select()
  }, [refused])

  return (
    <div className={classes['secret']}>
      <label className={field['named']}>
        {label}
        <input
          ref={input}
          className={field['field']}
          type={shown ? 'text' : 'password'}
          value={secret}
          maxLength={1024}
          autoComplete={props.autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          autoFocus={props.focused}
          aria-invalid={invalid || undefined}
          aria-describedby={props.describedBy}
          onChange={({ target }) => onWrite(target.value)}
          onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        />
      </label>
      <div className={classes['under']}>
        <span role="status">{capsLock && !shown && t`Caps Lock is on.`}</span>
        {onShow && (
          <Button kind="quiet" pressed={shown} onClick={onShow}>
            {t`Show`}
          </Button>
        )}
      </div>
    </div>
  )
}
