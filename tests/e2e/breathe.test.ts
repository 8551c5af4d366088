import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, seen, words } from './agent.ts'

const running: Lull[] = []
const folders: string[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function start(device: object = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'lull-breathe-'))
  folders.push(profile)
  writeFileSync(join(profile, 'device.json'), JSON.stringify({ version: 1, ...device }))
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  const main = await lull.window('main')
  await seen(() => lull.focus()).toBe('main')
  return { lull, main, profile }
}
async function breathe(lull: Lull, main: Page, part?: string): Promise<void> {
  await main.getByRole('button', { name: 'Breathe', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Breathe' }).waitFor()
  if (part === undefined) return
  await main.getByRole('tab', { name: part }).click()
  await lull.step(500)
}
const device = (profile: string): unknown =>
  JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8'))
const card = (main: Page, name: string) => main.getByRole('region', { name, exact: true })

describe('the Breathe page', () => {
  it('begins the pattern that is chosen, at the length that is chosen', async () => {
    const { lull, main } = await start()
    await breathe(lull, main)
    const sighing = card(main, 'Cyclic sighing')
    expect(await sighing.innerText()).toContain('the length that was studied')
    await sighing.getByText('1 min', { exact: true }).click()
    await lull.step(100)
    expect(await sighing.innerText()).toContain('a short pause')
    await sighing.getByRole('button', { name: /Begin/ }).click()
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(60_500)
    await pause.getByText('That was your pause.').waitFor()
    expect(await words(pause)).toContain('Cyclic sighing, 1 min.')
  })

  it('takes a pattern off the front, and back', async () => {
    const { lull, main } = await start()
    await breathe(lull, main)
    await card(main, 'Three sighs').getByRole('button', { name: 'Not for me' }).click()
    await lull.step(500)
    await seen(() => card(main, 'Three sighs').isVisible()).toBe(false)
    await main.getByText('Saved.').waitFor()
    await main.getByText('More patterns').click()
    await lull.step(500)
    await card(main, 'Three sighs').getByRole('button', { name: 'Back to the front' }).click()
    await lull.step(500)
    await main.getByText('More patterns').click()
    await lull.step(500)
    expect(await card(main, 'Three sighs').isVisible()).toBe(true)
  })

  it('takes a pause without breath off the front too', async () => {
    const { lull, main } = await start()
    await breathe(lull, main)
    const without = main.getByRole('region', { name: 'Without breath' })
    await without.getByRole('button', { name: /Not for me.*Stretch/ }).click()
    await lull.step(500)
    await seen(() => without.getByText('Stretch').count()).toBe(0)
    await main.getByText('More patterns').click()
    await lull.step(500)
    await main.getByRole('button', { name: /Back to the front.*Stretch/ }).click()
    await lull.step(500)
    await seen(() => without.getByText('Stretch, 40 s').count()).toBe(1)
  })

  it('draws one by chance from what is switched on, and keeps that it was drawn', async () => {
    const { lull, main } = await start({ chooseFrom: ['rest-eyes', 'water'] })
    await beginJournal(lull)
    await breathe(lull, main)
    await main.getByRole('button', { name: 'Draw one' }).click()
    const pause = await lull.window('pause')
    await pause
      .getByRole('status')
      .getByText(/Look at something far away|sip of water/)
      .waitFor()
    await lull.step(20_500)
    await pause.getByText('That was your pause.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    await breathe(lull, main, 'Taken')
    expect(await words(main)).toMatch(/Rest your eyes|A sip of water/)
  })

  it('reads out what is known, null results included, with its sources', async () => {
    const { lull, main } = await start()
    await breathe(lull, main, 'What is known')
    const text = await words(main)
    expect(text).toContain('did no better against stress')
    expect(text).toContain('Fincham and others, 2023')
    expect(text).toContain('This isn’t medical advice.')
  })

  it('shows pauses only where there is an open journal, and says what will stand there', async () => {
    const { lull, main } = await start()
    await breathe(lull, main, 'Taken')
    await main.getByText('Every pause that you take stands here').waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await beginJournal(lull)
    await lull.tray.press('One minute')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(11_000)
    await lull.press('Escape')
    await pause.getByText('That counts too.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    await breathe(lull, main, 'Taken')
    expect(await words(main)).toMatch(/Longer exhale\s+stopped after 11 s/)
  })
})

describe('a breath of one\u2019s own', () => {
  it('says its rate while it is made, can be tried, kept, and taken away with undo', async () => {
    const { lull, main, profile } = await start()
    await breathe(lull, main, 'Your own patterns')
    await main.getByLabel('breathe in').fill('4.25')
    await main.getByLabel('breathe out').fill('5.75')
    await main.getByLabel('hold, softly').fill('2')
    await lull.step(100)
    await main.getByText('5.0 breaths a minute').waitFor()
    await main.getByRole('button', { name: 'Keep it' }).click()
    await seen(() => device(profile)).toMatchObject({ ownPatterns: ['own:4250-0-2000-5750-0'] })
    await lull.step(500)
    await card(main, '4.25 – 2 – 5.75 (hold)').waitFor()
    await card(main, '4.25 – 2 – 5.75 (hold)')
      .getByRole('button', { name: /Take away/ })
      .click()
    await seen(() => device(profile)).toMatchObject({ ownPatterns: [] })
    await lull.step(500)
    await main.keyboard.press('Control+z')
    await seen(() => device(profile)).toMatchObject({ ownPatterns: ['own:4250-0-2000-5750-0'] })
    await main.getByRole('button', { name: 'Try it' }).click()
    const pause = await lull.window('pause')
    // It has a hold: what is to be known comes first, once.
    await pause.getByRole('heading', { name: 'Before a pattern with holds' }).waitFor()
    await pause.getByRole('button', { name: 'Go on' }).click()
    await lull.step(4400)
    await pause.getByText('hold, softly', { exact: true }).waitFor()
    await seen(() => device(profile)).toMatchObject({ holdsRead: true })
  })

  it.each([
    ['breathe in', '1', 'Breathing in and breathing out take 2 seconds or more.'],
    ['breathe out', '10.5', 'Breathing in and breathing out take 10 seconds at most.'],
    ['hold, softly', '7.25', 'A hold or a rest is 7 seconds at most.'],
    ['a little more', '0.25', 'A little more takes half a second or longer, or none at all.'],
    ['breathe in', '4.1', 'Quarters of a second, please: 4, 4.25, 4.5.'],
    ['breathe in', '', 'Breathing in and breathing out take 2 seconds or more.'],
  ])('out of bounds is said, and cannot be kept or tried (%s: %s)', async (label, value, said) => {
    const { lull, main } = await start()
    await breathe(lull, main, 'Your own patterns')
    await main.getByLabel(label).fill(value)
    await lull.step(100)
    await main.getByText(said).waitFor()
    expect(await main.getByRole('button', { name: 'Try it' }).count()).toBe(0)
    expect(await main.getByRole('button', { name: 'Keep it' }).count()).toBe(0)
  })

  it('is kept apart from another of the same seconds, and lasts as long as is wanted', async () => {
    const { lull, main } = await start({
      ownPatterns: ['own:4000-0-4000-4000-0', 'own:4000-0-0-4000-4000'],
      holdsRead: true,
    })
    await breathe(lull, main, 'Your own patterns')
    const held = card(main, '4 \u2013 4 \u2013 4 (hold)')
    await card(main, '4 \u2013 4 \u2013 4 (rest)').waitFor()
    expect(await held.innerText()).toContain('with holds')
    await held.getByText('3 min', { exact: true }).click()
    await held.getByRole('button', { name: /Begin/ }).click()
    const pause = await lull.window('pause')
    await pause.getByRole('heading', { name: '4 \u2013 4 \u2013 4 (hold), 3 min' }).waitFor()
  })

  it.each(['0', '', '31'])(
    'can\u2019t be tried for "%s" minutes, and Lull says so',
    async (value) => {
      const { lull, main } = await start()
      await breathe(lull, main, 'Your own patterns')
      await main.getByLabel('How long').fill(value)
      await lull.step(100)
      await main.getByText('One breath at least, and half an hour at most.').waitFor()
      expect(await main.getByRole('button', { name: 'Try it' }).count()).toBe(0)
    },
  )

  it('that can\u2019t be read in device.json is left out, the others stay, and Lull says so', async () => {
    const { lull, main } = await start({
      ownPatterns: ['own:4000-0-0-6000-0', 'own:1-1-1-1-1'],
      dim: true,
    })
    await main.getByText('One of your own patterns couldn’t be read').waitFor()
    await breathe(lull, main, 'Your own patterns')
    await card(main, '4 – 6').waitFor()
    expect(await main.evaluate(() => document.documentElement.dataset['dim'])).toBe('on')
  })
})

describe('sound', () => {
  it('takes the words of later breaths over from the screen reader, and is silent during a call', async () => {
    const { lull } = await start({ sound: true })
    await lull.tray.press('One minute')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    const status = () => pause.getByRole('status').first().textContent()
    await lull.step(500)
    expect(await status()).toBe('breathe in, 4 seconds')
    await lull.step(10_000)
    expect(await status()).toBe('')
    await lull.secondProcess(['--call-started'])
    await lull.tray.press('Take a pause')
    await pause.getByRole('button', { name: 'Go on' }).click()
    await lull.step(500)
    // No tone now, so the words are back.
    expect(await status()).toBe('in')
  })

  it('for a device that is gone is silence and a sentence, never another device', async () => {
    const { lull, main, profile } = await start({
      sound: true,
      soundOutput: 'Speakers of another desk',
    })
    await lull.tray.press('One minute')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(500)
    const missing = 'The device that you chose for sound isn’t there, so this pause is silent.'
    await pause.getByRole('main').getByText(missing).waitFor()
    // It is said with the first phase, and not again with each.
    expect(await pause.getByRole('status').textContent()).toBe(`${missing} breathe in, 4 seconds`)
    await lull.step(4000)
    expect(await pause.getByRole('status').textContent()).toBe('breathe out, 6 seconds')
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await main.getByText('That device isn’t there now. Until it is, pauses stay silent.').waitFor()
    await main.getByLabel('Where it sounds').selectOption('')
    await seen(() => device(profile)).toMatchObject({ soundOutput: null })
  })
})
