import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  choosePassphrase,
  firstNoteWithWords,
  gone,
  seen,
  toughOne,
  words,
} from './agent.ts'

let lull: Lull | undefined
afterEach(async () => {
  await lull?.kill()
  lull = undefined
})

describe('from a tough call to a dot on the chart', () => {
  it('by shortcut and second process: mark, hook, card, note, Today, Trends', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
    const main = await beginJournal(lull)
    await lull.focusOutside()

    expect(await lull.secondProcess(['--call-started'])).toMatchObject({ code: 0 })
    await lull.step(60_000)
    await lull.shortcut(toughOne)
    expect((await lull.windows()).map((each) => each.name)).not.toContain('card')
    expect(await lull.secondProcess(['--call-ended'])).toMatchObject({ code: 0 })
    // A quarter of the usual gap of 45 s, and not before.
    await lull.step(11_000)
    expect((await lull.windows()).map((each) => each.name)).not.toContain('card')
    await lull.step(1_000)

    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Pause' }).waitFor()
    await seen(async () =>
      (await lull!.windows()).find((each) => each.name === 'card'),
    ).toMatchObject({
      visible: true,
      focused: false,
      alwaysOnTop: true,
      skipTaskbar: true,
    })
    expect(await lull.focus()).toBe('outside')
    expect(await words(card)).not.toMatch(/hard|call|stress/i)

    await card.getByRole('button', { name: 'Note' }).click()
    await firstNoteWithWords(lull, 'they had waited for an hour')
    await gone(lull, 'card')

    await main.getByText('1 moment noted').waitFor()
    expect(await words(main)).not.toContain('they had waited')

    await main.getByRole('button', { name: 'Trends' }).click()
    await lull.step(1_000)
    await main.getByRole('heading', { name: 'Stress, shift by shift' }).waitFor()
    await seen(() => main.locator('[data-dot=shift]').count()).toBe(1)
  })

  it('by a click on the tray’s icon the main window opens', async () => {
    lull = await launch({ args: ['--tray'] })
    // Until the vault has said that there is no journal, one that is locked is shown.
    await seen(() => lull!.tray.icon()).not.toContain('locked')
    await lull.tray.click()
    await lull.window('main')
  })

  it('by tray: a pause is saved as what it was', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
    const main = await beginJournal(lull)
    await lull.tray.press('Take a pause')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(4_100)
    await pause.getByText('breathe out', { exact: true }).waitFor()
    await lull.step(56_000)
    await pause.getByText('That was your pause.').waitFor()
    await pause.getByRole('main').getByText('Kept.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    await main.getByText('Longer exhale').waitFor()
    expect(await words(main)).toMatch(/1 min/)

    await lull.tray.press('Take a pause')
    const second = await lull.window('pause')
    await second.getByText('breathe in', { exact: true }).waitFor()
    await lull.step(23_000)
    await lull.press('Escape')
    await second.getByText('That counts too.').waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    await main.getByText(/stopped after 23 s/).waitFor()
  })

  it('by keyboard only, on a first day: nothing is asked before the first pause or save', async () => {
    lull = await launch({ args: ['--pause'] })
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
    await seen(() => lull!.focus()).toBe('pause')
    await lull.press('Escape')
    await pause
      .getByRole('main')
      .getByText('It waits here until you choose a passphrase.')
      .waitFor()
    await lull.press('Escape')
    await gone(lull, 'pause')
    const offered = (await lull.tray.menu()).map((entry) => entry.label)
    expect(offered).toContain('Take a pause')
    expect(offered).not.toContain('Lock')

    expect(await lull.secondProcess(['--note'])).toMatchObject({ code: 0 })
    const note = await lull.window('note')
    await note.getByText('How hard was it?').waitFor()
    await seen(() => lull!.focus()).toBe('note')
    await lull.press('5')
    await note.getByText('What was it?').waitFor()
    await lull.press('2')
    await lull.press('Enter')
    await choosePassphrase(lull)
    await note.getByText('May you keep notes at this desk?').waitFor()
    await lull.press('1')
    await note.getByText('It’s kept. A pause, if you like?').waitFor()
    await lull.press('Enter')
    await gone(lull, 'note')

    await lull.secondProcess([])
    const main = await lull.window('main')
    await main.getByText('1 moment noted').waitFor()
    // The pause that waited has been kept with it.
    await main.getByText(/stopped after/).waitFor()
  })

  it('a call that starts folds the note, keeps the draft and gives the focus back', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    await lull.secondProcess(['--note'])
    await firstNoteWithWords(lull, 'first')
    await lull.focusOutside()
    await lull.secondProcess(['--note'])
    const note = await lull.window('note')
    await note.getByText('How hard was it?').waitFor()
    await seen(() => lull!.focus()).toBe('note')
    await lull.press('3')
    await note.getByText('What was it?').waitFor()
    await lull.press('1')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('half a sent')
    await lull.step(1_100)
    await lull.secondProcess(['--call-started'])
    await gone(lull, 'note')
    expect(await lull.focus()).toBe('outside')

    await lull.secondProcess(['--note'])
    const again = await lull.window('note')
    await again.getByText('A few words, if you like').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('half a sent')
  })

  it('Not now closes the card, and a card that nobody answers fades by itself', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await lull.window('main')
    for (const answer of ['Not now', null]) {
      await lull.secondProcess(['--call-started'])
      await lull.shortcut(toughOne)
      await lull.secondProcess(['--call-ended'])
      await lull.step(12_000)
      const card = await lull.window('card')
      const notNow = card.getByRole('button', { name: 'Not now' })
      await notNow.waitFor()
      if (answer) await notNow.click()
      else await lull.step(31_000)
      await gone(lull, 'card')
    }
  })
})
