import { describe, expect, it } from 'vitest'
import type { EndStep, Rested, StartMoment, StartStep } from '../../../src/checkins/kinds.ts'
import type { NoteType } from '../../../src/guidance/types.ts'
import { idAt, openDesk, openJournalDesk, passphrase, testClock, type Desk } from '../../desk.ts'

const minute = 60_000
const hour = 60 * minute

const cards = (desk: Desk) => desk.ask('main', 'shift.get', {})
const startOf = async (desk: Desk) => (await cards(desk)).start
async function endOf(desk: Desk) {
  const { end } = await cards(desk)
  if (!end) throw new Error('no shift is open')
  return end
}
const start = (
  desk: Desk,
  step: StartStep,
  rested: Rested | null = null,
  moment: StartMoment | null = null,
) => desk.ask('main', 'shift.start', { step, rested, moment })
const end = (desk: Desk, step: EndStep | null) =>
  desk.ask('main', 'shift.end', { step, recharge: null })
const rate = (desk: Desk, stress: number, energy: number) =>
  desk.ask('main', 'checkin.save', { stress, energy, kind: 'shift-end' })
async function note(desk: Desk, type: NoteType | null = null) {
  const id = idAt(desk.clock.now())
  await desk.ask('note', 'note.save', { id, difficulty: 4, type, words: '' })
  return id
}
const mark = (desk: Desk) =>
  desk.companion.hear({ kind: 'call', event: 'marked', source: 'shortcut' })
/** A shift later: long enough for another one to open. */
const nextShift = (desk: Desk) => desk.clock.pass(16 * hour)

describe('the start of a shift', () => {
  it('is nowhere before there is a journal', async () => {
    using desk = openDesk()
    expect(await cards(desk)).toEqual({ start: null, end: null })
  })

  it('waits between shifts, opens one with the first answer, and folds once it is done', async () => {
    using desk = await openJournalDesk()
    expect(await cards(desk)).toEqual({
      start: { step: null, rested: null, moment: 'helped' },
      end: null,
    })
    await start(desk, 'moment', 2)
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ shiftDate: '2026-11-22' })
    expect(await startOf(desk)).toEqual({ step: 'moment', rested: 2, moment: 'helped' })
    await start(desk, 'done', null, 'helped')
    desk.clock.pass(4 * hour)
    expect(await startOf(desk)).toMatchObject({ step: 'done', rested: 2 })
  })

  it('is gone two hours into a shift that had none', async () => {
    using desk = await openJournalDesk()
    await note(desk)
    desk.clock.pass(2 * hour - 1)
    expect(await startOf(desk)).not.toBeNull()
    desk.clock.pass(1)
    expect(await startOf(desk)).toBeNull()
  })

  it('asks for a good deed and for their side in turn, also where one was skipped', async () => {
    using desk = await openJournalDesk()
    const seen: unknown[] = []
    for (let shift = 0; shift < 4; shift++) {
      const moment = (await startOf(desk))?.moment ?? null
      seen.push(moment)
      await start(desk, 'done', null, moment)
      nextShift(desk)
    }
    expect(seen).toEqual(['helped', 'their-side', 'helped', 'their-side'])
  })

  it('asks for neither once they were skipped for good, until the agent wants them again', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { startMoment: 'off' })
    expect((await startOf(desk))?.moment).toBeNull()
    await desk.ask('main', 'settings.set', { startMoment: 'on' })
    expect((await startOf(desk))?.moment).toBe('helped')
  })

  it('survives a lock half way', async () => {
    using desk = await openJournalDesk()
    await start(desk, 'moment', 4)
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await startOf(desk)).toEqual({ step: 'moment', rested: 4, moment: 'helped' })
  })
})

