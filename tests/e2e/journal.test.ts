import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { demoYear, plan, zone } from '../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../tools/demo/write.ts'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import {
  beginJournal,
  firstNoteWithWords,
  gone,
  mayKeep,
  type MayBeKept,
  noteBeingWritten,
  seen,
  words,
} from './agent.ts'
import { ownFolder } from './own-folder.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

/** A journal with two notes, the main window in front on the Journal page. */
async function atTheJournal(): Promise<{ lull: Lull; main: Page }> {
  const profile = ownFolder()
  const lull = await launch({ profile, clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' })
  running.push(lull)
  await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, 'The parcel went to Zürich twice.')
  await lull.step(3_600_000)
  await aNote(lull, 'Thanked me for the crème brûlée recipe.')
  await lull.tray.press('Open Lull')
  await seen(() => lull.focus()).toBe('main')
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Journal', exact: true }).click()
  await lull.step(500)
  await main.getByRole('heading', { name: 'Sun, Nov 22, 2026' }).waitFor()
  return { lull, main }
}
async function aNote(lull: Lull, text: string) {
  await noteBeingWritten(lull, ['2', '2'], text)
  await lull.press('Enter')
  await gone(lull, 'note')
}
const lines = (main: Page) => main.locator('button[data-note]')
const texts = (main: Page) => lines(main).allInnerTexts()
const search = (main: Page) => main.getByRole('searchbox', { name: 'Search' })

describe('the journal', () => {
  it('is read, searched, opened and changed by keyboard', async () => {
    const { lull, main } = await atTheJournal()
    const [newest = '', oldest = ''] = await texts(main)
    expect(newest).toMatch(/^23:00\s/)
    expect(newest).toContain('2 of 5')
    expect(newest).toContain('crème brûlée')
    expect(oldest).toMatch(/^22:00\s/)
    expect(oldest).toContain('4 of 5')

    await search(main).focus()
    await lull.type('zur')
    await seen(() => texts(main)).toEqual([oldest])
    await lull.type(' "OR" *(')
    await main.getByText('Nothing in your journal fits this.').waitFor()
    await main.getByRole('button', { name: 'Show all' }).click()
    await seen(() => lines(main).count()).toBe(2)
    await main.getByRole('combobox', { name: 'Type' }).selectOption({ index: 1 })
    await seen(() => texts(main)).toEqual([oldest])
    await main.getByRole('combobox', { name: 'Type' }).selectOption({ index: 0 })
    await seen(() => lines(main).count()).toBe(2)

    await lines(main).first().focus()
    await lull.press('ArrowDown')
    await lull.press('Enter')
    const field = main.getByRole('textbox', { name: 'What would you tell' })
    await seen(() => field.evaluate((node) => node === document.activeElement)).toBe(true)
    await lull.press('End')
    await lull.type(' Sorted out.')
    await lull.press('Escape')
    await main.getByText('Saved.').waitFor()
    const focused = () => main.evaluate(() => document.activeElement?.textContent ?? '')
    await seen(focused).toContain('twice. Sorted out.')
    expect((await texts(main))[1]).toContain('edited')
    await lull.press('Control+z')
    await seen(() => texts(main)).not.toContain('Sorted')
    await seen(async () => (await texts(main))[1]).toContain('went to Zürich twice.')
  })

  it('drops words and keeps the number; for 8 s they can be taken back', async () => {
    const { lull, main } = await atTheJournal()
    const drop = async () => {
      await lines(main).last().click()
      await main.getByRole('button', { name: 'Drop the words, keep the number' }).click()
      await main.getByText('The words are gone. The number stays.').waitFor()
    }
    await drop()
    expect(await words(main)).not.toContain('Zürich')
    await main.getByRole('button', { name: 'Undo' }).click()
    await seen(async () => (await texts(main))[1]).toContain('Zürich')
    await drop()
    await lull.step(8000)
    await seen(() => main.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    expect((await texts(main))[1]).toContain('4 of 5')
    await search(main).fill('zurich')
    await main.getByText('Nothing in your journal fits this.').waitFor()
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByText('2 moments noted').waitFor()
  })

  it('deletes a note, and gives it back within 8 s', async () => {
    const { main } = await atTheJournal()
    await lines(main).first().click()
    await main.getByRole('button', { name: 'Delete the note' }).click()
    await main.getByText('The note is gone.').waitFor()
    await seen(() => lines(main).count()).toBe(1)
    await main.keyboard.press('Control+z')
    await seen(async () => (await texts(main))[0]).toContain('crème brûlée')
  })

  it('has no words and no search field with numbers only, and loses nothing by it', async () => {
    const { lull, main } = await atTheJournal()
    const choose = async (choice: MayBeKept) => {
      await mayKeep(lull, main, choice)
      await main.getByRole('button', { name: 'Journal', exact: true }).click()
      await seen(() => lines(main).count()).toBe(2)
    }
    const before = await texts(main)
    await choose('Numbers only')
    expect(await words(main)).not.toMatch(/Zürich|crème/)
    expect(await search(main).count()).toBe(0)
    await lines(main).first().click()
    await main.getByRole('button', { name: 'Done' }).waitFor()
    expect(await main.getByRole('textbox').count()).toBe(0)
    await lull.press('Escape')
    await choose('Numbers and words')
    expect(await texts(main)).toEqual(before)
  })

  it('hides five seconds after the focus has gone elsewhere, until it comes back', async () => {
    const { lull, main } = await atTheJournal()
    await lull.focusOutside()
    await lull.step(4900)
    expect(await lines(main).count()).toBe(2)
    await lull.step(200)
    await main.getByText('Hidden while you work elsewhere.').waitFor()
    expect(await words(main)).not.toMatch(/Zürich|of 5/)
    await lull.tray.press('Open Lull')
    await seen(() => lines(main).count()).toBe(2)

    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(500)
    await main.getByRole('switch', { name: /^Hide Journal and Trends/ }).click()
    await main.getByText('Saved.').waitFor()
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await seen(() => lines(main).count()).toBe(2)
    await lull.focusOutside()
    await lull.step(6000)
    expect(await lines(main).count()).toBe(2)
  })
})

describe('more, when there is time', () => {
  /** Opens the older of the two notes, and what can be said of it. */
  async function opened() {
    const { lull, main } = await atTheJournal()
    await lines(main).last().focus()
    await lull.press('Enter')
    const more = main.getByRole('button', { name: 'More, when there is time' })
    await seen(() => more.getAttribute('aria-expanded')).toBe('false')
    await more.focus()
    await lull.press('Enter')
    await main.getByRole('group', { name: 'How it reached you' }).waitFor()
    return { lull, main, more }
  }
  const group = (main: Page, name: string) => main.getByRole('group', { name, exact: true })
  const radio = (main: Page, of: string, name: string) =>
    group(main, of).getByRole('radio', { name, exact: true })

  it('is said by keyboard, kept as one goes, filtered by, and taken back as a whole', async () => {
    const { lull, main } = await opened()
    await radio(main, 'How it reached you', 'not said').focus()
    await lull.press('ArrowRight')
    await seen(() => radio(main, 'How it reached you', 'Call').isChecked()).toBe(true)
    await main.getByLabel('Minutes').focus()
    await lull.type('12')
    await main.getByRole('checkbox', { name: 'A long wait' }).focus()
    await lull.press('Space')
    await main.getByRole('checkbox', { name: 'Say it back' }).focus()
    await lull.press('Space')
    await radio(main, 'Say it back', 'used').focus()
    await lull.press('ArrowRight')
    await radio(main, 'How it ended', 'not said').focus()
    await lull.press('ArrowRight')
    await main.getByRole('textbox', { name: 'What to try next time' }).focus()
    await lull.type('Say the day first.')
    const slider = main.getByRole('slider', { name: 'How pleasant it felt' })
    expect(await slider.getAttribute('aria-valuetext')).toBe('not said')
    await slider.focus()
    await lull.press('Home')
    await seen(() => slider.getAttribute('aria-valuetext')).toBe('very unpleasant')
    await radio(main, 'A word for how it left you', 'not said').focus()
    for (let nth = 0; nth < 3; nth++) await lull.press('ArrowRight')
    await radio(main, 'Nearer, if one fits', 'no nearer word').focus()
    await lull.press('ArrowRight')
    await lull.press('Escape')
    await main.getByText('Saved.').waitFor()
    await seen(async () => (await texts(main))[1]).toContain('Next time: Say the day first.')

    await main.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'Call' })
    await seen(() => lines(main).count()).toBe(1)
    await main.getByRole('combobox', { name: 'What you did' }).selectOption('paraphrase')
    await main.getByRole('combobox', { name: 'How it ended' }).selectOption('solved')
    await search(main).fill('day')
    await lull.step(300)
    await seen(() => lines(main).count()).toBe(1)
    await main.getByRole('combobox', { name: 'How it ended' }).selectOption('escalated')
    await main.getByText('Nothing in your journal fits this.').waitFor()
    await main.getByRole('button', { name: 'Show all' }).click()
    await seen(() => lines(main).count()).toBe(2)

    await lines(main).last().click()
    const checked = () =>
      main
        .locator('input:checked')
        .evaluateAll((all) => all.map((each) => each.closest('label')?.innerText))
    await seen(checked).toEqual([
      '4',
      'Call',
      'A long wait',
      'Say it back',
      'helped',
      'Solved',
      'not said',
      'tense',
      'rushed',
    ])
    await main.getByRole('button', { name: 'Clear' }).click()
    await seen(() => slider.getAttribute('aria-valuetext')).toBe('not said')
    await seen(() => slider.evaluate((each) => each === document.activeElement)).toBe(true)
    await lull.press('Escape')
    await main.getByText('Saved.').waitFor()
    const isBack = () =>
      lines(main)
        .last()
        .evaluate((line) => line === document.activeElement)
    await seen(isBack).toBe(true)
    await main.keyboard.press('Control+z')
    await lines(main).last().click()
    await seen(() => slider.getAttribute('aria-valuetext')).toBe('very unpleasant')
  })

  it('asks for a word for the feeling last, and gives no lesson after abuse', async () => {
    const { main } = await opened()
    const legends = () => main.locator('legend').allInnerTexts()
    expect((await legends()).at(-1)).toBe('A word for how it left you')
    await main.getByRole('combobox', { name: 'What was it?' }).selectOption('abusive')
    await seen(() => main.getByRole('textbox', { name: 'What to try next time' }).count()).toBe(0)
    expect(await main.getByRole('checkbox', { name: 'Say it back' }).count()).toBe(0)
    expect((await legends()).at(-1)).toBe('A word for how it left you')
  })

  it('has no text field with numbers only', async () => {
    const { lull, main } = await atTheJournal()
    await mayKeep(lull, main, 'Numbers only')
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await main.getByRole('button', { name: 'Add a note of an earlier time' }).click()
    await main.getByLabel('Date', { exact: true }).waitFor()
    const fields = main.locator(
      'textarea, input[type=text]:not([data-holds=time]), input[type=search], [contenteditable]',
    )
    expect(await fields.count()).toBe(0)
    await lull.press('Escape')
    await lines(main).first().click()
    await main.getByRole('button', { name: 'More, when there is time' }).click()
    await main.getByRole('slider').first().waitFor()
    expect(await fields.count()).toBe(0)
    expect(await main.getByRole('textbox').count()).toBe(0)
  })
})

