import { t } from '@lingui/core/macro'
import type { Input, ShellDoor } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { digitOf, useKeys } from '../components/keys.ts'
import classes from './Card.module.css'

type Answer = Input<ShellDoor, 'card.answer'>['answer']

/** The offer after a call. It says nothing of the call: anyone may see this window. */
export function Card({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  useKeys((event) => {
    const answer = answers[(digitOf(event) ?? 0) - 1]
    if (answer) onAnswer(answer)
    return answer !== undefined
  })
  return (
    <main className={classes['card']}>
      <h1 className="unseen">{t`A moment for you`}</h1>
      <Button kind="main" hint="1" onClick={() => onAnswer('pause')}>
        {t`Pause`}
      </Button>
      <Button hint="2" onClick={() => onAnswer('note')}>
        {t`Note`}
      </Button>
      <Button hint="3" onClick={() => onAnswer('notNow')}>
        {t`Not now`}
      </Button>
    </main>
  )
}

const answers: readonly Answer[] = ['pause', 'note', 'notNow']
