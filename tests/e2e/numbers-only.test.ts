import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  firstNoteWithWords,
  gone,
  mayKeep,
  noteBeingWritten,
  seen,
  words,
} from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

/** Wherever something could be written or searched for. A passphrase is no word that is kept, nor is a time. */
const fields = [
  'textarea',
  'input:not([type])',
  'input[type=text]:not([data-holds=time])',
  'input[type=search]',
  'input[type=email]',
  'input[type=url]',
  'input[type=tel]',
  '[contenteditable]',
  '[role=textbox]',
  '[role=searchbox]',
  '[role=search] input',
].join(', ')

async function start(): Promise<{ here: Lull; main: Page }> {
  const here = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  lull = here
  const main = await beginJournal(here)
  return { here, main }
}
async function page(main: Page, here: Lull, name: string) {
  await main.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  await here.step(1000)
  await main.locator('h1').first().waitFor()
}
async function draft(here: Lull, text: string) {
  await here.step(60_000)
  await noteBeingWritten(here, ['3', '1'], text)
  await here.press('Escape')
  await gone(here, 'note')
}

/** The look back at the week, a step after the other, and the sheet that is made from there. */
async function theWeek(main: Page, here: Lull, look: (where: string, page: Page) => Promise<void>) {
  await main.getByRole('button', { name: 'Look back at it' }).click()
  for (const step of [
    'One thing that helped',
    'Something good',
    'One thing in your control',
    'And one that isn’t yours',
    'One plan for next week, or nothing',
  ]) {
    await main.getByRole('heading', { name: step }).waitFor()
    await look(step, main)
    await main.getByRole('button', { name: 'Skip' }).click()
    await here.step(300)
  }
  await main.getByRole('heading', { name: 'What you said of it' }).waitFor()
  await look('the week, answered', main)
  await main.getByRole('button', { name: 'Make a one-page sheet' }).click()
  await here.step(1000)
  await main.getByText('You never have to show this to anyone.').waitFor()
  for (const box of await main.getByRole('checkbox').all()) await box.check()
  await here.step(300)
  await look('the sheet', main)
}

/** Every page of every window that there is at a desk, one after the other. */
async function everywhere(
  main: Page,
  here: Lull,
  look: (where: string, page: Page) => Promise<void>,
) {
  for (const name of ['Today', 'Trends', 'Week', 'Settings', 'Journal', 'Breathe', 'Guide']) {
    await page(main, here, name)
    await look(name, main)
    if (name === 'Breathe')
      for (const tab of await main.getByRole('tab').allInnerTexts()) {
        await main.getByRole('tab', { name: tab }).click()
        await here.step(500)
        await look(`Breathe, ${tab}`, main)
      }
    if (name === 'Journal') {
      await main.locator('button[data-note]').first().click()
      await main.getByRole('button', { name: 'Done' }).waitFor()
      await look('an open note', main)
      for (const more of await main.getByText(/^More/).all()) await more.click()
      await look('an open note with all of it', main)
      await here.press('Escape')
    }
    if (name === 'Week') await theWeek(main, here, look)
    if (name === 'Guide')
      for (const each of ['Abusive', 'Angry', 'Say it back', 'Anger in writing']) {
        await main.getByRole('button', { name: each, exact: true }).click()
        await look(`the guide on ${each}`, main)
        await main.keyboard.press('Escape')
      }
  }
  for (const [name, heading] of [
    ['All check-ins', 'Check-ins'],
    ['Self-check', 'Self-check'],
  ] as const) {
    await page(main, here, 'Trends')
    await main.getByRole('main').getByRole('button', { name, exact: true }).click()
    await here.step(1000)
    await main.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await look(name, main)
    if (name !== 'All check-ins') continue
    await main.locator('button[data-check-in]').first().click()
    await main.getByText('What your body says').waitFor()
    await look('an open check-in', main)
    await here.press('Escape')
  }
  for (const [name, button] of [
    ['Support', main.getByRole('banner').getByRole('button', { name: 'Talk to someone' })],
    ['Incident', main.getByRole('main').getByRole('button', { name: 'Incident note' })],
  ] as const) {
    await button.click()
    await here.step(1000)
    await main.locator('h1').first().waitFor()
    await look(name, main)
  }
  await here.secondProcess(['--mark'])
  const card = await here.window('card')
  await card.getByRole('button', { name: 'Not now' }).waitFor()
  await look('card', card)
  await card.getByRole('button', { name: 'Not now' }).click()
  await here.secondProcess(['--pause'])
  const pause = await here.window('pause')
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await look('pause', pause)
  await here.press('Escape')
  await here.step(500)
  await look('after a pause', pause)
  await here.press('Escape')
  await gone(here, 'pause')
}

