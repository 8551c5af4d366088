import { firstDayOf } from '../main/trends/dots.ts'
import type { Paper } from '../../src/review/kinds.ts'
import { languageTag } from './speak.ts'

/** On which day weeks begin where the agent's language is spoken: 1 is Monday, 7 Sunday. */
export const firstDayHere = (): number => firstDayOf(languageTag())

/** Where letters are printed on Letter; everywhere else it is A4. */
const letterRegions = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'PA', 'DO', 'PR', 'SV', 'VE']

/** What paper is like where this computer is, as far as its language says. */
export const paperHere = (language = navigator.language): Paper => {
  try {
    const { region } = new Intl.Locale(language).maximize()
    return region !== undefined && letterRegions.includes(region) ? 'Letter' : 'A4'
  } catch {
    return 'A4'
  }
}
