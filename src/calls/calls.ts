import type { CallEvent, CallSource, Clock, Instant, Random, Store } from '../ports.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { uuidv7 } from '../uuid.ts'

/** A call signal as it is kept: what, when and by which way. Nothing else ever gets this far. */
export interface CallSignal {
  event: CallEvent
  at: Instant
  source: CallSource
}

export interface Calls {
  /** Keeps a signal. `ended` and `marked` go to the running call, or stand alone without one. */
  hear(signal: CallSignal): void
  /** Whether a hook has ever told that a call ended. */
  hookSeen(): boolean
  /** How long the last calls lasted, in milliseconds, as far as both ends are known. */
  durations(most: number): number[]
}

/** A call that was never said to have ended is taken to be over after this. */
const longestCallMs = 4 * 3_600_000

export function createCalls(store: Store, shifts: Shifts, clock: Clock, random: Random): Calls {
  const running = store.prepare<{ id: string }>(`
    SELECT id FROM call WHERE ended_at IS NULL AND started_at BETWEEN ? AND ?
    ORDER BY id DESC LIMIT 1`)
  const markedOnly = store.prepare<{ id: string }>(`
    SELECT id FROM call WHERE ended_at IS NULL AND started_at IS NULL AND marked_at BETWEEN ? AND ?
    ORDER BY id DESC LIMIT 1`)
  const insert = store.prepare(`
    INSERT INTO call (id, shift_id, started_at, ended_at, marked_at, zone, source)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const end = store.prepare(`UPDATE call SET ended_at = ? WHERE id = ?`)
  const mark = store.prepare(`UPDATE call SET marked_at = coalesce(marked_at, ?) WHERE id = ?`)
  const hook = store.prepare<{ one: number }>(
    `SELECT 1 AS one FROM call WHERE source = 'command' AND ended_at IS NOT NULL LIMIT 1`,
  )

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

  return {
    hear({ event, at, source }) {
      store.write(() => {
        const shift = shifts.at(at)
        const call = event === 'started' ? undefined : runningAt(at)
        if (call && event === 'ended') end.run(at, call.id)
        else if (call) mark.run(at, call.id)
        else
          insert.run(
            uuidv7(at, random),
            shift.id,
            event === 'started' ? at : null,
            event === 'ended' ? at : null,
            event === 'marked' ? at : null,
            clock.zone(),
            source,
          )
      })
    },
    hookSeen,
    durations: (most) => known.all(most).map(({ ms }) => ms),
  }
}
