import type { Input, PausesTaken, PauseStart, TodayPause, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { askTension, ratedFromMs, withoutBreathFirst } from './choose.ts'
import { exerciseIds, isExerciseId } from './exercises.ts'

export type PauseTaken = Input<VaultDoor, 'pause.save'>

export interface Pauses {
  /** What to ask and to offer before this pause, from the ones before it. */
  begin(pause: Input<VaultDoor, 'pause.begin'>): PauseStart
  /** Keeps a pause as what it was, stopped or whole. Saving the same id again changes nothing. */
  save(pause: PauseTaken): void
  /** Adds the rating after a pause that was rated before. Refuses one that isn't there, or wasn't. */
  rate(id: string, after: number): void
  /** The pauses of a shift, in the order they were taken. */
  ofShift(shiftId: string): TodayPause[]
  /** The last ones, and what was rated before and after all of them. */
  taken(): PausesTaken
}

/** How many of the last pauses a screen shows. */
const shown = 50
/** From so many rated pauses on their means are told (statistics.md, 5.2). */
const describedFrom = 10

export const noPauses: PausesTaken = { sessions: [], described: null }
/** Where nothing is known of the pauses before: ask nothing. */
export const plainStart: PauseStart = { askTension: false, withoutBreathFirst: false }
export const notRatable = () => new Refusal('bad-input', 'There is no such pause to rate.')

export function createPauses(store: Store, shifts: Shifts, summary: Summary, clock: Clock): Pauses {
  const insert = store.prepare(`
    INSERT INTO pause (id, shift_id, at, zone, pattern, elapsed_ms, planned_ms, ended, before,
      after, chosen, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`)
  const rate = store.prepare(`
    UPDATE pause SET after = ?, rev = rev + 1, edited_at = ?
    WHERE id = ? AND before IS NOT NULL`)
  const columns = `id, at, pattern AS kind, elapsed_ms AS elapsedMs, ended`
  const ofShift = store.prepare<TodayPause>(`
    SELECT ${columns} FROM pause WHERE shift_id = ? ORDER BY at, id`)
  const last = store.prepare<TodayPause>(`
    SELECT ${columns} FROM pause ORDER BY at DESC, id DESC LIMIT ${shown}`)
  const rated = store.prepare<{ count: number; before: number; after: number }>(`
    SELECT count(*) AS count, total(before) AS before, total(after) AS after FROM pause
    WHERE after IS NOT NULL`)
  const long = store.prepare<{ count: number }>(`
    SELECT count(*) AS count FROM pause WHERE planned_ms >= ${ratedFromMs}`)
  const lastThree = store.prepare<{ before: number; after: number }>(`
    SELECT before, after FROM pause
    WHERE after IS NOT NULL AND pattern NOT IN (${exerciseIds.map(() => '?').join(', ')})
    ORDER BY at DESC, id DESC LIMIT 3`)

  return {
    begin: ({ kind, plannedMs }) => ({
      askTension: askTension(long.get()?.count ?? 0, plannedMs),
      withoutBreathFirst: !isExerciseId(kind) && withoutBreathFirst(lastThree.all(...exerciseIds)),
    }),
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
          pause.kind,
          pause.elapsedMs,
          pause.plannedMs,
          pause.ended,
          pause.before,
          pause.after,
          pause.chosen,
          now,
        )
        summary.refresh(shift.id)
      })
    },
    rate(id, after) {
      const { changes } = store.write(() => rate.run(after, clock.now(), id))
      if (changes === 0) throw notRatable()
    },
    ofShift: (shiftId) => ofShift.all(shiftId),
    taken() {
      const { count, before, after } = rated.get() ?? { count: 0, before: 0, after: 0 }
      const mean = (sum: number) => Math.round((sum / count) * 10) / 10
      return {
        sessions: last.all(),
        described:
          count < describedFrom ? null : { count, before: mean(before), after: mean(after) },
      }
    },
  }
}
