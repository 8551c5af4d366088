/** `npm run screenshots`: a picture of every screen and window, light and dark, into docs/pictures. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { firstDay, oneNight, pictureProfile, type Look, type Visit } from './screens.ts'

const root = join(import.meta.dirname, '..')
const build = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)

const looks: readonly Look[] = ['light', 'dark', 'dim']
let pictures = 0
for (const look of looks) {
  const folder = join(root, 'docs/pictures', look)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const picture: Visit = async (screen, page) => {
    await page.screenshot({ path: join(folder, `${screen}.png`), caret: 'hide' })
    pictures++
  }
  const year = await pictureProfile()
  try {
    await firstDay(look, picture)
    await oneNight(year, look, picture)
  } finally {
    rmSync(year.profile, { recursive: true, force: true })
  }
}
process.stdout.write(`${pictures} pictures in docs/pictures.\n`)
