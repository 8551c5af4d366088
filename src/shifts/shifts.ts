import type { Clock, Instant, Random, Store } from '../ports.ts'
import { uuidv7 } from '../uuid.ts'
import {
  belongs,
  claims,
  instantOf,
  localDate,
  longestMs,
  usualShift,
  type Shift,
} from './shift.ts'

export interface Shifts {
  /**
   * The shift that an entry or a signal at `at` belongs to, opened if there is none, in `zone`
   * where that is said. Call it inside `store.write`, so that a shift never stands without what opened it.
   */
  at(at: Instant, zone?: string): Shift
  /** The shift that is open at `now`, or null between shifts. */
  open(now: Instant): Shift | null
  /**
   * The shift that an entry added later belongs to: the one around its time; else one of the same
   * usual shift (`usualStart`: `22:00`); else one that is made. It never moves when another shift
   * opened or ended, so it doesn't matter what is added first. Call it inside `store.write`.
   */
  later(at: Instant, zone: string, usualStart: string | null): Pick<Shift, 'id' | 'shiftDate'>
  /**
   * What the agent means by a date and a time, `2026-11-22` and `23:30`: by the clock of the shift
   * that it falls into, else by the one on the wall now.
   */
  momentOf(date: string, time: string): { at: Instant; zone: string }
}

interface Row {
  id: string
  shift_date: string
  zone: string
  opened_at: number
  last_at: number
}

export function createShifts(store: Store, clock: Clock, random: Random): Shifts {
  const columns = 'id, shift_date, zone, opened_at, last_at'
  const before = store.prepare<Row>(`
    SELECT ${columns} FROM shift
    WHERE opened_at <= ? AND made_later = ? ORDER BY opened_at DESC LIMIT 1`)
  const next = store.prepare<Row>(`
    SELECT ${columns} FROM shift
    WHERE opened_at > ? AND made_later = ? ORDER BY opened_at LIMIT 1`)
  const opened = store.prepare<Row>(`
    SELECT ${columns} FROM shift
    WHERE opened_at BETWEEN ? AND ? AND made_later = 0 ORDER BY opened_at`)
  const made = store.prepare<Row>(`
    SELECT ${columns} FROM shift WHERE shift_date = ? AND made_later = 1`)
  const insert = store.prepare(`
    INSERT INTO shift (id, shift_date, zone, opened_at, last_at, made_later)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const touch = store.prepare(`
    UPDATE shift SET opened_at = min(opened_at, ?), last_at = max(last_at, ?), made_later = 0
    WHERE id = ?`)

  const openAmong = (now: Instant, madeLater: 0 | 1): Shift | null => {
    const row = before.get(now, madeLater)
    const shift = row && shiftOf(row)
    return shift && belongs(shift, now) ? shift : null
  }
  const open = (now: Instant): Shift | null => openAmong(now, 0) ?? openAmong(now, 1)

  /** What is entered late may come before the entry that opened its shift: the shift's date stays. */
  const opensAmong = (at: Instant, madeLater: 0 | 1): Shift | null => {
    const row = next.get(at, madeLater)
    const shift = row && shiftOf(row)
    return shift && claims(shift, at) ? shift : null
  }

  /** Shifts of the moment that could have `at` in them, and their zones; the oldest first. */
  const around = (at: Instant): Row[] => opened.all(at - longestMs, at + longestMs)
  const claiming = (at: Instant): Row | undefined => {
    const rows = around(at)
    const open = rows.findLast((row) => row.opened_at <= at && claims(shiftOf(row), at))
    return open ?? rows.find((row) => row.opened_at > at && claims(shiftOf(row), at))
  }

  return {
    open,
    at(at, zone = clock.zone()) {
      const current = open(at) ?? opensAmong(at, 0) ?? opensAmong(at, 1)
      if (current) {
        touch.run(at, at, current.id)
        return {
          ...current,
          openedAt: Math.min(current.openedAt, at),
          lastAt: Math.max(current.lastAt, at),
        }
      }
      const shift = {
        id: uuidv7(at, random),
        shiftDate: localDate(at, zone),
        openedAt: at,
        lastAt: at,
      }
      insert.run(shift.id, shift.shiftDate, zone, at, at, 0)
      return shift
    },
    later(at, zone, usualStart) {
      const usual = usualShift(at, zone, usualStart)
      const sameUsual = (row: Row) =>
        usualShift(row.opened_at, row.zone, usualStart).shiftDate === usual.shiftDate &&
        Math.abs(at - row.opened_at) < longestMs
      const found = claiming(at) ?? around(at).findLast(sameUsual) ?? made.get(usual.shiftDate)
      if (found) return shiftOf(found)
      const { shiftDate, startsAt } = usual
      const id = uuidv7(startsAt, random)
      insert.run(id, shiftDate, zone, startsAt, startsAt, 1)
      return { id, shiftDate }
    },
    momentOf(date, time) {
      const here = { at: instantOf(date, time, clock.zone()), zone: clock.zone() }
      // As far from here as two clocks on earth can be apart.
      const zones = new Set(
        opened.all(here.at - day - longestMs, here.at + day + longestMs).map(({ zone }) => zone),
      )
      const there = [...zones].map((zone) => ({ at: instantOf(date, time, zone), zone }))
      return there.find(({ at, zone }) => claiming(at)?.zone === zone) ?? here
    },
  }
}

const day = 24 * 3_600_000

const shiftOf = (row: Row): Shift => ({
  id: row.id,
  shiftDate: row.shift_date,
  openedAt: row.opened_at,
  lastAt: row.last_at,
})
