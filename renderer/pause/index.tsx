import { createStore } from 'zustand/vanilla'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openPauseWindow } from '../state/pause-window.ts'
import { motionNow } from '../theme/motion.ts'
import { PauseWindowScreen } from './PauseWindowScreen.tsx'
import type { Sound } from './sound.ts'

void start(async () => {
  const state = await openPauseWindow(doors, () => motionNow() !== 'full')
  const sound = createStore<Sound>(() => 'off')
  // Most people never hear a tone: what makes them is loaded when sound is first on.
  let loading = false
  const load = async () => {
    if (loading || !state.getState().device.sound) return
    loading = true
    const { accompany } = await import('./sound.ts')
    accompany(state, sound)
  }
  state.subscribe(() => void load())
  await load()
  return (
    <PauseWindowScreen
      state={state}
      sound={sound}
      onUnlock={() => void doors.shell('open', { window: 'unlock' })}
      onTalk={() => void doors.shell('open', { window: 'main', page: 'support' })}
    />
  )
})