describe('a note of an earlier time', () => {
  it('is added by keyboard, stands open in front, and then where it was, marked', async () => {
    const { lull, main } = await atTheJournal()
    const add = main.getByRole('button', { name: 'Add a note of an earlier time' })
    const focused = (name: string) =>
      seen(() => main.evaluate(() => document.activeElement?.textContent ?? '')).toContain(name)
    await add.focus()
    await lull.press('Enter')
    await main.getByRole('button', { name: 'Add it' }).click()
    await main.getByText('A date, a time and a number, please.').waitFor()
    await main.getByLabel('Date', { exact: true }).fill('2026-11-23')
    await main.getByLabel('Time', { exact: true }).fill('half past one')
    await main.getByRole('button', { name: 'Add it' }).click()
    await main.getByText('That isn’t a time.').waitFor()
    await main.getByLabel('Time', { exact: true }).fill('130 am')
    await main.getByRole('radio', { name: '5, very hard' }).focus()
    await lull.press('Space')
    await main.getByRole('button', { name: 'Add it' }).focus()
    await lull.press('Enter')
    await main.getByText('That time is still to come.').waitFor()
    await main.getByLabel('Date', { exact: true }).fill('2026-11-20')
    await main.getByLabel('My shifts usually start at').fill('22:00')
    await main.getByRole('button', { name: 'Add it' }).focus()
    await lull.press('Enter')
    const field = main.getByRole('textbox', { name: 'Words' })
    await seen(() => field.evaluate((node) => node === document.activeElement)).toBe(true)
    await lull.type('Only now.')
    await lull.press('Escape')
    await focused('Add a note of an earlier time')
    const [, , last = ''] = await texts(main)
    expect(last).toMatch(/^01:30\s/)
    for (const part of ['5 of 5', 'added later', 'Only now.']) expect(last).toContain(part)
    // Half past one belongs to the night that began on the 19th.
    await main.getByRole('heading', { name: 'Thu, Nov 19, 2026' }).waitFor()
    await add.click()
    expect(await main.getByLabel('My shifts usually start at').count()).toBe(0)
    await lull.press('Escape')
    await focused('Add a note of an earlier time')
  })

  it('is added once, though Enter is pressed again before it is kept', async () => {
    const { main } = await atTheJournal()
    const before = await lines(main).count()
    await main.getByRole('button', { name: 'Add a note of an earlier time' }).click()
    await main.getByLabel('Date', { exact: true }).fill('2026-11-20')
    await main.getByLabel('Time', { exact: true }).fill('01:30')
    await main.getByRole('radio', { name: '5, very hard' }).check({ force: true })
    await main.locator('form').evaluate(async (form: HTMLFormElement) => {
      const turn = new MessageChannel()
      const next = new Promise((resolve) => turn.port1.addEventListener('message', resolve))
      turn.port1.start()
      form.requestSubmit()
      turn.port2.postMessage(null)
      await next
      form.requestSubmit()
    })
    await main.getByRole('textbox', { name: 'Words' }).waitFor()
    // Read anew: the vault answers in order, so both would stand there.
    await main.getByRole('button', { name: 'Today', exact: true }).click()
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await lines(main).first().waitFor()
    expect(await lines(main).count()).toBe(before + 1)
  })
})

