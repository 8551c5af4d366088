import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSealedWay } from '../../../renderer/note/sealed/way.ts'
import { seal } from '../../../renderer/note/sealed/seal.ts'
import type { NoteToSave } from '../../../renderer/state/note-way.ts'
import type { JournalNote } from '../../../src/contract.ts'
import type { SealedNote } from '../../../src/notes/sealed-note.ts'
import { idAt, openJournalDesk, passphrase, type Desk } from '../../desk.ts'

const hour = 3_600_000

/** Locked, at a desk where words are allowed unless said otherwise. */
async function lockedDesk(words: 'numbers' | 'numbers-and-words' = 'numbers-and-words') {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words })
  desk.restart()
  return desk
}

/** What a page says of a note on its way, at the desk's own time and place. */
const aNote = (desk: Desk, words = ''): SealedNote => ({
  version: 1,
  kind: 'note',
  id: idAt(desk.clock.now()),
  at: desk.clock.now(),
  zone: desk.clock.zone(),
  step: 'words',
  difficulty: 4,
  type: 'angry',
  words,
  asked: null,
})

async function sealIt(desk: Desk, note: SealedNote) {
  const { seal: key } = await desk.ask('note', 'note.begin', {})
  if (!key) throw new Error('nothing to seal to')
  await desk.ask('note', 'note.seal', { id: note.id, sealed: await seal(key, note) })
  return note
}
const unlock = (desk: Desk) => desk.ask('unlock', 'journal.open', { passphrase })
const notesOf = async (desk: Desk): Promise<JournalNote[]> =>
  (await desk.ask('main', 'journal.list', { before: null, filter: { type: null }, query: '' }))
    .notes
const folderOf = (desk: Desk) => join(desk.folder, 'sealed')
const filesOf = (desk: Desk) => (existsSync(folderOf(desk)) ? readdirSync(folderOf(desk)) : [])

describe('a note begun while the journal is locked', () => {
  it('knows nothing of the journal: no draft, no own types, no question', async () => {
    using desk = await lockedDesk()
    await unlock(desk)
    await desk.ask('note', 'note.keepDraft', {
      id: idAt(desk.clock.now()),
      step: 'words',
      difficulty: 3,
      type: 'angry',
      words: 'not done',
    })
    desk.restart()
    const begun = await desk.ask('note', 'note.begin', {})
    expect(begun).toMatchObject({ draft: null, ask: null, words: 'numbers-and-words' })
    expect(begun.types[0]).toBe('angry')
    expect(JSON.stringify(begun)).not.toContain('not done')
  })

  it('has words only where they are allowed, from the moment on that they are', async () => {
    using desk = await lockedDesk('numbers')
    expect((await desk.ask('note', 'note.begin', {})).words).toBe('numbers')
    await unlock(desk)
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    desk.restart()
    expect((await desk.ask('note', 'note.begin', {})).words).toBe('numbers-and-words')
  })

  it('can be sealed to nothing where journal.seal is gone: it is locked, as before', async () => {
    using desk = await lockedDesk()
    rmSync(join(desk.folder, 'journal.seal'))
    await expect(desk.ask('note', 'note.begin', {})).rejects.toThrow('locked')
    expect(await unlock(desk)).toMatchObject({ swapped: false })
    desk.restart()
    expect((await desk.ask('note', 'note.begin', {})).seal).not.toBeNull()
  })

  it('is only sealed while it is locked', async () => {
    using desk = await lockedDesk()
    const { seal: key } = await desk.ask('note', 'note.begin', {})
    if (!key) throw new Error('nothing to seal to')
    const note = aNote(desk)
    await unlock(desk)
    const sealed = await seal(key, note)
    await expect(desk.ask('note', 'note.seal', { id: note.id, sealed })).rejects.toThrow('exists')
    expect(filesOf(desk)).toEqual([])
  })

  it.each([
    ['plain words', Buffer.from('never again').toString('base64')],
    ['the right length of nothing', Buffer.alloc(1081).toString('base64')],
    ['no base64', '!'],
    ['half of one', ''],
  ])('is refused as %s, and nothing is written', async (_what, sealed) => {
    using desk = await lockedDesk()
    await expect(
      desk.ask('note', 'note.seal', { id: idAt(desk.clock.now()), sealed }),
    ).rejects.toThrow('bad-input')
    expect(filesOf(desk)).toEqual([])
  })
})

