import { t } from '@lingui/core/macro'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Work } from '../../../src/settings/choices.ts'
import { Button } from '../../components/Button.tsx'
import { planSentence } from '../../i18n/after/plans.ts'
import type { PlansRoom } from '../../state/plans.ts'
import { useMotion } from '../../theme/motion.ts'
import main from '../Main.module.css'
import classes from './Plans.module.css'

interface PlanRehearsalProps {
  room: PlansRoom
  work: Work
  /** What it stands in goes on by itself, so there is nothing to skip. */
  isStep?: boolean
}

const rehearsalMs = 10_000

/**
 * This shift's plan, to be seen once in the mind's eye: ten quiet seconds, or none. Shows nothing where
 * no plan is in use.
 */
export default function PlanRehearsal({ room, work, isStep = false }: PlanRehearsalProps) {
  useEffect(() => room.look(), [room])
  const plans = useStore(room.store, (view) => view.plans)
  const today = plans?.today ?? null
  const plan = plans?.plans.find(({ id }) => id === today?.id)
  /** `again`: it was seen in this shift already, and is seen once more. */
  const [running, setRunning] = useState<'no' | 'first' | 'again'>('no')
  const [touched, setTouched] = useState(false)
  if (!today || !plan) return null
  const sentence = planSentence(plan, work)
  const { id } = plan

  function end() {
    setTouched(true)
    setRunning('no')
    void room.offered(id)
  }
  return (
    <div className={classes['rehearsal']}>
      <h2>{t`Your plan for this shift`}</h2>
      {running !== 'no' ? (
        <>
          <Seconds key={running} sentence={sentence} onEnd={end} />
          {!isStep && (
            <div className={main['ways']}>
              <Button kind="quiet" onClick={end}>
                {t`Skip`}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <p className={classes['sentence']}>{sentence}</p>
          {today.offered ? (
            <div className={classes['ways']}>
              <p role="status" className={main['quiet']}>
                {touched && t`It’s there when you need it.`}
              </p>
              <Button kind="quiet" focused={touched} onClick={() => setRunning('again')}>
                {t`See it once more`}
              </Button>
            </div>
          ) : (
            <>
              <p className={main['quiet']}>
                {t`See it happen once in your mind: the moment, and you doing this. Ten seconds.`}
              </p>
              <div className={main['ways']}>
                <Button onClick={() => setRunning('first')}>{t`See it once`}</Button>
                {!isStep && (
                  <Button kind="quiet" onClick={end}>
                    {t`Skip`}
                  </Button>
                )}
              </div>
            </>
          )}
        </>
      )}
    </div>
  )
}

/** The sentence, and a line that the compositor draws; where nothing may move, the seconds left. */
function Seconds({ sentence, onEnd }: { sentence: string; onEnd: () => void }) {
  const words = useRef<HTMLParagraphElement>(null)
  const [left, setLeft] = useState(rehearsalMs / 1000)
  const motion = useMotion()
  const ended = useRef(onEnd)
  useEffect(() => {
    ended.current = onEnd
  })
  useEffect(() => {
    words.current?.focus()
    const end = setTimeout(() => ended.current(), rehearsalMs)
    return () => clearTimeout(end)
  }, [])
  useEffect(() => {
    if (motion !== 'none') return
    const tick = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(tick)
  }, [motion])
  return (
    <>
      <p ref={words} tabIndex={-1} className={`${classes['sentence']} ${classes['seen']}`}>
        {sentence}
      </p>
      {motion === 'none' ? (
        <p className={classes['left']} aria-hidden="true">
          {left}
        </p>
      ) : (
        <div className={classes['track']} aria-hidden="true">
          <div className={classes['run']} />
        </div>
      )}
    </>
  )
}
