/** Every screen and window of Lull, one after the other, as a person reaches them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { demoYear, plan, zone } from './demo/plan.ts'
import { demoPassphrase, write } from './demo/write.ts'
import { launch, type Lull } from './driver/driver.ts'

export type Look = 'light' | 'dark' | 'dim'
export type Visit = (screen: string, page: Page, lull: Lull) => Promise<void>

/**
 * A profile with the demo year up to the last half hour of its last shift, and the instant of that. The same
 * on every machine and day.
 */
export async function pictureProfile(): Promise<{ profile: string; now: string }> {
  const year = plan({ ...demoYear, end: '2026-11-23' })
  const last = year.at(-1)
  if (!last) throw new Error('the demo year has no shift')
  const now = last.endsAt - 1_800_000
  last.events = last.events.filter(({ at }) => at < now)
  const profile = mkdtempSync(join(tmpdir(), 'lull-screens-'))
  await write(year, join(profile, 'journal'))
  return { profile, now: Temporal.Instant.fromEpochMilliseconds(now).toString() }
}

/** The first minutes with Lull: an empty Today, the passphrase, the recovery key. */
export async function firstDay(look: Look, visit: Visit): Promise<void> {
  const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: zone })
  try {
    const main = await lull.window('main')
    await main.getByText('No moments noted yet').waitFor()
    await wear(lull, main, look)
    await visit('first-day', main, lull)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').waitFor()
    await visit('begin', unlock, lull)
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByLabel('The same once more').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Begin' }).click()
    await unlock.getByRole('button', { name: 'Remind me at home' }).waitFor()
    await visit('recovery', unlock, lull)
  } finally {
    await lull.kill()
  }
}

/** A night in the demo year: each page, the card, a note, a pause, the lock. */
export async function oneNight(
  { profile, now }: { profile: string; now: string },
  look: Look,
  visit: Visit,
): Promise<void> {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').waitFor()
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByRole('heading', { name: 'Today' }).waitFor()
    await wear(lull, main, look)
    for (const name of ['Today', 'Breathe', 'Journal', 'Trends', 'Week', 'Guide', 'Settings']) {
      await main.getByRole('button', { name, exact: true }).click()
      await lull.step(1000)
      if (name === 'Guide') await stepUntilSeen(lull, main.getByRole('searchbox'))
      if (name === 'Trends') await main.locator('[data-dot=shift]').first().waitFor()
      if (name === 'Week') await stepUntilSeen(lull, main.getByText('What it was made of'))
      await lull.step(1000)
      await visit(name.toLowerCase(), main, lull)
      if (name === 'Breathe') await breathe(lull, main, visit)
      if (name === 'Settings') await theTypes(main, lull, visit)
      if (name === 'Guide') await theGuide(main, lull, visit)
      if (name === 'Journal') await theJournal(main, lull, visit)
    }
    await thePlans(main, lull, visit)
    await theStressLog(main, lull, visit)
    await theSelfCheck(main, lull, visit)
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await connect(main, lull, visit)
    await main.getByRole('button', { name: 'Talk to someone' }).click()
    await lull.step(1000)
    await main.getByRole('heading', { name: 'Talk to someone' }).waitFor()
    await lull.step(1000)
    await visit('support', main, lull)
    await main.getByRole('main').getByRole('button', { name: 'Incident note' }).click()
    await lull.step(1000)
    await main.getByRole('article').waitFor()
    await visit('incident', main, lull)
    await toughCall(lull, visit)
    await theReasons(main, lull, visit)
    await theData(main, lull, visit)
    await aPause(lull, visit)
    await lull.tray.press('Lock')
    await lull.tray.press('Open Lull')
    const locked = await lull.window('unlock')
    await locked.getByLabel('Passphrase').waitFor()
    await visit('locked', locked, lull)
    await lull.press('Escape')
    await lull.tray.press('Note')
    const sealed = await lull.window('note')
    await sealed.getByText('Your journal is locked.').waitFor()
    await visit('note-sealed', sealed, lull)
    await lull.press('4')
    await sealed.getByText('What was it?').waitFor()
    await visit('note-sealed-type', sealed, lull)
    await lull.press('1')
    await sealed.getByText('A few words, if you like').waitFor()
    await lull.type('A refund for a parcel that was never sent.')
    await visit('note-sealed-words', sealed, lull)
    await lull.press('Enter')
    await sealed.getByText("It's kept. And from here?").waitFor()
    await visit('note-sealed-kept', sealed, lull)
  } finally {
    await lull.kill()
  }
}