describe('at the unlock', () => {
  it('each note stands at its own time, in the shift around it', async () => {
    using desk = await lockedDesk()
    const first = await sealIt(desk, aNote(desk, 'about the parcel'))
    desk.clock.pass(2 * hour)
    const second = await sealIt(desk, { ...aNote(desk), difficulty: 1, type: 'good' })
    desk.clock.pass(20 * hour)
    const third = await sealIt(desk, aNote(desk))
    desk.clock.pass(hour)
    expect(await unlock(desk)).toEqual({ notice: null, unreadable: 0, swapped: false })
    const notes = await notesOf(desk)
    expect(notes).toMatchObject(
      [third, second, first].map(({ id, at, zone, difficulty, type, words }) => ({
        id,
        at,
        zone,
        difficulty,
        type,
        words,
        addedLater: false,
      })),
    )
    expect(notes[1]?.shiftId).toBe(notes[2]?.shiftId)
    expect(notes[0]?.shiftId).not.toBe(notes[1]?.shiftId)
    expect(filesOf(desk)).toEqual([])
  })

  it('a note settles the call that was marked while all was locked', async () => {
    using desk = await lockedDesk()
    desk.companion.hear({ kind: 'call', event: 'marked', source: 'shortcut' })
    desk.clock.pass(60_000)
    await sealIt(desk, aNote(desk))
    await unlock(desk)
    const { end } = await desk.ask('main', 'shift.get', {})
    expect(end?.unnoted).toEqual([])
  })

  it('the shift of a note has the date of the place where it was written', async () => {
    using desk = await lockedDesk()
    desk.clock.pass(3 * hour)
    await sealIt(desk, aNote(desk))
    desk.clock.move('America/Los_Angeles')
    await unlock(desk)
    // 17:00 UTC is the next day in Manila.
    expect((await notesOf(desk))[0]).toMatchObject({ shiftDate: '2026-11-23', zone: 'Asia/Manila' })
  })

  it('the newest unfinished one is the draft; older ones, and the draft before, are kept as notes', async () => {
    using desk = await lockedDesk()
    await unlock(desk)
    const before = { id: idAt(desk.clock.now()), step: 'words' as const, difficulty: 2 as const }
    await desk.ask('note', 'note.keepDraft', { ...before, type: 'other', words: 'the first' })
    desk.restart()
    desk.clock.pass(60_000)
    const older = await sealIt(desk, { ...aNote(desk, 'the second'), kind: 'draft' })
    desk.clock.pass(60_000)
    const newest = await sealIt(desk, { ...aNote(desk, 'the third'), kind: 'draft' })
    await unlock(desk)
    expect((await desk.ask('note', 'note.begin', {})).draft).toMatchObject({
      id: newest.id,
      words: 'the third',
    })
    expect((await notesOf(desk)).map(({ id, words }) => [id, words])).toEqual([
      [older.id, 'the second'],
      [before.id, 'the first'],
    ])
  })

  it('words that were sealed are kept and not shown, where words are off by now', async () => {
    using desk = await lockedDesk('numbers')
    const path = join(desk.folder, 'journal.seal')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"words": false', '"words": true'))
    await sealIt(desk, { ...aNote(desk, 'typed all the same'), kind: 'draft' })
    await unlock(desk)
    expect(await notesOf(desk)).toMatchObject([{ words: null, hasWords: true }])
    expect((await desk.ask('note', 'note.begin', {})).draft).toBeNull()
    desk.restart()
    expect((await desk.ask('note', 'note.begin', {})).words).toBe('numbers')
  })

  it('files that a crash left after the commit bring nothing twice, nor what was deleted since', async () => {
    using desk = await lockedDesk()
    const note = await sealIt(desk, aNote(desk, 'once'))
    desk.clock.pass(60_000)
    const draft = await sealIt(desk, { ...aNote(desk, 'half'), kind: 'draft' })
    const aside = join(desk.folder, 'as-they-were')
    cpSync(folderOf(desk), aside, { recursive: true })
    const crash = () => {
      desk.restart()
      cpSync(aside, folderOf(desk), { recursive: true })
    }
    await unlock(desk)
    await desk.ask('note', 'note.dropDraft', { id: draft.id })
    crash()
    expect(await unlock(desk)).toMatchObject({ unreadable: 0 })
    expect(await notesOf(desk)).toHaveLength(1)
    expect((await desk.ask('note', 'note.begin', {})).draft).toBeNull()
    expect(filesOf(desk)).toEqual([])
    await desk.ask('main', 'note.delete', { id: note.id })
    crash()
    await unlock(desk)
    expect(await notesOf(desk)).toEqual([])
  })

  it('a later copy of a sealed note changes nothing that was written since', async () => {
    using desk = await lockedDesk()
    const note = await sealIt(desk, aNote(desk, 'as it was'))
    await unlock(desk)
    await desk.ask('main', 'note.edit', {
      id: note.id,
      difficulty: 2,
      type: 'other',
      words: 'as it is now',
    })
    desk.restart()
    await sealIt(desk, note)
    await unlock(desk)
    expect(await notesOf(desk)).toMatchObject([{ words: 'as it is now', difficulty: 2 }])
  })

  it('what can’t be read is told, once, and kept aside; the others come in', async () => {
    using desk = await lockedDesk()
    const good = await sealIt(desk, aNote(desk, 'whole'))
    desk.clock.pass(1000)
    const torn = await sealIt(desk, aNote(desk, 'torn'))
    const path = join(folderOf(desk), `${torn.id}.sealed`)
    writeFileSync(path, readFileSync(path).subarray(0, 500))
    expect(await unlock(desk)).toMatchObject({ unreadable: 1 })
    expect((await notesOf(desk)).map(({ id }) => id)).toEqual([good.id])
    expect(filesOf(desk)).toEqual([`${torn.id}.unreadable`])
    desk.restart()
    expect(await unlock(desk)).toMatchObject({ unreadable: 0 })
  })

  it.each([
    ['a time to come after all time', { at: 9e15 }],
    ['a place that nobody knows', { zone: 'Moon/Tranquility' }],
    ['a hardness of 9', { difficulty: 9 }],
    ['an own type', { type: 'own-boss' }],
    ['more than was asked', { who: 'the boss' }],
    ['another version', { version: 2 }],
    ['half a sign', { words: '\ud800' }],
    ['no id', { id: '../../journal' }],
  ])('one that was made up with %s is no note', async (_what, changes) => {
    using desk = await lockedDesk()
    const { seal: key } = await desk.ask('note', 'note.begin', {})
    if (!key) throw new Error('nothing to seal to')
    const made: SealedNote = Object.assign(aNote(desk), changes)
    const sealed = await seal(key, made)
    await desk.ask('note', 'note.seal', { id: idAt(0), sealed })
    expect(await unlock(desk)).toMatchObject({ unreadable: 1 })
    expect(await notesOf(desk)).toEqual([])
  })

  it('a key that somebody swapped is told', async () => {
    using desk = await lockedDesk()
    const path = join(desk.folder, 'journal.seal')
    const other = Buffer.alloc(32, 9).toString('base64')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/"publicKey": ".*"/, `"publicKey": "${other}"`),
    )
    const note = await sealIt(desk, aNote(desk))
    expect(await unlock(desk)).toEqual({ notice: null, unreadable: 1, swapped: true })
    expect(filesOf(desk)).toEqual([`${note.id}.unreadable`])
    desk.restart()
    await sealIt(desk, aNote(desk))
    expect(await unlock(desk)).toMatchObject({ unreadable: 0, swapped: false })
  })

  it('number 201 hears a sentence of its own', async () => {
    using desk = await lockedDesk()
    const { seal: key } = await desk.ask('note', 'note.begin', {})
    if (!key) throw new Error('nothing to seal to')
    const sealed = await seal(key, aNote(desk))
    const put = (index: number) => desk.ask('note', 'note.seal', { id: idAt(index), sealed })
    for (let index = 0; index < 200; index++) await put(index)
    await expect(put(200)).rejects.toThrow('sealed-full')
  })
})

