import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/prompts/decision.ts'
import { joined, keptForMs, linesOf, type LoggedDecision } from '../../../src/prompts/log.ts'
import { StoreError } from '../../../src/store/errors.ts'
import { openDesk, openJournalDesk, passphrase, type Desk } from '../../desk.ts'

const call = (desk: Desk, event: 'started' | 'marked' | 'ended') =>
  desk.companion.hear({ kind: 'call', event, source: 'command' })
function aCall(desk: Desk, marked = false) {
  call(desk, 'started')
  desk.clock.pass(60_000)
  if (marked) call(desk, 'marked')
  call(desk, 'ended')
  desk.clock.pass(60_000)
}
const remind = (desk: Desk, minutes: 30 | null) =>
  desk.companion.hear({ kind: 'reminders', breakEveryMin: minutes, eyeRestEveryMin: null })
const said = (lines: LoggedDecision[]) =>
  lines.map(({ did, what, reason, times }) => `${did} ${what} ${reason} ${times}`).toReversed()
const logOf = (desk: Desk) => desk.ask('main', 'prompts.log', {})
const day = 24 * 3_600_000

describe('why Lull did or didn’t ask', () => {
  it('can be read: what, when and for which reason, newest first', async () => {
    using desk = await openJournalDesk()
    const begun = desk.clock.now()
    aCall(desk, true)
    desk.companion.hear({ kind: 'card', answer: 'notNow' })
    const log = await logOf(desk)
    expect(said(log)).toEqual([
      'silent call marked-waiting-for-its-end 1',
      'offer call marked-call-ended 1',
      'silent call not-now 1',
    ])
    expect(log.at(-1)).toEqual({
      at: begun + 60_000,
      lastAt: begun + 60_000,
      times: 1,
      did: 'silent',
      what: 'call',
      reason: 'marked-waiting-for-its-end',
    })
  })

  it('is one line for fifty calls that nobody marked, with the first time and the last', async () => {
    using desk = await openJournalDesk()
    const begun = desk.clock.now()
    for (let nth = 0; nth < 50; nth++) aCall(desk)
    expect(await logOf(desk)).toEqual([
      {
        at: begun + 60_000,
        lastAt: begun + 49 * 120_000 + 60_000,
        times: 50,
        did: 'silent',
        what: null,
        reason: 'call-not-marked',
      },
    ])
  })

  it('waits in memory while the journal is locked, and goes in with the unlock', async () => {
    using desk = await openJournalDesk()
    aCall(desk)
    desk.restart()
    aCall(desk)
    aCall(desk, true)
    await expect(logOf(desk)).rejects.toThrow('locked')
    await desk.ask('unlock', 'journal.open', { passphrase })
    const log = said(await logOf(desk))
    expect(log[0]).toBe('silent null call-not-marked 2')
    expect(log).toContain('offer call marked-call-ended 1')
  })

  it('can be read before there is a journal, and is kept once there is one', async () => {
    using desk = openDesk()
    aCall(desk)
    expect(said(await logOf(desk))).toEqual(['silent null call-not-marked 1'])
    await desk.ask('unlock', 'journal.create', { passphrase })
    expect(said(await logOf(desk))).toEqual(['silent null call-not-marked 1'])
  })

  it('is forgotten after seven days, and not before', async () => {
    using desk = await openJournalDesk()
    aCall(desk)
    desk.clock.pass(7 * day - 60_001)
    expect(await logOf(desk)).toHaveLength(1)
    desk.clock.pass(120_000)
    expect(await logOf(desk)).toEqual([])
  })

  it('leaves the file, too, though nothing is decided any more', async () => {
    using desk = await openJournalDesk()
    let rows = () => 0
    using watched = openDesk(desk.clock, (journal) => ({
      ...journal,
      async create(secret) {
        const opened = await journal.create(secret)
        if (opened.ok) {
          const count = opened.store.prepare<{ n: number }>(
            'SELECT count(*) AS n FROM prompt_decision',
          )
          rows = () => count.get()?.n ?? -1
        }
        return opened
      },
    }))
    await watched.ask('unlock', 'journal.create', { passphrase })
    aCall(watched)
    watched.clock.pass(6 * day)
    expect(rows()).toBe(1)
    watched.clock.pass(2.5 * day)
    expect(rows()).toBe(0)
  })

  it('holds a reminder back after a restart of the program, too, by what the shift has used up', async () => {
    using desk = await openJournalDesk()
    aCall(desk)
    remind(desk, 30)
    desk.clock.pass(95 * 60_000)
    desk.companion.hear({ kind: 'card', answer: 'faded' })
    const offers = () => desk.told.filter(({ kind }) => kind === 'offer').length
    expect(offers()).toBe(3)
    remind(desk, null)
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    remind(desk, 30)
    desk.clock.pass(31 * 60_000)
    expect(offers()).toBe(3)
    expect(said(await logOf(desk)).at(-1)).toBe('drop break three-offers 1')
  })

  it('counts an offer once that only a link took away, after a restart too', async () => {
    using desk = await openJournalDesk()
    const link = (event: 'started' | 'ended') =>
      desk.companion.hear({ kind: 'call', event, source: 'link', confirmed: false })
    const offers = () => desk.told.filter(({ kind }) => kind === 'offer').length
    await desk.ask('main', 'checkin.save', { stress: 4, energy: 6 })
    remind(desk, 30)
    desk.clock.pass(30 * 60_000)
    link('started')
    desk.clock.pass(60_000)
    link('ended')
    desk.clock.pass(20_000)
    expect(offers()).toBe(2)
    desk.companion.hear({ kind: 'card', answer: 'faded' })
    remind(desk, null)
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    remind(desk, 30)
    for (let nth = 0; nth < 3; nth++) {
      desk.clock.pass(30 * 60_000)
      desk.companion.hear({ kind: 'card', answer: 'faded' })
    }
    expect(offers()).toBe(4)
    expect(said(await logOf(desk))).toEqual([
      'offer break reminder 1',
      'withdraw break call-told 1',
      'offer break reminder 1',
      'silent break faded 1',
      'offer break reminder 1',
      'silent break faded 1',
      'offer break reminder 1',
      'silent break faded 1',
      'drop break three-offers 1',
    ])
  })

  it('is not lost to a full disk: the line goes in with the next one', async () => {
    let full = false
    using desk = openDesk(undefined, (journal) => ({
      ...journal,
      async create(secret) {
        const opened = await journal.create(secret)
        if (!opened.ok) return opened
        const { store } = opened
        const write: typeof store.write = (work) => {
          if (full) throw new StoreError('disk-full', 'The disk is full.')
          return store.write(work)
        }
        return { ...opened, store: { ...store, write } }
      },
    }))
    await desk.ask('unlock', 'journal.create', { passphrase })
    full = true
    aCall(desk)
    full = false
    aCall(desk)
    expect(said(await logOf(desk))).toEqual(['silent null call-not-marked 2'])
  })
})

