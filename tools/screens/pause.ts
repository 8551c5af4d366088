import type { Page } from 'playwright-core'
import type { Lull } from '../driver/driver.ts'
import type { Visit } from './steps.ts'

/** The other parts of Breathe, and a look back at the first. */
export async function breathe(lull: Lull, main: Page, visit: Visit) {
  for (const [part, screen] of [
    ['Your own patterns', 'breathe-own'],
    ['What is known', 'breathe-known'],
    ['Taken', 'breathe-taken'],
  ] as const) {
    await main.getByRole('tab', { name: part }).click()
    await lull.step(500)
    await visit(screen, main, lull)
  }
}

export async function aPause(lull: Lull, visit: Visit) {
  await lull.tray.press('One minute')
  const pause = await lull.window('pause')
  // Every third pause from a minute up asks how tense one is.
  const asked = pause.getByText('How tense are you, right now?')
  await pause
    .getByText(/breathe in|How tense/)
    .first()
    .waitFor()
  if (await asked.isVisible()) {
    await visit('pause-before', pause, lull)
    await pause.getByRole('button', { name: 'Skip' }).click()
  }
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(3500)
  await visit('pause-in', pause, lull)
  await lull.step(3000)
  await visit('pause-out', pause, lull)
  await lull.secondProcess(['--call-started'])
  await lull.secondProcess(['--call-ended'])
  await lull.step(6000)
  await pause.getByRole('button', { name: 'Go on' }).waitFor()
  await visit('pause-held', pause, lull)
  await pause.getByRole('button', { name: 'Go on' }).click()
  await lull.step(60_500)
  await pause.getByText('That was your pause.').waitFor()
  await visit('pause-ended', pause, lull)
  await withHolds(lull, pause, visit)
  await lull.tray.press('Rest the eyes')
  await pause.getByRole('main').getByText('Look at something far away').waitFor()
  await lull.step(1500)
  await visit('pause-eyes', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await lull.step(500)
  await withoutMotion(lull, pause, visit)
  await pause.getByRole('button', { name: 'close' }).click()
}

/** The same breath where nothing may move: a word, a number, and a line that steps. */
async function withoutMotion(lull: Lull, pause: Page, visit: Visit) {
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('group', { name: 'Motion' }).getByText('None', { exact: true }).click()
  await main.getByText('Saved.').waitFor()
  await lull.tray.press('Three sighs')
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(1500)
  await visit('pause-still', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await lull.step(500)
}

/** A pattern with holds, from Breathe: what is to be known first, and then a hold. */
async function withHolds(lull: Lull, pause: Page, visit: Visit) {
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Breathe', exact: true }).click()
  await lull.step(1000)
  await main.getByText('More patterns').click()
  await main.getByRole('button', { name: /Begin.*Box/ }).click()
  await pause.getByRole('heading', { name: 'Before a pattern with holds' }).waitFor()
  await visit('pause-holds', pause, lull)
  await pause.getByRole('button', { name: 'Go on' }).click()
  await lull.step(500)
  const skip = pause.getByRole('button', { name: 'Skip' })
  if (await skip.isVisible()) await skip.click()
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(5500)
  await visit('pause-hold', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await pause.getByText('That counts too.').waitFor()
}
