import { t } from '@lingui/core/macro'
import type { Moment } from '../../src/breathing/timeline.ts'
import { Button } from '../components/Button.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { phaseWord } from '../i18n/phases.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Pause } from '../state/pause.ts'
import { useMotion } from '../theme/motion.ts'
import { secondsLeft } from './breath.ts'
import classes from './Pause.module.css'
import { missingWords } from './said.ts'
import { Shape } from './Shape.tsx'
import type { Sound } from './sound.ts'

interface BreathingProps {
  pause: Pause
  moment: Moment
  free: boolean
  sound: Sound
  first: boolean
  /** Asks for the whole of what is to be known. */
  onMore: () => void
}

/** A shape that breathes, a word, a hairline, and nothing else. */
export function Breathing({ pause, moment, free, sound, first, onMore }: BreathingProps) {
  const motion = useMotion()
  const name = pauseName(pause.wanted.kind)
  const length = lengthOf(pause.wanted.plannedMs)
  return (
    <main className={classes['pause']}>
      <h1 className="unseen">{t`${name}, ${length}`}</h1>
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
          <Button kind="quiet" onClick={onMore}>
            {t`More`}
          </Button>
        </p>
      )}
      {sound === 'missing' && (
        <p className={classes['first']} aria-hidden="true">
          {missingWords()}
        </p>
      )}
      <footer className={classes['footer']}>
        {!first && <span>{t`softly, not deeply`}</span>}
        <Button kind="quiet" hint="N" onClick={pause.breatheFreely}>
          {free ? t`With the pacer` : t`Breathe normally`}
        </Button>
        <Button kind="quiet" hint="Esc" onClick={pause.stop}>
          {t`Stop`}
        </Button>
      </footer>
    </main>
  )
}
