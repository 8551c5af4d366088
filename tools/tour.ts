/**
 * Lull's main job played without a display, as an agent would do it: a tough call, the card, a note,
 * a pause, Today, Trends, the lock. On a throw-away profile; leaves a picture of each step in out/tour.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type Lull } from './driver/driver.ts'

const folder = join(import.meta.dirname, '../out/tour')
const passphrase = 'a throw-away passphrase'
let pictures = 0

async function picture(page: Page, what: string) {
  const file = `${String(++pictures).padStart(2, '0')}-${what.replaceAll(/\W+/g, '-')}.png`
  await page.screenshot({ path: join(folder, file) })
  process.stdout.write(`  ${what} (out/tour/${file})\n`)
}

async function firstCheckIn(lull: Lull): Promise<Page> {
  const main = await lull.window('main')
  await main.getByText('No moments noted yet').waitFor()
  await picture(main, 'Today, on the first day')
  await main.getByText('4', { exact: true }).first().click()
  await main.getByText('And how much energy?').waitFor()
  await main.getByText('6', { exact: true }).first().click()
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').waitFor()
  await picture(unlock, 'the first save asks for a passphrase')
  await unlock.getByLabel('Passphrase').fill(passphrase)
  await unlock.getByLabel('The same once more').fill(passphrase)
  await unlock.getByRole('button', { name: 'Begin' }).click()
  const later = unlock.getByRole('button', { name: 'Remind me at home' })
  await later.waitFor()
  await picture(unlock, 'the recovery key can wait')
  await later.click()
  await main.getByText('Kept.').waitFor()
  return main
}

async function toughCall(lull: Lull) {
  await lull.secondProcess(['--call-started'])
  await lull.step(60_000)
  await lull.shortcut('CommandOrControl+Shift+F9')
  await lull.secondProcess(['--call-ended'])
  await lull.step(12_000)
  const card = await lull.window('card')
  const note = card.getByRole('button', { name: 'Note' })
  await note.waitFor()
  await picture(card, 'the card, after the call has ended')
  await note.click()
}

async function note(lull: Lull) {
  const page = await lull.window('note')
  await page.getByText('How hard was it?').waitFor()
  await picture(page, 'how hard it was')
  await lull.press('4')
  await page.getByText('What was it?').waitFor()
  await lull.press('1')
  await picture(page, 'what it was')
  await lull.press('Enter')
  await page.getByText('May you keep notes at this desk?').waitFor()
  await picture(page, 'numbers, or numbers and words')
  await lull.press('2')
  await page.getByRole('textbox').waitFor()
  await lull.type('That the parcel went wrong long before the call did.')
  await picture(page, 'one question')
  await lull.press('Enter')
  await page.getByText('It’s kept.').waitFor()
  await picture(page, 'a step from there')
  await lull.press('Enter')
}

async function pause(lull: Lull) {
  await lull.tray.press('Take a pause')
  const page = await lull.window('pause')
  await page.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(3500)
  await picture(page, 'a pause, breathing in')
  await lull.step(3000)
  await picture(page, 'a pause, breathing out')
  await lull.step(54_000)
  await page.getByText('That was your pause.').waitFor()
  await picture(page, 'a pause, ended')
  await lull.press('Escape')
}

async function afterwards(lull: Lull, main: Page) {
  await main.getByText('1 moment noted').waitFor()
  await main.getByText('Longer exhale').waitFor()
  await picture(main, 'Today, afterwards')
  await main.getByRole('button', { name: 'Trends' }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Stress, shift by shift' }).waitFor()
  await main.locator('[data-dot=shift]').first().waitFor()
  await picture(main, 'Trends, a dot a shift')
  await lull.tray.press('Lock')
  await lull.tray.press('Open Lull')
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').waitFor()
  await picture(unlock, 'locked')
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
try {
  const main = await firstCheckIn(lull)
  await toughCall(lull)
  await note(lull)
  await pause(lull)
  await afterwards(lull, main)
} finally {
  await lull.kill()
}
process.stdout.write(`${pictures} pictures in out/tour.\n`)
