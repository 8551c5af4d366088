/** Two desks of one person that work on by themselves, and then take in each other's file. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Difficulty } from '../../../src/guidance/types.ts'
import { restMs } from '../../../src/notes/forgetting.ts'
import { undoMs } from '../../../src/notes/changing.ts'
import { itemsOf, type Step } from '../../../src/selfcheck/items.ts'
import { idAt, passphrase, type Desk } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'
import { bare, bring, takenOut, withWords } from './carried.ts'

const hour = 3_600_000
const week = '2026-11-22'

/** A desk with what `write` writes there, and another that took all of it in. */
async function twoDesks<Id>(write: (desk: Desk) => Promise<Id>) {
  const one = await withWords()
  const id = await write(one)
  const other = await withWords()
  await bring(other, (await takenOut(one)).path)
  const later = () => [one, other].forEach((desk) => desk.clock.pass(hour))
  later()
  onTestFinished(() => [one, other].forEach((desk) => desk[Symbol.dispose]()))
  return { one, other, id, later }
}

/** Each takes in the other's file, and both hold the same then. */
async function exchanged(one: Desk, other: Desk) {
  const [first, second] = [await takenOut(one), await takenOut(other)]
  await bring(one, second.path)
  await bring(other, first.path)
  const { text } = await takenOut(one)
  expect(bare((await takenOut(other)).text)).toEqual(bare(text))
  // Once more changes nothing.
  await bring(one, second.path)
  expect(bare((await takenOut(one)).text)).toEqual(bare(text))
  return tablesIn(text)
}
type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
const tablesIn = (text: string): Tables => {
  const { tables }: { tables: Tables } = JSON.parse(text)
  return tables
}

async function note(desk: Desk, words = 'It was loud.') {
  desk.clock.pass(60_000)
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type: 'angry', words })
  return id
}
async function rate(desk: Desk, id: string, ...all: Difficulty[]) {
  for (const difficulty of all) {
    desk.clock.pass(60_000)
    await desk.ask('main', 'note.edit', { id, difficulty, type: 'angry', words: null })
  }
}
const say = (desk: Desk, id: string, words: string) =>
  desk.ask('main', 'note.edit', { id, difficulty: 4, type: 'angry', words })

/** What this asks of the newest copy, opened as a journal. */
async function inNewestCopy(desk: Desk, sql: string) {
  const [name = ''] = readdirSync(join(desk.folder, 'backups')).toSorted().toReversed()
  const journal = journalIn(join(desk.folder, 'backups', name))
  const opened = await journal.open({ passphrase })
  if (!opened.ok) throw new Error(opened.message)
  const rows = opened.store.prepare(sql).all()
  journal.close()
  return rows
}

describe('words that another version takes the place of', () => {
  it('stay in the copy that was made first, of a week', async () => {
    const { one, other } = await twoDesks(async () => {})
    await one.ask('main', 'week.keep', { from: week, change: { helpedWords: 'Tea' } })
    for (const helped of ['pause:box', 'technique:boundary', 'pause:box'])
      await other.ask('main', 'week.keep', { from: week, change: { good: 'came', helped } })
    await bring(one, (await takenOut(other)).path)
    one.clock.pass(restMs)
    expect(await inNewestCopy(one, 'SELECT helped_words AS words FROM review')).toEqual([
      { words: 'Tea' },
    ])
  })

  it('stay in the copy that was made first, of a note', async () => {
    const { one, other, id } = await twoDesks(note)
    const change = {
      id,
      difficulty: 4,
      type: 'angry',
      words: null,
      nextTime: 'Ask first.',
    } as const
    await one.ask('main', 'note.edit', change)
    await rate(other, id, 1, 2, 3)
    await bring(one, (await takenOut(other)).path)
    one.clock.pass(restMs)
    expect(await inNewestCopy(one, 'SELECT next_time AS words FROM note')).toEqual([
      { words: 'Ask first.' },
    ])
  })

  it('leave it where they were dropped at the other desk', async () => {
    const { one, other, id } = await twoDesks(note)
    await other.ask('main', 'note.dropWords', { id })
    await bring(one, (await takenOut(other)).path)
    one.clock.pass(restMs)
    expect(await inNewestCopy(one, 'SELECT words FROM note')).toEqual([{ words: '' }])
  })

  it.each<[string, (desk: Desk) => Promise<string>, (desk: Desk, id: string) => Promise<unknown>]>([
    ['of a plan', plan, (desk, id) => desk.ask('main', 'plan.delete', { id })],
    [
      'of what does good',
      recharge,
      (desk, id) => desk.ask('main', 'recharge.set', { id, words: '', picked: false }),
    ],
    ['of a week', reviewed, (desk) => desk.ask('main', 'week.drop', { from: week })],
  ])('leave it where they were deleted there, %s', async (_what, write, drop) => {
    const { one, other, id } = await twoDesks(write)
    await drop(other, id)
    await bring(one, (await takenOut(other)).path)
    one.clock.pass(restMs)
    for (const column of [
      'will AS words FROM plan',
      'words FROM recharge',
      'helped_words AS words FROM review',
    ])
      for (const row of await inNewestCopy(one, `SELECT ${column}`))
        expect(row).toEqual({ words: '' })
  })
})

