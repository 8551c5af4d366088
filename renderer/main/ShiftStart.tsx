import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { TimeField } from '../components/TimeField.tsx'
import classes from './Settings.module.css'

interface ShiftStartProps {
  /** `22:00`, or null where the agent hasn't said. */
  value: string | null
  onChange: (value: string | null) => void
}

/** A time of day, kept once it is whole and left; half a time changes nothing. */
export function ShiftStart({ value, onChange }: ShiftStartProps) {
  const id = useId()
  const [typed, setTyped] = useState(value ?? '')
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value ?? '')
  }
  function keep() {
    if (typed !== '' && typed !== value) onChange(typed)
  }
  return (
    <div className={classes['time']}>
      <label htmlFor={id}>
        {t`My shifts usually start at`}
        <small
          className={classes['hint']}
        >{t`Only for entries that you add later. Nothing is dated anew.`}</small>
      </label>
      <span>
        <TimeField id={id} value={typed} onChange={setTyped} onLeave={keep} />
        {value !== null && (
          <Button kind="quiet" onClick={() => onChange(null)}>
            {t`Clear`}
          </Button>
        )}
      </span>
    </div>
  )
}