describe('after abuse or distress', () => {
  it.each(['abusive', 'distress'] as const)(
    'the next shift asks for neither (%s), and the one after it does again',
    async (type) => {
      using desk = await openJournalDesk()
      await note(desk, type)
      expect((await startOf(desk))?.moment).toBeNull()
      nextShift(desk)
      expect((await startOf(desk))?.moment).toBeNull()
      await note(desk, 'good')
      expect((await startOf(desk))?.moment).toBeNull()
      nextShift(desk)
      expect((await startOf(desk))?.moment).toBe('helped')
    },
  )

  it.each(['angry', 'blaming', 'good', 'other', null] as const)(
    'and only then: %s doesn’t count',
    async (type) => {
      using desk = await openJournalDesk()
      await note(desk, type)
      nextShift(desk)
      expect((await startOf(desk))?.moment).toBe('helped')
    },
  )

  it('a pause on a free day is no shift that it would be over with', async () => {
    using desk = await openJournalDesk()
    await note(desk, 'abusive')
    nextShift(desk)
    await desk.ask('pause', 'pause.save', {
      id: idAt(desk.clock.now()),
      kind: 'longer-exhale',
      startedAt: desk.clock.now(),
      elapsedMs: 60_000,
      plannedMs: 60_000,
      ended: 'completed',
      before: null,
      after: null,
      chosen: 'me',
    })
    nextShift(desk)
    expect((await startOf(desk))?.moment).toBeNull()
  })

  it('a type that is set or changed later counts as it is now', async () => {
    using desk = await openJournalDesk()
    const id = await note(desk, 'angry')
    nextShift(desk)
    const change = (type: NoteType) =>
      desk.ask('main', 'note.edit', { id, difficulty: 5, type, words: null })
    await change('abusive')
    expect((await startOf(desk))?.moment).toBeNull()
    await change('blaming')
    expect((await startOf(desk))?.moment).toBe('helped')
  })
})

describe('the end of a shift', () => {
  it('belongs to an open shift alone', async () => {
    using desk = await openJournalDesk()
    await expect(end(desk, 'rating')).rejects.toThrow('no-shift')
    await expect(desk.ask('main', 'unnoted.leave', { left: true })).rejects.toThrow('no-shift')
    expect((await desk.ask('main', 'trends.get', {})).shifts).toEqual([])
  })

  it('keeps where the agent is, over a lock too, and closes no shift', async () => {
    using desk = await openJournalDesk()
    await note(desk)
    await end(desk, 'rating')
    await rate(desk, 7, 3)
    await end(desk, 'right')
    desk.restart()
    await desk.ask('unlock', 'journal.open', { passphrase })
    expect(await endOf(desk)).toMatchObject({ step: 'right', rating: { stress: 7, energy: 3 } })
    await end(desk, 'closing')
    desk.clock.pass(hour)
    await note(desk)
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ notes: 2 })
    await end(desk, null)
    expect(await endOf(desk)).toMatchObject({ step: null })
  })

  it('gives the shift its value; the last rating does, where the shift went on', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'checkin.save', { stress: 1, energy: 9 })
    await rate(desk, 7, 3)
    desk.clock.pass(hour)
    await rate(desk, 5, 4)
    await desk.ask('main', 'checkin.save', { stress: 0, energy: 10, kind: 'reminder' })
    expect((await desk.ask('main', 'trends.get', {})).shifts).toMatchObject([
      { shiftDate: '2026-11-22', stress: 5, energy: 4, ratedBy: 'shift-end' },
    ])
  })

  it('asks for nothing of a shift before', async () => {
    using desk = await openJournalDesk()
    mark(desk)
    await end(desk, 'unnoted')
    nextShift(desk)
    expect((await cards(desk)).end).toBeNull()
    await note(desk)
    expect(await endOf(desk)).toMatchObject({ step: null, unnoted: [], rating: null })
  })
})

describe('moments that were not noted', () => {
  it('are the marked calls without a note: times only', async () => {
    using desk = await openJournalDesk()
    mark(desk)
    const first = desk.clock.now()
    desk.clock.pass(20 * minute)
    mark(desk)
    const second = desk.clock.now()
    const { unnoted } = await endOf(desk)
    expect(unnoted.map(({ at }) => at)).toEqual([first, second])
    for (const each of unnoted) expect(Object.keys(each).toSorted()).toEqual(['at', 'id'])
    desk.clock.pass(minute)
    await note(desk)
    expect((await endOf(desk)).unnoted.map(({ at }) => at)).toEqual([first])
    await note(desk)
    expect((await endOf(desk)).unnoted).toEqual([])
  })

  it('are settled by a new note once, not by the same one saved again with its words', async () => {
    using desk = await openJournalDesk()
    mark(desk)
    mark(desk)
    const id = await note(desk)
    await desk.ask('note', 'note.save', { id, difficulty: 5, type: null, words: '' })
    expect((await endOf(desk)).unnoted).toHaveLength(1)
  })

  it('can be left, and that taken back', async () => {
    using desk = await openJournalDesk()
    mark(desk)
    mark(desk)
    await desk.ask('main', 'unnoted.leave', { left: true })
    expect((await endOf(desk)).unnoted).toEqual([])
    // A note that comes now is about none of them.
    await note(desk)
    await desk.ask('main', 'unnoted.leave', { left: false })
    expect((await endOf(desk)).unnoted).toHaveLength(2)
  })

  it('can be looked at: a note at the time of the call, in its shift, once a call', async () => {
    using desk = await openJournalDesk()
    mark(desk)
    const at = desk.clock.now()
    desk.clock.pass(3 * hour)
    const [call] = (await endOf(desk)).unnoted
    if (!call) throw new Error('nothing was marked')
    const id = idAt(desk.clock.now())
    const asked = { id, callId: call.id, difficulty: 4, type: 'angry' } as const
    await desk.ask('main', 'unnoted.note', asked)
    await desk.ask('main', 'unnoted.note', { ...asked, difficulty: 5 })
    const everything = { before: null, filter: { type: null }, query: '' }
    const { notes } = await desk.ask('main', 'journal.list', everything)
    expect(notes).toMatchObject([{ id, at, difficulty: 5, type: 'angry', hasWords: false }])
    expect((await endOf(desk)).unnoted).toEqual([])
    expect(await desk.ask('main', 'today.get', {})).toMatchObject({ notes: 1 })
    const another = { ...asked, id: idAt(desk.clock.now()) }
    await expect(desk.ask('main', 'unnoted.note', another)).rejects.toThrow('no-note')
    const nowhere = { ...asked, callId: idAt(desk.clock.now()) }
    await expect(desk.ask('main', 'unnoted.note', nowhere)).rejects.toThrow('no-note')
  })
})

