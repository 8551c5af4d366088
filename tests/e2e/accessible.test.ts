import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { walks, type Walk } from '../../tools/screens.ts'
import { firstDay } from '../../tools/screens/first-day.ts'
import { pictureProfile, type Look, type Visit } from '../../tools/screens/steps.ts'
import { cutOff, found } from './looks.ts'

/** What is wrong on the screens of a walk, by screen, and how many those were. */
async function walked(look: Look, { go }: Walk) {
  const wrong: Record<string, string[]> = {}
  let screens = 0
  const year = await pictureProfile()
  const visit: Visit = async (screen, page, lull) => {
    screens++
    const settle = () => lull.step(500)
    const all = [...(await found(page, settle)), ...(await cutOff(page, settle, 100))]
    if (look === 'light') all.push(...(await cutOff(page, settle, 200)))
    if (all.length > 0) wrong[screen] = all
  }
  try {
    await go(look, visit, year)
  } finally {
    rmSync(year.profile, { recursive: true, force: true })
  }
  return { wrong, screens }
}

describe('every screen', () => {
  const looks: readonly Look[] = ['light', 'dark', 'dim']
  for (const walk of walks)
    it.each(looks)(
      `of ${walk.name} can be used by everyone, and read at twice the size (%s)`,
      async (look) => {
        expect(await walked(look, walk)).toEqual({ wrong: {}, screens: walk.screens })
      },
    )

  it('would be told: a picture without words, and a line that is too long', async () => {
    await firstDay('light', async (screen, page, lull) => {
      if (screen !== 'first-day') return
      const settle = () => lull.step(500)
      await page.evaluate(`document.querySelector('main').append(
        Object.assign(document.createElement('img'), { width: 20, height: 20 }))`)
      expect(await found(page, settle)).toEqual([expect.stringContaining('image-alt')])
      await page.evaluate(`document.querySelector('main img').style.width = '3000px'`)
      expect(await cutOff(page, settle, 100)).not.toEqual([])
    })
  })
})
