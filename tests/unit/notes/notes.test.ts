import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import type { Ask } from '../../../src/notes/brooding.ts'
import { longestWords } from '../../../src/notes/words.ts'
import { idAt, openJournalDesk, type Desk } from '../../desk.ts'

type NewNote = Input<VaultDoor, 'note.save'>

async function deskWithWords(): Promise<Desk> {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}
async function save(desk: Desk, note: Partial<NewNote> = {}): Promise<string> {
  desk.clock.pass(60_000)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words: '', ...note })
  return id
}
const newest = async (desk: Desk) =>
  (await desk.ask('main', 'journal.list', { before: null, filter: { type: null }, query: '' }))
    .notes[0]
const ask = async (desk: Desk) => (await desk.ask('note', 'note.begin', {})).ask

describe('what a hard note is asked', () => {
  it('is kept with its words, and stays when they are changed or the rest is', async () => {
    using desk = await deskWithWords()
    const id = await save(desk, { words: 'Breathe first.', asked: 'teammate' })
    expect(await newest(desk)).toMatchObject({ words: 'Breathe first.', asked: 'teammate' })
    const edited = { id, difficulty: 2, type: null, words: 'Breathe.' } as const
    await desk.ask('main', 'note.edit', edited)
    expect(await newest(desk)).toMatchObject({ words: 'Breathe.', asked: 'teammate' })
  })

  it('takes turns by what was asked before, over every shift', async () => {
    using desk = await deskWithWords()
    const asked: (Ask | null)[] = []
    for (const words of ['a word', '', '', '', 'a word']) {
      const next = await ask(desk)
      asked.push(next)
      await save(desk, { words, asked: next })
      desk.clock.pass(20 * 3_600_000)
    }
    expect(asked).toEqual(['teammate', 'right', 'teammate', 'pause', 'right'])
    expect(await ask(desk)).toBe('teammate')
  })

  it('looks at no note that was asked nothing', async () => {
    using desk = await deskWithWords()
    await save(desk, { words: 'answered', asked: 'teammate' })
    for (let nth = 0; nth < 7; nth++) await save(desk)
    expect(await ask(desk)).toBe('right')
  })

  it('is nothing where there is no time for it: 15 s between calls, or a running one', async () => {
    using desk = await deskWithWords()
    expect(await ask(desk)).toBe('teammate')
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    expect(await ask(desk)).toBeNull()
    desk.companion.hear({ kind: 'call', event: 'ended', source: 'command' })
    expect(await ask(desk)).toBe('teammate')
    await desk.ask('main', 'settings.set', { gap: '15s' })
    expect(await ask(desk)).toBeNull()
    await desk.ask('main', 'settings.set', { work: 'email' })
    expect(await ask(desk)).toBe('teammate')
  })

  it('comes back with a draft', async () => {
    using desk = await deskWithWords()
    const id = idAt(desk.clock.now())
    const draft = { id, step: 'words', difficulty: 5, type: 'right', words: 'half' } as const
    await desk.ask('note', 'note.keepDraft', { ...draft, asked: 'right' })
    expect((await desk.ask('note', 'note.begin', {})).draft).toEqual({ ...draft, asked: 'right' })
  })

  it('is one of our questions, or the note is refused and nothing changes', async () => {
    using desk = await deskWithWords()
    const id = idAt(desk.clock.now())
    for (const asked of ['why', '', 3, {}]) {
      const input = { id, difficulty: 4, type: null, words: '', asked }
      const answer = await desk.raw('note', { id: 1, method: 'note.save', input })
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    }
    expect(await newest(desk)).toBeUndefined()
  })
})

describe('a note’s words', () => {
  const emoji = '👩🏽‍🚀 🇵🇭 ✍️ 🫶🏿'
  it.each([
    ['emoji', emoji],
    ['right to left', 'قال: «كفى» ثم شكرني. שלום \u202Bmixed\u202C \u200F'],
    ['control signs', 'bell \u0007, tab \t, escape \u001B[31m, nothing \0, end'],
    ['lines and spaces at both ends', '\n  two\r\n lines \u00A0\uFEFF'],
    ['what a query or a page could read', `'); DROP TABLE note; -- <img src=x> \${t} "*`],
    ['as many signs as there is room for', emoji.repeat(2000).slice(0, longestWords - 1) + '.'],
  ])('are kept exactly: %s', async (_what, text) => {
    using desk = await deskWithWords()
    const words = text.isWellFormed() ? text : text.toWellFormed()
    const draft = { id: idAt(desk.clock.now()), step: 'words', difficulty: 3, type: null } as const
    await desk.ask('note', 'note.keepDraft', { ...draft, words })
    expect((await desk.ask('note', 'note.begin', {})).draft?.words).toBe(words)
    await save(desk, { words })
    expect((await newest(desk))?.words).toBe(words)
  })

  it('are kept exactly, whatever they are made of', async () => {
    using desk = await deskWithWords()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (words) => {
        await save(desk, { words })
        expect((await newest(desk))?.words).toBe(words)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['one sign too many', 'a'.repeat(longestWords + 1)],
    ['half a sign', 'half \uD83D'],
  ])(
    'that can’t be kept as they are are refused, and nothing changes: %s',
    async (_what, words) => {
      using desk = await deskWithWords()
      await save(desk, { words: 'before' })
      const draft = {
        id: idAt(desk.clock.now()),
        step: 'words',
        difficulty: 3,
        type: null,
      } as const
      await desk.ask('note', 'note.keepDraft', { ...draft, words: 'draft before' })
      await expect(save(desk, { words })).rejects.toThrow('bad-input')
      await expect(desk.ask('note', 'note.keepDraft', { ...draft, words })).rejects.toThrow(
        'bad-input',
      )
      expect((await newest(desk))?.words).toBe('before')
      expect((await desk.ask('note', 'note.begin', {})).draft?.words).toBe('draft before')
    },
  )
})
