import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { startPause } from '../state/pause.ts'
import { motionNow } from '../theme/dress.ts'
import { PauseScreen } from './PauseScreen.tsx'

void start(() => {
  const motion = motionNow()
  const pause = startPause(doors, motion !== 'full')
  return (
    <PauseScreen
      pause={pause}
      motion={motion}
      onUnlock={() => void doors.shell('open', { window: 'unlock' })}
      onClose={() => void pause.close()}
    />
  )
})