/** How a phone is connected: with a program open, and while a hook is tested. */
async function connect(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Connect your phone' }).click()
  await lull.step(1000)
  await main.getByRole('switch', { name: 'Listen to links' }).click()
  await main.getByRole('button', { name: 'Make another code' }).waitFor()
  await main.getByRole('button', { name: 'Listen', exact: true }).click()
  await lull.secondProcess(['--call-ended', '+44 20 7946 0991'])
  await main.getByText('Thrown away: a number.').waitFor()
  await main.getByText('estos ProCall', { exact: true }).click()
  await lull.step(500)
  await visit('connect', main, lull)
  await main.getByRole('switch', { name: 'Listen to links' }).click()
  await lull.step(500)
}

/** What opens the journal, the window in which that is changed, and a lock after three tries that failed. */
export async function theKeys(look: Look, visit: Visit): Promise<void> {
  const keychain = mkdtempSync(join(tmpdir(), 'lull-keychain-'))
  const lull = await launch({
    clock: '2026-11-22T14:00:00Z',
    timezone: zone,
    installed: true,
    env: { LULL_KEYCHAIN: keychain },
  })
  const unlock = () => lull.window('unlock')
  try {
    const main = await lull.window('main')
    await wear(lull, main, look)
    await main.getByText('4', { exact: true }).first().click()
    await main.getByText('And how much energy?').waitFor()
    await main.getByText('6', { exact: true }).first().click()
    const begin = await unlock()
    await begin.getByLabel('Passphrase').fill(demoPassphrase)
    await begin.getByLabel('The same once more').fill(demoPassphrase)
    await begin.getByRole('button', { name: 'Begin' }).click()
    await begin.getByRole('button', { name: 'Remind me at home' }).click()
    await gone(lull, 'unlock')
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Keys and lock' }))
    await main.getByRole('button', { name: 'Keys and lock' }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Change the passphrase' }))
    await visit('keys', main, lull)

    /** The window for a change, once it knows who asks. */
    const change = async (name: string, proof?: string): Promise<Page> => {
      await main.getByRole('button', { name }).click()
      const page = await unlock()
      await page.getByLabel('Passphrase').waitFor()
      if (proof !== undefined) await visit(proof, page, lull)
      await page.getByLabel('Passphrase').fill(demoPassphrase)
      await page.getByRole('button', { name: 'Go on' }).click()
      return page
    }
    const choosing = await change('Change the passphrase', 'keys-prove')
    await choosing.getByLabel('The same once more').waitFor()
    await choosing.getByLabel('Passphrase, at least').fill('summer 2026')
    await stepUntilSeen(lull, choosing.getByText('Whoever has the files could find it'))
    await visit('keys-choose', choosing, lull)
    await choosing.getByRole('button', { name: 'Not now' }).click()
    await gone(lull, 'unlock')

    const writing = await change('Write down a recovery key')
    await writing.getByRole('button', { name: "It's on paper" }).waitFor()
    await visit('keys-recovery', writing, lull)
    await writing.getByRole('button', { name: "It's on paper" }).click()
    await writing.getByRole('button', { name: 'Show me a new one' }).waitFor()
    await visit('keys-typed-back', writing, lull)
    await writing.getByRole('button', { name: 'Not now' }).click()
    await gone(lull, 'unlock')

    const keeping = await change('Use the keychain')
    await keeping.getByRole('button', { name: 'Use the keychain' }).waitFor()
    await visit('keys-keychain', keeping, lull)
    await keeping.getByRole('button', { name: 'Use the keychain' }).click()
    await keeping.getByRole('button', { name: 'Close' }).waitFor()
    await visit('keys-done', keeping, lull)
    await keeping.getByRole('button', { name: 'Close' }).click()
    await gone(lull, 'unlock')

    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.tray.press('Open Lull')
    const locked = await unlock()
    for (const wrong of ['one', 'two', 'three']) {
      await locked.getByLabel('Passphrase').fill(wrong)
      await locked.getByRole('button', { name: 'Unlock', exact: true }).click()
      await locked.locator('button[aria-busy=true]').first().waitFor()
      await locked.getByText("That didn't open your journal.").waitFor()
    }
    await locked.getByText('You can try again').waitFor()
    await visit('keys-wait', locked, lull)
  } finally {
    await lull.kill()
    rmSync(keychain, { recursive: true, force: true })
  }
}

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
        const unlock = await lull.window('unlock')
        await unlock.getByLabel('Passphrase').fill(demoPassphrase)
        await unlock.getByRole('button', { name: 'Unlock' }).click()
        const main = await lull.window('main')
        await main.getByRole('heading', { name: 'Today' }).waitFor()
        await wear(lull, main, look)
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

/** The same night once more: the look back at the week, and the sheet that is made from there. */
export async function aWeek(
  { profile, now }: { profile: string; now: string },
  look: Look,
  visit: Visit,
): Promise<void> {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByRole('heading', { name: 'Today' }).waitFor()
    await wear(lull, main, look)
    await main.getByRole('button', { name: 'Week', exact: true }).click()
    await stepUntilSeen(lull, main.getByRole('button', { name: 'Look back at it' }))
    await theWeek(main, lull, visit)
  } finally {
    await lull.kill()
  }
}