async function plan(desk: Desk) {
  const id = idAt(desk.clock.now())
  const when = { by: 'words', words: 'someone shouts' } as const
  await desk.ask('main', 'plan.keep', { id, when, will: { by: 'words', words: 'tea' }, rest: null })
  return id
}
async function recharge(desk: Desk) {
  const id = idAt(desk.clock.now())
  await desk.ask('main', 'recharge.set', { id, words: 'a walk', picked: true })
  return id
}
async function reviewed(desk: Desk) {
  await desk.ask('main', 'week.keep', { from: week, change: { helpedWords: 'Tea' } })
  return week
}
/** Something that went right, in the shift of a note. */
async function right(desk: Desk) {
  await note(desk)
  const { end } = await desk.ask('main', 'shift.get', {})
  const shiftId = end?.shiftId ?? ''
  await desk.ask('main', 'right.keep', { shiftId, came: true, words: 'She thanked me.' })
  return shiftId
}

describe('words that were dropped', () => {
  it('stay away where the other desk changed only a number since, and the number stays', async () => {
    const { one, other, id, later } = await twoDesks(note)
    await one.ask('main', 'note.dropWords', { id })
    later()
    await rate(other, id, 2)
    const tables = await exchanged(one, other)
    expect(tables['note']).toMatchObject([{ words: '', difficulty: 2 }])
  })

  it('stay away of a check-in too', async () => {
    const { one, other, id, later } = await twoDesks(async (desk) => {
      const { id: checkIn } = await desk.ask('main', 'checkin.save', { stress: 6, energy: 4 })
      const change = { id: checkIn, stress: 6, energy: 4, words: 'It was loud.' }
      await desk.ask('main', 'checkin.edit', change)
      return checkIn
    })
    await one.ask('main', 'checkin.dropWords', { id })
    later()
    for (const stress of [1, 2, 3])
      await other.ask('main', 'checkin.edit', { id, stress, energy: 4, words: null })
    const tables = await exchanged(one, other)
    expect(tables['checkin']).toMatchObject([{ words: '', stress: 3 }])
  })

  it.each(['right.drop', 'words.drop'] as const)('stay away of a shift, by %s', async (how) => {
    const { one, other, id: shiftId, later } = await twoDesks(right)
    if (how === 'right.drop') await one.ask('main', 'right.drop', { shiftId })
    else await one.ask('main', 'words.drop', { sure: true })
    later()
    for (const came of [false, true, false])
      await other.ask('main', 'right.keep', { shiftId, came, words: null })
    const tables = await exchanged(one, other)
    expect(tables['shift_card']).toMatchObject([{ words: '', came: 0 }])
  })

  it.each(['week.drop', 'words.drop'] as const)('stay away of a week, by %s', async (how) => {
    const { one, other, later } = await twoDesks(reviewed)
    if (how === 'week.drop') await one.ask('main', 'week.drop', { from: week })
    else await one.ask('main', 'words.drop', { sure: true })
    later()
    for (const helped of ['pause:box', 'technique:boundary', 'pause:box'])
      await other.ask('main', 'week.keep', { from: week, change: { helped } })
    const tables = await exchanged(one, other)
    expect(tables['review']).toMatchObject([{ helped_words: '', helped: 'pause:box' }])
  })

  it('and written anew stay, whoever still knows of the drop or changed the note meanwhile', async () => {
    const { one, other, id, later } = await twoDesks(note)
    const third = await withWords()
    onTestFinished(() => third[Symbol.dispose]())
    await bring(third, (await takenOut(one)).path)
    await one.ask('main', 'note.dropWords', { id })
    await bring(other, (await takenOut(one)).path)
    later()
    await say(one, id, 'Calmer now.')
    later()
    // One knows of the drop alone, the other of neither.
    await rate(other, id, 1, 2, 3)
    third.clock.pass(3 * hour)
    await rate(third, id, 1, 2, 3, 4, 5)
    await exchanged(one, third)
    const tables = await exchanged(one, other)
    expect(tables['note']).toMatchObject([{ words: 'Calmer now.' }])
    await say(one, id, 'Calmer still.')
    expect((await exchanged(one, third))['note']).toMatchObject([{ words: 'Calmer still.' }])
  })

  it('and written anew and dropped once more stay away', async () => {
    const { one, other, id, later } = await twoDesks(note)
    await one.ask('main', 'note.dropWords', { id })
    await say(one, id, 'Calmer now.')
    await bring(other, (await takenOut(one)).path)
    later()
    await one.ask('main', 'note.dropWords', { id })
    later()
    await rate(other, id, 1, 2, 3)
    expect((await exchanged(one, other))['note']).toMatchObject([{ words: '' }])
  })

  it('and taken back at once stay, though the other desk heard of the drop', async () => {
    const { one, other, id, later } = await twoDesks(note)
    await one.ask('main', 'note.dropWords', { id })
    await bring(other, (await takenOut(one)).path)
    await one.ask('main', 'note.undo', { id })
    later()
    await rate(other, id, 1, 2, 3)
    expect((await exchanged(one, other))['note']).toMatchObject([{ words: 'It was loud.' }])
  })

  it('all at once, and taken back, stay though the other desk heard of it', async () => {
    const { one, other, later } = await twoDesks(async (desk) => {
      await reviewed(desk)
      await right(desk)
    })
    await one.ask('main', 'words.drop', { sure: true })
    await bring(other, (await takenOut(one)).path)
    await one.ask('main', 'words.undo', {})
    later()
    const tables = await exchanged(one, other)
    expect(tables['note']).toMatchObject([{ words: 'It was loud.' }])
    expect(tables['shift_card']).toMatchObject([{ words: 'She thanked me.' }])
    expect(tables['review']).toMatchObject([{ helped_words: 'Tea' }])
  })
})

