import { t } from '@lingui/core/macro'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Today } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { Problem } from '../components/Problem.tsx'
import type { CheckInsRoom, OpenCheckIn } from '../state/check-ins.ts'
import type { CheckIn } from '../state/main.ts'
import classes from './checkins/CheckIns.module.css'
import main from './Main.module.css'
import { TwoTaps } from './TwoTaps.tsx'

/** Loaded once the two taps are kept: nothing of it delays them. */
const CheckInMore = lazy(() => import('./checkins/CheckInMore.tsx'))

interface CheckInCardProps {
  last: Today['checkIn']
  waiting: CheckIn | null
  /** It was asked for from elsewhere: it asks at once, and takes the focus. */
  asked: boolean
  room: CheckInsRoom
  onCheckIn: (checkIn: CheckIn) => Promise<void>
  /** To all check-ins; null where there can be none. */
  onAll: (() => void) | null
}

/** Two taps: stress, then energy; and then what was kept, until the agent says more or checks in again. */
export function CheckInCard({ last, waiting, asked, room, onCheckIn, onAll }: CheckInCardProps) {
  const [asking, setAsking] = useState(asked || last === null)
  const [touched, setTouched] = useState(asked)
  const [saidMore, setSaidMore] = useState(false)
  const open = useStore(room.store, (view) => view.open)
  const problem = useStore(room.store, (view) => view.problem)
  // What was said of it is kept when one goes to another page.
  useEffect(() => () => void room.close(), [room])
  const saysMore = !asking && last !== null && open?.id === last.id

  return (
    <Card
      label={t`Check-in`}
      under={
        onAll && (
          <Button kind="quiet" onClick={onAll}>
            {t`All check-ins`}
          </Button>
        )
      }
    >
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
          <div className={main['ways']}>
            {last !== null && waiting === null && !saysMore && (
              <Button focused={saidMore} onClick={() => void room.open(last.id)}>
                {t`Say more`}
              </Button>
            )}
            <Button
              onClick={() => {
                void room.close()
                setSaidMore(false)
                setAsking(true)
                setTouched(true)
              }}
              focused={touched && !saidMore}
            >
              {t`Check in again`}
            </Button>
          </div>
        )}
      </Beside>
      {saysMore && open && (
        <Suspense>
          <SayMore
            open={open}
            room={room}
            onClose={() => {
              setSaidMore(true)
              void room.close()
            }}
          />
        </Suspense>
      )}
      <Problem code={problem} />
    </Card>
  )
}

interface SayMoreProps {
  open: OpenCheckIn
  room: CheckInsRoom
  onClose: () => void
}

/** What can be said beside the two numbers; it takes the focus that the way to it had. Esc shuts it. */
function SayMore({ open, room, onClose }: SayMoreProps) {
  const more = useRef<HTMLDivElement>(null)
  useEffect(() => {
    more.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])
  return (
    <div
      ref={more}
      className={classes['more']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <CheckInMore open={open} room={room} />
      <p>
        <Button kind="main" hint="Esc" onClick={onClose}>
          {t`Done`}
        </Button>
      </p>
    </div>
  )
}

function keptWords(last: Today['checkIn'], waiting: CheckIn | null): string {
  if (waiting) return t`Your check-in waits here until your journal is open.`
  if (!last) return ''
  const { stress, energy } = last
  return t`Stress ${stress} of 10, energy ${energy} of 10. Kept.`
}
