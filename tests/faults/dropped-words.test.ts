import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCompanion } from '../../src/companion.ts'
import type { Input, Output, VaultDoor, WindowName } from '../../src/contract.ts'
import type { Difficulty } from '../../src/guidance/types.ts'
import { undoMs } from '../../src/notes/changing.ts'
import { restMs } from '../../src/notes/forgetting.ts'
import type { Journal, Opened, Store } from '../../src/ports.ts'
import { journalSettings, type Settings } from '../../src/store/open.ts'
import { createFiles } from '../../src/store/write-out.ts'
import { idAt, random, testClock, type TestClock } from '../desk.ts'
import { journalIn, passphrase, productMigrations, settingsWith } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'
import { formsOf, scan } from './scan.ts'

/** No other note has a word with these beginnings. */
const canary = 'quillwort xyzzyphon vexilliferous'
const canaryWords = canary.split(' ')

interface Vault {
  clock: TestClock
  ask<M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ): Promise<Output<VaultDoor, M>>
  end(): void
}

/** `through` stands between the companion and the store, to switch a protection off. */
async function vaultIn(
  folder: string,
  clock: TestClock,
  settings: Settings = journalSettings,
  through = (store: Store) => store,
): Promise<Vault> {
  const real = journalIn(folder, { clock, settings })
  const open = async (opening: Promise<Opened>): Promise<Opened> => {
    const opened = await opening
    return opened.ok ? { ...opened, store: through(opened.store) } : opened
  }
  const journal: Journal = {
    ...real,
    create: (secret) => open(real.create(secret)),
    open: (secret) => open(real.open(secret)),
  }
  const companion = createCompanion({
    journal,
    clock,
    random,
    files: createFiles(folder, random),
    shell: { tell: () => {} },
    publish: () => {},
  })
  let last = 0
  const vault: Vault = {
    clock,
    async ask<M extends keyof VaultDoor>(
      window: WindowName,
      method: M,
      input: Input<VaultDoor, M>,
    ) {
      const answer = await companion.answer(window, { id: ++last, method, input })
      if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
      // The border between what travels as JSON and what the contract says it is.
      const value: Output<VaultDoor, M> = JSON.parse(JSON.stringify(answer.value))
      return value
    },
    end: () => companion.hear({ kind: 'end' }),
  }
  await vault.ask('unlock', journal.exists() ? 'journal.open' : 'journal.create', { passphrase })
  onTestFinished(() => vault.end())
  return vault
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-dropped-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function note(vault: Vault, words: string, difficulty: Difficulty = 4): Promise<string> {
  vault.clock.pass(60_000)
  const id = idAt(vault.clock.now())
  await vault.ask('note', 'note.save', { id, difficulty, type: 'angry', words })
  return id
}

/** What to try next time: words of the same note, in another place. */
const tryNextTime = (vault: Vault, id: string) =>
  vault.ask('main', 'note.edit', {
    id,
    difficulty: 4,
    type: 'angry',
    words: null,
    nextTime: `${canary}, said earlier`,
  })

/** Other notes, so that words share pages, leaves and prefixes with what is to go. */
async function others(vault: Vault, count: number) {
  for (let nth = 0; nth < count; nth++)
    await note(vault, `quill xyzzy vex parcel ${nth.toString(36)}a refund ${nth % 17} quillwor`)
}

/** What a person does who wants words to be gone: an older file, a kill, a copy, then the drop. */
async function aJournalWithDroppedWords({
  settings = journalSettings,
  through = (store: Store) => store,
  drop = async (vault: Vault, id: string): Promise<unknown> =>
    vault.ask('main', 'note.dropWords', { id }),
} = {}): Promise<{ folder: string; answer: unknown; vault: Vault }> {
  const folder = tempFolder()
  const clock = testClock()
  const first = await vaultIn(folder, clock, settings, through)
  await first.ask('main', 'settings.set', { words: 'numbers-and-words' })
  await others(first, 40)
  const id = await note(first, `A long one: ${canary}, and what came after it.`)
  await tryNextTime(first, id)
  await others(first, 40)
  await first.ask('note', 'note.keepDraft', {
    id,
    step: 'words',
    difficulty: 4,
    type: 'angry',
    words: canary,
  })
  // Through a checkpoint into the file, and once more, so that the file has free pages of its own.
  first.end()
  const vault = await vaultIn(folder, clock, settings, through)
  await others(vault, 5)
  const answer = await drop(vault, id)
  clock.pass(undoMs)
  return { folder, answer, vault }
}

/** The canary, or any of its words, in the pages as they lie on the disk. */
async function found(folder: string): Promise<string[]> {
  const pages = await decryptedPages(folder, passphrase)
  return [canary, ...canaryWords].filter((text) =>
    formsOf(text).some(({ bytes }) => pages.includes(bytes)),
  )
}
/** The copies of the day, and those that an unclean end or a migration left; the oldest first. */
const copiesIn = (folder: string) =>
  readdirSync(join(folder, 'backups'))
    .toSorted()
    .map((name) => join(folder, 'backups', name))
const kindsOf = (copies: string[]) => copies.map((copy) => copy.replace(/.*-/, ''))
/** All is gone, out of so many copies too. */
const goneFrom = (copiesCleared: number) => ({ settled: true, copiesCleared, copiesLeft: 0 })
/** In place of forgetting on the disk: says that it is done, and does nothing. */
const onlySaid = () => goneFrom(0)

describe('dropped words', () => {
  it('are in no page of the file and none of its log, and in no file in any form', async () => {
    const { folder, answer, vault } = await aJournalWithDroppedWords()
    // The copy of that day is the only one: both ends were clean.
    expect(kindsOf(copiesIn(folder))).toEqual(['daily'])
    expect(answer).toEqual(goneFrom(1))
    expect(await found(folder)).toEqual([])
    for (const text of [canary, ...canaryWords]) expect(scan(folder, text)).toEqual([])
    // The other notes are still found, and the index is whole.
    expect(
      await vault.ask('main', 'journal.list', {
        before: null,
        filter: { type: null },
        query: 'quillwor',
      }),
    ).toMatchObject({ hasMore: true })
    vault.end()
    expect(await found(folder)).toEqual([])
  })

  it('of a deleted note neither', async () => {
    const { folder, answer } = await aJournalWithDroppedWords({
      drop: (vault, id) => vault.ask('main', 'note.delete', { id }),
    })
    expect(answer).toEqual(goneFrom(1))
    expect(await found(folder)).toEqual([])
  })

  it.each<[what: string, without: Parameters<typeof aJournalWithDroppedWords>[0]]>([
    ['secure_delete', { settings: settingsWith('secure_delete', 'OFF', '0') }],
    ['secure-delete of the index', { settings: settingsWith('secure-delete', '0', '0') }],
    [
      'forgetting on the disk',
      {
        through: (store) => ({ ...store, forget: onlySaid }),
      },
    ],
    ['the drop itself', { drop: async () => {} }],
    [
      'the end of what to try next time',
      {
        through: (store) => ({
          ...store,
          prepare: (sql) =>
            store.prepare(
              sql.replace('next_time = coalesce(?,', "next_time = coalesce(nullif(?, ''),"),
            ),
        }),
      },
    ],
    [
      'the end of the draft',
      {
        through: (store) => ({
          ...store,
          prepare: (sql) =>
            store.prepare(sql === 'DELETE FROM draft WHERE id = ?' ? `${sql} AND false` : sql),
        }),
      },
    ],
  ])('would be found without %s', async (_what, without) => {
    const { folder } = await aJournalWithDroppedWords(without)
    expect(await found(folder)).not.toEqual([])
  })

  it('leave no word behind in the keys of the index, where FTS5 alone would leave some', async () => {
    const folder = tempFolder()
    const clock = testClock()
    const vault = await vaultIn(folder, clock, journalSettings)
    await vault.ask('main', 'settings.set', { words: 'numbers-and-words' })
    // Words that differ in their last letters, on many leaves; of every tenth note each is its own.
    const ids: string[] = []
    const own: string[] = []
    const word = (nth: number) =>
      `z${Array.from({ length: 4 }, (_, at) => 'bcdfghjklmnp'[Math.floor(nth / 12 ** (3 - at)) % 12]).join('')}`
    for (let nth = 0; nth < 300; nth++) {
      // Each note takes from all over the vocabulary.
      const words = Array.from({ length: 60 }, (_, at) => word(at * 300 + nth))
      const id = await note(vault, words.join(' '))
      if (nth % 10 !== 0) continue
      ids.push(id)
      own.push(...words)
    }
    vault.end()
    const strays = async (forget: boolean) => {
      const copy = tempFolder()
      cpSync(folder, copy, { recursive: true })
      const copied = await vaultIn(copy, clock, journalSettings, (store) =>
        forget ? store : { ...store, forget: onlySaid },
      )
      for (const id of ids) await copied.ask('main', 'note.dropWords', { id })
      copied.end()
      const pages = await decryptedPages(copy, passphrase)
      return own.filter((each) => pages.includes(each))
    }
    expect(await strays(false)).not.toEqual([])
    expect(await strays(true)).toEqual([])
  })
})

describe('words that an edit took out', () => {
  /** A kill and a copy, and then an edit that leaves half of what there was. */
  async function edited(through = (store: Store) => store, settings = journalSettings) {
    const folder = tempFolder()
    const clock = testClock()
    const first = await vaultIn(folder, clock, settings)
    await first.ask('main', 'settings.set', { words: 'numbers-and-words' })
    await others(first, 20)
    const id = await note(first, `It stays. ${canary}`)
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    const vault = await vaultIn(killed, clock, settings, through)
    await vault.ask('main', 'note.edit', { id, difficulty: 4, type: 'angry', words: 'It stays.' })
    // The copy of that day was made before the note was.
    const [daily = '', copy = ''] = copiesIn(killed)
    expect(kindsOf([daily, copy])).toEqual(['daily', 'unclean'])
    return { folder: killed, copy, id, clock, vault }
  }

  it('leave the disk and the copies once the agent has stopped; what stayed, stays there too', async () => {
    const { folder, copy, id, clock, vault } = await edited()
    expect(await found(copy)).toContain(canary)
    clock.pass(restMs - 1)
    expect(await found(copy)).toContain(canary)
    clock.pass(1)
    expect(await found(copy)).toEqual([])
    expect(await found(folder)).toEqual([])
    vault.end()
    const journal = journalIn(copy)
    const opened = await journal.open({ passphrase })
    if (!opened.ok) throw new Error(opened.message)
    expect(opened.store.prepare('SELECT words FROM note WHERE id = ?').get(id)).toEqual({
      words: 'It stays.',
    })
    journal.close()
  })

  it('leave them at the next opening where Lull was killed before', async () => {
    const { folder, clock } = await edited()
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    await vaultIn(killed, clock)
    const copies = copiesIn(killed)
    expect(kindsOf(copies)).toEqual(['daily', 'unclean', 'unclean'])
    for (const copy of copies.slice(1)) expect(await found(copy)).toContain(canary)
    clock.pass(restMs)
    expect(await found(killed)).toEqual([])
    for (const copy of copies) expect(await found(copy)).toEqual([])
  })

  it.each<[string, Parameters<typeof edited>[0]]>([
    [
      'the mark',
      (store) => ({
        ...store,
        prepare: (sql) =>
          store.prepare(
            sql.startsWith('INSERT OR IGNORE INTO leaving') ? `SELECT 1 WHERE ? IS NULL` : sql,
          ),
      }),
    ],
    ['forgetting', (store) => ({ ...store, forget: onlySaid })],
  ])('would be found in a copy without %s', async (_what, through) => {
    const { copy, clock } = await edited(through)
    clock.pass(restMs)
    expect(await found(copy)).toContain(canary)
  })
})

describe('a draft that was thrown away', () => {
  it('leaves the copies too', async () => {
    const folder = tempFolder()
    const clock = testClock()
    const first = await vaultIn(folder, clock)
    await first.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const id = idAt(clock.now())
    await first.ask('note', 'note.keepDraft', {
      id,
      step: 'words',
      difficulty: 4,
      type: null,
      words: canary,
    })
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    const vault = await vaultIn(killed, clock)
    const [copy = '', ...more] = copiesIn(killed)
    expect(kindsOf([copy, ...more])).toEqual(['unclean'])
    expect(await found(copy)).toContain(canary)
    await vault.ask('note', 'note.dropDraft', { id })
    clock.pass(restMs)
    expect(await found(copy)).toEqual([])
    expect(await found(killed)).toEqual([])
  })
})

describe('all words at once', () => {
  it('are in no page, no index, no draft and no copy; and would be without forgetting on the disk', async () => {
    const drop = async (vault: Vault) => vault.ask('main', 'words.drop', { sure: true })
    const common = ['refund', 'parcel', 'quillwor']
    const leftIn = async (...folders: string[]) => {
      const pages = await Promise.all(folders.map((each) => decryptedPages(each, passphrase)))
      return common.filter((word) => pages.some((each) => each.includes(word)))
    }
    const { folder, answer, vault } = await aJournalWithDroppedWords({ drop })
    expect(kindsOf(copiesIn(folder))).toEqual(['daily'])
    expect(answer).toEqual({ ...goneFrom(1), notes: 86, checkIns: 0, others: 0 })
    expect(await found(folder)).toEqual([])
    for (const text of [canary, ...canaryWords, 'refund', 'parcel'])
      expect(scan(folder, text)).toEqual([])
    expect(await leftIn(folder, ...copiesIn(folder))).toEqual([])
    vault.end()
    const through = (store: Store) => ({ ...store, forget: onlySaid })
    const mutant = await aJournalWithDroppedWords({ drop, through })
    expect(await found(mutant.folder)).not.toEqual([])
    // The first notes were there already when that day's copy was made.
    expect(await leftIn(...copiesIn(mutant.folder))).toEqual(common)
  })
})

describe('what went right, and what does good', () => {
  /** Written, carried through a checkpoint and copied by a kill; then deleted. */
  async function deleted(settings = journalSettings, through = (store: Store) => store) {
    const folder = tempFolder()
    const clock = testClock()
    const first = await vaultIn(folder, clock, settings)
    await first.ask('main', 'settings.set', { words: 'numbers-and-words' })
    await others(first, 5)
    const { end } = await first.ask('main', 'shift.get', {})
    if (!end) throw new Error('no shift is open')
    const { shiftId } = end
    const own = { id: idAt(clock.now()), words: canaryWords[1] ?? '', picked: true }
    await first.ask('main', 'right.keep', { shiftId, came: true, words: canaryWords[0] ?? '' })
    await first.ask('main', 'recharge.set', own)
    await others(first, 5)
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true })
    first.end()
    const vault = await vaultIn(killed, clock, settings, through)
    expect(await found(killed)).toEqual(canaryWords.slice(0, 2))
    expect(kindsOf(copiesIn(killed))).toEqual(['daily', 'unclean'])
    await vault.ask('main', 'right.drop', { shiftId })
    await vault.ask('main', 'recharge.set', { ...own, words: '', picked: false })
    return killed
  }
  const left = async (folder: string) =>
    (await Promise.all([folder, ...copiesIn(folder)].map(found))).flat()

  it('leave the file, its log and every copy once they are deleted', async () => {
    const folder = await deleted()
    expect(await left(folder)).toEqual([])
    for (const text of canaryWords.slice(0, 2)) expect(scan(folder, text)).toEqual([])
  })

  it('would be found without forgetting on the disk, and in the copies', async () => {
    const folder = await deleted(journalSettings, (store) => ({ ...store, forget: onlySaid }))
    expect(await left(folder)).not.toEqual([])
  })
})

