import { afterCatalogs } from '../../i18n/after/catalogs.ts'
import { speakAlso } from '../../i18n/speak.ts'
import CardLine from './CardLine.tsx'
import PlanChoice from './PlanChoice.tsx'

/** What comes after a note, with its words: loaded when the first of it is shown. */
export const planChoice = async () => withWords(PlanChoice)
export const cardLine = async () => withWords(CardLine)

async function withWords<Part>(part: Part): Promise<{ default: Part }> {
  await speakAlso(afterCatalogs)
  return { default: part }
}
