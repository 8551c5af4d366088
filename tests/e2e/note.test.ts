import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { launch, type LaunchOptions, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, gone, seen, unlock, words } from './agent.ts'

const running: Lull[] = []
afterEach(async () => {
  for (const lull of running.splice(0)) await lull.kill()
})

async function start(options: LaunchOptions = {}): Promise<Lull> {
  const lull = await launch(options)
  running.push(lull)
  return lull
}
const stepped = { clock: '2026-11-22T14:00:00Z', timezone: 'Asia/Manila' }

/** A journal with a first note in it, where words are allowed. */
async function withWords(options: LaunchOptions = {}): Promise<{ lull: Lull; main: Page }> {
  const lull = await start(options)
  const main = await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, 'the first')
  return { lull, main }
}
/** The same with numbers only. */
async function withNumbers(options: LaunchOptions = {}): Promise<{ lull: Lull; main: Page }> {
  const lull = await start(options)
  const main = await beginJournal(lull)
  const note = await openNote(lull)
  for (const key of ['2', '1', 'Enter']) await lull.press(key)
  await note.getByText('May you keep notes at this desk?').waitFor()
  await lull.press('1')
  await gone(lull, 'note')
  return { lull, main }
}
async function openNote(lull: Lull): Promise<Page> {
  await lull.secondProcess(['--note'])
  const note = await lull.window('note')
  await note.getByText('How hard was it?').waitFor()
  await seen(() => lull.focus()).toBe('note')
  return note
}
/** Presses each key once the screen it belongs to is there. */
async function press(lull: Lull, note: Page, ...keys: [screen: string, key: string][]) {
  for (const [screen, key] of keys) {
    await note.getByText(screen).first().waitFor()
    await lull.press(key)
  }
}
/** Opens the Journal and gives what its newest line says. */
async function newestLine(lull: Lull, main: Page): Promise<string> {
  await main.getByRole('button', { name: 'Journal', exact: true }).click()
  const line = main.locator('button[data-note]').first()
  while (!(await line.isVisible())) await lull.step(200)
  return line.innerText()
}
const moments = (main: Page, count: number) => main.getByText(`${count} moments noted`).waitFor()
/** The digit beside a choice in the note. */
const digitOf = (note: Page, name: string) =>
  note.locator('label', { hasText: name }).locator('kbd').innerText()

const measured: { keys: number; ms: number }[] = []
afterAll(() => {
  if (measured.length === 0) return
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]
  const keys = median(measured.map((one) => one.keys))
  const ms = median(measured.map((one) => one.ms))
  process.stdout.write(
    `quick note: median of ${measured.length}: ${keys} keys, ${ms?.toFixed(0)} ms from its opening to its fold, pressed by a machine\n`,
  )
})

describe('a quick note, by keyboard only', () => {
  it('takes 1 to 5, type, Enter; a good call takes two keys', async () => {
    const { lull, main } = await withWords()
    const quick: [screen: string, key: string][][] = [
      ...['1', '2', '3'].map((hard): [string, string][] => [
        ['How hard was it?', hard],
        ['What was it?', '2'],
        ['A few words, if you like', 'Enter'],
      ]),
      [
        ['How hard was it?', 'g'],
        ['A few words, if you like', 'Enter'],
      ],
      [
        ['How hard was it?', 'g'],
        ['A few words, if you like', 'Enter'],
      ],
      [
        ['How hard was it?', '2'],
        ['What was it?', '0'],
        ['A few words, if you like', 'Enter'],
      ],
      [
        ['How hard was it?', '4'],
        ['What was it?', '1'],
        ['One thing you did right?', 'Enter'],
        ['It’s kept. And from here?', 'Enter'],
      ],
    ]
    for (const keys of quick) {
      const note = await openNote(lull)
      const from = performance.now()
      await press(lull, note, ...keys)
      await gone(lull, 'note')
      measured.push({ keys: keys.length, ms: performance.now() - from })
    }
    await moments(main, 8)
    expect(measured.map(({ keys }) => keys)).toEqual([3, 3, 3, 2, 2, 3, 4])
  })

  it('takes as many with numbers only, and a hard one is offered a pause', async () => {
    const { lull, main } = await withNumbers()
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', 'g'], ['What was it?', 'Enter'])
    await gone(lull, 'note')
    const hard = await openNote(lull)
    await press(lull, hard, ['How hard was it?', '5'], ['What was it?', '2'])
    expect(await hard.getByText('What was it?').isVisible()).toBe(true)
    await press(lull, hard, ['What was it?', 'Enter'])
    await hard.getByText('It’s kept. A pause, if you like?').waitFor()
    await moments(main, 3)
    expect(await hard.locator('textarea, input[type=text], [contenteditable]').count()).toBe(0)
    expect(await words(hard)).not.toContain('A few words')
    await lull.press('1')
    await gone(lull, 'note')
    const pause = await lull.window('pause')
    await pause.getByText('breathe in', { exact: true }).waitFor()
  })

  it('asks one question after a hard one, keeps it over the words, and ends on a step', async () => {
    const { lull, main } = await withWords(stepped)
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '5'], ['What was it?', '1'])
    await note.getByText('One thing you did right?').waitFor()
    expect(await words(note)).not.toMatch(/\bwhy\b|feel/i)
    await lull.type('I kept my voice low 1 2 3.')
    await lull.press('Control+Enter')
    await note.getByText('It’s kept. And from here?').waitFor()
    await lull.press('2')
    await gone(lull, 'note')
    await lull.step(1000)
    await main.getByRole('heading', { name: 'Talk to someone' }).waitFor()
    expect(await newestLine(lull, main)).toContain('I kept my voice low 1 2 3.')
    await main.locator('button[data-note]').first().click()
    await main.getByRole('textbox', { name: 'One thing you did right?' }).waitFor()
  })
})

