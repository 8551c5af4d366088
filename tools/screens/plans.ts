import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import { stepUntilSeen, type Visit } from './steps.ts'

/** The plans from Today, a new one, and the ten seconds with one. */
export async function thePlans(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'All your plans' }))
  await main.getByRole('button', { name: 'All your plans' }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Make a plan' }))
  await visit('plans', main, lull)
  await main.getByRole('button', { name: 'Make a plan' }).click()
  await main.getByLabel('If', { exact: true }).selectOption('bargaining')
  await main.getByLabel('then I', { exact: true }).selectOption('limit')
  await visit('plan', main, lull)
  await main.getByRole('button', { name: 'Leave it' }).click()
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'See it once' }))
  await main.getByRole('button', { name: 'See it once' }).click()
  await lull.step(4000)
  await visit('plan-seen', main, lull)
  await lull.step(6500)
}
