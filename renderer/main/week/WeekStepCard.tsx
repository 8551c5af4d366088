import { t } from '@lingui/core/macro'
import { useStore } from 'zustand'
import type { Settings, Week } from '../../../src/contract.ts'
import {
  longestWeekWords,
  weekQuestions,
  type WeekQuestion,
  type WeekStep,
} from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Choices } from '../../components/Choices.tsx'
import { CustomerData } from '../../components/CustomerData.tsx'
import field from '../../components/Field.module.css'
import { questionHint, questionTitle } from '../../i18n/main/week.ts'
import type { PlansRoom } from '../../state/plans.ts'
import type { WeekRoom } from '../../state/week.ts'
import { choicesFor } from './answers.ts'
import { StepCard } from './StepCard.tsx'
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
      onUnpick={picked === null ? null : () => void room.pick(question, null)}
      isAlone={choices.length === 0 && !withWords}
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
      {withWords && (
        <>
          <label className={`${field['named']} ${classes['own']}`}>
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
