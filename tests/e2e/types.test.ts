import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, comes, firstNoteWithWords, gone, mayKeep, seen, words } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

async function openTypes(here: Lull, main: Page): Promise<void> {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  const fold = main.getByText('Names, order, and which are shown')
  await comes(here, fold)
  await fold.click()
}

describe('types of the agent’s own', () => {
  it('are named, added, ordered and hidden, and a note and the journal follow', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    const here = lull
    const main = await beginJournal(here)
    await here.secondProcess(['--note'])
    await firstNoteWithWords(here, 'Loud.')
    await openTypes(here, main)
    await main.getByLabel('Name of the type Angry').fill('Thunder')
    await main.getByLabel('Name of the type Angry').press('Enter')
    await main.getByLabel('Name of the type Thunder').waitFor()
    await main.getByRole('button', { name: 'Add a type' }).click()
    await main.getByLabel('Name of the new type').fill(' thunder ')
    await main.getByLabel('Name of the new type').press('Enter')
    await main.getByText('Another type has this name already.').waitFor()
    await main.getByLabel('Name of the new type').fill('Fax again')
    await main.getByLabel('Name of the new type').press('Enter')
    await main.getByLabel('Name of the type Fax again').waitFor()
    const up = main.getByRole('button', { name: 'Move Fax again up' })
    await up.focus()
    await here.press('Enter')
    await seen(() => main.locator('ol li input:not([type])').nth(11).inputValue()).toBe('Fax again')
    await seen(() => up.evaluate((button) => button === document.activeElement)).toBe(true)
    for (let at = 11; at > 0; at--) {
      await here.press('Enter')
      await seen(() =>
        main
          .locator('ol li input:not([type])')
          .nth(at - 1)
          .inputValue(),
      ).toBe('Fax again')
    }
    await main.getByRole('checkbox', { name: 'Show Bargaining' }).click()
    await main.getByText('Saved.').waitFor()

    await here.secondProcess(['--note'])
    const note = await here.window('note')
    await seen(() => here.focus()).toBe('note')
    await note.getByText('How hard was it?').waitFor()
    await here.press('3')
    await note.getByText('What was it?').waitFor()
    const offered = await words(note)
    expect(offered).toMatch(/1\s*Fax again\s*2\s*Thunder/)
    expect(offered).not.toContain('Bargaining')
    await here.press('1')
    await here.press('Enter')
    await note.getByText('A few words, if you like').waitFor()
    await here.press('Enter')
    await gone(here, 'note')

    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    const lines = main.locator('button[data-note]')
    await seen(async () => {
      await here.step(200)
      return (await lines.allInnerTexts()).map((line) => line.split('\n')[1])
    }).toEqual(['Fax again', 'Thunder'])

    await mayKeep(here, main, 'Numbers only')
    await openTypes(here, main)
    expect(await main.locator('ol li').first().innerText()).toContain('Your type 1')
    expect(await words(main)).not.toMatch(/Thunder|Fax/)
    expect(await main.locator('ol').getByRole('textbox').count()).toBe(0)
    await main.getByRole('button', { name: 'Add a type' }).click()
    await main.locator('ol li').last().getByText('Your type 2').waitFor()
  })
})
