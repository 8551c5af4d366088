import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Difficulty, NoteType } from '../../../src/guidance/types.ts'
import { daysOf, frequencyOf } from '../../../src/notes/incident-period.ts'
import type { Period } from '../../../src/notes/incident-kinds.ts'
import { grantMs } from '../../../src/files/grants.ts'
import { idAt, openDesk, openJournalDesk, testClock, type Desk } from '../../desk.ts'
import { tempFolder } from '../store/folders.ts'

async function note(
  desk: Desk,
  at: string,
  about: { type?: NoteType | null; difficulty?: Difficulty; words?: string } = {},
) {
  desk.clock.set(at)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', {
    id,
    type: 'abusive',
    difficulty: 5,
    words: '',
    ...about,
  })
  return id
}
const words = (desk: Desk, mode: 'numbers' | 'numbers-and-words') =>
  desk.ask('main', 'settings.set', { words: mode })
const list = (desk: Desk, period: Period = { kind: 'all' }) =>
  desk.ask('main', 'incident.list', { period })

describe('the days of a period', () => {
  it.each<[Period, string | null, string, string]>([
    [{ kind: 'last', days: 30 }, null, '2026-10-28', '2026-11-26'],
    [{ kind: 'last', days: 90 }, '2020-01-01', '2026-08-29', '2026-11-26'],
    [{ kind: 'last', days: 365 }, null, '2025-11-27', '2026-11-26'],
    [{ kind: 'all' }, '2019-02-03', '2019-02-03', '2026-11-26'],
    [{ kind: 'all' }, null, '2026-11-26', '2026-11-26'],
    // Noted east of here, on a day that hasn't begun where it is counted.
    [{ kind: 'all' }, '2026-11-27', '2026-11-26', '2026-11-26'],
    [{ kind: 'between', from: '2026-02-28', to: '2026-03-01' }, null, '2026-02-28', '2026-03-01'],
  ])('%j, first on %s, are %s to %s', (period, first, from, to) => {
    expect(daysOf(period, '2026-11-26', first)).toEqual({ from, to })
  })
})

describe('how often', () => {
  it('says nothing more within one month, and counts months with none among them', () => {
    expect(frequencyOf([])).toEqual({ unit: 'month', rows: [] })
    expect(frequencyOf(['2026-11-02', '2026-11-30']).rows).toEqual([])
    expect(frequencyOf(['2026-11-02', '2026-09-30', '2026-11-30'])).toEqual({
      unit: 'month',
      rows: [
        { key: '2026-09', count: 1 },
        { key: '2026-10', count: 0 },
        { key: '2026-11', count: 2 },
      ],
    })
  })
  it('goes by year where months would be too many to read', () => {
    expect(frequencyOf(['2016-12-31', '2018-01-01', '2018-07-01'])).toMatchObject({
      unit: 'month',
    })
    expect(frequencyOf(['2016-12-31', '2019-01-01', '2019-07-01'])).toEqual({
      unit: 'year',
      rows: [
        { key: '2016', count: 1 },
        { key: '2017', count: 0 },
        { key: '2018', count: 0 },
        { key: '2019', count: 2 },
      ],
    })
  })
  it('counts each date once, in whatever order', () => {
    const day = fc
      .integer({ min: 0, max: 365 * 12 })
      .map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }).toString())
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), (days) => {
        const { rows } = frequencyOf(days)
        expect(rows.length).toBeLessThanOrEqual(24)
        expect(rows).toEqual(frequencyOf(days.toReversed()).rows)
        if (rows.length === 0)
          expect(new Set(days.map((one) => one.slice(0, 7))).size).toBeLessThan(2)
        else expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(days.length)
      }),
    )
  })
})

