import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Opened, Store } from '../../../src/ports.ts'
import type { Migration } from '../../../src/store/migrate.ts'
import { passphrase as deskPassphrase, testClock } from '../../desk.ts'
import { backupsOf, bytesOf, storeOf, tempFolder } from './folders.ts'
import { journalIn, passphrase, productMigrations } from './journal-in.ts'
import { createSummary } from '../../../src/shifts/summary.ts'
import { createWatching } from '../../../src/trends/watching.ts'

const first: Migration = {
  version: 1,
  name: 'first',
  sql: "CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO entry VALUES (1, 'one')",
}
const second: Migration = {
  version: 2,
  name: 'second',
  sql: 'ALTER TABLE entry ADD COLUMN mood INTEGER',
}
const third: Migration = { version: 3, name: 'third', sql: 'UPDATE entry SET mood = 3' }
const broken = (sql: string): Migration => ({ version: 3, name: 'broken', sql })

async function opened(folder: string, migrations: readonly Migration[]): Promise<Store> {
  const journal = journalIn(folder, { migrations })
  return storeOf(
    journal,
    journal.exists() ? journal.open({ passphrase }) : journal.create(passphrase),
  )
}
async function tried(folder: string, migrations: readonly Migration[]): Promise<Opened> {
  const journal = journalIn(folder, { migrations })
  const result = await journal.open({ passphrase })
  journal.close()
  return result
}
async function made(): Promise<string> {
  const folder = tempFolder()
  const journal = journalIn(folder, { migrations: [first] })
  await journal.create(passphrase)
  journal.close()
  return folder
}
/** The step that gave calls their new doors. */
const doorsStep = productMigrations.find(({ name }) => name === 'call-doors')?.version ?? 0
const versionOf = (store: Store) =>
  store.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version
const contentOf = (folder: string) =>
  createHash('sha256').update(bytesOf(folder, 'journal.db')).digest('hex')

/** What nobody could say of a check-in before the stress log. */
const unsaidCheckIn = {
  workload: null,
  around: '',
  body: '',
  feeling: null,
  words: '',
  added_later: 0,
}

/** What nobody could say of a note before versions 5 and 6. */
const unsaid = {
  asked: null,
  added_later: 0,
  channel: null,
  minutes: null,
  outcome: null,
  reaction: null,
  feeling: null,
  pleasant: null,
  stirred: null,
  next_time: '',
}

