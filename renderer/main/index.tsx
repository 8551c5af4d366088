import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openMain } from '../state/main.ts'
import { MainScreen } from './MainScreen.tsx'

void start(async () => <MainScreen main={await openMain(doors)} />)
