import { describe, expect, it } from 'vitest'
import { edgeMs, lateMs, momentsOf, usualLengthMs } from '../../../src/checkins/reminders.ts'
import { looksAheadMs } from '../../../src/prompts/prompts.ts'
import { openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

const hour = 3_600_000
const offer = { kind: 'offer', asked: false, fits: 'check-in', note: false }
const offers = (desk: Desk) => desk.told.filter(({ kind }) => kind === 'offer')

/** A shift that began now, with so many reminders; its moments, as milliseconds from now. */
async function atWork(count: 0 | 1 | 2 | 3): Promise<{ desk: Desk; moments: number[] }> {
  const desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z'))
  const openedAt = desk.clock.now()
  const { id: checkInId } = await desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })
  await desk.ask('main', 'settings.set', { checkInReminders: count })
  const { shiftId } = await desk.ask('main', 'checkin.get', { id: checkInId })
  const moments = momentsOf({ id: shiftId, openedAt }, usualLengthMs, count)
  return { desk, moments: moments.map((moment) => moment - openedAt) }
}

/** Time passes with something in every hour, so that the shift stays open. */
async function work(desk: Desk, ms: number) {
  for (let left = ms; left > 0; left -= hour) {
    desk.clock.pass(Math.min(hour, left))
    if (left > hour) await desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })
  }
}

describe('reminders of check-ins', () => {
  it('come at the random moments of the shift, by the policy, and fade like any card', async () => {
    const { desk, moments } = await atWork(3)
    using _ = desk
    let passed = 0
    for (const [nth, moment] of moments.entries()) {
      await work(desk, moment - passed - 1)
      expect(offers(desk)).toHaveLength(nth)
      desk.clock.pass(1)
      expect(desk.told).toContainEqual({ kind: 'watch', until: 'offer' })
      expect(offers(desk)).toHaveLength(nth)
      // The desktop is looked at first.
      desk.clock.pass(looksAheadMs)
      passed = moment + looksAheadMs
      expect(offers(desk)).toEqual(Array.from({ length: nth + 1 }, () => offer))
      desk.companion.hear({ kind: 'card', answer: 'faded' })
    }
    await work(desk, 5 * hour)
    expect(offers(desk)).toHaveLength(3)
    const [line] = await desk.ask('main', 'prompts.log', {})
    expect(line).toMatchObject({ what: 'check-in' })
  })

  it('hold while the desktop says not now, as it says it then', async () => {
    const { desk, moments } = await atWork(1)
    using _ = desk
    await work(desk, moments[0] ?? 0)
    desk.companion.hear({ kind: 'presence', seen: { fullScreen: true } })
    desk.clock.pass(looksAheadMs)
    expect(offers(desk)).toEqual([])
  })

  it('are off until somebody wants them, and off again at once', async () => {
    const { desk } = await atWork(0)
    using _ = desk
    await work(desk, 4 * hour)
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'checkin.save', { stress: 5, energy: 5 })
    await desk.ask('main', 'settings.set', { checkInReminders: 3 })
    await desk.ask('main', 'settings.set', { checkInReminders: 0 })
    await work(desk, 4 * hour)
    expect(offers(desk)).toEqual([])
  })

  it('are the same after a lock, and one whose moment passed meanwhile isn’t made up for', async () => {
    const { desk, moments } = await atWork(2)
    using _ = desk
    const [first = 0, second = 0] = moments
    desk.clock.pass(edgeMs / 2)
    desk.restart()
    desk.clock.pass(first - edgeMs / 2 + lateMs)
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(offers(desk)).toEqual([])
    await work(desk, second - first - lateMs + looksAheadMs)
    expect(offers(desk)).toEqual([offer])
  })

  it('wait while a call runs, as the policy says', async () => {
    const { desk, moments } = await atWork(1)
    using _ = desk
    const [moment = 0] = moments
    await work(desk, moment - 60_000)
    desk.companion.hear({ kind: 'call', event: 'started', source: 'command' })
    desk.clock.pass(120_000)
    expect(offers(desk)).toEqual([])
    desk.companion.hear({ kind: 'call', event: 'ended', source: 'command' })
    desk.clock.pass(20_000)
    expect(offers(desk)).toEqual([offer])
  })

  it('come no more once the closing line was read, and again where the shift goes on', async () => {
    const { desk, moments } = await atWork(3)
    using _ = desk
    const [first = 0, second = 0] = moments
    await desk.ask('main', 'shift.end', { step: 'closing', recharge: null })
    await work(desk, first + 60_000)
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'shift.end', { step: null, recharge: null })
    await work(desk, second - first - 60_000 + looksAheadMs)
    expect(offers(desk)).toEqual([offer])
  })

  it('come not between shifts', async () => {
    const { desk, moments } = await atWork(3)
    using _ = desk
    desk.clock.pass(20 * hour)
    // Nothing happened for five hours: that shift was over.
    const within = moments.filter((moment) => moment < 5 * hour)
    expect(offers(desk)).toHaveLength(within.length)
  })

  it('are left out where the computer slept over their moment', async () => {
    const { desk, moments } = await atWork(1)
    using _ = desk
    const [moment = 0] = moments
    const wakes = Temporal.Instant.fromEpochMilliseconds(desk.clock.now() + moment + lateMs)
    await work(desk, moment - 1000)
    // The wall clock went on while no timer did.
    desk.clock.set(wakes.toString())
    desk.clock.pass(1000)
    expect(offers(desk)).toEqual([])
  })

  it('that are answered make a check-in of a reminder, which gives the shift its value', async () => {
    const { desk } = await atWork(1)
    using _ = desk
    await desk.ask('main', 'checkin.save', { stress: 1, energy: 9, kind: 'reminder' })
    expect((await desk.ask('main', 'trends.get', {})).shifts).toMatchObject([
      { stress: 1, energy: 9, ratedBy: 'reminder' },
    ])
    desk.companion.hear({ kind: 'card', answer: 'checkIn' })
  })
})
