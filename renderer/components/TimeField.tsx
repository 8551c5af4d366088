import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import { clockTimeOf } from './clock-time.ts'
import classes from './Field.module.css'

interface TimeFieldProps {
  /** A time on the wall, `22:00`; empty where nothing whole stands in it. */
  value: string
  /** With each change: the time, or empty where what stands there is none. */
  onChange: (value: string) => void
  /** By Enter, or when the focus goes: what stands there is meant. */
  onLeave?: () => void
  /** For the label that stands outside of it. */
  id?: string
  /** Its name, where no label stands outside of it. */
  label?: string
  describedBy?: string | undefined
  focused?: boolean
}

/** More than any way of writing a time takes. */
const longest = 12

/**
 * A time on a clock of 24 hours, as everywhere in Lull; it may be typed as people write times. What is no time
 * gets a sentence and changes nothing.
 */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, onLeave, id, label, describedBy, focused = false } = props
  const refusal = useId()
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  const [refused, setRefused] = useState(false)
  if (told !== value) {
    setTold(value)
    setText(value)
    setRefused(false)
  }

  function write(written: string) {
    const time = clockTimeOf(written) ?? ''
    setText(written)
    setTold(time)
    setRefused(false)
    if (time !== value) onChange(time)
  }
  function leave() {
    const time = clockTimeOf(text)
    if (time !== null) setText(time)
    setRefused(time === null && text.trim() !== '')
    onLeave?.()
  }
  return (
    <>
      <input
        id={id}
        type="text"
        // What it holds is a time or nothing: it is there where words may not be kept, too.
        data-holds="time"
        className={classes['field']}
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? refusal : describedBy}
        placeholder={t`like 14:30`}
        value={text}
        maxLength={longest}
        spellCheck={false}
        autoComplete="off"
        autoFocus={focused}
        onChange={({ target }) => write(target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
        }}
      />
      <small id={refusal} role="alert" className={classes['refused']}>
        {refused && t`That isn’t a time. One like 14:30, please.`}
      </small>
    </>
  )
}
