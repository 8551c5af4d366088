import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cardsAfterNote,
  gapMs,
  gaps,
  onOff,
  stopLines,
  unsaid,
  wordModes,
  works,
} from '../../../src/settings/choices.ts'
import { reminderCounts } from '../../../src/settings/reminder-counts.ts'
import { weekStarts } from '../../../src/settings/week-start.ts'
import { createSettings } from '../../../src/settings/settings.ts'
import { random, testClock, openJournalDesk, passphrase, type Desk } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'

const minutes = fc.integer({ min: 0, max: 1439 }).map((minute) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
})
const anySettings = fc.record({
  words: fc.constantFrom(...wordModes),
  work: fc.option(fc.constantFrom(...works)),
  gap: fc.option(fc.constantFrom(...gaps)),
  shiftStart: fc.option(minutes),
  stopLine: fc.constantFrom(...stopLines),
  cardAfterNote: fc.constantFrom(...cardsAfterNote),
  longCalls: fc.boolean(),
  quietHours: fc.option(
    fc
      .tuple(minutes, minutes)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `${from}-${to}`),
  ),
  fullScreenWork: fc.boolean(),
  startMoment: fc.constantFrom(...onOff),
  checkInReminders: fc.constantFrom(...reminderCounts),
  weekStart: fc.option(fc.constantFrom(...weekStarts)),
})

describe('settings', () => {
  it('give back whatever was chosen, and what was chosen before', async () => {
    using desk = await openJournalDesk()
    await fc.assert(
      fc.asyncProperty(anySettings, async (chosen) => {
        const before = await desk.ask('main', 'settings.get', {})
        expect(await desk.ask('main', 'settings.set', chosen)).toEqual(chosen)
        expect(await desk.ask('main', 'settings.get', {})).toEqual(chosen)
        expect(await desk.ask('main', 'settings.set', before)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  it('change nothing that is not named, and survive a lock', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { work: 'calls', shiftStart: '22:00' })
    await desk.ask('main', 'settings.set', { gap: '2min' })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await desk.ask('main', 'settings.get', {})).toEqual({
      ...unsaid,
      work: 'calls',
      gap: '2min',
      shiftStart: '22:00',
    })
  })

  it.each([
    ['an hour that no clock shows', { shiftStart: '24:00' }],
    ['a time with a mischief in it', { shiftStart: "22:00'; DROP TABLE note" }],
    ['a gap that is none of ours', { gap: '3min' }],
    ['quiet hours without an end', { quietHours: '22:00-' }],
    ['quiet hours that no clock shows', { quietHours: '22:00-24:00' }],
    ['quiet hours that end as they begin', { quietHours: '22:00-22:00' }],
    ['quiet hours with more behind them', { quietHours: '22:00-06:00-08:00' }],
    ['perhaps', { longCalls: 'perhaps' }],
    ['a choice that nobody knows', { mood: 'fine' }],
    ['a list', []],
    ['null', null],
  ])('refuse %s, and change nothing', async (_what, input) => {
    using desk = await openJournalDesk()
    const answer = await desk.raw('main', { id: 1, method: 'settings.set', input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await desk.ask('main', 'settings.get', {})).toEqual(unsaid)
  })

  it('take what a newer Lull kept for not said, and leave it where it is', async () => {
    using desk = await openJournalDesk()
    desk.companion.hear({ kind: 'end' })
    const journal = journalIn(desk.folder, { clock: testClock(), random })
    const opened = await journal.open({ passphrase })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const kept = `INSERT INTO setting (name, value) VALUES ('work', 'space-calls'), ('shiftStart', 'dawn'),
      ('quietHours', 'at dusk'), ('longCalls', 'some')`
    store.write(() => store.prepare(kept).run())
    const settings = createSettings(store)
    expect(settings.get()).toEqual(unsaid)
    settings.set({ gap: '15s' })
    const work = store.prepare<{ value: string }>(`SELECT value FROM setting WHERE name = 'work'`)
    expect(work.get()?.value).toBe('space-calls')
    journal.close()
  })
})

describe('what the policy is told', () => {
  const call = (desk: Desk, event: 'started' | 'marked' | 'ended') =>
    desk.companion.hear({ kind: 'call', event, source: 'command' })
  const offers = (desk: Desk) => desk.told.filter(({ kind }) => kind === 'offer')
  function aCall(desk: Desk, minutes: number) {
    call(desk, 'started')
    desk.clock.pass(minutes * 60_000)
    call(desk, 'ended')
    desk.clock.pass(60_000)
  }

  it('of long calls: nothing before it is switched on, and before thirty lengths are known', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { longCalls: true })
    for (let nth = 0; nth < 29; nth++) aCall(desk, 3)
    aCall(desk, 30)
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'settings.set', { longCalls: false })
    aCall(desk, 40)
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'settings.set', { longCalls: true })
    aCall(desk, 3)
    expect(offers(desk)).toEqual([])
    aCall(desk, 50)
    expect(offers(desk)).toHaveLength(1)
  })

  it('of quiet hours and full screens, as soon as they are chosen', async () => {
    // 22:00 in Manila.
    using desk = await openJournalDesk(testClock('2026-11-22T14:00:00Z'))
    const marked = () => {
      call(desk, 'started')
      call(desk, 'marked')
      call(desk, 'ended')
      desk.clock.pass(60_000)
    }
    await desk.ask('main', 'settings.set', { quietHours: '22:00-06:00' })
    marked()
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'settings.set', { quietHours: null })
    desk.companion.hear({ kind: 'presence', seen: { fullScreen: true } })
    marked()
    expect(offers(desk)).toEqual([])
    await desk.ask('main', 'settings.set', { fullScreenWork: true })
    marked()
    expect(offers(desk)).toHaveLength(1)
  })

  it('of chats: what they end with is never followed by a card', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { work: 'messages' })
    aCall(desk, 5)
    expect(offers(desk)).toEqual([])
    call(desk, 'started')
    call(desk, 'marked')
    expect(offers(desk)).toMatchObject([{ asked: true }])
  })
})

describe('the usual gap', () => {
  it('decides how long Lull waits after a marked call', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { gap: '15s' })
    const call = (event: 'started' | 'marked' | 'ended') =>
      desk.companion.hear({ kind: 'call', event, source: 'command' })
    call('started')
    call('marked')
    call('ended')
    const offered = () => desk.told.some(({ kind }) => kind === 'offer')
    desk.clock.pass(4_900)
    expect(offered()).toBe(false)
    desk.clock.pass(200)
    expect(offered()).toBe(true)
  })

  it('is 45 s until the agent says otherwise, and none where there is no limit', () => {
    expect(gaps.map(gapMs)).toEqual([15_000, 45_000, 120_000, null])
    expect(gapMs(null)).toBe(45_000)
  })
})
