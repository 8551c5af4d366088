import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { hidden, itemIds, steps, type ItemId, type Step } from '../../../src/selfcheck/items.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { choiceByDigit, Choices, type Choice } from '../../components/Choices.tsx'
import { digitOf } from '../../components/keys.ts'
import { answerName, itemWords } from '../../i18n/main/self-check.ts'
import type { SelfCheckRoom } from '../../state/self-check.ts'
import main from '../Main.module.css'
import classes from './SelfCheck.module.css'

interface QuestionProps {
  item: ItemId
  /** What was answered to it so far. */
  answered: Step | null
  room: SelfCheckRoom
}

/** One item: a digit or a click answers and goes on; Esc rests, and what is answered stays. */
export function Question({ item, answered, room }: QuestionProps) {
  const nth = itemIds.indexOf(item) + 1
  const all = itemIds.length
  const choices = steps.map((value): Choice<Step> => ({
    value,
    label: answerName(item, value),
    digit: value + 1,
  }))
  const answer = (value: Step) => void room.answer(item, value)
  // An arrow key only moves the choice; it is kept when one goes on.
  const [picked, setPicked] = useState(answered)
  return (
    <Card
      label={t`Self-check`}
      under={
        <>
          {nth > 1 && (
            <Button kind="quiet" onClick={room.back}>
              {t`One back`}
            </Button>
          )}
          <Button kind="quiet" onClick={() => void room.leaveOut(item)}>
            {t`Leave this one out`}
          </Button>
          <Button kind="quiet" hint="Esc" onClick={room.rest}>
            {t`Go on another time`}
          </Button>
        </>
      }
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          return room.rest()
        }
        // A key that is held down answers one question, not all.
        if (event.target instanceof HTMLButtonElement || event.repeat) return
        const value =
          event.key === 'Enter' ? picked : (choiceByDigit(choices, digitOf(event)) ?? null)
        if (value === null) return
        event.preventDefault()
        answer(value)
      }}
    >
      <p className={main['quiet']}>
        {t`${nth} of ${all}`}
        {' · '}
        {item === hidden
          ? t`In the last four weeks`
          : t`In the last four weeks, how often was it so?`}
      </p>
      <Choices
        legend={<h2 className={classes['item']}>{itemWords(item)}</h2>}
        choices={choices}
        picked={picked}
        onPick={setPicked}
        onDone={answer}
        look="chips"
        focused
      />
    </Card>
  )
}
