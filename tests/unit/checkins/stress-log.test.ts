import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckInEntry, Input, VaultDoor } from '../../../src/contract.ts'
import { arounds, bodySigns, noCheckInDetails, workloads } from '../../../src/checkins/said.ts'
import { feelingWords } from '../../../src/notes/kinds.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

const hour = 3_600_000
const undoMs = 8000
const clean = { settled: true, copiesCleared: 0, copiesLeft: 0 }

async function deskWithWords(): Promise<Desk> {
  const desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  return desk
}
const save = async (desk: Desk, stress = 6, energy = 4) =>
  (await desk.ask('main', 'checkin.save', { stress, energy })).id
const list = async (desk: Desk, before: Input<VaultDoor, 'checkin.list'>['before'] = null) =>
  desk.ask('main', 'checkin.list', { before })
const one = (desk: Desk, id: string) => desk.ask('main', 'checkin.get', { id })
type Edit = Partial<Input<VaultDoor, 'checkin.edit'>>
const edit = (desk: Desk, id: string, change: Edit) =>
  desk.ask('main', 'checkin.edit', { id, stress: 6, energy: 4, words: null, ...change })
const value = async (desk: Desk) =>
  (await desk.ask('main', 'trends.get', {})).shifts.map(({ stress, energy }) => [stress, energy])

describe('a check-in', () => {
  it('is there with two numbers, and takes what is said of it later', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    const before = await one(desk, id)
    expect(before).toMatchObject({
      stress: 6,
      energy: 4,
      kind: 'own',
      details: noCheckInDetails,
      words: '',
      hasWords: false,
      addedLater: false,
    })
    const details = {
      workload: 'a-lot',
      around: ['queue', 'home'],
      body: ['jaw', 'eyes'],
      feeling: 'rushed',
    } as const
    await edit(desk, id, { stress: 7, words: 'quiet hour', details })
    expect(await one(desk, id)).toEqual({
      ...before,
      stress: 7,
      details,
      words: 'quiet hour',
      hasWords: true,
    })
    expect(await value(desk)).toEqual([[7, 4]])
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
  })

  it('gives back whatever of the lists was said of it, in the lists’ order', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    const anything = fc.record({
      workload: fc.option(fc.constantFrom(...workloads)),
      around: fc.shuffledSubarray([...arounds]),
      body: fc.shuffledSubarray([...bodySigns]),
      feeling: fc.option(fc.constantFrom(...feelingWords)),
    })
    await fc.assert(
      fc.asyncProperty(anything, async (details) => {
        await edit(desk, id, { details })
        expect((await one(desk, id)).details).toEqual({
          ...details,
          around: arounds.filter((each) => details.around.includes(each)),
          body: bodySigns.filter((each) => details.body.includes(each)),
        })
      }),
      { numRuns: 40 },
    )
  })

  it('keeps what isn’t given', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'stays', details: { ...noCheckInDetails, body: ['head'] } })
    await edit(desk, id, { energy: 1 })
    expect(await one(desk, id)).toMatchObject({
      energy: 1,
      words: 'stays',
      details: { body: ['head'] },
    })
  })

  it('shows no words and takes none where only numbers are kept, and has them again with words', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'parcel' })
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    expect(await one(desk, id)).toMatchObject({ words: null, hasWords: true })
    expect(JSON.stringify(await list(desk))).not.toContain('parcel')
    for (const words of ['', 'more'])
      await expect(edit(desk, id, { words })).rejects.toThrow('words-off')
    await edit(desk, id, { stress: 2 })
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await one(desk, id)).toMatchObject({ words: 'parcel', stress: 2 })
  })

  it('must be there', async () => {
    using desk = await deskWithWords()
    const id = idAt(desk.clock.now())
    await expect(one(desk, id)).rejects.toThrow('no-checkin')
    await expect(edit(desk, id, {})).rejects.toThrow('no-checkin')
    for (const method of ['checkin.dropWords', 'checkin.delete'] as const)
      await expect(desk.ask('main', method, { id })).rejects.toThrow('no-checkin')
    await expect(desk.ask('main', 'checkin.undo', { id })).rejects.toThrow('too-late')
  })

  it.each<[string, unknown]>([
    ['stress', 11],
    ['stress', -1],
    ['stress', 2.5],
    ['energy', '4'],
    ['words', 'x'.repeat(20_001)],
    ['words', '\ud800'],
    ['details', { ...noCheckInDetails, body: ['tail'] }],
    ['details', { ...noCheckInDetails, body: ['jaw', 'jaw'] }],
    ['details', { ...noCheckInDetails, workload: 'endless' }],
  ])('takes no %s of %s, and stays as it is', async (name, wrong) => {
    using desk = await deskWithWords()
    const id = await save(desk)
    const before = await one(desk, id)
    const input = { id, stress: 6, energy: 4, words: null, [name]: wrong }
    const answer = await desk.raw('main', { id: 1, method: 'checkin.edit', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await one(desk, id)).toEqual(before)
  })
})

