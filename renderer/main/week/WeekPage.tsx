import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Settings, Week } from '../../../src/contract.ts'
import { plusDays } from '../../../src/review/weeks.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { weekDates } from '../../i18n/main/week.ts'
import type { PlansRoom } from '../../state/plans.ts'
import { stepShown, type WeekRoom } from '../../state/week.ts'
import type { SelfCheckRoom } from '../../state/self-check.ts'
import { Away } from '../Away.tsx'
import main from '../Main.module.css'
import { WeekQuestion } from '../selfcheck/WeekQuestion.tsx'
import { EarlierWeeks } from './EarlierWeeks.tsx'
import { MadeOfWeek } from './MadeOfWeek.tsx'
import classes from './Week.module.css'
import { WeekAnswers } from './WeekAnswers.tsx'
import { WeekStepCard } from './WeekStepCard.tsx'

interface WeekPageProps {
  room: WeekRoom
  plans: PlansRoom
  work: Work
  words: Settings['words']
  hasJournal: boolean
  blankAway: boolean
  selfCheck: SelfCheckRoom
  onSheet: () => void
}

/** A week: what it was made of, what the agent says of it, and the weeks before. */
export default function WeekPage(props: WeekPageProps) {
  const { room, work, hasJournal, blankAway, selfCheck, onSheet } = props
  // Not while the window is only away for a moment: the week that is looked at stays the same.
  useEffect(() => (hasJournal ? room.look() : undefined), [room, hasJournal])
  const { week, earlier, changing, problem } = useStore(room.store)
  return (
    <Away on={blankAway}>
      <header className={classes['head']}>
        <div>
          <h1>{t`Week`}</h1>
          {week && <p className={main['lead']}>{weekDates(week, week.today)}</p>}
        </div>
        {week && <Around week={week} room={room} />}
      </header>
      <Problem code={problem} />
      {!hasJournal && (
        <EmptyState>{t`After the week’s last shift you can look back at it here, in three minutes. It comes with your first entry.`}</EmptyState>
      )}
      {week && (
        <>
          <MadeOfWeek week={week} work={work} />
          {stepShown(week, changing) === null ? (
            <Through week={week} room={room} work={work} />
          ) : (
            <WeekStepCard {...props} week={week} step={stepShown(week, changing) ?? 'helped'} />
          )}
          {plusDays(week.to, 7) >= week.today && <WeekQuestionHere room={selfCheck} />}
          {earlier && <EarlierWeeks page={earlier} week={week} room={room} />}
          <p className={main['line']}>
            {t`A page to take along, with only what you tick.`}
            <Button onClick={onSheet}>{t`Make a one-page sheet`}</Button>
          </p>
        </>
      )}
    </Away>
  )
}

/** The question of the week, which the self-check's page has too. */
function WeekQuestionHere({ room }: { room: SelfCheckRoom }) {
  useEffect(() => room.look(), [room])
  const seen = useStore(room.store, (view) => view.seen)
  return seen && <WeekQuestion seen={seen} room={room} />
}

/** The weeks on either side. */
function Around({ week, room }: { week: Week; room: WeekRoom }) {
  const { before, after } = week
  return (
    <nav className={main['ways']} aria-label={t`Other weeks`}>
      <Button kind="quiet" onClick={() => void room.show(before)}>
        {t`The week before`}
      </Button>
      {after !== null && (
        <Button kind="quiet" onClick={() => void room.show(after)}>
          {t`The week after`}
        </Button>
      )}
    </nav>
  )
}

/** Before the look back, and after it. */
function Through({ week, room, work }: { week: Week; room: WeekRoom; work: Work }) {
  if (week.review?.step === 'done') return <WeekAnswers week={week} room={room} work={work} />
  return (
    <div className={classes['begin']}>
      <Button kind="main" focused onClick={() => void room.begin()}>
        {t`Look back at it`}
      </Button>
      <p className={main['quiet']}>
        {t`About three minutes. Each step can be skipped, and what you have said is kept as you go.`}
      </p>
    </div>
  )
}