/** The minute at the start of the next night, and the one at its end, with two moments not noted. */
export async function aShift(
  { profile, now }: { profile: string; now: string },
  look: Look,
  visit: Visit,
): Promise<void> {
  const tomorrow = Temporal.Instant.from(now).add({ hours: 16 }).toString()
  const lull = await launch({ profile, clock: tomorrow, timezone: zone })
  try {
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').waitFor()
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByText('Does your shift begin now?').waitFor()
    await wear(lull, main, look)
    const shown = async (name: string, text: string) => {
      await main.getByText(text).first().waitFor()
      await lull.step(500)
      await visit(name, main, lull)
    }
    await shown('shift-before', 'Does your shift begin now?')
    await main.getByRole('button', { name: 'Start the shift' }).click()
    await shown('shift-rested', 'How rested are you?')
    await main.getByText('tired', { exact: true }).click()
    await main.getByText('What is known').waitFor()
    await main.getByText('What is known').click()
    await shown('shift-moment', 'Song and others')
    await main.getByRole('button', { name: 'Done' }).click()
    await stepUntilSeen(lull, main.getByText('See it happen once in your mind'))
    await shown('shift-plan', 'See it happen once in your mind')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-begun', 'Shift start: tired')
    for (let mark = 0; mark < 2; mark++) {
      for (const signal of ['--call-started', '--mark', '--call-ended'])
        await lull.secondProcess([signal])
      await lull.step(60_000)
    }
    await main.getByRole('button', { name: 'End the shift' }).click()
    await shown('shift-end-rating', 'How much stress was in this shift?')
    await main.getByText('6', { exact: true }).click()
    await main.getByText('And how much energy is there now?').waitFor()
    await main.getByText('4', { exact: true }).click()
    await shown('shift-end-unnoted', "2 moments weren't noted")
    await main.getByRole('button', { name: 'Look' }).click()
    await shown('shift-end-look', 'How hard was it?')
    await main.getByText('3', { exact: true }).click()
    await shown('shift-end-type', 'What was it?')
    await main.getByRole('button', { name: 'Leave the rest' }).click()
    await main.getByText('One thing that went right').waitFor()
    await main.getByText('Good things you wrote down before').click()
    await shown('shift-end-right', 'Delete')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-end-recharge', 'Something that does you good')
    await main.getByRole('button', { name: 'Change the list' }).click()
    await shown('shift-end-list', 'What does you good after a shift?')
    await main.getByRole('button', { name: 'Go on' }).click()
    await main.getByRole('button', { name: "I'll do that" }).click()
    await stepUntilSeen(lull, main.getByText('What became of your plans?'))
    await shown('shift-end-plans', 'What became of your plans?')
    await main.getByRole('button', { name: 'Go on' }).click()
    await shown('shift-end-closing', 'That was your shift.')
  } finally {
    await lull.kill()
  }
}

