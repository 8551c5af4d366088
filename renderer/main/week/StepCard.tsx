import { t } from '@lingui/core/macro'
import type { KeyboardEvent, ReactNode } from 'react'
import type { WeekStep } from '../../../src/review/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { choiceByDigit, type Choice } from '../../components/Choices.tsx'
import { digitOf, isGoingOn, isWriting } from '../../components/keys.ts'
import type { WeekRoom } from '../../state/week.ts'
import main from '../Main.module.css'
import classes from './Week.module.css'

interface StepCardProps {
  step: WeekStep
  isAnswered: boolean
  choices: readonly Choice<string>[]
  room: WeekRoom
  onPick: (pick: string) => void
  /** Takes back what was picked; null where nothing is. */
  onUnpick: (() => void) | null
  /** There is nothing else to take the focus. */
  isAlone: boolean
  children: ReactNode
}

/** The frame of a step: digits pick, Enter goes on, and each step can be passed. */
export function StepCard(props: StepCardProps) {
  const { step, isAnswered, choices, room, onPick, onUnpick, isAlone } = props
  const goOn = () => void room.goOn(step)
  function hear(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.repeat) return
    const picked = isWriting(event) ? undefined : choiceByDigit(choices, digitOf(event))
    if (picked !== undefined) onPick(picked)
    else if (isGoingOn(event) && !event.shiftKey) goOn()
    else return
    event.preventDefault()
  }
  return (
    <Card
      label={t`The look back`}
      onKeyDown={hear}
      under={
        step !== 'helped' && (
          <Button kind="quiet" onClick={() => void room.back(step)}>
            {t`One step back`}
          </Button>
        )
      }
    >
      {props.children}
      <div className={`${main['ways']} ${classes['ways']}`}>
        <Button kind="main" hint="Enter" focused={isAlone} onClick={goOn}>
          {isAnswered ? t`Go on` : t`Skip`}
        </Button>
        {onUnpick && (
          <Button kind="quiet" onClick={onUnpick}>
            {t`None of these`}
          </Button>
        )}
      </div>
    </Card>
  )
}
