import type { Input, VaultDoor } from '../contract.ts'
import type { Clock, Random, Store } from '../ports.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { uuidv7 } from '../uuid.ts'

export type CheckIn = Input<VaultDoor, 'checkin.save'>

export type LastCheckIn = Pick<CheckIn, 'stress' | 'energy'> & { id: string }

export interface CheckIns {
  /** Keeps how it is now, stress and energy 0 to 10, as the agent's own where no kind is said; returns its id. */
  save(checkIn: CheckIn): string
  /** The last check-in of a shift. */
  lastOf(shiftId: string): LastCheckIn | null
}

export function createCheckIns(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  clock: Clock,
  random: Random,
): CheckIns {
  const insert = store.prepare(`
    INSERT INTO checkin (id, shift_id, at, zone, stress, energy, kind, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const last = store.prepare<LastCheckIn>(`
    SELECT id, stress, energy FROM checkin WHERE shift_id = ? ORDER BY at DESC, id DESC LIMIT 1`)

  return {
    save({ stress, energy, kind = 'own' }) {
      const now = clock.now()
      const id = uuidv7(now, random)
      store.write(() => {
        const shift = shifts.at(now)
        insert.run(id, shift.id, now, clock.zone(), stress, energy, kind, now)
        summary.refresh(shift.id)
      })
      return id
    },
    lastOf: (shiftId) => last.get(shiftId) ?? null,
  }
}
