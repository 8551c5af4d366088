import type { Unnoted } from '../calls/unnoted.ts'
import type { Input, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { Summary } from '../shifts/summary.ts'
import { createNoteRows } from './rows.ts'

/** Notes about calls that were marked and not noted: looked at once more, at a shift's end. */
export function createUnnotedNotes(
  store: Store,
  unnoted: Unnoted,
  summary: Summary,
  clock: Clock,
): { save(note: Input<VaultDoor, 'unnoted.note'>): void } {
  const rows = createNoteRows(store)

  return {
    /** Saves a note whose time is the call's. The same id again changes it; a call takes one note. */
    save({ id, callId, difficulty, type }) {
      store.write(() => {
        const call = unnoted.get(callId)
        if (!call || (call.noteId !== null && call.noteId !== id))
          throw new Refusal('no-note', 'There is no such moment without a note.')
        const now = clock.now()
        const before = rows.get(id)
        if (before) rows.change({ ...before, difficulty, type }, now)
        else {
          const { shiftId, at, zone } = call
          rows.begin({ id, shiftId, at, zone, difficulty, type }, now)
        }
        unnoted.noted(callId, id)
        summary.refresh(call.shiftId)
      })
    },
  }
}