describe('the list of check-ins', () => {
  it('has the newest first, fifty at a time, each once, by the shift that it belongs to', async () => {
    using desk = await deskWithWords()
    const ids: string[] = []
    for (let nth = 0; nth < 120; nth++) {
      desk.clock.pass(nth % 3 === 0 ? 0 : 7 * hour)
      ids.push(await save(desk, nth % 11, 5))
    }
    const seen: CheckInEntry[] = []
    for (let page = await list(desk); ;) {
      seen.push(...page.checkIns)
      const last = seen.at(-1)
      if (!page.hasMore || !last) break
      expect(page.checkIns).toHaveLength(50)
      page = await list(desk, { at: last.at, id: last.id })
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids))
    const order = seen.map(({ at, id }) => `${at} ${id}`)
    expect(order).toEqual(order.toSorted().toReversed())
  })

  it('is empty before there is a journal', async () => {
    using desk = openDesk()
    expect(await list(desk)).toEqual({ checkIns: [], hasMore: false })
  })
})

describe('a check-in of an earlier time', () => {
  const add = (desk: Desk, date: string, time: string, rest = {}) =>
    desk.ask('main', 'checkin.add', {
      id: idAt(desk.clock.now()),
      date,
      time,
      stress: 8,
      energy: 2,
      ...rest,
    })

  it('stands where it was, marked, in the shift around its time, and gives that its value', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T14:10:00Z', 'Asia/Manila'))
    const first = await save(desk, 4, 6)
    desk.clock.pass(20 * hour)
    const added = await add(desk, '2026-11-23', '01:30')
    expect(added).toMatchObject({
      at: Date.parse('2026-11-22T17:30:00Z'),
      shiftDate: '2026-11-22',
      shiftId: (await one(desk, first)).shiftId,
      kind: 'own',
      addedLater: true,
    })
    expect(await value(desk)).toEqual([[6, 4]])
  })

  it('makes its shift where there is none, which the trend draws hollow', async () => {
    using desk = await openJournalDesk()
    await add(desk, '2026-11-20', '10:00')
    expect((await desk.ask('main', 'trends.get', {})).shifts).toMatchObject([
      { shiftDate: '2026-11-20', stress: 8, ratedBy: 'own', addedLater: true },
    ])
  })

  it('is refused where that time is still to come, or before any computer’s clock', async () => {
    using desk = await openJournalDesk(testClock('2026-11-22T14:10:00Z', 'UTC'))
    await expect(add(desk, '2026-11-22', '14:11')).rejects.toThrow('to-come')
    await expect(add(desk, '1970-01-03', '00:00')).resolves.toBeDefined()
    await expect(add(desk, '1970-01-01', '00:00')).rejects.toThrow('bad-input')
    expect((await list(desk)).checkIns).toHaveLength(1)
  })

  it('is added once, however often it is sent', async () => {
    using desk = await openJournalDesk()
    const id = idAt(desk.clock.now())
    await add(desk, '2026-11-20', '10:00', { id })
    await add(desk, '2026-11-21', '11:00', { id, stress: 1 })
    expect((await list(desk)).checkIns).toMatchObject([{ id, stress: 8 }])
  })
})

