import { t } from '@lingui/core/macro'
import { lazy, Suspense, useState } from 'react'
import type { Moment } from '../../src/breathing/timeline.ts'
import { Button } from '../components/Button.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { phaseWord, spokenPhase } from '../i18n/phases.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Pause } from '../state/pause.ts'
import { useMotion } from '../theme/motion.ts'
import { secondsLeft } from './breath.ts'
import classes from './Pause.module.css'
import { Shape } from './Shape.tsx'
import type { Sound } from './sound.ts'

const Minding = lazy(() => import('./Minding.tsx'))

interface BreathingProps {
  pause: Pause
  moment: Moment
  free: boolean
  /** With tones, a screen reader leaves the phases after the first round to them. */
  sound: Sound
  first: boolean
}

/** A shape that breathes, a word, a hairline, and nothing else. */
export function Breathing({ pause, moment, free, sound, first }: BreathingProps) {
  const motion = useMotion()
  const [reading, setReading] = useState(false)
  const name = pauseName(pause.wanted.kind)
  const length = lengthOf(pause.wanted.plannedMs)
  const spoken = free
    ? t`Breathe as you like.`
    : moment.round > 0 && sound === 'on'
      ? ''
      : spokenPhase(moment.phase, moment.phaseMs, moment.round)
  return (
    <main className={classes['pause']}>
      <h1 className="unseen">{t`${name}, ${length}`}</h1>
      <p className="unseen" role="status">
        <span key={free ? 'free' : `${moment.round} ${moment.phaseIndex}`}>{spoken}</span>
      </p>
      <div className={classes['room']}>
        <Shape
          pattern={pause.pattern}
          plannedMs={pause.wanted.plannedMs}
          startedMs={pause.startedMs()}
          motion={motion}
          resting={free}
        />
        <p className={classes['word']} aria-hidden="true">
          {free ? (
            <span key="free">{t`as you like`}</span>
          ) : (
            <span key={`${moment.round} ${moment.phaseIndex}`}>{phaseWord(moment.phase)}</span>
          )}
          {motion !== 'full' && !free && (
            <span className={classes['count']}>{secondsLeft(moment)}</span>
          )}
        </p>
      </div>
      {first && moment.round === 0 && (
        <p className={classes['first']}>
          {t`Softly, not deeply. Dizzy or uneasy? Press N and breathe as you like.`}{' '}
          <Button
            kind="quiet"
            onClick={() => {
              // Nobody reads and breathes at a pace.
              if (!free) pause.breatheFreely()
              setReading(true)
            }}
          >
            {t`More`}
          </Button>
        </p>
      )}
      {reading && (
        <Suspense>
          <Minding onClose={() => setReading(false)} />
        </Suspense>
      )}
      {sound === 'missing' && (
        <p className={classes['first']} role="status">
          {t`The device that you chose for sound isn't there, so this pause is silent.`}
        </p>
      )}
      <footer className={classes['footer']}>
        {!first && <span>{t`softly, not deeply`}</span>}
        <Button kind="quiet" hint="N" onClick={pause.breatheFreely}>
          {free ? t`with the pacer` : t`breathe normally`}
        </Button>
        <Button kind="quiet" hint="Esc" onClick={pause.stop}>
          {t`stop`}
        </Button>
      </footer>
    </main>
  )
}
