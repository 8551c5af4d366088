/** What the walks through the screens have in common. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { demoYear, plan } from '../demo/plan.ts'
import { demoPassphrase, write } from '../demo/write.ts'
import type { Lull } from '../driver/driver.ts'

export type Look = 'light' | 'dark' | 'dim'
export type Visit = (screen: string, page: Page, lull: Lull) => Promise<void>
/** A profile with the demo year, and the instant at which it is looked at. */
export interface Year {
  profile: string
  now: string
}

/**
 * A profile with the demo year up to the last half hour of its last shift, and the instant of that. The same
 * on every machine and day.
 */
export async function pictureProfile(): Promise<Year> {
  const year = plan({ ...demoYear, end: '2026-11-23' })
  const last = year.at(-1)
  if (!last) throw new Error('the demo year has no shift')
  const now = last.endsAt - 1_800_000
  last.events = last.events.filter(({ at }) => at < now)
  const profile = mkdtempSync(join(tmpdir(), 'lull-screens-'))
  await write(year, join(profile, 'journal'))
  return { profile, now: Temporal.Instant.fromEpochMilliseconds(now).toString() }
}

/** Chooses the look in Settings, unless it is worn already, and goes back to Today. */
export async function wear(lull: Lull, main: Page, look: Look) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  const choice =
    look === 'dim'
      ? main.getByRole('switch', { name: 'Dim' })
      : main.getByRole('radio', { name: look === 'light' ? 'Light' : 'Dark', exact: true })
  await choice.waitFor({ state: 'attached' })
  if (!(await choice.isChecked())) {
    await choice.click({ force: true })
    await main.getByText('Saved.').waitFor()
  }
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await lull.step(1000)
}

/** Steps on until it is seen: what loads first takes longer than one step on a busy machine. */
export async function stepUntilSeen(lull: Lull, what: Locator) {
  while (!(await what.isVisible())) await lull.step(200)
}

/** Waits for a window to be gone; its name may come again. */
export async function gone(lull: Lull, name: string) {
  while ((await lull.windows()).some((each) => each.name === name)) await lull.step(50)
}

/** Opens the demo's journal, and puts the look on. */
export async function unlocked(lull: Lull, look: Look): Promise<Page> {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  await wear(lull, main, look)
  return main
}
