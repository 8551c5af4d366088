import { describe, expect, it } from 'vitest'
import { itemIds, itemsOf, type Step } from '../../../src/selfcheck/items.ts'
import { createHeavy } from '../../../src/selfcheck/heavy.ts'
import { createSelfCheckRows } from '../../../src/selfcheck/rows.ts'
import { storeOf, tempFolder } from '../store/folders.ts'
import { journalIn } from '../store/journal-in.ts'
import { openDesk, openJournalDesk, testClock, type Desk } from '../../desk.ts'

const day = 24 * 3_600_000
const get = (desk: Desk) => desk.ask('main', 'selfcheck.get', {})
const line = async (desk: Desk) => (await desk.ask('main', 'today.get', {})).selfCheck
const heavy = async (desk: Desk) => (await desk.ask('main', 'today.get', {})).heavyNumbers
async function answerAll(
  desk: Desk,
  value: Step,
  items: readonly (typeof itemIds)[number][] = itemIds,
) {
  for (const item of items) await desk.ask('main', 'selfcheck.answer', { item, value })
  return get(desk)
}

describe('a self-check', () => {
  it('begins with its first answer, keeps each at once, and is finished when the agent says so', async () => {
    using desk = await openJournalDesk()
    expect(await get(desk)).toMatchObject({ month: '2026-11', current: null, checks: [] })
    await desk.ask('main', 'selfcheck.answer', { item: 'clock', value: 3 })
    const half = await desk.ask('main', 'selfcheck.answer', { item: 'before', value: 2 })
    expect(half.checks).toEqual([
      {
        id: half.current,
        month: '2026-11',
        date: '2026-11-22',
        finished: false,
        answers: { clock: 3, before: 2 },
        work: null,
        customers: null,
        hidden: null,
      },
    ])
    expect(await line(desk)).toBe('go-on')
    const all = await answerAll(desk, 2)
    expect(all.checks).toMatchObject([
      { work: { mean: 2, answered: 7 }, customers: { mean: 2, answered: 6 }, hidden: 2 },
    ])
    const id = all.current ?? ''
    const done = await desk.ask('main', 'selfcheck.finish', { id, finished: true })
    expect(done.checks).toMatchObject([{ finished: true }])
    expect(await line(desk)).toBeNull()
    expect(
      (await desk.ask('main', 'selfcheck.finish', { id, finished: false })).checks,
    ).toMatchObject([{ finished: false }])
  })

  it('is half done where it was left, also after a lock', async () => {
    using desk = await openJournalDesk()
    await answerAll(desk, 3, itemsOf.work)
    const before = await get(desk)
    desk.restart()
    const { passphrase } = await import('../../desk.ts')
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await get(desk)).toEqual(before)
    expect(before.checks).toMatchObject([{ work: { mean: 3, answered: 7 }, customers: null }])
  })

  it('takes an answer back, and nothing that is no answer', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'selfcheck.answer', { item: 'clock', value: null })
    expect((await get(desk)).checks).toEqual([])
    await desk.ask('main', 'selfcheck.answer', { item: 'clock', value: 3 })
    const back = await desk.ask('main', 'selfcheck.answer', { item: 'clock', value: null })
    expect(back.checks).toMatchObject([{ answers: {} }])
    for (const input of [
      { item: 'clock', value: 5 },
      { item: 'clock', value: 1.5 },
      { item: 'hurry', value: 1 },
    ])
      expect(await desk.raw('main', { id: 1, method: 'selfcheck.answer', input })).toMatchObject({
        ok: false,
        error: { code: 'bad-input' },
      })
  })

  it('is one a month, by the date where the agent is; the next month has its own', async () => {
    // It is December in Manila already.
    using desk = await openJournalDesk(testClock('2026-11-30T16:30:00Z', 'Asia/Manila'))
    const first = await answerAll(desk, 1)
    expect(first).toMatchObject({ month: '2026-12', checks: [{ date: '2026-12-01' }] })
    await desk.ask('main', 'selfcheck.finish', { id: first.current ?? '', finished: true })
    desk.clock.pass(29 * day)
    expect((await answerAll(desk, 2)).checks).toHaveLength(1)
    desk.clock.pass(2 * day)
    expect(await get(desk)).toMatchObject({ month: '2027-01', current: null })
    expect((await answerAll(desk, 4)).checks).toMatchObject([
      { month: '2026-12', work: { mean: 2 } },
      { month: '2027-01', work: { mean: 4 } },
    ])
  })

  it('that is deleted is gone, comes back within 8 s, and not a moment later', async () => {
    using desk = await openJournalDesk()
    const before = await answerAll(desk, 3)
    const id = before.current ?? ''
    expect(await desk.ask('main', 'selfcheck.delete', { id })).toMatchObject({
      current: null,
      checks: [],
    })
    desk.clock.pass(7999)
    expect(await desk.ask('main', 'selfcheck.undo', { id })).toEqual(before)
    await desk.ask('main', 'selfcheck.delete', { id })
    desk.clock.pass(8000)
    await expect(desk.ask('main', 'selfcheck.undo', { id })).rejects.toThrow('too-late')
    await expect(desk.ask('main', 'selfcheck.delete', { id })).rejects.toThrow('no-selfcheck')
    // And another can be begun in the same month.
    expect((await answerAll(desk, 1)).checks).toHaveLength(1)
  })

  it('is offered on Today from the tenth shift on, until it is skipped for the month', async () => {
    using desk = await openJournalDesk(testClock('2026-11-01T08:00:00Z', 'UTC'))
    const seen: (string | null)[] = []
    for (let nth = 0; nth < 11; nth++) {
      seen.push(await line(desk))
      await desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })
      desk.clock.pass(day)
    }
    expect(seen).toEqual([...Array.from({ length: 10 }, () => null), 'due'])
    await desk.ask('main', 'selfcheck.skip', { thisMonth: true })
    expect(await line(desk)).toBeNull()
    desk.clock.pass(25 * day)
    expect(await line(desk)).toBe('due')
  })

  it('has nothing before there is a journal', async () => {
    using desk = openDesk()
    expect(await get(desk)).toMatchObject({ current: null, checks: [], weeks: [] })
    expect(await line(desk)).toBeNull()
    await expect(desk.ask('main', 'selfcheck.answer', { item: 'clock', value: 1 })).rejects.toThrow(
      'no-journal',
    )
  })
})

