import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import type { CheckIn } from '../state/main.ts'
import { TwoTaps } from './TwoTaps.tsx'

interface CheckInCardProps {
  last: CheckIn | null
  waiting: CheckIn | null
  onCheckIn: (checkIn: CheckIn) => Promise<void>
}

/** Two taps: stress, then energy; and then what was kept, until the agent checks in again. */
export function CheckInCard({ last, waiting, onCheckIn }: CheckInCardProps) {
  const [asking, setAsking] = useState(last === null)
  const [touched, setTouched] = useState(false)

  return (
    <Card label={t`Check-in`}>
      {asking && (
        <TwoTaps
          stressAsked={t`How much stress, right now?`}
          energyAsked={t`And how much energy?`}
          focused={touched}
          onDone={(checkIn) => {
            setAsking(false)
            setTouched(true)
            void onCheckIn(checkIn)
          }}
        />
      )}
      <Beside>
        <p role="status">{!asking && keptWords(last, waiting)}</p>
        {!asking && (
          <Button
            onClick={() => {
              setAsking(true)
              setTouched(true)
            }}
            focused={touched}
          >
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
