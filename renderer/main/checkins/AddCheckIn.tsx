import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import { EarlierForm } from '../EarlierForm.tsx'
import { TwoScales } from './TwoScales.tsx'

interface AddCheckInProps {
  /** Whether it was added; where not, what was chosen stays. */
  onAdd: (checkIn: Omit<Input<VaultDoor, 'checkin.add'>, 'id'>) => Promise<boolean>
  onClose: () => void
}

/** A check-in of an earlier time: when it was, and the two numbers. */
export function AddCheckIn({ onAdd, onClose }: AddCheckInProps) {
  const [stress, setStress] = useState<number | null>(null)
  const [energy, setEnergy] = useState<number | null>(null)

  return (
    <EarlierForm
      label={t`A check-in of an earlier time`}
      given={stress === null || energy === null ? null : { stress, energy }}
      lacking={t`A date, a time and two numbers, please. The rest can wait.`}
      onAdd={onAdd}
      onClose={onClose}
    >
      <TwoScales stress={stress} energy={energy} onStress={setStress} onEnergy={setEnergy} />
    </EarlierForm>
  )
}
