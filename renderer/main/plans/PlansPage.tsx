import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Plan, Settings } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Problem } from '../../components/Problem.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import { activeOf, isFull, wordsOf, type PlansRoom } from '../../state/plans.ts'
import main from '../Main.module.css'
import { PlanCount } from './PlanCount.tsx'
import { PlanForm, Resting } from './PlanForm.tsx'
import classes from './Plans.module.css'

interface PlansPageProps {
  room: PlansRoom
  work: Work
  words: Settings['words']
  /** Plans are kept in the journal; before there is one, there is nowhere to keep them. */
  hasJournal: boolean
}

/** All plans: those in use, those that rest, and a new one. */
export default function PlansPage({ room, work, words, hasJournal }: PlansPageProps) {
  useEffect(() => room.look(), [room])
  useEffect(() => room.cancel, [room])
  const { plans, making, problem } = useStore(room.store)
  const heading = useRef<HTMLHeadingElement>(null)
  const active = activeOf(plans)
  const resting = plans?.plans.filter(({ state }) => state === 'resting') ?? []
  const withWords = words === 'numbers-and-words'

  return (
    <>
      <header>
        <h1 ref={heading} tabIndex={-1}>{t`Your plans`}</h1>
        <p className={main['lead']}>
          {t`What you will do when it gets hard, decided in a calm moment. Three at most are in use.`}
        </p>
      </header>
      <Problem code={problem} />
      {!hasJournal ? (
        <EmptyState>{t`They lie in your journal, and come with your first entry.`}</EmptyState>
      ) : making ? (
        <PlanForm
          key={making.id}
          room={room}
          making={making}
          plans={plans}
          work={work}
          withWords={withWords}
          onDone={() => heading.current?.focus()}
        />
      ) : (
        plans && (
          <>
            {plans.plans.length === 0 ? (
              <EmptyState action={<Button onClick={() => room.make()}>{t`Make a plan`}</Button>}>
                {t`A plan is one sentence: if this happens, then I do that. It stands on Today at the start of your shift.`}
              </EmptyState>
            ) : (
              <p>
                <Button onClick={() => room.make()}>{t`Make a plan`}</Button>
              </p>
            )}
            {active.length > 0 && (
              <section aria-labelledby="plans-active">
                <h2 id="plans-active">{t`In use`}</h2>
                <List plans={active} active={active} room={room} work={work} full={false} />
              </section>
            )}
            {resting.length > 0 && (
              <section aria-labelledby="plans-resting">
                <h2 id="plans-resting">{t`Resting`}</h2>
                <List
                  plans={resting}
                  active={active}
                  room={room}
                  work={work}
                  full={isFull(plans)}
                />
              </section>
            )}
            {!withWords && (
              <p className={main['quiet']}>
                {words === 'unasked'
                  ? t`Plans here are in Lull’s words. Choose in Settings whether your own may be kept at this desk.`
                  : t`You keep numbers only at this desk, so plans here are in Lull’s words.`}
              </p>
            )}
          </>
        )
      )}
    </>
  )
}

interface ListProps {
  plans: readonly Plan[]
  active: readonly Plan[]
  room: PlansRoom
  work: Work
  /** Three are in use: one more needs one that rests. */
  full: boolean
}

function List({ plans, active, room, work, full }: ListProps) {
  const [taking, setTaking] = useState<string | null>(null)
  return (
    <ul className={classes['list']}>
      {plans.map((plan) => (
        <li key={plan.id} className={classes['plan']}>
          <p className={classes['sentence']}>{planSentence(plan, work)}</p>
          <PlanCount plan={plan} />
          <div className={classes['ways']}>
            {wordsOf(plan) && (
              <Button kind="quiet" onClick={() => room.make(plan)}>
                {t`Change`}
              </Button>
            )}
            {plan.state === 'active' ? (
              <Button kind="quiet" onClick={() => void room.set(plan.id, 'resting')}>
                {t`Let it rest`}
              </Button>
            ) : (
              <Button
                kind="quiet"
                onClick={() => (full ? setTaking(plan.id) : void room.set(plan.id, 'active'))}
              >
                {t`Use it again`}
              </Button>
            )}
            {plan.state === 'resting' && wordsOf(plan) && (
              <Button kind="quiet" onClick={() => void room.remove(plan)}>
                {t`Delete`}
              </Button>
            )}
          </div>
          {full && taking === plan.id && (
            <Resting
              active={active}
              work={work}
              picked={null}
              problem={null}
              onPick={(rest) => {
                setTaking(null)
                void room.set(plan.id, 'active', rest)
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
