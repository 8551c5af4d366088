import type { ReactNode } from 'react'
import classes from './Field.module.css'

interface TextAreaProps {
  label: ReactNode
  text: string
  onWrite: (text: string) => void
  onEnter: () => void
}

/** A few words. Enter goes on, Shift+Enter makes a new line; digits are digits here. */
export function TextArea({ label, text, onWrite, onEnter }: TextAreaProps) {
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
    </label>
  )
}
