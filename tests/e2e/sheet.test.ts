import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { zone } from '../../tools/demo/plan.ts'
import { deskIn, demoPassphrase } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { pictureProfile } from '../../tools/screens/steps.ts'
import { scan } from '../faults/scan.ts'
import { comes, seen, words } from './agent.ts'
import { ownFolder } from './own-folder.ts'
import { pdfPages } from './pdf.ts'

const running: Lull[] = []
let year = { profile: '', now: '' }
/** In the own words of a plan, of a week, and of a note that nobody asks for. */
const html = '<b>bold</b> <img src=x onerror=alert(1)> &amp; "so"'
const planWords = `quillplan ${html}`
const weekWords = 'quillweek <script>document.title = "taken"</script>'
const noteWords = 'quillnote xyzzyphon'

beforeAll(async () => {
  year = await pictureProfile()
  const desk = deskIn(join(year.profile, 'journal'))
  desk.at(Temporal.Instant.from(year.now).epochMilliseconds - 60_000)
  await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
  const id = (nth: number) => `019ab000-0000-7000-8000-00000000000${nth}`
  await desk.ask('note', 'note.save', { id: id(1), difficulty: 5, type: 'angry', words: noteWords })
  await desk.ask('main', 'plan.keep', {
    id: id(2),
    when: { by: 'type', type: 'doubted' },
    will: { by: 'words', words: planWords },
    rest: null,
  })
  await desk.ask('main', 'week.keep', {
    from: '2026-11-15',
    change: { step: 'done', goodWords: weekWords, mine: 'asking' },
  })
  desk.companion.hear({ kind: 'end' })
}, 120_000)
afterAll(() => rmSync(year.profile, { recursive: true, force: true }))
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

async function start() {
  const folder = ownFolder()
  const [profile, chosen] = [join(folder, 'profile'), join(folder, 'chosen')]
  mkdirSync(chosen)
  cpSync(year.profile, profile, { recursive: true })
  const lull = await launch({ profile, clock: year.now, timezone: zone })
  running.push(lull)
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  return { lull, main, profile, chosen, folder }
}
async function toSheet(lull: Lull, main: Page, from: 'Week' | 'Trends') {
  await main.getByRole('button', { name: from, exact: true }).click()
  const door = main.getByRole('button', { name: 'Make a one-page sheet' }).last()
  await comes(lull, door)
  await door.click()
  await comes(lull, main.getByText('You never have to show this to anyone.'))
}
const tick = (main: Page, name: string | RegExp) => main.getByRole('checkbox', { name }).check()
const paper = (main: Page) => main.getByRole('article', { name: 'The sheet' })
async function saved(lull: Lull, main: Page, path: string) {
  await lull.answerDialog({ filePath: path })
  await main.getByRole('button', { name: 'Save as PDF' }).click()
  await comes(lull, main.getByText('It is written.'))
  const pages = await pdfPages(path)
  return { pages, text: pages.join('\n').replaceAll(/\s+/g, ' ') }
}