describe('a deleted check-in', () => {
  it('is as if it had never been: list, Today, and the shift’s value', async () => {
    using desk = await deskWithWords()
    await save(desk, 3, 7)
    const before = [await list(desk), await value(desk), await desk.ask('main', 'today.get', {})]
    desk.clock.pass(60_000)
    const id = await save(desk, 9, 1)
    await edit(desk, id, {
      stress: 9,
      energy: 1,
      words: 'much',
      details: { ...noCheckInDetails, body: ['jaw'] },
    })
    expect(await desk.ask('main', 'checkin.delete', { id })).toEqual(clean)
    expect([await list(desk), await value(desk), await desk.ask('main', 'today.get', {})]).toEqual(
      before,
    )
  })

  it('comes back within 8 s as it was, and not a moment later', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'hm', details: { ...noCheckInDetails, feeling: 'flat' } })
    const before = await one(desk, id)
    await desk.ask('main', 'checkin.delete', { id })
    desk.clock.pass(undoMs - 1)
    await desk.ask('main', 'checkin.undo', { id })
    expect(await one(desk, id)).toEqual(before)
    expect(await value(desk)).toEqual([[6, 4]])
    await desk.ask('main', 'checkin.delete', { id })
    desk.clock.pass(undoMs)
    await expect(desk.ask('main', 'checkin.undo', { id })).rejects.toThrow('too-late')
    expect((await list(desk)).checkIns).toEqual([])
  })

  it('can be the rating at the shift’s end: the value is then what it was before', async () => {
    using desk = await deskWithWords()
    await save(desk, 2, 8)
    const { id } = await desk.ask('main', 'checkin.save', {
      stress: 9,
      energy: 1,
      kind: 'shift-end',
    })
    expect(await value(desk)).toEqual([[9, 1]])
    await desk.ask('main', 'checkin.delete', { id })
    expect(await value(desk)).toEqual([[2, 8]])
    await desk.ask('main', 'checkin.undo', { id })
    expect(await value(desk)).toEqual([[9, 1]])
  })
})

describe('a check-in’s words', () => {
  it('leave it, the numbers stay, and come back within 8 s', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'riverbank', details: { ...noCheckInDetails, body: ['jaw'] } })
    expect(await desk.ask('main', 'checkin.dropWords', { id })).toEqual(clean)
    expect(await one(desk, id)).toMatchObject({ words: '', stress: 6, details: { body: ['jaw'] } })
    await desk.ask('main', 'checkin.undo', { id })
    expect(await one(desk, id)).toMatchObject({ words: 'riverbank', details: { body: ['jaw'] } })
  })

  it('don’t come back over words that were written since', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'riverbank' })
    await desk.ask('main', 'checkin.dropWords', { id })
    await edit(desk, id, { words: 'anew' })
    await expect(desk.ask('main', 'checkin.undo', { id })).rejects.toThrow('too-late')
  })

  it('that some copy still holds are told', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'riverbank' })
    // A copy that no key opens.
    const backups = join(desk.folder, 'backups', '2026-unclean')
    cpSync(join(desk.folder, 'journal.db'), join(backups, 'journal.db'), { recursive: true })
    expect(readdirSync(join(desk.folder, 'backups'))).toHaveLength(1)
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(backups, 'journal.db'), Buffer.alloc(8192, 7))
    expect(await desk.ask('main', 'checkin.dropWords', { id })).toEqual({ ...clean, copiesLeft: 1 })
  })

  it('go with all words at once, are counted, and come back with them', async () => {
    using desk = await deskWithWords()
    const [one_, other] = [await save(desk), await save(desk, 1, 1)]
    await edit(desk, one_, { words: 'riverbank' })
    expect(await desk.ask('main', 'words.kept', {})).toEqual({
      notes: 0,
      checkIns: 1,
      others: 0,
      draft: false,
    })
    expect(await desk.ask('main', 'words.drop', { sure: true })).toEqual({
      ...clean,
      notes: 0,
      checkIns: 1,
      others: 0,
    })
    expect(await one(desk, one_)).toMatchObject({ words: '', stress: 6 })
    await desk.ask('main', 'words.undo', {})
    expect(await one(desk, one_)).toMatchObject({ words: 'riverbank' })
    expect(await one(desk, other)).toMatchObject({ words: '' })
  })

  it('are gone with a lock: what could be taken back was in memory only', async () => {
    using desk = await deskWithWords()
    const id = await save(desk)
    await edit(desk, id, { words: 'riverbank' })
    await desk.ask('main', 'checkin.dropWords', { id })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    await expect(desk.ask('main', 'checkin.undo', { id })).rejects.toThrow('too-late')
    expect(await one(desk, id)).toMatchObject({ words: '' })
  })
})
