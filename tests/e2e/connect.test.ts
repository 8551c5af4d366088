import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, gone, seen, toughOne, words } from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

/** From Settings, by keyboard where a button has the focus. */
async function connectPage(main: Page, isStepped = false): Promise<Page> {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  if (isStepped) await lull?.step(1000)
  const button = main.getByRole('button', { name: 'Connect your phone' })
  await button.focus()
  await main.keyboard.press('Enter')
  if (isStepped) await lull?.step(1000)
  await main.getByRole('heading', { name: 'By a command' }).waitFor()
  return main
}
const lineOf = (main: Page, part: string, label: string) =>
  main
    .getByRole('region', { name: part })
    .getByRole('group', { name: label })
    .locator('pre')
    .innerText()
async function linksOn(main: Page): Promise<void> {
  await main.getByRole('switch', { name: 'Listen to links' }).focus()
  await main.keyboard.press('Space')
  await main.getByRole('button', { name: 'Make another code' }).waitFor()
}
const names = async () => (await lull!.windows()).map((each) => each.name)

describe('connecting a phone', () => {
  it('by the command that the page shows: a test hears it, and shows kinds of what was thrown away', async () => {
    lull = await launch()
    const main = await connectPage(await lull.window('main'))
    const line = await lineOf(main, 'By a command', 'A call ended')
    expect(line).toMatch(/--profile \S+ --call-ended$/)
    await main.getByRole('button', { name: 'Listen', exact: true }).focus()
    await main.keyboard.press('Enter')
    await main.getByText(/^Until /).waitFor()

    const command = line.split(' ').at(-1) ?? ''
    const ended = await lull.secondProcess([command, '+44 20 7946 0991', 'Jane Doe'])
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' })
    await main.getByText('A call ended, by a command').waitFor()
    await main.getByText('Heard. Thrown away: a number, a name.').waitFor()
    expect(await words(main)).not.toMatch(/7946|Jane/)
  })

  it('by link: off at first, on with a code of its own, and off again', async () => {
    lull = await launch()
    const main = await connectPage(await lull.window('main'))
    await expect(lull.openLink('lull-call://ended')).rejects.toThrow('no program is registered')
    await linksOn(main)
    const link = await lineOf(main, 'By a link', 'A call ended')
    expect(link).toMatch(/^lull-call:\/\/ended\?code=[0-9a-z]{20}$/)

    await main.getByRole('button', { name: 'Listen', exact: true }).click()
    await lull.openLink(`${link}&caller=%2B44207946099`)
    await main.getByText('A call ended, by a link').waitFor()
    await main.getByText('Heard. Thrown away: a number.').waitFor()
    await lull.openLink(link)
    await main.getByText('a link is heard at most once in 20 seconds').waitFor()
    await lull.openLink('lull-call://quit?code=guess', { asMac: true })
    await main.getByText('it doesn’t carry the code of this computer').waitFor()

    await main.getByRole('button', { name: 'Make another code' }).click()
    await seen(() => lineOf(main, 'By a link', 'A call ended')).not.toBe(link)
    await lull.openLink(link.replace('ended', 'started'))
    await seen(() => main.getByText('it doesn’t carry the code of this computer').count()).toBe(2)

    await main.getByRole('switch', { name: 'Listen to links' }).click()
    await seen(() => main.getByRole('button', { name: 'Make another code' }).count()).toBe(0)
    await expect(lull.openLink(link)).rejects.toThrow('no program is registered')
  })

  it('by link: a call that the agent marked brings the card, and one that nobody marked brings nothing', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    const main = await connectPage(await lull.window('main'), true)
    await linksOn(main)
    const link = await lineOf(main, 'By a link', 'A call ended')
    const started = link.replace('ended', 'started')
    const mark = link.replace('ended', 'mark')
    await lull.focusOutside()

    await lull.openLink(started)
    await lull.step(60_000)
    await lull.openLink(mark)
    await lull.openLink(link)
    await lull.step(60_000)
    expect(await names()).toEqual(['main'])

    await lull.openLink(started)
    await lull.step(60_000)
    await lull.shortcut(toughOne)
    await lull.openLink(link)
    await lull.step(12_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Pause' }).waitFor()
    expect(await lull.focus()).toBe('outside')
    // The next call takes the card away, told by a link too.
    await lull.openLink(started)
    await gone(lull, 'card')
  })

  it('by link through a lock: the call that was marked before it brings the card after it', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    const main = await connectPage(await lull.window('main'), true)
    await linksOn(main)
    const link = await lineOf(main, 'By a link', 'A call ended')
    await lull.openLink(link.replace('ended', 'started'), { asMac: true })
    await lull.step(5_000)
    await lull.shortcut(toughOne)
    await lull.step(1_000)
    await lull.tray.press('Lock')
    await gone(lull, 'main')
    await lull.openLink(link, { asMac: true })
    await lull.step(12_000)
    await (await lull.window('card')).getByRole('button', { name: 'Pause' }).waitFor()
  })

  it('copies what is to be pasted', async () => {
    lull = await launch()
    const main = await connectPage(await lull.window('main'))
    const line = await lineOf(main, 'By a command', 'A call began')
    await main
      .getByRole('region', { name: 'By a command' })
      .getByRole('group', { name: 'A call began' })
      .getByRole('button', { name: 'Copy' })
      .click()
    await main.getByText('Copied.').waitFor()
    await main.getByRole('button', { name: 'Guide', exact: true }).click()
    await main.getByRole('searchbox').focus()
    await main.keyboard.press('Control+v')
    expect(await main.getByRole('searchbox').inputValue()).toBe(line)
  })

  it('is offered on Today once there is a note, until it was answered, for good', async () => {
    lull = await launch()
    const main = await beginJournal(lull)
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    expect(await main.getByRole('region', { name: 'Connect your phone' }).count()).toBe(0)
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'they had waited for an hour')
    await main.getByText('1 moment noted').waitFor()
    // One question at a time.
    await main.getByRole('button', { name: 'Skip' }).click()
    const offer = main.getByRole('region', { name: 'Connect your phone' })
    await offer.getByRole('button', { name: 'Look' }).click()
    await main.getByRole('heading', { name: 'Connect your phone', level: 1 }).waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByText('1 moment noted').waitFor()
    expect(await offer.count()).toBe(0)
  })

  it('is not offered any more once a phone was heard', async () => {
    lull = await launch()
    const main = await beginJournal(lull)
    await lull.secondProcess(['--call-ended'])
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'they had waited for an hour')
    await main.getByRole('button', { name: 'Skip' }).click()
    await main.getByText('1 moment noted').waitFor()
    expect(await main.getByRole('region', { name: 'Connect your phone' }).count()).toBe(0)
  })
})
