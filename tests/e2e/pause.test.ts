import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, seen, toughOne, unlock, words } from './agent.ts'

const running: Lull[] = []
const folders: string[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Lull on a profile whose device.json says this. */
async function start(device: object = {}): Promise<{ lull: Lull; profile: string }> {
  const profile = mkdtempSync(join(tmpdir(), 'lull-pause-'))
  folders.push(profile)
  writeFileSync(join(profile, 'device.json'), JSON.stringify({ version: 1, ...device }))
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  // The window that Lull opens with is there first, so that it takes no focus later.
  await lull.window('main')
  await seen(() => lull.focus()).toBe('main')
  return { lull, profile }
}
async function takePause(lull: Lull, entry = 'Take a pause'): Promise<Page> {
  await lull.tray.press(entry)
  const pause = await lull.window('pause')
  await seen(() => lull.focus()).toBe('pause')
  return pause
}
const status = (page: Page) => page.getByRole('status').first().textContent()
const hasFolded = async (lull: Lull) =>
  (await lull.windows()).find(({ name }) => name === 'pause')?.visible === false
const device = (profile: string): unknown =>
  JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8'))

describe('a pause', () => {
  it('is breathed, announced in order, and kept', async () => {
    const { lull } = await start()
    const main = await beginJournal(lull)
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    const heard = [await status(pause)]
    for (let phase = 0; phase < 5; phase++) {
      await lull.step(phase % 2 === 0 ? 4000 : 6000)
      heard.push(await status(pause))
    }
    // The whole phrase in the first breath, one word after that.
    expect(heard).toEqual([
      'breathe in, 4 seconds',
      'breathe out, 6 seconds',
      'in',
      'out',
      'in',
      'out',
    ])
    await lull.step(40_000)
    await pause.getByText('That was your pause.').waitFor()
    await seen(() => status(pause)).toContain('Longer exhale, 1 min. Kept.')
    await lull.press('Escape')
    await gone(lull, 'pause')
    await main.getByText('Longer exhale').waitFor()
  })

  it('says the first line once, and remembers what was taken', async () => {
    const { lull, profile } = await start()
    const first = await takePause(lull, 'Three sighs')
    await first.getByText('Dizzy or uneasy?').waitFor()
    await first.getByText('breathe in', { exact: true }).waitFor()
    await seen(() => device(profile)).toMatchObject({
      safetyRead: true,
      pauseLast: 'three-sighs',
      pauseLastMs: 30_000,
    })
    await lull.step(2600)
    await first.getByText('a little more', { exact: true }).waitFor()
    await lull.step(1000)
    await first.getByText('breathe out', { exact: true }).waitFor()
    await lull.step(26_500)
    await first.getByText('That was your pause.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    const again = await takePause(lull)
    await again.getByText('softly, not deeply').waitFor()
    expect(await words(again)).not.toContain('Dizzy')
    await lull.step(2600)
    await again.getByText('a little more', { exact: true }).waitFor()
  })

  it('stops on Escape and counts as what it was; N breathes normally and counts the same', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.press('n')
    await lull.step(500)
    await pause.getByText('as you like', { exact: true }).waitFor()
    expect(await status(pause)).toBe('Breathe as you like.')
    await lull.step(12_000)
    expect(await words(pause)).toContain('as you like')
    await lull.press('n')
    await lull.step(500)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(10_000)
    await lull.press('Escape')
    await pause.getByText('That counts too.').waitFor()
    await seen(() => status(pause)).toContain('Longer exhale, 23 s.')
  })

  it('without motion counts the seconds, and nothing is animated but the hairline', async () => {
    const { lull } = await start({ motion: 'none' })
    const pause = await takePause(lull)
    await pause.getByText('4', { exact: true }).waitFor()
    await lull.step(1000)
    await pause.getByText('3', { exact: true }).waitFor()
    const animated = () =>
      pause.evaluate(
        () =>
          document
            .getAnimations()
            .filter((each) => each instanceof Animation && !('animationName' in each)).length,
      )
    expect(await animated()).toBe(1)
    const main = await lull.window('main')
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await main.getByRole('group', { name: 'Motion' }).getByText('As the system').click()
    // An open pause follows at once: four layers and the hairline.
    await seen(animated).toBe(5)
  })

  it('asks for nothing without breath, from the tray too', async () => {
    const { lull } = await start()
    const pause = await takePause(lull, 'Rest the eyes')
    // The voice is there before it has something to say.
    await seen(() => status(pause)).toContain('Look at something far away')
    const before = await status(pause)
    await lull.step(10_100)
    expect(await status(pause)).not.toBe(before)
    await lull.step(10_000)
    await pause.getByText('That was your pause.').waitFor()
  })
})

describe('tension', () => {
  it('is asked before and after every third pause of a minute, by keyboard, and never else', async () => {
    const { lull } = await start()
    const main = await beginJournal(lull)
    for (let turn = 1; turn <= 3; turn++) {
      await lull.tray.press('One minute')
      const pause = await lull.window('pause')
      await seen(() => lull.focus()).toBe('pause')
      if (turn === 3) {
        await pause.getByText('How tense are you, right now?').waitFor()
        await lull.press('7')
        await lull.step(100)
      }
      await pause.getByText('breathe in', { exact: true }).waitFor()
      await lull.step(60_500)
      if (turn === 3) {
        await pause.getByText('And now?').waitFor()
        await lull.press('4')
        await lull.step(100)
      }
      await pause.getByText('That was your pause.').waitFor()
      await lull.press('Escape')
      await gone(lull, 'pause')
    }
    // Ten rated pauses are described, not one.
    await main.getByRole('button', { name: 'Breathe', exact: true }).click()
    await lull.step(1000)
    await main.getByRole('tab', { name: 'Taken' }).click()
    await lull.step(500)
    expect(await words(main)).not.toContain('on average')
  })

  it('that rose twice of late brings something without breath first', async () => {
    const { lull } = await start()
    await beginJournal(lull)
    const rated = async (before: string, after: string) => {
      await lull.tray.press('One minute')
      const pause = await lull.window('pause')
      await seen(() => lull.focus()).toBe('pause')
      await pause
        .getByText(/How tense|breathe in|Something without/)
        .first()
        .waitFor()
      if (await pause.getByText('How tense are you, right now?').isVisible()) {
        await lull.press(before)
        await lull.step(100)
        await pause.getByText('breathe in', { exact: true }).waitFor()
        await lull.step(60_500)
        await pause.getByText('And now?').waitFor()
        await lull.press(after)
        await lull.step(100)
      } else if (await pause.getByText('Something without breath?').isVisible()) return true
      else await lull.step(60_500)
      await pause.getByText('That was your pause.').waitFor()
      await lull.press('Escape')
      await gone(lull, 'pause')
      return false
    }
    const offered: boolean[] = []
    for (let turn = 1; turn <= 7; turn++) offered.push(await rated('3', '6'))
    // The third and the sixth are rated; the seventh knows.
    expect(offered).toEqual([false, false, false, false, false, false, true])
    const pause = await lull.window('pause')
    await pause.getByRole('button', { name: 'To the window' }).click()
    await pause
      .getByRole('status')
      .getByText('Go to a window, or to the far end of the room.')
      .waitFor()
  })
})

describe('the whole screen', () => {
  it('is filled by F and given back by Escape, which doesn\u2019t stop the pause then', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    const filled = () => pause.evaluate(() => document.fullscreenElement !== null)
    await lull.press('f')
    await lull.step(500)
    await seen(filled).toBe(true)
    await lull.press('Escape')
    await lull.step(500)
    await seen(filled).toBe(false)
    expect(await words(pause)).toContain('breathe in')
  })

  it('goes dark for the eyes, as a choice', async () => {
    const { lull } = await start()
    const pause = await takePause(lull, 'Rest the eyes')
    await pause.getByRole('button', { name: 'dark screen' }).click()
    await lull.step(500)
    const paper = () =>
      pause.evaluate(() => getComputedStyle(document.querySelector('main')!).backgroundColor)
    expect(await paper()).toBe('rgb(0, 0, 0)')
    await pause.getByRole('button', { name: 'light again' }).click()
    await lull.step(500)
    expect(await paper()).not.toBe('rgb(0, 0, 0)')
  })
})

