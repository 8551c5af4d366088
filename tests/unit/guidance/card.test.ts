import { i18n } from '@lingui/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cardLine, cardName } from '../../../renderer/i18n/after/cards.ts'
import { techniqueName } from '../../../renderer/i18n/guide/entries.ts'
import { messages as after } from '../../../resources/languages/after/en.po'
import { messages as guide } from '../../../resources/languages/guide/en.po'
import { messages } from '../../../resources/languages/en.po'
import { cardFor, type ShownCard } from '../../../src/guidance/card.ts'
import { techniqueIds, techniquesFor, type TechniqueId } from '../../../src/guidance/guide.ts'
import { noteTypes, type NoteType } from '../../../src/guidance/types.ts'
import { works } from '../../../src/settings/choices.ts'
import { idAt, openJournalDesk, type Desk } from '../../desk.ts'

const shown = (technique: TechniqueId, at: number, inThisShift = false): ShownCard => ({
  technique,
  at,
  inThisShift,
})
const type = fc.constantFrom<NoteType | null>(null, ...noteTypes)
const cards = fc.array(
  fc.record({
    technique: fc.constantFrom(...techniqueIds),
    at: fc.nat(),
    inThisShift: fc.boolean(),
  }),
)

describe('the card after a note', () => {
  it.each<[string, NoteType | null, ShownCard[], TechniqueId | null]>([
    ['the first that fits, at first', 'right', [], 'own-the-problem'],
    ['the next that was never seen', 'right', [shown('own-the-problem', 9)], 'apologise-once'],
    [
      'the one that was not seen for longest',
      'right',
      [
        shown('own-the-problem', 4),
        shown('apologise-once', 3),
        shown('leave-blame-out', 2),
        shown('keep-informed', 5),
        shown('leave-blame-out', 8),
      ],
      'apologise-once',
    ],
    [
      'none that this shift has seen',
      'right',
      [
        shown('own-the-problem', 1, true),
        shown('apologise-once', 2, true),
        shown('leave-blame-out', 3, true),
        shown('keep-informed', 4, true),
      ],
      null,
    ],
    ['none without a type', null, [], null],
    ['none after abuse', 'abusive', [], null],
    ['none after distress', 'distress', [], null],
  ])('is %s', (_what, type, shown, card) => {
    expect(cardFor({ type, on: true, shown })).toBe(card)
  })

  it('always fits, is never one of this shift, and never comes where it is switched off', () => {
    fc.assert(
      fc.property(type, cards, (type, shown) => {
        expect(cardFor({ type, on: false, shown })).toBeNull()
        const card = cardFor({ type, on: true, shown })
        if (card === null || type === null) return
        expect(techniquesFor[type]).toContain(card)
        expect(shown.some((each) => each.technique === card && each.inThisShift)).toBe(false)
      }),
    )
  })

  it.each(works)('is named as the guide names it, in one short line (%s)', (work) => {
    for (const id of techniqueIds) {
      expect(cardName(id, work)).toBe(techniqueName(id, work))
      expect(cardLine(id, work).length).toBeLessThan(60)
      expect(cardLine(id, work)).not.toMatch(/!|should|must|next time/)
    }
  })
})
beforeAll(() =>
  i18n.loadAndActivate({ locale: 'en', messages: { ...messages, ...guide, ...after } }),
)

describe('cards in a journal', () => {
  async function note(desk: Desk, type: NoteType | null, difficulty = 4 as const) {
    desk.clock.pass(60_000)
    const id = idAt(desk.clock.now())
    await desk.ask('note', 'note.save', { id, difficulty, type, words: '' })
    return id
  }
  const card = async (desk: Desk, id: string) =>
    (await desk.ask('note', 'guide.card', { id })).technique
  const cardAfter = async (desk: Desk, type: NoteType | null) => card(desk, await note(desk, type))

  it('come round: each once a shift, and the longest unseen first in the next', async () => {
    using desk = await openJournalDesk()
    const first = [
      await cardAfter(desk, 'right'),
      await cardAfter(desk, 'right'),
      await cardAfter(desk, 'right'),
      await cardAfter(desk, 'right'),
      await cardAfter(desk, 'right'),
    ]
    expect(first).toEqual([...techniquesFor.right, null])
    desk.clock.pass(14 * 3_600_000)
    expect(await cardAfter(desk, 'right')).toBe(techniquesFor.right[0])
    expect(await cardAfter(desk, 'blaming')).toBe('paraphrase')
  })

  it('are the same for the same note, however often it is asked, also after a lock', async () => {
    using desk = await openJournalDesk()
    const id = await note(desk, 'angry')
    expect(await card(desk, id)).toBe('stay-calm')
    expect(await card(desk, id)).toBe('stay-calm')
    expect(await cardAfter(desk, 'angry')).toBe('listen')
  })

  it('are none after abuse or distress, also where the note became that later', async () => {
    using desk = await openJournalDesk()
    expect(await cardAfter(desk, 'abusive')).toBeNull()
    expect(await cardAfter(desk, 'distress')).toBeNull()
    const id = await note(desk, 'angry')
    expect(await card(desk, id)).toBe('stay-calm')
    await desk.ask('note', 'note.save', { id, difficulty: 5, type: 'abusive', words: '' })
    expect(await card(desk, id)).toBeNull()
  })

  it('are none where they are switched off, and for a note that is not there', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { cardAfterNote: 'off' })
    expect(await cardAfter(desk, 'angry')).toBeNull()
    await desk.ask('main', 'settings.set', { cardAfterNote: 'on' })
    expect(await card(desk, idAt(1))).toBeNull()
    expect(await cardAfter(desk, 'angry')).toBe('stay-calm')
  })
})
