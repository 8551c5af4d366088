import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Details, Input, JournalNote, JournalPage, VaultDoor } from '../../../src/contract.ts'
import { noteTypes, type NoteType } from '../../../src/guidance/types.ts'
import { channels, noDetails } from '../../../src/notes/kinds.ts'
import { longestQuery, matchOf } from '../../../src/notes/search.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

type Asked = Partial<Input<VaultDoor, 'journal.list'> & { type: NoteType | null }>
const list = (desk: Desk, { before = null, query = '', type = null }: Asked = {}) =>
  desk.ask('main', 'journal.list', { before, query, filter: { type } })
const wordsIn = async (desk: Desk, asked: Asked) =>
  (await list(desk, asked)).notes.map(({ words }) => words)

async function note(desk: Desk, words: string, changes: { type?: NoteType | null } = {}) {
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words, ...changes })
  return id
}
async function deskWithWords(clock = testClock()): Promise<Desk> {
  const desk = await openJournalDesk(clock)
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}

describe('the journal', () => {
  it('gives its notes newest first, each with its shift, its zone and what it says', async () => {
    using desk = await deskWithWords(testClock('2026-11-22T14:00:00Z', 'Asia/Manila'))
    const first = await note(desk, 'Parcel lost.')
    desk.clock.pass(3 * 3_600_000)
    const second = await note(desk, '', { type: null })
    const { notes, hasMore } = await list(desk)
    expect(hasMore).toBe(false)
    expect(notes.map(({ id }) => id)).toEqual([second, first])
    expect(notes[1]).toEqual({
      place: (Date.parse('2026-11-22T14:00:00Z') / 1000) * 100,
      id: first,
      shiftId: notes[0]?.shiftId,
      // A night shift keeps its date past midnight.
      shiftDate: '2026-11-22',
      at: Date.parse('2026-11-22T14:00:00Z'),
      zone: 'Asia/Manila',
      difficulty: 4,
      type: 'angry',
      channel: null,
      words: 'Parcel lost.',
      nextTime: '',
      hasWords: true,
      asked: null,
      edited: false,
      addedLater: false,
    })
    expect(notes[0]).toMatchObject({ shiftDate: '2026-11-22', words: '', hasWords: false })
  })

  it('comes in pages of fifty that leave nothing out and bring nothing twice', async () => {
    using desk = await deskWithWords()
    const ids: string[] = []
    for (let nth = 0; nth < 120; nth++) {
      // Several in one second, and over several shifts.
      if (nth % 3 === 0) desk.clock.pass(nth % 30 === 0 ? 20 * 3_600_000 : 700)
      ids.push(await note(desk, nth % 2 === 0 ? `even ${nth}` : 'odd', { type: 'good' }))
    }
    const pages = async (asked: Asked) => {
      const found: JournalNote[][] = []
      for (let before: number | null = null; ;) {
        const { notes, hasMore } = await list(desk, { ...asked, before })
        found.push(notes)
        before = notes.at(-1)?.place ?? null
        if (!hasMore) return found
      }
    }
    for (const asked of [{}, { type: 'good' as const }]) {
      const found = await pages(asked)
      expect(found.map(({ length }) => length)).toEqual([50, 50, 20])
      expect(found.flat().map(({ id }) => id)).toEqual(ids.toReversed())
    }
    const even = ids.filter((_, nth) => nth % 2 === 0).toReversed()
    for (const asked of [{ query: 'even' }, { query: 'even', type: 'good' as const }])
      expect((await pages(asked)).flat().map(({ id }) => id)).toEqual(even)
  })

  it('picks a type, alone or together with a query', async () => {
    using desk = await deskWithWords()
    await note(desk, 'parcel one', { type: 'angry' })
    await note(desk, 'parcel two', { type: 'good' })
    await note(desk, 'a letter', { type: 'good' })
    expect(await wordsIn(desk, { type: 'good' })).toEqual(['a letter', 'parcel two'])
    expect(await wordsIn(desk, { type: 'good', query: 'parcel' })).toEqual(['parcel two'])
    expect(await wordsIn(desk, { type: 'blaming' })).toEqual([])
  })

  it('gives, for every combination of filters and a query, just the notes that fit all of them', async () => {
    using desk = await deskWithWords()
    const chance = { type: noteTypes.slice(0, 2), channel: channels.slice(0, 2) }
    const said: (Details & { type: NoteType; text: string; id: string })[] = []
    for (let nth = 0; nth < 90; nth++) {
      desk.clock.pass(nth % 9 === 0 ? 10 * 3_600_000 : 40_000)
      const text = nth % 3 === 0 ? 'parcel' : 'letter'
      const type = chance.type[nth % 2] ?? 'angry'
      const id = await note(desk, nth % 5 === 0 ? '' : text, { type })
      const details: Details = {
        ...noDetails,
        channel: chance.channel[nth % 4] ?? null,
        outcome: nth % 7 === 0 ? 'solved' : null,
        techniques: (['listen', 'ask'] as const)
          .filter((_, at) => nth % (at + 2) === 0)
          .map((technique) => ({ technique, verdict: 'used' })),
      }
      const nextTime = nth % 5 === 0 ? text : ''
      const change = { id, difficulty: 4, type, words: null, details, nextTime } as const
      await desk.ask('main', 'note.edit', change)
      said.push({ ...details, type, text, id })
    }
    const maybe = <Value>(...values: Value[]) => fc.constantFrom(null, ...values)
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          type: maybe(...chance.type, 'good' as const),
          channel: maybe(...chance.channel),
          technique: maybe('listen' as const, 'ask' as const, 'boundary' as const),
          outcome: maybe('solved' as const),
        }),
        fc.constantFrom('', 'par', 'letter', 'parcel letter'),
        async (filter, query) => {
          const fits = said.filter(
            (each) =>
              (filter.type === null || each.type === filter.type) &&
              (filter.channel === null || each.channel === filter.channel) &&
              (filter.outcome === null || each.outcome === filter.outcome) &&
              (filter.technique === null ||
                each.techniques.some(({ technique }) => technique === filter.technique)) &&
              query.split(' ').every((word) => each.text.startsWith(word)),
          )
          const found: string[] = []
          for (let before: number | null = null; ;) {
            const asked = { before, query, filter }
            const page: JournalPage = await desk.ask('main', 'journal.list', asked)
            found.push(...page.notes.map(({ id }) => id))
            before = page.notes.at(-1)?.place ?? null
            if (!page.hasMore) break
          }
          expect(found).toEqual(fits.map(({ id }) => id).toReversed())
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is empty before there is one, and nobody’s business while it is locked', async () => {
    using desk = openDesk()
    expect(await list(desk)).toEqual({ notes: [], hasMore: false })
    await desk.ask('unlock', 'journal.create', { passphrase })
    desk.restart()
    await expect(list(desk)).rejects.toThrow('locked')
  })

  it.each(['note', 'card', 'pause', 'unlock'] as const)(
    'is not for the %s window',
    async (window) => {
      using desk = await openJournalDesk()
      const input = { before: null, query: '', filter: { type: null } }
      const answer = await desk.raw(window, { id: 1, method: 'journal.list', input })
      expect(answer).toMatchObject({ ok: false, error: { code: 'no-right' } })
    },
  )
})

