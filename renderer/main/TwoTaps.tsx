import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { digitOf } from '../components/keys.ts'
import { Scale } from '../components/Scale.tsx'
import type { CheckIn } from '../state/main.ts'

interface TwoTapsProps {
  stressAsked: string
  energyAsked: string
  /** Takes the focus when it appears. */
  focused: boolean
  onDone: (checkIn: CheckIn) => void
}

const values = Array.from({ length: 11 }, (_, value) => value)

/** Stress, then energy. Digits 0 to 9 answer and go on; arrows reach the 10. */
export function TwoTaps({ stressAsked, energyAsked, focused, onDone }: TwoTapsProps) {
  const [stress, setStress] = useState<number | null>(null)
  const [energy, setEnergy] = useState<number | null>(null)
  const [asking, setAsking] = useState<'stress' | 'energy'>('stress')

  function done(value: number) {
    if (asking === 'stress') {
      setStress(value)
      setAsking('energy')
    } else if (stress !== null) onDone({ stress, energy: value })
  }
  const picked = asking === 'stress' ? stress : energy

  return (
    <div
      onKeyDown={(event) => {
        // A key that is held down answers one question, not both.
        if (event.target instanceof HTMLButtonElement || event.repeat) return
        const value = event.key === 'Enter' ? picked : digitOf(event)
        if (value === null) return
        event.preventDefault()
        done(value)
      }}
    >
      <Scale
        key={asking}
        legend={<h2>{asking === 'stress' ? stressAsked : energyAsked}</h2>}
        values={values}
        low={t`none`}
        high={asking === 'stress' ? t`as much as it gets` : t`plenty`}
        picked={picked}
        onPick={asking === 'stress' ? setStress : setEnergy}
        onDone={done}
        focused={focused || asking === 'energy'}
      />
    </div>
  )
}
