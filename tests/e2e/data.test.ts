import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, pressButton, seen } from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

/** A journal with one note in words, and its page of data in front. */
async function atTheData(text: string) {
  const profile = ownFolder()
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  const main = await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, text)
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  await open(lull, main)
  return { lull, main, profile }
}
async function open(lull: Lull, main: Page) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Look at your data' }).focus()
  await lull.press('Enter')
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Your data' }).waitFor()
}

describe('your data', () => {
  it('is taken out by keyboard, deleted, and brought in again without a loss', async () => {
    const outside = ownFolder()
    const path = join(outside, 'mine.json')
    const { lull, main, profile } = await atTheData('A tall order, kept.')
    await main.getByText('1 shift, 1 note, 1 check-in').waitFor()
    await main.getByText(profile).waitFor()
    await lull.answerDialog({ canceled: false, filePath: path })
    await pressButton(lull, main, 'Choose a place and write it')
    await main.getByText('Written.').waitFor()
    expect(readdirSync(outside)).toEqual(['mine.json'])
    expect(readFileSync(path, 'utf8')).toContain('A tall order, kept.')

    await pressButton(lull, main, 'Delete everything')
    const dialog = main.getByRole('dialog', { name: 'Delete everything?' })
    await dialog.waitFor()
    // What is safe has the focus.
    await lull.press('Enter')
    await seen(() => dialog.count()).toBe(0)
    await pressButton(lull, main, 'Delete everything')
    await dialog.getByRole('button', { name: 'Delete everything' }).click()
    await seen(() => existsSync(join(profile, 'journal', 'journal.db'))).toBe(false)

    await seen(() => main.isClosed()).toBe(true)
    const anew = await beginJournal(lull)
    await open(lull, anew)
    await anew.getByText('1 shift, 1 check-in').waitFor()
    await lull.answerDialog({ canceled: false, filePaths: [path] })
    await pressButton(lull, anew, 'Choose a file')
    await anew.getByText('New: 1 shift, 1 note, 1 check-in').waitFor()
    await anew.getByText('1 note comes with words.').waitFor()
    await pressButton(lull, anew, 'Bring it in')
    await anew.getByText('Brought in.').waitFor()
    await anew.getByText('2 shifts, 1 note, 2 check-ins').waitFor()
  })

  it('says what is wrong with a file, where, and that nothing was changed', async () => {
    const path = join(ownFolder(), 'broken.json')
    const { lull, main } = await atTheData('As it was.')
    const choose = async (text: string) => {
      writeFileSync(path, text)
      await lull.answerDialog({ canceled: false, filePaths: [path] })
      await pressButton(lull, main, 'Choose a file')
    }
    await choose('{"format":"lull-journal","version":2}')
    await main.getByText('A newer Lull wrote this file.').waitFor()
    await choose('{"format":"lull-journal","version":1,"tables":{"checkin":[{"stress":11}]}}')
    await main.getByText('in the list of check-ins, entry 1').waitFor()
    await choose('no JSON')
    await main.getByText('isn’t JSON. Nothing was changed.').waitFor()
    await main.getByText('1 shift, 1 note, 1 check-in').waitFor()
  })
})
