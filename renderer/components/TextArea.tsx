import { t } from '@lingui/core/macro'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { longestWords } from '../../src/notes/words.ts'
import classes from './Field.module.css'

interface TextAreaProps {
  label: ReactNode
  text: string
  onWrite: (text: string) => void
  /** Enter, with or without Ctrl or ⌘; Shift+Enter makes a new line. Left out, Enter makes one too. */
  onEnter?: () => void
  /** These words are on the disk as a draft: nothing is lost if the window goes now. */
  kept?: boolean
  /** So many lines high; left out, it takes the room that is there. */
  rows?: number
  /** Takes the focus when it appears, after the last word. */
  focused?: boolean
}

/**
 * A few words; digits are digits here. What would make them longer than they can be is refused as a
 * whole, with a sentence: nothing is cut, and nothing that stands there is lost.
 */
export function TextArea(props: TextAreaProps) {
  const { label, text, onWrite, onEnter, kept, rows, focused = false } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState(false)

  // Before it is in the field, so that caret and undo stay what they are; React has no such event.
  const beforeInput = useEffectEvent((event: InputEvent) => {
    const { selectionStart, selectionEnd, value } = field.current ?? { value: '' }
    const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0)
    const tooLong = value.length - replaced + (event.data?.length ?? 0) > longestWords
    if (tooLong && event.cancelable) event.preventDefault()
    setRefused(tooLong)
  })
  useEffect(() => {
    const element = field.current
    const listener = (event: InputEvent) => beforeInput(event)
    element?.addEventListener('beforeinput', listener)
    return () => element?.removeEventListener('beforeinput', listener)
  }, [])

  const write = (written: string) => {
    const fits = written.length <= longestWords || written.length < text.length
    setRefused(!fits)
    if (fits) onWrite(written)
  }
  return (
    <>
      <label className={classes[rows === undefined ? 'tall' : 'named']}>
        {label}
        <textarea
          ref={field}
          className={classes['field']}
          dir="auto"
          value={text}
          rows={rows}
          spellCheck={false}
          autoFocus={focused}
          onFocus={({ target }) => {
            if (focused) target.setSelectionRange(target.value.length, target.value.length)
          }}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            if (!onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
        {kept !== undefined && (
          <small className={classes['draft']}>{kept && text !== '' && t`Kept as a draft.`}</small>
        )}
      </label>
      <p role="alert" className={classes['refused']}>
        {refused && t`That is more than a note can hold, so none of it was put in.`}
      </p>
    </>
  )
}