/** Trends further down, over all there is, as tables, and while a time is marked. */
export async function trendsOfPeriods(
  year: { profile: string; now: string },
  look: Look,
  visit: Visit,
): Promise<void> {
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
export async function restOfTrends(
  year: { profile: string; now: string },
  look: Look,
  visit: Visit,
): Promise<void> {
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

/** The look back at a week, one that was looked back at, and the sheet, empty and with all of it. */
async function theWeek(main: Page, lull: Lull, visit: Visit) {
  const asked = async (title: string) => {
    await stepUntilSeen(lull, main.getByRole('heading', { name: title, exact: true }))
    await lull.step(500)
  }
  await main.getByRole('button', { name: 'Look back at it' }).click()
  await asked('One thing that helped')
  await lull.press('1')
  await stepUntilSeen(lull, main.getByRole('button', { name: 'None of these' }))
  await lull.step(300)
  await visit('week-helped', main, lull)
  await lull.press('Enter')
  await asked('Something good')
  await visit('week-good', main, lull)
  await lull.press('Enter')
  await asked('One thing in your control')
  await lull.press('Enter')
  await asked("And one that isn't yours")
  await lull.press('Enter')
  await asked('One plan for next week, or nothing')
  await visit('week-plan', main, lull)
  await lull.press('Enter')
  await asked('What you said of it')
  await main.getByRole('button', { name: 'The week before' }).click()
  await stepUntilSeen(lull, main.locator('[data-dot=shift]').first())
  await main
    .getByRole('heading', { name: 'Week', exact: true })
    .evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('week-before', main, lull)
  await main.getByText('Weeks you looked back at').click()
  await lull.step(500)
  await visit('week-earlier', main, lull)
  await main.getByRole('button', { name: 'Make a one-page sheet' }).click()
  await stepUntilSeen(lull, main.getByText('Nothing is on it yet.'))
  await visit('sheet', main, lull)
  for (const box of await main.getByRole('checkbox').all()) await box.check()
  await main.getByRole('article').evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('sheet-ticked', main, lull)
}

/** Trends in the demo year. */
async function openTrends({ profile, now }: { profile: string; now: string }, look: Look) {
  const lull = await launch({ profile, clock: now, timezone: zone })
  try {
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByRole('heading', { name: 'Today' }).waitFor()
    await wear(lull, main, look)
    await main.getByRole('button', { name: 'Trends', exact: true }).click()
    await stepUntilSeen(lull, main.locator('[data-dot=shift]').first())
    return { lull, main }
  } catch (error) {
    await lull.kill()
    throw error
  }
}

/** A page about what happened, and one about what one can do. */
async function theGuide(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Angry', exact: true }).click()
  await main.getByRole('heading', { name: 'Angry' }).waitFor()
  await lull.step(1000)
  await visit('guide-type', main, lull)
  await main.getByRole('button', { name: 'Say it back' }).click()
  await main.getByRole('heading', { name: 'Say it back' }).waitFor()
  await lull.step(1000)
  await visit('guide-technique', main, lull)
  await main.getByRole('button', { name: 'back' }).click()
  await main.getByRole('button', { name: 'Print pocket cards' }).click()
  await main.getByRole('checkbox', { name: 'Say it back' }).check()
  await lull.step(300)
  await visit('guide-cards', main, lull)
}

/** The types of call, with a name that another has already. */
async function theTypes(main: Page, lull: Lull, visit: Visit) {
  await main.getByText('Names, order, and which are shown').click()
  await main.getByRole('button', { name: 'Add a type' }).click()
  await main.getByLabel('Name of the new type').fill('Angry')
  await main.getByLabel('Name of the new type').press('Enter')
  await main.getByText('Another type has this name already.').waitFor()
  await lull.step(300)
  await visit('settings-types', main, lull)
  await main.getByLabel('Name of the new type').press('Escape')
}

/** The plans from Today, a new one, and the ten seconds with one. */
async function thePlans(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'All your plans' }))
  await main.getByRole('button', { name: 'All your plans' }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Make a plan' }))
  await visit('plans', main, lull)
  await main.getByRole('button', { name: 'Make a plan' }).click()
  await main.getByLabel('If', { exact: true }).selectOption('bargaining')
  await main.getByLabel('then I', { exact: true }).selectOption('limit')
  await visit('plan', main, lull)
  await main.getByRole('button', { name: 'Cancel' }).click()
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'See it once' }))
  await main.getByRole('button', { name: 'See it once' }).click()
  await lull.step(4000)
  await visit('plan-seen', main, lull)
  await lull.step(6500)
}

