import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { pages } from '../../renderer/main/pages.ts'
import { gone, passphrase, seen, toughOne } from './agent.ts'

let lull: Lull | undefined
let profile = ''
afterEach(async () => {
  await lull?.kill()
  lull = undefined
  rmSync(profile, { recursive: true, force: true })
})

/**
 * The words of a page that stand there in plain English: whatever a person reads or a screen reader
 * says. In the pseudo-language every word of the catalogs has accents. Names of keys, dates and what
 * the agent wrote are not words of ours.
 */
function plainWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const place = node.parentElement
      if (
        !place ||
        place.closest('kbd, time, pre, input, textarea, script, style, [data-own-words]')
      )
        continue
      said.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '')
    const date =
      /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d+)?$/
    return said.filter(
      (text) => /[A-Za-z]{2,}/.test(text) && !/[^\x00-\x7F]/.test(text) && !date.test(text),
    )
  })
}

/** The start of a shift and its end, step by step; only by place, for every word has accents. */
async function shiftOver(main: Page, look: (screen: string, page: Page) => Promise<void>) {
  const card = main.locator('main section').first()
  const ways = card.locator('button')
  const on = async (screen: string, next: Locator) => {
    await next.first().waitFor({ state: 'attached' })
    await look(screen, main)
  }
  await ways.first().click()
  await on('how rested', card.locator('input[type=radio]'))
  await card.locator('label').first().click()
  await on('a moment at the start', card.locator('details summary'))
  await ways.first().click()
  await on('the start, done', main.locator('p[role=status]'))
  await main.locator('main header ~ div button').nth(2).click()
  await on('how the shift was', card.locator('input[value="10"]'))
  await card.locator('label').nth(5).click()
  await card.locator('label').nth(5).click()
  await on('not noted', card.locator('time'))
  await ways.last().click()
  await on('how hard that was', card.locator('input[value="5"]'))
  await card.locator('label').first().click()
  await on('what that was', card.locator('input[value=abusive]'))
  await card.locator('label').nth(6).click()
  await card.locator('h2').waitFor()
  await on('what was heavy', card.locator('button:nth-child(3)'))
  await ways.last().click()
  await on('what went right', card.locator('textarea'))
  await ways.first().click()
  await on('things that do good', card.locator('input[type=checkbox]'))
  await card.locator('label').first().click()
  await card.locator('button').nth(1).click()
  await on('one of them', card.locator('button:nth-child(2)'))
  await ways.first().click()
  await card.locator('textarea, input').first().waitFor({ state: 'detached' })
  await on('the end', card.locator('p[role=status]'))
}

/** What opens the journal, and the window that changes it: a proof, a passphrase, a recovery key. */
async function theKeys(main: Page, look: (screen: string, page: Page) => Promise<void>) {
  if (!lull) return
  const buttons = main.locator('main li button')
  await seen(async () => {
    await lull?.step(200)
    return buttons.count()
  }).toBe(2)
  await look('keys', main)
  for (const nth of [0, 1]) {
    await buttons.nth(nth).click()
    const page = await lull.window('unlock')
    await page.locator('input').waitFor()
    await look(`keys ${nth}, a proof`, page)
    await page.locator('input').fill(passphrase)
    await page.locator('form button[type=submit]').click()
    if (nth === 0) {
      await page.locator('input').nth(1).waitFor()
      await page.locator('input').first().fill('summer 2026')
      await seen(async () => {
        await lull?.step(300)
        return page.locator('p[role=status]').innerText()
      }).not.toBe('')
      await look('another passphrase', page)
    } else {
      await page.locator('li').first().waitFor()
      await look('a recovery key', page)
      await page.locator('button').first().click()
      await page.locator('input').nth(1).waitFor()
      await page.locator('form button[type=submit]').click()
      await page.locator('[role=alert]', { hasText: /./ }).waitFor()
      await look('two groups of it', page)
    }
    await page.locator('button').last().click()
    await gone(lull, 'unlock')
  }
}

/** In milliseconds: it goes through nearly all there is. */
const patience = 240_000

