import { describe, expect, it } from 'vitest'
import { createCalls } from '../../../src/calls/calls.ts'
import { callsKeptMs, createRetention } from '../../../src/calls/retention.ts'
import { createUnnoted } from '../../../src/calls/unnoted.ts'
import type { CallEvent } from '../../../src/calls/signal.ts'
import { createShifts } from '../../../src/shifts/shifts.ts'
import { passphrase, random, testClock } from '../../desk.ts'
import { storeOf, tempFolder } from '../store/folders.ts'
import { journalIn } from '../store/journal-in.ts'

const minute = 60_000
const day = 24 * 60 * minute

async function aDesk() {
  const clock = testClock()
  const journal = journalIn(tempFolder(), { clock })
  const store = await storeOf(journal, journal.create(passphrase))
  const shifts = createShifts(store, clock, random)
  const calls = createCalls(store, shifts, clock, random)
  const hear = (event: CallEvent) => calls.hear({ event, at: clock.now(), source: 'command' })
  /** A call of so many minutes, marked if asked. */
  const call = (minutes: number, marked = false) => {
    hear('started')
    if (marked) hear('marked')
    clock.pass(minutes * minute)
    hear('ended')
    clock.pass(minute)
  }
  const counts = store.prepare<Record<string, unknown>>(
    `SELECT calls, marked, hooked, timed, talk_ms FROM call_count`,
  )
  const kept = store.prepare<{ id: string; shift_id: string }>(`SELECT id, shift_id FROM call`)
  return { clock, store, shifts, calls, call, hear, counts, kept }
}

describe('calls that nobody noted', () => {
  it('become counts of their shift after 30 days, and are no rows any more', async () => {
    const { clock, store, call, hear, counts, kept } = await aDesk()
    call(3)
    call(5, true)
    hear('started')
    const retention = createRetention(store, clock)
    clock.pass(callsKeptMs - 1)
    expect(retention.sweep(clock.now())).toBe(0)
    expect(counts.all()).toEqual([])
    clock.pass(1)
    expect(retention.sweep(clock.now())).toBe(3)
    expect(kept.all()).toEqual([])
    expect(counts.all()).toEqual([
      { calls: 3, marked: 1, hooked: 2, timed: 2, talk_ms: 8 * minute },
    ])
    expect(retention.sweep(clock.now())).toBe(0)
  })

  it.each(['command', 'link', 'microphone'] as const)(
    'still say as counts that a hook was seen, when a %s told of them',
    async (source) => {
      const { clock, store, calls, counts } = await aDesk()
      for (const event of ['started', 'ended'] as const)
        calls.hear({ event, at: clock.now(), source })
      clock.pass(callsKeptMs)
      expect(createRetention(store, clock).sweep(clock.now())).toBe(1)
      expect(counts.all()).toMatchObject([{ calls: 1, hooked: 1 }])
      expect(calls.hookSeen()).toBe(true)
    },
  )

  it('leave those with a note as they are, until that note is gone', async () => {
    const { clock, store, call, counts, kept } = await aDesk()
    call(3, true)
    const [first] = kept.all()
    if (!first) throw new Error('no call')
    const unnoted = createUnnoted(store)
    store.write(() => {
      unnoted.noted(first.id, 'n')
      store
        .prepare(
          `INSERT INTO note (place, id, shift_id, at, zone, difficulty, edited_at)
          VALUES (1, 'n', ?, 1, 'UTC', 4, 1)`,
        )
        .run(first.shift_id)
    })
    const retention = createRetention(store, clock)
    clock.pass(2 * callsKeptMs)
    expect(retention.sweep(clock.now())).toBe(0)
    expect(kept.all()).toHaveLength(1)
    store.write(() => store.prepare(`DELETE FROM note WHERE id = 'n'`).run())
    expect(retention.sweep(clock.now())).toBe(1)
    expect(counts.all()).toMatchObject([{ calls: 1, marked: 1 }])
  })

  it('leave a shift’s later calls alone, and add up where there is a count already', async () => {
    const { clock, store, call, counts, kept, calls } = await aDesk()
    call(1)
    clock.pass(callsKeptMs)
    const retention = createRetention(store, clock)
    expect(retention.sweep(clock.now())).toBe(1)
    // That a hook was once there is still known, though no row says so any more.
    expect(calls.hookSeen()).toBe(true)
    call(2)
    expect(retention.sweep(clock.now())).toBe(0)
    expect(kept.all()).toHaveLength(1)
    expect(counts.all()).toHaveLength(1)
  })

  it('go every day by themselves, and no more once that is ended', async () => {
    const { clock, store, call, kept } = await aDesk()
    call(1)
    const stop = createRetention(store, clock).begin()
    clock.pass(29 * day)
    expect(kept.all()).toHaveLength(1)
    clock.pass(2 * day)
    expect(kept.all()).toEqual([])
    call(1)
    stop()
    clock.pass(60 * day)
    expect(kept.all()).toHaveLength(1)
  })
})
