/** What an agent does at the desk, as steps: keys and clicks on the built program. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Lull } from '../../tools/driver/driver.ts'

export const passphrase = 'a quiet place to breathe'

/** Ctrl+Shift+F9 unless the agent chose another. */
export const toughOne = 'CommandOrControl+Shift+F9'

/** Waits, by looking, until what is seen is so. Only for what crosses processes. */
export const seen = (look: () => unknown, timeout = 10_000): ReturnType<typeof expect.poll> =>
  expect.poll(async () => look(), { timeout, interval: 50 })

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

/** Writes a first note, a hard one, up to its words, and answers "May you keep notes at this desk?". */
export async function firstNoteBeingWritten(lull: Lull, text: string): Promise<Page> {
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
  return note
}

/** The same, and saves it. */
export async function firstNoteWithWords(lull: Lull, text: string): Promise<void> {
  const note = await firstNoteBeingWritten(lull, text)
  await lull.press('Enter')
  await note.getByText('It’s kept. And from here?').waitFor()
  await lull.press('Enter')
  await gone(lull, 'note')
}

/** Asks for a note and writes it up to its words: how hard it was and what, each by its digit. */
export async function noteBeingWritten(
  lull: Lull,
  [hard, type]: readonly [hard: string, type: string],
  text: string,
): Promise<Page> {
  await lull.secondProcess(['--note'])
  const note = await lull.window('note')
  await seen(() => lull.focus()).toBe('note')
  await note.getByText('How hard was it?').waitFor()
  await lull.press(hard)
  await note.getByText('What was it?').waitFor()
  await lull.press(type)
  await note.getByText('A few words, if you like').waitFor()
  await lull.type(text)
  return note
}

/** Presses the button of this name in the page's main part, by keyboard. */
export async function pressButton(lull: Lull, page: Page, name: string): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name, exact: true }).first()
  await button.waitFor()
  await button.focus()
  await lull.press('Enter')
}

export type MayBeKept = 'Numbers only' | 'Numbers and words'

/** Chooses in Settings what may be kept here, and stays there. */
export async function mayKeep(lull: Lull, main: Page, what: MayBeKept): Promise<void> {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  const group = main.getByRole('group', { name: 'What may be kept at this desk?' })
  await group.getByText(what, { exact: true }).click()
  await main.getByText('Saved.').waitFor()
}

/** Steps until it is there to see: what is loaded when it is first looked at comes after a while. */
export async function comes(lull: Lull, what: Locator): Promise<void> {
  await seen(async () => {
    await lull.step(200)
    return what.first().isVisible()
  }).toBe(true)
}

export async function gone(lull: Lull, name: string): Promise<void> {
  await seen(async () => (await lull.windows()).map((each) => each.name)).not.toContain(name)
}