describe('every word', () => {
  it(
    'goes through the catalogs, on every screen and in the tray',
    async () => {
      profile = mkdtempSync(join(tmpdir(), 'lull-words-'))
      writeFileSync(join(profile, 'device.json'), '{"language":"pseudo"}')
      lull = await launch({ profile, clock: '2026-11-22T14:00:00Z' })
      const plain: Record<string, string[]> = {}
      const look = async (screen: string, page: Page) => {
        plain[screen] = await plainWords(page)
        expect(await page.locator('body').innerText()).toMatch(/[^\x00-\x7F]/)
      }

      const main = await lull.window('main')
      const heading = main.locator('h1')
      await heading.waitFor()
      await look('Today, empty', main)
      await main.getByText('5', { exact: true }).first().click()
      await look('energy', main)
      await main.getByText('5', { exact: true }).first().click()

      const unlock = await lull.window('unlock')
      await unlock.locator('input').first().waitFor()
      await look('passphrase', unlock)
      for (const input of await unlock.locator('input').all()) await input.fill(passphrase)
      await unlock.locator('form button[type=submit]').click()
      await unlock.locator('form').waitFor({ state: 'detached' })
      await look('recovery key', unlock)
      await unlock.locator('button').last().click()
      await gone(lull, 'unlock')

      await lull.secondProcess(['--note'])
      const note = await lull.window('note')
      await note.locator('h1').waitFor()
      await seen(() => lull!.focus()).toBe('note')
      await look('how hard', note)
      await lull.press('4')
      await note.locator('input[type=radio]').nth(6).waitFor({ state: 'attached' })
      await look('what it was', note)
      await lull.press('1')
      await lull.press('Enter')
      await note.locator('input[type=radio]').first().waitFor({ state: 'detached' })
      await look('numbers or words', note)
      await lull.press('2')
      await note.locator('textarea').waitFor()
      await look('A few words', note)
      await lull.press('Enter')
      await note.locator('textarea').waitFor({ state: 'detached' })
      await look('a step onward', note)
      await lull.press('Enter')
      await gone(lull, 'note')

      await lull.secondProcess(['--pause'])
      const pause = await lull.window('pause')
      await pause.locator('h1').waitFor()
      await look('pause', pause)
      await lull.press('Escape')
      await pause.locator('button').last().waitFor()
      await look('pause, ended', pause)
      await lull.press('Escape')
      await gone(lull, 'pause')

      await lull.shortcut(toughOne)
      await lull.step(500)
      await shiftOver(main, look)
      for (const [index, name] of pages.entries()) {
        await main.locator('nav button').nth(index).click()
        await lull.step(1_000)
        await main.locator('h1').waitFor()
        if (name === 'trends') await main.locator('[data-dot=shift]').first().waitFor()
        await look(name, main)
        // A page may have parts, one seen at a time.
        const parts = main.getByRole('tab')
        for (let part = 1; part < (await parts.count()); part++) {
          await parts.nth(part).click()
          await lull.step(500)
          await look(`${name}, part ${part}`, main)
        }
        if (name === 'journal') {
          await main.locator('main header button').first().click()
          await main.locator('input[type=date]').waitFor()
          await look('a note of an earlier time', main)
          await lull.press('Escape')
          await main.locator('button[data-note]').first().click()
          await main.locator('button[aria-expanded=false]').first().click()
          await main.locator('input[type=range]').first().waitFor()
          await main.locator('fieldset ul + button').click()
          await look('more of a note', main)
          await lull.press('Escape')
        }
        if (name !== 'guide') continue
        await main.locator('main li button').first().click()
        await main.locator('article h1').waitFor()
        await look('a page of the guide', main)
      }
      await main.locator('header:has(nav) > button').first().click()
      await lull.step(1_000)
      await main.locator('main dl').first().waitFor()
      await look('support', main)
      await main.locator('nav button').nth(pages.indexOf('settings')).click()
      await lull.step(1_000)
      await main.locator('section > p > button').first().click()
      await lull.step(1_000)
      await main.locator('details').first().waitFor()
      for (const product of await main.locator('summary').all()) await product.click()
      await look('connect', main)

      await main.locator('nav button').first().click()
      // Under the closing line stands nothing: the shift goes on.
      await main.locator('main section').first().locator('button').last().click()
      // The line about plans comes a moment after the one about the recovery key, and stands above it.
      const ways = main.locator('main p button')
      const allThere = () =>
        seen(async () => {
          await lull?.step(200)
          return ways.count()
        }).toBe(3)
      await allThere()
      await ways.last().click()
      await lull.step(1_000)
      await main.locator('main h1').waitFor()
      await look('asked', main)
      await main.locator('nav button').nth(pages.indexOf('settings')).click()
      await lull.step(1_000)
      const speaks = main.locator('section', { has: main.locator('input[value=notification]') })
      await speaks.locator('legend small').first().waitFor()
      await look('by what Lull tells', main)
      await speaks.locator('p button').last().click()
      await lull.step(1_000)
      await main.locator('main li div').first().waitFor()
      await look('what Lull can see', main)
      await main.locator('nav button').first().click()
      await allThere()
      await ways.first().click()
      await seen(async () => {
        await lull?.step(200)
        return main.locator('main p + button').isVisible()
      }).toBe(true)
      await look('plans', main)
      await main.locator('main p + button').click()
      await main.locator('form select').first().selectOption({ index: 1 })
      await main.locator('form select').last().selectOption({ index: 1 })
      await main.locator('form p:not([role])').waitFor()
      await look('a plan', main)

      expect(plain).toEqual(Object.fromEntries(Object.keys(plain).map((screen) => [screen, []])))
      const labels = (await lull.tray.menu())
        .flatMap((item) => [item, ...item.items])
        .flatMap((item) => (item.label ? [item.label] : []))
      expect(labels.length).toBeGreaterThan(5)
      for (const label of labels) expect(label).toMatch(/[^\x00-\x7F]/)
    },
    patience,
  )

  it('of the pages about Lull does, too', async () => {
    profile = mkdtempSync(join(tmpdir(), 'lull-words-'))
    writeFileSync(join(profile, 'device.json'), '{"language":"pseudo"}')
    lull = await launch({ profile })
    const main = await lull.window('main')
    for (const nth of [-4, -3, -2, -1]) {
      await main.locator('nav button').nth(pages.indexOf('settings')).click()
      await main.locator('section > p > button').nth(nth).click()
      await main.locator('article h2').first().waitFor()
      expect(await plainWords(main)).toEqual([])
    }
  })

  it('of the keys does, too', async () => {
    profile = mkdtempSync(join(tmpdir(), 'lull-words-'))
    writeFileSync(join(profile, 'device.json'), '{"language":"pseudo"}')
    lull = await launch({ profile, clock: '2026-11-22T14:00:00Z' })
    const plain: Record<string, string[]> = {}
    const main = await lull.window('main')
    await main.getByText('5', { exact: true }).first().click()
    await main.getByText('5', { exact: true }).first().click()
    const unlock = await lull.window('unlock')
    await unlock.locator('input').first().waitFor()
    for (const input of await unlock.locator('input').all()) await input.fill(passphrase)
    await unlock.locator('form button[type=submit]').click()
    await unlock.locator('form').waitFor({ state: 'detached' })
    await unlock.locator('button').last().click()
    await gone(lull, 'unlock')
    await main.locator('nav button').nth(pages.indexOf('settings')).click()
    // Behind it stand the data page's button and the four about Lull.
    const toKeys = main.locator('section > p > button').nth(-6)
    await seen(async () => {
      await lull?.step(200)
      return toKeys.isVisible()
    }).toBe(true)
    await toKeys.click()
    await theKeys(main, async (screen, page) => {
      plain[screen] = await plainWords(page)
      expect(await page.locator('body').innerText()).toMatch(/[^\x00-\x7F]/)
    })
    expect(Object.keys(plain)).toHaveLength(6)
    expect(plain).toEqual(Object.fromEntries(Object.keys(plain).map((screen) => [screen, []])))
  })
})