describe('the question of the week', () => {
  it('is answered as of today, once a day, and open again after seven', async () => {
    using desk = await openJournalDesk(testClock('2026-11-01T08:00:00Z', 'UTC'))
    expect((await get(desk)).weekOpen).toBe(true)
    await desk.ask('main', 'selfcheck.week', { value: 3 })
    expect(await desk.ask('main', 'selfcheck.week', { value: 1 })).toMatchObject({
      weeks: [{ date: '2026-11-01', value: 1 }],
      weekOpen: false,
    })
    desk.clock.pass(7 * day)
    expect((await get(desk)).weekOpen).toBe(true)
    await desk.ask('main', 'selfcheck.week', { value: 4 })
    expect((await get(desk)).weeks).toEqual([
      { date: '2026-11-01', value: 1 },
      { date: '2026-11-08', value: 4 },
    ])
    expect((await desk.ask('main', 'selfcheck.week', { value: null })).weeks).toHaveLength(1)
  })
})

describe('heavy numbers in the journal', () => {
  it('bring the sentence after five heavy shifts, until it was read', async () => {
    using desk = await openJournalDesk(testClock('2026-11-01T08:00:00Z', 'UTC'))
    for (let nth = 0; nth < 5; nth++) {
      expect(await heavy(desk)).toBe(false)
      await desk.ask('main', 'checkin.save', { stress: 9, energy: 5 })
      desk.clock.pass(day)
    }
    expect(await heavy(desk)).toBe(true)
    await desk.ask('main', 'heavy.read', { read: true })
    expect(await heavy(desk)).toBe(false)
    await desk.ask('main', 'checkin.save', { stress: 10, energy: 0 })
    expect(await heavy(desk)).toBe(false)
  })

  it('bring it after a self-check whose side is all at the top, also a half answered one', async () => {
    using desk = await openJournalDesk()
    await answerAll(desk, 4, itemsOf.customers.slice(0, 2))
    expect(await heavy(desk)).toBe(false)
    await answerAll(desk, 4, itemsOf.customers.slice(2, 3))
    expect(await heavy(desk)).toBe(true)
    await answerAll(desk, 3, itemsOf.customers.slice(3, 4))
    expect(await heavy(desk)).toBe(false)
  })

  it('are still said where a file brought nonsense about when they were read', async () => {
    const journal = journalIn(tempFolder())
    const store = await storeOf(journal, journal.create('four plain quiet words'))
    const clock = testClock('2026-11-22T14:00:00Z')
    const rows = createSelfCheckRows(store)
    const heavyRoom = createHeavy(store, rows, clock)
    const answers = Object.fromEntries(itemsOf.work.map((item) => [item, 4 as const]))
    const at = clock.now()
    store.write(() => {
      rows.insert({
        id: 's',
        month: '2026-11',
        begunAt: at,
        zone: 'UTC',
        finishedAt: at,
        answers,
        editedAt: at,
      })
      store.prepare(`INSERT INTO setting VALUES ('heavy-read-on', 'yesterday')`).run()
    })
    expect(heavyRoom.now()).toBe(true)
    heavyRoom.read()
    expect(heavyRoom.now()).toBe(false)
  })

  it('go where the check-ins that made them are deleted', async () => {
    using desk = await openJournalDesk(testClock('2026-11-01T08:00:00Z', 'UTC'))
    let id = ''
    for (let nth = 0; nth < 5; nth++) {
      id = (await desk.ask('main', 'checkin.save', { stress: 2, energy: 1 })).id
      desk.clock.pass(day)
    }
    expect(await heavy(desk)).toBe(true)
    await desk.ask('main', 'checkin.delete', { id })
    expect(await heavy(desk)).toBe(false)
  })
})
