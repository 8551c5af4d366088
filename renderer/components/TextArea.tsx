import { t } from '@lingui/core/macro'
import type { ReactNode } from 'react'
import classes from './Field.module.css'

interface TextAreaProps {
  label: ReactNode
  text: string
  /** These words are on the disk as a draft: nothing is lost if the window goes now. */
  kept: boolean
  onWrite: (text: string) => void
  onEnter: () => void
}

/** A few words. Enter goes on, Shift+Enter makes a new line; digits are digits here. */
export function TextArea({ label, text, kept, onWrite, onEnter }: TextAreaProps) {
  return (
    <label className={classes['tall']}>
      {label}
      <textarea
        className={classes['field']}
        value={text}
        maxLength={20_000}
        spellCheck={false}
        autoFocus
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={({ target }) => onWrite(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter()
        }}
      />
      <small className={classes['draft']}>{kept && text !== '' && t`Kept as a draft.`}</small>
    </label>
  )
}
