import type { Input, TodayPause, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'

export type PauseTaken = Input<VaultDoor, 'pause.save'>

export interface Pauses {
  /** Keeps a pause as what it was, stopped or whole. Saving the same id again changes nothing. */
  save(pause: PauseTaken): void
  /** The pauses of a shift, in the order they were taken. */
  ofShift(shiftId: string): TodayPause[]
}

export function createPauses(store: Store, shifts: Shifts, summary: Summary, clock: Clock): Pauses {
  const insert = store.prepare(`
    INSERT INTO pause (id, shift_id, at, zone, pattern, elapsed_ms, planned_ms, ended, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`)
  const ofShift = store.prepare<TodayPause>(`
    SELECT id, at, pattern, elapsed_ms AS elapsedMs, ended FROM pause
    WHERE shift_id = ? ORDER BY at, id`)

  return {
    save(pause) {
      // A page's clock may be off; a pause can't begin after it was handed in.
      const now = clock.now()
      const at = Math.min(pause.startedAt, now)
      store.write(() => {
        const shift = shifts.at(at)
        insert.run(
          pause.id,
          shift.id,
          at,
          clock.zone(),
          pause.pattern,
          pause.elapsedMs,
          pause.plannedMs,
          pause.ended,
          now,
        )
        summary.refresh(shift.id)
      })
    },
    ofShift: (shiftId) => ofShift.all(shiftId),
  }
}
