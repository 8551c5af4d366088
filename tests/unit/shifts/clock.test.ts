import { describe, expect, it } from 'vitest'
import { edgeMs } from '../../../src/checkins/reminders.ts'
import { looksAheadMs } from '../../../src/prompts/prompts.ts'
import { apartMs, isBehind } from '../../../src/shifts/clock-behind.ts'
import { openJournalDesk, testClock, type Desk } from '../../desk.ts'

const hour = 3_600_000
const kept = (desk: Desk) => desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })

/** A night shift in Manila, begun at 22:00 on November 22, with an entry then and one at 23:00. */
async function atWork() {
  const desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z'))
  const first = await kept(desk)
  desk.clock.pass(hour)
  const second = await kept(desk)
  const entries = () =>
    Promise.all([first, second].map(({ id }) => desk.ask('main', 'checkin.get', { id })))
  return { desk, entries }
}

describe('a clock that jumps', () => {
  it.each([
    ['back a little', '2026-11-22T14:57:00Z', '2026-11-22', null],
    ['back within the shift', '2026-11-22T14:30:00Z', '2026-11-22', '2026-11-22'],
    ['back to before the shift', '2026-11-22T13:00:00Z', '2026-11-22', '2026-11-22'],
    ['back by a day', '2026-11-21T15:00:00Z', '2026-11-21', '2026-11-22'],
    ['forward within the shift', '2026-11-22T16:00:00Z', '2026-11-22', null],
    ['forward past its end', '2026-11-23T14:00:00Z', '2026-11-23', null],
    ['forward by a year', '2027-11-22T15:00:00Z', '2027-11-22', null],
  ])(
    '%s re-dates nothing, refuses nothing, and is told of where it is behind',
    async (_, to, shiftDate, behind) => {
      const { desk, entries } = await atWork()
      using _desk = desk
      const before = await entries()
      desk.clock.set(to)
      expect(await desk.ask('main', 'today.get', {})).toMatchObject({ clockBehind: behind })
      await kept(desk)
      expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate })
      expect(await entries()).toEqual(before)
    },
  )

  it('forward by a year and back goes on with the shift that was open, and keeps what was dated ahead', async () => {
    const { desk } = await atWork()
    using _ = desk
    desk.clock.set('2027-11-22T15:00:00Z')
    const ahead = await kept(desk)
    const asKept = await desk.ask('main', 'checkin.get', ahead)
    desk.clock.set('2026-11-22T16:00:00Z')
    await kept(desk)
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({
      shiftDate: '2026-11-22',
      clockBehind: '2027-11-22',
    })
    expect(await desk.ask('main', 'checkin.get', ahead)).toEqual(asKept)
  })

  it.each([
    ['back by a day', '2026-11-21T14:00:00Z'],
    ['forward by a year', '2027-11-22T14:00:00Z'],
  ])('%s brings no reminder at the wrong moment', async (_, to) => {
    using desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z'))
    await kept(desk)
    await desk.ask('main', 'settings.set', { checkInReminders: 3 })
    desk.clock.set(to)
    desk.clock.pass(8 * hour - edgeMs + looksAheadMs)
    expect(desk.told.filter(({ kind }) => kind === 'offer')).toEqual([])
  })

  it.each([
    [null, false],
    [0, false],
    [apartMs, false],
    [apartMs + 1, true],
    [-hour, false],
  ])('is behind by what was kept last: %s after now is %s', (ahead, behind) => {
    expect(isBehind(ahead === null ? null : 1_000_000 + ahead, 1_000_000)).toBe(behind)
  })
})