describe('a long journal', () => {
  it('keeps in the page what is in view, and what has the focus wherever one scrolls', async () => {
    const profile = ownFolder()
    const shifts = plan({ ...demoYear, end: '2026-11-23', shifts: 60 })
    await write(shifts, join(profile, 'journal'))
    const count = shifts.flatMap(({ events }) =>
      events.filter(({ what }) => what === 'note'),
    ).length
    expect(count).toBeGreaterThan(130)
    const lull = await launch({ profile, clock: '2026-11-23T14:00:00Z', timezone: zone })
    running.push(lull)
    const unlock = await lull.window('unlock')
    await unlock.getByLabel('Passphrase').fill(demoPassphrase)
    await unlock.getByRole('button', { name: 'Unlock' }).click()
    const main = await lull.window('main')
    await main.getByRole('heading', { name: 'Today' }).waitFor()
    await main.getByRole('button', { name: 'Journal', exact: true }).click()
    await lull.step(500)
    await lines(main).first().waitFor()
    const scrollTo = async (place: 'start' | 'end') => {
      await main.locator('main').evaluate((page, to) => {
        page.scrollTo(0, to === 'end' ? page.scrollHeight : 0)
      }, place)
      await lull.step(300)
    }
    const ids = () =>
      lines(main).evaluateAll((all) => all.map((each) => each.dataset['note'] ?? ''))
    const focused = () =>
      main.evaluate(() => {
        const at = document.activeElement
        const box = at?.getBoundingClientRect()
        const inView = box !== undefined && box.top >= 0 && box.bottom <= innerHeight
        return { id: at instanceof HTMLElement ? at.dataset['note'] : undefined, inView }
      })
    const first = await ids()
    await seen(async () => {
      await scrollTo('end')
      const now = await ids()
      expect(now.length).toBeLessThan(60)
      return main.getByRole('button', { name: 'Older', exact: true }).count()
    }).toBe(0)
    await scrollTo('end')
    await lines(main).last().focus()
    const last = (await focused()).id
    await scrollTo('start')
    // Out of view, and the focus is still there; from there one walks on.
    expect(await focused()).toEqual({ id: last, inView: false })
    await seen(async () => (await ids())[0]).toBe(first[0])
    await lull.press('ArrowUp')
    await lull.step(300)
    await seen(async () => (await focused()).inView).toBe(true)
    expect(await focused()).not.toMatchObject({ id: last })
    await lull.press('ArrowDown')
    await seen(async () => (await focused()).id).toBe(last)
    // Also far: through all that stands between.
    await scrollTo('start')
    await lines(main).first().focus()
    const walked = new Set<string | undefined>()
    for (let nth = 0; nth < 40; nth++) {
      await lull.press('ArrowDown')
      await seen(async () => walked.has((await focused()).id)).toBe(false)
      const { id, inView } = await focused()
      expect(inView).toBe(true)
      walked.add(id)
    }
    expect(walked.size).toBe(40)
  })
})

describe('what looks like a customer’s', () => {
  it('is named under the field and blanked on request; saving is not blocked', async () => {
    const { lull, main } = await atTheJournal()
    await lull.secondProcess(['--note'])
    const note = await lull.window('note')
    await seen(() => lull.focus()).toBe('note')
    await note.getByText('How hard was it?').waitFor()
    await lull.press('3')
    await note.getByText('What was it?').waitFor()
    await lull.press('Enter')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('Mr Ito on 0171 2345678')
    await note.getByText('This may be a customer’s: a name, a long number.').waitFor()
    await note.getByRole('button', { name: 'Blank it' }).click()
    await seen(() => note.getByRole('textbox').inputValue()).toBe('Mr ••• on •••')
    expect(await note.getByText('This may be').count()).toBe(0)
    await note.getByRole('textbox').focus()
    await lull.type(', a@b.example')
    await note.getByText('an e-mail address').waitFor()
    await lull.press('Enter')
    await gone(lull, 'note')
    await seen(async () => (await texts(main))[0]).toContain('Mr ••• on •••, a@b.example')
  })
})