describe('a note that is sealed in its window', () => {
  /** The window's way, to the desk's vault; nothing but what is sealed goes that way. */
  async function wayTo(desk: Desk) {
    const { seal: key } = await desk.ask('note', 'note.begin', {})
    if (!key) throw new Error('nothing to seal to')
    const sent: string[] = []
    const way = createSealedWay(
      {
        vault: (method, input) => {
          sent.push(JSON.stringify({ method, input }))
          return desk.ask('note', method, input)
        },
        shell: () => Promise.reject(new Error('no shell here')),
        onEvent: () => () => {},
        onShell: () => () => {},
      },
      key,
      () => desk.clock.now(),
    )
    return { way, sent }
  }
  const saved = (desk: Desk, words = ''): NoteToSave => ({
    id: idAt(desk.clock.now()),
    difficulty: 5,
    type: 'blaming',
    words,
  })

  it('is one file from its first draft to the last word after it was saved', async () => {
    using desk = await lockedDesk()
    const { way, sent } = await wayTo(desk)
    const note = saved(desk)
    await way.keepDraft({ ...note, step: 'type' })
    await way.save(note)
    expect(filesOf(desk)).toHaveLength(1)
    desk.clock.pass(90_000)
    await way.keepDraft({ ...note, step: 'words', words: 'and then' })
    expect(filesOf(desk)).toEqual([`${note.id}.sealed`])
    await unlock(desk)
    // Saved at the moment of the number, a note and no draft.
    expect(await notesOf(desk)).toMatchObject([
      { id: note.id, words: 'and then', at: desk.clock.now() - 90_000 },
    ])
    expect((await desk.ask('note', 'note.begin', {})).draft).toBeNull()
    expect(sent.join()).not.toContain('and then')
  })

  it('keeps its numbers when the words that came after them go again', async () => {
    using desk = await lockedDesk()
    const { way } = await wayTo(desk)
    const note = saved(desk)
    await way.save(note)
    await way.keepDraft({ ...note, step: 'words', words: 'no, not this' })
    await way.dropDraft(note.id)
    await unlock(desk)
    expect(await notesOf(desk)).toMatchObject([{ id: note.id, words: '', difficulty: 5 }])
  })

  it('leaves nothing after "Not this one"', async () => {
    using desk = await lockedDesk()
    const { way } = await wayTo(desk)
    await way.keepDraft({ ...saved(desk, 'never mind'), step: 'words' })
    await way.dropDraft(idAt(desk.clock.now()))
    const [name = ''] = filesOf(desk)
    await way.dropDraft(name.replace('.sealed', ''))
    expect(filesOf(desk)).toEqual([])
  })

  it('keeps the last of what was typed, however fast it came', async () => {
    using desk = await lockedDesk()
    const { way } = await wayTo(desk)
    const note = saved(desk)
    const texts = ['a'.repeat(19_000), 'a', 'ab', 'abc'.repeat(3000), 'abcd']
    for (const words of texts) void way.keepDraft({ ...note, step: 'words', words })
    await way.settled()
    await unlock(desk)
    expect((await desk.ask('note', 'note.begin', {})).draft).toMatchObject({ words: 'abcd' })
  })
})
