/** A look through the demo year without a display: Today and Trends, as pictures in out/demo. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type Lull } from '../driver/driver.ts'
import { zone } from './plan.ts'
import { demoPassphrase } from './write.ts'

/** Opens the year as a person would, and shows each page to `visit`; `settle` moves a stepped clock on. */
export async function lookThrough(
  lull: Lull,
  visit: (name: 'today' | 'trends', page: Page) => Promise<void>,
  settle: () => Promise<void> = async () => {},
): Promise<void> {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  await visit('today', main)
  await main.getByRole('button', { name: 'Trends' }).click()
  await settle()
  await main.locator('[data-dot=shift]').first().waitFor()
  await visit('trends', main)
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../out/demo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const profile = process.argv[2]
  if (profile === undefined) throw new Error('the folder of a demo profile is missing')
  const lull = await launch({ profile, timezone: zone })
  try {
    await lookThrough(lull, async (name, page) => {
      await page.screenshot({ path: join(folder, `${name}.png`) })
    })
  } finally {
    await lull.kill()
  }
  process.stdout.write('Two pictures in out/demo.\n')
}
