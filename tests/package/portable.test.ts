import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, unlock } from '../e2e/agent.ts'
import { mutant } from '../exploits/mutant.ts'

const place = mkdtempSync(join(tmpdir(), 'lull-stick-'))
const mutants: string[] = []
const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
afterAll(() => {
  for (const folder of [place, ...mutants]) rmSync(folder, { recursive: true, force: true })
})

/** Every file under a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !lstatSync(join(folder, file)).isDirectory(),
  )
}

/** A day with a fresh home and a fresh temporary folder, from check-in to Quit; what is left in both. */
async function aDay(name: string, app?: string): Promise<{ data: string; left: string[] }> {
  const [data, home, temp] = ['data', 'home', 'temp'].map((part) => join(place, name, part))
  for (const folder of [data, home, temp]) mkdirSync(folder ?? '', { recursive: true })
  const lull = await launch({
    profile: data ?? '',
    clock: '2026-11-22T14:00:00Z',
    timezone: 'Asia/Manila',
    ...(app === undefined ? {} : { app }),
    env: {
      HOME: home,
      USERPROFILE: home,
      APPDATA: join(home ?? '', 'AppData'),
      LOCALAPPDATA: join(home ?? '', 'Local'),
      XDG_CONFIG_HOME: join(home ?? '', '.config'),
      XDG_CACHE_HOME: join(home ?? '', '.cache'),
      XDG_DATA_HOME: join(home ?? '', '.local'),
      TMPDIR: temp,
    },
  })
  running.push(lull)
  const main = await beginJournal(lull)
  await lull.tray.press('Note')
  await firstNoteWithWords(lull, 'they had waited for an hour')
  await main.getByText('1 moment noted').waitFor()
  await main.getByRole('button', { name: 'Settings' }).click()
  await lull.step(1000)
  await main.getByText('Dark', { exact: true }).click()
  await main.getByText('Saved.').waitFor()
  await lull.tray.press('Lock')
  await lull.tray.press('Open Lull')
  await unlock(lull)
  await lull.quit()
  return { data: data ?? '', left: [...filesIn(home ?? ''), ...filesIn(temp ?? '')] }
}

describe('Lull from a folder of its own', () => {
  it('leaves nothing in the home or the temporary folder, and goes on where the folder goes', async () => {
    const { data, left } = await aDay('stick')
    expect(left).toEqual([])
    expect(filesIn(data)).toEqual(
      expect.arrayContaining(['device.json', join('journal', 'journal.db')]),
    )
    const elsewhere = join(place, 'another letter')
    cpSync(data, elsewhere, { recursive: true })
    const lull = await launch({ profile: elsewhere, clock: '2026-11-22T15:00:00Z' })
    running.push(lull)
    await unlock(lull)
    await (await lull.window('main')).getByText('1 moment noted').waitFor()
  })

  it('would be found out, did it keep its journal in the system’s place', async () => {
    const app = mutant([
      ['join(app.getPath("userData"), "journal")', 'join(defaultFolder(), "journal")'],
    ])
    mutants.push(app)
    const { left } = await aDay('mutant', app)
    expect(left).toContainEqual(expect.stringContaining('journal.db'))
  })
})
