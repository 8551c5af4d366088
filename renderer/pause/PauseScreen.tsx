import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useKeys } from '../components/keys.ts'
import type { Pause } from '../state/pause.ts'
import { Breathing } from './Breathing.tsx'
import { Doing } from './Doing.tsx'
import { Ended } from './Ended.tsx'
import { fillScreen, fillsScreen } from './full-screen.ts'
import { Gentler } from './Gentler.tsx'
import { Held } from './Held.tsx'
import type { Sound } from './sound.ts'
import { Safety } from './Safety.tsx'
import { Tension } from './Tension.tsx'

interface PauseScreenProps {
  pause: Pause
  sound: Sound
  /** Whether the first line about breathing softly is still to be said. */
  first: boolean
  onUnlock: () => void
  onTalk: () => void
}

/** A pause, from its first question to its quiet end. Esc stops it, Esc again closes it. */
export function PauseScreen({ pause, sound, first, onUnlock, onTalk }: PauseScreenProps) {
  const state = useStore(pause.store)
  useKeys((event) => {
    if (event.key === 'Escape') {
      if (fillsScreen()) void fillScreen(false)
      else if (['breathing', 'doing', 'held'].includes(state.stage)) pause.stop()
      else void pause.close()
    } else if (event.key === 'n' || event.key === 'N') pause.breatheFreely()
    else if (event.key === 'f' || event.key === 'F') void fillScreen(!fillsScreen())
    else return false
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

  switch (state.stage) {
    case 'starting':
      return null
    case 'reading':
      return <Safety onRead={pause.read} />
    case 'gentler':
      return <Gentler onChoose={pause.gentler} />
    case 'before':
      return (
        <Tension
          key="before"
          question={t`How tense are you, right now?`}
          onAnswer={pause.before}
          onSkip={() => pause.before(null)}
        />
      )
    case 'breathing':
      return (
        <Breathing
          pause={pause}
          moment={state.moment}
          free={state.free}
          sound={sound}
          first={first}
        />
      )
    case 'doing':
      return <Doing pause={pause} step={state.step} />
    case 'held':
      return <Held why={state.why} onGoOn={pause.goOn} onEnd={pause.stop} />
    case 'after':
      return (
        <Tension
          key="after"
          question={t`And now?`}
          onAnswer={pause.after}
          onSkip={() => pause.after(null)}
        />
      )
    case 'ended':
      return (
        <Ended
          ended={state.ended}
          kept={state.kept}
          kind={pause.wanted.kind}
          ms={pause.elapsedMs()}
          onAgain={pause.keep}
          onUnlock={onUnlock}
          onTalk={onTalk}
          onClose={() => void pause.close()}
        />
      )
  }
}
