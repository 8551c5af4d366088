import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { useKeys } from '../components/keys.ts'
import type { Pause } from '../state/pause.ts'
import { Ended } from './Ended.tsx'
import classes from './Pause.module.css'
import { Shape, type Motion } from './Shape.tsx'
import { secondsLeft } from './breath.ts'

interface PauseScreenProps {
  pause: Pause
  motion: Motion
  onUnlock: () => void
  onClose: () => void
}

/** One minute: a shape that breathes, a word, a hairline. Esc stops it, Esc again closes it. */
export function PauseScreen({ pause, motion, onUnlock, onClose }: PauseScreenProps) {
  const state = useStore(pause.store)
  useKeys((event) => {
    if (event.key !== 'Escape') return false
    if (state.stage === 'breathing') pause.stop()
    else onClose()
    return true
  })
  useEffect(() => {
    addEventListener('pagehide', pause.leave)
    document.addEventListener('visibilitychange', pause.look)
    return () => {
      removeEventListener('pagehide', pause.leave)
      document.removeEventListener('visibilitychange', pause.look)
    }
  }, [pause])

  if (state.stage === 'ended')
    return <Ended {...state} onAgain={pause.keep} onUnlock={onUnlock} onClose={onClose} />

  const { moment } = state
  const word = { in: t`breathe in`, hold: t`hold`, out: t`breathe out` }[moment.phase]
  return (
    <main className={classes['pause']}>
      <h1 className="unseen">{t`A minute of slow breathing`}</h1>
      <div className={classes['room']}>
        <Shape pause={pause} motion={motion} />
        <p className={classes['word']} role="status">
          <span key={`${moment.round} ${moment.phase}`}>{word}</span>
          {motion !== 'full' && (
            <span className={classes['count']} aria-hidden="true">
              {secondsLeft(moment)}
            </span>
          )}
        </p>
      </div>
      <footer className={classes['footer']}>
        <span>{t`softly, not deeply`}</span>
        <Button kind="quiet" hint="Esc" onClick={pause.stop}>
          {t`stop`}
        </Button>
      </footer>
    </main>
  )
}