describe('what was deleted', () => {
  type Do = (desk: Desk, id: string) => Promise<unknown>
  const own = 'own-abc'
  const types = async (desk: Desk, name: string | null) => {
    const { types: before } = await desk.ask('main', 'types.get', {})
    const rest = before.filter(({ id }) => id !== own)
    const mine = name === null ? [] : [{ id: own, name, hidden: false } as const]
    await desk.ask('main', 'types.set', { types: [...rest, ...mine], ordered: true })
    return own
  }
  const mark = { kind: 'peak', from: week, to: week } as const
  const answer = async (desk: Desk, ...values: Step[]) => {
    for (const [nth, value] of values.entries())
      await desk.ask('main', 'selfcheck.answer', { item: itemsOf.work[nth] ?? 'clock', value })
  }
  const kinds: [
    table: string,
    write: (desk: Desk) => Promise<string>,
    change: Do,
    remove: Do,
    removed: object,
  ][] = [
    [
      'plan',
      plan,
      async (desk, id) => {
        for (const state of ['resting', 'active', 'resting', 'active'] as const)
          await desk.ask('main', 'plan.set', { id, state, rest: null })
      },
      (desk, id) => desk.ask('main', 'plan.delete', { id }),
      { state: 'gone', situation: '', will: '' },
    ],
    [
      'selfcheck',
      async (desk) => {
        await answer(desk, 1)
        return (await desk.ask('main', 'selfcheck.get', {})).current ?? ''
      },
      (desk) => answer(desk, 1, 2, 3, 2, 1),
      (desk, id) => desk.ask('main', 'selfcheck.delete', { id }),
      { gone: 1, answers: '' },
    ],
    [
      'context_mark',
      async (desk) => {
        const id = idAt(desk.clock.now())
        await desk.ask('main', 'mark.keep', { id, ...mark })
        return id
      },
      async (desk, id) => {
        for (let nth = 0; nth < 4; nth++) await desk.ask('main', 'mark.keep', { id, ...mark })
      },
      (desk, id) => desk.ask('main', 'mark.delete', { id }),
      { gone: 1 },
    ],
    [
      'note_type',
      (desk) => types(desk, 'Billing'),
      async (desk) => {
        for (let nth = 0; nth < 4; nth++) await types(desk, `Billing ${nth}`)
      },
      (desk) => types(desk, null),
      { gone: 1, name: '' },
    ],
    [
      'recharge',
      recharge,
      async (desk, id) => {
        for (const picked of [false, true, false, true])
          await desk.ask('main', 'recharge.set', { id, words: 'a walk', picked })
      },
      (desk, id) => desk.ask('main', 'recharge.set', { id, words: '', picked: false }),
      { words: '' },
    ],
  ]
  const rowOf = (tables: Tables, table: string, id: string) =>
    tables[table]?.find((row) => row['id'] === id)

  it.each(kinds)('stays so however often the other desk changed it: %s', async (table, ...how) => {
    const [write, change, remove, removed] = how
    const { one, other, id, later } = await twoDesks(write)
    await remove(one, id)
    later()
    await change(other, id)
    expect(rowOf(await exchanged(one, other), table, id)).toMatchObject(removed)
  })

  it.each(kinds)('stays so after a copy from before, and one from after it: %s', async (...how) => {
    const [table, write, change, remove, removed] = how
    using desk = await withWords()
    const id = await write(desk)
    const copies = async () => (await desk.ask('main', 'copies.list', {})).copies
    desk.clock.pass(hour)
    const [first] = await copies()
    await change(desk, id)
    desk.clock.pass(24 * hour)
    const second = (await copies()).find(({ at }) => at !== first?.at)
    const restore = (name = '') => desk.ask('main', 'copies.restore', { name, sure: true })
    await restore(first?.name)
    await remove(desk, id)
    desk.clock.pass(undoMs)
    await restore(second?.name)
    expect(rowOf(tablesIn((await takenOut(desk)).text), table, id)).toMatchObject(removed)
  })

  it('and taken back at once is there, though the other desk heard of the deletion', async () => {
    const { one, other, id } = await twoDesks(plan)
    await answer(one, 3)
    const { current } = await one.ask('main', 'selfcheck.get', {})
    await one.ask('main', 'selfcheck.delete', { id: current ?? '' })
    await one.ask('main', 'plan.delete', { id })
    await bring(other, (await takenOut(one)).path)
    await one.ask('main', 'selfcheck.undo', { id: current ?? '' })
    const when = { by: 'type', type: 'angry' } as const
    const will = { by: 'words', words: 'tea' } as const
    await one.ask('main', 'plan.keep', { id, when, will, rest: null })
    const tables = await exchanged(one, other)
    expect(rowOf(tables, 'selfcheck', current ?? '')).toMatchObject({ gone: 0 })
    expect(rowOf(tables, 'plan', id)).toMatchObject({ state: 'resting', will: 'tea' })
  })

  it('leaves a type its name, hidden, where the other desk has notes of it', async () => {
    const { one, other } = await twoDesks((desk) => types(desk, 'Billing'))
    await types(one, null)
    const id = idAt(other.clock.now())
    await other.ask('note', 'note.save', { id, difficulty: 4, type: own, words: '' })
    const tables = await exchanged(one, other)
    expect(rowOf(tables, 'note_type', own)).toMatchObject({ name: 'Billing', hidden: 1, gone: 0 })
  })
})
