import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import { idAt, openJournalDesk, testClock, type Desk, type TestClock } from '../../desk.ts'

const hour = 3_600_000
const zone = 'Asia/Manila'

type Adding = Partial<Input<VaultDoor, 'note.add'>>
const add = (desk: Desk, date: string, time: string, rest: Adding = {}) =>
  desk.ask('main', 'note.add', {
    id: idAt(desk.clock.now()),
    date,
    time,
    difficulty: 4,
    type: null,
    ...rest,
  })
const list = async (desk: Desk) =>
  (await desk.ask('main', 'journal.list', { before: null, query: '', filter: { type: null } }))
    .notes
const now = (desk: Desk, id = idAt(desk.clock.now())) =>
  desk.ask('note', 'note.save', { id, difficulty: 2, type: null, words: '' })

/** Monday evening in Manila; the agent usually begins at 22:00. */
async function atADesk(clock: TestClock = testClock('2026-11-23T12:00:00Z', zone)): Promise<Desk> {
  const desk = await openJournalDesk(clock)
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words', shiftStart: '22:00' })
  return desk
}

describe('a note that is added later', () => {
  it('stands where it was, marked, in the shift of its time', async () => {
    using desk = await atADesk(testClock('2026-11-22T14:10:00Z', zone))
    await now(desk)
    desk.clock.pass(20 * hour)
    const added = await add(desk, '2026-11-23', '01:30', { type: 'angry' })
    const [first, other] = await list(desk)
    expect(first).toEqual(added)
    expect(added).toMatchObject({
      at: Date.parse('2026-11-22T17:30:00Z'),
      zone,
      shiftDate: '2026-11-22',
      shiftId: other?.shiftId,
      difficulty: 4,
      type: 'angry',
      words: '',
      edited: false,
      addedLater: true,
    })
    expect(other).toMatchObject({ addedLater: false })
    expect(desk.heard.at(-1)).toEqual({ event: 'changed' })
  })

  it.each([
    // The usual start decides, past midnight too; four hours before it the next shift begins.
    ['2026-11-20', '23:00', '2026-11-20'],
    ['2026-11-21', '06:59', '2026-11-20'],
    ['2026-11-21', '17:59', '2026-11-20'],
    ['2026-11-21', '18:00', '2026-11-21'],
  ])('on %s at %s makes the shift of %s where there is none', async (date, time, shiftDate) => {
    using desk = await atADesk()
    expect(await add(desk, date, time)).toMatchObject({ shiftDate })
  })

  it('belongs to its day where nobody said when shifts start', async () => {
    using desk = await atADesk()
    await desk.ask('main', 'settings.set', { shiftStart: null })
    expect(await add(desk, '2026-11-21', '00:00')).toMatchObject({ shiftDate: '2026-11-21' })
    expect(await add(desk, '2026-11-21', '23:59')).toMatchObject({ shiftDate: '2026-11-21' })
  })

  it('joins those of the same shift that were added before', async () => {
    using desk = await atADesk()
    const one = await add(desk, '2026-11-20', '22:30')
    const other = await add(desk, '2026-11-21', '06:00')
    expect(other.shiftId).toBe(one.shiftId)
    expect((await add(desk, '2026-11-21', '22:30')).shiftId).not.toBe(one.shiftId)
  })

  it('can’t be still to come, and then nothing changes', async () => {
    using desk = await atADesk()
    await expect(add(desk, '2026-11-23', '20:01')).rejects.toThrow('to-come')
    await expect(add(desk, '2027-01-01', '00:00')).rejects.toThrow('to-come')
    expect(await list(desk)).toEqual([])
    await add(desk, '2026-11-23', '20:00')
  })

  it.each([
    ['2026-02-29', '10:00'],
    ['2026-13-01', '10:00'],
    ['1969-12-31', '10:00'],
    ['22.11.2026', '10:00'],
    ['2026-11-22', '24:00'],
    ['2026-11-22', ''],
    ['', '10:00'],
  ])('on %j at %j is refused', async (date, time) => {
    using desk = await atADesk()
    await expect(add(desk, date, time)).rejects.toThrow('bad-input')
    expect(await list(desk)).toEqual([])
  })

  it('is added once, however often it is sent', async () => {
    using desk = await atADesk()
    const id = idAt(desk.clock.now())
    const added = await add(desk, '2026-11-20', '23:00', { id })
    expect(await add(desk, '2026-11-19', '23:00', { id })).toEqual(added)
    expect(await list(desk)).toHaveLength(1)
  })

  it('counts in its shift, and in no other', async () => {
    using desk = await atADesk(testClock('2026-11-23T14:00:00Z', zone))
    await now(desk)
    await add(desk, '2026-11-20', '23:00')
    await add(desk, '2026-11-23', '21:30')
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ notes: 2 })
  })

  it('is read by the clock of the shift that it falls into, wherever the agent is by now', async () => {
    using desk = await atADesk(testClock('2026-11-22T14:10:00Z', zone))
    await now(desk)
    desk.clock.pass(30 * hour)
    desk.clock.move('Europe/Riga')
    expect(await add(desk, '2026-11-22', '23:00')).toMatchObject({
      at: Date.parse('2026-11-22T15:00:00Z'),
      zone,
    })
    expect(await add(desk, '2026-11-18', '23:00')).toMatchObject({
      at: Date.parse('2026-11-18T21:00:00Z'),
      zone: 'Europe/Riga',
    })
  })

  it.each([
    // The hour that comes twice is the first one; the one that never was is put on.
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ])('in the night of summer time, %s %s is %s', async (date, time, at) => {
    using desk = await atADesk(testClock('2026-11-23T12:00:00Z', 'Europe/Berlin'))
    expect(await add(desk, date, time)).toMatchObject({ at: Date.parse(at) })
  })
})

