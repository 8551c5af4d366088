import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { lookThrough } from '../../tools/demo/look.ts'
import { demoYear, plan, zone } from '../../tools/demo/plan.ts'
import { demoPassphrase } from '../../tools/demo/write.ts'
import { launch } from '../../tools/driver/driver.ts'
import { pictureProfile } from '../../tools/screens/steps.ts'
import { seen, words } from './agent.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** `npm start -- --demo` without a display, with a temp folder of its own. */
function startDemo() {
  const temp = mkdtempSync(join(tmpdir(), 'lull-demo-test-'))
  folders.push(temp)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../tools/start.ts'), '--demo'],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        TMPDIR: temp,
        LULL_BUILT: '1',
        LULL_HEADLESS: '1',
        LULL_RUNTIME: 'stand-in',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  const demos = () => readdirSync(temp).filter((name) => name.startsWith('lull-demo-'))
  return { child, ended: once(child, 'close'), said: () => said, demos }
}

describe('the demo', () => {
  it('shows a year: the last shift on Today, 13 weeks of it on Trends', async () => {
    const { profile, now } = await pictureProfile()
    folders.push(profile)
    const nowMs = Temporal.Instant.from(now).epochMilliseconds
    const year = plan({ ...demoYear, end: '2026-11-23' })
    const from = Temporal.Instant.from(now)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .subtract({ weeks: 13 })
      .toString()
    const rated = year.filter(
      ({ date, events }) =>
        date > from && events.some(({ what, at }) => what === 'check-in' && at < nowMs),
    ).length
    const tonight = year.at(-1)?.events.filter(({ at }) => at < nowMs) ?? []
    const count = (what: string) => tonight.filter((each) => each.what === what).length
    const moments = count('note') === 0 ? 'No moments noted yet' : `${count('note')} moment`
    const lull = await launch({ profile, clock: now, timezone: zone })
    const visited: string[] = []
    try {
      const settle = () => lull.step(1000)
      const visit = async (name: string, page: Page) => {
        visited.push(name)
        await settle()
        if (name === 'trends')
          return seen(() => page.locator('[data-dot=shift]').count()).toBe(rated)
        const shown = await words(page)
        expect(shown).toContain('Sun, Nov 22')
        expect(shown).toContain(moments)
        expect(shown.match(/Longer exhale/g)).toHaveLength(count('pause'))
      }
      await lookThrough(lull, visit, settle)
      expect(visited).toEqual(['today', 'trends'])
      expect(rated).toBeGreaterThan(30)
    } finally {
      await lull.kill()
    }
  })

  it('says its passphrase, and leaves nothing of its profile behind', async () => {
    const { ended, said, demos } = startDemo()
    await seen(demos).toHaveLength(1)
    expect(await ended).toEqual([0, null])
    expect(said()).toContain(`The passphrase is: ${demoPassphrase}`)
    expect(said()).toContain('Two pictures in out/demo.')
    expect(demos()).toEqual([])
  })

  it.each([
    ['while its year is being written', 'Running on the stand-in'],
    ['before Lull runs', 'The passphrase is'],
    ['while Lull runs', 'looks through the demo year'],
  ])('is thrown away as well when somebody stops it %s', async (_, sign) => {
    const { child, ended, said, demos } = startDemo()
    // A year takes a while to write, on a busy machine a long one.
    await seen(said, 60_000).toContain(sign)
    await seen(demos).toHaveLength(1)
    child.kill('SIGINT')
    await ended
    expect(demos()).toEqual([])
  })
})
