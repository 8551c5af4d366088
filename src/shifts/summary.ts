import type { Store } from '../ports.ts'

export interface Summary {
  /** Writes the one row of this shift anew. Called inside the transaction that writes an entry. */
  refresh(shiftId: string): void
  /** Writes every row anew. What this gives is what `refresh` has kept, by property test. */
  rebuild(): void
}

/**
 * The check-ins that give a shift its one value: the last rating at its end, else those that a
 * reminder asked for, else the agent's own (design.md, "Honest numbers" 1).
 */
const rated = `
  FROM checkin c WHERE c.shift_id = s.id AND c.kind = s.kind AND (
    s.kind <> 'shift-end' OR c.id = (
      SELECT l.id FROM checkin l WHERE l.shift_id = s.id AND l.kind = 'shift-end'
      ORDER BY l.at DESC, l.id DESC LIMIT 1
    ))`
/** Hard as `pathOf` has it (notes/brooding.ts): 4 or 5, abuse, distress. A good call is a good call. */
const hard = `
  n.type IS NOT 'good' AND (n.difficulty >= 4 OR n.type IN ('abusive', 'distress'))`
const columns = (where: string) => `
  SELECT s.id,
    (SELECT count(*) FROM note n WHERE n.shift_id = s.id),
    (SELECT count(*) FROM pause p WHERE p.shift_id = s.id),
    (SELECT count(*) FROM checkin c WHERE c.shift_id = s.id),
    s.kind,
    (SELECT count(*) ${rated}),
    (SELECT coalesce(sum(c.stress), 0) ${rated}),
    (SELECT coalesce(sum(c.energy), 0) ${rated}),
    (SELECT count(*) FROM note n WHERE n.shift_id = s.id AND ${hard}),
    (SELECT count(*) FROM note n WHERE n.shift_id = s.id AND n.type = 'good')
  FROM (
    SELECT shift.id, (
      SELECT c.kind FROM checkin c WHERE c.shift_id = shift.id
      ORDER BY CASE c.kind WHEN 'shift-end' THEN 0 WHEN 'reminder' THEN 1 ELSE 2 END LIMIT 1
    ) AS kind
    FROM shift ${where}
  ) s`

export function createSummary(store: Store): Summary {
  const into = `INSERT OR REPLACE INTO shift_summary
    (shift_id, notes, pauses, checkins, rated_by, rated, stress_sum, energy_sum, hard, good)`
  const one = store.prepare(`${into} ${columns('WHERE id = ?')}`)
  const clear = store.prepare(`DELETE FROM shift_summary`)
  const all = store.prepare(`${into} ${columns('')}`)

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
