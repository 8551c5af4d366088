import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'

const app = join(import.meta.dirname, 'fixture')
const onStandIn = process.env['LULL_RUNTIME'] !== 'electron'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

/** An ended process that nobody has collected yet runs no more. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}

/** What the fixture's page can tell of its clock. */
const clockOf = (running: Lull) =>
  running.window('box').then((page) =>
    page.evaluate(() => ({
      date: new Date().toISOString(),
      temporal: Temporal.Now.instant().toString(),
      now: performance.now(),
      timeline: document.timeline.currentTime,
      moved: parseFloat(
        getComputedStyle(document.querySelector('#box') ?? document.body).marginLeft,
      ),
      frames: Number(Reflect.get(window, 'frames60')),
      seen: String(Reflect.get(window, 'seen')),
    })),
  )

describe.runIf(onStandIn)('a stepped clock', () => {
  it('stands still until it is stepped, in main and in the page', async () => {
    lull = await launch({ app, clock: '2026-03-02T09:00:00Z' })
    const before = await clockOf(lull)
    expect(before).toMatchObject({
      date: '2026-03-02T09:00:00.000Z',
      now: 0,
      timeline: 0,
      moved: 0,
    })
    expect(await clockOf(lull)).toEqual(before)
    expect((await lull.tray.menu())[0]?.label).toBe('ticks 0')
  })

  it('moves timers, dates, frames and animations together', async () => {
    lull = await launch({ app, clock: '2026-03-02T09:00:00Z' })
    await lull.window('box')
    await lull.step(4000)
    const after = await clockOf(lull)
    expect(after).toMatchObject({
      date: '2026-03-02T09:00:04.000Z',
      temporal: '2026-03-02T09:00:04Z',
      now: 4000,
      timeline: 4000,
      seen: 'second 1000',
    })
    expect(after.moved).toBeCloseTo(400, 0)
    expect(after.frames).toBeGreaterThan(235)
    expect(after.frames).toBeLessThan(245)
    await lull.step(56_000)
    expect((await lull.tray.menu())[0]?.label).toBe('ticks 1')
  })
})

describe('the driver', () => {
  it('reads and presses the tray, and types only into the window that has the focus', async () => {
    lull = await launch({ app })
    const page = await lull.window('box')
    await expect(lull.type('lost')).rejects.toThrow(/no window/)
    await lull.tray.press('More', 'Show')
    expect(await lull.focus()).toBe('box')
    await lull.type('found')
    expect(await page.locator('input').inputValue()).toBe('found')
    await expect(lull.tray.press('No such entry')).rejects.toThrow(/has no entry/)
  })

  it('tells the page that it is seen, focused and hidden', async () => {
    lull = await launch({ app })
    const page = await lull.window('box')
    const look = () => page.evaluate(() => [document.visibilityState, document.hasFocus()])
    expect(await look()).toEqual(['hidden', false])
    await lull.tray.press('More', 'Show')
    await expect.poll(look).toEqual(['visible', true])
    await lull.focusOutside()
    await expect.poll(look).toEqual(['visible', false])
    await lull.tray.press('Hide')
    await expect.poll(look).toEqual(['hidden', false])
  })

  it('lets no program end well that tried to reach another machine', async () => {
    const leaky = await launch({ app })
    const page = await leaky.window('box')
    await page.evaluate(() => fetch('https://198.51.100.7/').catch(() => {}))
    expect((await leaky.requestsOut()).count).toBe(1)
    await expect(leaky.kill()).rejects.toThrow(
      'Lull sends nothing, and yet: CONNECT 198.51.100.7:443 HTTP/1.1',
    )
  })

  it.skipIf(process.platform === 'win32')('kills the whole tree and quits cleanly', async () => {
    lull = await launch({ app })
    await lull.window('box')
    const { main, chromium } = await lull.pids()
    await lull.kill()
    await expect.poll(() => [main, ...chromium].filter(isRunning)).toEqual([])
    lull = await launch({ app })
    expect(await lull.quit()).toMatchObject({ code: 0 })
  })
})
