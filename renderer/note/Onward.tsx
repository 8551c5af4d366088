import { t } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import { stepsOnward, type StepOnward } from '../../src/notes/brooding.ts'
import { Button } from '../components/Button.tsx'
import { digitOf, isGoingOn, useKeys } from '../components/keys.ts'
import { Kbd } from '../components/Kbd.tsx'
import { mayWrite, type Act, type Flow } from './flow.ts'
import classes from './Note.module.css'

interface OnwardProps {
  flow: Flow
  act: (act: Act) => void
  goOnward: (step: StepOnward) => void
}

/** It is kept. A hard entry ends on one step outward or forward; Enter goes without. */
export function Onward({ flow, act, goOnward }: OnwardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const steps = stepsOnward(flow)
  useKeys((event) => {
    const step = steps[(digitOf(event) ?? 0) - 1]
    if (step !== undefined) goOnward(step)
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
            onClick={() => goOnward(step)}
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
      {mayWrite(flow) && (
        <div className={classes['row']}>
          <Button kind="quiet" onClick={() => act({ act: 'write' })}>
            {t`a few words`}
          </Button>
        </div>
      )}
    </>
  )
}

function headingOf({ type, asked }: Flow): string {
  if (type === 'abusive') return t`That should not have happened to you.`
  if (type === 'distress') return t`That was a lot to carry.`
  return asked === 'pause' ? t`It's kept. A pause, if you like?` : t`It's kept. And from here?`
}

function stepWords(step: StepOnward): string {
  switch (step) {
    case 'pause':
      return t`Take a pause`
    case 'talk':
      return t`Talk to someone`
  }
}