describe('a shift that was made for what was added later', () => {
  it('takes in what is noted at its time, and then is a shift like others', async () => {
    using desk = await atADesk(testClock('2026-11-23T15:00:00Z', zone))
    const added = await add(desk, '2026-11-23', '22:15')
    await now(desk)
    const [one] = await list(desk)
    expect(one).toMatchObject({ addedLater: false, shiftId: added.shiftId })
    desk.clock.pass(4 * hour)
    await now(desk)
    expect((await list(desk))[0]?.shiftId).toBe(added.shiftId)
  })

  it('never comes between a shift of the moment and what belongs to it', async () => {
    using desk = await atADesk(testClock('2026-11-22T11:00:00Z', zone))
    // 19:00 to 00:30: five hours and more later nothing of the moment belongs to it.
    await now(desk)
    const [opened] = await list(desk)
    desk.clock.pass(4.5 * hour)
    await add(desk, '2026-11-22', '12:00')
    await now(desk)
    expect((await list(desk))[0]?.shiftId).toBe(opened?.shiftId)
  })
})

describe('the order in which notes are added', () => {
  it('doesn’t matter: the same notes stand in the same shifts', async () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 4 * 24 * 4 - 1 }), {
      minLength: 2,
      maxLength: 8,
    })
    const start = fc.constantFrom(null, '22:00', '06:00', '00:30')
    await fc.assert(
      fc.asyncProperty(
        moments.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 4 }),
        start,
        async ([one, other], live, shiftStart) => {
          const shiftsOf = async (order: readonly number[]) => {
            using desk = await atADesk(testClock('2026-11-15T00:00:00Z', zone))
            await desk.ask('main', 'settings.set', { shiftStart })
            let passed = 0
            for (const at of live.toSorted((a, b) => a - b)) {
              desk.clock.pass((at - passed) * hour)
              passed = at
              await now(desk)
            }
            desk.clock.pass((120 - passed) * hour)
            const of = new Map<number, { shiftDate: string; shiftId: string }>()
            for (const quarter of order) {
              const at = Temporal.PlainDateTime.from('2026-11-15T08:00').add({
                minutes: 15 * quarter,
              })
              of.set(
                quarter,
                await add(
                  desk,
                  at.toPlainDate().toString(),
                  at.toPlainTime().toString().slice(0, 5),
                ),
              )
            }
            const names = new Map<string, string>()
            for (const { shiftId, shiftDate, at } of (await list(desk)).toReversed())
              if (!names.has(shiftId)) names.set(shiftId, `${shiftDate} ${at}`)
            return [...of]
              .toSorted(([a], [b]) => a - b)
              .map(([at, { shiftId, shiftDate }]) => [at, shiftDate, names.get(shiftId)])
          }
          expect(await shiftsOf(other)).toEqual(await shiftsOf(one))
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})
