import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCalls, type Calls } from '../../../src/calls/calls.ts'
import type { CallEvent } from '../../../src/calls/signal.ts'
import type { Journal, Store } from '../../../src/ports.ts'
import { createShifts } from '../../../src/shifts/shifts.ts'
import { passphrase, random, testClock } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'

const minute = 60_000
const clock = testClock()
let folder = ''
let journal: Journal
let store: Store
let calls: Calls

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lull-calls-'))
  journal = journalIn(folder, { clock })
  const opened = await journal.create(passphrase)
  if (!opened.ok) throw new Error(opened.message)
  store = opened.store
  calls = createCalls(store, createShifts(store, clock, random), clock, random)
})
afterEach(() => {
  journal.close()
  rmSync(folder, { recursive: true })
})

const start = Temporal.Instant.from('2026-11-22T14:00:00Z').epochMilliseconds

/** Hears signals at given minutes and returns the calls that are kept, in minutes. */
function kept(...signals: [minutes: number, event: CallEvent][]) {
  for (const [minutes, event] of signals)
    calls.hear({
      event,
      at: start + minutes * minute,
      source: event === 'marked' ? 'shortcut' : 'command',
    })
  const minutesOf = (at: number | null) => (at === null ? null : (at - start) / minute)
  return store
    .prepare<{ started_at: number | null; marked_at: number | null; ended_at: number | null }>(
      `SELECT started_at, marked_at, ended_at FROM call ORDER BY id`,
    )
    .all()
    .map((row) => [minutesOf(row.started_at), minutesOf(row.marked_at), minutesOf(row.ended_at)])
}

describe('what is kept of calls', () => {
  it('is one row for a call that began, was marked and ended', () => {
    expect(kept([0, 'started'], [3, 'marked'], [5, 'ended'])).toEqual([[0, 3, 5]])
  })

  it('is one row for each mark where no hook tells of calls', () => {
    expect(kept([0, 'marked'], [60, 'marked'], [120, 'marked'])).toEqual([
      [null, 0, null],
      [null, 60, null],
      [null, 120, null],
    ])
  })

  it('joins a mark and the end after it where a hook tells of ends only', () => {
    expect(kept([0, 'ended'], [3, 'marked'], [4, 'marked'], [5, 'ended'])).toEqual([
      [null, null, 0],
      [null, 3, 5],
    ])
  })

  it('is one row for a call that is marked within a minute after its end', () => {
    expect(kept([0, 'started'], [5, 'ended'], [5.5, 'marked'])).toEqual([[0, 5.5, 5]])
    expect(kept([100, 'ended'], [102, 'marked'])).toEqual([
      [0, 5.5, 5],
      [null, null, 100],
      [null, 102, null],
    ])
  })

  it('marks the call that runs, not the one that ended a moment ago', () => {
    expect(kept([0, 'ended'], [0.2, 'started'], [0.5, 'marked'])).toEqual([
      [null, null, 0],
      [0.2, 0.5, null],
    ])
  })

  it('has the length and the channel that a door told, and the door that told it', () => {
    const at = start
    calls.hear({ event: 'started', at, source: 'link' })
    calls.hear({ event: 'marked', at: at + 1000, source: 'shortcut', channel: 'chat' })
    calls.hear({ event: 'ended', at: at + 5000, source: 'link', seconds: 4, channel: 'call' })
    calls.hear({ event: 'ended', at: at + 9 * minute, source: 'microphone', seconds: 95 })
    expect(store.prepare('SELECT source, channel, seconds FROM call ORDER BY id').all()).toEqual([
      { source: 'link', channel: 'chat', seconds: 4 },
      { source: 'microphone', channel: null, seconds: 95 },
    ])
    expect(calls.hookSeen()).toBe(true)
  })

  it('does not end a call that began more than four hours before', () => {
    expect(kept([0, 'started'], [241, 'ended'])).toEqual([
      [0, null, null],
      [null, null, 241],
    ])
  })
})