describe('what went right', () => {
  const write = async (desk: Desk, words: string, came: boolean | null = true) =>
    desk.ask('main', 'right.keep', { shiftId: (await endOf(desk)).shiftId, came, words })
  const rights = async (desk: Desk) =>
    (await desk.ask('main', 'right.list', { before: null })).rights.map(({ words }) => words)
  async function writingDesk() {
    const desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    await note(desk)
    return desk
  }

  it('is kept exactly, and read again, newest first, fifty at a time', async () => {
    using desk = await writingDesk()
    const odd = '  “Thank you” 🙏🏽 \n مرحبا \u0007'
    await write(desk, odd)
    expect((await endOf(desk)).words).toBe(odd)
    for (let shift = 1; shift <= 60; shift++) {
      nextShift(desk)
      await note(desk)
      await write(desk, `good ${shift}`)
    }
    const first = await desk.ask('main', 'right.list', { before: null })
    expect(first.rights).toHaveLength(50)
    expect(first.hasMore).toBe(true)
    const before = first.rights.at(-1)?.openedAt ?? 0
    const rest = await desk.ask('main', 'right.list', { before })
    expect(rest.rights.at(-1)).toMatchObject({ words: odd, shiftDate: '2026-11-22' })
    expect(first.rights.length + rest.rights.length).toBe(61)
    expect(rest.hasMore).toBe(false)
  })

  it('has no words at a desk without them: one tap, and what was written is neither shown nor lost', async () => {
    using desk = await writingDesk()
    await write(desk, 'a quiet hour')
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    await expect(write(desk, 'more')).rejects.toThrow('words-off')
    const { shiftId, words } = await endOf(desk)
    expect(words).toBeNull()
    await desk.ask('main', 'right.keep', { shiftId, came: true, words: null })
    expect(await endOf(desk)).toMatchObject({ came: true, words: null })
    expect(await rights(desk)).toEqual([])
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    expect(await rights(desk)).toEqual(['a quiet hour'])
  })

  it('can be deleted, and written anew', async () => {
    using desk = await writingDesk()
    await write(desk, 'a quiet hour')
    const { shiftId } = await endOf(desk)
    expect(await desk.ask('main', 'right.drop', { shiftId })).toEqual({
      settled: true,
      copiesCleared: 0,
      copiesLeft: 0,
    })
    expect(await rights(desk)).toEqual([])
    expect(await endOf(desk)).toMatchObject({ came: true, words: '' })
    await write(desk, 'a quiet hour')
    expect(await rights(desk)).toEqual(['a quiet hour'])
  })

  it('of a shift that isn’t there is refused', async () => {
    using desk = await writingDesk()
    const shiftId = idAt(desk.clock.now())
    await expect(desk.ask('main', 'right.drop', { shiftId })).rejects.toThrow('no-shift')
    await expect(
      desk.ask('main', 'right.keep', { shiftId, came: true, words: 'x' }),
    ).rejects.toThrow('no-shift')
  })
})

