import { t } from '@lingui/core/macro'
import type { KeyboardEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings, Week } from '../../../src/contract.ts'
import {
  longestWeekWords,
  weekQuestions,
  type WeekQuestion,
  type WeekStep,
} from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { choiceByDigit, Choices, type Choice } from '../../components/Choices.tsx'
import { CustomerData } from '../../components/CustomerData.tsx'
import field from '../../components/Field.module.css'
import { digitOf, isGoingOn, isWriting } from '../../components/keys.ts'
import { questionHint, questionTitle } from '../../i18n/main/week.ts'
import type { PlansRoom } from '../../state/plans.ts'
import type { WeekRoom } from '../../state/week.ts'
import main from '../Main.module.css'
import { choicesFor } from './answers.ts'
import classes from './Week.module.css'
import { WeekPlan } from './WeekPlan.tsx'

interface WeekStepCardProps {
  room: WeekRoom
  plans: PlansRoom
  week: Week
  step: WeekStep
  work: Work
  words: Settings['words']
}

/** One step of the look back: a question, or the plan. */
export function WeekStepCard(props: WeekStepCardProps) {
  const { step, room, week, plans, work, words } = props
  const question = weekQuestions.find((each) => each === step)
  const withWords = words === 'numbers-and-words'
  if (question)
    return <Question key={question} {...props} question={question} withWords={withWords} />
  return <WeekPlan week={week} room={room} plans={plans} work={work} withWords={withWords} />
}

interface QuestionProps {
  question: WeekQuestion
  room: WeekRoom
  week: Week
  work: Work
  withWords: boolean
}

/** A question: something to pick, a line of one's own where words are kept, or neither. */
function Question({ question, room, week, work, withWords }: QuestionProps) {
  const typed = useStore(room.store, (view) => view.writing[question])
  const answer = week.review?.answers[question]
  const picked = answer?.pick ?? null
  const text = typed ?? answer?.words ?? ''
  const choices = choicesFor(question, week, work, withWords)
  const title = <h2>{questionTitle(question)}</h2>
  return (
    <StepCard
      step={question}
      isAnswered={picked !== null || text.trim() !== ''}
      choices={choices}
      room={room}
      onPick={(pick) => void room.pick(question, pick)}
    >
      {choices.length === 0 ? (
        title
      ) : (
        <Choices
          legend={title}
          choices={choices}
          picked={picked}
          onPick={(pick) => void room.pick(question, pick)}
          look="chips"
          focused
        />
      )}
      <p className={classes['hint']}>
        {choices.length === 0 && question === 'helped' && !withWords
          ? t`Nothing was marked as used in this week.`
          : questionHint(question)}
      </p>
      {picked !== null && (
        <p>
          <Button kind="quiet" onClick={() => void room.pick(question, null)}>
            {t`None of these`}
          </Button>
        </p>
      )}
      {withWords && (
        <>
          <label className={field['named']}>
            {t`In your own words`}
            <textarea
              className={`${field['field']} ${classes['words']}`}
              value={text}
              rows={2}
              maxLength={longestWeekWords}
              spellCheck={false}
              autoFocus={choices.length === 0}
              onChange={({ target }) => room.write(question, target.value)}
            />
          </label>
          <CustomerData text={text} onBlank={() => room.blank(question)} />
        </>
      )}
    </StepCard>
  )
}

interface StepCardProps {
  step: WeekStep
  isAnswered: boolean
  choices: readonly Choice<string>[]
  room: WeekRoom
  onPick: (pick: string) => void
  children: ReactNode
}

/** The frame of a step: digits pick, Enter goes on, and each step can be passed. */
export function StepCard({ step, isAnswered, choices, room, onPick, children }: StepCardProps) {
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
      {children}
      <div className={`${main['ways']} ${classes['ways']}`}>
        <Button kind="main" hint="Enter" focused={choices.length === 0} onClick={goOn}>
          {isAnswered ? t`Go on` : t`Skip`}
        </Button>
      </div>
    </Card>
  )
}
