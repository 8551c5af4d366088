import { t } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { isExerciseId } from '../../src/breathing/exercises.ts'
import { Button } from '../components/Button.tsx'
import { pauseName } from '../i18n/pause-names.ts'
import { stepWords } from '../i18n/exercises.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Pause } from '../state/pause.ts'
import { useMotion } from '../theme/motion.ts'
import { fillScreen, fillsScreen } from './full-screen.ts'
import classes from './Pause.module.css'
import { Shape } from './Shape.tsx'

/** A pause without breath: one sentence at a time, and the hairline. */
export function Doing({ pause, step }: { pause: Pause; step: number }) {
  const motion = useMotion()
  const { kind, plannedMs } = pause.wanted
  const name = pauseName(kind)
  const length = lengthOf(plannedMs)
  const [dark, setDark] = useState(false)
  const turnDark = async () => {
    setDark(!dark)
    await fillScreen(!dark)
  }
  useEffect(
    () => () => {
      if (fillsScreen()) void fillScreen(false)
    },
    [],
  )
  return (
    <main className={dark ? `${classes['pause']} ${classes['dark']}` : classes['pause']}>
      <h1 className="unseen">{t`${name}, ${length}`}</h1>
      <div className={classes['room']}>
        <Shape
          pattern={null}
          plannedMs={plannedMs}
          startedMs={pause.startedMs()}
          motion={motion}
          resting
        />
        <p className={classes['sentence']} aria-hidden="true">
          <span key={step}>{isExerciseId(kind) && stepWords(kind)[step]}</span>
        </p>
      </div>
      <footer className={classes['footer']}>
        {kind === 'rest-eyes' && (
          <Button kind="quiet" onClick={() => void turnDark()}>
            {dark ? t`Light again` : t`Dark screen`}
          </Button>
        )}
        <Button kind="quiet" hint="Esc" onClick={pause.stop}>
          {t`Stop`}
        </Button>
      </footer>
    </main>
  )
}
