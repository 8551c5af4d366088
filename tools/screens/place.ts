import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { zone } from '../demo/plan.ts'
import { demoPassphrase } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** A folder that is said to be synced, the journal moved there, open on another computer, and gone. */
export async function thePlace(look: Look, visit: Visit, { profile, now }: Year): Promise<void> {
  const outside = mkdtempSync(join(tmpdir(), 'lull-place-'))
  const synced = join(outside, 'Nextcloud')
  const journal = join(synced, 'Lull journal')
  mkdirSync(synced)
  const start = () => launch({ profile, clock: now, timezone: zone })
  let lull = await start()
  try {
    const main = await unlocked(lull, look)
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look at your data' }))
    await main.getByRole('button', { name: 'Look at your data' }).click()
    await stepUntilSeen(lull, main.getByRole('heading', { name: 'Move it' }))
    await lull.answerDialog({ canceled: false, filePaths: [synced] })
    await main.getByRole('button', { name: 'Choose a folder' }).click()
    await main.getByRole('heading', { name: 'Where it would lie' }).waitFor()
    for (const place of [main.locator('dd').last(), main.getByText(journal)])
      await nowhere(place, '/home/ana/Nextcloud/Lull journal')
    await main.getByRole('heading', { name: 'Move it' }).evaluate((part) => part.scrollIntoView())
    await visit('place-synced', main, lull)
    await main.getByRole('button', { name: 'Move it there' }).click()
    const locked = await lull.window('unlock')
    const told = locked.getByText('Your journal has moved.')
    await told.waitFor()
    await nowhere(
      told,
      'Your journal has moved. It lies in “/home/ana/Nextcloud/Lull journal”, and opens as before.',
    )
    await visit('place-moved', locked, lull)
    await lull.quit()

    const since = Date.parse(now) - 10_800_000
    writeFileSync(join(journal, 'journal.open'), JSON.stringify({ computer: 'PC-14', since }))
    lull = await start()
    const page: Page = await lull.window('unlock')
    await page.getByRole('heading', { name: 'Open on PC-14' }).waitFor()
    await visit('place-elsewhere', page, lull)
    await page.getByRole('button', { name: 'Open it here all the same' }).click()
    await page.getByLabel('Passphrase').fill(demoPassphrase)
    renameSync(synced, join(outside, 'away'))
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.getByRole('heading', { name: 'Your journal isn’t where it was' }).waitFor()
    await visit('place-gone', page, lull)
  } finally {
    await lull.kill()
    rmSync(outside, { recursive: true, force: true })
  }
}

/** Where the pictures are taken is nobody's business, and another place each time. */
const nowhere = (place: Locator, words: string) =>
  place.evaluate((element, text) => {
    element.textContent = text
  }, words)
