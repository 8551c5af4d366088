import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { Problem } from '../../components/Problem.tsx'
import { activeOf, type PlansRoom } from '../../state/plans.ts'
import main from '../Main.module.css'
import PlanMarks from './PlanMarks.tsx'
import PlanRehearsal from './PlanRehearsal.tsx'
import classes from './Plans.module.css'

interface PlansTodayProps {
  room: PlansRoom
  work: Work
  /** Opens the page with all plans. */
  onAll: () => void
}

/** This shift's plan, what became of each, and the way to all of them. */
export default function PlansToday({ room, work, onAll }: PlansTodayProps) {
  useEffect(() => room.look(), [room])
  const { plans, problem } = useStore(room.store)
  if (!plans) return null
  if (activeOf(plans).length === 0)
    return (
      <p className={main['line']}>
        {t`A plan for a hard moment: if this happens, then I do that.`}
        <Button onClick={onAll}>{t`Your plans`}</Button>
      </p>
    )
  return (
    <Card
      label={t`Your plans`}
      under={
        <Button kind="quiet" onClick={onAll}>
          {t`All your plans`}
        </Button>
      }
    >
      <PlanRehearsal room={room} work={work} />
      <details className={classes['fold']}>
        <summary>{t`At the end of the shift: what became of it`}</summary>
        <PlanMarks room={room} work={work} />
      </details>
      <Problem code={problem} />
    </Card>
  )
}
