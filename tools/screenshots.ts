/**
 * `npm run screenshots`: a picture of every screen and window, light and dark, into docs/pictures.
 * `npm run screenshots -- <folder>` puts them elsewhere.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from './build.ts'
import { walks } from './screens.ts'
import { pictureProfile, type Look, type Visit } from './screens/steps.ts'

const root = join(import.meta.dirname, '..')
const [asked] = process.argv.slice(2)
const pictureFolder = asked === undefined ? join(root, 'docs/pictures') : resolve(asked)
build()

/** Takes the pointer off what was pressed last, and lets its colour fade. */
async function leave(page: Page) {
  await page.mouse.move(0, 0)
  const isOver = () =>
    page.evaluate<boolean>(`document.querySelector(':is(button, label):hover') !== null`)
  for (let tries = 0; tries < 40 && (await isOver()); tries++) await page.waitForTimeout(50)
  await page.waitForTimeout(200)
}

const looks: readonly Look[] = ['light', 'dark', 'dim']
let pictures = 0
for (const look of looks) {
  const folder = join(pictureFolder, look)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const picture: Visit = async (screen, page) => {
    await leave(page)
    await page.screenshot({ path: join(folder, `${screen}.png`), caret: 'hide' })
    pictures++
  }
  for (const { go } of walks) {
    const year = await pictureProfile()
    try {
      await go(look, picture, year)
    } finally {
      rmSync(year.profile, { recursive: true, force: true })
    }
  }
}
process.stdout.write(`${pictures} pictures in ${relative('', pictureFolder)}.\n`)
