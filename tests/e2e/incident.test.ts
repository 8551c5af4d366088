import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { decryptedPages } from '../faults/decrypted.ts'
import { formsOf, scan } from '../faults/scan.ts'
import {
  beginJournal,
  firstNoteWithWords,
  gone,
  mayKeep,
  passphrase,
  seen,
  unlock,
  words,
} from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

/** A journal with one note, the main window in front. */
async function withANote(text: string): Promise<{ lull: Lull; main: Page; temp: string }> {
  const temp = ownFolder()
  const lull = await launch({
    profile: ownFolder(),
    clock: '2026-11-22T14:00:00Z',
    timezone: 'Asia/Manila',
    env: { TMPDIR: temp, TEMP: temp, TMP: temp },
  })
  running.push(lull)
  const main = await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, text)
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  return { lull, main, temp }
}
async function page(main: Page, lull: Lull, name: string) {
  await main.getByRole('button', { name, exact: true }).first().click()
  await lull.step(1000)
}
/** Opens the journal's newest note, says that it was abusive, and goes on from there. */
async function toTheNote(main: Page, lull: Lull) {
  await page(main, lull, 'Journal')
  const line = main.locator('button[data-note]').first()
  await line.waitFor()
  await line.focus()
  await lull.press('Enter')
  const entry = main.getByRole('combobox', { name: 'What was it?' })
  await entry.waitFor()
  const fromEntry = main.getByRole('button', { name: 'Incident note' })
  expect(await fromEntry.count()).toBe(1)
  await entry.selectOption('abusive')
  await seen(() => fromEntry.count()).toBe(2)
  await lull.step(1500)
  await fromEntry.last().focus()
  await lull.press('Enter')
  await lull.step(1000)
  await main.getByRole('article').waitFor()
}
const paper = (main: Page) => main.getByRole('article').innerText()

