/** How often Lull wakes in the tray: its own timers, in main and vault, that fire within a minute. */
import type { Lull } from '../driver/driver.ts'
import { demoPassphrase } from '../demo/write.ts'
import type { Measured } from './figures.ts'
import { launchProbed, type Fired, type ProbedLull } from './probe.ts'

/** Shorter than what locks Lull by itself. */
const minutes = 12
const minuteMs = 60_000

/** The most in any minute: with an open journal and then locked, no window there, the clock stepped. */
export async function idle(): Promise<Measured[]> {
  // A clock can be stepped on the stand-in only.
  if (process.env['LULL_RUNTIME'] === 'electron')
    return [{ id: 'idle.wakeups', value: null, note: 'counted on the stand-in' }]
  const probed = await launchProbed({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  try {
    await toTray(probed.lull)
    const open = await quiet(probed, 'Lock')
    await probed.lull.tray.press('Lock')
    const locked = await quiet(probed, 'Open Lull')
    const fired = [...open, ...locked]
    const timers = new Set(fired.map(({ where, ms }) => `${where}: ${ms / 1000} s`))
    return [
      {
        id: 'idle.wakeups',
        value: Math.max(mostWithin(minuteMs, open), mostWithin(minuteMs, locked)),
        note: `${minutes} stepped minutes open, ${minutes} locked; ${[...timers].join(', ') || 'none'}`,
        runtime: 'stand-in',
      },
    ]
  } finally {
    await probed.lull.kill()
  }
}

/** Begins a journal, keeps it open, and closes every window. */
async function toTray(lull: Lull) {
  const main = await lull.window('main')
  await main.getByText('4', { exact: true }).first().click()
  await main.getByText('And how much energy?').waitFor()
  await main.getByText('6', { exact: true }).first().click()
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByLabel('The same once more').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Begin' }).click()
  await unlock.getByRole('button', { name: 'Remind me at home' }).click()
  await main.getByText('Kept.').waitFor()
  // By a timer, which fires with the next step: the page goes with its window.
  await main.evaluate(
    `void setTimeout(() => lull.shell({ id: 1e6, method: 'fold', input: {} }), 1)`,
  )
}

/** What fires while nobody is there; `entry` of the tray tells how the journal stands. */
async function quiet({ lull, ask }: ProbedLull, entry: string): Promise<Fired[]> {
  // What the last action set off is over by then.
  await lull.step(minuteMs)
  await ask('timers')
  for (let minute = 0; minute < minutes; minute++) {
    await lull.idle((minute + 1) * 60)
    await lull.step(minuteMs)
  }
  const windows = await lull.windows()
  const entries = (await lull.tray.menu()).map(({ label }) => label)
  if (windows.length > 0 || !entries.includes(entry))
    throw new Error(`that was no quiet tray: ${JSON.stringify({ windows, entries })}`)
  return ask('timers')
}

/** How many fired at the most in any stretch of this length, its end left out. */
export function mostWithin(ms: number, fired: readonly { at: number }[]): number {
  const counts = fired.map(
    ({ at: from }) => fired.filter(({ at }) => at >= from && at < from + ms).length,
  )
  return Math.max(0, ...counts)
}