describe('migrations', () => {
  it('of the product make a new journal, without a backup of nothing', async () => {
    const folder = tempFolder()
    const store = await opened(folder, productMigrations)
    expect(versionOf(store)).toBe(productMigrations.length)
    expect(store.prepare('SELECT * FROM shift_summary').all()).toEqual([])
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  it('that are new run once, in order', async () => {
    const folder = await made()
    const store = await opened(folder, [third, first, second])
    expect(versionOf(store)).toBe(3)
    expect(store.prepare('SELECT text, mood FROM entry').all()).toEqual([{ text: 'one', mood: 3 }])
  })

  it('leave a backup of what was there before, which opens with the same secret', async () => {
    const folder = await made()
    expect(await tried(folder, [first, second])).toMatchObject({ ok: true })
    expect(await tried(folder, [first, second])).toMatchObject({ ok: true })
    const backups = backupsOf(folder, 'migration')
    expect(backups).toHaveLength(1)
    const before = await opened(backups[0] ?? '', [first])
    expect(versionOf(before)).toBe(1)
    expect(before.prepare('SELECT * FROM entry').all()).toEqual([{ id: 1, text: 'one' }])
    expect(
      bytesOf(backups[0] ?? '', 'journal.db')
        .subarray(0, 6)
        .toString(),
    ).not.toBe('SQLite')
  })

  it.each([
    ['throws half way', "UPDATE entry SET text = 'changed'; SELECT nothing FROM nowhere"],
    [
      'leaves a row without its parent',
      `PRAGMA defer_foreign_keys = ON;
       CREATE TABLE child (parent INTEGER REFERENCES entry (id));
       INSERT INTO child VALUES (7)`,
    ],
  ])('of which one %s change nothing at all', async (_, sql) => {
    const folder = await made()
    const before = contentOf(folder)
    const result = await tried(folder, [first, second, broken(sql)])
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('step 3') })
    expect(contentOf(folder)).toBe(before)
    expect(await tried(folder, [first])).toMatchObject({ ok: true })
  })

  it('that this Lull does not know are a refusal, and the file stays as it is', async () => {
    const folder = await made()
    expect(await tried(folder, [first, second])).toMatchObject({ ok: true })
    const before = contentOf(folder)
    expect(await tried(folder, [first])).toMatchObject({ ok: false, problem: 'newer' })
    expect(contentOf(folder)).toBe(before)
  })

  it.each([
    ['a gap', [first, third]],
    ['a duplicate', [first, second, { ...third, version: 2 }]],
    ['no first one', [second]],
  ])('with %s are refused before any file is touched', (_, migrations) => {
    const folder = join(tempFolder(), 'new')
    expect(() => journalIn(folder, { migrations })).toThrow('gap or a duplicate')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a journal of version 1, as Lull wrote it', () => {
  /** tests/fixtures/version-1: a note, a check-in and two pauses. */
  async function brought(migrations = productMigrations) {
    const folder = tempFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/version-1'), folder, { recursive: true })
    const journal = journalIn(folder, { migrations })
    const store = await storeOf(journal, journal.open({ passphrase: deskPassphrase }))
    return { folder, store }
  }
  const all = (store: Store, table: string) =>
    store.prepare<Record<string, unknown>>(`SELECT * FROM ${table}`).all()

  it('keeps all that was in it; its pauses have no ratings, and were the agent’s own choice', async () => {
    const old = (await brought(productMigrations.slice(0, 1))).store
    const { store } = await brought()
    expect(versionOf(old)).toBe(1)
    expect(versionOf(store)).toBe(productMigrations.length)
    expect(all(store, 'shift')).toMatchObject(all(old, 'shift'))
    expect(all(store, 'setting')).toEqual(all(old, 'setting'))
    for (const table of ['shift', 'setting']) {
      expect(all(store, table).length).toBeGreaterThan(0)
    }
    expect(all(old, 'checkin').length).toBeGreaterThan(0)
    expect(all(store, 'checkin')).toEqual(
      all(old, 'checkin').map((checkIn) => ({ ...checkIn, ...unsaidCheckIn, kind: 'own' })),
    )
    expect(all(store, 'shift_summary')).toEqual(
      all(old, 'shift_summary').map((row) => ({
        ...row,
        rated: row['checkins'],
        rated_by: row['checkins'] === 0 ? null : 'own',
        hard: expect.any(Number),
        good: expect.any(Number),
      })),
    )
    const kept = all(store, 'shift_summary')
    createSummary(store).rebuild()
    expect(all(store, 'shift_summary')).toEqual(kept)
    expect(all(store, 'note')).toEqual(
      all(old, 'note').map((note) => ({ ...note, ...unsaid, place: expect.any(Number) })),
    )
    const pauses = all(old, 'pause')
    expect(pauses.map((row) => [row['pattern'], row['elapsed_ms'], row['ended']])).toEqual([
      ['longer-exhale', 60_000, 'completed'],
      ['longer-exhale', 23_000, 'stopped'],
    ])
    expect(all(store, 'pause')).toEqual(
      pauses.map((row) => ({ ...row, before: null, after: null, chosen: 'me' })),
    )
  })

  it.each([
    ['before', '11'],
    ['before', '-1'],
    ['before', '6.5'],
    ['after', '4'],
    ['chosen', "'boss'"],
    ['chosen', 'NULL'],
  ])('afterwards holds no pause whose %s is %s', async (column, value) => {
    const { store } = await brought()
    const change = store.prepare(`UPDATE pause SET ${column} = ${value}`)
    expect(() => change.run()).toThrow(/constraint|cannot store/i)
    const good = store.prepare("UPDATE pause SET before = 10, after = 0, chosen = 'chance'")
    expect(good.run().changes).toBe(2)
  })

  it('leaves a backup of version 1 behind, which this Lull opens in its turn', async () => {
    const { folder } = await brought()
    const [backup = ''] = backupsOf(folder, 'migration')
    const journal = journalIn(backup, { migrations: productMigrations.slice(0, 1) })
    const before = await storeOf(journal, journal.open({ passphrase: deskPassphrase }))
    expect(versionOf(before)).toBe(1)
    expect(all(before, 'pause')).toHaveLength(2)
  })
})

describe('a journal of version 2, as Lull wrote it', () => {
  /** tests/fixtures/version-2: four notes, three of them in one second, and a draft. */
  async function brought(migrations = productMigrations) {
    const folder = tempFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/version-2'), folder, { recursive: true })
    const journal = journalIn(folder, { migrations })
    return storeOf(journal, journal.open({ passphrase: deskPassphrase }))
  }
  const all = (store: Store, table: string) =>
    store.prepare<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`).all()

  it('keeps every note and the draft, each note where its time is', async () => {
    const old = await brought(productMigrations.slice(0, 2))
    const store = await brought()
    expect(all(store, 'draft')).toEqual(
      all(old, 'draft').map((draft) => ({ ...draft, asked: null })),
    )
    expect(all(store, 'prompt_decision')).toEqual([])
    const before = all(old, 'note')
    const after = all(store, 'note')
    expect(after).toEqual(before.map((note) => ({ ...note, ...unsaid, place: expect.any(Number) })))
    expect(before).toHaveLength(4)
    const second = (Date.parse('2026-11-20T14:00:00Z') / 1000) * 100
    expect(after.map(({ place }) => place)).toEqual([
      second,
      second + 1,
      second + 2,
      second + 26 * 3600 * 100,
    ])
  })

  it.each(['note', 'draft'])(
    'takes what a %s was asked, and nothing that is no question',
    async (table) => {
      const store = await brought()
      const ask = (asked: string | null) =>
        store.prepare(`UPDATE ${table} SET asked = ?`).run(asked)
      for (const asked of ['teammate', 'right', 'pause', null])
        expect(ask(asked).changes).toBe(all(store, table).length)
      expect(() => ask('why')).toThrow(/constraint/i)
    },
  )

  it('finds afterwards the words that were there before', async () => {
    const store = await brought()
    const found = (match: string) =>
      store
        .prepare<{ words: string }>(
          'SELECT n.words FROM note_words w JOIN note n ON n.place = w.rowid WHERE w.words MATCH ?',
        )
        .all(match)
        .map(({ words }) => words)
    expect(found('zurich')).toEqual(['The parcel went to Zürich, twice.'])
    expect(found('creme')).toEqual(['Thanked me for the crème brûlée recipe.'])
    expect(found('parcel')).toHaveLength(2)
    store.prepare("INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 1)").run()
  })

  it('gives each note a place of its own, however many stood in one second', async () => {
    const folder = tempFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/version-2'), folder, { recursive: true })
    const first = journalIn(folder, { migrations: productMigrations.slice(0, 2) })
    const old = await storeOf(first, first.open({ passphrase: deskPassphrase }))
    old.write(() => {
      const copy = old.prepare(`
        INSERT INTO note SELECT ?, shift_id, at + ?, zone, difficulty, type, words, rev, edited_at
        FROM note ORDER BY at LIMIT 1`)
      for (let nth = 0; nth < 250; nth++)
        copy.run(`00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`, nth < 210 ? nth : 1500)
    })
    first.close()
    const journal = journalIn(folder)
    const store = await storeOf(journal, journal.open({ passphrase: deskPassphrase }))
    const times = store.prepare<{ at: number }>('SELECT at FROM note ORDER BY place').all()
    expect(times).toHaveLength(254)
    expect(times).toEqual(times.toSorted((one, other) => one.at - other.at))
  })
})

describe('a journal from before links and microphones told of calls', () => {
  const before = productMigrations.slice(0, doorsStep - 1)

  it('keeps each call with the door that told it, and takes calls by the new doors', async () => {
    const folder = tempFolder()
    const old = journalIn(folder, { migrations: before })
    const made = await storeOf(old, old.create(passphrase))
    made.write(() => {
      made
        .prepare(
          `INSERT INTO shift (id, shift_date, zone, opened_at, last_at)
          VALUES ('s', '2026-11-22', 'Asia/Manila', 1, 9)`,
        )
        .run()
      const insert = made.prepare(`
        INSERT INTO call (id, shift_id, started_at, ended_at, marked_at, zone, source)
        VALUES (?, 's', ?, ?, ?, 'Asia/Manila', ?)`)
      insert.run('a', 1, 5, 3, 'command')
      insert.run('b', null, null, 7, 'tray')
    })
    const rows = made.prepare<Record<string, unknown>>('SELECT * FROM call ORDER BY id').all()
    old.close()

    const journal = journalIn(folder, { migrations: productMigrations })
    const store = await storeOf(journal, journal.open({ passphrase }))
    expect(store.prepare('SELECT * FROM call ORDER BY id').all()).toEqual(
      rows.map((row) => expect.objectContaining({ ...row, channel: null, seconds: null })),
    )
    const insert = store.prepare(`
      INSERT INTO call (id, shift_id, zone, source, channel, seconds)
      VALUES (?, 's', 'Asia/Manila', ?, ?, ?)`)
    expect(insert.run('c', 'link', 'chat', 95).changes).toBe(1)
    expect(insert.run('d', 'microphone', null, null).changes).toBe(1)
    for (const [id, ...wrong] of [
      ['e', 'caller', null, null],
      ['f', 'link', 'hard', null],
      ['g', 'link', null, -1],
    ] as const)
      expect(() => insert.run(id, ...wrong)).toThrow(/constraint/i)
  })
})

describe('a journal from before weeks were looked back at', () => {
  const step = productMigrations.find(({ name }) => name === 'review')?.version ?? 0

  it('keeps what was in it, and takes a week by its first date, once', async () => {
    const folder = tempFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/version-4'), folder, { recursive: true })
    const old = journalIn(folder, { migrations: productMigrations.slice(0, step - 1) })
    const before = await storeOf(old, old.open({ passphrase: deskPassphrase }))
    const shifts = before.prepare('SELECT * FROM shift ORDER BY id').all()
    expect(shifts.length).toBeGreaterThan(0)
    old.close()

    const journal = journalIn(folder, { migrations: productMigrations })
    const store = await storeOf(journal, journal.open({ passphrase: deskPassphrase }))
    expect(store.prepare('SELECT * FROM shift ORDER BY id').all()).toEqual(shifts)
    expect(store.prepare('SELECT * FROM review').all()).toEqual([])
    const insert = store.prepare(
      "INSERT INTO review (week_from, step, edited_at) VALUES ('2026-11-15', 'helped', 1)",
    )
    expect(insert.run().changes).toBe(1)
    expect(() => insert.run()).toThrow(/constraint/i)
    expect(store.prepare('SELECT * FROM review').all()).toEqual([
      {
        week_from: '2026-11-15',
        step: 'helped',
        helped: null,
        helped_words: '',
        good: null,
        good_words: '',
        mine: null,
        mine_words: '',
        theirs: null,
        theirs_words: '',
        plan: null,
        rev: 1,
        edited_at: 1,
      },
    ])
  })
})

describe('a journal of version 4, as Lull wrote it', () => {
  /** tests/fixtures/version-4: two marked calls, one of them noted, and two check-ins. */
  async function brought(migrations = productMigrations) {
    const folder = tempFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/version-4'), folder, { recursive: true })
    const journal = journalIn(folder, { migrations })
    return storeOf(journal, journal.open({ passphrase: deskPassphrase }))
  }
  const all = (store: Store, table: string) =>
    store.prepare<Record<string, unknown>>(`SELECT * FROM ${table}`).all()

  it('keeps its calls, whose marks ask for nothing any more, and its check-ins as the agent’s own', async () => {
    const old = await brought(productMigrations.slice(0, 4))
    const store = await brought()
    const calls = all(old, 'call')
    expect(calls.filter((call) => call['marked_at'] !== null)).toHaveLength(2)
    expect(all(store, 'call')).toEqual(
      calls.map((call) => ({
        ...call,
        channel: null,
        seconds: null,
        note_id: null,
        left_at: call['marked_at'],
      })),
    )
    expect(all(store, 'checkin').map(({ kind }) => kind)).toEqual(['own', 'own'])
    expect(all(store, 'shift_summary')).toMatchObject([
      { notes: 1, checkins: 2, rated: 2, rated_by: 'own', stress_sum: 11, energy_sum: 8 },
    ])
    expect(all(store, 'watch_row')).toEqual([])
    createWatching(store, testClock())
    expect(all(store, 'watch_row')).toMatchObject([{ value: 5.5, kind: 'any', line: null }])
    const kept = all(store, 'shift_summary')
    createSummary(store).rebuild()
    expect(all(store, 'shift_summary')).toEqual(kept)
  })

  it.each([
    ['a kind of check-in that nobody knows', "UPDATE checkin SET kind = 'boss'"],
    [
      'a rest beyond the scale',
      'INSERT INTO shift_card (shift_id, rested, edited_at) SELECT id, 6, 1 FROM shift',
    ],
    [
      'a good thing that neither came nor didn’t',
      'INSERT INTO shift_card (shift_id, came, edited_at) SELECT id, 2, 1 FROM shift',
    ],
    ['a card of no shift', "INSERT INTO shift_card (shift_id, edited_at) VALUES ('none', 1)"],
    ['a check-in that was half added later', 'UPDATE checkin SET added_later = 2'],
    [
      'a self-check that is half gone',
      "INSERT INTO selfcheck (id, month, begun_at, zone, gone, edited_at) VALUES ('s', '2026-11', 1, 'UTC', 2, 1)",
    ],
    [
      'a week beyond the scale',
      "INSERT INTO selfcheck_week (on_date, value, at, zone, edited_at) VALUES ('d', -1, 1, 'UTC', 1)",
    ],
    ['a half ticked thing', "INSERT INTO recharge VALUES ('walk', '', 2, 1, 1)"],
  ])('holds afterwards no %s', async (_what, sql) => {
    const store = await brought()
    expect(() => store.prepare(sql).run()).toThrow(/constraint/i)
  })
})