describe('an incident note', () => {
  it('is empty where nothing was noted as abusive', async () => {
    using desk = await openJournalDesk()
    await note(desk, '2026-11-22T14:00:00Z', { type: 'angry' })
    await note(desk, '2026-11-22T14:10:00Z', { type: null })
    expect(await list(desk)).toEqual({
      today: '2026-11-22',
      from: '2026-11-22',
      to: '2026-11-22',
      entries: [],
      count: 0,
      shifts: { all: 1, with: 0 },
      frequency: { unit: 'month', rows: [] },
    })
  })

  it('lists when and how hard, oldest first, in how many of how many shifts, and not a word', async () => {
    using desk = await openJournalDesk()
    await words(desk, 'numbers-and-words')
    const first = await note(desk, '2026-11-20T14:00:00Z', { words: 'called me a liar' })
    await note(desk, '2026-11-20T15:00:00Z', { type: 'angry', words: 'not this' })
    const second = await note(desk, '2026-11-20T17:30:00Z', { difficulty: 3 })
    await note(desk, '2026-11-21T14:00:00Z', { type: 'good', difficulty: 1 })
    const third = await note(desk, '2026-11-22T14:00:00Z')
    const counted = await list(desk)
    expect(counted).toMatchObject({
      from: '2026-11-20',
      to: '2026-11-22',
      count: 3,
      shifts: { all: 3, with: 2 },
    })
    expect(counted.entries).toEqual([
      {
        id: first,
        at: Date.parse('2026-11-20T14:00:00Z'),
        zone: 'Asia/Manila',
        date: '2026-11-20',
        difficulty: 5,
        hasWords: true,
      },
      // Past midnight in Manila: the date is that of the hour, in the shift of the day before.
      expect.objectContaining({ id: second, date: '2026-11-21', difficulty: 3, hasWords: false }),
      expect.objectContaining({ id: third, date: '2026-11-22' }),
    ])
    expect(JSON.stringify(counted)).not.toContain('liar')
  })

  it('takes each by the date where it was noted, to the minute at both ends', async () => {
    using desk = await openJournalDesk(testClock('2026-11-10T10:00:00Z'))
    const at = async (iso: string) => note(desk, iso)
    await at('2026-11-09T15:59:59Z')
    const inside = [await at('2026-11-09T16:00:00Z'), await at('2026-11-10T15:59:59Z')]
    await at('2026-11-10T16:00:00Z')
    // Honolulu, eighteen hours behind: still the 10th there.
    desk.clock.move('Pacific/Honolulu')
    inside.push(await at('2026-11-11T09:00:00Z'))
    desk.clock.move('Asia/Manila')
    const counted = await list(desk, { kind: 'between', from: '2026-11-10', to: '2026-11-10' })
    expect(counted.entries.map(({ id }) => id)).toEqual(inside)
    expect(counted.shifts.with).toBeLessThanOrEqual(counted.shifts.all)
  })

  it.each([
    { kind: 'between', from: '2026-11-11', to: '2026-11-10' },
    { kind: 'between', from: '2026-02-30', to: '2026-11-10' },
    { kind: 'between', from: '2026-11-10' },
    { kind: 'last', days: 31 },
    { kind: 'all', more: true },
    { kind: 'never' },
    null,
  ])('refuses %j', async (period) => {
    using desk = await openJournalDesk()
    const answer = await desk.raw('main', { id: 1, method: 'incident.list', input: { period } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  it('takes words one by one, with what looks like a customer’s blanked', async () => {
    using desk = await openJournalDesk()
    await words(desk, 'numbers-and-words')
    const id = await note(desk, '2026-11-20T14:00:00Z', {
      words: 'Mr Ito on 0171 2345678 shouted.\nI ended the call.',
    })
    const other = await note(desk, '2026-11-20T15:00:00Z', { type: 'angry', words: 'not this' })
    expect(await desk.ask('main', 'incident.words', { id })).toEqual({
      words: 'Mr ••• on ••• shouted.\nI ended the call.',
      blanked: ['name', 'number'],
    })
    await expect(desk.ask('main', 'incident.words', { id: other })).rejects.toThrow('no-note')
    await words(desk, 'numbers')
    await expect(desk.ask('main', 'incident.words', { id })).rejects.toThrow('words-off')
    expect((await list(desk)).entries[0]).toMatchObject({ hasWords: false })
  })

  it('is counted over ten years, however many there are; the newest are listed', async () => {
    using desk = await openJournalDesk(testClock('2016-11-26T01:00:00Z', 'UTC'))
    const count = 2100
    for (let nth = 0; nth < count; nth++)
      await note(
        desk,
        new Date(Date.parse('2016-11-26T01:00:00Z') + nth * 150_000_000).toISOString(),
      )
    const counted = await list(desk)
    expect(counted.count).toBe(count)
    expect(counted.entries).toHaveLength(2000)
    expect(counted.frequency.unit).toBe('year')
    expect(counted.frequency.rows.reduce((sum, row) => sum + row.count, 0)).toBe(count)
    expect(counted.entries.at(-1)?.at).toBe(desk.clock.now())
  }, 60_000)

  it('is of an open journal only', async () => {
    using desk = openDesk()
    await expect(list(desk)).rejects.toThrow('no-journal')
  })
})

describe('an incident note that is saved', () => {
  const grant = '3f2b1f5e-8f0a-4a55-9c07-0d3a1f1f7c11'
  const give = (desk: Desk, path: string, window = 'main') =>
    desk.companion.hear({ kind: 'file', grant, purpose: 'incident', window, path })
  const save = (desk: Desk, text = 'counted\n') =>
    desk.ask('main', 'incident.save', { grant, text })

  it('goes where the agent chose, once, and the shell hears that the grant has come', async () => {
    using desk = await openJournalDesk()
    const path = join(tempFolder(), 'note.txt')
    give(desk, path)
    expect(desk.told.at(-1)).toEqual({ kind: 'file', grant })
    await save(desk)
    expect(readFileSync(path, 'utf8')).toBe('counted\n')
    await expect(save(desk, 'again')).rejects.toThrow('no-grant')
    expect(readFileSync(path, 'utf8')).toBe('counted\n')
  })

  it('goes nowhere without a place, for another window, too late, or after a lock', async () => {
    using desk = await openJournalDesk()
    const path = join(tempFolder(), 'note.txt')
    await expect(save(desk)).rejects.toThrow('no-grant')
    give(desk, path, 'pause')
    await expect(save(desk)).rejects.toThrow('no-grant')
    give(desk, path)
    desk.clock.pass(grantMs)
    await expect(save(desk)).rejects.toThrow('no-grant')
    give(desk, path)
    desk.restart()
    await expect(save(desk)).rejects.toThrow('locked')
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  it.each([
    { grant: '/etc/passwd', text: '' },
    { grant, text: 'x'.repeat(2_000_001) },
    { grant, text: '', path: '/tmp/x' },
    { text: '' },
  ])('takes nothing but a grant and a text', async (input) => {
    using desk = await openJournalDesk()
    give(desk, join(tempFolder(), 'note.txt'))
    const answer = await desk.raw('main', { id: 1, method: 'incident.save', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })
})
