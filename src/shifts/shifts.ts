import type { Clock, Instant, Random, Store } from '../ports.ts'
import { uuidv7 } from '../uuid.ts'
import { belongs, gapMs, localDate, longestMs, type Shift } from './shift.ts'

export interface Shifts {
  /**
   * The shift that an entry or a signal at `at` belongs to, opened if there is none. Call it inside
   * `store.write`, so that a shift never stands without what opened it.
   */
  at(at: Instant): Shift
  /** The shift that is open at `now`, or null between shifts. */
  open(now: Instant): Shift | null
}

interface Row {
  id: string
  shift_date: string
  opened_at: number
  last_at: number
}

export function createShifts(store: Store, clock: Clock, random: Random): Shifts {
  const before = store.prepare<Row>(`
    SELECT id, shift_date, opened_at, last_at FROM shift
    WHERE opened_at <= ? ORDER BY opened_at DESC LIMIT 1`)
  const next = store.prepare<Row>(`
    SELECT id, shift_date, opened_at, last_at FROM shift
    WHERE opened_at > ? ORDER BY opened_at LIMIT 1`)
  const insert = store.prepare(`
    INSERT INTO shift (id, shift_date, zone, opened_at, last_at) VALUES (?, ?, ?, ?, ?)`)
  const touch = store.prepare(`
    UPDATE shift SET opened_at = min(opened_at, ?), last_at = max(last_at, ?) WHERE id = ?`)

  const open = (now: Instant): Shift | null => {
    const row = before.get(now)
    const shift = row && shiftOf(row)
    return shift && belongs(shift, now) ? shift : null
  }

  /** What is entered late may come before the entry that opened its shift: the shift's date stays. */
  const opensLater = (at: Instant): Shift | null => {
    const row = next.get(at)
    return row && row.opened_at - at < gapMs && row.last_at - at < longestMs ? shiftOf(row) : null
  }

  return {
    open,
    at(at) {
      const current = open(at) ?? opensLater(at)
      if (current) {
        touch.run(at, at, current.id)
        return {
          ...current,
          openedAt: Math.min(current.openedAt, at),
          lastAt: Math.max(current.lastAt, at),
        }
      }
      const zone = clock.zone()
      const shift = {
        id: uuidv7(at, random),
        shiftDate: localDate(at, zone),
        openedAt: at,
        lastAt: at,
      }
      insert.run(shift.id, shift.shiftDate, zone, at, at)
      return shift
    },
  }
}

const shiftOf = (row: Row): Shift => ({
  id: row.id,
  shiftDate: row.shift_date,
  openedAt: row.opened_at,
  lastAt: row.last_at,
})
