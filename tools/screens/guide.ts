import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import type { Visit } from './steps.ts'

/** A page about what happened, and one about what one can do. */
export async function theGuide(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Angry', exact: true }).click()
  await main.getByRole('heading', { name: 'Angry' }).waitFor()
  await lull.step(1000)
  await visit('guide-type', main, lull)
  await main.getByRole('button', { name: 'Say it back' }).click()
  await main.getByRole('heading', { name: 'Say it back' }).waitFor()
  await lull.step(1000)
  await visit('guide-technique', main, lull)
  await main.getByRole('button', { name: 'Back to Guide' }).click()
  await main.getByRole('button', { name: 'Print pocket cards' }).click()
  await main.getByRole('checkbox', { name: 'Say it back' }).check()
  await lull.step(300)
  await visit('guide-cards', main, lull)
}
