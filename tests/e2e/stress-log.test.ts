import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { PlannedShift } from '../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  checkIn,
  gone,
  mayKeep,
  type MayBeKept,
  passphrase,
  seen,
  unlock,
  words,
} from './agent.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
/** A shift in Manila that began ten minutes ago with a check-in. */
async function atWork(): Promise<{ lull: Lull; main: Page }> {
  const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  const main = await beginJournal(lull)
  await lull.step(600_000)
  return { lull, main }
}
const go = async (lull: Lull, main: Page, page: string) => {
  await main.getByRole('navigation').getByRole('button', { name: page, exact: true }).click()
  await lull.step(1000)
}
async function withWords(lull: Lull, main: Page, mode: MayBeKept = 'Numbers and words') {
  await mayKeep(lull, main, mode)
  await go(lull, main, 'Today')
}
const focused = (main: Page) => main.evaluate(() => document.activeElement?.textContent ?? '')
/** What is loaded only now takes a moment of the page's own time. */
async function moreIsThere(lull: Lull, main: Page) {
  await seen(async () => {
    await lull.step(100)
    return main.getByText('What your body says').isVisible()
  }).toBe(true)
}
const lines = (main: Page) => main.locator('button[data-check-in]')
const allCheckIns = async (lull: Lull, main: Page) => {
  await main.getByRole('main').getByRole('button', { name: 'All check-ins' }).click()
  await lull.step(500)
  await main.getByRole('heading', { name: 'Check-ins' }).waitFor()
}
/** The taps stand there, and hear keys. */
async function tapsAreAsked(lull: Lull, main: Page) {
  await seen(() => lull.focus()).toBe('main')
  await main.getByText('How much stress, right now?').waitFor()
  await seen(() => main.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
}

describe('the stress log', () => {
  it('takes two taps, keeps them before anything else is asked, and more by keyboard', async () => {
    const { lull, main } = await atWork()
    await withWords(lull, main)
    await main.getByRole('button', { name: 'Check in again' }).focus()
    await lull.press('Enter')
    await main.getByText('How much stress, right now?').waitFor()
    await lull.press('8')
    await main.getByText('And how much energy?').waitFor()
    await lull.press('2')
    await main.getByText('Stress 8 of 10, energy 2 of 10. Kept.').waitFor()
    // Nothing more was loaded or asked before that.
    expect(await words(main)).not.toContain('What your body says')
    await main.getByRole('button', { name: 'Say more' }).focus()
    await lull.press('Enter')
    await moreIsThere(lull, main)
    await seen(() => main.evaluate(() => document.activeElement?.getAttribute('type'))).toBe(
      'radio',
    )
    await main.getByLabel('a tight jaw').focus()
    await lull.press('Space')
    await main.getByLabel('a lot', { exact: true }).focus()
    await lull.press('Space')
    await main.getByLabel('A few words, if you like').focus()
    await lull.type('quillwort in the queue')
    await lull.step(1000)
    await lull.press('Escape')
    await main.getByText('Saved.').waitFor()
    await seen(() => focused(main)).toBe('Say more')
    await allCheckIns(lull, main)
    await seen(() => lines(main).first().innerText()).toContain('a lot, a tight jaw')
    expect(await lines(main).first().innerText()).toContain('quillwort in the queue')
    expect(await lines(main).count()).toBe(2)
  })

  it('keeps what is being said through a kill', async () => {
    const { lull, main } = await atWork()
    await withWords(lull, main)
    await main.getByRole('button', { name: 'Say more' }).click()
    await moreIsThere(lull, main)
    await main.getByLabel('A few words, if you like').fill('quillwort')
    await lull.step(1000)
    await lull.kill()
    const again = await launch({
      profile: lull.profile,
      clock: '2026-11-22T14:15:00Z',
      timezone: 'Asia/Manila',
    })
    running.push(again)
    await unlock(again)
    const page = await again.window('main')
    await page.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    await page.getByRole('button', { name: 'Say more' }).click()
    await moreIsThere(again, page)
    await seen(() => page.getByLabel('A few words, if you like').inputValue()).toBe('quillwort')
  })

  it('is changed, taken out and brought back, and takes one of an earlier time, by keyboard', async () => {
    const { lull, main } = await atWork()
    await checkInAgain(main, 9, 1)
    await allCheckIns(lull, main)
    await seen(() => lines(main).allInnerTexts()).toEqual([
      expect.stringContaining('Stress 9, energy 1'),
      expect.stringContaining('Stress 4, energy 6'),
    ])
    await lines(main).first().focus()
    await lull.press('Enter')
    await main.getByRole('button', { name: 'Delete the check-in' }).waitFor()
    await seen(() => main.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('9')
    await lull.press('ArrowLeft')
    await lull.step(1000)
    await lull.press('Escape')
    await seen(() => lines(main).first().innerText()).toContain('Stress 8, energy 1')
    await seen(() => focused(main)).toContain('Stress 8')
    await lull.press('Control+z')
    await seen(() => lines(main).first().innerText()).toContain('Stress 9, energy 1')

    await lull.press('Enter')
    await main.getByRole('button', { name: 'Delete the check-in' }).focus()
    await lull.press('Enter')
    await main.getByText('The check-in is gone.').waitFor()
    await seen(() => lines(main).count()).toBe(1)
    await lull.press('Control+z')
    await seen(() => lines(main).count()).toBe(2)
    await lines(main).first().click()
    await main.getByRole('button', { name: 'Delete the check-in' }).click()
    await main.getByText('The check-in is gone.').waitFor()
    await lull.step(8000)
    await seen(() => words(main)).not.toContain('Undo')
    expect(await lines(main).count()).toBe(1)

    await main.getByRole('button', { name: 'Add one of an earlier time' }).click()
    await main.getByLabel('Date', { exact: true }).fill('2026-11-20')
    await lull.press('Enter')
    await main.getByText('A date, a time and two numbers, please.').waitFor()
    await main.getByLabel('Time', { exact: true }).fill('23:10')
    await main.getByRole('group', { name: 'Stress' }).getByText('7', { exact: true }).click()
    await main.getByRole('group', { name: 'Energy' }).getByText('3', { exact: true }).click()
    await main.getByRole('button', { name: 'Add it' }).click()
    await main.getByText('added later').waitFor()
    await seen(() => words(main)).toContain('Fri, Nov 20, 2026')
    expect(await words(main)).toContain('Stress 7, energy 3')
    await go(lull, main, 'Trends')
    await seen(() => main.locator('[data-dot=shift]').count()).toBe(2)
  })

  it('has no text field and shows no word where only numbers are kept', async () => {
    const { lull, main } = await atWork()
    await withWords(lull, main)
    await main.getByRole('button', { name: 'Say more' }).click()
    await moreIsThere(lull, main)
    await main.getByLabel('A few words, if you like').fill('quillwort')
    await lull.step(1000)
    await withWords(lull, main, 'Numbers only')
    await main.getByRole('button', { name: 'Say more' }).click()
    await moreIsThere(lull, main)
    await main.getByText('Its words aren’t shown at this desk.').waitFor()
    expect(await main.locator('textarea, input[type=text]').count()).toBe(0)
    await allCheckIns(lull, main)
    expect(await main.content()).not.toContain('quillwort')
    await go(lull, main, 'Settings')
    await main.getByText('1 check-in has words.').waitFor()
  })
})

/** Over the one that stands there. */
async function checkInAgain(main: Page, stress: number, energy: number) {
  await main.getByRole('button', { name: 'Check in again' }).click()
  await main.getByText('How much stress, right now?').waitFor()
  await checkIn(main, stress, energy)
  await main.getByText(`Stress ${stress} of 10, energy ${energy} of 10. Kept.`).waitFor()
}

describe('a check-in is asked for', () => {
  it('from the tray and the command line, over whatever page stands there, with the keys on it', async () => {
    const { lull, main } = await atWork()
    await go(lull, main, 'Guide')
    await lull.tray.press('Check in')
    await tapsAreAsked(lull, main)
    await lull.press('5')
    await main.getByText('And how much energy?').waitFor()
    await lull.press('5')
    await main.getByText('Stress 5 of 10, energy 5 of 10. Kept.').waitFor()
    // The end of the shift gives way to what was asked for, and comes back.
    await main.getByRole('button', { name: 'End the shift' }).click()
    await main.getByText('How much stress was in this shift?').waitFor()
    await lull.secondProcess(['--check-in'])
    await tapsAreAsked(lull, main)
    expect(await words(main)).not.toContain('How much stress was in this shift?')
    await lull.press('7')
    await main.getByText('And how much energy?').waitFor()
    await lull.press('1')
    await main.getByText('Stress 7 of 10, energy 1 of 10. Kept.').waitFor()
    await main.getByText('How much stress was in this shift?').waitFor()
  })

  it('by its shortcut, while the journal is locked: after the passphrase the taps are there', async () => {
    const { lull, main } = await atWork()
    await go(lull, main, 'Settings')
    const group = main.getByRole('group', { name: 'Check in' })
    await group.getByRole('button', { name: 'Choose' }).click()
    await lull.press('Control+Shift+F8')
    await group.getByText('Shift').first().waitFor()
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.shortcut('CommandOrControl+Shift+F8')
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').waitFor()
    await seen(() => lull.focus()).toBe('unlock')
    await lull.type(passphrase)
    await lull.press('Enter')
    const again = await lull.window('main')
    await tapsAreAsked(lull, again)
    await lull.press('3')
    await again.getByText('And how much energy?').waitFor()
    await lull.press('6')
    await again.getByText('Stress 3 of 10, energy 6 of 10. Kept.').waitFor()
  })

  it('at a random moment of the shift, where the agent wants that, by one neutral card', async () => {
    // Five shifts that were over at once: the moments of the next one lie twenty minutes after its start.
    const profile = mkdtempSync(join(tmpdir(), 'lull-reminded-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    await write([16, 17, 18, 19, 20, 21].map(shiftOf), join(profile, 'journal'))
    const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
    running.push(lull)
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(demoPassphrase)
    await page.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByText('How much stress, right now?').waitFor()
    await checkIn(main, 4, 6)
    await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    await go(lull, main, 'Settings')
    const group = main.getByRole('group', { name: 'Ask for a check-in, in a shift' })
    await group.getByText('Three times', { exact: true }).click()
    await main.getByText('Saved.').waitFor()
    await go(lull, main, 'Today')
    await lull.step(18 * 60_000)
    const hasCard = async () => (await lull.windows()).some(({ name }) => name === 'card')
    expect(await hasCard()).toBe(false)
    for (let nth = 0; nth < 15 && !(await hasCard()); nth++) await lull.step(10_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Check in' }).waitFor()
    expect(await card.getByRole('button').allInnerTexts()).toEqual([
      expect.stringContaining('Check in'),
      expect.stringContaining('Not now'),
    ])
    expect(await words(card)).not.toMatch(/stress|how/i)
    await card.getByRole('button', { name: 'Check in' }).click()
    await gone(lull, 'card')
    await tapsAreAsked(lull, main)
    await lull.press('2')
    await main.getByText('And how much energy?').waitFor()
    await lull.press('7')
    await main.getByText('Stress 2 of 10, energy 7 of 10. Kept.').waitFor()
    await allCheckIns(lull, main)
    await seen(() => lines(main).first().innerText()).toContain('asked by a reminder')
  })
})

/** A shift of one check-in. */
function shiftOf(day: number): PlannedShift {
  const at = Date.parse(`2026-11-${day}T14:00:00Z`)
  return {
    date: `2026-11-${day}`,
    kind: 'night',
    work: 'calls',
    startsAt: at,
    endsAt: at,
    events: [{ at, what: 'check-in', kind: 'own', stress: 4, energy: 6 }],
  }
}
