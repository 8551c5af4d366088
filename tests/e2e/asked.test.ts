import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, seen, toughOne, unlock, words } from './agent.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})
async function start(): Promise<{ lull: Lull; main: Page }> {
  const lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  return { lull, main: await beginJournal(lull) }
}
const rows = (main: Page) => main.getByRole('main').getByRole('listitem')
const title = 'Why did or didn’t Lull ask?'

async function aCall(lull: Lull, marked = false) {
  await lull.secondProcess(['--call-started'])
  await lull.step(60_000)
  if (marked) await lull.shortcut(toughOne)
  await lull.secondProcess(['--call-ended'])
}

describe('why Lull did or didn’t ask', () => {
  it('stands on a page of its own, from Settings and from Today, by keyboard', async () => {
    const { lull, main } = await start()
    await main.bringToFront()
    await main.getByRole('button', { name: title }).focus()
    await main.keyboard.press('Enter')
    await lull.step(1000)
    await main.getByRole('heading', { name: title }).waitFor()
    await main.getByText('Nothing in the last seven days.').waitFor()

    await aCall(lull)
    await lull.step(30_000)
    await aCall(lull)
    await lull.step(30_000)
    await aCall(lull, true)
    await lull.step(12_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Not now' }).click()
    await gone(lull, 'card')

    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    const way = main.getByRole('button', { name: title })
    await way.focus()
    await main.keyboard.press('Enter')
    await lull.step(1000)
    await main.getByText('You said: not now').waitFor()
    await seen(() => rows(main).count()).toBe(4)
    const texts = await rows(main).allInnerTexts()
    expect(texts[0]).toMatch(/^22:\d\d\s+You said: not now/)
    expect(texts[1]).toContain('A call that you marked had ended. Lull offers once.')
    expect(texts[2]).toContain('You marked a call')
    expect(texts[3]).toContain('2 calls ended that you hadn’t marked.')
  })

  it('says what happened while the journal was locked, once it is open', async () => {
    const { lull } = await start()
    await lull.tray.press('Lock')
    await aCall(lull)
    await lull.tray.press('Open Lull')
    await unlock(lull)
    const main = await lull.window('main')
    await main.getByRole('button', { name: title }).click()
    await lull.step(1000)
    await main.getByText('A call ended that you hadn’t marked.').waitFor()
    expect(await words(main)).not.toMatch(/tough|hard\b|stress/i)
  })
})

describe('when Lull speaks', () => {
  it('offers the pause only, once the call has been over for three minutes', async () => {
    const { lull } = await start()
    await aCall(lull, true)
    await lull.step(4_000)
    await lull.secondProcess(['--call-started'])
    await lull.step(240_000)
    await lull.secondProcess(['--call-ended'])
    await lull.step(12_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Not now' }).waitFor()
    expect(await card.getByRole('button', { name: 'Note' }).count()).toBe(0)
  })

  it('keeps quiet in quiet hours, chosen in Settings, and opens all the same when it is asked', async () => {
    const { lull, main } = await start()
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    const group = main.getByRole('group', { name: 'Quiet hours' })
    await group.getByLabel('Quiet from').fill('22:00')
    await group.getByLabel('Quiet until').fill('22:00')
    await group.getByText('They would end as they begin.').waitFor()
    await group.getByLabel('Quiet until').fill('23:00')
    await group.getByLabel('Quiet until').press('Enter')
    await main.getByText('Saved.').waitFor()
    await aCall(lull, true)
    await lull.step(60_000)
    expect((await lull.windows()).map(({ name }) => name)).not.toContain('card')
    await lull.shortcut(toughOne)
    await (await lull.window('card')).getByRole('button', { name: 'Note' }).waitFor()
  })
})
