import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  comes,
  firstNoteWithWords,
  gone,
  seen,
  toughOne,
  unlock,
  words,
} from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

function aProfile(): string {
  const folder = ownFolder()
  return folder
}
async function start(profile = aProfile()): Promise<{ lull: Lull; main: Page; profile: string }> {
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  return { lull, main: await lull.window('main'), profile }
}
async function page(lull: Lull, main: Page, name: string): Promise<void> {
  await main.getByRole('button', { name, exact: true }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name, exact: true }).waitFor()
}
const pick = (main: Page, group: string, choice: string) =>
  main.getByRole('group', { name: group }).getByText(choice, { exact: true }).click()
const picked = (main: Page, group: string, choice: string) =>
  main.getByRole('group', { name: group }).getByLabel(choice, { exact: true }).isChecked()
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

describe('a choice in Settings', () => {
  it('is saved at once, dresses every window, and is taken back with Ctrl+Z', async () => {
    const { lull, main, profile } = await start()
    await lull.tray.press('Take a pause')
    const pause = await lull.window('pause')
    const light = await paper(pause)
    await page(lull, main, 'Settings')
    await pick(main, 'Theme', 'Dark')
    await seen(() => paper(pause)).not.toBe(light)
    const kept = () => readFileSync(join(profile, 'device.json'), 'utf8')
    expect(JSON.parse(kept())).toMatchObject({ theme: 'dark' })
    await main.getByText('Saved.').waitFor()
    await main.keyboard.press('Control+z')
    await seen(() => paper(pause)).toBe(light)
    expect(JSON.parse(kept())).toMatchObject({ theme: 'system' })
    await seen(() => picked(main, 'Theme', 'As the system')).toBe(true)
  })

  it('is there after a restart', async () => {
    const first = await start()
    await page(first.lull, first.main, 'Settings')
    await first.main.getByRole('switch', { name: 'Dim' }).click()
    await first.main.getByText('Saved.').waitFor()
    await first.lull.quit()
    const { lull, main } = await start(first.profile)
    await page(lull, main, 'Settings')
    await seen(() => main.getByRole('switch', { name: 'Dim' }).isChecked()).toBe(true)
    expect(await main.evaluate(() => document.documentElement.dataset['dim'])).toBe('on')
  })

  it('about work is kept in the journal, and named in Today', async () => {
    const { lull, main } = await start()
    await beginJournal(lull)
    await page(lull, main, 'Settings')
    await pick(main, 'What do you mostly do?', 'Chat')
    await main.getByText('Saved.').waitFor()
    expect(await main.getByText('How long is it usually between two calls?').count()).toBe(0)
    await main.getByLabel('My shifts usually start at').fill('22:00')
    await main.getByLabel('My shifts usually start at').press('Enter')
    await main.getByRole('button', { name: 'Clear' }).waitFor()
    // A time as people write it; what is none is told, and changes nothing.
    const starts = main.getByRole('textbox', { name: 'My shifts usually start at' })
    await starts.fill('in the evening')
    await starts.press('Enter')
    await main.getByText('That isn’t a time. One like 14:30, please.').waitFor()
    expect(await starts.getAttribute('aria-invalid')).toBe('true')
    await page(lull, main, 'Today')
    await page(lull, main, 'Settings')
    await seen(() => starts.inputValue()).toBe('22:00')
    await starts.fill('9.30 pm')
    await starts.press('Enter')
    await seen(() => starts.inputValue()).toBe('21:30')
    expect(await main.getByText('That isn’t a time.').count()).toBe(0)
    await page(lull, main, 'Today')
    await main.getByRole('button', { name: 'Note a chat' }).click()
    const note = await lull.window('note')
    await note.getByText('How hard was it?').waitFor()
    expect(await words(note)).toMatch(/chat, \d\d:\d\d/)
    await lull.press('2')
    await note.getByText('Good chat').waitFor()
    expect(await words(note)).not.toMatch(/call/i)
    await lull.press('Escape')
    await gone(lull, 'note')
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    await unlock(lull)
    const again = await lull.window('main')
    await again.getByRole('button', { name: 'Note a chat' }).waitFor()
  })

  it('of a shorter time locks sooner', async () => {
    const { lull, main } = await start()
    await beginJournal(lull)
    await page(lull, main, 'Settings')
    await main.getByRole('button', { name: 'Keys and lock' }).click()
    await lull.step(1000)
    await pick(main, 'Lock when nobody has been here for', '1 min')
    await main.getByText('Saved.').waitFor()
    await lull.idle(61)
    await lull.step(60_000)
    await seen(async () => (await lull.windows()).map((each) => each.name)).not.toContain('main')
  })
})

