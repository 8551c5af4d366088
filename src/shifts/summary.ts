import type { Store } from '../ports.ts'

export interface Summary {
  /** Writes the one row of this shift anew. Called inside the transaction that writes an entry. */
  refresh(shiftId: string): void
  /** Writes every row anew. What this gives is what `refresh` has kept, by property test. */
  rebuild(): void
}

const columns = `
  SELECT s.id,
    (SELECT count(*) FROM note n WHERE n.shift_id = s.id),
    (SELECT count(*) FROM pause p WHERE p.shift_id = s.id),
    (SELECT count(*) FROM checkin c WHERE c.shift_id = s.id),
    (SELECT coalesce(sum(c.stress), 0) FROM checkin c WHERE c.shift_id = s.id),
    (SELECT coalesce(sum(c.energy), 0) FROM checkin c WHERE c.shift_id = s.id)
  FROM shift s`

export function createSummary(store: Store): Summary {
  const into = `INSERT OR REPLACE INTO shift_summary
    (shift_id, notes, pauses, checkins, stress_sum, energy_sum)`
  const one = store.prepare(`${into} ${columns} WHERE s.id = ?`)
  const clear = store.prepare(`DELETE FROM shift_summary`)
  const all = store.prepare(`${into} ${columns}`)

  return {
    refresh: (shiftId) => {
      one.run(shiftId)
    },
    rebuild: () =>
      store.write(() => {
        clear.run()
        all.run()
      }),
  }
}
