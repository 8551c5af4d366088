import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoYear, plan, zone } from '../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { pictureProfile } from '../../tools/screens/steps.ts'
import { beginJournal, comes, seen, words } from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

/** The demo year on the night after the week of November 15, which wasn't looked back at yet. */
let year = { profile: '', now: '' }
beforeAll(async () => {
  year = await pictureProfile()
}, 120_000)
afterAll(() => rmSync(year.profile, { recursive: true, force: true }))

async function aYear(): Promise<{ lull: Lull; main: Page }> {
  const folder = ownFolder()
  const profile = join(folder, 'profile')
  cpSync(year.profile, profile, { recursive: true })
  const lull = await launch({ profile, clock: year.now, timezone: zone })
  running.push(lull)
  return { lull, main: await opened(lull) }
}
async function opened(lull: Lull): Promise<Page> {
  const unlock = await lull.window('unlock')
  await unlock.getByLabel('Passphrase').fill(demoPassphrase)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const main = await lull.window('main')
  await main.getByRole('heading', { name: 'Today' }).waitFor()
  await seen(() => lull.focus()).toBe('main')
  return main
}
const heading = (main: Page, name: string) => main.getByRole('heading', { name, exact: true })
const focused = (main: Page) =>
  main.evaluate(() => {
    const { activeElement: it } = document
    return it instanceof HTMLInputElement ? it.value : (it?.textContent ?? '')
  })

