import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoYear, plan, zone } from '../demo/plan.ts'
import { write } from '../demo/write.ts'
import { launch } from '../driver/driver.ts'
import { stepUntilSeen, unlocked, type Look, type Visit, type Year } from './steps.ts'

/** Trends before anything was logged, and with five shifts. */
export async function firstTrends(look: Look, visit: Visit): Promise<void> {
  const few = plan({ ...demoYear, shifts: 5, end: '2026-11-23' })
  const folder = mkdtempSync(join(tmpdir(), 'lull-screens-'))
  try {
    for (const [screen, shifts] of [
      ['trends-none', []],
      ['trends-five', few],
    ] as const) {
      const profile = join(folder, screen)
      await write(shifts, join(profile, 'journal'))
      const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: zone })
      try {
        const main = await unlocked(lull, look)
        await main.getByRole('button', { name: 'Trends', exact: true }).click()
        await stepUntilSeen(lull, main.getByText('Getting to know your usual'))
        await lull.step(1000)
        await visit(screen, main, lull)
        if (screen === 'trends-none') continue
        for (const [heading, below] of [
          ['What your moments were about', 'trends-five-about'],
          ['What you did, and your own word on it', 'trends-five-did'],
        ] as const) {
          await main.getByRole('heading', { name: heading }).evaluate((at) => at.scrollIntoView())
          await lull.step(500)
          await visit(below, main, lull)
        }
      } finally {
        await lull.kill()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Trends further down, over all there is, as tables, and while a time is marked. */
export async function trendsOfPeriods(look: Look, visit: Visit, year: Year): Promise<void> {
  const { lull, main } = await openTrends(year, look)
  try {
    const down = async (heading: string) => {
      await main.getByRole('heading', { name: heading }).evaluate((place) => place.scrollIntoView())
      await lull.step(500)
    }
    await down('Stress, shift by shift')
    await visit('trends-stress', main, lull)
    await down('What the weeks were made of')
    await visit('trends-weeks', main, lull)
    await main.getByText('All', { exact: true }).click()
    await lull.step(1500)
    await down('Stress, shift by shift')
    await visit('trends-all', main, lull)
    await main.getByText('13 weeks', { exact: true }).click()
    await lull.step(1000)
    await main.getByRole('button', { name: 'Mark a time' }).click()
    await down('What went on around it')
    await visit('trends-mark', main, lull)
    await main.getByRole('button', { name: 'Leave it' }).click()
    await main.getByText('Table', { exact: true }).first().click()
    await main.getByRole('table').waitFor()
    await down('Stress, shift by shift')
    await visit('trends-table', main, lull)
  } finally {
    await lull.kill()
  }
}

/** The rest of Trends in the demo year: energy while it is watched, and what the last shifts have to say. */
export async function restOfTrends(look: Look, visit: Visit, year: Year): Promise<void> {
  const { lull, main } = await openTrends(year, look)
  try {
    const energy = main.getByRole('switch', { name: 'Watch energy too' })
    await stepUntilSeen(lull, energy)
    await energy.click()
    await stepUntilSeen(lull, main.locator('.usual-energy'))
    for (const [heading, screen] of [
      ['Energy, shift by shift', 'trends-energy'],
      ['What your moments were about', 'trends-about'],
      ['What goes with harder moments', 'trends-with'],
      ['What you did, and your own word on it', 'trends-did'],
      ['What followed your pauses', 'trends-pauses'],
    ] as const) {
      await main.getByRole('heading', { name: heading }).evaluate((at) => at.scrollIntoView())
      await lull.step(500)
      await visit(screen, main, lull)
    }
    for (const table of await main.getByText('Table', { exact: true }).all()) await table.click()
    for (const more of await main.locator('summary').all()) await more.click()
    await main.getByText('All situations, as a table').evaluate((at) => at.scrollIntoView())
    await lull.step(500)
    await visit('trends-tables', main, lull)
    await energy.click()
    await lull.step(500)
  } finally {
    await lull.kill()
  }
}

/** Trends in the demo year. */
async function openTrends({ profile, now }: Year, look: Look) {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const main = await unlocked(lull, look)
    await main.getByRole('button', { name: 'Trends', exact: true }).click()
    await stepUntilSeen(lull, main.locator('[data-dot=shift]').first())
    return { lull, main }
  } catch (error) {
    await lull.kill()
    throw error
  }
}
