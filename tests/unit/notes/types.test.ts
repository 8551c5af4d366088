import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesProblem,
  longestTypeName,
  lullsTypes,
  mostTypes,
  typesToChoose,
  type TypeChoice,
  type TypeChoices,
} from '../../../src/guidance/own-types.ts'
import { noteTypes, type TypeId } from '../../../src/guidance/types.ts'
import { idAt, openDesk, openJournalDesk, passphrase, type Desk } from '../../desk.ts'

async function deskWithWords() {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}
const own = (nth: number, name = `Own ${nth}`): TypeChoice => ({
  id: `own-${nth}`,
  name,
  hidden: false,
})
const ownIds: readonly TypeId[] = ['own-1', 'own-2', 'own-3', 'own-4']
const renamed = (id: TypeId, change: Partial<TypeChoice>) =>
  lullsTypes.map((type) => (type.id === id ? { ...type, ...change } : type))
const set = (desk: Desk, types: readonly TypeChoice[], ordered = false) =>
  desk.ask('main', 'types.set', { types: [...types], ordered })
const get = (desk: Desk) => desk.ask('main', 'types.get', {})
async function note(desk: Desk, type: TypeId) {
  desk.clock.pass(60_000)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 3, type, words: '' })
  return id
}
const begun = async (desk: Desk) => (await desk.ask('note', 'note.begin', {})).types

