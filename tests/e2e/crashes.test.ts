import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { mutant } from '../exploits/mutant.ts'
import {
  beginJournal,
  firstNoteWithWords,
  gone,
  noteBeingWritten,
  seen,
  unlock,
  words,
} from './agent.ts'

let lull: Lull | undefined
const folders: string[] = []
afterEach(async () => {
  await lull?.kill()
  lull = undefined
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The page's process ends at once, as Chromium's own crash test makes it. */
async function crash(page: Page): Promise<void> {
  const ended = new Promise((resolve) => page.once('crash', resolve))
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => {})
  await ended
  // Its window is gone, too; what comes after it is another.
  await seen(() => page.isClosed()).toBe(true)
}

const once = 'Lull’s journal part ended by itself and was started again.'
const aWindow = 'A window of Lull ended by itself.'
const logOf = (running: Lull) => readFileSync(join(running.profile, 'logs', 'trouble.log'), 'utf8')

describe('a page that ends by itself', () => {
  it('is opened again with the journal open, and told once', async () => {
    lull = await launch()
    const main = await beginJournal(lull)
    await crash(main)
    await seen(async () => (await lull!.windows()).map((each) => each.name)).toEqual(['main'])
    const again = await lull.window('main')
    await again.getByText(aWindow).waitFor()
    await again.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    await again.getByRole('button', { name: 'Close' }).click()
    await again.getByText(aWindow).waitFor({ state: 'detached' })
    await crash(again)
    await (await lull.window('main')).getByText(aWindow).waitFor()
    // No box of the system's, and no picture of memory.
    expect(await lull.opened()).toEqual([])
    expect(logOf(lull)).toContain('"code":"window-gone","window":"main"')
  })

  it('comes back with the words that were being written', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'the first of them')
    const note = await noteBeingWritten(lull, ['2', '3'], 'half a sentence')
    await lull.step(2_000)
    await crash(note)
    await seen(async () => (await lull!.windows()).map((each) => each.name)).toContain('note')
    const again = await lull.window('note')
    await again.getByText('A few words, if you like').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('half a sentence')
  })

  it('is left alone when it keeps ending, and opens again when somebody asks', async () => {
    lull = await launch({ args: ['--pause'], clock: '2026-11-22T14:00:00Z' })
    for (let times = 0; times < 3; times++) {
      await crash(await lull.window('pause'))
      await seen(async () => (await lull!.windows()).map((each) => each.name)).toEqual(['pause'])
    }
    await crash(await lull.window('pause'))
    await gone(lull, 'pause')
    await lull.step(5_000)
    expect(await lull.windows()).toEqual([])
    expect(logOf(lull)).toContain('"left":true')
    await lull.tray.press('Take a pause')
    await (await lull.window('pause')).getByText('breathe in', { exact: true }).waitFor()
  })
})

describe('the vault', () => {
  it('that ends by itself is started again; the agent is asked for the passphrase, and told once', async () => {
    lull = await launch()
    await beginJournal(lull)
    const { vaults } = await lull.pids()
    for (const vault of vaults) process.kill(vault, 'SIGKILL')
    await gone(lull, 'main')
    const page = await lull.window('unlock')
    await page.getByText(once).waitFor()
    await unlock(lull)
    const main = await lull.window('main')
    await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    expect(await words(main)).not.toContain(once)
    expect(await lull.opened()).toEqual([])
    expect(logOf(lull)).toContain('"code":"vault-gone"')
  })

  it('that ends while nothing is open tells whoever comes next', async () => {
    lull = await launch()
    await beginJournal(lull)
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    // The one that was locked takes a moment to be gone.
    await seen(async () => (await lull!.pids()).vaults).toHaveLength(1)
    const before = (await lull.pids()).vaults
    for (const vault of before) process.kill(vault, 'SIGKILL')
    await seen(async () => (await lull!.pids()).vaults.some((each) => before.includes(each))).toBe(
      false,
    )
    expect(await lull.windows()).toEqual([])
    await lull.tray.press('Open Lull')
    await (await lull.window('unlock')).getByText(once).waitFor()
  })
})

describe('the end of a session of Windows', () => {
  it('closes the journal, and is no crash', async () => {
    lull = await launch()
    await beginJournal(lull)
    const open = join(lull.profile, 'journal', 'journal.open')
    expect(existsSync(open)).toBe(true)
    await lull.endSession()
    await seen(async () => (await lull!.pids()).vaults).toEqual([])
    expect(existsSync(open)).toBe(false)
    expect(logOf(lull)).toMatch(/"code":"ended".*\n$/)
  })
})

