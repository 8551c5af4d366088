import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openPauseWindow } from '../state/pause-window.ts'
import { motionNow } from '../theme/motion.ts'
import { PauseWindowScreen } from './PauseWindowScreen.tsx'
import { accompany } from './sound.ts'

void start(async () => {
  const state = await openPauseWindow(doors, () => motionNow() !== 'full')
  const sound = accompany(state)
  return (
    <PauseWindowScreen
      state={state}
      sound={sound}
      onUnlock={() => void doors.shell('open', { window: 'unlock' })}
      onTalk={() => void doors.shell('open', { window: 'main', page: 'support' })}
    />
  )
})