describe('an incident note', () => {
  it('is counted out, with the words that are ticked, printed with a ticket, and saved without', async () => {
    const ticket = 'TQX-quillwort-88123'
    const { lull, main, temp } = await withANote('Mr Ito shouted at me. I ended it.')
    await toTheNote(main, lull)
    expect(await words(main)).toContain('You never have to show this to anyone.')
    await seen(() => paper(main)).toMatch(/Noted as abusive: 1 note, in 1 of 1 shift\./)
    await seen(() => paper(main)).toMatch(/Sun, Nov 22, 2026, 22:00\s+4 of 5/)
    expect(await paper(main)).not.toMatch(/shouted|Ito/)

    const box = main.getByRole('checkbox', { name: /^With its words/ })
    await box.focus()
    await lull.press('Space')
    await seen(() => paper(main)).toContain('Mr ••• shouted at me. I ended it.')
    expect(await paper(main)).toContain('Blanked in it: a name.')

    await main.getByLabel('A ticket number, if the paper needs one').focus()
    await lull.type(ticket)
    await seen(() => paper(main)).not.toContain('Ito')
    await main.evaluate(() => {
      Object.assign(window, { print: () => (document.title = 'asked to print') })
    })
    await main.getByRole('button', { name: 'Print', exact: true }).click()
    await seen(() => main.title()).toBe('asked to print')
    await main.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const onPaper = await words(main)
    expect(onPaper).toContain(ticket)
    expect(onPaper).toContain('Mr ••• shouted at me.')
    expect(onPaper).not.toMatch(
      /Settings|Journal|Save as text|with its words|You never have to|Blanked/,
    )
    await main.emulateMedia({ media: 'screen', colorScheme: 'light' })

    const chosen = ownFolder()
    await lull.answerDialog({ filePath: join(chosen, 'for-me.txt') })
    await main.getByRole('button', { name: 'Save as text' }).focus()
    await lull.press('Enter')
    await main.getByText('It is written.').waitFor()
    const [asked = ''] = await lull.opened()
    expect(asked).toContain('save: note-2026-11-22.txt')
    expect(asked).toContain('dontAddToRecent')
    expect(readdirSync(chosen)).toEqual(['for-me.txt'])
    const text = readFileSync(join(chosen, 'for-me.txt'), 'utf8')
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Incident note',
      'August 25, 2026 to November 22, 2026',
      'Written on November 22, 2026',
      '',
      'Noted as abusive: 1 note, in 1 of 1 shift.',
    ])
    expect(text).toContain(
      'Sun, Nov 22, 2026, 22:00  4 of 5\n    Mr ••• shouted at me. I ended it.\n',
    )
    expect(text).not.toContain('Ito')

    // The ticket is in no file, in no form; not in the journal's pages either, nor in what main heard.
    const nowhere = async () => {
      // Chromium's folder lies in the temp folder.
      for (const folder of [lull.profile, temp, chosen])
        expect(scan(folder, ticket), folder).toEqual([])
      const pages = await decryptedPages(join(lull.profile, 'journal'), passphrase)
      expect(formsOf(ticket).filter(({ bytes }) => pages.includes(bytes))).toEqual([])
      expect(pages.includes('shouted')).toBe(true)
    }
    await nowhere()
    expect(JSON.stringify(await lull.handled())).not.toMatch(/quillwort|shouted/)
    await page(main, lull, 'Today')
    await nowhere()
    await page(main, lull, 'Talk to someone')
    await main.getByRole('main').getByRole('button', { name: 'Incident note' }).click()
    await lull.step(1000)
    await main.getByRole('article').waitFor()
    expect(await main.getByLabel('A ticket number, if the paper needs one').inputValue()).toBe('')
    expect(await main.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await lull.quit()
    await nowhere()
  })

  it('says what went wrong when it couldn’t be written, and writes after that', async () => {
    const { lull, main } = await withANote('Shouted.')
    await toTheNote(main, lull)
    const save = main.getByRole('button', { name: 'Save as text' })
    const chosen = ownFolder()
    await lull.answerDialog({ filePath: join(chosen, 'away', 'note.txt') })
    await save.click()
    await main.getByText('The folder isn’t there any more, so nothing was written.').waitFor()
    await lull.answerDialog({ filePath: join(lull.profile, 'journal', 'journal.db') })
    await save.click()
    await main.getByText('Nothing can be written under that name there.').waitFor()
    await lull.answerDialog({ canceled: true })
    await save.click()
    await seen(() => main.getByRole('alert').allInnerTexts()).toEqual(['', ''])
    expect(await main.getByText('It is written.').count()).toBe(0)
    await lull.answerDialog({ filePath: join(chosen, 'note.txt') })
    await save.click()
    await main.getByText('It is written.').waitFor()
    expect(readdirSync(chosen)).toEqual(['note.txt'])
    expect(
      readFileSync(join(lull.profile, 'journal', 'journal.db'))
        .subarray(0, 6)
        .toString(),
    ).not.toBe('Incide')
  })

  it('is about the days that the agent chooses', async () => {
    const { lull, main } = await withANote('Shouted.')
    await toTheNote(main, lull)
    const often = () => main.getByText(/^Noted as abusive/).allInnerTexts()
    await main.getByText('From … to …', { exact: true }).click()
    const [first, last] = [main.getByLabel('First day'), main.getByLabel('Last day')]
    await seen(() => last.inputValue()).toBe('2026-11-22')
    await first.fill('2026-11-23')
    await main.getByText('The last day comes before the first.').waitFor()
    await last.fill('2026-11-24')
    await main.getByText('Nothing was noted as abusive in this time.').waitFor()
    expect(await main.getByRole('button', { name: 'Print', exact: true }).count()).toBe(0)
    await first.fill('2026-11-22')
    await seen(often).toEqual(['Noted as abusive: 1 note, in 1 of 1 shift.'])
    await main.getByText('All of it', { exact: true }).click()
    await seen(() => paper(main)).toContain('November 22, 2026')
  })

  it('hides while the agent works elsewhere, goes with the lock, and comes back without what was typed', async () => {
    const { lull, main } = await withANote('Shouted.')
    await toTheNote(main, lull)
    await main.getByRole('checkbox').click()
    await seen(() => paper(main)).toContain('Shouted.')
    await main.getByLabel('A ticket number, if the paper needs one').fill('4711')
    await lull.focusOutside()
    await lull.step(5100)
    await main.getByText('Hidden while you work elsewhere.').waitFor()
    expect(await words(main)).not.toMatch(/Shouted|4711|of 5/)
    await lull.tray.press('Open Lull')
    await seen(() => paper(main)).toContain('4711')
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.tray.press('Open Lull')
    await unlock(lull)
    const again = await lull.window('main')
    await page(again, lull, 'Guide')
    await page(again, lull, 'Abusive')
    await again.getByRole('main').getByRole('button', { name: 'Incident note' }).click()
    await lull.step(1000)
    await seen(() => paper(again)).toContain('1 note')
    expect(await paper(again)).not.toMatch(/Shouted|4711/)
  })

  it('has no words and no ticket at a desk for numbers only, and is never led to after a call', async () => {
    const { lull, main } = await withANote('Shouted.')
    await toTheNote(main, lull)
    await mayKeep(lull, main, 'Numbers only')
    await page(main, lull, 'Journal')
    await main.getByRole('main').getByRole('button', { name: 'Incident note' }).click()
    await lull.step(1000)
    await seen(() => paper(main)).toMatch(/22:00\s+4 of 5/)
    expect(await main.getByRole('checkbox').count()).toBe(0)
    expect(await main.getByRole('textbox').count()).toBe(0)
    await lull.secondProcess(['--note'])
    const note = await lull.window('note')
    await note.getByText('How hard was it?').waitFor()
    expect(await words(note)).not.toContain('Incident')
    await lull.press('5')
    await note.getByText('What was it?').waitFor()
    await note.getByText('Abusive', { exact: true }).click()
    await lull.step(500)
    for (const { name } of await lull.windows())
      if (name !== 'main')
        expect(await words(await lull.window(name)), name).not.toContain('Incident')
  })
})
