import { useStore, type StoreApi } from 'zustand'
import type { PauseWindow } from '../state/pause-window.ts'
import { PauseScreen } from './PauseScreen.tsx'
import { saidOf } from './said.ts'
import type { Sound } from './sound.ts'

interface PauseWindowScreenProps {
  state: StoreApi<PauseWindow>
  sound: StoreApi<Sound>
  onUnlock: () => void
  onTalk: () => void
}

/** One pause after the other, each from its own beginning; and one voice that stays through all. */
export function PauseWindowScreen({ state, sound, onUnlock, onTalk }: PauseWindowScreenProps) {
  const { pause, count, first } = useStore(state)
  const now = useStore(pause.store)
  const heard = useStore(sound)
  return (
    <>
      <p className="unseen" role="status">
        {saidOf(pause, now, heard)}
      </p>
      <PauseScreen
        key={count}
        pause={pause}
        sound={heard}
        first={first}
        onUnlock={onUnlock}
        onTalk={onTalk}
      />
    </>
  )
}
