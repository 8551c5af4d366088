import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import { localDate } from '../../../src/shifts/shift.ts'
import { Button } from '../../components/Button.tsx'
import { Scale } from '../../components/Scale.tsx'
import { WhenField } from '../../components/WhenField.tsx'
import journal from '../Journal.module.css'
import main from '../Main.module.css'

interface AddCheckInProps {
  /** Whether it was added; where not, what was chosen stays. */
  onAdd: (checkIn: Omit<Input<VaultDoor, 'checkin.add'>, 'id'>) => Promise<boolean>
  onClose: () => void
}

const values = Array.from({ length: 11 }, (_, value) => value)

/** A check-in of an earlier time: when it was, and the two numbers. */
export function AddCheckIn({ onAdd, onClose }: AddCheckInProps) {
  const [date, setDate] = useState(today)
  const [time, setTime] = useState('')
  const [stress, setStress] = useState<number | null>(null)
  const [energy, setEnergy] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)

  async function add() {
    if (date === '' || time === '' || stress === null || energy === null) {
      setLacking(true)
      return
    }
    setBusy(true)
    const added = await onAdd({ date, time, stress, energy })
    setBusy(false)
    if (added) onClose()
  }

  return (
    <form
      className={`${journal['entry']} ${journal['alone']}`}
      aria-label={t`A check-in of an earlier time`}
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
          className={journal['day']}
          onChange={setDate}
        />
        <WhenField of="time" label={t`Time`} value={time} onChange={setTime} />
      </div>
      <Scale
        legend={t`Stress`}
        values={values}
        low={t`none`}
        high={t`as much as it gets`}
        picked={stress}
        onPick={setStress}
        onDone={setStress}
      />
      <Scale
        legend={t`Energy`}
        values={values}
        low={t`none`}
        high={t`plenty`}
        picked={energy}
        onPick={setEnergy}
        onDone={setEnergy}
      />
      <p role="status" className={main['amber']}>
        {lacking && t`A date, a time and two numbers, please. The rest can wait.`}
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
