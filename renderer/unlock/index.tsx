import { sealedCatalogs } from '../i18n/sealed/catalogs.ts'
import { speakAlso } from '../i18n/speak.ts'
import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { openUnlock } from '../state/unlock.ts'
import { UnlockScreen } from './UnlockScreen.tsx'

void start(async () => {
  const [unlock] = await Promise.all([openUnlock(doors), speakAlso(sealedCatalogs)])
  return <UnlockScreen unlock={unlock} />
})