describe('a question', () => {
  it('comes on Today when it matters, once, and can be skipped', async () => {
    const { lull, main } = await start()
    await beginJournal(lull)
    expect(await main.getByText('What do you mostly do?').count()).toBe(0)
    await lull.shortcut(toughOne)
    await lull.step(1000)
    await (await lull.window('card')).getByRole('button', { name: 'Note' }).click()
    await firstNoteWithWords(lull, 'A long one.')
    const question = main.getByRole('region', { name: 'A question, once' })
    await question.getByText('What do you mostly do?').waitFor()
    await question.getByRole('button', { name: 'Skip' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await main.getByText('How long is it usually').count()).toBe(0)
  })
})

describe('keys that work everywhere', () => {
  const row = (main: Page, name: string) => main.getByRole('group', { name, exact: true })

  it('are chosen by pressing them, and count as working once they were pressed', async () => {
    const { lull, main, profile } = await start()
    await page(lull, main, 'Settings')
    expect(await row(main, 'Take a pause').innerText()).toContain('none')
    await row(main, 'Take a pause').getByRole('button', { name: 'Choose' }).click()
    await lull.step(100)
    await main.keyboard.press('Control+Alt+KeyP')
    await lull.step(100)
    await row(main, 'Take a pause').getByText('types a sign on many keyboards').waitFor()
    await main.keyboard.press('Control+Shift+KeyP')
    await lull.step(500)
    await row(main, 'Take a pause').getByText('Press it now, to see that it works.').waitFor()
    const kept: unknown = JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8'))
    expect(kept).toMatchObject({ shortcuts: { pause: 'CommandOrControl+Shift+P' } })
    await lull.shortcut('CommandOrControl+Shift+P')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(500)
    await row(main, 'Take a pause').getByText('It works.').waitFor()
  })

  it('that another program has are said to be taken', async () => {
    const profile = aProfile()
    const lull = await launch({
      profile,
      clock: '2026-11-22T14:00:00Z',
      env: { LULL_TAKEN_SHORTCUTS: 'CommandOrControl+Shift+F9' },
    })
    running.push(lull)
    const main = await lull.window('main')
    await page(lull, main, 'Settings')
    await row(main, 'Tough one').getByText('Another program has these keys.').waitFor()
    await row(main, 'Tough one').getByRole('button', { name: 'Take away' }).click()
    await seen(() => row(main, 'Tough one').innerText()).toContain('none')
    await main.keyboard.press('Control+z')
    await lull.step(500)
    await row(main, 'Tough one').getByText('Another program has these keys.').waitFor()
  })
})

describe('a desktop without a tray', () => {
  it('has the tray\u2019s entries on Today, and says so once', async () => {
    const profile = aProfile()
    const bin = aProfile()
    writeFileSync(join(bin, 'gdbus'), '#!/bin/sh\necho "(false,)"\n', { mode: 0o755 })
    const lull = await launch({
      profile,
      clock: '2026-11-22T14:00:00Z',
      env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    })
    running.push(lull)
    const main = await lull.window('main')
    await seen(() => words(main)).toContain('This desktop shows no tray icons')
    await main.getByRole('button', { name: 'Tough one' }).click()
    await lull.window('card')
    await main.getByRole('button', { name: 'Quiet for an hour' }).click()
    await seen(() => lull.tray.icon()).toContain('tray-quiet')
    await main.getByRole('button', { name: 'Got it' }).click()
    await lull.step(500)
    await seen(() => words(main)).not.toContain('This desktop shows no tray icons')
    expect(await words(main)).toContain('Tough one')
    await main.getByRole('button', { name: 'End quiet' }).click()
    await seen(() => lull.tray.icon()).not.toContain('tray-quiet')
    await main.getByRole('button', { name: 'Quiet for 30 minutes' }).click()
    await main.getByRole('button', { name: 'End quiet' }).waitFor()
    await lull.step(30 * 60_000 + 1000)
    await main.getByRole('button', { name: 'Quiet for 30 minutes' }).waitFor()
    await main.getByRole('button', { name: 'Quit' }).click()
    expect((await lull.exited).code).toBe(0)
  })
})

describe('the pages', () => {
  it('are reached by keyboard alone', async () => {
    const { lull, main } = await start()
    await main.getByText('No moments noted yet').waitFor()
    for (const [index, name] of ['Today', 'Breathe', 'Journal', 'Trends'].entries()) {
      await main.keyboard.press(`Control+${index + 1}`)
      await lull.step(1000)
      await main.locator('[aria-current=page]', { hasText: name }).waitFor()
    }
    await main.getByRole('button', { name: 'Trends' }).focus()
    await main.keyboard.press('ArrowDown')
    await main.keyboard.press('Enter')
    // A page that is loaded when it is first looked at comes after a moment of its own.
    await comes(lull, main.getByRole('heading', { name: 'Week' }))
  })
})

describe('a device.json that can’t be used', () => {
  it.each([
    ['broken', '{"theme":"dark"', 'couldn’t be read'],
    ['from a newer Lull', '{"version":7,"theme":"dark"}', 'written by a newer Lull'],
  ])('that is %s brings a sentence and defaults, and is kept', async (_what, text, sentence) => {
    const profile = aProfile()
    writeFileSync(join(profile, 'device.json'), text)
    const { lull, main } = await start(profile)
    await main.getByText(sentence).waitFor()
    expect(readdirSync(profile)).toContain('device.aside-1.json')
    expect(readFileSync(join(profile, 'device.aside-1.json'), 'utf8')).toBe(text)
    await page(lull, main, 'Settings')
    await seen(() => picked(main, 'Theme', 'As the system')).toBe(true)
    await lull.quit()
    const next = await start(profile)
    await next.main.getByText('No moments noted yet').waitFor()
    expect(await words(next.main)).not.toContain('The old file is kept')
  })
})
