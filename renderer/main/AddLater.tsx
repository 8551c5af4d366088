import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Input, Settings, VaultDoor } from '../../src/contract.ts'
import { difficulties, type Difficulty, type TypeId } from '../../src/guidance/types.ts'
import { localDate } from '../../src/shifts/shift.ts'
import { Button } from '../components/Button.tsx'
import field from '../components/Field.module.css'
import { Scale } from '../components/Scale.tsx'
import { WhenField } from '../components/WhenField.tsx'
import { typeName, typesNow } from '../i18n/names.ts'
import classes from './Journal.module.css'
import main from './Main.module.css'

interface AddLaterProps {
  settings: Settings | null
  /** Whether it was added; where not, what was chosen stays. */
  onAdd: (note: Omit<Input<VaultDoor, 'note.add'>, 'id'>) => Promise<boolean>
  /** Answered with the first note that is added; it can be changed in Settings. */
  onShiftStart: (start: string) => Promise<void>
  onClose: () => void
}

/** A note of an earlier time: when it was, and how hard. All else follows in the open note. */
export function AddLater({ settings, onAdd, onShiftStart, onClose }: AddLaterProps) {
  const [date, setDate] = useState(today)
  const [time, setTime] = useState('')
  const [difficulty, setDifficulty] = useState<Difficulty | null>(null)
  const [type, setType] = useState<TypeId | null>(null)
  const [start, setStart] = useState('')
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)
  const work = settings?.work ?? 'calls'

  async function add() {
    if (date === '' || time === '' || difficulty === null) {
      setLacking(true)
      return
    }
    setBusy(true)
    if (start !== '') await onShiftStart(start)
    const added = await onAdd({ date, time, difficulty, type })
    setBusy(false)
    if (added) onClose()
  }

  return (
    <form
      className={`${classes['entry']} ${classes['alone']}`}
      aria-label={t`A note of an earlier time`}
      // What is wrong is said in our own words.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={main['fields']}>
        <WhenField
          of="date"
          label={t`Date`}
          value={date}
          max={today()}
          focused
          className={classes['day']}
          onChange={setDate}
        />
        <WhenField of="time" label={t`Time`} value={time} onChange={setTime} />
        {settings?.shiftStart === null && (
          <WhenField
            of="time"
            label={t`My shifts usually start at`}
            value={start}
            className={classes['start']}
            onChange={setStart}
          />
        )}
      </div>
      <Scale
        legend={t`How hard was it?`}
        values={difficulties}
        low={t`easy`}
        high={t`very hard`}
        picked={difficulty}
        onPick={setDifficulty}
        onDone={setDifficulty}
      />
      <label className={field['named']}>
        {t`What was it?`}
        <select
          className={field['field']}
          value={type ?? ''}
          onChange={({ target }) =>
            setType(typesNow().find((each) => each === target.value) ?? null)
          }
        >
          <option value="">{t`No type`}</option>
          {typesNow().map((each) => (
            <option key={each} value={each}>
              {typeName(each, work)}
            </option>
          ))}
        </select>
      </label>
      <p role="status" className={main['amber']}>
        {lacking && t`A date, a time and a number, please. The rest can wait.`}
      </p>
      <div className={main['ways']}>
        <Button kind="main" submit busy={busy}>
          {t`Add it`}
        </Button>
        <Button hint="Esc" onClick={onClose}>
          {t`Leave it`}
        </Button>
      </div>
    </form>
  )
}

/** The date on this computer's wall. */
const today = () => localDate(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
