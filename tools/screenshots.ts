/**
 * `npm run screenshots`: a picture of every screen and window, light and dark, into docs/pictures.
 * `npm run screenshots -- <folder>` puts them elsewhere.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build } from './build.ts'
import {
  aShift,
  aWeek,
  firstDay,
  firstTrends,
  oneNight,
  pictureProfile,
  restOfTrends,
  theKeys,
  trendsOfPeriods,
  type Look,
  type Visit,
} from './screens.ts'

const root = join(import.meta.dirname, '..')
const [asked] = process.argv.slice(2)
const pictureFolder = asked === undefined ? join(root, 'docs/pictures') : resolve(asked)
build()

const looks: readonly Look[] = ['light', 'dark', 'dim']
let pictures = 0
for (const look of looks) {
  const folder = join(pictureFolder, look)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const picture: Visit = async (screen, page) => {
    await page.screenshot({ path: join(folder, `${screen}.png`), caret: 'hide' })
    pictures++
  }
  await firstDay(look, picture)
  await firstTrends(look, picture)
  await theKeys(look, picture)
  // Each from the same year: what one of them does there is not in the next one's pictures.
  for (const walk of [oneNight, trendsOfPeriods, restOfTrends, aWeek, aShift]) {
    const year = await pictureProfile()
    try {
      await walk(year, look, picture)
    } finally {
      rmSync(year.profile, { recursive: true, force: true })
    }
  }
}
process.stdout.write(`${pictures} pictures in ${relative('', pictureFolder)}.\n`)
