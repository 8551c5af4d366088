import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Input, ShellDoor } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { digitOf, useKeys } from '../components/keys.ts'
import type { Pause } from '../state/pause.ts'
import classes from './Card.module.css'
import { CardBreath } from './CardBreath.tsx'

type Answer = Input<ShellDoor, 'card.answer'>['answer']

interface CardProps {
  /** Begins the breath that fits into the card; null where a whole minute fits. */
  breathe: (() => Pause) | null
  /** No pause, but a check-in: a reminder asks for it. */
  checkIn: boolean
  /** Whether a note is offered, too: a while after the call it isn't any more. */
  note: boolean
  onAnswer: (answer: Answer) => void
}

/** The offer after a call. It says nothing of the call: anyone may see this window. */
export function Card({ breathe, checkIn, note, onAnswer }: CardProps) {
  const [breath, setBreath] = useState<Pause | null>(null)

  function answer(given: Answer) {
    if (given === 'pause' && checkIn) onAnswer('checkIn')
    else if (given === 'pause' && breathe) {
      onAnswer('breath')
      setBreath(breathe())
    } else onAnswer(given)
  }
  useKeys((event) => {
    const given = answers[(digitOf(event) ?? 0) - 1]
    if (given === undefined || breath || (given === 'note' && !note)) return false
    answer(given)
    return true
  })

  if (breath) return <CardBreath breath={breath} />
  return (
    <main className={classes['card']}>
      <h1 className={checkIn ? classes['asked'] : 'unseen'}>{t`A moment for you`}</h1>
      <Button kind="main" hint="1" onClick={() => answer('pause')}>
        {checkIn ? t`Check in` : t`Pause`}
      </Button>
      {note && (
        <Button hint="2" onClick={() => answer('note')}>
          {t`Note`}
        </Button>
      )}
      <Button hint="3" onClick={() => answer('notNow')}>
        {t`Not now`}
      </Button>
    </main>
  )
}

const answers: readonly Answer[] = ['pause', 'note', 'notNow']