describe('a call that starts', () => {
  it('folds the pause at once, and brings it back after its end, held where it was', async () => {
    const { lull } = await start()
    await lull.focusOutside()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(23_000)
    await lull.secondProcess(['--call-started'])
    await seen(() => hasFolded(lull)).toBe(true)
    expect(await lull.focus()).toBe('outside')
    await lull.step(120_000)
    await lull.secondProcess(['--call-ended'])
    await lull.step(4500)
    expect(await hasFolded(lull)).toBe(true)
    await lull.step(1000)
    await seen(() => hasFolded(lull)).toBe(false)
    expect(await lull.focus()).toBe('outside')
    await pause.getByRole('button', { name: 'Go on' }).click()
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(40_100)
    await pause.getByText('That was your pause.').waitFor()
    await seen(() => status(pause)).toContain('1 min')
  })

  it('takes it away again before it is back, and it can be left there', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(12_000)
    await lull.secondProcess(['--call-started'])
    await lull.secondProcess(['--call-ended'])
    await lull.step(3000)
    await lull.secondProcess(['--call-started'])
    await lull.step(10_000)
    expect(await hasFolded(lull)).toBe(true)
    await lull.secondProcess(['--call-ended'])
    await lull.step(5500)
    await pause.getByRole('button', { name: 'Leave it here' }).click()
    await pause.getByText('That counts too.').waitFor()
    await seen(() => status(pause)).toContain('12 s')
  })

  it('closes a pause that is over', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.press('Escape')
    await pause.getByText('That counts too.').waitFor()
    await lull.secondProcess(['--call-started'])
    await gone(lull, 'pause')
  })
})

