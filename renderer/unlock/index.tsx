import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openUnlock } from '../state/unlock.ts'
import { UnlockScreen } from './UnlockScreen.tsx'

void start(async () => <UnlockScreen unlock={await openUnlock(doors)} />)