describe('the week', () => {
  it('is looked back at by keyboard alone, in a few keys, and kept half way', async () => {
    const { lull, main } = await aYear()
    let keys = 0
    const press = async (key: string) => {
      keys++
      await lull.press(key)
    }
    const asked = (title: string) => heading(main, title).waitFor()
    await comes(lull, main.getByText('Your week from Nov 15 is over.'))
    await press('Control+5')
    await comes(lull, main.getByRole('button', { name: 'Look back at it' }))
    await main.getByText('Nov 15 – Nov 21').waitFor()
    await seen(() => focused(main)).toBe('Look back at it')
    await press('Enter')
    await asked('One thing that helped')
    await seen(() => focused(main)).toMatch(/^technique:/)
    await press('2')
    await seen(() => main.getByRole('radio', { checked: true }).count()).toBe(1)
    await press('Enter')
    await asked('Something good')
    await press('Enter')
    await asked('One thing in your control')

    // Half way is kept, through a lock.
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    const again = await opened(lull)
    await press('Control+5')
    await comes(lull, heading(again, 'One thing in your control'))
    await seen(() => focused(again)).toBe('breaks')
    await press('4')
    await seen(() => again.getByRole('radio', { checked: true }).count()).toBe(1)
    await press('Enter')
    await heading(again, 'And one that isn’t yours').waitFor()
    await press('6')
    await seen(() => again.getByRole('radio', { checked: true }).count()).toBe(1)
    await press('Enter')
    await comes(lull, heading(again, 'One plan for next week, or nothing'))
    await press('3')
    await seen(() => again.getByRole('radio', { checked: true }).count()).toBe(1)
    await press('Enter')
    await comes(lull, heading(again, 'What you said of it'))
    const said = await words(again)
    expect(said).toContain('asking for help early')
    expect(said).toContain('the rota')
    expect(said).toMatch(/For the week after\s+Nothing/)
    expect(said).not.toContain('Something good')
    expect(keys).toBeLessThanOrEqual(14)

    await press('Control+1')
    await comes(lull, heading(again, 'Today'))
    expect(await again.getByText('Your week from Nov 15 is over.').count()).toBe(0)
  })

  it('says only what a week can tell, and nothing of a level under three logged shifts', async () => {
    const { lull, main } = await aYear()
    await lull.press('Control+5')
    await comes(lull, main.getByText('You logged 2 of 5 shifts.'))
    const level = /Stress|Harder|usual/
    expect(await words(main)).not.toMatch(level)
    await main.getByText('Few shifts logged, so this may not be typical.').waitFor()
    await main.getByRole('button', { name: 'The week before' }).click()
    await main.getByText('Nov 8 – Nov 14').waitFor()
    const dots = main.locator('[data-dot=shift]')
    await seen(() => dots.count()).toBeGreaterThanOrEqual(3)
    expect(await main.locator('.usual-range').count()).toBe(1)
    expect(await words(main)).toMatch(
      /You logged \d of \d shifts\. Stress from \d+ to \d+, of 10\./,
    )
    // Hidden while the agent works elsewhere, and the same week again after that.
    await lull.focusOutside()
    await lull.step(5100)
    await main.getByText('Hidden while you work elsewhere.').waitFor()
    expect(await words(main)).not.toMatch(/Stress|hard|Nov/)
    await lull.tray.press('Open Lull')
    await main.getByText('Nov 8 – Nov 14').waitFor()
    await main.getByText('Table', { exact: true }).click()
    await main.getByRole('table').waitFor()
    for (let week = 0; week < 6; week++) {
      // No arrow, no difference to the week before, no mean, no share.
      expect(await words(main)).not.toMatch(/[↑↓→%+]|last week|average|\bmore than\b|!/)
      await main.getByRole('button', { name: 'The week before' }).click()
      await lull.step(300)
    }
  })

  it('takes own words, keeps them to be changed, and lets them go with eight seconds to undo', async () => {
    const { lull, main } = await aYear()
    await lull.press('Control+5')
    await comes(lull, main.getByRole('button', { name: 'Look back at it' }))
    await lull.press('Enter')
    await heading(main, 'One thing that helped').waitFor()
    await lull.press('Enter')
    await heading(main, 'Something good').waitFor()
    await main.getByLabel('In your own words').focus()
    await lull.type('The sea, 3 times')
    // In a text field digits are digits.
    await lull.step(1200)
    await lull.press('Enter')
    for (const title of ['One thing in your control', 'And one that isn’t yours']) {
      await heading(main, title).waitFor()
      await lull.press('Enter')
    }
    await comes(lull, heading(main, 'One plan for next week, or nothing'))
    await lull.press('Enter')
    await comes(lull, heading(main, 'What you said of it'))
    expect(await words(main)).toContain('The sea, 3 times')

    await main.getByRole('button', { name: 'Change', exact: true }).click()
    await heading(main, 'One thing that helped').waitFor()
    await lull.press('1')
    await seen(() => main.getByRole('radio', { checked: true }).count()).toBe(1)
    for (const next of [
      'Something good',
      'One thing in your control',
      'And one that isn’t yours',
    ]) {
      await lull.press('Enter')
      await heading(main, next).waitFor()
    }
    await lull.press('Enter')
    await comes(lull, heading(main, 'One plan for next week, or nothing'))
    await lull.press('Enter')
    await comes(lull, heading(main, 'What you said of it'))

    const drop = async () => {
      await main.getByRole('button', { name: 'Delete the words' }).click()
      await main.getByText('The words are gone. What you picked stays.').waitFor()
      await seen(() => words(main)).not.toContain('The sea')
    }
    await drop()
    expect(await words(main)).toContain('One thing that helped')
    await main.getByRole('button', { name: 'Undo' }).click()
    await seen(() => words(main)).toContain('The sea, 3 times')
    await drop()
    await lull.step(8000)
    await seen(() => main.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect(await words(main)).not.toContain('The sea')
  })

  it('makes a plan on the way, and lists the weeks before', async () => {
    const { lull, main } = await aYear()
    await lull.press('Control+5')
    await comes(lull, main.getByRole('button', { name: 'Look back at it' }))
    await lull.press('Enter')
    for (const next of [
      'One thing that helped',
      'Something good',
      'One thing in your control',
      'And one that isn’t yours',
    ]) {
      await heading(main, next).waitFor()
      await lull.press('Enter')
    }
    await comes(lull, main.getByRole('button', { name: 'Make a new plan' }))
    await main.getByRole('button', { name: 'Make a new plan' }).click()
    await main.getByLabel('If', { exact: true }).selectOption('doubted')
    await main.getByLabel('then I', { exact: true }).selectOption('feet')
    await main.getByRole('button', { name: 'Keep the plan' }).click()
    const made =
      'If they doubt what I say, then I feel both feet on the floor and drop my shoulders.'
    await seen(() => main.getByRole('radio', { name: made, checked: true }).count()).toBe(1)
    await main.getByRole('button', { name: 'Go on' }).click()
    await comes(lull, heading(main, 'What you said of it'))
    expect(await words(main)).toContain(made)
    await main.getByText('Weeks you looked back at').click()
    await main.getByRole('button', { name: 'Nov 8 – Nov 14' }).click()
    await main.getByText('Nov 8 – Nov 14').first().waitFor()
    await seen(() => words(main)).not.toContain(made)
    expect(await words(main)).toContain('What you said of it')
  })

  it('begins where the agent says, is empty before the first shift, and waits for none on a day off', async () => {
    const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: zone })
    running.push(lull)
    const main = await lull.window('main')
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await comes(lull, main.getByText('It comes with your first entry.'))
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await beginJournal(lull)
    expect(await main.getByText('Your week from Nov 15 is over.').count()).toBe(0)
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await comes(lull, main.getByText('Nov 22 – Nov 28'))
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await comes(lull, main.getByRole('group', { name: /^My week begins on/ }))
    await main
      .getByRole('group', { name: /^My week begins on/ })
      .getByText('Monday', { exact: true })
      .click()
    await main.getByText('Saved.').waitFor()
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await comes(lull, main.getByText('Nov 16 – Nov 22'))
    expect(await main.getByRole('button', { name: 'The week after' }).count()).toBe(0)
  })

  it('is offered above the closing line, which is the last thing at the end of a shift', async () => {
    const { lull, main } = await aYear()
    const cards = () =>
      main
        .locator('main section[aria-label]')
        .evaluateAll((all) => all.map((each) => each.ariaLabel))
    await comes(lull, main.getByRole('region', { name: 'Your plans' }))
    await main.getByRole('button', { name: 'End the shift' }).click()
    const ways = ['Skip', 'Leave them', 'Go on', 'Skip', 'Go on']
    for (const asked of [
      'How much stress was in this shift?',
      /noted$/,
      'One thing that went right, or a kindness',
      'Something that does you good',
      'What became of your plans?',
    ]) {
      await comes(lull, main.getByText(asked))
      expect(await cards()).toEqual(['Shift end'])
      await main.getByRole('button', { name: ways.shift() ?? '' }).click()
    }
    await comes(lull, main.getByText('That was your shift.'))
    const said = await words(main)
    expect(said).toContain('Your week from Nov 15 is over.')
    expect(said).toMatch(/That was your shift\.[^.]*\.\s+Close the window\s+I’m still working$/)
  })

  it('has a line on Today that goes when it is not wanted', async () => {
    const folder = ownFolder()
    const shifts = plan({ ...demoYear, shifts: 12, end: '2026-11-23' })
    const profile = join(folder, 'profile')
    await write(shifts, join(profile, 'journal'))
    const inShift = Temporal.Instant.fromEpochMilliseconds(shifts.at(-1)?.endsAt ?? 0)
    const lull = await launch({ profile, clock: inShift.toString(), timezone: zone })
    running.push(lull)
    const main = await opened(lull)
    await comes(lull, main.getByText('Your week from Nov 15 is over.'))
    await main.getByRole('button', { name: 'Not this week' }).click()
    await seen(() => main.getByText('Your week from Nov 15 is over.').count()).toBe(0)
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await comes(lull, main.getByText('Nov 22 – Nov 28'))
  })
})