describe('a search', () => {
  it.each([
    ['parc', ['Café: the parcel is lost.']],
    ['PARCEL', ['Café: the parcel is lost.']],
    ['cafe', ['Café: the parcel is lost.']],
    ['café', ['Café: the parcel is lost.']],
    ['lost par', ['Café: the parcel is lost.']],
    ['arcel', []],
    ['parcel refund', []],
    ['re-send', ['Re-send it; ticket 55-1204.']],
    ['55-12', ['Re-send it; ticket 55-1204.']],
    ['हिन्', ['हिन्दी में लिखा']],
    ['parcel 🙂', ['Café: the parcel is lost.']],
    ['🙂', []],
    ['parcel OR ticket', []],
    ['NOT parcel', []],
    ['par*', ['Café: the parcel is lost.']],
    ['"parcel', ['Café: the parcel is lost.']],
    ['words:parcel', []],
    ['parcel NEAR(lost)', []],
    ['^parcel', ['Café: the parcel is lost.']],
    ['par\0cel', []],
    ['  ', ['हिन्दी में लिखा', 'Re-send it; ticket 55-1204.', 'Café: the parcel is lost.']],
  ])('for %j finds %j', async (query, found) => {
    using desk = await deskWithWords()
    for (const words of [
      'Café: the parcel is lost.',
      'Re-send it; ticket 55-1204.',
      'हिन्दी में लिखा',
    ])
      await note(desk, words)
    expect(await wordsIn(desk, { query })).toEqual(found)
  })

  it('is broken by nothing that can be typed, in 5,000 tries', async () => {
    using desk = await deskWithWords()
    const id = await note(desk, 'parcel "quoted" OR NEAR(*) ()')
    const change = { id, difficulty: 4, type: 'angry', words: null } as const
    await desk.ask('main', 'note.edit', { ...change, nextTime: 'refund NOT next_time:later' })
    const signs =
      '" \' * ^ ( ) { } : - + , ; % \\ \0 \n \t \u{7} \u202e \u200f \ud800 \udc00 \ufffd'
    const words =
      'OR AND NOT NEAR( NEAR/2 words: next_time: rank parcel 🙂 👩‍👩‍👧 שלום مرحبا é e\u0301 漢字 ;--'
    const odd = fc.constantFrom(' ', ...signs.split(' '), ...words.split(' '))
    const query = fc
      .oneof(
        fc.array(odd, { maxLength: 24 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: longestQuery }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: longestQuery }).map((text) => text.split('').join(' ')),
      )
      .map((text) => text.slice(0, longestQuery))
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom(null, 'angry' as const), async (text, type) => {
        const { notes } = await list(desk, { query: text, type })
        expect(notes.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 5000 },
    )
  })

  it('finds every word of a note by any of its beginnings', async () => {
    using desk = await deskWithWords()
    const written = 'Ärgerlich, 3 calls about naïve Õpetaja’s refund #7719'
    await note(desk, written)
    const parts = ['Ärgerlich', '3', 'calls', 'about', 'naïve', 'Õpetaja', 's', 'refund', '7719']
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...parts)
          .chain((part) =>
            fc.integer({ min: 1, max: part.length }).map((length) => part.slice(0, length)),
          ),
        fc.boolean(),
        async (beginning, plain) => {
          const query = plain ? beginning.normalize('NFD').replaceAll(/\p{M}/gu, '') : beginning
          expect(await wordsIn(desk, { query })).toEqual([written])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('that is longer than a search field is refused', async () => {
    using desk = await deskWithWords()
    await expect(list(desk, { query: 'x'.repeat(longestQuery + 1) })).rejects.toThrow('bad-input')
    expect(await wordsIn(desk, { query: 'x '.repeat(longestQuery / 2) })).toEqual([])
  })

  it('quotes each word, doubling the quotes in it', () => {
    expect(matchOf(' a"b  OR\0c ')).toBe('"a""b"* "OR"* "c"*')
    expect(matchOf(' \0 ')).toBe('')
  })

  it('follows every change of the words', async () => {
    using desk = await deskWithWords()
    const id = await note(desk, 'first parcel')
    await note(desk, 'other')
    await desk.ask('note', 'note.save', { id, difficulty: 2, type: null, words: 'second letter' })
    expect(await wordsIn(desk, { query: 'parcel' })).toEqual([])
    expect(await wordsIn(desk, { query: 'letter' })).toEqual(['second letter'])
  })
})

describe('at a desk with numbers only', () => {
  it('the journal holds no word and takes no query; nothing is lost by switching back', async () => {
    using desk = await deskWithWords()
    await note(desk, 'parcel')
    const before = await list(desk)
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    const answer = await list(desk)
    expect(answer.notes).toMatchObject([{ words: null, hasWords: true, difficulty: 4 }])
    expect(JSON.stringify(answer)).not.toContain('parcel')
    await expect(list(desk, { query: 'parcel' })).rejects.toThrow('words-off')
    await expect(list(desk, { query: ' ' })).rejects.toThrow('words-off')
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await list(desk)).toEqual(before)
    expect(await wordsIn(desk, { query: 'parcel' })).toEqual(['parcel'])
  })

  it('holds none either while nobody has said what may be kept', async () => {
    using desk = await openJournalDesk()
    await note(desk, '')
    expect((await list(desk)).notes).toMatchObject([{ words: null, hasWords: false }])
    await expect(list(desk, { query: 'parcel' })).rejects.toThrow('words-off')
  })
})
