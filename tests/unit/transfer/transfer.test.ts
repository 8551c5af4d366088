import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableNames, tableOf, leftBehind } from '../../../src/transfer/tables.ts'
import { demoYear, plan } from '../../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../../tools/demo/write.ts'
import { idAt, openDesk, passphrase, testClock, type Desk } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'
import { bare, bring, granted, look, takenOut, withWords } from './carried.ts'

async function note(desk: Desk, words = 'It was loud.') {
  desk.clock.pass(60_000)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words })
  return id
}
describe('the list of what a journal holds', () => {
  it('names every table and every column of it, or says why not', async () => {
    using desk = openDesk()
    const journal = journalIn(join(desk.folder, 'own'))
    const opened = await journal.create(passphrase)
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const all = store
      .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name)
      .filter((name) => !/^(sqlite_|note_words_)/.test(name))
    for (const name of all) expect([...tableNames, ...Object.keys(leftBehind)]).toContain(name)
    const inAnother = { note: ['place'] } as const
    for (const name of tableNames) {
      const columns = store
        .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(name)
        .map((column) => column.name)
      const known = Object.entries(tableOf(name).columns).flatMap(([column, { is }]) =>
        is === 'names' || is === 'verdicts' ? [] : [column],
      )
      const also = name === 'note' ? inAnother.note : []
      expect(columns.toSorted(), name).toEqual([...known, ...also].toSorted())
    }
    journal.close()
  })
})

describe('the demo year', () => {
  const year = mkdtempSync(join(tmpdir(), 'lull-transfer-year-'))
  let path = ''
  let text = ''
  beforeAll(async () => {
    const folder = join(year, 'journal')
    await write(plan({ ...demoYear, end: '2026-11-20' }), folder)
    using desk = openDesk(testClock(), () => journalIn(folder))
    await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
    const taken = await takenOut(desk)
    path = taken.path
    text = taken.text
  }, 60_000)
  afterAll(() => rmSync(year, { recursive: true, force: true }))

  it('taken out, everything deleted, and brought in is the same', async () => {
    using desk = await withWords()
    const brought = await bring(desk, path)
    expect(brought.empty).toBe(true)
    expect(brought.added.notes).toBeGreaterThan(300)
    expect(brought.changed.notes + brought.removed.notes).toBe(0)
    const back = await takenOut(desk)
    expect(bare(back.text)).toEqual(bare(text))
    await desk.ask('main', 'data.wipe', { sure: true })
    expect(desk.told.at(-1)).toEqual({ kind: 'wiped' })
    desk.restart()
    await desk.ask('unlock', 'journal.create', { passphrase })
    await bring(desk, back.path)
    expect(bare((await takenOut(desk)).text)).toEqual(bare(text))
  })

  it('is found, and shows the same trends, where it was brought in', async () => {
    using there = openDesk(testClock(), () => journalIn(join(year, 'journal')))
    await there.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
    using here = await withWords()
    await bring(here, path)
    const trends = (desk: Desk) => desk.ask('main', 'trends.get', { weeks: null })
    expect(await trends(here)).toEqual(await trends(there))
    const found = (desk: Desk) =>
      desk.ask('main', 'journal.list', { before: null, filter: { type: null }, query: 'refund' })
    const places = (page: Awaited<ReturnType<typeof found>>) =>
      page.notes.map(({ id }) => id).toSorted()
    expect(places(await found(here))).toEqual(places(await found(there)))
    expect((await found(here)).notes.length).toBeGreaterThan(3)
  })

  it('brought in twice changes nothing the second time', async () => {
    using desk = await withWords()
    await bring(desk, path)
    const once = await takenOut(desk)
    const again = await bring(desk, path)
    expect(Object.values({ ...again.added, ...again.changed, ...again.removed })).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
    expect(bare((await takenOut(desk)).text)).toEqual(bare(once.text))
  })

  it('as CSV and as Markdown holds its words only where they were asked for', async () => {
    using desk = await withWords()
    await note(desk, 'A canary of a word.')
    for (const table of ['note', 'checkin', 'pause', 'shift'] as const) {
      const { text: csv } = await takenOut(desk, { as: 'csv', table, withWords: true })
      expect(csv.includes('canary')).toBe(table === 'note')
      expect((await takenOut(desk, { as: 'csv', table, withWords: false })).text).not.toContain(
        'canary',
      )
    }
    expect((await takenOut(desk)).text).toContain('canary')
  })
})

