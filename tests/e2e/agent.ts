/** What an agent does at the desk, as steps: keys and clicks on the built program. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Lull } from '../../tools/driver/driver.ts'

export const passphrase = 'a quiet place to breathe'

/** Ctrl+Shift+F9 unless the agent chose another. */
export const toughOne = 'CommandOrControl+Shift+F9'

/** Waits, by looking, until what is seen is so. Only for what crosses processes. */
export const seen = (look: () => unknown): ReturnType<typeof expect.poll> =>
  expect.poll(async () => look(), { timeout: 10_000, interval: 50 })

/** The text that a person sees in a window. */
export const words = (page: Page): Promise<string> => page.locator('body').innerText()

/** Chooses a passphrase in the unlock window, by keyboard, and leaves the recovery key for later. */
export async function choosePassphrase(lull: Lull): Promise<void> {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(passphrase)
  await lull.press('Tab')
  await lull.type(passphrase)
  await lull.press('Enter')
  await unlock.getByRole('button', { name: 'Remind me at home' }).click()
  await gone(lull, 'unlock')
}

/** Opens a locked journal with the passphrase. */
export async function unlock(lull: Lull): Promise<void> {
  const page = await lull.window('unlock')
  await page.getByLabel('Passphrase').waitFor()
  await seen(() => lull.focus()).toBe('unlock')
  await lull.type(passphrase)
  await lull.press('Enter')
  await gone(lull, 'unlock')
}

/** A journal with one check-in in it, begun as a person begins one. Leaves the main window open. */
export async function beginJournal(lull: Lull): Promise<Page> {
  const main = await lull.window('main')
  await checkIn(main, 4, 6)
  await choosePassphrase(lull)
  await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
  return main
}

export async function checkIn(main: Page, stress: number, energy: number): Promise<void> {
  await main.getByText(String(stress), { exact: true }).first().click()
  await main.getByText('And how much energy?').waitFor()
  await main.getByText(String(energy), { exact: true }).first().click()
}

/** Answers "May you keep notes at this desk?" on the first note, a hard one, and saves that note. */
export async function firstNoteWithWords(lull: Lull, text: string): Promise<void> {
  const note = await lull.window('note')
  await seen(() => lull.focus()).toBe('note')
  await note.getByText('How hard was it?').waitFor()
  await lull.press('4')
  await note.getByText('What was it?').waitFor()
  await lull.press('1')
  await lull.press('Enter')
  await note.getByText('May you keep notes at this desk?').waitFor()
  await lull.press('2')
  await note.getByText('What would you tell a teammate who just had that?').waitFor()
  await lull.type(text)
  await lull.press('Enter')
  await note.getByText('It’s kept. And from here?').waitFor()
  await lull.press('Enter')
  await gone(lull, 'note')
}

export async function gone(lull: Lull, name: string): Promise<void> {
  await seen(async () => (await lull.windows()).map((each) => each.name)).not.toContain(name)
}
