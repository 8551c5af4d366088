import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demoYear, plan, zone } from '../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, seen, words } from './agent.ts'

const folder = mkdtempSync(join(tmpdir(), 'lull-trends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const toTrends = async (lull: Lull) => {
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Trends', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'Trends' }).waitFor()
  return main
}

describe('Trends', () => {
  it('shows the first check-in as a dot, and takes what kind of shift and what time it was', async () => {
    const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: zone })
    try {
      await beginJournal(lull)
      const main = await toTrends(lull)
      await main.getByText('Getting to know your usual: 1 of 20 shifts.').waitFor()
      await seen(() => main.locator('[data-dot=shift] circle').count()).toBe(1)

      await main.getByText('Unusually hard', { exact: true }).click()
      await main.getByText('Getting to know your usual: 0 of 20 shifts.').waitFor()
      await main.getByText('9 more of the first shifts are shown').waitFor()

      await main.getByText('Tell early, late and night shifts apart').click()
      await main.getByLabel('Kind of the shift of Sun, Nov 22').selectOption('night')
      await seen(() => main.locator('[data-dot=shift] rect').count()).toBe(1)

      await main.getByRole('button', { name: 'Mark a time' }).click()
      await main.getByLabel('To', { exact: true }).fill('2026-11-01')
      await lull.press('Enter')
      await main.getByText('Two dates, please, the first one first.').waitFor()
      await main.getByLabel('From', { exact: true }).fill('2026-10-30')
      await lull.press('Enter')
      await main.getByText('Peak, October 30, 2026 to November 1, 2026').waitFor()
      await main.getByRole('button', { name: 'Delete: Peak' }).click()
      await seen(() => words(main)).not.toContain('October 30')
    } finally {
      await lull.kill()
    }
  })

  it('goes in the demo year from collecting to usual to higher, and offers doors then, once', async () => {
    const year = plan({ ...demoYear, end: '2026-11-23' })
    const until = async (name: string, date: string) => {
      const shifts = year.filter((shift) => shift.date <= date)
      const profile = join(folder, name)
      await write(shifts, join(profile, 'journal'))
      const ends = shifts.at(-1)?.endsAt ?? 0
      const clock = Temporal.Instant.fromEpochMilliseconds(ends).toString()
      const lull = await launch({ profile, clock, timezone: zone })
      const unlock = await lull.window('unlock')
      await unlock.getByLabel('Passphrase').fill(demoPassphrase)
      await unlock.getByRole('button', { name: 'Unlock' }).click()
      await (await lull.window('main')).getByRole('heading', { name: 'Today' }).waitFor()
      return lull
    }
    for (const [name, date, says] of [
      ['first', '2025-12-28', 'Getting to know your usual:'],
      ['middle', '2026-06-30', 'About as in your usual shifts (average 4'],
      ['last', '2026-11-22', 'Higher than your usual since about'],
    ] as const) {
      const lull = await until(name, date)
      try {
        const main = await toTrends(lull)
        await seen(() => words(main)).toContain(says)
        await seen(() => main.locator('.usual-range').count()).toBe(name === 'first' ? 0 : 1)
        if (name !== 'last') continue
        expect(await words(main)).toMatch(/Usually \d to \d, lately \d to \d/)
        await main.getByRole('button', { name: 'Nothing for now' }).click()
        await seen(() => words(main)).not.toContain('Nothing for now')
      } finally {
        await lull.kill()
      }
    }
  })
})
