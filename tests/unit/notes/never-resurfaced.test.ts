import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { vaultDoor, type WindowName } from '../../../src/contract.ts'
import { mayComeUp, pathOf } from '../../../src/notes/brooding.ts'
import { noteTypes, type Difficulty, type NoteType } from '../../../src/guidance/types.ts'
import { idAt, openJournalDesk, testClock, type Desk } from '../../desk.ts'

interface Written {
  id: string
  words: string
  difficulty: Difficulty
  type: NoteType | null
}

const hour = 3_600_000
const difficulties: Difficulty[] = [2, 4, 1, 5, 3, 4, 2]

/** A shift of three notes; hard ones come in every shift, of every type in turn. */
async function aShift(desk: Desk, nth: number): Promise<Written[]> {
  const written: Written[] = []
  for (let entry = 0; entry < 3; entry++) {
    desk.clock.pass(hour)
    const at = nth * 3 + entry
    const note: Written = {
      id: idAt(desk.clock.now()),
      words: `xyzzy${at} they said`,
      difficulty: difficulties[at % difficulties.length] ?? 5,
      type: noteTypes[at % noteTypes.length] ?? null,
    }
    const asked = pathOf(note) === 'hard' ? 'teammate' : null
    await desk.ask('note', 'note.save', { ...note, asked })
    written.push(note)
  }
  return written
}

/**
 * All that any window is told without asking for entries of its own: every method of the contract that
 * takes no input, so that one that is added tomorrow is looked at too.
 */
const unasked = Object.entries(vaultDoor)
  .filter(([, { input }]) => v.is(input, {}))
  .flatMap(([method, { windows }]) =>
    windows.map((window): [string, WindowName] => [method, window]),
  )

async function told(desk: Desk): Promise<string> {
  const answers = []
  for (const [method, window] of unasked)
    answers.push(await desk.raw(window, { id: 1, method, input: {} }))
  return JSON.stringify(answers)
}
const named = (notes: readonly Written[], answers: string) =>
  notes.filter(
    ({ id, words }) => answers.includes(id) || answers.includes(words.split(' ')[0] ?? id),
  )

describe('a year', () => {
  it('in which no hard entry shows up outside the journal, and good calls are counted', async () => {
    using desk = await openJournalDesk(testClock('2026-01-01T14:00:00Z', 'Asia/Manila'))
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const year: Written[] = []
    for (let nth = 0; nth < 230; nth++) {
      const shift = await aShift(desk, nth)
      year.push(...shift)
      const today = await desk.ask('main', 'today.get', {})
      expect(today).toMatchObject({ notes: 3, goodNotes: shift.filter(mayComeUp).length })
      const answers = await told(desk)
      expect(named(year, answers)).toEqual([])
      expect(answers).not.toContain('"difficulty"')
      desk.clock.pass(13 * hour)
      // The next day begins with nothing of the last one.
      expect(named(year, await told(desk))).toEqual([])
      desk.clock.pass(8 * hour)
    }
    expect(year.filter((note) => pathOf(note) !== 'plain').length).toBeGreaterThan(200)
    expect(year.filter(mayComeUp).length).toBeGreaterThan(20)
  }, 120_000)

  it('would be noticed if it did: the journal, asked for, names them', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const shift = await aShift(desk, 0)
    const list = { before: null, filter: { type: null }, query: '' }
    const page = JSON.stringify(await desk.ask('main', 'journal.list', list))
    expect(named(shift, page)).toEqual(shift)
    expect(unasked.map(([method]) => method)).toContain('today.get')
    expect(unasked.length).toBeGreaterThan(8)
  })
})
