import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, seen } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

/** What the sidebar lights, and how a screen reader says it. */
const lit = (main: Page) =>
  main
    .locator('header [aria-current]')
    .evaluateAll((all) => all.map((each) => [each.textContent, each.getAttribute('aria-current')]))

describe('a page that the sidebar doesn’t name', () => {
  it('lights where it lies, and has one way back at its top, which Esc takes too', async () => {
    const here = await launch({ clock: '2026-11-22T14:00:00Z' })
    lull = here
    const main = await beginJournal(here)
    const goTo = async (button: string, title: string) => {
      await here.step(1000)
      await main.getByRole('button', { name: button, exact: true }).first().click()
      await seen(async () => {
        await here.step(200)
        return main.getByRole('heading', { name: title, level: 1 }).isVisible()
      }).toBe(true)
    }
    const titled = (name: string) => main.getByRole('heading', { name, level: 1 }).waitFor()
    await goTo('Settings', 'Settings')
    expect(await lit(main)).toEqual([['Settings', 'page']])
    expect(await main.getByRole('button', { name: /^Back to/ }).count()).toBe(0)
    await here.press('Escape')
    await goTo('Look at your data', 'Your data')
    await goTo('Look at the copies', 'Copies')
    expect(await lit(main)).toEqual([['Settings', 'true']])
    await here.press('Tab')
    await main.getByRole('button', { name: /^Back to/ }).focus()
    await here.press('Enter')
    await titled('Your data')
    await here.press('Escape')
    await titled('Settings')

    await goTo('Talk to someone', 'Talk to someone')
    expect(await lit(main)).toEqual([['Talk to someone', 'page']])
    await goTo('Incident note', 'Incident note')
    expect(await lit(main)).toEqual([['Talk to someone', 'true']])
    await main.getByRole('button', { name: 'Back to Talk to someone' }).click()
    await titled('Talk to someone')
  })

  it('leaves Esc to what is open on it, and to a field that is being filled in', async () => {
    const here = await launch({ clock: '2026-11-22T14:00:00Z' })
    lull = here
    const main = await beginJournal(here)
    await here.step(1000)
    await main.getByRole('button', { name: 'All check-ins' }).click()
    const line = main.locator('button[data-check-in]')
    await seen(async () => {
      await here.step(200)
      return line.isVisible()
    }).toBe(true)
    expect(await lit(main)).toEqual([['Trends', 'true']])
    await line.click()
    await main.getByRole('button', { name: 'Delete the check-in' }).waitFor()
    await here.press('Escape')
    await main.getByRole('button', { name: 'Delete the check-in' }).waitFor({ state: 'detached' })
    await main.getByRole('heading', { name: 'Check-ins', level: 1 }).waitFor()
    await here.press('Escape')
    await seen(async () => {
      await here.step(200)
      return main.getByRole('heading', { name: 'Trends', level: 1 }).isVisible()
    }).toBe(true)

    await main.getByRole('button', { name: 'Talk to someone' }).click()
    await seen(async () => {
      await here.step(200)
      return main.getByRole('button', { name: 'Incident note' }).isVisible()
    }).toBe(true)
    await main.getByRole('button', { name: 'Incident note' }).click()
    await seen(async () => {
      await here.step(200)
      return main.getByText('From … to …', { exact: true }).isVisible()
    }).toBe(true)
    await main.getByText('From … to …', { exact: true }).click()
    await main.getByLabel('First day').focus()
    await here.press('Escape')
    await here.step(200)
    await main.getByRole('heading', { name: 'Incident note', level: 1 }).waitFor()
  })
})
