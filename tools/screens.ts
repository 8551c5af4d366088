/** Every screen and window of Lull, as a person reaches them: one walk after the other. */
import { aboutLull } from './screens/about.ts'
import { theCopies } from './screens/copies.ts'
import { firstDay } from './screens/first-day.ts'
import { theKeys } from './screens/keys.ts'
import { oneNight } from './screens/night.ts'
import { aShift } from './screens/shift.ts'
import { thePlace } from './screens/place.ts'
import type { Look, Visit, Year } from './screens/steps.ts'
import { firstTrends, restOfTrends, trendsOfPeriods } from './screens/trends.ts'
import { trouble } from './screens/trouble.ts'
import { aWeek } from './screens/week.ts'

export interface Walk {
  name: string
  /** How many screens it visits. */
  screens: number
  /** Each from a year of its own: what one of them does there is not in the next one's pictures. */
  go: (look: Look, visit: Visit, year: Year) => Promise<void>
}

export const walks: readonly Walk[] = [
  { name: 'the first day', screens: 3, go: firstDay },
  { name: 'one night', screens: 59, go: oneNight },
  { name: 'a shift', screens: 14, go: aShift },
  { name: 'the first Trends', screens: 4, go: firstTrends },
  { name: 'Trends of periods', screens: 5, go: trendsOfPeriods },
  { name: 'the rest of Trends', screens: 6, go: restOfTrends },
  { name: 'keys', screens: 8, go: theKeys },
  { name: 'a place', screens: 4, go: thePlace },
  { name: 'trouble', screens: 4, go: trouble },
  { name: 'the copies', screens: 7, go: theCopies },
  { name: 'a week', screens: 7, go: aWeek },
  { name: 'the pages about Lull', screens: 5, go: aboutLull },
]