/** The two taps, what is said of them later, and all of them. */
async function theStressLog(main: Page, lull: Lull, visit: Visit) {
  await lull.tray.press('Check in')
  await stepUntilSeen(lull, main.getByText('How much stress, right now?'))
  await lull.press('6')
  await main.getByText('And how much energy?').waitFor()
  await lull.press('4')
  await stepUntilSeen(lull, main.getByText('Stress 6 of 10, energy 4 of 10. Kept.'))
  await main.getByRole('button', { name: 'Say more' }).click()
  await stepUntilSeen(lull, main.getByText('tight shoulders or neck'))
  await main.getByText('a long queue', { exact: true }).click()
  await lull.step(500)
  await visit('check-in-more', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('button', { name: 'All check-ins' }).click()
  const lines = main.locator('button[data-check-in]')
  await stepUntilSeen(lull, lines.first())
  await lull.step(500)
  await visit('check-ins', main, lull)
  await lines.nth(1).click()
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Delete the check-in' }))
  await visit('check-in-open', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('button', { name: 'Add one of an earlier time' }).click()
  await stepUntilSeen(lull, main.getByLabel('Date', { exact: true }))
  await visit('check-in-add', main, lull)
  await main.getByRole('button', { name: 'Leave it' }).click()
}

/** The month: what it is, its questions, what they say, and the months before. */
async function theSelfCheck(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('main').getByRole('button', { name: 'Self-check' }).click()
  await stepUntilSeen(lull, main.locator('[data-dot=work]').first())
  await lull.step(1000)
  await visit('self-check', main, lull)
  await main.getByRole('button', { name: 'Begin' }).click()
  await stepUntilSeen(lull, main.getByText('1 of 14'))
  await visit('self-check-question', main, lull)
  for (const [nth, digit] of Array.from('34342432333234').entries()) {
    await main.getByText(`${nth + 1} of 14`).waitFor()
    await lull.press(digit)
  }
  await stepUntilSeen(lull, main.getByRole('button', { name: 'Look at your answers' }))
  await lull.step(1000)
  await visit('self-check-result', main, lull)
  await main.getByRole('heading', { name: 'Month by month' }).evaluate((at) => at.scrollIntoView())
  await lull.step(500)
  await visit('self-check-months', main, lull)
  await main.getByText('Table', { exact: true }).click()
  await main.getByText('What did work take this week?').scrollIntoViewIfNeeded()
  await lull.step(500)
  await visit('self-check-table', main, lull)
}

/** A note that is open, what can be said of it later, a search, and a note of an earlier time. */
async function theJournal(main: Page, lull: Lull, visit: Visit) {
  const lines = main.locator('button[data-note]')
  await lines.nth(1).click()
  await main.getByRole('button', { name: 'Done' }).waitFor()
  await visit('journal-note', main, lull)
  const more = main.getByRole('button', { name: 'More, when there is time' })
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
  const channel = main.getByRole('group', { name: 'How it reached you' })
  await channel.waitFor()
  await channel.evaluate((place) => place.scrollIntoView())
  await lull.step(500)
  await visit('journal-more', main, lull)
  await main.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('searchbox', { name: 'Search' }).fill('refund')
  await lull.step(500)
  await lines.first().waitFor()
  await visit('journal-search', main, lull)
  await main.getByRole('searchbox', { name: 'Search' }).fill('')
  await lull.step(500)
  await main.getByRole('button', { name: 'Add a note of an earlier time' }).click()
  await main.getByLabel('Date', { exact: true }).waitFor()
  await lull.step(500)
  await visit('journal-add', main, lull)
  await main.getByRole('button', { name: 'Leave it' }).click()
}

async function toughCall(lull: Lull, visit: Visit) {
  await lull.secondProcess(['--call-started'])
  await lull.step(60_000)
  await lull.secondProcess(['--mark'])
  await lull.secondProcess(['--call-ended'])
  await lull.step(13_000)
  const offer = await lull.window('card')
  await offer.getByRole('button', { name: 'Note' }).waitFor()
  await visit('card', offer, lull)
  await offer.getByRole('button', { name: 'Pause' }).click()
  await offer.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(3000)
  await visit('card-breath', offer, lull)
  await offer.getByRole('button', { name: 'stop' }).click()
  await lull.step(500)
  await lull.secondProcess(['--mark'])
  const card = await lull.window('card')
  await card.getByRole('button', { name: 'Note' }).waitFor()
  await card.getByRole('button', { name: 'Note' }).click()
  const note = await lull.window('note')
  await note.getByText('How hard was it?').waitFor()
  await visit('note-1', note, lull)
  await lull.press('4')
  await note.getByText('What was it?').waitFor()
  await lull.step(500)
  await visit('note-2', note, lull)
  await lull.press('2')
  await note.getByRole('textbox').waitFor()
  await lull.type('That the parcel went wrong long before the call did.')
  await lull.step(1500)
  await visit('note-3', note, lull)
  await lull.press('Enter')
  await note.getByText("It's kept.").waitFor()
  await lull.step(500)
  await visit('note-4', note, lull)
  await lull.press('Enter')
  await heavyNote(lull, visit)
}

/** A note on abuse: no question, a line, and three doors. */
async function heavyNote(lull: Lull, visit: Visit) {
  await gone(lull, 'note')
  await lull.secondProcess(['--note'])
  const note = await lull.window('note')
  await note.getByText('How hard was it?').waitFor()
  await lull.press('5')
  const abusive = note.getByText('Abusive', { exact: true })
  await note.getByText('What was it?').waitFor()
  if (!(await abusive.isVisible())) await lull.press('9')
  await abusive.click()
  await lull.press('Enter')
  await note.getByText('That should not have happened to you.').waitFor()
  await lull.step(500)
  await visit('note-abuse', note, lull)
  await lull.press('Enter')
}

/** Waits for a window to be gone; its name may come again. */
async function gone(lull: Lull, name: string) {
  while ((await lull.windows()).some((each) => each.name === name)) await lull.step(50)
}

/** Why Lull did or didn't ask, in the last week. */
async function theReasons(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: "Why did or didn't Lull ask?" }).click()
  await stepUntilSeen(lull, main.getByText('A card came').first())
  await visit('asked', main, lull)
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  const speaks = main.getByRole('heading', { name: 'When Lull speaks' })
  await stepUntilSeen(lull, speaks)
  await main.getByText('Here that is a card.').waitFor()
  await speaks.evaluate((place) => place.scrollIntoView())
  await visit('settings-speaks', main, lull)
  await main.getByRole('button', { name: 'What Lull can see here' }).click()
  await stepUntilSeen(lull, main.getByText('The locked screen'))
  await lull.step(500)
  await visit('sees', main, lull)
}