describe('what a check-in says in words', () => {
  const [first = '', second = ''] = canaryWords
  type Do = (vault: Vault, id: string) => Promise<unknown>

  /** Written, carried through a checkpoint and copied by a kill; then something is done about it. */
  async function after(act: Do, settings = journalSettings, through = (store: Store) => store) {
    const folder = tempFolder()
    const clock = testClock()
    const vault = await vaultIn(folder, clock, settings)
    await vault.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const { id } = await vault.ask('main', 'checkin.save', { stress: 6, energy: 4 })
    await say(vault, id, `${first}, and ${second}`)
    await others(vault, 5)
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true })
    vault.end()
    const again = await vaultIn(killed, clock, settings, through)
    expect(kindsOf(copiesIn(killed))).toEqual(['daily', 'unclean'])
    for (const each of [killed, ...copiesIn(killed)])
      expect(await found(each)).toEqual([first, second])
    await act(again, id)
    clock.pass(restMs)
    return { killed, id, again }
  }
  const say = (vault: Vault, id: string, words: string) =>
    vault.ask('main', 'checkin.edit', { id, stress: 6, energy: 4, words })
  const left = async (folder: string) =>
    (await Promise.all([folder, ...copiesIn(folder)].map(found))).flat()

  it.each<[string, Do]>([
    ['dropped', (vault, id) => vault.ask('main', 'checkin.dropWords', { id })],
    ['deleted with it', (vault, id) => vault.ask('main', 'checkin.delete', { id })],
    ['dropped with all words', (vault) => vault.ask('main', 'words.drop', { sure: true })],
    ['taken out by an edit', (vault, id) => say(vault, id, 'something else')],
  ])('leaves the file, its log and every copy once it is %s', async (_how, act) => {
    const { killed } = await after(act)
    expect(await left(killed)).toEqual([])
    for (const text of [first, second]) expect(scan(killed, text)).toEqual([])
  })

  it('stays in a copy as far as an edit left it', async () => {
    const { killed, id } = await after((vault, each) => say(vault, each, first))
    // The file, the copy of that day, and the one that the kill left.
    expect(await left(killed)).toEqual([first, first, first])
    for (const copy of copiesIn(killed)) {
      const journal = journalIn(copy)
      const opened = await journal.open({ passphrase })
      if (!opened.ok) throw new Error(opened.message)
      expect(
        opened.store.prepare('SELECT words, stress FROM checkin WHERE id = ?').get(id),
      ).toEqual({ words: first, stress: 6 })
      journal.close()
    }
  })

  it.each<[string, Parameters<typeof after>[2]]>([
    ['forgetting on the disk', (store) => ({ ...store, forget: onlySaid })],
    [
      'the mark',
      (store) => ({
        ...store,
        prepare: (sql) =>
          store.prepare(
            sql.startsWith('INSERT OR IGNORE INTO leaving') ? `SELECT 1 WHERE ? IS NULL` : sql,
          ),
      }),
    ],
  ])('would be found without %s', async (_what, through) => {
    const edit: Do = (vault, id) => say(vault, id, 'something else')
    const { killed } = await after(edit, journalSettings, through)
    expect(await left(killed)).not.toEqual([])
  })
})

