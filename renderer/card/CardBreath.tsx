import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { useKeys } from '../components/keys.ts'
import { Problem } from '../components/Problem.tsx'
import { stepWords } from '../i18n/exercises.ts'
import { phaseWord } from '../i18n/phases.ts'
import { secondsLeft } from '../pause/breath.ts'
import { useHeadingFocus } from '../pause/focus.ts'
import { saidOf } from '../pause/said.ts'
import { Shape } from '../pause/Shape.tsx'
import type { Pause, PauseState } from '../state/pause.ts'
import { useMotion } from '../theme/motion.ts'
import { isExerciseId } from '../../src/breathing/exercises.ts'
import classes from './Card.module.css'

/** A breath or three inside the card: no question before, none after, and the card is gone. */
export function CardBreath({ breath }: { breath: Pause }) {
  const state = useStore(breath.store)
  const motion = useMotion()
  useKeys((event) => {
    if (event.key !== 'Escape') return false
    if (isOver(state)) void breath.close()
    else breath.stop()
    return true
  })
  useEffect(() => {
    addEventListener('pagehide', breath.leave)
    return () => removeEventListener('pagehide', breath.leave)
  }, [breath])
  useEffect(() => {
    // Something that asks for nothing, where breathing made it tenser lately.
    if (state.stage === 'gentler') breath.gentler(true)
    if (state.stage === 'held') breath.stop()
    if (state.stage === 'ended' && state.kept.kind !== 'keeping' && state.kept.kind !== 'failed')
      void breath.close()
  }, [breath, state])

  useHeadingFocus('breath')

  const { kind, plannedMs } = breath.wanted
  return (
    <main className={classes['breath']}>
      <h1 className="unseen">{t`A breath`}</h1>
      <p className="unseen" role="status">
        {saidOf(breath, state, 'off')}
      </p>
      {(state.stage === 'breathing' || state.stage === 'doing') && (
        <Shape
          pattern={breath.pattern}
          plannedMs={plannedMs}
          startedMs={breath.startedMs()}
          motion={motion}
          resting={breath.pattern === null}
          small
        />
      )}
      {state.stage === 'breathing' && (
        <p className={classes['word']} aria-hidden="true">
          <span key={`${state.moment.round} ${state.moment.phaseIndex}`}>
            {phaseWord(state.moment.phase)} {motion !== 'full' && secondsLeft(state.moment)}
          </span>
        </p>
      )}
      {state.stage === 'doing' && (
        <p className={classes['word']} aria-hidden="true">
          {isExerciseId(kind) && stepWords(kind)[state.step]}
        </p>
      )}
      {isOver(state) && (
        <div className={classes['word']}>
          <Problem
            code={'kept' in state && state.kept.kind === 'failed' ? state.kept.code : null}
          />
        </div>
      )}
      <Button
        kind="quiet"
        hint="Esc"
        onClick={() => (isOver(state) ? void breath.close() : breath.stop())}
      >
        {isOver(state) ? t`Close` : t`Stop`}
      </Button>
    </main>
  )
}

const isOver = ({ stage }: PauseState) => stage === 'ended' || stage === 'after'
