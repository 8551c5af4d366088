import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, gone, seen, words } from './agent.ts'

const running: Lull[] = []
const folders: string[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A journal with two notes, the main window in front on the Journal page. */
async function atTheJournal(): Promise<{ lull: Lull; main: Page }> {
  const profile = mkdtempSync(join(tmpdir(), 'lull-journal-'))
  folders.push(profile)
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, 'The parcel went to Zürich twice.')
  await lull.step(3_600_000)
  await aNote(lull, 'Thanked me for the crème brûlée recipe.')
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Journal', exact: true }).click()
  await lull.step(500)
  await main.getByRole('heading', { name: 'Sun, Nov 22, 2026' }).waitFor()
  return { lull, main }
}
async function aNote(lull: Lull, text: string) {
  await lull.secondProcess(['--note'])
  const note = await lull.window('note')
  await seen(() => lull.focus()).toBe('note')
  await note.getByText('How hard was it?').waitFor()
  await lull.press('2')
  await note.getByText('What was it?').waitFor()
  await lull.press('2')
  await note.getByText('A few words, if you like').waitFor()
  await lull.type(text)
  await lull.press('Enter')
  await gone(lull, 'note')
}
const lines = (main: Page) => main.locator('button[data-note]')
const texts = (main: Page) => lines(main).allInnerTexts()
const search = (main: Page) => main.getByRole('searchbox', { name: 'Search' })

describe('the journal', () => {
  it('is read, searched, opened and changed by keyboard', async () => {
    const { lull, main } = await atTheJournal()
    const [newest = '', oldest = ''] = await texts(main)
    expect(newest).toMatch(/^23:00\s/)
    expect(newest).toContain('2 of 5')
    expect(newest).toContain('crème brûlée')
    expect(oldest).toMatch(/^22:00\s/)
    expect(oldest).toContain('4 of 5')

    await search(main).focus()
    await lull.type('zur')
    await seen(() => texts(main)).toEqual([oldest])
    await lull.type(' "OR" *(')
    await main.getByText('Nothing in your journal fits this.').waitFor()
    await main.getByRole('button', { name: 'Show all' }).click()
    await seen(() => lines(main).count()).toBe(2)
    await main.getByRole('combobox', { name: 'Type' }).selectOption({ index: 1 })
    await seen(() => texts(main)).toEqual([oldest])
    await main.getByRole('combobox', { name: 'Type' }).selectOption({ index: 0 })
    await seen(() => lines(main).count()).toBe(2)

    await lines(main).first().focus()
    await lull.press('ArrowDown')
    await lull.press('Enter')
    const field = main.getByRole('textbox', { name: 'What would you tell' })
    await seen(() => field.evaluate((node) => node === document.activeElement)).toBe(true)
    await lull.press('End')
    await lull.type(' Sorted out.')
    await lull.press('Escape')
    await main.getByText('Saved.').waitFor()
    const focused = () => main.evaluate(() => document.activeElement?.textContent ?? '')
    await seen(focused).toContain('twice. Sorted out.')
    expect((await texts(main))[1]).toContain('changed')
    await lull.press('Control+z')
    await seen(() => texts(main)).not.toContain('Sorted')
    await seen(async () => (await texts(main))[1]).toContain('went to Zürich twice.')
  })

  it('drops words and keeps the number; for 8 s they can be taken back', async () => {
    const { lull, main } = await atTheJournal()
    const drop = async () => {
      await lines(main).last().click()
      await main.getByRole('button', { name: 'Drop the words, keep the number' }).click()
      await main.getByText('The words are gone. The number stays.').waitFor()
    }
    await drop()
    expect(await words(main)).not.toContain('Zürich')
    await main.getByRole('button', { name: 'Undo' }).click()
    await seen(async () => (await texts(main))[1]).toContain('Zürich')
    await drop()
    await lull.step(8000)
    await seen(() => main.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect((await texts(main))[1]).toContain('4 of 5')
    await search(main).fill('zurich')
    await main.getByText('Nothing in your journal fits this.').waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByText('2 moments noted').waitFor()
  })

  it('deletes a note, and gives it back within 8 s', async () => {
    const { main } = await atTheJournal()
    await lines(main).first().click()
    await main.getByRole('button', { name: 'Delete the note' }).click()
    await main.getByText('The note is gone.').waitFor()
    await seen(() => lines(main).count()).toBe(1)
    await main.keyboard.press('Control+z')
    await seen(async () => (await texts(main))[0]).toContain('crème brûlée')
  })

  it('has no words and no search field with numbers only, and loses nothing by it', async () => {
    const { lull, main } = await atTheJournal()
    const choose = async (choice: string) => {
      await main.getByRole('button', { name: 'Settings', exact: true }).click()
      await lull.step(500)
      const group = main.getByRole('group', { name: 'What may be kept at this desk?' })
      await group.getByText(choice, { exact: true }).click()
      await main.getByText('Saved.').waitFor()
      await main.getByRole('button', { name: 'Journal', exact: true }).click()
      await seen(() => lines(main).count()).toBe(2)
    }
    const before = await texts(main)
    await choose('Numbers only')
    expect(await words(main)).not.toMatch(/Zürich|crème/)
    expect(await search(main).count()).toBe(0)
    await lines(main).first().click()
    await main.getByRole('button', { name: 'Done' }).waitFor()
    expect(await main.getByRole('textbox').count()).toBe(0)
    await lull.press('Escape')
    await choose('Numbers and words')
    expect(await texts(main)).toEqual(before)
  })

  it('hides five seconds after the focus has gone elsewhere, until it comes back', async () => {
    const { lull, main } = await atTheJournal()
    await lull.focusOutside()
    await lull.step(4900)
    expect(await lines(main).count()).toBe(2)
    await lull.step(200)
    await main.getByText('Hidden while you work elsewhere.').waitFor()
    expect(await words(main)).not.toMatch(/Zürich|of 5/)
    await lull.tray.press('Open Lull')
    await seen(() => lines(main).count()).toBe(2)

    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(500)
    await main.getByRole('switch', { name: /^Hide Journal and Trends/ }).click()
    await main.getByText('Saved.').waitFor()
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await seen(() => lines(main).count()).toBe(2)
    await lull.focusOutside()
    await lull.step(6000)
    expect(await lines(main).count()).toBe(2)
  })
})

describe('what looks like a customer’s', () => {
  it('is named under the field and blanked on request; saving is not blocked', async () => {
    const { lull, main } = await atTheJournal()
    await lull.secondProcess(['--note'])
    const note = await lull.window('note')
    await seen(() => lull.focus()).toBe('note')
    await note.getByText('How hard was it?').waitFor()
    await lull.press('3')
    await note.getByText('What was it?').waitFor()
    await lull.press('Enter')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('Mr Ito on 0171 2345678')
    await note.getByText("This may be a customer's: a name, a long number.").waitFor()
    await note.getByRole('button', { name: 'Blank it' }).click()
    await seen(() => note.getByRole('textbox').inputValue()).toBe('Mr ••• on •••')
    expect(await note.getByText('This may be').count()).toBe(0)
    await note.getByRole('textbox').focus()
    await lull.type(', a@b.example')
    await note.getByText('an e-mail address').waitFor()
    await lull.press('Enter')
    await gone(lull, 'note')
    await seen(async () => (await texts(main))[0]).toContain('Mr ••• on •••, a@b.example')
  })
})
