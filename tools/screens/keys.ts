import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { zone } from '../demo/plan.ts'
import { demoPassphrase } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { wear, stepUntilSeen, gone, type Look, type Visit } from './steps.ts'

/** What opens the journal, the window in which that is changed, and a lock after three tries that failed. */
export async function theKeys(look: Look, visit: Visit): Promise<void> {
  const keychain = mkdtempSync(join(tmpdir(), 'lull-keychain-'))
  const lull = await launch({
    clock: '2026-11-22T14:00:00Z',
    timezone: zone,
    installed: true,
    env: { LULL_KEYCHAIN: keychain },
  })
  const unlock = () => lull.window('unlock')
  try {
    const main = await lull.window('main')
    await wear(lull, main, look)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    const begin = await unlock()
    await begin.getByLabel('Passphrase').fill(demoPassphrase)
    await begin.getByLabel('The same once more').fill(demoPassphrase)
    await begin.getByRole('button', { name: 'Begin' }).click()
    await begin.getByRole('button', { name: 'Remind me at home' }).click()
    await gone(lull, 'unlock')
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Keys and lock' }))
    await main.getByRole('button', { name: 'Keys and lock' }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Change the passphrase' }))
    await visit('keys', main, lull)

    /** The window for a change, once it knows who asks. */
    const change = async (name: string, proof?: string): Promise<Page> => {
      await main.getByRole('button', { name }).click()
      const page = await unlock()
      await page.getByLabel('Passphrase').waitFor()
      if (proof !== undefined) await visit(proof, page, lull)
      await page.getByLabel('Passphrase').fill(demoPassphrase)
      await page.getByRole('button', { name: 'Go on' }).click()
      return page
    }
    const choosing = await change('Change the passphrase', 'keys-prove')
    await choosing.getByLabel('The same once more').waitFor()
    await choosing.getByLabel('Passphrase, at least').fill('summer 2026')
    await stepUntilSeen(lull, choosing.getByText('Whoever has the files could find it'))
    await visit('keys-choose', choosing, lull)
    await choosing.getByRole('button', { name: 'Not now' }).click()
    await gone(lull, 'unlock')

    const writing = await change('Write down a recovery key')
    await writing.getByRole('button', { name: 'It’s on paper' }).waitFor()
    await visit('keys-recovery', writing, lull)
    await writing.getByRole('button', { name: 'It’s on paper' }).click()
    await writing.getByRole('button', { name: 'Show me a new one' }).waitFor()
    await visit('keys-typed-back', writing, lull)
    await writing.getByRole('button', { name: 'Not now' }).click()
    await gone(lull, 'unlock')

    const keeping = await change('Use the keychain')
    await keeping.getByRole('button', { name: 'Use the keychain' }).waitFor()
    await visit('keys-keychain', keeping, lull)
    await keeping.getByRole('button', { name: 'Use the keychain' }).click()
    await keeping.getByRole('button', { name: 'Close' }).waitFor()
    await visit('keys-done', keeping, lull)
    await keeping.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')

    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.tray.press('Open Lull')
    const locked = await unlock()
    for (const wrong of ['one', 'two', 'three']) {
      await locked.getByLabel('Passphrase').fill(wrong)
      await locked.getByRole('button', { name: 'Unlock', exact: true }).click()
      await locked.locator('button[aria-busy=true]').first().waitFor()
      await locked.getByText('That didn’t open it.').waitFor()
    }
    await locked.getByText('You can try again').waitFor()
    await visit('keys-wait', locked, lull)
  } finally {
    await lull.kill()
    rmSync(keychain, { recursive: true, force: true })
  }
}