describe.each([
  ['Abusive', 'That should not have happened to you.'],
  ['In distress', 'That was a lot to carry.'],
])('%s', (type, line) => {
  it('is kept first, asks nothing, and has three doors', async () => {
    const { lull, main } = await withWords(stepped)
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '4'])
    await note.getByText('What was it?').waitFor()
    if ((await note.getByText(type, { exact: true }).count()) === 0) await lull.press('9')
    await note.getByText(type, { exact: true }).waitFor()
    await lull.press(await digitOf(note, type))
    await lull.press('Enter')
    await note.getByRole('heading', { name: line }).waitFor()
    await moments(main, 2)
    expect(await note.locator('textarea').count()).toBe(0)
    const said = await words(note)
    expect(said).not.toMatch(/\?|\bwhy\b|learn|next time/i)
    const incident = 'An incident note can be written later, from your journal.'
    expect(said.includes(incident)).toBe(type === 'Abusive')
    expect(await note.getByRole('link').count()).toBe(0)
    for (const door of ['Talk to someone', 'Take a pause', 'close'])
      expect(await note.getByRole('button', { name: door }).count()).toBe(1)

    await note.getByRole('button', { name: 'a few words' }).click()
    await note.getByRole('textbox', { name: 'A few words, if you like' }).waitFor()
    await lull.type('unasked')
    await lull.press('Enter')
    await note.getByRole('heading', { name: line }).waitFor()
    expect(await note.getByRole('button', { name: 'a few words' }).count()).toBe(0)
    await lull.press('1')
    await gone(lull, 'note')
    await lull.step(1000)
    await main.getByRole('heading', { name: 'Talk to someone' }).waitFor()
    expect(await newestLine(lull, main)).toContain('unasked')
  })
})

