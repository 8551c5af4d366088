import { t } from '@lingui/core/macro'
import { useId, useState } from 'react'
import { hoursOf } from '../../src/settings/choices.ts'
import { Button } from '../components/Button.tsx'
import { TimeField } from '../components/TimeField.tsx'
import classes from './Settings.module.css'

interface QuietHoursProps {
  /** `22:00-06:30`, or null where there are none. */
  value: string | null
  onChange: (value: string | null) => void
}

const split = (value: string | null): [from: string, to: string] => {
  const [from = '', to = ''] = value?.split('-') ?? []
  return [from, to]
}

/** Two times of day, kept once both are whole and one is left; anything less changes nothing. */
export function QuietHours({ value, onChange }: QuietHoursProps) {
  const id = useId()
  const [[from, to], setTyped] = useState(split(value))
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(split(value))
  }
  const typed = `${from}-${to}`
  const isNone = from !== '' && from === to
  function keep() {
    if (hoursOf(typed) && typed !== value) onChange(typed)
  }
  const time = (label: string, now: string, change: (time: string) => void) => (
    <TimeField
      label={label}
      describedBy={isNone ? id : undefined}
      value={now}
      onChange={change}
      onLeave={keep}
    />
  )
  return (
    <div className={classes['time']} role="group" aria-label={t`Quiet hours`}>
      <div>
        {t`Quiet hours`}
        <small className={classes['hint']}>
          {t`Nothing is offered by itself in them, past midnight too. What you ask for opens.`}
        </small>
      </div>
      <span>
        {time(t`Quiet from`, from, (next) => setTyped([next, to]))}
        <span aria-hidden="true">{t`to`}</span>
        {time(t`Quiet until`, to, (next) => setTyped([from, next]))}
        {value !== null && (
          <Button kind="quiet" onClick={() => onChange(null)}>
            {t`Clear`}
          </Button>
        )}
        <small id={id} className={classes['hint']} role="status">
          {isNone && t`They would end as they begin. Choose two different times.`}
        </small>
      </span>
    </div>
  )
}
