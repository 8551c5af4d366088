/** A look through the demo year without a display: Today and Trends, as pictures in out/demo. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../driver/driver.ts'
import { zone } from './plan.ts'
import { demoPassphrase } from './write.ts'

const folder = join(import.meta.dirname, '../../out/demo')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const profile = process.argv[2]
if (profile === undefined) throw new Error('the folder of a demo profile is missing')

const lull = await launch({ profile, timezone: zone })
try {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  await main.screenshot({ path: join(folder, 'today.png') })
  await main.getByRole('button', { name: 'Trends' }).click()
  await main.locator('circle[data-dot=shift]').first().waitFor()
  await main.screenshot({ path: join(folder, 'trends.png') })
} finally {
  await lull.kill()
}
process.stdout.write('Two pictures in out/demo.\n')
