import { lazy } from 'react'
import { afterCatalogs } from '../../i18n/after/catalogs.ts'
import { speakAlso } from '../../i18n/speak.ts'

/** The parts that show plans; each comes with the plans' words once it is first shown. */
export const PlansPage = lazy(async () => withWords(import('./PlansPage.tsx')))
export const PlansToday = lazy(async () => withWords(import('./PlansToday.tsx')))
export const PlanRehearsal = lazy(async () => withWords(import('./PlanRehearsal.tsx')))
export const PlanMarks = lazy(async () => withWords(import('./PlanMarks.tsx')))

async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  await speakAlso(afterCatalogs)
  return part
}