describe('a note that is interrupted', () => {
  it('by a call folds at once, keeps its draft, drops stray keys and gives the focus back', async () => {
    const { lull } = await withWords(stepped)
    await lull.focusOutside()
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '4'], ['What was it?', '1'])
    await note.getByText('One thing you did right?').waitFor()
    await lull.type('half a sent')
    await lull.secondProcess(['--call-started'])
    expect(await lull.focus()).toBe('outside')
    // Meant for the next customer: no window of Lull takes them.
    for (const key of ['e', 'n', 'Enter'])
      await expect(lull.press(key)).rejects.toThrow('no window')
    await gone(lull, 'note')
    await lull.secondProcess(['--call-ended'])
    await lull.secondProcess(['--note'])
    const again = await lull.window('note')
    await again.getByText('One thing you did right?').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('half a sent')
  })

  it('by a kill brings the words back once, where they were, under their question', async () => {
    const { lull } = await withWords(stepped)
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '5'], ['What was it?', '1'])
    await note.getByText('One thing you did right?').waitFor()
    await lull.type('still typing')
    await lull.step(1_100)
    await note.getByText('Kept as a draft.').waitFor()
    const { profile } = lull
    await lull.kill()

    const next = await start({ ...stepped, profile, clock: '2026-11-22T14:05:00Z' })
    await unlock(next)
    await next.secondProcess(['--note'])
    const again = await next.window('note')
    await again.getByText('One thing you did right?').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('still typing')
    await seen(() => next.focus()).toBe('note')
    await next.press('Enter')
    await again.getByText('It’s kept. And from here?').waitFor()
    await next.press('Enter')
    await gone(next, 'note')
    // Once: the next note begins at its beginning.
    await openNote(next)
  })

  it('that was closed is there again, and "Not this one" ends it', async () => {
    const { lull } = await withWords(stepped)
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '2'], ['What was it?', '1'])
    await note.getByText('A few words').waitFor()
    await lull.type('shut')
    await lull.press('Escape')
    await gone(lull, 'note')
    await lull.secondProcess(['--note'])
    const again = await lull.window('note')
    await again.getByText('A few words').waitFor()
    expect(await again.getByRole('textbox').inputValue()).toBe('shut')
    await again.getByRole('button', { name: 'Not this one' }).click()
    await gone(lull, 'note')
    await openNote(lull)
  })
})

describe('the words of a note', () => {
  async function atTheWords(options: LaunchOptions = stepped) {
    const { lull, main } = await withWords(options)
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '2'], ['What was it?', '1'])
    await note.getByText('A few words').waitFor()
    return { lull, main, note, field: note.getByRole('textbox') }
  }

  it('are refused as a whole where they don’t fit, with a sentence, and nothing is lost', async () => {
    const { lull, note, field } = await atTheWords()
    await lull.type('kept')
    await note.keyboard.insertText('a'.repeat(1_000_000))
    await note.getByText('That is more than a note can hold, so none of it was put in.').waitFor()
    expect(await field.inputValue()).toBe('kept')
    await lull.type('!')
    expect(await field.inputValue()).toBe('kept!')
    expect(await note.getByText('That is more than').count()).toBe(0)
    await lull.press('Control+z')
    expect(await field.inputValue()).not.toContain('!')
    // From the clipboard too: twice 15,000 signs are more than fit.
    await lull.press('Control+a')
    await note.keyboard.insertText('b'.repeat(15_000))
    for (const key of ['Control+a', 'Control+c', 'End', 'Control+v']) await lull.press(key)
    await note.getByText('That is more than').waitFor()
    expect(await field.inputValue()).toBe('b'.repeat(15_000))
  })

  it('are kept exactly: emoji, right to left, control signs', async () => {
    const { lull, main, note, field } = await atTheWords()
    const text = '👩🏽‍🚀 قال: «كفى» \u202Bשלום\u202C \u0007\u001B \u200F end'
    await note.keyboard.insertText(text)
    expect(await field.inputValue()).toBe(text)
    await lull.press('Enter')
    await gone(lull, 'note')
    await newestLine(lull, main)
    await main.locator('button[data-note]').first().click()
    const kept = main.getByRole('textbox', { name: 'Words' })
    await kept.waitFor()
    expect(await kept.inputValue()).toBe(text)
  })

  it('may stop after a minute and a half: said once, quietly, and only once they are kept', async () => {
    const { lull, note } = await atTheWords()
    const line = note.getByRole('status').getByText('You can stop here. It’s kept.')
    await lull.type('on')
    await lull.step(89_000)
    expect(await line.count()).toBe(0)
    await lull.type(' and on')
    await lull.step(2_000)
    await line.waitFor()
    await note.getByText('Kept as a draft.').waitFor()
    expect(await note.getByRole('alert').allInnerTexts()).not.toContain(await line.innerText())
  })

  it('are left alone where that line is switched off', async () => {
    const { lull, main } = await withWords(stepped)
    await main.getByRole('button', { name: 'Settings', exact: true }).click()
    await lull.step(1000)
    await main.getByRole('switch', { name: 'Say once that I can stop writing' }).click()
    await main.getByText('Saved.').waitFor()
    const note = await openNote(lull)
    await press(lull, note, ['How hard was it?', '2'], ['What was it?', '1'])
    await note.getByText('A few words').waitFor()
    await lull.type('on and on')
    await lull.step(95_000)
    await note.getByText('Kept as a draft.').waitFor()
    expect(await words(note)).not.toContain('You can stop here')
  })
})
