import type { Instant, Store } from '../ports.ts'

/** A call that the agent marked, and that no note has settled: when it was, and nothing else. */
export interface UnnotedCall {
  id: string
  at: Instant
}

/** A marked call, for whoever notes it. */
export interface MarkedCall extends UnnotedCall {
  shiftId: string
  zone: string
  noteId: string | null
}

export interface Unnoted {
  /** Those of a shift, oldest first. What earlier shifts left is never asked for. */
  of(shiftId: string): UnnotedCall[]
  get(callId: string): MarkedCall | undefined
  /** A note at `at` settles the newest one before it. Inside `store.write`, as all that follow. */
  settle(shiftId: string, at: Instant, noteId: string): void
  /** Settled by a note about exactly this call. */
  noted(callId: string, noteId: string): void
  /** Left without a note; `back` takes that back for the whole shift. */
  leave(shiftId: string, at: Instant): void
  back(shiftId: string): void
}

const unsettled = `marked_at IS NOT NULL AND note_id IS NULL AND left_at IS NULL`

/** The marked calls of a shift, and how they are settled. */
export function createUnnoted(store: Store): Unnoted {
  const of = store.prepare<UnnotedCall>(`
    SELECT id, marked_at AS at FROM call WHERE shift_id = ? AND ${unsettled}
    ORDER BY marked_at, id`)
  const get = store.prepare<MarkedCall>(`
    SELECT id, marked_at AS at, shift_id AS shiftId, zone, note_id AS noteId FROM call
    WHERE id = ? AND marked_at IS NOT NULL`)
  const settle = store.prepare(`
    UPDATE call SET note_id = ? WHERE id = (
      SELECT id FROM call WHERE shift_id = ? AND marked_at <= ? AND ${unsettled}
      ORDER BY marked_at DESC, id DESC LIMIT 1
    )`)
  const noted = store.prepare(`UPDATE call SET note_id = ?, left_at = NULL WHERE id = ?`)
  const leave = store.prepare(`UPDATE call SET left_at = ? WHERE shift_id = ? AND ${unsettled}`)
  const back = store.prepare(`UPDATE call SET left_at = NULL WHERE shift_id = ?`)

  return {
    of: (shiftId) => of.all(shiftId),
    get: (callId) => get.get(callId),
    settle(shiftId, at, noteId) {
      settle.run(noteId, shiftId, at)
    },
    noted(callId, noteId) {
      noted.run(noteId, callId)
    },
    leave(shiftId, at) {
      leave.run(at, shiftId)
    },
    back(shiftId) {
      back.run(shiftId)
    },
  }
}