describe('bringing a file in', () => {
  it('puts two journals together, and makes a copy first', async () => {
    using one = await withWords()
    using other = await withWords()
    const [a, b] = [await note(one, 'One.'), await note(other, 'Other.')]
    const { path } = await takenOut(other)
    const copies = () => readdirSync(join(one.folder, 'backups'))
    const brought = await bring(one, path)
    expect(brought).toMatchObject({ empty: false, added: { notes: 1, shifts: 1 }, words: 1 })
    expect(copies()).toHaveLength(1)
    const ids = (
      await one.ask('main', 'journal.list', { before: null, filter: { type: null }, query: '' })
    ).notes.map(({ id }) => id)
    expect(ids.toSorted()).toEqual([a, b].toSorted())
    // And the other way round they are the same.
    await bring(other, (await takenOut(one)).path)
    expect(bare((await takenOut(other)).text)).toEqual(bare((await takenOut(one)).text))
  })

  it('brings back nothing that was deleted here, and drops here what was dropped there', async () => {
    using one = await withWords()
    const [a, b] = [await note(one, 'Deleted.'), await note(one, 'Dropped there.')]
    const before = await takenOut(one)
    using other = await withWords()
    await bring(other, before.path)
    other.clock.pass(3_600_000)
    await other.ask('main', 'note.dropWords', { id: b })
    await one.ask('main', 'note.delete', { id: a })
    const brought = await bring(one, (await takenOut(other)).path)
    expect(brought).toMatchObject({ added: { notes: 0 }, changed: { notes: 1 } })
    const { notes } = await one.ask('main', 'journal.list', {
      before: null,
      filter: { type: null },
      query: '',
    })
    expect(notes.map(({ id, words }) => [id, words])).toEqual([[b, '']])
  })

  it('says what is wrong with a file, and changes nothing', async () => {
    using desk = await withWords()
    await note(desk)
    const { path, text } = await takenOut(desk)
    writeFileSync(path, text.replace('"difficulty":4', '"difficulty":6'))
    expect(await look(desk, path)).toEqual({
      problem: { what: 'row', table: 'note', row: 1, column: 'difficulty' },
    })
    expect(bare((await takenOut(desk)).text)).toEqual(bare(text))
  })

  it('says that a file which goes between being chosen and being read isn’t there, and changes nothing', async () => {
    using desk = await withWords()
    const id = await note(desk)
    const { path } = await takenOut(desk)
    const grant = granted(desk, 'import', path)
    rmSync(path)
    await expect(desk.ask('main', 'data.look', { grant })).rejects.toThrow(/^no-file$/)
    expect(await desk.ask('main', 'data.found', {})).toBeNull()
    const { text } = await takenOut(desk)
    expect(text).toContain(id)
  })

  it('needs to have been looked at, not long ago', async () => {
    using desk = await withWords()
    const { path } = await takenOut(desk)
    await expect(desk.ask('main', 'data.bring', { id: idAt(1) })).rejects.toThrow('too-late')
    const looked = await look(desk, path)
    if (looked.problem) throw new Error('refused')
    desk.clock.pass(600_001)
    await expect(desk.ask('main', 'data.bring', { id: looked.found?.id ?? '' })).rejects.toThrow(
      'too-late',
    )
    const again = await look(desk, path)
    if (again.problem) throw new Error('refused')
    await desk.ask('main', 'data.leave', {})
    await expect(desk.ask('main', 'data.bring', { id: again.found?.id ?? '' })).rejects.toThrow(
      'too-late',
    )
  })

  it('is not done while the journal is locked', async () => {
    using desk = await withWords()
    const { path } = await takenOut(desk)
    desk.restart()
    await expect(look(desk, path)).rejects.toThrow('locked')
    await expect(desk.ask('main', 'data.wipe', { sure: true })).rejects.toThrow('locked')
  })
})

describe('deleting everything', () => {
  it('leaves no file of the journal, and a new one can be begun', async () => {
    using desk = await withWords()
    await note(desk)
    await bring(desk, (await takenOut(desk)).path)
    expect(await desk.ask('main', 'data.about', {})).toMatchObject({
      folder: desk.folder,
      copies: 1,
      holds: { notes: 1 },
    })
    await desk.ask('main', 'data.wipe', { sure: true })
    expect(readdirSync(desk.folder, { recursive: true })).toEqual([])
    expect(await desk.ask('main', 'journal.state', {})).toMatchObject({ state: 'absent' })
    await desk.ask('unlock', 'journal.create', { passphrase })
    expect(await desk.ask('main', 'data.about', {})).toMatchObject({
      copies: 0,
      holds: { notes: 0 },
    })
  })

  it('that was cut is finished at the next start, and is no journal meanwhile', async () => {
    using desk = await withWords()
    await note(desk)
    desk.companion.hear({ kind: 'end' })
    // As a cut leaves it: said, and the keys gone.
    writeFileSync(join(desk.folder, 'journal.wiped'), '')
    rmSync(join(desk.folder, 'journal.keys'))
    desk.restart()
    expect(await desk.ask('main', 'journal.state', {})).toMatchObject({ state: 'absent' })
    expect(readdirSync(desk.folder, { recursive: true })).toEqual([])
    await desk.ask('unlock', 'journal.create', { passphrase })
  })
})
