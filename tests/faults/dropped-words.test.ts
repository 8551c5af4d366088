import { cpSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { undoMs } from '../../src/notes/changing.ts'
import { restMs } from '../../src/notes/forgetting.ts'
import type { Store } from '../../src/ports.ts'
import { journalSettings } from '../../src/store/open.ts'
import { idAt, testClock } from '../desk.ts'
import { journalIn, passphrase, settingsWith } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'
import { scan } from './scan.ts'
import {
  canary,
  canaryWords,
  copiesIn,
  found,
  goneFrom,
  kindsOf,
  note,
  onlySaid,
  tryNextTime,
} from './canary-words.ts'
import { tempFolder, vaultIn, type Vault } from './vault.ts'

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
  const first = await vaultIn(folder, { clock, settings, through })
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
  const vault = await vaultIn(folder, { clock, settings, through })
  await others(vault, 5)
  const answer = await drop(vault, id)
  clock.pass(undoMs)
  return { folder, answer, vault }
}

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
    const vault = await vaultIn(folder, { clock })
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
      const copied = await vaultIn(copy, {
        clock,
        through: (store) => (forget ? store : { ...store, forget: onlySaid }),
      })
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
    const first = await vaultIn(folder, { clock, settings })
    await first.ask('main', 'settings.set', { words: 'numbers-and-words' })
    await others(first, 20)
    const id = await note(first, `It stays. ${canary}`)
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    const vault = await vaultIn(killed, { clock, settings, through })
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
    await vaultIn(killed, { clock })
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
    const first = await vaultIn(folder, { clock })
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
    const vault = await vaultIn(killed, { clock })
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
    const first = await vaultIn(folder, { clock, settings })
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
    const vault = await vaultIn(killed, { clock, settings, through })
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
    const vault = await vaultIn(folder, { clock, settings })
    await vault.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const { id } = await vault.ask('main', 'checkin.save', { stress: 6, energy: 4 })
    await say(vault, id, `${first}, and ${second}`)
    await others(vault, 5)
    const killed = tempFolder()
    cpSync(folder, killed, { recursive: true })
    vault.end()
    const again = await vaultIn(killed, { clock, settings, through })
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
