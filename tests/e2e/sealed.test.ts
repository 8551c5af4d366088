import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launch, type Lull } from '../../tools/driver/driver.ts'
import { beginJournal, firstNoteWithWords, gone, seen, toughOne, unlock, words } from './agent.ts'

let lull: Lull
afterEach(async () => {
  await lull?.kill()
})

const line = 'Your journal is locked. What you note is sealed; it can be read once you unlock.'
const kept = () => {
  const folder = join(lull.profile, 'journal/sealed')
  return readdirSync(folder).filter((name) => name.endsWith('.sealed'))
}

/** A journal at a desk where words are allowed, with one note in it; locked since. */
async function lockedDesk() {
  lull = await launch({ clock: '2026-11-22T14:00:00Z' })
  await beginJournal(lull)
  await lull.secondProcess(['--note'])
  await firstNoteWithWords(lull, 'about the parcel')
  await lockUp()
}

async function lockUp() {
  await lull.tray.press('Lock')
  await gone(lull, 'main')
  await seen(() => lull.tray.menu()).toContainEqual(expect.objectContaining({ label: 'Unlock' }))
}

/** Waits for a fresh sealed note, and answers its two questions. */
async function answerTwo(difficulty: string, type: string) {
  const note = await lull.window('note')
  await seen(() => lull.focus()).toBe('note')
  await note.getByText('How hard was it?').waitFor()
  await note.getByText(line).waitFor()
  await lull.press(difficulty)
  await note.getByText('What was it?').waitFor()
  await lull.press(type)
  return note
}

async function journalWords(): Promise<string> {
  await lull.tray.press('Open Lull')
  await unlock(lull)
  const main = await lull.window('main')
  await main.getByRole('button', { name: 'Journal', exact: true }).click()
  await lull.step(500)
  await main.getByRole('heading', { name: 'Nov 22, 2026' }).waitFor()
  return words(main)
}

describe('a note while the journal is locked', () => {
  it('is sealed from the first key to the last, and stands in the journal at its time', async () => {
    await lockedDesk()
    await lull.step(600_000)
    await lull.tray.press('Note')
    const note = await answerTwo('4', '1')
    expect(await words(note)).not.toContain('parcel')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('wanted a refund')
    await lull.press('Enter')
    await note.getByText('It’s kept. And from here?').waitFor()
    await note.getByText(line).waitFor()
    expect(await words(note)).not.toContain('Make a plan')
    expect(kept()).toHaveLength(1)
    await lull.press('Enter')
    await gone(lull, 'note')

    await lull.step(3_600_000)
    const seenThere = await journalWords()
    expect(seenThere).toContain('wanted a refund')
    expect(seenThere).toMatch(/\d:10/)
    expect(kept()).toEqual([])
  })

  it('begins empty each time, and an unfinished one comes back as the draft', async () => {
    await lockedDesk()
    await lull.secondProcess(['--note'])
    const first = await answerTwo('3', '2')
    await first.getByText('A few words, if you like').waitFor()
    await lull.type('not yet don')
    await lull.press('Escape')
    await gone(lull, 'note')
    expect(kept()).toHaveLength(1)

    await lull.secondProcess(['--note'])
    const second = await lull.window('note')
    await second.getByText('How hard was it?').waitFor()
    expect(await words(second)).not.toContain('not yet')
    await lull.press('Escape')
    await gone(lull, 'note')

    await journalWords()
    await lull.secondProcess(['--note'])
    const back = await lull.window('note')
    await seen(() => back.getByRole('textbox').inputValue()).toBe('not yet don')
  })

  it('is opened by the card, and kept when the next call folds it', async () => {
    await lockedDesk()
    await lull.secondProcess(['--call-started'])
    await lull.shortcut(toughOne)
    await lull.secondProcess(['--call-ended'])
    await lull.step(20_000)
    const card = await lull.window('card')
    await card.getByRole('button', { name: 'Note' }).click()
    const note = await answerTwo('5', '4')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('half a sent')
    await lull.secondProcess(['--call-started'])
    await gone(lull, 'note')
    await lull.secondProcess(['--call-ended'])
    await journalWords()
    await lull.secondProcess(['--note'])
    const back = await lull.window('note')
    await seen(() => back.getByRole('textbox').inputValue()).toBe('half a sent')
  })

  it('has no text field at a desk with numbers only, and asks nothing of the desk', async () => {
    lull = await launch({ clock: '2026-11-22T14:00:00Z' })
    await beginJournal(lull)
    await lockUp()
    await lull.tray.press('Note')
    const note = await answerTwo('2', '3')
    await lull.press('Enter')
    await gone(lull, 'note')
    expect(note.isClosed()).toBe(true)
    expect(kept()).toHaveLength(1)
    const seenThere = await journalWords()
    expect(seenThere).toContain('Bargaining')
  })

  it('goes on in the journal when that is opened meanwhile', async () => {
    await lockedDesk()
    await lull.tray.press('Note')
    const note = await answerTwo('4', '1')
    await note.getByText('A few words, if you like').waitFor()
    await lull.type('before ')
    await lull.step(1500)
    const text = await journalWords()
    expect(text).not.toContain('before')
    await note.getByText(line).waitFor({ state: 'detached' })
    await lull.secondProcess(['--note'])
    await seen(() => lull.focus()).toBe('note')
    await lull.press('End')
    await lull.type('and after')
    await lull.press('Enter')
    await note.getByText('It’s kept. And from here?').waitFor()
    const main = await lull.window('main')
    await main.getByText('before and after').waitFor()
  })
})
