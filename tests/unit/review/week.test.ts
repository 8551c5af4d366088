import { describe, expect, it } from 'vitest'
import type { Input, VaultDoor } from '../../../src/contract.ts'
import { restMs } from '../../../src/notes/forgetting.ts'
import { isPick, isPlanPick, weekStepAfter } from '../../../src/review/kinds.ts'
import { weekFrom } from '../../../src/review/weeks.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

const hour = 3_600_000
const day = 24 * hour
/** Sunday 22:00 in Manila, the first shift of a week that begins on Sunday. */
const sunday = '2026-11-15T14:00:00Z'

const get = (desk: Desk, from: string | null = null, firstDay = 7) =>
  desk.ask('main', 'week.get', { firstDay, from })
const due = async (desk: Desk, firstDay = 7) =>
  (await desk.ask('main', 'week.due', { firstDay })).from
const keep = (desk: Desk, from: string, change: Input<VaultDoor, 'week.keep'>['change']) =>
  desk.ask('main', 'week.keep', { from, change })
const rate = (desk: Desk, stress: number) =>
  desk.ask('main', 'checkin.save', { stress, energy: 5, kind: 'shift-end' })
const mode = (desk: Desk, words: 'numbers' | 'numbers-and-words') =>
  desk.ask('main', 'settings.set', { words })
async function note(desk: Desk, type: 'good' | 'angry' | null, difficulty: 1 | 3 | 5 = 3) {
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty, type, words: '' })
  return id
}
/** A shift from 22 to 07 with a note and, unless null, a rating at its end. */
async function shift(desk: Desk, stress: number | null) {
  await note(desk, 'good')
  desk.clock.pass(4 * hour)
  await note(desk, 'angry', 5)
  desk.clock.pass(4 * hour)
  if (stress !== null) await rate(desk, stress)
  desk.clock.pass(hour)
}
async function shifts(desk: Desk, ratings: readonly (number | null)[]) {
  for (const stress of ratings) {
    await shift(desk, stress)
    desk.clock.pass(15 * hour)
  }
}

describe('a week', () => {
  it('is nowhere before there is a journal', async () => {
    using desk = openDesk()
    await expect(get(desk)).rejects.toThrow('no-journal')
    expect(await due(desk)).toBeNull()
  })

  it('is made of its shifts by their dates, nights with their mornings', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await shifts(desk, [4, 7, 5.0, null, 3])
    // Friday evening, a free day: nothing more in it.
    const week = await get(desk)
    expect(week).toMatchObject({
      from: '2026-11-15',
      to: '2026-11-21',
      before: '2026-11-08',
      after: null,
      numbers: { shifts: 5, logged: 4, isFew: false, range: { low: 3, high: 7 } },
      made: { hard: 5, ok: 0, good: 5 },
      pauses: 0,
      harderThan: null,
      review: null,
    })
    expect(week.shifts.map(({ shiftDate, stress }) => [shiftDate, stress])).toEqual([
      ['2026-11-15', 4],
      ['2026-11-16', 7],
      ['2026-11-17', 5],
      ['2026-11-18', null],
      ['2026-11-19', 3],
    ])
    expect(week.watch?.says).toBe('collecting')
  })

  it('keeps counts only under three logged shifts: no rating, no watch', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await shifts(desk, [9, 9])
    const week = await get(desk)
    expect(week).toMatchObject({ shifts: [], watch: null, usual: null, harderThan: null })
    expect(week.numbers).toEqual({ shifts: 2, logged: 2, isFew: false, range: null })
    expect(week.made).toEqual({ hard: 2, ok: 0, good: 2 })
  })

  it('begins where the agent says, else where the language does', async () => {
    using desk = await openJournalDesk(testClock('2026-11-18T14:00:00Z'))
    expect((await get(desk, null, 7)).from).toBe('2026-11-15')
    expect((await get(desk, null, 1)).from).toBe('2026-11-16')
    await desk.ask('main', 'settings.set', { weekStart: 'sat' })
    expect((await get(desk, null, 1)).from).toBe('2026-11-14')
    await desk.ask('main', 'settings.set', { weekStart: null })
    expect((await get(desk, null, 1)).from).toBe('2026-11-16')
  })

  it('counts a pause on a free day as a pause, and not as a shift', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await desk.ask('pause', 'pause.save', {
      id: idAt(desk.clock.now()),
      kind: 'box',
      startedAt: desk.clock.now(),
      elapsedMs: 60_000,
      plannedMs: 60_000,
      ended: 'completed',
      before: null,
      after: null,
      chosen: 'me',
    })
    const week = await get(desk)
    expect(week).toMatchObject({ pauses: 1, numbers: { shifts: 0 } })
    expect(week.used).toEqual([{ key: 'pause:box', kind: 'pause', pause: 'box' }])
  })

  it('is compared with the last twelve from eight on, and never with the last one alone', async () => {
    using desk = await openJournalDesk(testClock('2026-08-30T14:00:00Z'))
    for (let nth = 0; nth < 8; nth++) {
      await shifts(desk, [nth, nth, nth])
      desk.clock.pass(4 * day)
      expect((await get(desk, '2026-08-30')).harderThan).toBeNull()
    }
    await shifts(desk, [6, 6, 6])
    const week = await get(desk)
    expect(week.from).toBe('2026-10-25')
    expect(week.harderThan).toEqual({ weeks: 6, of: 8 })
    expect(Object.keys(week)).not.toContain('mean')
  })

  it('that is to come is refused, to look at and to keep', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await expect(get(desk, '2026-11-17')).rejects.toThrow('to-come')
    await expect(keep(desk, '2026-11-17', { step: 'good' })).rejects.toThrow('to-come')
    await expect(keep(desk, '2026-02-30', { step: 'good' })).rejects.toThrow('bad-input')
    await expect(keep(desk, '2026-11-15', {})).rejects.toThrow('bad-input')
  })

  it('survives a move to another zone in its middle, and a clock put back', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await shifts(desk, [4, 5])
    desk.clock.move('America/New_York')
    await shifts(desk, [6])
    const dates = (await get(desk, '2026-11-15')).shifts.map(({ shiftDate }) => shiftDate)
    expect(dates).toEqual(['2026-11-15', '2026-11-16', '2026-11-17'])
    desk.clock.set('2026-11-14T14:00:00Z')
    expect((await get(desk, '2026-11-08')).numbers.shifts).toBe(0)
  })
})

