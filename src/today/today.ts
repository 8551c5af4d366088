import type { Pauses } from '../breathing/pauses.ts'
import type { CheckIns } from '../checkins/checkins.ts'
import type { Today } from '../contract.ts'
import type { Difficulty, NoteType } from '../guidance/types.ts'
import { mayComeUp } from '../notes/brooding.ts'
import type { Clock, Store } from '../ports.ts'
import { localDate } from '../shifts/shift.ts'
import type { Shifts } from '../shifts/shifts.ts'
import { isBehind } from '../shifts/clock-behind.ts'

/** What the companion doesn't add from other rooms. */
export type Glance = Omit<Today, 'hasRecoveryKey' | 'question' | 'selfCheck' | 'heavyNumbers'>

/** The open shift at a glance; of its notes, how many, and how many were good. Between shifts it is empty: no hard hour follows anyone home. */
export function createToday(
  store: Store,
  shifts: Shifts,
  pauses: Pauses,
  checkIns: CheckIns,
  clock: Clock,
): { get(): Glance } {
  const notes = store.prepare<{ notes: number }>(
    `SELECT notes FROM shift_summary WHERE shift_id = ?`,
  )
  const events = store.prepare<{ difficulty: Difficulty; type: NoteType | null }>(
    `SELECT difficulty, type FROM note WHERE shift_id = ?`,
  )

  const newest = store.prepare<{ at: number }>(
    `SELECT last_at AS at FROM shift ORDER BY opened_at DESC LIMIT 1`,
  )
  /** The date of what was kept last, where the clock shows a time before it. */
  const clockBehind = (): string | null => {
    const at = newest.get()?.at ?? null
    return at !== null && isBehind(at, clock.now()) ? localDate(at, clock.zone()) : null
  }

  return {
    get() {
      const shift = shifts.open(clock.now())
      if (!shift) return { ...emptyToday, clockBehind: clockBehind() }
      return {
        clockBehind: clockBehind(),
        shiftDate: shift.shiftDate,
        notes: notes.get(shift.id)?.notes ?? 0,
        goodNotes: events.all(shift.id).filter(mayComeUp).length,
        pauses: pauses.ofShift(shift.id),
        checkIn: checkIns.lastOf(shift.id),
      }
    },
  }
}

export const emptyToday: Glance = {
  clockBehind: null,
  shiftDate: null,
  notes: 0,
  goodNotes: 0,
  pauses: [],
  checkIn: null,
}
