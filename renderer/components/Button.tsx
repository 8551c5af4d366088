import type { ReactNode } from 'react'
import classes from './Button.module.css'
import { Kbd } from './Kbd.tsx'

interface ButtonProps {
  children: ReactNode
  onClick?: () => void
  /** `main`: the one thing to do here. `plain`: another. `quiet`: words only, in a footer or a line. */
  kind?: 'main' | 'plain' | 'quiet'
  /** The key that does the same, shown as a hint. The screen listens for it, not the button. */
  hint?: string
  submit?: boolean
  /** It is working: it keeps the focus and its words, and does nothing when pressed. */
  busy?: boolean
  pressed?: boolean
  /** What is read out instead of the words on it, where those alone say too little. */
  label?: string
  /** Takes the focus when it appears. */
  focused?: boolean
  /** The ids of what is read out with it. */
  describedBy?: string
}

export function Button(props: ButtonProps) {
  const { children, onClick, kind = 'plain', hint, submit = false, busy = false } = props
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`${classes['button']} ${classes[kind]}`}
      onClick={busy ? undefined : onClick}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-pressed={props.pressed}
      aria-label={props.label}
      autoFocus={props.focused}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={hint === undefined ? undefined : spokenKey(hint)}
    >
      {kind === 'quiet' && hint !== undefined && <Kbd>{hint}</Kbd>}
      <span>{children}</span>
      {kind !== 'quiet' && hint !== undefined && <Kbd>{hint}</Kbd>}
    </button>
  )
}

/** A key as ARIA names it. */
const spokenKey = (hint: string) => hint.replace(/^Esc$/, 'Escape').replace(/^Ctrl\+/, 'Control+')
