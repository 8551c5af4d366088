import type { Input, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { earliestMs } from '../shifts/day.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { createNoteRows } from './rows.ts'

/**
 * Puts a note where it was, not where it is written: into the shift around its time, or into one that
 * is made for it. It is marked as added later. Adding the same id again changes nothing.
 */
export function createAdding(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  settings: SettingsRoom,
  clock: Clock,
): { add(note: Input<VaultDoor, 'note.add'>): void } {
  const rows = createNoteRows(store)
  return {
    add({ id, date, time, difficulty, type }) {
      const { at, zone } = shifts.momentOf(date, time)
      const now = clock.now()
      if (at > now) throw new Refusal('to-come', 'That time is still to come.')
      if (at < earliestMs) throw new Refusal('bad-input', 'No computer’s clock goes back that far.')
      store.write(() => {
        if (rows.get(id)) return
        const { id: shiftId } = shifts.later(at, zone, settings.get().shiftStart)
        rows.begin({ id, shiftId, at, zone, difficulty, type, addedLater: true }, now)
        summary.refresh(shiftId)
      })
    },
  }
}
