import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type LaunchOptions, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, gone, seen, toughOne } from './agent.ts'
import { deskTools, type DeskTools } from './desk-tools.ts'

let lull: Lull
let tools: DeskTools | undefined
afterEach(async () => {
  await lull.kill()
  tools?.remove()
  tools = undefined
})

/** Lull on its first day: what it offers needs no journal. */
async function start(options: LaunchOptions = {}): Promise<Page> {
  lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila', ...options })
  const main = await lull.window('main')
  await main.getByText('No moments noted yet').waitFor()
  return main
}
async function startWithJournal(options: LaunchOptions = {}): Promise<Page> {
  await start(options)
  return beginJournal(lull)
}
const names = async () => (await lull.windows()).map(({ name }) => name)
const started = () => lull.secondProcess(['--call-started'])
const ended = () => lull.secondProcess(['--call-ended'])
/** The agent presses the shortcut during a call: no window comes, however often. */
async function markedCall() {
  await started()
  await lull.step(60_000)
  const before = await names()
  await lull.shortcut(toughOne)
  await lull.shortcut(toughOne)
  await lull.step(1_000)
  expect(await names()).toEqual(before)
  await ended()
}
/** A second, and what a tool of the system, which takes real time, answers to what was asked in it. */
async function stepAlong() {
  await lull.step(1_000)
  await tools?.heard()
}
/** Goes on until it is so, a minute at the most. */
async function stepUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < 60 && !(await isSo()); second++) await stepAlong()
  expect(await isSo()).toBe(true)
}
const hasCard = async () => (await names()).includes('card')
async function theCard(): Promise<Page> {
  const card = await lull.window('card')
  await card.getByRole('button', { name: 'Not now' }).waitFor()
  return card
}
/** By keyboard, from wherever one is. */
async function settings(main: Page) {
  await main.getByRole('button', { name: 'Settings', exact: true }).click()
  await lull.step(1000)
  await main.getByRole('heading', { name: 'When Lull speaks' }).waitFor()
}
async function tellMeBy(main: Page, way: string) {
  await settings(main)
  await main.getByRole('group', { name: 'Tell me by' }).getByText(way, { exact: true }).click()
  await main.getByText('Saved.').waitFor()
}

describe('each door', () => {
  it('leads to a card with the focus, at once: shortcut, tray, second process', async () => {
    await start()
    for (const press of [
      () => lull.shortcut(toughOne),
      () => lull.tray.press('Tough one'),
      () => lull.secondProcess(['--mark']),
    ]) {
      await lull.focusOutside()
      await press()
      await theCard()
      await seen(() => lull.focus()).toBe('card')
      await lull.press('3')
      await gone(lull, 'card')
    }
  })

  it('leads to a card after a call: the microphone, which a program opened and let go of', async () => {
    const sources = '[{"index":1,"name":"alsa_input.usb"}]'
    tools = deskTools({ pactl: '[]' }, { pactl: { 'short sources': sources } })
    const main = await start(tools.launch())
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await main.getByRole('button', { name: 'Connect your phone' }).click()
    await lull.step(1000)
    await main.getByRole('switch', { name: 'A microphone in use is a call' }).click()
    await main.getByText('Saved.').waitFor()
    await lull.focusOutside()
    const goesOn = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) await stepAlong()
    }
    await goesOn(6)
    const recorder = { index: 7, source: 1, corked: false, properties: { 'node.name': 'phone' } }
    tools.prints('pactl', JSON.stringify([recorder]))
    await goesOn(12)
    await lull.shortcut(toughOne)
    await lull.step(1_000)
    expect(await names()).toEqual(['main'])
    tools.prints('pactl', '[]')
    await stepUntil(hasCard)
    await theCard()
    expect(await lull.focus()).toBe('outside')
  })

  it('leads to a card after a call: a link, and a link alone takes it away and brings it back', async () => {
    const main = await start()
    await settings(main)
    await main.getByRole('button', { name: 'Connect your phone' }).click()
    await lull.step(1000)
    await main.getByRole('switch', { name: 'Listen to links' }).click()
    const pasted = main.getByRole('region', { name: 'By a link' }).getByRole('group').nth(1)
    const end = await pasted.locator('pre').innerText()
    const begin = end.replace('ended', 'started')
    await lull.focusOutside()

    await lull.openLink(begin)
    await lull.step(60_000)
    await lull.shortcut(toughOne)
    await lull.openLink(end)
    await lull.step(4_000)
    // The second call at second 4: nothing comes into it, though only a link tells of it.
    await lull.openLink(begin)
    await lull.step(60_000)
    expect(await names()).toEqual(['main'])
    await lull.openLink(end)
    await stepUntil(hasCard)
    await theCard()
    await lull.step(21_000)
    await lull.openLink(begin)
    await gone(lull, 'card')
    await lull.step(25_000)
    await lull.openLink(end)
    await stepUntil(hasCard)
    await theCard()
  })
})