/** What is there, and what would be asked before all of it goes. */
async function theData(main: Page, lull: Lull, visit: Visit) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('button', { name: 'Look at your data' }).click()
  await stepUntilSeen(lull, main.getByRole('heading', { name: 'Take out' }))
  // Where the pictures are taken is nobody's business, and another place each time.
  await main
    .locator('dd')
    .last()
    .evaluate((place) => (place.textContent = '/home/ana/.config/lull/journal'))
  await visit('data', main, lull)
  await main.getByRole('button', { name: 'Delete everything' }).click()
  await visit('data-delete', main, lull)
  await main.getByRole('button', { name: 'Keep it' }).click()
}

/** Steps on until it is seen: what loads first takes longer than one step on a busy machine. */
async function stepUntilSeen(lull: Lull, what: Locator) {
  while (!(await what.isVisible())) await lull.step(200)
}

/** The other parts of Breathe, and a look back at the first. */
async function breathe(lull: Lull, main: Page, visit: Visit) {
  for (const [part, screen] of [
    ['Your own patterns', 'breathe-own'],
    ['What is known', 'breathe-known'],
    ['Taken', 'breathe-taken'],
  ] as const) {
    await main.getByRole('tab', { name: part }).click()
    await lull.step(500)
    await visit(screen, main, lull)
  }
}