describe('a desk for numbers only', () => {
  it('has nowhere to write or to search, in any window, and shows no word that was written', async () => {
    const { here, main } = await start()
    await here.secondProcess(['--note'])
    await firstNoteWithWords(here, 'quillwort one')
    await draft(here, 'quillwort two')
    await here.tray.press('Open Lull')
    await mayKeep(here, main, 'Numbers only')
    const looked: string[] = []
    await everywhere(main, here, async (where, shown) => {
      looked.push(where)
      expect(await shown.locator(fields).count(), where).toBe(0)
      expect(await words(shown), where).not.toContain('quillwort')
      expect(await shown.content(), where).not.toContain('quillwort')
    })
    expect(looked.length).toBeGreaterThan(21)

    await here.secondProcess(['--note'])
    const note = await here.window('note')
    await seen(() => here.focus()).toBe('note')
    // Its numbers are where they were left; its words are not shown.
    await note.getByText('What was it?').waitFor()
    expect(await note.locator(fields).count()).toBe(0)
    expect(await note.content()).not.toContain('quillwort')
    await here.press('Enter')
    await gone(here, 'note')

    await here.tray.press('Open Lull')
    await mayKeep(here, main, 'Numbers and words')
    await page(main, here, 'Journal')
    await seen(() => main.locator('button[data-note]').allInnerTexts()).toEqual([
      expect.stringContaining('quillwort two'),
      expect.stringContaining('quillwort one'),
    ])
    // And would be told: with words there are fields.
    expect(await main.locator(fields).count()).toBeGreaterThan(0)
  })

  it('says how many notes have words, and drops them all, with 8 s to take that back', async () => {
    const { here, main } = await start()
    await here.secondProcess(['--note'])
    await firstNoteWithWords(here, 'quillwort one')
    await draft(here, 'quillwort two')
    await here.tray.press('Open Lull')
    await page(main, here, 'Settings')
    await main.getByText('1 note has words. With numbers only they stay encrypted').waitFor()
    await mayKeep(here, main, 'Numbers only')
    await main
      .getByText(
        '1 note has words. They stay encrypted in your journal and aren’t shown at this desk.',
      )
      .waitFor()
    expect(await words(main)).toContain('An unfinished note has words too')
    const drop = async () => {
      await main.getByRole('button', { name: 'Drop all these words for good' }).focus()
      await here.press('Enter')
      const sure = main.getByRole('dialog', { name: 'Drop all words?' })
      await sure.waitFor()
      await sure.getByRole('button', { name: 'Drop the words, keep the numbers' }).focus()
      await here.press('Enter')
      await main.getByText('The words of 1 note are gone. The number stays.').waitFor()
    }
    await main.getByRole('button', { name: 'Drop all these words for good' }).click()
    await seen(() => main.evaluate(() => document.activeElement?.textContent)).toBe('Keep them')
    await here.press('Enter')
    await seen(() => main.getByRole('dialog').count()).toBe(0)
    await main.getByText('1 note has words.').waitFor()
    await drop()
    await here.press('Control+z')
    await main.getByText('1 note has words.').waitFor()
    await drop()
    await here.step(8000)
    await seen(() => main.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    await mayKeep(here, main, 'Numbers and words')
    await page(main, here, 'Journal')
    await seen(() => main.locator('button[data-note]').count()).toBe(1)
    expect(await words(main)).not.toContain('quillwort')
    expect(await words(main)).toContain('4 of 5')
    await here.secondProcess(['--note'])
    const note = await here.window('note')
    await note.getByText('A few words, if you like').waitFor()
    expect(await note.getByRole('textbox').inputValue()).toBe('')
  })
})
