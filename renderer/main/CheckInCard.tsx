import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { digitOf } from '../components/keys.ts'
import { Scale } from '../components/Scale.tsx'
import type { CheckIn } from '../state/main.ts'

interface CheckInCardProps {
  last: CheckIn | null
  waiting: CheckIn | null
  onCheckIn: (checkIn: CheckIn) => Promise<void>
}

const values = Array.from({ length: 11 }, (_, value) => value)

/** Two taps: stress, then energy. Digits 0 to 9 answer and go on; arrows reach the 10. */
export function CheckInCard({ last, waiting, onCheckIn }: CheckInCardProps) {
  const [asking, setAsking] = useState<'nothing' | 'stress' | 'energy'>(last ? 'nothing' : 'stress')
  const [touched, setTouched] = useState(false)
  const [stress, setStress] = useState<number | null>(null)
  const [energy, setEnergy] = useState<number | null>(null)

  function ask() {
    setStress(null)
    setEnergy(null)
    setTouched(true)
    setAsking('stress')
  }
  function stressDone(value: number) {
    setStress(value)
    setTouched(true)
    setAsking('energy')
  }
  function energyDone(value: number) {
    setAsking('nothing')
    if (stress !== null) void onCheckIn({ stress, energy: value })
  }
  const picked = asking === 'stress' ? stress : energy
  const done = asking === 'stress' ? stressDone : energyDone

  return (
    <Card
      label={t`Check-in`}
      onKeyDown={(event) => {
        if (asking === 'nothing' || event.target instanceof HTMLButtonElement) return
        const value = event.key === 'Enter' ? picked : digitOf(event)
        if (value === null) return
        event.preventDefault()
        done(value)
      }}
    >
      {asking === 'stress' && (
        <Scale
          key="stress"
          legend={<h2>{t`How much stress, right now?`}</h2>}
          values={values}
          low={t`none`}
          high={t`as much as it gets`}
          picked={stress}
          onPick={setStress}
          onDone={stressDone}
          focused={touched}
        />
      )}
      {asking === 'energy' && (
        <Scale
          key="energy"
          legend={<h2>{t`And how much energy?`}</h2>}
          values={values}
          low={t`none`}
          high={t`plenty`}
          picked={energy}
          onPick={setEnergy}
          onDone={energyDone}
          focused
        />
      )}
      <Beside>
        <p role="status">{asking === 'nothing' && keptWords(last, waiting)}</p>
        {asking === 'nothing' && (
          <Button onClick={ask} focused={touched}>
            {t`Check in again`}
          </Button>
        )}
      </Beside>
    </Card>
  )
}

function keptWords(last: CheckIn | null, waiting: CheckIn | null): string {
  if (waiting) return t`Your check-in waits here until your journal is open.`
  if (!last) return ''
  const { stress, energy } = last
  return t`Stress ${stress} of 10, energy ${energy} of 10. Kept.`
}
