import type { Clock, Instant, Random, Store } from '../ports.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { uuidv7 } from '../uuid.ts'
import type { CallSignal } from './signal.ts'

export interface Calls {
  /**
   * Keeps a signal that is confirmed. `ended` and `marked` go to the running call, or stand alone
   * without one; a mark right after the end is of the call that ended.
   */
  hear(signal: CallSignal): void
  /** Whether a hook has ever told that a call ended. */
  hookSeen(): boolean
  /** How long the last calls lasted, in milliseconds, as far as both ends are known. */
  durations(most: number): number[]
}

/** A call that was never said to have ended is taken to be over after this. */
const longestCallMs = 4 * 3_600_000
/** Pressed so long after the end, the "tough one" key means the call that ended. */
const markedAfterMs = 60_000

export function createCalls(store: Store, shifts: Shifts, clock: Clock, random: Random): Calls {
  const running = store.prepare<{ id: string }>(`
    SELECT id FROM call WHERE ended_at IS NULL AND started_at BETWEEN ? AND ?
    ORDER BY id DESC LIMIT 1`)
  const markedOnly = store.prepare<{ id: string }>(`
    SELECT id FROM call WHERE ended_at IS NULL AND started_at IS NULL AND marked_at BETWEEN ? AND ?
    ORDER BY id DESC LIMIT 1`)
  const justEnded = store.prepare<{ id: string }>(`
    SELECT id FROM call WHERE ended_at BETWEEN ? AND ? AND marked_at IS NULL
    ORDER BY ended_at DESC LIMIT 1`)
  const insert = store.prepare(`
    INSERT INTO call
      (id, shift_id, started_at, ended_at, marked_at, zone, source, channel, seconds)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const end = store.prepare(`
    UPDATE call SET ended_at = ?, seconds = coalesce(?, seconds), channel = coalesce(channel, ?)
    WHERE id = ?`)
  const mark = store.prepare(`
    UPDATE call SET marked_at = coalesce(marked_at, ?), channel = coalesce(channel, ?)
    WHERE id = ?`)
  const hook = store.prepare<{ one: number }>(`
    SELECT 1 AS one FROM call
    WHERE source IN ('command', 'link', 'microphone') AND ended_at IS NOT NULL
    UNION ALL SELECT 1 FROM call_count WHERE hooked > 0 LIMIT 1`)

  // Within the last thousand: who has no hook has thousands of calls, and not one duration.
  const known = store.prepare<{ ms: number }>(`
    SELECT ended_at - started_at AS ms
    FROM (SELECT started_at, ended_at FROM call ORDER BY id DESC LIMIT 1000)
    WHERE ended_at > started_at LIMIT ?`)

  const hookSeen = () => hook.get() !== undefined
  /**
   * The call that a mark or an end belongs to. A mark without a start joins what comes after it only
   * where a hook tells of ends: without one, two marks are two calls.
   */
  const runningAt = (at: Instant) =>
    running.get(at - longestCallMs, at) ??
    (hookSeen() ? markedOnly.get(at - longestCallMs, at) : undefined)

  const callOf = (event: CallSignal['event'], at: Instant) => {
    if (event === 'started') return undefined
    const running = runningAt(at)
    return running ?? (event === 'marked' ? justEnded.get(at - markedAfterMs, at) : undefined)
  }

  return {
    hear({ event, at, source, channel = null, seconds = null }) {
      store.write(() => {
        const shift = shifts.at(at)
        const call = callOf(event, at)
        if (call && event === 'ended') end.run(at, seconds, channel, call.id)
        else if (call) mark.run(at, channel, call.id)
        else
          insert.run(
            uuidv7(at, random),
            shift.id,
            event === 'started' ? at : null,
            event === 'ended' ? at : null,
            event === 'marked' ? at : null,
            clock.zone(),
            source,
            channel,
            seconds,
          )
      })
    },
    hookSeen,
    durations: (most) => known.all(most).map(({ ms }) => ms),
  }
}
