import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Lull } from '../../tools/driver/driver.ts'
import { cutOff, found } from './looks.ts'
import {
  aShift,
  aWeek,
  firstDay,
  firstTrends,
  oneNight,
  pictureProfile,
  restOfTrends,
  theKeys,
  trendsOfPeriods,
  type Look,
} from '../../tools/screens.ts'

/** What is wrong on the screens of a walk, by screen, and how many those were. */
async function walked(look: Look, walks: readonly Walk[], aYear = pictureProfile) {
  const wrong: Record<string, string[]> = {}
  let screens = 0
  const year = await aYear()
  const visit = async (screen: string, page: Page, lull: Lull) => {
    screens++
    const settle = () => lull.step(500)
    const all = [...(await found(page, settle)), ...(await cutOff(page, settle, 100))]
    if (look === 'light') all.push(...(await cutOff(page, settle, 200)))
    if (all.length > 0) wrong[screen] = all
  }
  try {
    for (const walk of walks) await walk(year, look, visit)
  } finally {
    rmSync(year.profile, { recursive: true, force: true })
  }
  return { wrong, screens }
}
type Walk = typeof oneNight
/** For a walk that begins a journal of its own. */
const noYear = async () => ({ profile: mkdtempSync(join(tmpdir(), 'lull-no-year-')), now: '' })

describe('every screen', () => {
  it.each<Look>(['light', 'dark', 'dim'])(
    'can be used by everyone, and read at twice the size (%s)',
    async (look) => {
      const first: Walk = (_year, ...rest) => firstDay(...rest)
      expect(await walked(look, [first, oneNight])).toEqual({ wrong: {}, screens: 62 })
    },
  )

  it.each<Look>(['light', 'dark', 'dim'])(
    'of a shift’s start and end can be, too (%s)',
    async (look) => {
      const early: Walk = (_year, ...rest) => firstTrends(...rest)
      expect(await walked(look, [aShift, early])).toEqual({ wrong: {}, screens: 18 })
    },
  )

  it.each<Look>(['light', 'dark', 'dim'])(
    'of Trends over any period can be, too (%s)',
    async (look) => {
      expect(await walked(look, [trendsOfPeriods])).toEqual({ wrong: {}, screens: 5 })
    },
  )

  it.each<Look>(['light', 'dark', 'dim'])(
    'of what the last shifts have to say can be, too, as charts and as tables (%s)',
    async (look) => {
      expect(await walked(look, [restOfTrends])).toEqual({ wrong: {}, screens: 6 })
    },
  )

  it.each<Look>(['light', 'dark', 'dim'])('of the keys can be, too (%s)', async (look) => {
    const keys: Walk = (_year, ...rest) => theKeys(...rest)
    expect(await walked(look, [keys], noYear)).toEqual({ wrong: {}, screens: 8 })
  })

  it.each<Look>(['light', 'dark', 'dim'])(
    'of a week and of the sheet can be, too (%s)',
    async (look) => {
      expect(await walked(look, [aWeek])).toEqual({ wrong: {}, screens: 7 })
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