describe('the usual range', () => {
  it('is drawn behind a week from when it was known on, and the watch speaks of now alone', async () => {
    using desk = await openJournalDesk(testClock('2026-08-30T14:00:00Z'))
    for (let nth = 0; nth < 6; nth++) {
      await shifts(desk, [4, 5, 4, 6, 4])
      desk.clock.pass(2 * day)
    }
    const at = async (from: string) => {
      const { usual, watch } = await get(desk, from)
      return [usual !== null, watch !== null]
    }
    expect(await at('2026-08-30')).toEqual([false, false])
    expect(await at('2026-09-20')).toEqual([true, false])
    expect(await at('2026-10-04')).toEqual([true, true])
  })
})

describe('what was used', () => {
  it('stands there to be picked: what helped first, and nothing that didn’t', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await mode(desk, 'numbers-and-words')
    const id = await note(desk, 'angry')
    await desk.ask('main', 'note.edit', {
      id,
      difficulty: 3,
      type: 'angry',
      words: null,
      details: {
        channel: null,
        minutes: null,
        triggers: [],
        techniques: [
          { technique: 'ask', verdict: 'used' },
          { technique: 'boundary', verdict: 'helped' },
          { technique: 'escalate', verdict: 'didnt-help' },
        ],
        outcome: null,
        reaction: null,
        pleasant: null,
        stirred: null,
        feeling: null,
      },
    })
    const plan = idAt(desk.clock.now())
    await desk.ask('main', 'plan.keep', {
      id: plan,
      when: { by: 'type', type: 'angry' },
      will: { by: 'words', words: 'hum a tune' },
      rest: null,
    })
    await desk.ask('main', 'plan.mark', { id: plan, mark: 'used' })
    const own = idAt(desk.clock.now() + 1)
    await desk.ask('main', 'recharge.set', { id: own, words: 'the pier', picked: true })
    await desk.ask('main', 'shift.end', { step: 'closing', recharge: own })
    const keys = async () => (await get(desk)).used.map(({ key }) => key)
    expect(await keys()).toEqual([
      'technique:boundary',
      `plan:${plan}`,
      `recharge:${own}`,
      'technique:ask',
    ])
    // At a desk for numbers only, nothing that stands in own words is there.
    await mode(desk, 'numbers')
    expect(await keys()).toEqual(['technique:boundary', 'technique:ask'])
    expect(JSON.stringify(await get(desk))).not.toMatch(/tune|pier/)
  })

  it('keeps what was picked in the list, and says nothing of what is gone', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await keep(desk, '2026-11-15', { helped: 'recharge:walk' })
    expect((await get(desk)).used).toEqual([
      { key: 'recharge:walk', kind: 'recharge', id: 'walk', words: null },
    ])
    await keep(desk, '2026-11-15', { helped: `plan:${idAt(1)}`, plan: `plan:${idAt(1)}` })
    expect(await get(desk)).toMatchObject({ used: [], plan: null })
  })
})

