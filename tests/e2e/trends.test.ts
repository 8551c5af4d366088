import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demoYear, plan, zone } from '../../tools/demo/plan.ts'
import { noDetails } from '../../src/notes/kinds.ts'
import { uuidv7 } from '../../src/uuid.ts'
import { chanceFrom } from '../../tools/demo/chance.ts'
import { demoPassphrase, deskIn, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { pictureProfile } from '../../tools/screens/steps.ts'
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

const unlocked = async (lull: Lull) => {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
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
      await unlocked(lull)
      return lull
    }
    for (const [name, date, says] of [
      ['first', '2025-12-28', 'Getting to know your usual:'],
      ['middle', '2026-06-30', 'Your stress is about as in your usual shifts (average 4'],
      ['last', '2026-11-22', 'Your stress has been higher than your usual since about'],
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

  it('says of the demo year what goes with what, and watches energy, by keyboard', async () => {
    const { profile, now } = await pictureProfile()
    const lull = await launch({ profile, clock: now, timezone: zone })
    try {
      const main = await unlocked(lull)
      await toTrends(lull)
      const shown = async () => (await words(main)).replaceAll(/\s+/g, ' ')
      await seen(shown).toMatch(/From here on, whatever the period above: the last 2\d\d shifts/)
      const said = await shown()
      expect(said).toMatch(
        /Not clear yet for (\d+ of the|any of the) \d+ situations that came up\./,
      )
      expect(said).toMatch(
        /Nothing was right: you rated these 0\.9 harder than your others in the same shifts \(between 0\.\d and 1\.\d; \d+ with, \d+ without\)/,
      )
      expect(said).toMatch(/Set a boundary: helped \d of the \d times you used it\./)
      expect(said).toMatch(
        /rated pauses in the last \d+ shifts: before \d\.\d, after \d\.\d on average/,
      )
      expect(said).toContain('No clear difference so far between kinds')
      expect(said).toContain('Not clear yet whether your busier shifts are the harder ones.')
      expect(said).toMatch(/Moments noted: \d+ in hours 1 to 3/)

      await main.getByText('All situations, as a table').focus()
      await lull.press('Enter')
      await main.getByRole('row', { name: /^Angry \d+ \d+ not clear yet$/ }).waitFor()

      await main.getByRole('switch', { name: 'Watch energy too' }).focus()
      await lull.press('Space')
      await seen(() => main.locator('.usual-energy').count()).toBe(1)
      await seen(shown).toMatch(
        /Your energy (is about as in your usual shifts \(average 5|has been lower than)/,
      )
      await lull.press('Space')
      await seen(() => main.locator('.usual-energy').count()).toBe(0)
    } finally {
      await lull.kill()
      rmSync(profile, { recursive: true, force: true })
    }
  })

  it('names what one did by one’s own word, and never beside how hard it was', async () => {
    // Boundaries only in the hardest moments, and each time they helped.
    const profile = join(folder, 'boundaries')
    const { random } = chanceFrom(5)
    const desk = deskIn(join(profile, 'journal'))
    const start = Date.parse('2026-10-20T14:00:00Z')
    desk.at(start)
    await desk.ask('unlock', 'journal.create', { passphrase: demoPassphrase })
    for (let shift = 0; shift < 14; shift++) {
      for (const [nth, difficulty] of ([1, 5, 2] as const).entries()) {
        const at = start + shift * 24 * 3_600_000 + nth * 600_000
        desk.at(at)
        const note = { id: uuidv7(at, random), difficulty, type: 'other' as const, words: '' }
        await desk.ask('note', 'note.save', note)
        const technique = difficulty === 5 ? 'boundary' : 'ask'
        await desk.ask('main', 'note.edit', {
          ...note,
          words: null,
          details: { ...noDetails, techniques: [{ technique, verdict: 'helped' }] },
        })
      }
      await desk.ask('main', 'checkin.save', { stress: 6, energy: 4, kind: 'shift-end' })
    }
    desk.companion.hear({ kind: 'end' })
    const lull = await launch({ profile, clock: '2026-11-03T12:00:00Z', timezone: zone })
    try {
      const main = await unlocked(lull)
      await toTrends(lull)
      for (const summary of await main.locator('summary').all()) await summary.click()
      await seen(() => words(main)).toContain(
        'Set a boundary: helped 14 of the 14 times you used it.',
      )
      const lines = (await words(main)).split('\n').filter((line) => line.includes('boundary'))
      expect(lines).toEqual(['Set a boundary: helped 14 of the 14 times you used it.'])
      expect(await words(main)).not.toContain('harder than your others')
    } finally {
      await lull.kill()
    }
  })

  it('says so where the clock was set ahead, and draws the shift once its day has come', async () => {
    const profile = join(folder, 'ahead')
    const desk = deskIn(join(profile, 'journal'))
    desk.at(Date.parse('2026-11-22T14:00:00Z'))
    await desk.ask('unlock', 'journal.create', { passphrase: demoPassphrase })
    await desk.ask('main', 'checkin.save', { stress: 6, energy: 4, kind: 'own' })
    desk.companion.hear({ kind: 'end' })
    for (const [clock, dots] of [
      ['2026-05-01T12:00:00Z', 0],
      ['2026-11-22T15:00:00Z', 1],
    ] as const) {
      const lull = await launch({ profile, clock, timezone: zone })
      try {
        const main = await unlocked(lull)
        await toTrends(lull)
        await seen(() => main.locator('[data-dot=shift]').count()).toBe(dots)
        const says = async () => (await words(main)).includes('1 shift is dated in days to come')
        await seen(says).toBe(dots === 0)
      } finally {
        await lull.kill()
      }
    }
  })
})
