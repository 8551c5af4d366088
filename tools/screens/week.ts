import type { Page } from 'playwright-core'
import { zone } from '../demo/plan.ts'
import { launch, type Lull } from '../driver/driver.ts'
import { stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** The same night once more: the look back at the week, and the sheet that is made from there. */
export async function aWeek(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const main = await unlocked(lull, look)
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look back at it' }))
    await theWeek(main, lull, visit)
  } finally {
    await lull.kill()
  }
}

/** The look back at a week, one that was looked back at, and the sheet, empty and with all of it. */
async function theWeek(main: Page, lull: Lull, visit: Visit) {
  const asked = async (title: string) => {
    await stepUntilSeen(lull, main.getByRole('heading', { name: title, exact: true }))
    await lull.step(500)
  }
  await main.getByRole('button', { name: 'Look back at it' }).click()
  await asked('One thing that helped')
  await lull.press('1')
  await stepUntilSeen(lull, main.getByRole('button', { name: 'None of these' }))
  await lull.step(300)
  await visit('week-helped', main, lull)
  await lull.press('Enter')
  await asked('Something good')
  await visit('week-good', main, lull)
  await lull.press('Enter')
  await asked('One thing in your control')
  await lull.press('Enter')
  await asked('And one that isn’t yours')
  await lull.press('Enter')
  await asked('One plan for next week, or nothing')
  await visit('week-plan', main, lull)
  await lull.press('Enter')
  await asked('What you said of it')
  await main.getByRole('button', { name: 'The week before' }).click()
  await stepUntilSeen(lull, main.locator('[data-dot=shift]').first())
  await main
    .getByRole('heading', { name: 'Week', exact: true })
    .evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('week-before', main, lull)
  await main.getByText('Weeks you looked back at').click()
  await lull.step(500)
  await visit('week-earlier', main, lull)
  await main.getByRole('button', { name: 'Make a one-page sheet' }).click()
  await stepUntilSeen(lull, main.getByText('Nothing is on it yet.'))
  await visit('sheet', main, lull)
  for (const box of await main.getByRole('checkbox').all()) await box.check()
  await main.getByRole('article').evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('sheet-ticked', main, lull)
}
