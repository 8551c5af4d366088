import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDeadProxy, type DeadProxy } from '../../tools/driver/dead-proxy.ts'
import { throwAway } from '../../tools/driver/folders.ts'
import { buildGallery } from '../../tools/gallery.ts'
import { launchChromium, type Chromium } from '../../tools/stand-in/chromium.ts'
import { cutOff, found } from './looks.ts'

const home = 'https://gallery.invalid'
let proxy: DeadProxy
let chromium: Chromium
let page: Page

beforeAll(async () => {
  const built = throwAway()
  await buildGallery(built)
  proxy = await openDeadProxy()
  chromium = await launchChromium({
    folder: throwAway(),
    headless: true,
    ownProxy: proxy.address,
    switches: [],
    env: process.env,
  })
  const context = await chromium.browser.newContext({ viewport: { width: 1100, height: 900 } })
  page = await context.newPage()
  const kinds = { html: 'text/html', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const kind = Object.entries(kinds).find(([ending]) => pathname.endsWith(`.${ending}`))?.[1]
    return kind === undefined
      ? route.abort()
      : route.fulfill({ body: readFileSync(join(built, pathname)), contentType: kind })
  })
})
afterAll(async () => {
  await chromium.kill()
  proxy.close()
})
beforeEach(async () => {
  await page.goto(`${home}/gallery/index.html`)
  await page.getByRole('heading', { name: 'Gallery' }).waitFor()
})

/** Two frames: the one under way, and one that has everything in it. */
const settle = async () => {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))
      }),
  )
}
const part = (name: string) => page.getByRole('region', { name })
const focused = () => page.evaluate(() => document.activeElement?.textContent)

describe('every component in every state', () => {
  it.each(['light', 'dark', 'dim, light', 'dim, dark'])(
    'can be used by everyone, and read at twice the size (%s)',
    async (look) => {
      await page.getByText(look, { exact: true }).click()
      await page.getByRole('button', { name: 'Open a dialog' }).click()
      expect(await found(page, settle)).toEqual([])
      expect(await cutOff(page, settle, 200)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await found(page, settle)).toEqual([])
      expect(await cutOff(page, settle, 100)).toEqual([])
      expect(await cutOff(page, settle, 200)).toEqual([])
    },
  )

  it('keeps its contrast where the system asks for more of it, and its borders in forced colours', async () => {
    await page.emulateMedia({ contrast: 'more', forcedColors: 'active' })
    expect(await found(page, settle)).toEqual([])
    const chip = part('Choices').locator('label', { hasText: 'angry' })
    const picked = await chip.evaluate((element) => getComputedStyle(element).backgroundColor)
    const other = part('Choices').locator('label', { hasText: 'blaming' })
    expect(await other.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
      picked,
    )
    await page.emulateMedia({ contrast: null, forcedColors: null })
  })
})

describe('by keyboard', () => {
  it('arrows walk through a scale, and pick', async () => {
    await part('Scale').getByLabel('1, easy').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    expect(await part('Scale').getByLabel('2', { exact: true }).first().isChecked()).toBe(true)
  })

  it('arrows, Home and End walk through tabs, and show what they reach', async () => {
    const tabs = part('Tabs')
    await tabs.getByRole('tab', { name: 'Pauses' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await tabs.getByRole('tabpanel').innerText()).toBe('known')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Mine')
    await page.keyboard.press('ArrowRight')
    expect(await tabs.getByRole('tabpanel').innerText()).toBe('pauses')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('Mine')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('Pauses')
    // Out of the tabs with one Tab: the others are not stops.
    await page.keyboard.press('Tab')
    expect(await focused()).not.toMatch(/What is known|Mine/)
  })

  it('Space turns a switch', async () => {
    const dim = part('Switch').getByRole('switch', { name: 'Dim' })
    await dim.focus()
    await page.keyboard.press('Space')
    expect(await dim.isChecked()).toBe(false)
  })

  it('a dialog takes the focus, keeps it, and gives it back on Esc', async () => {
    await part('Dialog').getByRole('button', { name: 'Open a dialog' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Before patterns with holds' })
    await dialog.waitFor()
    expect(await focused()).toBe('Go on')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const inside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null)
    // The browser's own frame may be the next stop; the page behind never is.
    const onBody = () => page.evaluate(() => document.activeElement === document.body)
    expect((await inside()) || (await onBody())).toBe(true)
    await page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    expect(await focused()).toBe('Open a dialog')
  })

  it('a chart becomes a table, and is one picture with a sentence before that', async () => {
    const frame = part('Chart frame')
    await frame
      .getByRole('img', { name: 'Stress, shift by shift. You logged 3 of 4 shifts.' })
      .waitFor()
    await frame.getByLabel('Chart').focus()
    await page.keyboard.press('ArrowRight')
    await frame.getByRole('table').waitFor()
    expect(await frame.getByRole('img').count()).toBe(0)
  })

  it('a toast is read out, and its undo takes the words away', async () => {
    const toast = part('Toast').getByRole('status')
    expect(await toast.innerText()).toContain('Saved.')
    await toast.getByRole('button', { name: 'Undo' }).press('Enter')
    expect(await toast.innerText()).toBe('')
  })
})

describe('the gallery', () => {
  it('is no part of the program', () => {
    expect(readdirSync(join(import.meta.dirname, '../../out/renderer'))).not.toContain('gallery')
  })
})
