import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import { stepUntilSeen, type Visit } from './steps.ts'

/** The types of call, with a name that another has already. */
export async function theTypes(main: Page, lull: Lull, visit: Visit) {
  await main.getByText('Names, order, and which are shown').click()
  await main.getByRole('button', { name: 'Add a type' }).click()
  await main.getByLabel('Name of the new type').fill('Angry')
  await main.getByLabel('Name of the new type').press('Enter')
  await main.getByText('Another type has this name already.').waitFor()
  await lull.step(300)
  await visit('settings-types', main, lull)
  await main.getByLabel('Name of the new type').press('Escape')
}

/** How a phone is connected: with a program open, and while a hook is tested. */
export async function connect(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Connect your phone' }).click()
  await lull.step(1000)
  await main.getByRole('switch', { name: 'Listen to links' }).click()
  await main.getByRole('button', { name: 'Make another code' }).waitFor()
  await main.getByRole('button', { name: 'Listen', exact: true }).click()
  await lull.secondProcess(['--call-ended', '+44 20 7946 0991'])
  await main.getByText('Thrown away: a number.').waitFor()
  await main.getByText('estos ProCall', { exact: true }).click()
  await lull.step(500)
  await visit('connect', main, lull)
  await main.getByRole('switch', { name: 'Listen to links' }).click()
  await lull.step(500)
}

/** Why Lull did or didn't ask, in the last week. */
export async function theReasons(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Why did or didn’t Lull ask?' }).click()
  await stepUntilSeen(lull, main.getByText('A card came').first())
  await visit('asked', main, lull)
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  const speaks = main.getByRole('heading', { name: 'When Lull speaks' })
  await stepUntilSeen(lull, speaks)
  await main.getByText('Here that is a card.').waitFor()
  await speaks.evaluate((place) => place.scrollIntoView())
  await visit('settings-speaks', main, lull)
  await main.getByRole('button', { name: 'What Lull can see here' }).click()
  await stepUntilSeen(lull, main.getByText('The locked screen'))
  await lull.step(500)
  await visit('sees', main, lull)
}

/** What is there, and what would be asked before all of it goes. */
export async function theData(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Look at your data' }).click()
  await stepUntilSeen(lull, main.getByRole('heading', { name: 'Take out' }))
  // Where the pictures are taken is nobody's business, and another place each time.
  await main
    .locator('dd')
    .last()
    .evaluate((place) => (place.textContent = '/home/ana/.config/lull/journal'))
  await visit('data', main, lull)
  await main.getByRole('button', { name: 'Delete everything' }).click()
  await visit('data-delete', main, lull)
  await main.getByRole('button', { name: 'Keep it' }).click()
}
