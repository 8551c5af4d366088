import { t } from '@lingui/core/macro'
import { useStore } from 'zustand'
import type { Week } from '../../../src/contract.ts'
import { weekQuestions } from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import { questionTitle } from '../../i18n/main/week.ts'
import type { WeekRoom } from '../../state/week.ts'
import { leftWords } from '../journal-words.ts'
import main from '../Main.module.css'
import { answerLines } from './answers.ts'
import classes from './Week.module.css'

/** What the agent said of a week, to be read, changed, or rid of its words. */
export function WeekAnswers({ week, room, work }: { week: Week; room: WeekRoom; work: Work }) {
  const dropped = useStore(room.store, (view) => view.dropped)
  const { review, plan } = week
  if (!review) return null
  const answered = weekQuestions
    .map((question) => ({ question, lines: answerLines(question, week, work) }))
    .filter(({ lines }) => lines.length > 0)
  const hidden = review.hasWords && review.answers.helped.words === null
  const planned = plan ? planSentence(plan, work) : null
  return (
    <Card
      label={t`What you said of it`}
      under={
        <>
          <Button kind="quiet" onClick={room.change}>
            {t`Change`}
          </Button>
          {review.hasWords && !hidden && (
            <Button kind="quiet" onClick={() => void room.drop()}>
              {t`Delete the words`}
            </Button>
          )}
        </>
      }
    >
      <h2>{t`What you said of it`}</h2>
      <p role="status" className={classes['gone']}>
        {dropped?.from === week.from && (
          <>
            <span>
              {[t`The words are gone. What you picked stays.`, ...leftWords(dropped.left)].join(
                ' ',
              )}
            </span>
            <Button kind="quiet" onClick={() => void room.undoDrop()}>
              {t`Undo`}
            </Button>
          </>
        )}
      </p>
      {answered.length === 0 && planned === null && review.plan !== 'nothing' && (
        <p>{t`You looked at it, and left it at that.`}</p>
      )}
      <dl className={classes['answers']}>
        {answered.map(({ question, lines }) => (
          <div key={question}>
            <dt>{questionTitle(question)}</dt>
            {lines.map(({ text, own }) => (
              <dd key={text} data-own-words={own ? true : undefined}>
                {text}
              </dd>
            ))}
          </div>
        ))}
        {(planned !== null || review.plan === 'nothing') && (
          <div>
            <dt>{t`For the week after`}</dt>
            <dd>{planned ?? t`Nothing`}</dd>
          </div>
        )}
      </dl>
      {hidden && <p className={main['quiet']}>{t`What you wrote isn’t shown at this desk.`}</p>}
    </Card>
  )
}
