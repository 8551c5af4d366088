import { plural, t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Work } from '../../../src/settings/choices.ts'
import { mostShifts, periods } from '../../../src/trends/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { periodName } from '../../i18n/main/trends.ts'
import type { TrendsRoom } from '../../state/trends.ts'
import main from '../Main.module.css'
import { About } from './About.tsx'
import { ContextMarks } from './ContextMarks.tsx'
import { Did } from './Did.tsx'
import { Energy } from './Energy.tsx'
import { Followed } from './Followed.tsx'
import { GoesWith } from './GoesWith.tsx'
import { Hours } from './Hours.tsx'
import { Load } from './Load.tsx'
import { Made } from './MadeOf.tsx'
import { Stress } from './Stress.tsx'
import classes from './Trends.module.css'
import { WatchCard } from './WatchCard.tsx'

interface TrendsPageProps {
  room: TrendsRoom
  /** Marks and kinds are kept in the journal; before there is one, there is nowhere to keep them. */
  hasJournal: boolean
  work: Work
  onTalk: () => void
  onSheet: () => void
}

/** What the numbers say: the watch in words, and one chart for each question. */
export default function TrendsPage(props: TrendsPageProps) {
  const { room, hasJournal, work, onTalk, onSheet } = props
  useEffect(() => room.look(), [room])
  const { trends, weeks, problem } = useStore(room.store)
  return (
    <>
      <header className={classes['head']}>
        <h1>{t`Trends`}</h1>
        {trends !== null && trends.shifts.length > 0 && (
          <Choices
            legend={<span className="unseen">{t`Period`}</span>}
            choices={[...periods.map(String), all].map((value) => ({
              value,
              label: periodName(weeksOf(value)),
            }))}
            picked={weeks === null ? all : String(weeks)}
            onPick={(value) => room.show(weeksOf(value))}
            look="segments"
          />
        )}
      </header>
      <Problem code={problem} />
      {trends !== null && !hasAny(trends) ? (
        <>
          <WatchCard
            trends={trends}
            room={room}
            hasJournal={hasJournal}
            onTalk={onTalk}
            onSheet={onSheet}
          />
          <EmptyState>{t`After your first check-in, its shift stands here as a dot.`}</EmptyState>
        </>
      ) : (
        trends !== null && (
          <>
            <WatchCard
              trends={trends}
              room={room}
              hasJournal={hasJournal}
              onTalk={onTalk}
              onSheet={onSheet}
            />
            <Ahead count={trends.ahead} />
            <Stress trends={trends} room={room} />
            <Energy trends={trends} room={room} hasJournal={hasJournal} />
            <Made trends={trends} />
            <ContextMarks marks={trends.marks} today={trends.today} room={room} />
            <p className={classes['from']}>{recentWords(trends.recent.shifts)}</p>
            <About recent={trends.recent} work={work} />
            <GoesWith recent={trends.recent} work={work} />
            <Hours recent={trends.recent} />
            <Did recent={trends.recent} work={work} />
            <Followed recent={trends.recent} />
            <Load recent={trends.recent} />
            <p className={main['line']}>
              {t`A page to take along, with only what you tick.`}
              <Button onClick={onSheet}>{t`Make a one-page sheet`}</Button>
            </p>
          </>
        )
      )}
    </>
  )
}

/** A clock that was wrong dates shifts ahead. */
const Ahead = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <p className={main['amber']}>
      {plural(count, {
        one: '# shift is dated in days to come: the clock was set differently then. It is kept, and is drawn once its day has come.',
        other:
          '# shifts are dated in days to come: the clock was set differently then. They are kept, and are drawn once their days have come.',
      })}
    </p>
  )

const recentWords = (shifts: number): string =>
  plural(shifts, {
    one: `From here on, whatever the period above: the last shift in which you logged anything (${mostShifts} at the most).`,
    other: `From here on, whatever the period above: the last # shifts in which you logged anything (${mostShifts} at the most).`,
  })

const all = 'all'
const weeksOf = (value: string) => periods.find((each) => String(each) === value) ?? null

/** Whether there has been anything at all, in this period or before it. */
const hasAny = ({ shifts, watch, marks, ahead }: TrendsOf) =>
  shifts.length > 0 || watch.collected > 0 || marks.length > 0 || ahead > 0
type TrendsOf = NonNullable<ReturnType<TrendsRoom['store']['getState']>['trends']>