describe('an offer', () => {
  it('is none during a marked call; it waits for a second call at second 4, and comes after it', async () => {
    await start()
    await lull.focusOutside()
    await markedCall()
    await lull.step(4_000)
    await started()
    await lull.step(60_000)
    expect(await names()).toEqual(['main'])
    await ended()
    await lull.step(11_250)
    await theCard()
    expect(await lull.focus()).toBe('outside')
  })

  it('waits through a lock, and comes once somebody is back', async () => {
    await startWithJournal()
    await markedCall()
    await lull.step(4_000)
    await lull.power('lock-screen')
    await gone(lull, 'main')
    await lull.step(60_000)
    expect(await names()).toEqual([])
    await lull.power('unlock-screen')
    await lull.step(11_250)
    await theCard()
    expect(await names()).toEqual(['card'])
    expect(await lull.focus()).toBe('outside')
  })

  it('leaves the note alone that the agent writes, when only a link tells of a call', async () => {
    const main = await start()
    await settings(main)
    await main.getByRole('button', { name: 'Connect your phone' }).click()
    await lull.step(1000)
    await main.getByRole('switch', { name: 'Listen to links' }).click()
    const pasted = main.getByRole('region', { name: 'By a link' }).getByRole('group').nth(0)
    const begin = await pasted.locator('pre').innerText()
    await lull.secondProcess(['--note'])
    const note = await lull.window('note')
    await note.getByText('How hard was it?').waitFor()
    await seen(() => lull.focus()).toBe('note')
    await lull.openLink(begin)
    await lull.step(3_000)
    await lull.press('2')
    await note.getByText('What was it?').waitFor()
    expect(await lull.focus()).toBe('note')
    // Her own key makes sure of the call.
    await lull.shortcut(toughOne)
    await gone(lull, 'note')
  })
})