describe('the lines of the log', () => {
  const silent = (reason: Decision['reason']): Decision => ({ do: 'silent', what: null, reason })
  const line = (reason: Decision['reason'], at: number): LoggedDecision => ({
    at,
    lastAt: at,
    times: 1,
    did: 'silent',
    what: null,
    reason,
  })

  it.each<Decision['reason']>([
    'call-running',
    'nothing-held',
    'at-work',
    'quiet',
    'screen-locked',
  ])('are none for a silence that answers nothing: %s', (reason) => {
    expect(linesOf([silent(reason)], 0)).toEqual([])
  })

  it('are none for a timer that came early, or for the moment before an offer', () => {
    const hold = (reason: Decision['reason']): Decision => ({
      do: 'hold',
      what: 'call',
      until: 9,
      reason,
    })
    expect(linesOf([hold('not-due'), hold('marked-call-ended'), hold('reminder')], 0)).toEqual([])
    expect(linesOf([hold('call-running')], 0)).toHaveLength(1)
  })

  it('are as many as decisions were made at once, in their order', () => {
    const both: Decision[] = [
      { do: 'drop', what: 'break', counted: false, reason: 'gave-way' },
      { do: 'offer', asked: true, what: 'call', note: true, reason: 'asked-for' },
    ]
    expect(linesOf(both, 7).map(({ reason, at }) => [reason, at])).toEqual([
      ['gave-way', 7],
      ['asked-for', 7],
    ])
  })

  it('of another shift are lines of their own, and so is every offer', () => {
    const twice = [line('call-not-marked', 0), line('call-not-marked', 5 * 3_600_000)]
    expect(twice.reduce<readonly LoggedDecision[]>(joined, [])).toHaveLength(2)
    const offer = { ...line('reminder', 0), did: 'offer' as const, what: 'break' as const }
    expect([offer, offer].reduce<readonly LoggedDecision[]>(joined, [])).toHaveLength(2)
    expect(keptForMs).toBe(7 * day)
  })
})
