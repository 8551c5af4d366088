import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Input, Settings, VaultDoor } from '../../src/contract.ts'
import { difficulties, type Difficulty, type TypeId } from '../../src/guidance/types.ts'
import { Scale } from '../components/Scale.tsx'
import { WhenField } from '../components/WhenField.tsx'
import { EarlierForm } from './EarlierForm.tsx'
import classes from './Journal.module.css'
import { TypeField } from './TypeField.tsx'

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
  const [difficulty, setDifficulty] = useState<Difficulty | null>(null)
  const [type, setType] = useState<TypeId | null>(null)
  const [start, setStart] = useState('')

  return (
    <EarlierForm
      label={t`A note of an earlier time`}
      given={difficulty === null ? null : { difficulty, type }}
      lacking={t`A date, a time and a number, please. The rest can wait.`}
      beside={
        settings?.shiftStart === null && (
          <WhenField
            of="time"
            label={t`My shifts usually start at`}
            value={start}
            className={classes['start']}
            onChange={setStart}
          />
        )
      }
      onAdd={async (note) => {
        if (start !== '') await onShiftStart(start)
        return onAdd(note)
      }}
      onClose={onClose}
    >
      <Scale
        legend={t`How hard was it?`}
        values={difficulties}
        low={t`easy`}
        high={t`very hard`}
        picked={difficulty}
        onPick={setDifficulty}
        onDone={setDifficulty}
      />
      <TypeField type={type} work={settings?.work ?? 'calls'} onPick={setType} />
    </EarlierForm>
  )
}