describe('told by a notification', () => {
  const shown = async () => (await lull.notifications()).filter((each) => each.shown)

  it('is chosen in Settings, says a few neutral words, and opens the card that is clicked', async () => {
    await tellMeBy(await start(), 'A notification')
    await lull.focusOutside()
    await markedCall()
    await lull.step(11_250)
    await seen(shown).toEqual([
      { title: 'Lull', body: 'A pause, if you like.', silent: true, shown: true },
    ])
    expect(await names()).toEqual(['main'])
    expect(await lull.focus()).toBe('outside')

    await lull.clickNotification(0)
    await (await theCard()).getByRole('button', { name: 'Note' }).waitFor()
    await seen(() => lull.focus()).toBe('card')
    await lull.press('2')
    await (await lull.window('note')).getByText('How hard was it?').waitFor()
  })

  it('goes when a call begins, after half a minute, and is no answer', async () => {
    const main = await start()
    await tellMeBy(main, 'A notification')
    await markedCall()
    await lull.step(11_250)
    await seen(async () => (await shown()).length).toBe(1)
    await started()
    await seen(async () => (await shown()).length).toBe(0)
    await ended()
    await markedCall()
    await lull.step(11_250)
    await seen(async () => (await shown()).length).toBe(1)
    await lull.step(30_000)
    await seen(async () => (await shown()).length).toBe(0)
    await main.getByRole('button', { name: 'Why did or didn’t Lull ask?' }).click()
    await lull.step(1000)
    await main.getByText('The card faded').first().waitFor()
  })

  it.each<[where: string, env: NodeJS.ProcessEnv]>([
    ['a screen reader runs', { LULL_SCREEN_READER: '1' }],
    [
      'the desktop puts windows where it likes',
      { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' },
    ],
  ])('is the way where %s, without being chosen', async (_where, env) => {
    const main = await start({ env })
    await markedCall()
    await lull.step(11_250)
    await seen(async () => (await shown()).length).toBe(1)
    await settings(main)
    await main
      .getByRole('group', { name: 'Tell me by' })
      .getByText(/Here that is a notification/)
      .waitFor()
  })

  it('is a card where the system refuses it', async () => {
    const main = await start({ env: { LULL_NOTIFICATIONS: 'failing' } })
    await tellMeBy(main, 'A notification')
    await lull.focusOutside()
    await markedCall()
    await lull.step(11_250)
    await theCard()
    expect(await lull.focus()).toBe('outside')
  })
})

describe('told by the tray only', () => {
  it('is an icon and the first entry, which opens the card; and they go by themselves', async () => {
    await tellMeBy(await start(), 'The tray only')
    await lull.focusOutside()
    await markedCall()
    await lull.step(11_250)
    await seen(() => lull.tray.icon()).toContain('tray-waits')
    expect((await lull.tray.menu())[0]?.label).toBe('Lull offers a pause')
    expect(await lull.tray.tooltip()).toBe('Lull: a pause, if you like')
    expect(await names()).toEqual(['main'])
    expect(await lull.notifications()).toEqual([])
    await lull.tray.press('Lull offers a pause')
    await theCard()
    await seen(() => lull.tray.icon()).not.toContain('tray-waits')
    await seen(() => lull.focus()).toBe('card')
    await lull.press('3')
    await gone(lull, 'card')

    await markedCall()
    await lull.step(11_250)
    await seen(() => lull.tray.icon()).toContain('tray-waits')
    await lull.step(30_000)
    await seen(() => lull.tray.icon()).not.toContain('tray-waits')
    expect((await lull.tray.menu())[0]?.label).toBe('Take a pause')
  })
})

describe('keys for the card', () => {
  const keys = 'CommandOrControl+Shift+F8'

  it('are none at first; once chosen, they give it the focus, and then its digits work', async () => {
    const main = await start()
    await settings(main)
    const row = main.getByRole('group', { name: 'Answer what Lull offers', exact: true })
    expect(await row.innerText()).toContain('none')
    await row.getByRole('button', { name: 'Choose' }).click()
    await lull.step(100)
    await main.keyboard.press('Control+Shift+F8')
    await lull.step(500)
    await row.getByText('Press it now, to see that it works.').waitFor()
    await lull.focusOutside()
    // Without an offer there is nothing to turn to.
    await lull.shortcut(keys)
    await lull.step(1_000)
    expect(await names()).toEqual(['main'])

    await markedCall()
    await lull.step(11_250)
    await theCard()
    expect(await lull.focus()).toBe('outside')
    await expect(lull.press('3')).rejects.toThrow('focus')
    await lull.shortcut(keys)
    await seen(() => lull.focus()).toBe('card')
    await lull.press('3')
    await gone(lull, 'card')
    expect(await lull.focus()).toBe('outside')
  })
})

describe('hiding everything', () => {
  it('takes every window, the notification and the sign in the tray, and locks', async () => {
    const main = await startWithJournal()
    await tellMeBy(main, 'A notification')
    await lull.tray.press('Take a pause')
    await (await lull.window('pause')).getByText('breathe in', { exact: true }).waitFor()
    await lull.secondProcess(['--note'])
    await (await lull.window('note')).getByText('How hard was it?').waitFor()
    await started()
    await lull.shortcut(toughOne)
    await ended()
    await lull.step(11_250)
    await seen(async () => (await lull.notifications()).some((each) => each.shown)).toBe(true)
    await lull.shortcut('CommandOrControl+Shift+F12')
    expect((await lull.windows()).filter((each) => each.visible)).toEqual([])
    await seen(async () => (await lull.notifications()).some((each) => each.shown)).toBe(false)
    await lull.step(2_000)
    await seen(names).toEqual([])
    await seen(() => lull.tray.menu()).toContainEqual(expect.objectContaining({ label: 'Unlock' }))
  })
})

describe('a desktop that tells of itself', () => {
  const gnome = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', DISPLAY: ':0' }
  const quiet = 'false\n'

  it('is heard: what was offered waits through do-not-disturb, and comes after it', async () => {
    tools = deskTools({ gsettings: quiet })
    const main = await start(tools.launch(gnome))
    await markedCall()
    // The desktop's answer comes well before the card's time.
    await stepAlong()
    await lull.step(60_000)
    expect(await names()).toEqual(['main'])
    tools.prints('gsettings', 'true\n')
    await stepUntil(hasCard)
    await theCard()
    await main.getByRole('button', { name: 'Why did or didn’t Lull ask?' }).click()
    await lull.step(1000)
    await main.getByText('Do-not-disturb was on.').waitFor()
  })

  it('is heard: what was offered waits for a presentation, unless the work runs full screen', async () => {
    const full = '_NET_WM_STATE = _NET_WM_STATE_FULLSCREEN\n'
    tools = deskTools(
      { xprop: full },
      { xprop: { '-root': '_NET_ACTIVE_WINDOW: window id # 0x2c00007\n' } },
    )
    const main = await startWithJournal(tools.launch({ DISPLAY: ':0' }))
    await lull.focusOutside()
    await markedCall()
    await stepAlong()
    await lull.step(60_000)
    expect(await names()).toEqual(['main'])
    await settings(main)
    await main.getByRole('switch', { name: 'My work runs full screen' }).click()
    await main.getByText('Saved.').waitFor()
    await lull.focusOutside()
    await stepUntil(hasCard)
  })

  it('says on one page what can be seen here, and how it stands', async () => {
    tools = deskTools({ gsettings: quiet })
    const main = await start(tools.launch(gnome))
    await settings(main)
    const way = main.getByRole('button', { name: 'What Lull can see here' })
    await way.focus()
    await main.keyboard.press('Enter')
    await lull.step(1000)
    const rows = main.getByRole('main').getByRole('listitem')
    await seen(() => rows.count()).toBe(6)
    expect(await rows.nth(0).innerText()).toMatch(/Do-not-disturb\s+seen · on now\s+GNOME says/)
    expect(await rows.nth(1).innerText()).toMatch(/full screen\s+not seen/)
    tools.prints('gsettings', 'true\n')
    await main.getByRole('button', { name: 'Look again' }).focus()
    await main.keyboard.press('Enter')
    await main.getByText('seen · off now').waitFor()
  })
})