async function aPause(lull: Lull, visit: Visit) {
  await lull.tray.press('One minute')
  const pause = await lull.window('pause')
  // Every third pause from a minute up asks how tense one is.
  const asked = pause.getByText('How tense are you, right now?')
  await pause
    .getByText(/breathe in|How tense/)
    .first()
    .waitFor()
  if (await asked.isVisible()) {
    await visit('pause-before', pause, lull)
    await pause.getByRole('button', { name: 'Skip' }).click()
  }
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(3500)
  await visit('pause-in', pause, lull)
  await lull.step(3000)
  await visit('pause-out', pause, lull)
  await lull.secondProcess(['--call-started'])
  await lull.secondProcess(['--call-ended'])
  await lull.step(6000)
  await pause.getByRole('button', { name: 'Go on' }).waitFor()
  await visit('pause-held', pause, lull)
  await pause.getByRole('button', { name: 'Go on' }).click()
  await lull.step(60_500)
  await pause.getByText('That was your pause.').waitFor()
  await visit('pause-ended', pause, lull)
  await withHolds(lull, pause, visit)
  await lull.tray.press('Rest the eyes')
  await pause.getByRole('main').getByText('Look at something far away').waitFor()
  await lull.step(1500)
  await visit('pause-eyes', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await lull.step(500)
  await withoutMotion(lull, pause, visit)
  await pause.getByRole('button', { name: 'close' }).click()
}

/** The same breath where nothing may move: a word, a number, and a line that steps. */
async function withoutMotion(lull: Lull, pause: Page, visit: Visit) {
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('group', { name: 'Motion' }).getByText('None', { exact: true }).click()
  await main.getByText('Saved.').waitFor()
  await lull.tray.press('Three sighs')
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(1500)
  await visit('pause-still', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await lull.step(500)
}

/** A pattern with holds, from Breathe: what is to be known first, and then a hold. */
async function withHolds(lull: Lull, pause: Page, visit: Visit) {
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Breathe', exact: true }).click()
  await lull.step(1000)
  await main.getByText('More patterns').click()
  await main.getByRole('button', { name: /Begin.*Box/ }).click()
  await pause.getByRole('heading', { name: 'Before a pattern with holds' }).waitFor()
  await visit('pause-holds', pause, lull)
  await pause.getByRole('button', { name: 'Go on' }).click()
  await lull.step(500)
  const skip = pause.getByRole('button', { name: 'Skip' })
  if (await skip.isVisible()) await skip.click()
  await pause.getByText('breathe in', { exact: true }).waitFor()
  await lull.step(5500)
  await visit('pause-hold', pause, lull)
  await pause.getByRole('button', { name: 'stop' }).click()
  await pause.getByText('That counts too.').waitFor()
}

/** Chooses the look in Settings, unless it is worn already, and goes back to Today. */
async function wear(lull: Lull, main: Page, look: Look) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  const choice =
    look === 'dim'
      ? main.getByRole('switch', { name: 'Dim' })
      : main.getByRole('radio', { name: look === 'light' ? 'Light' : 'Dark', exact: true })
  await choice.waitFor({ state: 'attached' })
  if (!(await choice.isChecked())) {
    await choice.click({ force: true })
    await main.getByText('Saved.').waitFor()
  }
  await main.getByRole('button', { name: 'Today', exact: true }).click()
  await lull.step(1000)
}
