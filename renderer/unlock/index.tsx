import { knowProblems } from '../i18n/problems.ts'
import { sealedCatalogs } from '../i18n/sealed/catalogs.ts'
import { speakAlso } from '../i18n/speak.ts'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openUnlock } from '../state/unlock.ts'
import { unlockCatalogs } from './catalogs.ts'
import { keysProblems } from './problems.ts'
import { UnlockScreen } from './UnlockScreen.tsx'

knowProblems(keysProblems)
void start(async () => {
  const [unlock] = await Promise.all([
    openUnlock(doors),
    speakAlso(unlockCatalogs),
    speakAlso(sealedCatalogs),
  ])
  return <UnlockScreen unlock={unlock} />
})
