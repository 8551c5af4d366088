import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import main from './Main.module.css'

interface SendFormProps {
  label: string
  className: string | undefined
  /** What the main button says. */
  go: string
  /** What is said where something lacks or doesn't fit, in place of the browser's own words. */
  lacking: string
  isWhole: boolean
  children: ReactNode
  /** Whether it was kept; where not, what was chosen stays. */
  onSend: () => Promise<boolean>
  onClose: () => void
}

/** A small form within a page: Enter sends it, once at a time, and Esc leaves it. */
export function SendForm(props: SendFormProps) {
  const { isWhole, onSend, onClose } = props
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)

  async function send() {
    if (busy) return
    setLacking(!isWhole)
    if (!isWhole) return
    setBusy(true)
    const sent = await onSend()
    setBusy(false)
    if (sent) onClose()
  }

  return (
    <form
      className={props.className}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      {props.children}
      <p role="status" className={main['amber']}>
        {lacking && props.lacking}
      </p>
      <div className={main['ways']}>
        <Button kind="main" submit busy={busy}>
          {props.go}
        </Button>
        <Button hint="Esc" onClick={onClose}>
          {t`Leave it`}
        </Button>
      </div>
    </form>
  )
}
