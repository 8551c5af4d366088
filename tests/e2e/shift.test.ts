import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, seen, toughOne, unlock, words } from './agent.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
/** A desk in Berlin, on the night on which summer time ends; it is 22:00. */
async function atNight(): Promise<{ lull: Lull; main: Page }> {
  const lull = await launch({ clock: '2026-10-24T20:00:00Z', timezone: 'Europe/Berlin' })
  running.push(lull)
  const main = await beginJournal(lull)
  return { lull, main }
}
/** Lull is quit and comes back at another time of the night, and the journal is unlocked. */
async function back(
  lull: Lull,
  clock: string,
  killed = false,
): Promise<{ lull: Lull; main: Page }> {
  const { profile } = lull
  if (!killed) await lull.quit()
  const again = await launch({ profile, clock, timezone: 'Europe/Berlin' })
  running.push(again)
  await unlock(again)
  return { lull: again, main: await again.window('main') }
}
const focused = (main: Page) => main.evaluate(() => document.activeElement?.textContent ?? '')
async function toMain(lull: Lull, main: Page) {
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
}

describe('a shift', () => {
  it('begins and ends by keyboard, over midnight and the hour that comes twice', async () => {
    let { lull, main } = await atNight()
    await toMain(lull, main)
    await main.getByRole('button', { name: 'Start the shift' }).focus()
    await lull.press('Enter')
    await main.getByText('How rested are you?').waitFor()
    // One question at a time.
    expect(await words(main)).not.toContain('Check in again')
    await lull.press('2')
    await main.getByText('Think of one time you helped someone').waitFor()
    await seen(() => focused(main)).toBe('Done')
    await lull.press('Enter')
    await main.getByText('Shift start: tired').waitFor()

    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'The parcel went to Zürich twice.')
    await lull.shortcut(toughOne)
    ;({ lull, main } = await back(lull, '2026-10-24T22:01:00Z'))
    await lull.shortcut(toughOne)
    ;({ lull, main } = await back(lull, '2026-10-25T01:30:00Z'))
    await lull.shortcut(toughOne)
    ;({ lull, main } = await back(lull, '2026-10-25T05:50:00Z'))

    await toMain(lull, main)
    await main.getByRole('button', { name: 'End the shift' }).focus()
    await lull.press('Enter')
    await main.getByText('How much stress was in this shift?').waitFor()
    await lull.press('7')
    await main.getByText('And how much energy is there now?').waitFor()
    await lull.press('3')
    await main.getByText('3 moments weren’t noted').waitFor()
    const times = await main.locator('main time').allInnerTexts()
    // The last one came three and a half hours after the one before: the clocks went back.
    expect(times).toEqual(['22:00', '00:01', '02:30'])
    expect(await words(main)).not.toContain('Zürich')

    await main.getByRole('button', { name: 'Look' }).focus()
    await lull.press('Enter')
    await main.getByText('How hard was it?').waitFor()
    await lull.press('5')
    await main.getByText('What was it?').waitFor()
    await main.getByText('Abusive', { exact: true }).click()
    await main.getByText('That should not have happened to you.').waitFor()
    await seen(() => focused(main)).toBe('Talk to someone')
    await main.getByRole('button', { name: 'Close', exact: true }).click()
    await main.getByRole('button', { name: 'Leave them' }).waitFor()
    await seen(() => focused(main)).toContain('Leave them')
    await lull.press('Enter')

    await main.getByText('One thing that went right, or a kindness').waitFor()
    await main.getByText('Left without a note.').waitFor()
    await lull.type('Jo brought coffee.')
    await lull.press('Enter')
    await main.getByText('What does you good after a shift?').waitFor()
    await main.getByText('a walk', { exact: true }).click()
    await main.getByRole('button', { name: 'Go on' }).click()
    await main.getByRole('button', { name: 'I’ll do that' }).click()
    await main.getByText('That was your shift.').waitFor()
    const closing = await words(main)
    expect(closing).toContain('Now: a walk')
    expect(closing).not.toMatch(/abusive|Zürich/i)
    expect(closing).toContain('Sat, Oct 24')
    await seen(() => focused(main)).toBe('Close the window')
    await lull.press('Enter')
    await seen(
      async () => (await lull.windows()).find(({ name }) => name === 'main')?.visible,
    ).not.toBe(true)

    // The next night: after what was abusive, neither of the two; what was left is gone silently.
    ;({ lull, main } = await back(lull, '2026-10-25T21:00:00Z'))
    await toMain(lull, main)
    await main.getByRole('button', { name: 'Start the shift' }).click()
    await lull.press('4')
    await main.getByText('Shift start: rested').waitFor()
    await main.getByRole('button', { name: 'End the shift' }).click()
    await main.getByText('How much stress was in this shift?').waitFor()
    await main.getByRole('button', { name: 'Skip' }).click()
    await main.getByText('One thing that went right, or a kindness').waitFor()
    await main.getByText('Good things you wrote down before').click()
    await main.getByText('Jo brought coffee.').waitFor()
    expect(await words(main)).toContain('Sat, Oct 24')
    await main.getByRole('button', { name: 'I’m still working' }).click()
    await main.getByRole('button', { name: 'End the shift' }).waitFor()
  })

  it('has no text field where only numbers are kept', async () => {
    const { lull, main } = await atNight()
    await toMain(lull, main)
    await main.getByRole('button', { name: 'End the shift' }).click()
    await main.getByText('How much stress was in this shift?').waitFor()
    await main.getByRole('button', { name: 'Skip' }).click()
    await main.getByText('Did one thing go right, or was somebody kind?').waitFor()
    const fields = () => main.locator('input:not([type=radio], [type=checkbox]), textarea').count()
    expect(await fields()).toBe(0)
    await seen(() => focused(main)).toBe('Yes, one came to mind')
    await lull.press('Enter')
    await main.getByText('What does you good after a shift?').waitFor()
    expect(await fields()).toBe(0)
    await main.getByText('music', { exact: true }).click()
    await main.getByRole('button', { name: 'Go on' }).click()
    await main.getByText('Something that does you good').waitFor()
    await main.getByRole('button', { name: 'Skip' }).click()
    await main.getByText('That was your shift.').waitFor()
  })

  it('keeps what is being typed through a kill, where it was', async () => {
    const { lull, main } = await atNight()
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'a note')
    await toMain(lull, main)
    await main.getByRole('button', { name: 'End the shift' }).click()
    await main.getByText('How much stress was in this shift?').waitFor()
    await main.getByRole('button', { name: 'Skip' }).click()
    await main.getByText('One thing that went right, or a kindness').waitFor()
    await lull.type('Somebody was ki')
    await lull.step(1000)
    await lull.kill()
    const { main: page } = await back(lull, '2026-10-24T20:05:00Z', true)
    await page.getByText('One thing that went right, or a kindness').waitFor()
    expect(await page.locator('textarea').inputValue()).toBe('Somebody was ki')
  })
})
