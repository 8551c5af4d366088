import { useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useKeys } from '../components/keys.ts'
import type { Pause, PauseState } from '../state/pause.ts'
import { Breathing } from './Breathing.tsx'
import { Doing } from './Doing.tsx'
import { Ended } from './Ended.tsx'
import { useHeadingFocus } from './focus.ts'
import { fillScreen, fillsScreen } from './full-screen.ts'
import { Held } from './Held.tsx'
import type { Sound } from './sound.ts'

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
  const { stage } = state
  const [reading, setReading] = useState(false)
  const questions = useLater(() => import('./questions.tsx'), asks(stage))
  const minding = useLater(() => import('./Minding.tsx'), reading)
  useHeadingFocus(`${stage} ${reading}`)
  useKeys((event) => {
    if (event.key === 'Escape') {
      if (fillsScreen()) void fillScreen(false)
      else if (['breathing', 'doing', 'held'].includes(stage)) pause.stop()
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

  return (
    <>
      {questions?.questionOf(pause, stage)}
      {state.stage === 'breathing' && (
        <Breathing
          pause={pause}
          moment={state.moment}
          free={state.free}
          sound={sound}
          first={first}
          onMore={() => {
            // Nobody reads and breathes at a pace.
            if (!state.free) pause.breatheFreely()
            setReading(true)
          }}
        />
      )}
      {state.stage === 'doing' && <Doing pause={pause} step={state.step} />}
      {state.stage === 'held' && <Held why={state.why} onGoOn={pause.goOn} onEnd={pause.stop} />}
      {state.stage === 'ended' && (
        <Ended
          pause={pause}
          ended={state.ended}
          kept={state.kept}
          onUnlock={onUnlock}
          onTalk={onTalk}
        />
      )}
      {reading && minding && <minding.Minding onClose={() => setReading(false)} />}
    </>
  )
}

const asks = (stage: PauseState['stage']) =>
  ['reading', 'gentler', 'before', 'after'].includes(stage)

/** A part that is loaded once it is wanted; null until it is there. */
function useLater<Part extends object>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  const bring = useEffectEvent(load)
  useEffect(() => {
    if (wanted) void bring().then(setPart)
  }, [wanted])
  return part
}
