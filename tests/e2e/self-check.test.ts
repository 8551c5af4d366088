import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { PlannedShift } from '../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, checkIn, seen, unlock, words } from './agent.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
const timezone = 'Asia/Manila'
async function start(clock: string, profile?: string): Promise<{ lull: Lull; main: Page }> {
  const lull = await launch({ clock, timezone, ...(profile !== undefined && { profile }) })
  running.push(lull)
  if (profile === undefined) return { lull, main: await beginJournal(lull) }
  await unlock(lull)
  return { lull, main: await lull.window('main') }
}
async function toSelfCheck(lull: Lull, main: Page) {
  await main.getByRole('navigation').getByRole('button', { name: 'Trends', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('main').getByRole('button', { name: 'Self-check' }).click()
  await lull.step(500)
  await main.getByRole('heading', { name: 'Self-check', level: 1 }).waitFor()
}
/** Answers one item after the other by digit, from this one on. */
async function answer(lull: Lull, main: Page, from: number, digits: string) {
  for (const [nth, digit] of Array.from(digits).entries()) {
    await main.getByText(`${from + nth} of 14`).waitFor()
    await lull.press(digit)
  }
}

describe('the self-check', () => {
  it('by keyboard: half done and gone on with after a kill, then in words beside earlier ones', async () => {
    let { lull, main } = await start('2026-09-20T14:00:00Z')
    await toSelfCheck(lull, main)
    const about = await words(main)
    expect(about).toContain('our own questions, not a published questionnaire')
    expect(about).toContain('no norms')
    expect(about).toContain('No diagnosis')
    expect(about).not.toMatch(/burn-?out|score|risk/i)
    await main.getByRole('button', { name: 'Begin' }).focus()
    await lull.press('Enter')
    // Never, rarely, sometimes: 1, 2, 3.
    await answer(lull, main, 1, '3333')
    await main.getByText('5 of 14').waitFor()
    await lull.press('Escape')
    await main.getByText('Your self-check is half done').waitFor()
    await main.getByText('4 of 7 answered').waitFor()
    await main.getByText('Fewer than half of these are answered').waitFor()
    await lull.kill()

    ;({ lull, main } = await start('2026-09-21T14:00:00Z', lull.profile))
    await main.getByText('Your self-check of this month is half done.').waitFor()
    await main.getByRole('button', { name: 'Go on with it' }).focus()
    await lull.press('Enter')
    await lull.step(500)
    await main.getByRole('button', { name: 'Go on with it' }).focus()
    await lull.press('Enter')
    await answer(lull, main, 5, '333')
    // Two steps back by keyboard, and forward with what was answered.
    await main.getByText('8 of 14').waitFor()
    await main.getByRole('button', { name: 'One back' }).focus()
    await lull.press('Enter')
    await main.getByText('7 of 14').waitFor()
    await seen(() => main.getByRole('radio', { checked: true }).getAttribute('value')).toBe('2')
    await main.getByRole('radio', { checked: true }).focus()
    await lull.press('Enter')
    await answer(lull, main, 8, '222222')
    await main.getByText('14 of 14').waitFor()
    await main.getByText('How much did you have to hide what you felt?').waitFor()
    await lull.press('4')
    await main.getByRole('heading', { name: 'Your self-check of Sep 2026' }).waitFor()
    const said = await words(main)
    expect(said).toMatch(/The work itself\s+sometimes/)
    expect(said).toMatch(/Contact with customers\s+rarely/)
    expect(said).toMatch(/Had to hide what you felt\s+a lot/)
    await seen(() => main.locator('[data-dot]').count()).toBeGreaterThanOrEqual(2)
    expect(said).toContain('From the second month on')
    await lull.quit()

    ;({ lull, main } = await start('2026-11-02T14:00:00Z', lull.profile))
    await main.getByText('Once a month, two minutes').waitFor()
    await main.getByRole('button', { name: 'Self-check' }).focus()
    await lull.press('Enter')
    await lull.step(500)
    await main.getByRole('button', { name: 'Begin' }).focus()
    await lull.press('Enter')
    await answer(lull, main, 1, '4443333')
    // The second side is left out.
    for (let nth = 8; nth <= 14; nth++) {
      await main.getByText(`${nth} of 14`).waitFor()
      await main.getByRole('button', { name: 'Leave this one out' }).focus()
      await lull.press('Enter')
    }
    await main.getByRole('heading', { name: 'Your self-check of Nov 2026' }).waitFor()
    const now = await words(main)
    expect(now).toMatch(/The work itself\s+between sometimes and often\s+In Sep 2026: sometimes\./)
    expect(now).toContain('Fewer than half of these are answered')
    // October stays a gap: no line from September to November.
    await seen(() => main.locator('[data-dot=work]').count()).toBe(2)
    await main.getByText('Table', { exact: true }).click()
    await seen(() => words(main)).toMatch(/Nov 2026\s+between sometimes and often/)
    await main.getByText('Each of them, and what you had to hide').click()
    await main.getByRole('button', { name: 'Delete: Nov 2026' }).focus()
    await lull.press('Enter')
    await main.getByText('The self-check is gone.').waitFor()
    await main.getByRole('button', { name: 'Begin' }).waitFor()
    await lull.press('Control+z')
    await main.getByRole('heading', { name: 'Your self-check of Nov 2026' }).waitFor()
  })

  it('takes the one question of a week in one tap, and takes it back', async () => {
    const { lull, main } = await start('2026-11-22T14:00:00Z')
    await toSelfCheck(lull, main)
    await main.getByText('It took about what there was.').click()
    await main.getByRole('button', { name: 'Take it back' }).click()
    await seen(() => main.getByRole('button', { name: 'Take it back' }).count()).toBe(0)
    await main.getByText('It took more than there was.').click()
    await main.getByRole('button', { name: 'Take it back' }).waitFor()
    await lull.quit()
    const later = await start('2026-11-24T14:00:00Z', lull.profile)
    await toSelfCheck(later.lull, later.main)
    await later.main.getByText('Your answer of November 22, 2026.').waitFor()
    expect(await later.main.getByRole('radio').count()).toBe(0)
  })
})

describe('heavy numbers', () => {
  it('bring one sentence and the people to talk to, once', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'lull-heavy-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    await write([16, 17, 18, 19].map(heavyShift), join(profile, 'journal'))
    const sentence = 'These are heavy numbers. You don’t have to sort this out alone.'
    const on = async (day: number) => {
      const lull = await launch({ profile, clock: `2026-11-${day}T14:00:00Z`, timezone })
      running.push(lull)
      const page = await lull.window('unlock')
      await page.getByLabel('Passphrase').fill(demoPassphrase)
      await page.getByRole('button', { name: 'Unlock' }).click()
      const main = await lull.window('main')
      await main.getByText('How much stress, right now?').waitFor()
      return { lull, main }
    }
    let { lull, main } = await on(20)
    expect(await words(main)).not.toContain(sentence)
    await checkIn(main, 9, 3)
    await main.getByText(sentence).waitFor()
    await main
      .getByRole('region', { name: 'About your numbers' })
      .getByRole('button', { name: 'Talk to someone' })
      .focus()
    await lull.press('Enter')
    await lull.step(500)
    await main.getByRole('heading', { name: 'Talk to someone' }).waitFor()
    await main.getByRole('navigation').getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByText('Stress 9 of 10').waitFor()
    expect(await words(main)).not.toContain(sentence)
    await lull.quit()
    ;({ lull, main } = await on(21))
    await checkIn(main, 10, 0)
    await main.getByText('Stress 10 of 10, energy 0 of 10. Kept.').waitFor()
    expect(await words(main)).not.toContain(sentence)
  })
})

/** A shift with a heavy rating at its end. */
function heavyShift(day: number): PlannedShift {
  const at = Date.parse(`2026-11-${day}T14:00:00Z`)
  return {
    date: `2026-11-${day}`,
    kind: 'night',
    work: 'calls',
    startsAt: at,
    endsAt: at,
    events: [{ at, what: 'check-in', kind: 'shift-end', stress: 9, energy: 3 }],
  }
}
