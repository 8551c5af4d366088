import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { CheckInEntry } from '../../../src/contract.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { dayYearOf } from '../../i18n/times.ts'
import type { CheckInsRoom } from '../../state/check-ins.ts'
import main from '../Main.module.css'
import { AddCheckIn } from './AddCheckIn.tsx'
import { CheckInRow } from './CheckInRow.tsx'
import classes from './CheckIns.module.css'

interface CheckInsPageProps {
  room: CheckInsRoom
  hasJournal: boolean
}

/** Every check-in, by shift, newest first: to look at, to say more, to change, to take out. */
export default function CheckInsPage({ room, hasJournal }: CheckInsPageProps) {
  const { checkIns, hasMore, open, busy, problem } = useStore(room.store)
  const [adding, setAdding] = useState(false)
  /** Whether the way to add one takes the focus when it comes back. */
  const [hasAdded, setHasAdded] = useState(false)
  useEffect(() => {
    const leave = room.look()
    return () => {
      void room.close()
      leave()
    }
  }, [room])
  const shifts = shiftsOf(checkIns ?? [])
  return (
    <>
      <header className={main['head']}>
        <h1>{t`Check-ins`}</h1>
        {hasJournal && !adding && (
          <Button
            kind="quiet"
            focused={hasAdded}
            onClick={() => {
              setAdding(true)
              setHasAdded(true)
            }}
          >
            {t`Add one of an earlier time`}
          </Button>
        )}
      </header>
      {adding && <AddCheckIn onAdd={room.add} onClose={() => setAdding(false)} />}
      <Problem code={problem} />
      {checkIns !== null && checkIns.length === 0 && (
        <EmptyState>{t`Your check-ins stand here, shift by shift. The first one is two taps, on Today.`}</EmptyState>
      )}
      {shifts.map(({ shiftId, shiftDate, checkIns: ofShift }) => (
        <section key={shiftId} className={classes['shift']} aria-label={dayYearOf(shiftDate)}>
          <h2>
            <time dateTime={shiftDate}>{dayYearOf(shiftDate)}</time>
          </h2>
          <ul>
            {ofShift.map((checkIn) => (
              <CheckInRow
                key={checkIn.id}
                checkIn={checkIn}
                open={open?.id === checkIn.id ? open : null}
                busy={busy}
                room={room}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <p>
          <Button onClick={() => void room.older()}>{t`Older`}</Button>
        </p>
      )}
    </>
  )
}

interface OfShift extends Pick<CheckInEntry, 'shiftId' | 'shiftDate'> {
  checkIns: CheckInEntry[]
}

/** Neighbours of one shift stand together, and each shift stands once, where its newest is. */
function shiftsOf(checkIns: readonly CheckInEntry[]): OfShift[] {
  const shifts = new Map<string, OfShift>()
  for (const checkIn of checkIns) {
    const { shiftId, shiftDate } = checkIn
    const shift = shifts.get(shiftId) ?? { shiftId, shiftDate, checkIns: [] }
    shift.checkIns.push(checkIn)
    shifts.set(shiftId, shift)
  }
  return [...shifts.values()]
}
