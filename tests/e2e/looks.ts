import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** Lets a page come to rest, by whichever clock it runs on. */
export type Settle = () => Promise<void>

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe says is wrong, as a list of rule and element. */
export async function found(page: Page, settle: Settle): Promise<string[]> {
  await page.evaluate(axe)
  const done = page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => id + ': ' + html.slice(0, 120) + ' ' + (any[0]?.message ?? ''))))`)
  // Where the clock is stepped, axe's timers move with it.
  await settle()
  const wrong: unknown = await done
  return Array.isArray(wrong) ? wrong.map(String) : [`no answer: ${String(wrong)}`]
}

/** What is cut off with text at this size, once the page has settled (a chart measures itself twice). */
export async function cutOff(page: Page, settle: Settle, percent: number): Promise<string[]> {
  await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`)
  let wrong: string[] = []
  for (let look = 0; look < 6 && (look === 0 || wrong.length > 0); look++) {
    await settle()
    wrong = await outside(page)
  }
  await page.evaluate(`document.documentElement.style.fontSize = ''`)
  await settle()
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
      // What isn't displayed (a sheet for the printer) can't be cut off.
      if (range.getClientRects().length === 0) continue
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