describe('an error that nobody caught', () => {
  it('in a page leaves the other pages, and says so there', async () => {
    const app = mutant([[/(\(\{isPlaced:\w{1,3}\}\)\{)/, '$1throw new TypeError("quillwort");']])
    folders.push(app)
    lull = await launch({ app })
    const main = await lull.window('main')
    await main.getByRole('button', { name: 'Settings' }).click()
    await main.getByRole('button', { name: 'What Lull can see here' }).click()
    await main.getByText('This page couldn’t be shown.').waitFor()
    await main.getByRole('button', { name: 'Report a problem' }).click()
    await main.getByText('page-error main TypeError').waitFor()
    expect(await words(main)).not.toContain('quillwort')
    expect(logOf(lull)).not.toContain('quillwort')
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByRole('button', { name: 'Take a pause' }).waitFor()
  })

  it('in main opens no box: Lull goes on, and says so once', async () => {
    const app = mutant([
      [
        /(["']quiet\.state["']: \(\) =>)/,
        '$1 (setTimeout(() => { throw new RangeError("quillwort") }, 0), false) ||',
      ],
    ])
    folders.push(app)
    lull = await launch({ app })
    const main = await lull.window('main')
    await main.getByText('Something in Lull didn’t work a moment ago.').waitFor()
    expect(await lull.opened()).toEqual([])
    expect(logOf(lull)).toContain('"code":"main-error","error":"RangeError"')
    expect(logOf(lull)).not.toContain('quillwort')
    expect(lull.stderr()).not.toContain('quillwort')
    await lull.quit()
  })
})

describe('a report of a problem', () => {
  it('is read in full, copied and saved, and holds no word of the agent’s', async () => {
    const out = mkdtempSync(join(tmpdir(), 'lull-report-'))
    folders.push(out)
    lull = await launch()
    await beginJournal(lull)
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'quillwort 7719')
    const main = await lull.window('main')
    await main.getByRole('button', { name: 'Settings' }).click()
    await main.getByRole('button', { name: 'Report a problem' }).click()
    const report = main.locator('pre')
    await seen(() => report.innerText()).toContain('note: 1-9')
    const text = await report.innerText()
    expect(text).toMatch(/SQLite: 3\.\d+/)
    expect(text).toContain('cipher: sqlcipher')
    expect(text).toContain('last copy: none')
    expect(text).not.toContain('quillwort')
    expect(text).not.toContain(lull.profile)
    await main.getByRole('button', { name: 'Check the journal' }).click()
    await seen(() => report.innerText()).toContain('checked: whole')
    await main.getByText('The journal’s file is whole.').waitFor()
    const file = join(out, 'report.txt')
    await lull.answerDialog({ canceled: false, filePath: file })
    await main.getByRole('button', { name: 'Save as a file' }).click()
    await main.getByText('Saved.').waitFor()
    expect(readFileSync(file, 'utf8').trim()).toBe((await report.innerText()).trim())
    await main.getByRole('button', { name: 'Copy' }).click()
    await main.getByText('Copied.').waitFor()
  })

  it('can be had while the journal is locked, from the window that unlocks it', async () => {
    lull = await launch()
    await beginJournal(lull)
    const { vaults } = await lull.pids()
    for (const vault of vaults) process.kill(vault, 'SIGKILL')
    const page = await lull.window('unlock')
    await page.getByRole('button', { name: 'Report a problem' }).click()
    const main = await lull.window('main')
    await main.getByText('state: locked').waitFor()
    await main.getByText('vault-gone').waitFor()
  })
})

describe('the pages about Lull', () => {
  it('are reached by keyboard from Settings, each with its headings, which lead to its parts', async () => {
    lull = await launch()
    const main = await lull.window('main')
    const pages = {
      'What this is, and isn’t': 'Not for emergencies',
      Privacy: 'What others can still see',
      Evidence: 'Sources',
      'Report a problem': 'Where it can go',
    }
    for (const [name, part] of Object.entries(pages)) {
      await main.getByRole('button', { name: 'Settings', exact: true }).first().click()
      await main.getByRole('button', { name, exact: true }).focus()
      await lull.press('Enter')
      await main.getByRole('heading', { name, level: 1 }).waitFor()
      const contents = main.getByRole('navigation', { name: 'On this page' })
      expect(await contents.getByRole('button').allInnerTexts()).toEqual(
        await main.locator('article h2:not(section section h2)').allInnerTexts(),
      )
      await contents.getByRole('button', { name: part }).focus()
      await lull.press('Enter')
      await seen(() => main.evaluate(() => document.activeElement?.textContent)).toBe(part)
    }
  })
})