describe('the answers', () => {
  it('are kept one by one, half finished, through a lock, and can be changed later', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await mode(desk, 'numbers-and-words')
    await shift(desk, 4)
    await keep(desk, '2026-11-15', { step: 'good', helped: 'technique:boundary' })
    await keep(desk, '2026-11-15', { goodWords: 'Jo brought coffee' })
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect((await get(desk)).review).toEqual({
      step: 'good',
      answers: {
        helped: { pick: 'technique:boundary', words: '' },
        good: { pick: null, words: 'Jo brought coffee' },
        mine: { pick: null, words: '' },
        theirs: { pick: null, words: '' },
      },
      plan: null,
      hasWords: true,
    })
    desk.clock.pass(30 * day)
    await keep(desk, '2026-11-15', { step: 'done', helped: null, plan: 'nothing' })
    const { review } = await get(desk, '2026-11-15')
    expect(review).toMatchObject({ step: 'done', plan: 'nothing', hasWords: true })
    expect(review?.answers.helped.pick).toBeNull()
    const { weeks } = await desk.ask('main', 'week.list', { before: null })
    expect(weeks).toMatchObject([{ from: '2026-11-15', to: '2026-11-21', hasWords: true }])
  })

  it('are words only where words are kept, and those that are there stay where they aren’t', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await mode(desk, 'numbers')
    await expect(keep(desk, '2026-11-15', { mineWords: 'a' })).rejects.toThrow('words-off')
    await mode(desk, 'numbers-and-words')
    await keep(desk, '2026-11-15', { mineWords: 'my breaks', mine: 'breaks' })
    await mode(desk, 'numbers')
    await keep(desk, '2026-11-15', { mineWords: '', mine: 'asking' })
    expect((await get(desk)).review).toMatchObject({
      answers: { mine: { pick: 'asking', words: null } },
      hasWords: true,
    })
    await mode(desk, 'numbers-and-words')
    expect((await get(desk)).review?.answers.mine.words).toBe('my breaks')
  })

  it('lose their words when asked to, get them back, and keep what was picked', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await mode(desk, 'numbers-and-words')
    await keep(desk, '2026-11-15', {
      helped: 'pause:box',
      helpedWords: 'the box',
      goodWords: 'sun',
    })
    expect(await desk.ask('main', 'week.drop', { from: '2026-11-15' })).toEqual({
      settled: true,
      copiesCleared: 0,
      copiesLeft: 0,
    })
    expect((await get(desk)).review).toMatchObject({
      answers: { helped: { pick: 'pause:box', words: '' }, good: { words: '' } },
      hasWords: false,
    })
    await keep(desk, '2026-11-15', { helpedWords: 'the box', goodWords: 'sun' })
    expect((await get(desk)).review?.answers.good.words).toBe('sun')
    // A week without a row has nothing to lose.
    await desk.ask('main', 'week.drop', { from: '2026-11-08' })
    expect((await desk.ask('main', 'week.list', { before: null })).weeks).toHaveLength(1)
  })

  it('are taken in as they are or not at all', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    const bad = [
      { helped: 'technique:shout' },
      { helped: 'came' },
      { good: 'right:1' },
      { mine: 'rota' },
      { theirs: 'breaks' },
      { plan: 'plan:1' },
      { plan: '' },
      { step: 'made' },
      { mineWords: 'x'.repeat(501) },
      { mineWords: 'half \ud83d' },
    ]
    for (const change of bad) {
      const message = { id: 1, method: 'week.keep', input: { from: '2026-11-15', change } }
      expect(await desk.raw('main', message), JSON.stringify(change)).toMatchObject({
        error: { code: 'bad-input' },
      })
    }
    expect((await get(desk)).review).toBeNull()
    const asNote = { id: 1, method: 'week.get', input: { firstDay: 1, from: null } }
    expect(await desk.raw('note', asNote)).toMatchObject({ error: { code: 'no-right' } })
  })

  it('list twenty-six weeks at a time, newest first; one that was left without an answer is none', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    for (let nth = 0; nth < 30; nth++)
      await keep(
        desk,
        weekOfNth(nth),
        nth === 3 ? { step: 'left' } : { step: 'done', theirs: 'rota' },
      )
    const first = await desk.ask('main', 'week.list', { before: null })
    expect(first).toMatchObject({ hasMore: true })
    expect(first.weeks).toHaveLength(26)
    expect(first.weeks.map(({ from }) => from)).not.toContain(weekOfNth(3))
    const last = first.weeks.at(-1)?.from ?? ''
    const rest = await desk.ask('main', 'week.list', { before: last })
    expect(rest).toMatchObject({ hasMore: false })
    expect(rest.weeks).toHaveLength(3)
  })
})

