import { zone } from '../demo/plan.ts'
import { demoPassphrase } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { wear, type Look, type Visit } from './steps.ts'

/** The first minutes with Lull: an empty Today, the passphrase, the recovery key. */
export async function firstDay(look: Look, visit: Visit): Promise<void> {
  const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: zone })
  try {
    const main = await lull.window('main')
    await main.getByText('No moments noted yet').waitFor()
    await wear(lull, main, look)
    await visit('first-day', main, lull)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').waitFor()
    await visit('begin', unlock, lull)
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByLabel('The same once more').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Begin' }).click()
    await unlock.getByRole('button', { name: 'Remind me at home' }).waitFor()
    await visit('recovery', unlock, lull)
  } finally {
    await lull.kill()
  }
}
