import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { NoteType } from '../../../src/guidance/types.ts'
import { actionsFor } from '../../../src/plans/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { digitOf, isGoingOn, useKeys } from '../../components/keys.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { Problem } from '../../components/Problem.tsx'
import { actionWords, planSentence, situationWords } from '../../i18n/after/plans.ts'
import type { Doors } from '../../state/bridge.ts'
import { createPlanStep } from '../../state/plan-step.ts'
import classes from '../Note.module.css'

export interface PlanChoiceProps {
  doors: Doors
  type: NoteType
  work: Work
  /** The plan is kept, or isn't wanted: the note ends. */
  onDone: () => void
}

/** "If a caller shouts, then I …": one digit keeps it. Own words are for the page with all plans. */
export default function PlanChoice({ doors, type, work, onDone }: PlanChoiceProps) {
  const [room] = useState(() => createPlanStep(doors, type))
  const { active, done, problem } = useStore(room.store)
  useEffect(() => {
    if (done) onDone()
  }, [done, onDone])

  const choices = active
    ? active.map((plan) => ({
        key: plan.id,
        words: planSentence(plan, work),
        pick: () => void room.rest(plan.id),
      }))
    : actionsFor[type].map((action) => ({
        key: action,
        words: actionWords(action, work),
        pick: () => void room.pick(action),
      }))
  useKeys((event) => {
    const choice = choices[(digitOf(event) ?? 0) - 1]
    if (choice) choice.pick()
    else if (digitOf(event) === 0 || isGoingOn(event)) onDone()
    else return false
    return true
  })
  const situation = situationWords(type, work)

  return (
    <>
      <Asked
        key={active ? 'rest' : 'what'}
        words={active ? t`Three plans are in use. Which one rests?` : t`If ${situation}, then I …`}
      />
      <div className={classes['answers']}>
        {choices.map(({ key, words, pick }, index) => (
          <button key={key} type="button" className={classes['answer']} onClick={pick}>
            <Kbd>{String(index + 1)}</Kbd>
            <span>{words}</span>
          </button>
        ))}
      </div>
      <Problem code={problem} />
      <div className={classes['row']}>
        <Button kind="quiet" hint="0" onClick={onDone}>
          {t`No plan`}
        </Button>
      </div>
    </>
  )
}

/** A question takes the focus when it appears, so that it is read out. */
function Asked({ words }: { words: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  )
}
