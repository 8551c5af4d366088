import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import { stepUntilSeen, type Visit } from './steps.ts'

/** The two taps, what is said of them later, and all of them. */
export async function theStressLog(main: Page, lull: Lull, visit: Visit) {
  await lull.tray.press('Check in')
  await stepUntilSeen(lull, main.getByText('How much stress, right now?'))
  await lull.press('6')
  await main.getByText('And how much energy?').waitFor()
  await lull.press('4')
  await stepUntilSeen(lull, main.getByText('Stress 6 of 10, energy 4 of 10. Kept.'))
  await main.getByRole('button', { name: 'Say more' }).click()
  await stepUntilSeen(lull, main.getByText('tight shoulders or neck'))
  await main.getByText('a long queue', { exact: true }).click()
  await lull.step(500)
  await visit('check-in-more', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('button', { name: 'All check-ins' }).click()
  const lines = main.locator('button[data-check-in]')
  await stepUntilSeen(lull, lines.first())
  await lull.step(500)
  await visit('check-ins', main, lull)
  await lines.nth(1).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Delete the check-in' }))
  await visit('check-in-open', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  // As long as the change can be undone, that stands on every page.
  await lull.step(8500)
  await main.getByRole('button', { name: 'Add one of an earlier time' }).click()
  await stepUntilSeen(lull, main.getByLabel('Date', { exact: true }))
  await visit('check-in-add', main, lull)
  await main.getByRole('button', { name: 'Leave it' }).click()
}

/** The month: what it is, its questions, what they say, and the months before. */
export async function theSelfCheck(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('main').getByRole('button', { name: 'Self-check' }).click()
  await stepUntilSeen(lull, main.locator('[data-dot=work]').first())
  await lull.step(1000)
  await visit('self-check', main, lull)
  await main.getByRole('button', { name: 'Begin' }).click()
  await stepUntilSeen(lull, main.getByText('1 of 14'))
  await visit('self-check-question', main, lull)
  for (const [nth, digit] of Array.from('34342432333234').entries()) {
    await main.getByText(`${nth + 1} of 14`).waitFor()
    await lull.press(digit)
  }
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Look at your answers' }))
  await lull.step(1000)
  await visit('self-check-result', main, lull)
  await main.getByRole('heading', { name: 'Month by month' }).evaluate((at) => at.scrollIntoView())
  await lull.step(500)
  await visit('self-check-months', main, lull)
  await main.getByText('Table', { exact: true }).click()
  await main.getByText('What did work take this week?').scrollIntoViewIfNeeded()
  await lull.step(500)
  await visit('self-check-table', main, lull)
}