describe('sleep', () => {
  it('holds the pause, and it says so', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.power('suspend')
    await pause.getByRole('heading', { name: 'Your pause waited' }).waitFor()
    expect(await status(pause)).toContain('The computer slept in between.')
    await lull.press('Enter')
    await pause.getByText('breathe in', { exact: true }).waitFor()
  })
})

describe('hiding everything', () => {
  it('keeps the pause that it closes as what it was', async () => {
    const { lull } = await start()
    await beginJournal(lull)
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(14_000)
    await lull.secondProcess(['--hide'])
    await gone(lull, 'pause')
    await lull.tray.press('Open Lull')
    await unlock(lull)
    const main = await lull.window('main')
    await lull.step(1000)
    await seen(() => words(main)).toContain('stopped after 14 s')
  })
})

describe('a second request', () => {
  it('only brings a pause that is going on to the front', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(23_000)
    await lull.focusOutside()
    await lull.tray.press('Three sighs')
    await seen(() => lull.focus()).toBe('pause')
    await lull.step(1100)
    await pause.getByText('breathe out', { exact: true }).waitFor()
    expect(await words(pause)).not.toContain('a little more')
  })

  it('begins the next one where the last is over', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.press('Escape')
    await pause.getByText('That counts too.').waitFor()
    await lull.tray.press('Three sighs')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(2600)
    await pause.getByText('a little more', { exact: true }).waitFor()
  })
})

describe('the card', () => {
  async function tough(lull: Lull): Promise<Page> {
    await lull.secondProcess(['--call-started'])
    await lull.shortcut(toughOne)
    await lull.secondProcess(['--call-ended'])
    await lull.step(12_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Pause' }).waitFor()
    return card
  }

  it('holds three sighs itself, takes no focus, asks nothing, and is gone after them', async () => {
    const { lull } = await start()
    const main = await beginJournal(lull)
    await lull.focusOutside()
    const card = await tough(lull)
    await card.getByRole('button', { name: 'Pause' }).click()
    await card.getByText('breathe in', { exact: true }).waitFor()
    const bounds = (await lull.windows()).find(({ name }) => name === 'card')?.bounds
    expect(bounds).toMatchObject({ width: 380, height: 78 })
    await lull.step(2600)
    await card.getByText('a little more', { exact: true }).waitFor()
    // Longer than a card that nobody answers would stay.
    await lull.step(27_500)
    await gone(lull, 'card')
    await main.getByText('Three sighs').waitFor()
    expect((await lull.windows()).map(({ name }) => name)).not.toContain('pause')
  })

  it('folds with its breath when a call starts, which counts as what it was', async () => {
    const { lull } = await start()
    const main = await beginJournal(lull)
    const card = await tough(lull)
    await card.getByRole('button', { name: 'Pause' }).click()
    await card.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(8000)
    await lull.secondProcess(['--call-started'])
    await gone(lull, 'card')
    await lull.step(500)
    await seen(() => words(main)).toContain('stopped after 8 s')
  })
})

describe('reminders', () => {
  it('offer to rest the eyes between calls, in the card, and stay away while it is quiet', async () => {
    const { lull } = await start({ eyeRestEveryMin: 20 })
    await lull.window('main')
    await lull.step(20 * 60_000 + 1000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Pause' }).click()
    await card.getByRole('status').waitFor()
    await lull.step(21_000)
    await gone(lull, 'card')
    await lull.tray.press('Quiet', 'for 30 minutes')
    expect(await lull.tray.icon()).toContain('tray-quiet')
    await lull.step(21 * 60_000)
    expect((await lull.windows()).map(({ name }) => name)).not.toContain('card')
    await lull.step(10 * 60_000)
    expect(await lull.tray.icon()).not.toContain('tray-quiet')
  })

  it('are off by default', async () => {
    const { lull } = await start()
    await lull.window('main')
    await lull.step(3 * 3_600_000)
    expect((await lull.windows()).map(({ name }) => name)).toEqual(['main'])
  })
})
