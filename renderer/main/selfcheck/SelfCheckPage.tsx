import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { itemIds } from '../../../src/selfcheck/items.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { aboutSelfCheck } from '../../i18n/main/self-check.ts'
import { answerTo, currentOf, type SelfCheckRoom } from '../../state/self-check.ts'
import { HeavyNumbers } from '../HeavyNumbers.tsx'
import main from '../Main.module.css'
import { Question } from './Question.tsx'
import { Result } from './Result.tsx'
import classes from './SelfCheck.module.css'
import { Sides } from './Sides.tsx'
import { WeekQuestion } from './WeekQuestion.tsx'

interface SelfCheckPageProps {
  room: SelfCheckRoom
  hasJournal: boolean
  /** The sentence about heavy numbers is due. */
  heavy: boolean
  onTalk: () => void
}

/** Once a month: the two sides of strain, in words, beside one's own earlier answers. */
export default function SelfCheckPage({ room, hasJournal, heavy, onTalk }: SelfCheckPageProps) {
  useEffect(() => room.look(), [room])
  const view = useStore(room.store)
  const { seen, asking, problem } = view
  const current = currentOf(seen)
  return (
    <>
      <header>
        <h1>{t`Self-check`}</h1>
        <p className={main['lead']}>
          {t`Two minutes, once a month: what came from the work itself, and what from contact with customers.`}
        </p>
      </header>
      <Problem code={problem} />
      {!hasJournal && (
        <EmptyState>{t`It is kept in your journal, which begins with your first entry.`}</EmptyState>
      )}
      {hasJournal && seen !== null && (
        <>
          {asking !== null ? (
            <Question key={asking} item={asking} answered={answerTo(view, asking)} room={room} />
          ) : current ? (
            <Result check={current} seen={seen} room={room} />
          ) : (
            <Begin room={room} />
          )}
          {asking === null && (
            <>
              {heavy && <HeavyNumbers onTalk={onTalk} onRead={() => void room.heavyRead()} />}
              <About />
              <Sides seen={seen} room={room} />
              <WeekQuestion seen={seen} room={room} />
            </>
          )}
        </>
      )}
    </>
  )
}

function Begin({ room }: { room: SelfCheckRoom }) {
  const all = itemIds.length
  return (
    <Card label={t`This month`}>
      <h2>{t`This month`}</h2>
      <p className={classes['text']}>
        {t`${all} things that one can notice at a desk, one at a time. Each answer is kept at once; leave out what doesn’t fit, and go on another time if you like.`}
      </p>
      <p className={classes['ways']}>
        <Button kind="main" onClick={room.begin}>
          {t`Begin`}
        </Button>
      </p>
    </Card>
  )
}

/** It says plainly what it is, and what it isn't. */
function About() {
  return (
    <section className={classes['about']} aria-label={t`What this is, and what it isn’t`}>
      {aboutSelfCheck().map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
