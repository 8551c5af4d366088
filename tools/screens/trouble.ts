import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zone } from '../demo/plan.ts'
import { demoPassphrase } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { gone, wear, type Look, type Visit } from './steps.ts'

const clock = '2026-11-22T14:00:00Z'

/** A journal that is older than it was, on a computer whose clock is behind; then one that is damaged. */
export async function trouble(look: Look, visit: Visit): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'lull-trouble-'))
  const db = join(profile, 'journal', 'journal.db')
  const begin = (at = clock) => launch({ profile, clock: at, timezone: zone })
  let lull = await begin()
  const opened = async () => {
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(demoPassphrase)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    return page
  }
  try {
    const main = await lull.window('main')
    await wear(lull, main, look)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    const page = await lull.window('unlock')
    await page.getByLabel('Passphrase').fill(demoPassphrase)
    await page.getByLabel('The same once more').fill(demoPassphrase)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('button', { name: 'Remind me at home' }).click()
    await gone(lull, 'unlock')
    await lull.quit()
    const older = readFileSync(db)
    lull = await begin()
    await opened()
    await gone(lull, 'unlock')
    await lull.quit()

    writeFileSync(db, older)
    lull = await begin('2026-11-21T14:00:00Z')
    const told = await opened()
    await told.getByText('the newest entries may be missing').waitFor()
    await visit('trouble-older', told, lull)
    await told.getByRole('button', { name: 'Go on' }).click()
    await gone(lull, 'unlock')
    const today = await lull.window('main')
    await today.getByText('This computer’s clock shows a time before').waitFor()
    await visit('trouble-clock', today, lull)
    await lull.quit()

    writeFileSync(db, readFileSync(db).fill(7, 5000, 6000))
    lull = await begin()
    const damaged = await opened()
    await damaged.getByRole('button', { name: 'Begin another journal' }).waitFor()
    await visit('trouble-damaged', damaged, lull)
    await damaged.getByRole('button', { name: 'Begin another journal' }).click()
    await damaged.getByRole('heading', { name: 'Another journal, beside this one' }).waitFor()
    await visit('trouble-another', damaged, lull)
  } finally {
    await lull.kill()
    rmSync(profile, { recursive: true, force: true })
  }
}
