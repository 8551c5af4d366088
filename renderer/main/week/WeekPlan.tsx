import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Week } from '../../../src/contract.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { Choices } from '../../components/Choices.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import { activeOf, type PlansRoom } from '../../state/plans.ts'
import type { WeekRoom } from '../../state/week.ts'
import { PlanForm } from '../plans/PlanForm.tsx'
import { StepCard } from './StepCard.tsx'
import classes from './Week.module.css'

interface WeekPlanProps {
  room: WeekRoom
  plans: PlansRoom
  week: Week
  work: Work
  withWords: boolean
}

/** What is taken into the next week: one of the plans in use, a new one, or nothing. */
export function WeekPlan({ room, plans, week, work, withWords }: WeekPlanProps) {
  useEffect(() => plans.look(), [plans])
  useEffect(() => plans.cancel, [plans])
  const { plans: all, making } = useStore(plans.store)
  const [makingId, setMaking] = useState<string | null>(null)
  const picked = week.review?.plan ?? null
  const choices = [
    ...activeOf(all).map((plan) => ({ value: `plan:${plan.id}`, label: planSentence(plan, work) })),
    { value: 'nothing', label: t`Nothing, that is fine too` },
  ].map((choice, index) => ({ ...choice, digit: index + 1 }))
  if (!all) return null
  if (making)
    return (
      <Card label={t`The look back`}>
        <PlanForm
          key={making.id}
          room={plans}
          making={making}
          plans={all}
          work={work}
          withWords={withWords}
          onDone={() => {
            const kept = plans.store.getState().plans?.plans.some(({ id }) => id === makingId)
            if (kept === true) void room.plan(`plan:${makingId}`)
          }}
        />
      </Card>
    )
  return (
    <StepCard
      step="plan"
      isAnswered={picked !== null}
      choices={choices}
      room={room}
      onPick={(pick) => void room.plan(pick)}
      onUnpick={picked === null ? null : () => void room.plan(null)}
      isAlone={false}
    >
      <Choices
        legend={<h2>{t`One plan for next week, or nothing`}</h2>}
        choices={choices}
        picked={picked}
        onPick={(pick) => void room.plan(pick)}
        look="chips"
        focused
      />
      <p className={classes['hint']}>
        {t`A plan is one sentence: if this happens, then I do that.`}
      </p>
      <p className={classes['own']}>
        <Button
          onClick={() => {
            plans.make()
            setMaking(plans.store.getState().making?.id ?? null)
          }}
        >
          {t`Make a new plan`}
        </Button>
      </p>
    </StepCard>
  )
}
