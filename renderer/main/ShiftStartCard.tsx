import { t } from '@lingui/core/macro'
import { useState, type ReactNode } from 'react'
import { restedValues, type Rested, type StartStep } from '../../src/checkins/kinds.ts'
import type { ShiftStart } from '../../src/contract.ts'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { choiceByDigit, Choices } from '../components/Choices.tsx'
import { digitOf } from '../components/keys.ts'
import {
  momentEvidence,
  momentSource,
  momentTexts,
  momentTitle,
  restedName,
} from '../i18n/main/shift.ts'
import type { ShiftRoom } from '../state/shift.ts'
import { GoodThings } from './GoodThings.tsx'
import main from './Main.module.css'
import classes from './ShiftCards.module.css'

interface ShiftStartCardProps {
  start: ShiftStart
  /** Where the agent is; null before the beginning. */
  step: StartStep | null
  /** Today's plan, to look at for ten seconds; null where there is none. */
  plan: ReactNode | null
  /** Whether words may be shown at this desk. */
  words: boolean
  room: ShiftRoom
  /** On from the plan, seen or not. */
  onPlanDone: () => Promise<void>
  /** The agent wants neither of the two moments any more. */
  onNoMoments: () => Promise<void>
}

/** The minute at the start of a shift: never more than one question, and each can be skipped. */
export function ShiftStartCard(props: ShiftStartCardProps) {
  const { start, step, plan, room, onPlanDone } = props
  switch (step) {
    case null:
      return (
        <Card label={t`Shift start`}>
          <Beside>
            <div>
              <h2>{t`Does your shift begin now?`}</h2>
              <p>{t`There is a minute here to begin it with.`}</p>
            </div>
            <Button onClick={room.begin}>{t`Start the shift`}</Button>
          </Beside>
        </Card>
      )
    case 'rested':
      return <RestedCard room={room} plan={plan !== null} />
    case 'moment':
      return <MomentCard {...props} />
    case 'plan':
      return (
        <Card label={t`Shift start`}>
          {plan}
          <div className={classes['ways']}>
            <Button kind="main" focused onClick={() => void onPlanDone()}>
              {t`Go on`}
            </Button>
          </div>
        </Card>
      )
    case 'done':
      return (
        <p className={classes['folded']} role="status">
          {start.rested === null ? t`Shift start: done` : startedWords(start.rested)}
        </p>
      )
  }
}

function startedWords(rested: Rested): string {
  const how = restedName(rested)
  return t`Shift start: ${how}`
}

interface RestedCardProps {
  room: ShiftRoom
  plan: boolean
}

function RestedCard({ room, plan }: RestedCardProps) {
  const [picked, setPicked] = useState<Rested | null>(null)
  const choices = restedValues.map((value) => ({ value, label: restedName(value), digit: value }))
  const done = (rested: Rested | null) => void room.rest(rested, plan)
  return (
    <Card
      label={t`Shift start`}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLButtonElement) return
        const value = event.key === 'Enter' ? picked : choiceByDigit(choices, digitOf(event))
        if (value === null || value === undefined) return
        event.preventDefault()
        done(value)
      }}
      under={
        <Button kind="quiet" onClick={() => done(null)}>
          {t`Skip`}
        </Button>
      }
    >
      <Choices
        legend={<h2>{t`How rested are you?`}</h2>}
        choices={choices}
        picked={picked}
        onPick={setPicked}
        onDone={done}
        look="chips"
        focused
      />
    </Card>
  )
}

/** Recall one time one helped, or see it from their side. In the head only: nothing is written. */
function MomentCard({ start: { moment }, plan, words, room, onNoMoments }: ShiftStartCardProps) {
  if (moment === null) return null
  const done = () => room.momentDone(plan !== null)
  return (
    <Card
      label={t`Shift start`}
      under={
        <>
          <Button kind="quiet" onClick={() => void done()}>
            {t`Skip`}
          </Button>
          <Button kind="quiet" onClick={() => void onNoMoments()}>
            {t`Don’t ask this at shift start any more`}
          </Button>
        </>
      }
    >
      <h2>{momentTitle(moment)}</h2>
      {momentTexts(moment).map((text) => (
        <p key={text} className={classes['text']}>
          {text}
        </p>
      ))}
      <div className={classes['ways']}>
        <Button kind="main" focused onClick={() => void done()}>
          {t`Done`}
        </Button>
      </div>
      {moment === 'helped' && words && <GoodThings room={room} />}
      <details className={classes['more']}>
        <summary>{t`What is known`}</summary>
        <p>
          {momentEvidence()}
          <small className={main['source']}>{momentSource()}</small>
        </p>
      </details>
    </Card>
  )
}
