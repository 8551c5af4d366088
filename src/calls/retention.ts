import type { Clock, Instant, Store } from '../ports.ts'
import { errorOf } from '../refusal.ts'

const day = 24 * 3_600_000
/** For so long a call that nobody noted is a row of its own; then it is one of a shift's counts. */
export const callsKeptMs = 30 * day

export interface Retention {
  /** Turns what is too old at `now` into counts; says how many calls went. */
  sweep(now: Instant): number
  /** Sweeps now, and every day from now on; the answer ends it. */
  begin(): () => void
}

/** Calls of long ago are counts, not times: how many, and for how long (design.md, "Never lost"). */
export function createRetention(store: Store, clock: Clock): Retention {
  const old = `
    shift_id IN (SELECT id FROM shift WHERE last_at <= ?)
    AND NOT EXISTS (SELECT 1 FROM note n WHERE n.id = call.note_id)`
  const any = store.prepare<{ one: number }>(`SELECT 1 AS one FROM call WHERE ${old} LIMIT 1`)
  const count = store.prepare(`
    INSERT INTO call_count (shift_id, calls, marked, hooked, timed, talk_ms)
    SELECT shift_id, count(*), count(marked_at),
      count(ended_at),
      count(CASE WHEN ended_at >= started_at THEN 1 END),
      coalesce(sum(CASE WHEN ended_at >= started_at THEN ended_at - started_at END), 0)
    FROM call WHERE ${old} GROUP BY shift_id
    ON CONFLICT (shift_id) DO UPDATE SET
      calls = calls + excluded.calls, marked = marked + excluded.marked,
      hooked = hooked + excluded.hooked, timed = timed + excluded.timed,
      talk_ms = talk_ms + excluded.talk_ms`)
  const remove = store.prepare(`DELETE FROM call WHERE ${old}`)

  function sweep(now: Instant): number {
    const until = now - callsKeptMs
    if (!any.get(until)) return 0
    return store.write(() => {
      count.run(until)
      return remove.run(until).changes
    })
  }

  return {
    sweep,
    begin() {
      let stop = () => {}
      const turn = () => {
        stop = clock.after(day, turn)
        try {
          sweep(clock.now())
        } catch (error) {
          // A disk that is full or held today may not be tomorrow, and nobody asked for this.
          if (errorOf(error).code === 'failed') throw error
        }
      }
      turn()
      return () => stop()
    },
  }
}
