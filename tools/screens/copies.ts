import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zone } from '../demo/plan.ts'
import { demoPassphrase } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { gone, stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** The journal's copies: looked into, put back, and opened where the journal doesn't. */
export async function theCopies(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const at = { profile, clock: now, timezone: zone }
  let lull = await launch(at)
  try {
    const main = await unlocked(lull, look)
    await lull.step(120_000)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look at your data' }))
    await main.getByRole('button', { name: 'Look at your data' }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look at the copies' }))
    await main.getByRole('button', { name: 'Look at the copies' }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look inside' }).first())
    await main.getByRole('button', { name: 'Look inside' }).first().click()
    await main.getByRole('button', { name: 'Put it back' }).waitFor()
    // Where the pictures are taken is nobody's business, and another place each time.
    await main
      .locator('p > span')
      .last()
      .evaluate((place) => (place.textContent = '/home/ana/.config/lull/journal/backups'))
    await visit('copies', main, lull)
    await main.getByRole('button', { name: 'Put it back' }).click()
    await visit('copies-sure', main, lull)
    await main.getByRole('button', { name: 'Put it back' }).last().click()
    await main.getByText('The copy is your journal now.').waitFor()
    await visit('copies-done', main, lull)
    await main.getByRole('button', { name: 'Back to Your data' }).click()
    await stepUntilSeen(lull, main.getByText('Encrypted: the same'))
    await lull.quit()

    writeFileSync(join(profile, 'journal', 'journal.db'), Buffer.alloc(40_960, 7))
    lull = await launch(at)
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock', exact: true }).click()
    await unlock.getByRole('button', { name: 'Open a copy' }).waitFor()
    // The buttons' colours fade.
    await lull.step(1000)
    await visit('copies-damaged', unlock, lull)
    await unlock.getByRole('button', { name: 'Open a copy' }).click()
    await unlock.getByText('Which one?').waitFor({ state: 'attached' })
    await visit('copies-open', unlock, lull)
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Look inside' }).click()
    await unlock.getByRole('button', { name: 'Put it back' }).waitFor()
    await visit('copies-inside', unlock, lull)
    await unlock.getByRole('button', { name: 'Put it back' }).click()
    await unlock.getByRole('button', { name: 'Close' }).waitFor()
    await visit('copies-restored', unlock, lull)
    await unlock.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')
  } finally {
    await lull.kill()
  }
}
