import { t } from '@lingui/core/macro'
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { SheetOffer } from '../../../src/contract.ts'
import type { SheetPart } from '../../../src/review/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { periods } from '../../../src/trends/kinds.ts'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import { pageName } from '../../i18n/main/names.ts'
import { periodName } from '../../i18n/main/trends.ts'
import { weekDates } from '../../i18n/main/week.ts'
import { isEmpty, type SheetRoom } from '../../state/sheet.ts'
import { Away } from '../Away.tsx'
import main from '../Main.module.css'
import classes from './Sheet.module.css'
import { SheetPaper } from './SheetPaper.tsx'

interface SheetPageProps {
  room: SheetRoom
  work: Work
  hasJournal: boolean
  blankAway: boolean
}

/** A page to take along to somebody: only what is ticked, as it will be printed. */
export default function SheetPage({ room, work, hasJournal, blankAway }: SheetPageProps) {
  // Not while the window is only away for a moment, in the dialog that asks where to save.
  useEffect(() => (hasJournal ? room.look() : undefined), [room, hasJournal])
  const { sheet, offer } = useStore(room.store)
  return (
    <Away on={blankAway}>
      <header className={classes['screen']}>
        <h1>{pageName('sheet')}</h1>
        <p className={main['lead']}>{t`You never have to show this to anyone.`}</p>
        <p className={classes['about']}>
          {t`For a talk with a lead, a doctor or a friend, if you want one. Only what you tick is on it, and nothing on it says what was left out. It is kept nowhere.`}
        </p>
      </header>
      {offer && <Ticks room={room} offer={offer} work={work} />}
      {(!hasJournal || (sheet && isEmpty(sheet))) && (
        <EmptyState>
          {offer && isNothing(offer)
            ? t`There is nothing to tick in this time yet.`
            : t`Nothing is on it yet. What you tick stands here, as it will be printed.`}
        </EmptyState>
      )}
      {sheet && !isEmpty(sheet) && (
        <>
          <SheetPaper sheet={sheet} work={work} />
          <Out room={room} />
        </>
      )}
    </Away>
  )
}

const isNothing = ({ parts, plans, reviews }: SheetOffer) =>
  parts.length + plans.length + reviews.length === 0

/** Printing and saving, and what was done of it. */
function Out({ room }: { room: SheetRoom }) {
  const { busy, written, problem } = useStore(room.store)
  return (
    <div className={main['bar']}>
      <Button kind="main" onClick={() => print()}>
        {t`Print`}
      </Button>
      <Button busy={busy} onClick={() => void room.save()}>
        {t`Save as PDF`}
      </Button>
      <Problem code={problem} />
      <p role="status" className={main['quiet']}>
        {written &&
          t`It is written. What you saved is a plain file: whoever can open its folder can read it.`}
      </p>
    </div>
  )
}

const all = 'all'

/** What can be on it, each thing ticked by itself; nothing is at first. */
function Ticks({ room, offer, work }: { room: SheetRoom; offer: SheetOffer; work: Work }) {
  const { weeks, parts, plans, reviews } = useStore(room.store)
  const names: Record<SheetPart, string> = {
    lately: t`My usual, and lately`,
    weeks: t`What the weeks were made of, by number`,
    situations: t`What goes with harder moments, as far as it is clear`,
    techniques: t`What I tried, and my own verdict`,
  }
  return (
    <div className={`${classes['screen']} ${classes['ticks']}`}>
      <Choices
        legend={t`Which time is it about?`}
        choices={[...periods.map(String), all].map((value) => ({
          value,
          label: periodName(weeksOf(value)),
        }))}
        picked={weeks === null ? all : String(weeks)}
        onPick={(value) => void room.period(weeksOf(value))}
        look="segments"
      />
      {offer.parts.length > 0 && (
        <Group legend={t`Numbers`}>
          {offer.parts.map((part) => (
            <Tick
              key={part}
              label={names[part]}
              on={parts.includes(part)}
              onTick={(on) => void room.tickPart(part, on)}
            />
          ))}
        </Group>
      )}
      {offer.plans.length > 0 && (
        <Group legend={t`Plans`}>
          {offer.plans.map((plan) => (
            <Tick
              key={plan.id}
              label={planSentence(plan, work)}
              on={plans.includes(plan.id)}
              onTick={(on) => void room.tickPlan(plan.id, on)}
            />
          ))}
        </Group>
      )}
      {offer.reviews.length > 0 && (
        <Group legend={t`Weeks you looked back at, with what you said of them`}>
          {offer.reviews.toReversed().map((review) => (
            <Tick
              key={review.from}
              label={weekDates(review, offer.today)}
              on={reviews.includes(review.from)}
              onTick={(on) => void room.tickReview(review.from, on)}
            />
          ))}
        </Group>
      )}
    </div>
  )
}

const weeksOf = (value: string) => periods.find((each) => String(each) === value) ?? null

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

function Tick(props: { label: string; on: boolean; onTick: (on: boolean) => void }) {
  return (
    <label className={classes['tick']}>
      <input
        type="checkbox"
        checked={props.on}
        onChange={({ target }) => props.onTick(target.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}
