import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, seen, toughOne, unlock } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('locked', () => {
  it('ends the vault and every window that knew something; pauses still work', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    const before = await lull.pids()
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await seen(async () => (await lull!.pids()).vaults).not.toEqual(before.vaults)

    await lull.tray.press('Take a pause')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(60_100)
    await pause.getByRole('main').getByText('It waits here until you unlock.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')

    await lull.tray.press('Open Lull')
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').waitFor()
    await seen(() => lull!.focus()).toBe('unlock')
    await lull.type('not this one')
    await lull.press('Enter')
    await page.getByText('That didn’t open it.').waitFor()
    await unlock(lull)
    const main = await lull.window('main')
    await main.getByText('Longer exhale').waitFor()
  })

  it('still offers after a call that was marked before the lock', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    await lull.secondProcess(['--call-started'])
    await lull.shortcut(toughOne)
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    // The next vault knows that a call runs: a second mark stays silent too.
    await lull.shortcut(toughOne)
    await lull.step(1_000)
    expect(await lull.windows()).toEqual([])
    await lull.secondProcess(['--call-ended'])
    await lull.step(12_000)
    await (await lull.window('card')).getByRole('button', { name: 'Pause' }).waitFor()
  })

  it('is what the end of a vault comes to, however it ended', async () => {
    lull = await launch()
    await beginJournal(lull)
    const { vaults } = await lull.pids()
    for (const vault of vaults) process.kill(vault, 'SIGKILL')
    await gone(lull, 'main')
    await lull.secondProcess([])
    await unlock(lull)
    const main = await lull.window('main')
    await main.getByText('Stress 4 of 10, energy 6 of 10. Kept.').waitFor()
    await lull.quit()
  })

  const ways: Record<string, (running: Lull) => Promise<unknown>> = {
    'the computer’s own lock': async (running) => {
      await running.power('lock-screen')
      await gone(running, 'main')
      await running.power('unlock-screen')
    },
    'sleep, before it comes': (running) => running.power('suspend'),
    'the shortcut that hides everything': (running) =>
      running.shortcut('CommandOrControl+Shift+F12'),
    'the command line': (running) => running.secondProcess(['--lock']),
    'the command line that hides everything': (running) => running.secondProcess(['--hide']),
    'the tray': (running) => running.tray.press('Lock'),
    'its own window': async (running) =>
      (await running.window('main')).getByRole('button', { name: 'Lock', exact: true }).click(),
  }
  it.each(Object.entries(ways))(
    'comes by %s: vault and windows end, and only a secret opens it',
    async (_, lock) => {
      lull = await launch()
      await beginJournal(lull)
      const before = await lull.pids()
      await lock(lull)
      await gone(lull, 'main')
      await seen(async () => (await lull!.pids()).vaults).not.toEqual(before.vaults)
      await seen(() => before.vaults.some(isRunning)).toBe(false)
      await seen(() => lull!.tray.menu()).toContainEqual(
        expect.objectContaining({ label: 'Unlock' }),
      )
      await lull.tray.press('Open Lull')
      await unlock(lull)
      await lull.window('main')
    },
  )

  it('locks after fifteen minutes without a key or a move', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    await lull.step(14 * 60_000)
    expect((await lull.windows()).map((each) => each.name)).toContain('main')
    await lull.idle(15 * 60)
    await lull.step(2 * 60_000)
    await gone(lull, 'main')
  })

  it('hides everything by one shortcut', async () => {
    lull = await launch({ args: ['--pause'] })
    await lull.window('pause')
    await lull.shortcut('CommandOrControl+Shift+F12')
    await seen(async () => (await lull!.windows()).length).toBe(0)
  })
})
