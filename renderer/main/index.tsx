import { mainCatalogs } from '../i18n/main/catalogs.ts'
import { mainProblems } from '../i18n/main/problems.ts'
import { knowProblems } from '../i18n/problems.ts'
import { speakAlso } from '../i18n/speak.ts'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openMain } from '../state/main.ts'
import { MainScreen } from './MainScreen.tsx'

knowProblems(mainProblems)
void start(async () => {
  const [main] = await Promise.all([openMain(doors), speakAlso(mainCatalogs)])
  return <MainScreen main={main} />
})
