import { afterCatalogs } from '../../i18n/after/catalogs.ts'
import { speakAlso } from '../../i18n/speak.ts'
import PlanChoice from './PlanChoice.tsx'

/** What comes after a note, with its words: loaded when the first of it is shown. */
export async function planChoice(): Promise<{ default: typeof PlanChoice }> {
  await speakAlso(afterCatalogs)
  return { default: PlanChoice }
}
