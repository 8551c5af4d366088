import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  firstNoteWithWords,
  gone,
  passphrase,
  pressButton,
  seen,
  unlock,
} from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
const words = 'A parcel, lost and found.'

async function start(profile: string, clock = '2026-11-22T14:00:00Z'): Promise<Lull> {
  const lull = await launch({ profile, clock, timezone: 'Asia/Manila' })
  running.push(lull)
  return lull
}

/** A journal with one note in words, and a copy of it. */
async function withACopy() {
  const profile = ownFolder()
  const lull = await start(profile)
  const main = await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, words)
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  await lull.step(120_000)
  await seen(() => copiesIn(profile)).toHaveLength(1)
  return { lull, main, profile }
}
const copiesIn = (profile: string) => {
  const backups = join(profile, 'journal', 'backups')
  return existsSync(backups) ? readdirSync(backups) : []
}
/** What the element with the focus says. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
async function toTheData(lull: Lull, main: Page) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await pressButton(lull, main, 'Look at your data')
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Your data' }).waitFor()
}
async function toTheCopies(lull: Lull, main: Page) {
  await toTheData(lull, main)
  await pressButton(lull, main, 'Look at the copies')
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Copies' }).waitFor()
}
async function putBack(lull: Lull, main: Page) {
  await pressButton(lull, main, 'Put it back')
  const dialog = main.getByRole('dialog', { name: 'Put this copy back?' })
  await dialog.waitFor()
  const text = await dialog.innerText()
  await lull.press('Tab')
  await lull.press('Enter')
  await main.getByText('The copy is your journal now.').waitFor()
  return text
}

describe('the copies of the journal', () => {
  it('are made by the day, looked into and put back by keyboard; what was dropped stays away', async () => {
    const { lull, main, profile } = await withACopy()
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await lull.step(1000)
    await main
      .getByRole('button', { name: /4 of 5/ })
      .first()
      .click()
    await pressButton(lull, main, 'Drop the words, keep the number')
    await main.getByText('1 older copy doesn’t hold them any more either.').waitFor()
    await toTheCopies(lull, main)
    await main.getByText('November 22, 2026').first().waitFor()
    await main.getByText('The copy of the day').waitFor()
    await main.getByText('It opens').waitFor()
    await pressButton(lull, main, 'Look inside')
    await main.getByText('1 shift, 1 note, 1 check-in, of November 22, 2026').waitFor()
    expect(await putBack(lull, main)).toContain('It has the same entries as your journal now.')
    expect(await focused(main)).toBe('Copies')
    await seen(() => copiesIn(profile)).toHaveLength(2)
    await main.getByText('Before an older copy was put back').waitFor()

    await lull.quit()
    const again = await start(profile, '2026-11-22T15:00:00Z')
    await unlock(again)
    await again.tray.press('Open Lull')
    const page = await again.window('main')
    await page.getByRole('button', { name: 'Journal', exact: true }).click()
    await again.step(1000)
    await page
      .getByRole('button', { name: /4 of 5/ })
      .first()
      .waitFor()
    expect(await page.getByText(words).count()).toBe(0)
  })

  it('open where the journal is damaged, from the unlock window, by keyboard', async () => {
    const { lull, profile } = await withACopy()
    await lull.quit()
    const path = join(profile, 'journal', 'journal.db')
    const damaged = Buffer.alloc(40_960, 7)
    writeFileSync(path, damaged)
    const again = await start(profile, '2026-11-22T15:00:00Z')
    const page = await again.window('unlock')
    await page.getByLabel('Passphrase').waitFor()
    await seen(() => again.focus()).toBe('unlock')
    await again.type(passphrase)
    await again.press('Enter')
    await pressButton(again, page, 'Open a copy')
    await page.getByText('The copy of the day').waitFor()
    await again.press('Escape')
    await pressButton(again, page, 'Open a copy')
    await page.getByText('The copy of the day').waitFor()
    await page.getByLabel('Passphrase').focus()
    await again.type(passphrase)
    await again.press('Enter')
    await page.getByText('1 shift, 1 note, 1 check-in, of November 22, 2026').waitFor()
    await pressButton(again, page, 'Put it back')
    await page.getByText('The copy is your journal now.').waitFor()
    await pressButton(again, page, 'Close')
    await gone(again, 'unlock')
    await again.tray.press('Open Lull')
    const main = await again.window('main')
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await again.step(1000)
    await main
      .getByRole('button', { name: /4 of 5/ })
      .first()
      .waitFor()
    const kept = copiesIn(profile).find((name) => name.endsWith('-damaged')) ?? ''
    expect(readFileSync(join(profile, 'journal', 'backups', kept, 'journal.db'))).toEqual(damaged)
  })
})

describe('copies without a journal', () => {
  it('open from the page of the data, in the window for secrets, and Esc goes back to the list', async () => {
    const { lull, profile } = await withACopy()
    await lull.quit()
    for (const file of ['journal.db', 'journal.keys']) rmSync(join(profile, 'journal', file))
    const again = await start(profile, '2026-11-22T15:00:00Z')
    const main = await again.window('main')
    await toTheData(again, main)
    await pressButton(again, main, 'Open a copy')
    const page = await again.window('unlock')
    await page.getByText('The copy of the day').waitFor()
    await seen(() => again.focus()).toBe('unlock')
    for (const then of ['Escape', 'Enter']) {
      await page.getByLabel('Passphrase').focus()
      await again.type(passphrase)
      await again.press('Enter')
      await page.getByText('1 shift, 1 note, 1 check-in, of November 22, 2026').waitFor()
      if (then === 'Escape') await again.press(then)
      else await pressButton(again, page, 'Put it back')
    }
    await page.getByText('The copy is your journal now.').waitFor()
    await pressButton(again, page, 'Close')
    await gone(again, 'unlock')
    await main.getByText('1 shift, 1 note, 1 check-in').waitFor()
  })
})

describe('an encrypted file', () => {
  it('holds everything: written, all deleted, and brought in again by its passphrase', async () => {
    const { lull, main, profile } = await withACopy()
    const path = join(ownFolder(), 'mine.lull')
    await toTheData(lull, main)
    await main.getByText('Encrypted: the same, for safekeeping').click()
    await lull.answerDialog({ canceled: false, filePath: path })
    await pressButton(lull, main, 'Choose a place and write it')
    await main.getByText('Written.').waitFor()
    expect(readFileSync(path).includes(words)).toBe(false)
    await pressButton(lull, main, 'Delete everything')
    const dialog = main.getByRole('dialog', { name: 'Delete everything?' })
    await dialog.getByRole('button', { name: 'Delete everything' }).click()
    await seen(() => existsSync(join(profile, 'journal', 'journal.db'))).toBe(false)
    await seen(() => main.isClosed()).toBe(true)

    const anew = await beginJournal(lull)
    await toTheData(lull, anew)
    await lull.answerDialog({ canceled: false, filePaths: [path] })
    await pressButton(lull, anew, 'Choose a file')
    const page = await lull.window('unlock')
    await page.getByRole('heading', { name: 'Open the file' }).waitFor()
    await seen(() => lull.focus()).toBe('unlock')
    await lull.type('a guess')
    await lull.press('Enter')
    await page.getByText('didn’t open').first().waitFor()
    await lull.type(passphrase)
    await lull.press('Enter')
    await gone(lull, 'unlock')
    await anew.getByText('New: 1 shift, 1 note, 1 check-in').waitFor()
    expect(readdirSync(join(profile, 'journal', 'aside'))).toEqual([])
    await pressButton(lull, anew, 'Bring it in')
    await anew.getByText('Brought in.').waitFor()
    expect(await focused(anew)).toBe('Bring in')
    await anew.getByText('2 shifts, 1 note, 2 check-ins').waitFor()
  })
})
