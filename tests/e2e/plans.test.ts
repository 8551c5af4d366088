import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  comes,
  firstNoteWithWords,
  gone,
  mayKeep,
  seen,
  unlock,
  words,
} from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})
const start = async () => {
  lull = await launch({ clock: '2026-11-22T14:00:00Z' })
  return lull
}
const shouting = 'If a caller shouts, then I name my limit once, calmly.'
const focused = (main: Page) => main.evaluate(() => document.activeElement?.textContent ?? '')

async function openPlans(here: Lull, main: Page): Promise<void> {
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await comes(here, main.getByRole('main').getByRole('button', { name: /our plans$/ }))
  await main
    .getByRole('main')
    .getByRole('button', { name: /our plans$/ })
    .click()
  await comes(here, main.getByRole('heading', { name: 'Your plans' }))
}
async function make(main: Page, when: string, will: string): Promise<void> {
  await main.getByRole('button', { name: 'Make a plan' }).click()
  await main.getByLabel('If', { exact: true }).selectOption(when)
  await main.getByLabel('then I', { exact: true }).selectOption(will)
  await main.getByRole('button', { name: 'Keep the plan' }).click()
}

describe('an if-then plan', () => {
  it('is made by keyboard, rehearsed in ten seconds, marked, and counted plainly', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await openPlans(here, main)
    await main.getByText('A plan is one sentence').waitFor()
    await main.getByRole('button', { name: 'Make a plan' }).focus()
    await here.press('Enter')
    await main.getByLabel('If', { exact: true }).waitFor()
    await here.type('a caller sh')
    await here.press('Tab')
    await here.type('name my')
    await main.getByText(shouting, { exact: true }).waitFor()
    await here.press('Tab')
    await here.press('Enter')
    await main.getByText('Saved.').waitFor()
    await main.getByRole('heading', { name: 'In use' }).waitFor()
    await seen(() => focused(main)).toBe('Your plans')

    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await comes(here, main.getByRole('button', { name: 'See it once' }))
    await main.getByRole('button', { name: 'See it once' }).focus()
    await here.press('Enter')
    await seen(() => focused(main)).toBe(shouting)
    await here.step(9000)
    expect(await main.getByRole('button', { name: 'See it once more' }).count()).toBe(0)
    await here.step(1100)
    await main.getByText('It’s there when you need it.').waitFor()
    await seen(() => focused(main)).toBe('See it once more')

    await main.getByText('At the end of the shift').click()
    await main.getByRole('group', { name: shouting }).getByText('Used it').click()
    await main.getByText('By your mark: used in the one shift in which it came up.').waitFor()
    await main.getByRole('group', { name: shouting }).getByText('It didn’t come up').click()
    await main.getByText('By your mark').waitFor({ state: 'detached' })
    expect(await words(main)).not.toMatch(/!|streak|well done|great/i)
  })

  it('makes room for a fourth by the agent’s choice, and all of it can be taken back', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await openPlans(here, main)
    await make(main, 'angry', 'limit')
    await make(main, 'blaming', 'next-step')
    await make(main, 'doubted', 'feet')
    await make(main, 'good', 'breathe-out')
    await main.getByText('Choose one that rests.').waitFor()
    await main
      .getByRole('group', { name: 'Three plans are in use. Which one rests for it?' })
      .getByText(shouting)
      .click()
    await main.getByRole('button', { name: 'Keep the plan' }).click()
    await main.getByRole('heading', { name: 'Resting' }).waitFor()
    const resting = main.getByRole('region', { name: 'Resting' })
    expect(await resting.innerText()).toContain(shouting)
    await here.press('Control+z')
    await resting.waitFor({ state: 'detached' })
    expect(await main.getByRole('region', { name: 'In use' }).innerText()).toContain(shouting)

    const shouted = main.getByRole('listitem').filter({ hasText: shouting })
    await shouted.getByRole('button', { name: 'Let it rest' }).click()
    await resting.getByRole('button', { name: 'Delete' }).click()
    await main.getByText('The plan is gone.').waitFor()
    expect(await main.getByText(shouting).count()).toBe(0)
    await main.getByRole('button', { name: 'Undo' }).click()
    await resting.getByText(shouting).waitFor()
  })

  it('begins from a journal entry in one step, in own words where those are allowed', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await here.secondProcess(['--note'])
    await firstNoteWithWords(here, 'A long one.')
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await comes(here, main.locator('button[data-note]'))
    await main.locator('button[data-note]').click()
    await main.getByRole('button', { name: 'Make a plan from this' }).click()
    await comes(here, main.getByLabel('then I', { exact: true }))
    expect(await main.getByLabel('If', { exact: true }).inputValue()).toBe('angry')
    await main.getByLabel('then I', { exact: true }).selectOption('words')
    await main.getByLabel('Then I, in your own words').fill('look out of the window')
    await here.press('Enter')
    await main.getByText('If a caller shouts, then I look out of the window.').waitFor()

    await mayKeep(here, main, 'Numbers only')
    await openPlans(here, main)
    await main.getByText('your own words aren’t shown at this desk').waitFor()
    expect(await words(main)).not.toContain('window')
    expect(await main.getByRole('button', { name: 'Change' }).count()).toBe(0)
    await main.getByRole('button', { name: 'Make a plan' }).click()
    expect(await main.getByRole('option', { name: 'In my own words' }).count()).toBe(0)
    expect(await main.getByRole('textbox').count()).toBe(0)
  })

  it('refuses words that are no line with a sentence, and goes with the lock', async () => {
    const here = await start()
    const main = await beginJournal(here)
    await here.secondProcess(['--note'])
    await firstNoteWithWords(here, 'One.')
    await openPlans(here, main)
    await main.getByRole('button', { name: 'Make a plan' }).click()
    await main.getByLabel('If', { exact: true }).selectOption('words')
    const mine = main.getByLabel('If, in your own words')
    await mine.fill('x'.repeat(121))
    await main.getByLabel('then I', { exact: true }).selectOption('feet')
    await main.getByRole('button', { name: 'Keep the plan' }).click()
    await main.getByText('That is longer than 120 signs.').waitFor()
    expect(await mine.inputValue()).toHaveLength(121)
    await mine.fill('the line drops')
    await main.getByRole('button', { name: 'Keep the plan' }).click()
    // The form shows the sentence too; in the list it is kept.
    const inUse = main.getByRole('region', { name: 'In use' })
    await inUse.getByText('If the line drops, then I').waitFor()
    await here.tray.press('Lock')
    await gone(here, 'main')
    await here.tray.press('Open Lull')
    await unlock(here)
    const again = await here.window('main')
    await comes(here, again.getByText('If the line drops, then I'))
  })
})
