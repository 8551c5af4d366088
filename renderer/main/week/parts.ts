import { lazy } from 'react'
import { afterCatalogs } from '../../i18n/after/catalogs.ts'
import { speakAlso } from '../../i18n/speak.ts'

/** The week and the sheet name plans; each comes with the plans' words once it is first shown. */
export const WeekPage = lazy(async () => withWords(import('./WeekPage.tsx')))
export const SheetPage = lazy(async () => withWords(import('../sheet/SheetPage.tsx')))

async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  await speakAlso(afterCatalogs)
  return part
}
