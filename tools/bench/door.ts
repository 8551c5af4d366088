/**
 * What the door costs between a window and the vault: calls of the built program over its own port,
 * less the same on an empty port (programs/echo.mjs) beside it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type Lull } from '../driver/driver.ts'
import { demoPassphrase } from '../demo/write.ts'
import { pictureProfile } from '../screens/steps.ts'
import { median, quantile, type Measured } from './figures.ts'

const rounds = 24
const callsInBlock = 40

/**
 * The median over the rounds of: 95th percentile of a block of calls, less that of the block on the
 * empty port beside it. Blocks go A B C, C B A, so that a slow moment of the machine falls on all; the
 * first round warms up and isn't counted. The figure is of `today.get`, which the main window asks
 * most; `journal.state` is the door with hardly anything behind it. A page's clock ticks in 0.1 ms.
 */
export async function door(): Promise<Measured[]> {
  const year = await pictureProfile()
  let lull: Lull | undefined
  let empty: Lull | undefined
  try {
    lull = await launch({ profile: year.profile })
    empty = await launch({ app: join(import.meta.dirname, 'programs/echo.mjs') })
    const window = await openJournal(lull)
    const echo = await empty.window('main')
    const calls = {
      empty: () => callsOf(echo, 'echo'),
      'journal.state': () => callsOf(window, 'journal.state'),
      'today.get': () => callsOf(window, 'today.get'),
    }
    const p95s: Record<keyof typeof calls, number[]> = {
      empty: [],
      'journal.state': [],
      'today.get': [],
    }
    const order = ['empty', 'journal.state', 'today.get'] as const
    for (let round = 0; round <= rounds; round++)
      for (const what of round % 2 === 0 ? order : order.toReversed()) {
        const p95 = quantile(await calls[what](), 0.95)
        if (round > 0) p95s[what].push(p95)
      }
    const over = (what: 'journal.state' | 'today.get') =>
      median(p95s[what].map((p95, round) => p95 - (p95s.empty[round] ?? 0)))
    const runtime = process.env['LULL_RUNTIME'] ?? 'stand-in'
    const note = `today.get of a year, ${rounds} × ${callsInBlock} calls; journal.state ${over('journal.state').toFixed(2)}; the empty port itself ${median(p95s.empty).toFixed(2)}`
    return [{ id: 'door.p95', value: over('today.get'), note, runtime }]
  } finally {
    await lull?.kill()
    await empty?.kill()
    rmSync(year.profile, { recursive: true, force: true })
  }
}

async function openJournal(lull: Lull): Promise<Page> {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  return main
}

/** Round trips in ms, one after the other, as the page itself sees them. */
async function callsOf(page: Page, method: string): Promise<number[]> {
  const times: unknown = await page.evaluate(`(async () => {
    const waiting = new Map()
    // The screen behind it hears nothing any more; it is not what is measured.
    lull.listen((said) => waiting.get(said?.id)?.(said))
    const call = (id) => new Promise((resolve) => {
      waiting.set(id, resolve)
      lull.send({ id, method: '${method}', input: {} })
    })
    const times = []
    for (let id = 1e6; id < 1e6 + ${callsInBlock}; id++) {
      const from = performance.now()
      const answer = await call(id)
      times.push(performance.now() - from)
      if (answer.ok === false) throw new Error(answer.error.message)
    }
    return times
  })()`)
  if (!Array.isArray(times)) throw new Error('the page measured nothing')
  return times.map(Number)
}