const weekOfNth = (nth: number) =>
  weekFrom(
    Temporal.PlainDate.from('2026-11-15')
      .subtract({ days: 7 * nth })
      .toString(),
  ).from

describe('the line on Today', () => {
  /** Five nights a week, Sunday to Thursday, for some weeks; then the present week's first nights. */
  async function weeks(desk: Desk, whole: number, nights: number) {
    for (let nth = 0; nth < whole; nth++) {
      await shifts(desk, [4, 4, 4, 4, 4])
      desk.clock.pass(2 * day)
    }
    await shifts(
      desk,
      Array.from({ length: nights }, () => 4),
    )
  }
  const end = (desk: Desk) => desk.ask('main', 'shift.end', { step: 'closing', recharge: null })

  it('comes when the last shift has ended, by the agent’s own habit, and never on a day off', async () => {
    using desk = await openJournalDesk(testClock('2026-10-25T14:00:00Z'))
    await weeks(desk, 3, 4)
    for (let nth = 0; nth < 3; nth++) await keep(desk, weekOfNth(nth + 1), { step: 'done' })
    await shift(desk, 4)
    expect(await due(desk)).toBeNull()
    await end(desk)
    expect(await due(desk)).toBe('2026-11-15')
    desk.clock.pass(10 * hour)
    expect(await due(desk)).toBeNull()
    // A breath on the free day opens nothing that counts.
    await rate(desk, 3)
    expect(await due(desk)).toBeNull()
  })

  it('comes in the next week’s first shift where nothing is known of a habit, once', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await shifts(desk, [4, 4, 4])
    await note(desk, 'good')
    await end(desk)
    expect(await due(desk)).toBeNull()
    desk.clock.set('2026-11-22T14:00:00Z')
    await note(desk, 'good')
    expect(await due(desk)).toBe('2026-11-15')
    expect((await get(desk)).from).toBe('2026-11-15')
    await keep(desk, '2026-11-15', { step: 'helped' })
    expect(await due(desk)).toBe('2026-11-15')
    await keep(desk, '2026-11-15', { step: 'left' })
    expect(await due(desk)).toBeNull()
    expect((await get(desk)).from).toBe('2026-11-22')
  })
})

describe('what can be picked', () => {
  it.each([
    ['helped', 'technique:boundary', true],
    ['helped', 'pause:own:4-6', false],
    ['helped', 'pause:box', true],
    ['helped', 'recharge:walk', true],
    ['helped', 'recharge:', false],
    ['helped', 'walk', false],
    ['good', 'came', true],
    ['good', 'right:', false],
    ['mine', 'breaks', true],
    ['mine', 'mine:breaks', false],
    ['theirs', 'rota', true],
  ] as const)('for %s: %s %s', (question, pick, fits) => {
    expect(isPick(question, pick)).toBe(fits)
  })
  it('is a plan or nothing at the end, and the steps go there one by one', () => {
    expect([isPlanPick('nothing'), isPlanPick('plan:x'), isPlanPick('')]).toEqual([
      true,
      false,
      false,
    ])
    expect(
      (['helped', 'good', 'mine', 'theirs', 'plan', 'done', 'left'] as const).map(weekStepAfter),
    ).toEqual(['good', 'mine', 'theirs', 'plan', 'done', 'done', 'left'])
  })
})

describe('words that were written over', () => {
  it('are taken out of older copies once the agent has stopped for a while', async () => {
    using desk = await openJournalDesk(testClock(sunday))
    await mode(desk, 'numbers-and-words')
    await keep(desk, '2026-11-15', { goodWords: 'one thing' })
    await keep(desk, '2026-11-15', { goodWords: 'another' })
    desk.clock.pass(restMs)
    expect((await get(desk)).review?.answers.good.words).toBe('another')
  })
})
