import type { ContextMark } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { ShiftKind } from './watch.ts'
import type { Watching } from './watching.ts'
import { nextEpoch } from '../epochs.ts'

/** What the agent says of a shift or of a time, so that the numbers can be read beside it. */
export interface Marks {
  /** What reaches into the time after this date, the oldest first; `''` is all of it. */
  from(date: string): ContextMark[]
  /** Keeps a mark, new or changed. */
  keep(mark: ContextMark): void
  /** Takes a mark out; what isn't there is gone already. */
  delete(id: string): void
  /** What kind of shift it was: it is ranked among its own. `no-shift` where there is none such. */
  setKind(shiftId: string, kind: ShiftKind): void
}

export function createMarks(store: Store, watching: Watching, clock: Clock): Marks {
  const from = store.prepare<ContextMark>(`
    SELECT id, kind, from_date AS "from", to_date AS "to" FROM context_mark
    WHERE gone = 0 AND to_date > ? ORDER BY from_date, id`)
  const keep = store.prepare(`
    INSERT INTO context_mark (id, kind, from_date, to_date, edited_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, from_date = excluded.from_date,
      to_date = excluded.to_date, gone = 0, edited_at = excluded.edited_at,
      rev = CASE WHEN gone = 1 THEN ${nextEpoch('rev')} ELSE rev + 1 END`)
  const remove = store.prepare(`
    UPDATE context_mark SET gone = 1, rev = rev + 1, edited_at = ? WHERE id = ? AND gone = 0`)
  const shift = store.prepare<{ id: string }>(`SELECT id FROM shift WHERE id = ?`)
  const setKind = store.prepare(`
    INSERT INTO shift_kind (shift_id, kind, edited_at) VALUES (?, ?, ?)
    ON CONFLICT (shift_id) DO UPDATE
    SET kind = excluded.kind, rev = rev + 1, edited_at = excluded.edited_at`)

  return {
    from: (date) => from.all(date),
    keep: (mark) =>
      store.write(() => {
        keep.run(mark.id, mark.kind, mark.from, mark.to, clock.now())
      }),
    delete: (id) =>
      store.write(() => {
        remove.run(clock.now(), id)
      }),
    setKind: (shiftId, kind) =>
      store.write(() => {
        if (!shift.get(shiftId)) throw new Refusal('no-shift', 'There is no such shift.')
        setKind.run(shiftId, kind, clock.now())
        watching.refresh(shiftId)
      }),
  }
}
