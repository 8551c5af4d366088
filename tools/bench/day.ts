/** How long main's event loop stands still at the most while an agent works a day with Lull. */
import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { demoPassphrase } from '../demo/write.ts'
import { zone } from '../demo/plan.ts'
import type { Lull } from '../driver/driver.ts'
import { pictureProfile } from '../screens/steps.ts'
import { sleep } from '../stand-in/real-time.ts'
import { median, type Measured } from './figures.ts'
import { launchProbed } from './probe.ts'

const days = 3
/**
 * A sampled profile points to the stand-in's own `spawn`, its answers to pages, and waiting for a core
 * that Chromium has, in the same process as Lull's main. So a figure from here would say nothing of
 * Lull's main, neither good nor bad.
 */
const whyNotHere = 'main and the stand-in are one process here; their stalls can’t be told apart'
/** A quarter of the usual gap of 45 s goes by before the card. */
const cardComesMs = 11_000

/**
 * The median of some days' longest stall. It is looked at from the first window on, by the real clock:
 * what Lull does while it starts is the start's figure.
 */
export async function day(): Promise<Measured[]> {
  if (process.env['LULL_RUNTIME'] !== 'electron')
    return [{ id: 'main.block', value: null, note: whyNotHere }]
  const longest: number[] = []
  for (let each = 0; each < days; each++) longest.push(await aDay())
  return [
    {
      id: 'main.block',
      value: median(longest),
      note: `${days} scripted days: ${longest.map((ms) => ms.toFixed(1)).join(', ')} ms`,
    },
  ]
}

async function aDay(): Promise<number> {
  const year = await pictureProfile()
  const { lull, ask } = await launchProbed({ profile: year.profile, timezone: zone })
  try {
    await lull.window('unlock')
    await ask('watch')
    const main = await unlock(lull)
    await toughCall(lull)
    await aPause(lull)
    await lookAround(main)
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    await unlock(lull)
    return (await ask('stall')).longestMs
  } finally {
    await lull.kill()
    rmSync(year.profile, { recursive: true, force: true })
  }
}

async function unlock(lull: Lull): Promise<Page> {
  const page = await lull.window('unlock')
  await page.getByLabel('Passphrase').fill(demoPassphrase)
  await page.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  return main
}

async function toughCall(lull: Lull) {
  await lull.secondProcess(['--call-started'])
  await lull.shortcut('CommandOrControl+Shift+F9')
  await lull.secondProcess(['--call-ended'])
  await sleep(cardComesMs)
  const card = await lull.window('card')
  await card.getByRole('button', { name: 'Note' }).click()
  const note = await lull.window('note')
  await note.getByText('How hard was it?').waitFor()
  await note.getByText('4', { exact: true }).first().click()
  await note.getByText('What was it?').waitFor()
  await note.keyboard.press('2')
  await note.getByRole('textbox').waitFor()
  await note.keyboard.type('The parcel went to the wrong town twice.', { delay: 20 })
  await note.keyboard.press('Control+Enter')
  await note.getByText('It’s kept.').waitFor()
  await note.keyboard.press('Enter')
}

async function aPause(lull: Lull) {
  await lull.tray.press('Take a pause')
  const pause = await lull.window('pause')
  await pause.getByText('breathe in').waitFor()
  await pause.getByText('breathe out').waitFor()
  await pause.keyboard.press('Escape')
  await pause.getByText('That counts too.').waitFor()
  await pause.keyboard.press('Escape')
}

/** Every page of the main window, and a change of the look. */
async function lookAround(main: Page) {
  for (const name of ['Today', 'Breathe', 'Journal', 'Trends', 'Week', 'Guide', 'Settings'])
    await main.getByRole('button', { name, exact: true }).click()
  for (const choice of ['Dark', 'Light'])
    await main.getByRole('group', { name: 'Theme' }).getByText(choice, { exact: true }).click()
  await main.getByText('Saved.').waitFor()
  await main.getByRole('button', { name: 'Today', exact: true }).click()
}
