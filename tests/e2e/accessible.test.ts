import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Lull } from '../../tools/driver/driver.ts'
import { firstDay, oneNight, pictureProfile, type Look } from '../../tools/screens.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe says is wrong, as a list of rule and element. */
async function found(page: Page, lull: Lull): Promise<string[]> {
  await page.evaluate(axe)
  const done = page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => id + ': ' + html.slice(0, 120) + ' ' + (any[0]?.message ?? ''))))`)
  // The page's timers, and so axe's, move with Lull's clock.
  await lull.step(500)
  const wrong: unknown = await done
  return Array.isArray(wrong) ? wrong.map(String) : [`no answer: ${String(wrong)}`]
}

/** What is cut off with text at this size, once the page has settled (a chart measures itself twice). */
async function cutOff(page: Page, lull: Lull, percent: number): Promise<string[]> {
  await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`)
  let wrong: string[] = []
  for (let look = 0; look < 6 && (look === 0 || wrong.length > 0); look++) {
    await lull.step(500)
    wrong = await outside(page)
  }
  await page.evaluate(`document.documentElement.style.fontSize = ''`)
  await lull.step(500)
  return wrong.map((each) => `${percent} %: ${each}`)
}

/** Words that lie outside the window or what holds them, and pages that scroll sideways. */
async function outside(page: Page): Promise<string[]> {
  const wrong: unknown = await page.evaluate(`(() => {
    const clips = (element) => getComputedStyle(element).overflowX !== 'visible'
    const holder = (element) =>
      !element.parentElement ? document.documentElement
        : clips(element.parentElement) ? element.parentElement : holder(element.parentElement)
    const wrong = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      if (text.data.trim() === '' || text.parentElement.closest('.unseen, option')) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const { left, right } = range.getBoundingClientRect()
      const room = holder(text.parentElement).getBoundingClientRect()
      if (left < room.left - 1 || right > Math.min(room.right, innerWidth) + 1)
        wrong.push('cut off: ' + text.data)
    }
    for (const element of document.querySelectorAll('html, body, body *')) {
      const { overflowX } = getComputedStyle(element)
      if (overflowX !== 'auto' && overflowX !== 'scroll' && element !== document.documentElement) continue
      if (element.scrollWidth > element.clientWidth + 1)
        wrong.push('scrolls sideways: ' + element.tagName + '.' + element.className)
    }
    return wrong
  })()`)
  return Array.isArray(wrong) ? wrong.map(String) : [`no answer: ${String(wrong)}`]
}

describe('every screen', () => {
  it.each<Look>(['light', 'dark', 'dim'])(
    'can be used by everyone, and read at twice the size (%s)',
    async (look) => {
      const wrong: Record<string, string[]> = {}
      let screens = 0
      const year = await pictureProfile()
      const visit = async (screen: string, page: Page, lull: Lull) => {
        screens++
        const all = [...(await found(page, lull)), ...(await cutOff(page, lull, 100))]
        if (look === 'light') all.push(...(await cutOff(page, lull, 200)))
        if (all.length > 0) wrong[screen] = all
      }
      try {
        await firstDay(look, visit)
        await oneNight(year, look, visit)
      } finally {
        rmSync(year.profile, { recursive: true, force: true })
      }
      expect(wrong).toEqual({})
      expect(screens).toBe(19)
    },
  )

  it('would be told: a picture without words, and a line that is too long', async () => {
    await firstDay('light', async (screen, page, lull) => {
      if (screen !== 'first-day') return
      await page.evaluate(`document.querySelector('main').append(
        Object.assign(document.createElement('img'), { width: 20, height: 20 }))`)
      expect(await found(page, lull)).toEqual([expect.stringContaining('image-alt')])
      await page.evaluate(`document.querySelector('main img').style.width = '3000px'`)
      expect(await cutOff(page, lull, 100)).not.toEqual([])
    })
  })
})