describe('the one-page sheet', () => {
  it('begins empty, and its PDF holds what is ticked, on one page, and nothing else', async () => {
    const { lull, main, chosen } = await start()
    await toSheet(lull, main, 'Week')
    await main.getByText('Nothing is on it yet.').waitFor()
    expect(await main.getByRole('checkbox', { checked: true }).count()).toBe(0)
    expect(await main.getByRole('button', { name: 'Save as PDF' }).count()).toBe(0)

    await tick(main, 'What the weeks were made of, by number')
    await paper(main).waitFor()
    const path = join(chosen, 'for-ana.pdf')
    const { pages, text } = await saved(lull, main, path)
    expect(pages).toHaveLength(1)
    expect(text).toContain('From my own journal')
    expect(text).toMatch(/What the weeks were made of Week from Good Ok Hard Nov 1 \d+ \d+ \d+/)
    expect(text).not.toMatch(/quill|usual|helped|tried|plans|Week of|control|Settings|Trends|tick/i)
    expect(text).not.toMatch(/You never have to/)

    const [asked = ''] = await lull.opened()
    expect(asked).toContain('save: sheet-2026-11-23.pdf')
    expect(asked).toContain('dontAddToRecent')
    expect(readdirSync(chosen)).toEqual(['for-ana.pdf'])
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('has words only where they were ticked one by one, and HTML in them stays text', async () => {
    const { lull, main, chosen, profile } = await start()
    await toSheet(lull, main, 'Trends')
    await tick(main, 'My usual, and lately')
    await tick(main, 'What I tried, and my own verdict')
    await paper(main).waitFor()
    await seen(() => paper(main).innerText()).toContain('What I tried')
    const without = await saved(lull, main, join(chosen, 'without.pdf'))
    expect(without.pages).toHaveLength(1)
    expect(without.text).toMatch(/I rated \d+ of \d+ shifts in this time\./)
    expect(without.text).toMatch(/helped \d of the \d times I used it\./)
    expect(without.text).not.toMatch(/quill/)

    await tick(main, /quillplan/)
    await tick(main, 'Nov 15 – Nov 21')
    await seen(() => paper(main).innerText()).toContain('quillweek')
    const shown = await paper(main).innerText()
    const withWords = await saved(lull, main, join(chosen, 'with.pdf'))
    expect(withWords.pages).toHaveLength(1)
    expect(withWords.text).toContain(planWords)
    expect(withWords.text).toContain(weekWords)
    expect(withWords.text).toContain('In my control: asking for help early')
    expect(withWords.text).not.toContain('quillnote')
    // What is on the screen is what is printed.
    const lines = shown.split('\n').filter((line) => line.trim() !== '')
    for (const line of lines) expect(withWords.text).toContain(line.replaceAll(/\s+/g, ' ').trim())
    expect(await main.title()).not.toBe('taken')

    // Main passed it on, and neither kept nor wrote it anywhere else.
    expect(JSON.stringify(await lull.handled())).not.toMatch(/quill/)
    for (const place of [profile, lull.folder])
      for (const trace of ['quillplan', '%PDF-1.']) expect(scan(place, trace), place).toEqual([])
    expect(scan(chosen, '%PDF-1.')).not.toEqual([])

    await main.getByRole('checkbox', { name: /quillplan/ }).uncheck()
    await seen(() => paper(main).innerText()).not.toContain('quillplan')
    const again = await saved(lull, main, join(chosen, 'again.pdf'))
    expect(again.text).not.toContain('quillplan')
    expect(again.text).toContain('quillweek')
  })

  it('is printed as it stands there, dark on light, and forgotten with its page', async () => {
    const { lull, main } = await start()
    await toSheet(lull, main, 'Week')
    await tick(main, 'My usual, and lately')
    await paper(main).waitFor()
    await main.evaluate(() => {
      Object.assign(window, { print: () => (document.title = 'asked to print') })
    })
    await main.getByRole('button', { name: 'Print', exact: true }).click()
    await seen(() => main.title()).toBe('asked to print')
    await main.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const onPaper = await words(main)
    expect(onPaper).toContain('My usual, and lately')
    expect(onPaper).not.toMatch(/Which time|Save as PDF|Settings|You never have to|more than one/)
    await main.emulateMedia({ media: 'screen', colorScheme: 'light' })
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await lull.step(500)
    await toSheet(lull, main, 'Week')
    await main.getByText('Nothing is on it yet.').waitFor()
  })

  it('says what went wrong when it couldn’t be written, and where it takes more than a page', async () => {
    const { lull, main, folder, chosen } = await start()
    await toSheet(lull, main, 'Week')
    await main.getByText('13 weeks', { exact: true }).click()
    await main.getByRole('checkbox', { name: 'Nov 8 – Nov 14' }).waitFor()
    for (const box of await main.getByRole('checkbox').all()) await box.check()
    await comes(lull, main.getByText('it takes more than one page'))
    await lull.answerDialog({ filePath: join(folder, 'away', 'sheet.pdf') })
    await main.getByRole('button', { name: 'Save as PDF' }).click()
    await main.getByText('The folder isn’t there any more, so nothing was written.').waitFor()
    await lull.answerDialog({ canceled: true })
    await main.getByRole('button', { name: 'Save as PDF' }).click()
    await seen(() => main.getByRole('alert').allInnerTexts()).not.toContain('The folder')
    expect(await main.getByText('It is written.').count()).toBe(0)
    const { pages, text } = await saved(lull, main, join(chosen, 'sheet.pdf'))
    expect(pages.length).toBeGreaterThan(1)
    expect(text).toContain('quillplan')
    expect(text).not.toContain('quillnote')
  })

  it('is one of the doors after a rise, which are offered once', async () => {
    const { lull, main } = await start()
    await main.getByRole('button', { name: 'Trends', exact: true }).click()
    const door = main
      .getByRole('region', { name: 'From here' })
      .getByRole('button', { name: 'Make a one-page sheet' })
    await comes(lull, door)
    await door.focus()
    await lull.press('Enter')
    await comes(lull, main.getByText('You never have to show this to anyone.'))
    await main.getByRole('button', { name: 'Trends', exact: true }).click()
    await comes(lull, main.getByText('Higher than your usual since about'))
    expect(await door.count()).toBe(0)
  })
})
