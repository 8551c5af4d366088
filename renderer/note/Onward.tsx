import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { isLullType } from '../../src/guidance/types.ts'
import { pathOf, stepsOnward, type StepOnward } from '../../src/notes/brooding.ts'
import { Button } from '../components/Button.tsx'
import { digitOf, isGoingOn, useKeys } from '../components/keys.ts'
import { Kbd } from '../components/Kbd.tsx'
import type { Doors } from '../state/bridge.ts'
import { mayWrite, type Act, type Flow } from './flow.ts'
import { GuideCard } from './GuideCard.tsx'
import classes from './Note.module.css'
import { PlanStep } from './PlanStep.tsx'

interface OnwardProps {
  flow: Flow
  act: (act: Act) => void
  goOnward: (step: Exclude<StepOnward, 'plan'>) => void
  doors: Doors
}

/** It is kept. A hard entry ends on one step outward or forward. */
export function Onward({ flow, act, goOnward, doors }: OnwardProps) {
  const [planning, setPlanning] = useState(false)
  const { type, work } = flow
  if (planning && type !== null && isLullType(type))
    return <PlanStep doors={doors} type={type} work={work} onDone={() => act({ act: 'next' })} />
  return (
    <Steps
      flow={flow}
      act={act}
      doors={doors}
      onStep={(step) => (step === 'plan' ? setPlanning(true) : goOnward(step))}
    />
  )
}

interface StepsProps extends Pick<OnwardProps, 'flow' | 'act' | 'doors'> {
  onStep: (step: StepOnward) => void
}

/** The steps to choose from; Enter goes without. */
function Steps({ flow, act, doors, onStep }: StepsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // A plan and a line of the guide are the journal's.
  const steps = stepsOnward(flow).filter((step) => step !== 'plan' || !flow.sealed)
  useKeys((event) => {
    const step = steps[(digitOf(event) ?? 0) - 1]
    if (step !== undefined) onStep(step)
    else if (isGoingOn(event)) act({ act: 'next' })
    else return false
    return true
  })
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {headingOf(flow)}
      </h1>
      <div className={classes['answers']}>
        {steps.map((step, index) => (
          <button
            key={step}
            type="button"
            className={classes['answer']}
            onClick={() => onStep(step)}
          >
            <Kbd>{String(index + 1)}</Kbd>
            <span>
              <strong>{stepWords(step)}</strong>
            </span>
          </button>
        ))}
      </div>
      {flow.type === 'abusive' && (
        <p className={classes['after']}>
          {t`An incident note can be written later, from your journal.`}
        </p>
      )}
      {pathOf(flow) === 'hard' && !flow.sealed && (
        <GuideCard doors={doors} noteId={flow.id} work={flow.work} />
      )}
      {mayWrite(flow) && (
        <div className={classes['row']}>
          <Button kind="quiet" onClick={() => act({ act: 'write' })}>
            {t`A few words`}
          </Button>
        </div>
      )}
    </>
  )
}

function headingOf({ type, asked }: Flow): string {
  if (type === 'abusive') return t`That should not have happened to you.`
  if (type === 'distress') return t`That was a lot to carry.`
  return asked === 'pause' ? t`It’s kept. A pause, if you like?` : t`It’s kept. And from here?`
}

function stepWords(step: StepOnward): string {
  switch (step) {
    case 'pause':
      return t`Take a pause`
    case 'talk':
      return t`Talk to someone`
    case 'plan':
      return t`Make a plan for next time`
  }
}
