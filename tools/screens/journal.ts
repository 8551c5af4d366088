import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import type { Visit } from './steps.ts'

/** A note that is open, what can be said of it later, a search, and a note of an earlier time. */
export async function theJournal(main: Page, lull: Lull, visit: Visit) {
  const lines = main.locator('button[data-note]')
  await lines.nth(1).click()
  await main.getByRole('button', { name: 'Done' }).waitFor()
  await visit('journal-note', main, lull)
  const more = main.getByRole('button', { name: 'More, when there is time' })
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
  const channel = main.getByRole('group', { name: 'How it reached you' })
  await channel.waitFor()
  await channel.evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('journal-more', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('searchbox', { name: 'Search' }).fill('refund')
  await lull.step(500)
  await lines.first().waitFor()
  await visit('journal-search', main, lull)
  await main.getByRole('searchbox', { name: 'Search' }).fill('')
  await lull.step(500)
  await main.getByRole('button', { name: 'Add a note of an earlier time' }).click()
  await main.getByLabel('Date', { exact: true }).waitFor()
  await lull.step(500)
  await visit('journal-add', main, lull)
  await main.getByRole('button', { name: 'Leave it' }).click()
}
