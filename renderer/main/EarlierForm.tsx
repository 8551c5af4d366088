import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { localDate } from '../../src/shifts/shift.ts'
import { WhenField } from '../components/WhenField.tsx'
import journal from './Journal.module.css'
import main from './Main.module.css'
import { SendForm } from './SendForm.tsx'

interface EarlierFormProps<Given extends object> {
  label: string
  /** What else was given; null while something lacks. */
  given: Given | null
  /** What is said then, and where the day or the time lacks. */
  lacking: string
  /** Beside the day and the time. */
  beside?: ReactNode
  children: ReactNode
  /** `date` and `time` as they stand on the wall. Whether it was added; where not, what was chosen stays. */
  onAdd: (entry: Given & { date: string; time: string }) => Promise<boolean>
  onClose: () => void
}

/** Adds an entry of an earlier time: when it was, and what else is asked. */
export function EarlierForm<Given extends object>(props: EarlierFormProps<Given>) {
  const { given, onAdd } = props
  const [date, setDate] = useState(today)
  const [time, setTime] = useState('')
  return (
    <SendForm
      className={`${journal['entry']} ${journal['alone']}`}
      label={props.label}
      go={t`Add it`}
      lacking={props.lacking}
      isWhole={date !== '' && time !== '' && given !== null}
      onSend={async () => given !== null && onAdd({ ...given, date, time })}
      onClose={props.onClose}
    >
      <div className={main['fields']}>
        <WhenField
          of="date"
          label={t`Date`}
          value={date}
          max={today()}
          focused
          className={journal['day']}
          onChange={setDate}
        />
        <WhenField of="time" label={t`Time`} value={time} onChange={setTime} />
        {props.beside}
      </div>
      {props.children}
    </SendForm>
  )
}

/** The date on this computer's wall. */
const today = () => localDate(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
