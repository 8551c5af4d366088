import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { planMarks } from '../../../src/plans/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Choices } from '../../components/Choices.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import { activeOf, type PlansRoom } from '../../state/plans.ts'
import { PlanCount } from './PlanCount.tsx'
import classes from './Plans.module.css'

interface PlanMarksProps {
  room: PlansRoom
  work: Work
}

/** What became of each plan in this shift: a tap each, or none. Shows nothing where none is in use. */
export default function PlanMarks({ room, work }: PlanMarksProps) {
  useEffect(() => room.look(), [room])
  const plans = useStore(room.store, (view) => view.plans)
  const active = activeOf(plans)
  if (active.length === 0) return null
  return (
    <div className={classes['marks']}>
      {active.map((plan) => (
        <div key={plan.id}>
          <Choices
            legend={<span className={classes['sentence']}>{planSentence(plan, work)}</span>}
            choices={planMarks.map((value) => ({
              value,
              label: {
                used: t`Used it`,
                'not-used': t`Not used`,
                'no-occasion': t`It didn’t come up`,
              }[value],
            }))}
            picked={plan.mark}
            onPick={(mark) => void room.mark(plan.id, mark)}
            look="chips"
          />
          <PlanCount plan={plan} />
        </div>
      ))}
    </div>
  )
}
