import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, seen, toughOne } from './agent.ts'

const running: Lull[] = []
const folders: string[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function start(device: object = {}, env: NodeJS.ProcessEnv = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'lull-window-'))
  folders.push(profile)
  writeFileSync(join(profile, 'device.json'), JSON.stringify({ version: 1, ...device }))
  const lull = await launch({
    profile,
    clock: '2026-11-22T14:00:00Z',
    timezone: 'Asia/Manila',
    env: { LULL_SCREEN: '1366x768', XDG_SESSION_TYPE: 'x11', ...env },
  })
  running.push(lull)
  const main = await lull.window('main')
  await seen(() => lull.focus()).toBe('main')
  return { lull, main, profile }
}
async function takePause(lull: Lull, entry = 'Take a pause'): Promise<Page> {
  await lull.tray.press(entry)
  const pause = await lull.window('pause')
  await seen(() => lull.focus()).toBe('pause')
  await pause
    .getByText(/breathe in|Look at something/)
    .first()
    .waitFor()
  return pause
}
const view = async (lull: Lull, name: string) =>
  (await lull.windows()).find((window) => window.name === name)
const place = async (lull: Lull, name: string) => (await view(lull, name))?.bounds
const places = (profile: string): unknown => {
  const device: unknown = JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8'))
  return typeof device === 'object' && device !== null && 'places' in device ? device.places : {}
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('one voice', () => {
  /** Writes down what the live region says, as long as it is the one that was there first. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const region = document.querySelector('[role=status]')
      const heard: string[] = []
      const note = () => {
        const said = region?.isConnected ? (region.textContent ?? '') : 'gone'
        if (said !== heard.at(-1)) heard.push(said)
      }
      note()
      new MutationObserver(note).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
      })
      Object.assign(window, { heard })
    })
  const heard = (page: Page) => page.evaluate((): unknown => Reflect.get(window, 'heard'))

  it('speaks through the whole of a pause, in order, and its headings have the focus', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await listen(pause)
    expect(await focused(pause)).toBe('Longer exhale, 1 min')
    await lull.step(4000)
    await lull.press('n')
    await lull.step(500)
    await lull.press('n')
    await lull.step(5500)
    await lull.secondProcess(['--call-started'])
    await seen(async () => (await view(lull, 'pause'))?.visible).toBe(false)
    await lull.secondProcess(['--call-ended'])
    await lull.step(5500)
    await seen(() => focused(pause)).toBe('Go on')
    const described = pause.getByRole('button', { name: 'Go on' })
    expect(await described.getAttribute('aria-describedby')).toBe('held')
    await lull.tray.press('Take a pause')
    await lull.press('Enter')
    await seen(() => focused(pause)).toBe('Longer exhale, 1 min')
    await lull.press('Escape')
    await seen(() => focused(pause)).toBe('That counts too.')
    await seen(() => heard(pause)).toEqual([
      'breathe in, 4 seconds',
      'breathe out, 6 seconds',
      'Breathe as you like.',
      'breathe out, 6 seconds',
      'in',
      'Something came in between. Start again with the breath it interrupted, or leave it here.',
      'in',
      '',
      'Longer exhale, 10 s. It waits here until you choose a passphrase.',
    ])
  })

  it('goes on into the next pause of the same window', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await listen(pause)
    await lull.press('Escape')
    await pause.getByText('That counts too.').waitFor()
    await lull.tray.press('Rest the eyes')
    await seen(() => focused(pause)).toBe('Rest your eyes, 20 s')
    expect(await heard(pause)).toContain(
      'Look at something far away: out of a window, or across the room.',
    )
    expect(await heard(pause)).not.toContain('gone')
  })

  it('takes the focus from nobody who is reading, when the pause is over meanwhile', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await pause.getByRole('button', { name: 'More' }).click()
    const dialog = pause.getByRole('dialog', { name: 'What to mind' })
    await dialog.waitFor()
    await seen(() => focused(pause)).toBe('Close')
    await lull.step(60_500)
    await pause.getByText('That was your pause.').waitFor()
    expect(await dialog.isVisible()).toBe(true)
    expect(await focused(pause)).toBe('Close')
    await lull.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await seen(() => focused(pause)).toBe('That was your pause.')
  })
})

describe('a pause that fills the screen', () => {
  it('gives it back when a call folds it, and doesn\u2019t take it again by itself', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    const filled = () => pause.evaluate(() => document.fullscreenElement !== null)
    await lull.press('f')
    await lull.step(500)
    await seen(filled).toBe(true)
    await seen(async () => (await place(lull, 'pause'))?.width).toBe(1366)
    // On the stand-in, hiding it before it has left the full screen ends Lull with an error.
    await lull.secondProcess(['--call-started'])
    await seen(async () => (await view(lull, 'pause'))?.visible).toBe(false)
    await lull.step(500)
    await lull.secondProcess(['--call-ended'])
    await lull.step(5500)
    await seen(async () => (await view(lull, 'pause'))?.visible).toBe(true)
    expect(await filled()).toBe(false)
    expect(await place(lull, 'pause')).toMatchObject({ width: 420, height: 440 })
    expect(lull.stderr()).not.toContain('Uncaught')
  })

  it('goes with everything else, when all is hidden', async () => {
    const { lull } = await start()
    const pause = await takePause(lull)
    await lull.press('f')
    await lull.step(500)
    await seen(() => pause.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await lull.secondProcess(['--hide'])
    await seen(async () => (await lull.windows()).length).toBe(0)
    expect(lull.stderr()).not.toContain('Uncaught')
  })
})

describe('the place of a pause', () => {
  it('is kept where a person dragged it, and not where Lull had to move it', async () => {
    const { lull, profile } = await start()
    await takePause(lull)
    await lull.step(2000)
    expect(places(profile)).toEqual({})
    await lull.screen(1024, 600)
    await seen(() => place(lull, 'pause')).toMatchObject({ x: 604, y: 120 })
    await lull.step(2000)
    expect(places(profile)).toEqual({})
    await lull.drag('pause', { x: 30, y: 40 })
    await lull.step(2000)
    await seen(() => places(profile)).toEqual({ '0,0,1024x600': { pause: { x: 30, y: 40 } } })
    // The first screen comes back, and later the second: the place belongs to that.
    await lull.screen(1366, 768)
    await lull.step(2000)
    await lull.drag('pause', { x: 900, y: 250 })
    await lull.step(2000)
    await lull.screen(1024, 600)
    await seen(() => place(lull, 'pause')).toMatchObject({ x: 30, y: 40 })
  })

  it('is beside the card that comes after the same call', async () => {
    const { lull } = await start()
    await beginJournal(lull)
    await takePause(lull)
    await lull.secondProcess(['--call-started'])
    await lull.shortcut(toughOne)
    await lull.secondProcess(['--call-ended'])
    await lull.step(5500)
    await seen(async () => (await view(lull, 'pause'))?.visible).toBe(true)
    await lull.step(7000)
    await lull.window('card')
    await seen(async () => (await view(lull, 'card'))?.visible).toBe(true)
    const [pause, card] = [await place(lull, 'pause'), await place(lull, 'card')]
    if (!pause || !card) throw new Error('both are there')
    expect(card.y + card.height).toBeLessThan(pause.y)
    expect(card.y).toBeGreaterThanOrEqual(0)
  })
})

describe('on Wayland', () => {
  it('Lull says once that the desktop places its windows, and keeps no place', async () => {
    const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-9' }
    const { lull, main, profile } = await start({}, wayland)
    await main.getByText('This desktop opens windows where it likes').waitFor()
    await takePause(lull)
    await lull.step(2000)
    await lull.drag('pause', { x: 30, y: 40 })
    await lull.step(2000)
    await main.getByRole('button', { name: 'Got it' }).click()
    await main.getByText('Saved.').waitFor()
    expect(await main.getByText('This desktop opens windows').count()).toBe(0)
    expect(JSON.parse(readFileSync(join(profile, 'device.json'), 'utf8'))).toMatchObject({
      unplacedTold: true,
      places: {},
    })
  })

  it('and nowhere else', async () => {
    const { main } = await start()
    await main.getByRole('button', { name: 'Take a pause' }).waitFor()
    expect(await main.getByText('This desktop opens windows').count()).toBe(0)
  })
})

describe('keys that are being chosen', () => {
  it('run nothing, may be those that are in use, and work again at once', async () => {
    const { lull, main } = await start()
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    const group = (name: string) => main.getByRole('group', { name, exact: true })
    await group('Take a pause').getByRole('button', { name: 'Choose' }).click()
    await group('Take a pause').getByRole('button', { name: 'Press the keys' }).waitFor()
    // Hide everything: it must not, now.
    await lull.shortcut('CommandOrControl+Shift+F12')
    expect((await view(lull, 'main'))?.visible).toBe(true)
    await lull.press('Control+Shift+F12')
    await lull.step(500)
    await group('Take a pause').getByText('Press it now, to see that it works.').waitFor()
    expect(await group('Hide everything, and lock').innerText()).toContain('none')
    await lull.shortcut('CommandOrControl+Shift+F12')
    await lull.window('pause')
  })

  it('work again for whoever turns to another window', async () => {
    const { lull, main } = await start()
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    const group = main.getByRole('group', { name: 'Take a pause', exact: true })
    await group.getByRole('button', { name: 'Choose' }).click()
    await group.getByRole('button', { name: 'Press the keys' }).waitFor()
    await lull.focusOutside()
    await group.getByRole('button', { name: 'Choose' }).waitFor()
    await seen(async () => {
      await lull.shortcut('CommandOrControl+Shift+F12')
      return (await lull.windows()).length
    }).toBe(0)
  })
})