describe('the copies in the journal’s folder', () => {
  /** A journal of version 2 with the canary in it: opening it leaves a copy, and a kill another. */
  async function withCopies(): Promise<{ folder: string; id: string; copies: string[] }> {
    const folder = tempFolder()
    const clock = testClock()
    const id = idAt(clock.now())
    const old = journalIn(folder, { migrations: productMigrations.slice(0, 2), clock })
    const opened = await old.create(passphrase)
    if (!opened.ok) throw new Error(opened.message)
    opened.store.write(() => {
      opened.store.prepare(`INSERT INTO shift VALUES ('s', '2026-11-22', 'UTC', 1, 1)`).run()
      opened.store.prepare(`INSERT INTO setting VALUES ('words', 'numbers-and-words')`).run()
      opened.store
        .prepare(
          `INSERT INTO note (id, shift_id, at, zone, difficulty, words, edited_at)
          VALUES (?, 's', 1, 'UTC', 4, ?, 1)`,
        )
        .run(id, canary)
    })
    old.close()
    const vault = await vaultIn(folder, clock)
    await note(vault, 'another')
    await tryNextTime(vault, id)
    await vault.ask('note', 'note.keepDraft', {
      id,
      step: 'words',
      difficulty: 4,
      type: null,
      words: `${canary}, once more`,
    })
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    return { folder: killed, id, copies: [] }
  }
  it('lose the words too: one before a change of shape, and one of a file that was not closed', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock())
    const copies = copiesIn(folder)
    expect(kindsOf(copies)).toEqual(['migration', 'unclean'])
    for (const copy of copies) expect(await found(copy)).toContain(canary)
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual(goneFrom(2))
    for (const copy of copies) expect(await found(copy)).toEqual([])
    // And are journals as they were, of their own version.
    for (const [nth, copy] of copies.entries()) {
      const journal = journalIn(copy, {
        migrations: productMigrations.slice(0, nth === 0 ? 2 : 99),
      })
      const opened = await journal.open({ passphrase })
      if (!opened.ok) throw new Error(opened.message)
      expect(
        opened.store.prepare('SELECT difficulty, words FROM note WHERE id = ?').get(id),
      ).toEqual({ difficulty: 4, words: '' })
      journal.close()
    }
  })

  /** The words of a note and of its draft, in the copies of two days; then they are dropped. */
  async function droppedAfterTwoDays(through = (store: Store) => store) {
    const folder = tempFolder()
    const clock = testClock()
    const vault = await vaultIn(folder, clock, journalSettings, through)
    await vault.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const id = await note(vault, canary)
    await tryNextTime(vault, id)
    await vault.ask('note', 'note.keepDraft', {
      id,
      step: 'words',
      difficulty: 4,
      type: null,
      words: `${canary}, once more`,
    })
    clock.pass(24 * 3_600_000)
    const copies = copiesIn(folder)
    expect(kindsOf(copies)).toEqual(['daily', 'daily'])
    for (const copy of copies) expect(await found(copy)).toContain(canary)
    return { copies, answer: await vault.ask('main', 'note.dropWords', { id }) }
  }

  it('lose the words too: those of each day', async () => {
    const { copies, answer } = await droppedAfterTwoDays()
    expect(answer).toEqual(goneFrom(2))
    for (const copy of copies) expect(await found(copy)).toEqual([])
  })

  it('of each day would hold them without forgetting', async () => {
    const { copies } = await droppedAfterTwoDays((store) => ({ ...store, forget: onlySaid }))
    for (const copy of copies) expect(await found(copy)).toContain(canary)
  })

  it.each([
    ['secure_delete', settingsWith('secure_delete', 'OFF', '0')],
    ['secure-delete of the index', settingsWith('secure-delete', '0', '0')],
  ])('would hold them without %s', async (_what, settings) => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock(), settings)
    await vault.ask('main', 'note.dropWords', { id })
    const left = await Promise.all(copiesIn(folder).map(found))
    expect(left.flat()).not.toEqual([])
  })

  it('are gone through once more at the next opening, where one was held or broken', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock())
    const [migration = ''] = copiesIn(folder)
    const whole = readFileSync(join(migration, 'journal.db'))
    writeFileSync(join(migration, 'journal.db'), Buffer.alloc(8192, 7))
    expect(await vault.ask('main', 'note.dropWords', { id })).toMatchObject({ copiesLeft: 1 })
    vault.end()
    writeFileSync(join(migration, 'journal.db'), whole)
    const clock = testClock()
    const again = await vaultIn(folder, clock)
    expect(await found(migration)).toContain(canary)
    clock.pass(restMs)
    expect(await found(migration)).toEqual([])
    again.end()
  })

  it('that can’t even be listed are told, and the words are gone all the same', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock())
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'in the way')
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual({
      settled: true,
      copiesCleared: 0,
      copiesLeft: 1,
    })
    expect(await found(folder)).toEqual([])
    await vault.ask('main', 'note.undo', { id })
  })

  it('that another program holds on to are told, since their log can’t be emptied', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock())
    const [, unclean = ''] = copiesIn(folder)
    const reader = journalIn(unclean)
    const opened = await reader.open({ passphrase })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const held = store.prepare('SELECT words FROM note')
    expect(held.all()).not.toEqual([])
    store.prepare('BEGIN').run()
    held.all()
    expect(await vault.ask('main', 'note.dropWords', { id })).toMatchObject({ copiesLeft: 1 })
    store.prepare('COMMIT').run()
    reader.close()
  })

  it('that can’t be opened stay as they are, and are told', async () => {
    const { folder, id } = await withCopies()
    const vault = await vaultIn(folder, testClock())
    const [migration = '', unclean = ''] = copiesIn(folder)
    const damaged = Buffer.alloc(8192, 7)
    writeFileSync(join(migration, 'journal.db'), damaged)
    expect(await vault.ask('main', 'note.dropWords', { id })).toEqual({
      settled: true,
      copiesCleared: 1,
      copiesLeft: 1,
    })
    expect(readdirSync(migration)).toContain('journal.db')
    expect(await found(unclean)).toEqual([])
    expect(existsSync(join(migration, 'journal.db-wal'))).toBe(false)
  })
})