describe('types of the agent’s own', () => {
  it('are Lull’s until somebody changes one, and come back exactly as they were set', async () => {
    using desk = await deskWithWords()
    expect(await get(desk)).toEqual({ types: lullsTypes, ordered: false })
    const name = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
    const list = fc
      .record({
        order: fc.shuffledSubarray([...noteTypes], { minLength: noteTypes.length }),
        names: fc.array(name, { minLength: 16, maxLength: 16 }),
        hidden: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        ordered: fc.boolean(),
      })
      .map(({ order, names, hidden, ordered }): TypeChoices => ({
        types: [...order, ...ownIds].map((id, at) => ({
          id,
          name: names[at] ?? '',
          hidden: hidden[at] ?? false,
        })),
        ordered,
      }))
      .filter(({ types }) => choicesProblem(types) === null)
    await fc.assert(
      fc.asyncProperty(list, async (choices) => {
        expect(await desk.ask('main', 'types.set', choices)).toEqual(choices)
        expect(await get(desk)).toEqual(choices)
      }),
      { numRuns: 50 },
    )
    const before = await get(desk)
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await get(desk)).toEqual(before)
  })

  it('can be noted, filtered, edited, and named in the journal', async () => {
    using desk = await deskWithWords()
    await set(desk, [...lullsTypes, own(1, 'Fax again')])
    const id = await note(desk, 'own-1')
    await note(desk, 'angry')
    const listed = await desk.ask('main', 'journal.list', {
      before: null,
      filter: { type: 'own-1' },
      query: '',
    })
    expect(listed.notes).toMatchObject([{ id, type: 'own-1' }])
    const edit = { id, difficulty: 2, words: null } as const
    await desk.ask('main', 'note.edit', { ...edit, type: 'own-1' })
    expect((await desk.ask('note', 'guide.card', { id })).technique).toBeNull()
    await expect(desk.ask('main', 'note.edit', { ...edit, type: 'own-9' })).rejects.toThrow(
      'bad-input',
    )
    await expect(note(desk, 'own-9')).rejects.toThrow('bad-input')
  })

  it('stand in a note by use, or as the agent ordered them, without the hidden ones', async () => {
    using desk = await deskWithWords()
    await note(desk, 'doubted')
    await note(desk, 'doubted')
    await note(desk, 'other')
    expect((await begun(desk)).slice(0, 3)).toEqual(['doubted', 'other', 'angry'])
    await set(desk, renamed('other', { hidden: true }))
    expect((await begun(desk)).slice(0, 2)).toEqual(['doubted', 'angry'])
    expect(await begun(desk)).not.toContain('other')
    await set(desk, [own(1), ...renamed('angry', { hidden: true })], true)
    expect((await begun(desk)).slice(0, 2)).toEqual(['own-1', 'nothing-right'])
  })

  it('that are taken out go; where notes are of them they stay, hidden, with their name', async () => {
    using desk = await deskWithWords()
    await set(desk, [...lullsTypes, own(1), own(2)])
    await note(desk, 'own-1')
    expect((await set(desk, lullsTypes)).types.slice(noteTypes.length)).toEqual([
      { ...own(1), hidden: true },
    ])
    await expect(note(desk, 'own-2')).rejects.toThrow('bad-input')
  })

  it('keep the path of what Lull knows, whatever it is called', async () => {
    using desk = await deskWithWords()
    await set(desk, renamed('abusive', { name: 'A red one' }))
    expect(
      (await desk.ask('note', 'guide.card', { id: await note(desk, 'abusive') })).technique,
    ).toBeNull()
  })

  it.each(['unasked', 'numbers'] as const)(
    'have no name where words are %s: none is taken, none is shown, none is lost',
    async (words) => {
      using desk = await deskWithWords()
      await set(desk, [...renamed('angry', { name: 'Thunder' }), own(1, 'Fax')])
      await desk.ask('main', 'settings.set', { words })
      const shown = await get(desk)
      expect(JSON.stringify(shown)).not.toMatch(/Thunder|Fax/)
      expect(JSON.stringify(await desk.ask('note', 'note.begin', {}))).not.toMatch(/Thunder|Fax/)
      await expect(set(desk, [...lullsTypes, own(2, 'New')])).rejects.toThrow('words-off')
      // What can be done without words can be done: order, hide, add one without a name.
      await set(desk, [own(2, ''), ...shown.types.toReversed()], true)
      await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
      const { types } = await get(desk)
      expect(types[0]).toEqual(own(2, ''))
      expect(types).toContainEqual(own(1, 'Fax'))
      expect(types).toContainEqual({ id: 'angry', name: 'Thunder', hidden: false })
    },
  )

  it.each<[string, unknown]>([
    ['one of Lull’s missing', lullsTypes.slice(1)],
    ['a type twice', [...lullsTypes, own(1, 'A'), own(1, 'B')]],
    ['a name twice, in other letters', [...lullsTypes, own(1, 'Fax'), own(2, ' fAX ')]],
    ['a name that is a diary', [...lullsTypes, own(1, 'x'.repeat(longestTypeName + 1))]],
    ['a name of spaces', [...lullsTypes, own(1, '  ')]],
    ['a name with a control character', [...lullsTypes, own(1, 'a\u0007b')]],
    ['an id that is no type', [...lullsTypes, { ...own(1), id: 'own-' }]],
    ['all of them hidden', lullsTypes.map((type) => ({ ...type, hidden: true }))],
    [
      'more than there is room for',
      [...lullsTypes, ...Array.from({ length: mostTypes - 11 }, (_, nth) => own(nth))],
    ],
    ['null', null],
  ])('refuse a list with %s, and change nothing', async (_what, types) => {
    using desk = await deskWithWords()
    const answer = await desk.raw('main', {
      id: 1,
      method: 'types.set',
      input: { types, ordered: false },
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await get(desk)).toEqual({ types: lullsTypes, ordered: false })
  })

  it('are Lull’s before there is a journal, and in one that an older Lull began', async () => {
    using desk = openDesk()
    expect(await get(desk)).toEqual({ types: lullsTypes, ordered: false })
    await expect(set(desk, lullsTypes)).rejects.toThrow('no-journal')
    cpSync(join(import.meta.dirname, '../../fixtures/version-1'), desk.folder, { recursive: true })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await get(desk)).toEqual({ types: lullsTypes, ordered: false })
  })

  it('put those used most first only where the agent ordered none, and lose none', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...noteTypes]),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (used, hidden, ordered) => {
          const types = lullsTypes.map((type, at) => ({ ...type, hidden: hidden[at] ?? false }))
          const chosen = typesToChoose({ types, ordered }, used)
          const shown = types.filter((type) => !type.hidden).map(({ id }) => id)
          expect(chosen.toSorted()).toEqual(shown.toSorted())
          if (ordered) expect(chosen).toEqual(shown)
          else {
            const first = used.filter((id) => shown.includes(id))
            expect(chosen.slice(0, first.length)).toEqual(first)
          }
        },
      ),
    )
  })
})