describe('the things that do good', () => {
  const list = (desk: Desk) => desk.ask('main', 'recharge.get', {})
  const picked = async (desk: Desk) =>
    (await list(desk)).filter((item) => item.picked).map(({ id, words }) => words ?? id)

  it('are a short list of ours to tick, where no words are kept', async () => {
    using desk = await openJournalDesk()
    expect((await list(desk)).every(({ words, picked: ticked }) => words === null && !ticked)).toBe(
      true,
    )
    await desk.ask('main', 'recharge.set', { id: 'music', words: '', picked: true })
    expect(await picked(desk)).toEqual(['music'])
    const own = { id: idAt(desk.clock.now()), words: 'my garden', picked: true }
    await expect(desk.ask('main', 'recharge.set', own)).rejects.toThrow('words-off')
    await desk.ask('main', 'recharge.set', { id: 'music', words: '', picked: false })
    expect(await picked(desk)).toEqual([])
  })

  it('are also the agent’s own, which numbers only hides and doesn’t lose', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    const own = { id: idAt(desk.clock.now()), words: 'my garden', picked: true }
    await desk.ask('main', 'recharge.set', { id: 'walk', words: '', picked: true })
    await desk.ask('main', 'recharge.set', own)
    expect(await picked(desk)).toEqual(['walk', 'my garden'])
    await desk.ask('main', 'settings.set', { words: 'numbers' })
    expect(await picked(desk)).toEqual(['walk'])
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    await desk.ask('main', 'recharge.set', { ...own, words: '', picked: false })
    expect(await picked(desk)).toEqual(['walk'])
  })

  it('take so many and no more, and no words for one of ours', async () => {
    using desk = await openJournalDesk()
    await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
    for (let nth = 0; nth < 24; nth++)
      await desk.ask('main', 'recharge.set', {
        id: idAt(desk.clock.now() + nth),
        words: `own ${nth}`,
        picked: true,
      })
    const more = { id: idAt(desk.clock.now() + 99), words: 'one more', picked: true }
    await expect(desk.ask('main', 'recharge.set', more)).rejects.toThrow('bad-input')
    await expect(
      desk.ask('main', 'recharge.set', { id: 'walk', words: 'far away', picked: true }),
    ).rejects.toThrow('bad-input')
    expect(await picked(desk)).toHaveLength(24)
  })

  it('come round from shift to shift', async () => {
    using desk = await openJournalDesk()
    for (const id of ['walk', 'water', 'sleep'] as const)
      await desk.ask('main', 'recharge.set', { id, words: '', picked: true })
    const offered: unknown[] = []
    for (let shift = 0; shift < 4; shift++) {
      await note(desk)
      const { recharge } = await endOf(desk)
      offered.push(recharge.offered)
      await desk.ask('main', 'shift.end', { step: 'closing', recharge: 'walk' })
      expect((await endOf(desk)).recharge.picked).toBe('walk')
      nextShift(desk)
    }
    expect(offered).toEqual(['walk', 'water', 'water', 'water'])
  })
})

describe('a night from 22 to 7', () => {
  it.each([
    ['past midnight in Manila', '2026-11-22T14:00:00Z', 'Asia/Manila', '2026-11-22', 9],
    ['as summer time ends in Berlin', '2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-24', 10],
    ['as summer time begins in Berlin', '2026-03-28T21:00:00Z', 'Europe/Berlin', '2026-03-28', 8],
    ['into a new year in New York', '2027-01-01T03:00:00Z', 'America/New_York', '2026-12-31', 9],
  ] as const)('begins, and ends in the same shift: %s', async (_when, at, zone, date, hours) => {
    using desk = await openJournalDesk(testClock(at, zone))
    await start(desk, 'done', 3, 'helped')
    for (let gone = 0; gone < hours; gone++) {
      mark(desk)
      desk.clock.pass(hour)
    }
    const wall = Temporal.Instant.fromEpochMilliseconds(desk.clock.now()).toZonedDateTimeISO(zone)
    expect(wall.toPlainTime().toString()).toBe('07:00:00')
    await end(desk, 'rating')
    await rate(desk, 6, 2)
    await end(desk, 'unnoted')
    const { unnoted } = await endOf(desk)
    expect(unnoted).toHaveLength(hours)
    expect(await startOf(desk)).toMatchObject({ step: 'done', rested: 3 })
    expect((await desk.ask('main', 'trends.get', {})).shifts).toMatchObject([
      { shiftDate: date, stress: 6, energy: 2, ratedBy: 'shift-end' },
    ])
    // Home and asleep: the next night is another shift, and nothing of this one is asked for.
    desk.clock.pass(15 * hour)
    expect(await cards(desk)).toEqual({
      start: { step: null, rested: null, moment: 'their-side' },
      end: null,
    })
    await start(desk, 'done', null, 'their-side')
    expect(await endOf(desk)).toMatchObject({ step: null, unnoted: [], rating: null })
  })
})
