import { feelingWords } from '../notes/kinds.ts'
import type { Instant, Store } from '../ports.ts'
import type { CheckInKind } from './kinds.ts'
import { arounds, bodySigns, someIn, textOf, workloads, type CheckInDetails } from './said.ts'

export interface CheckInRow {
  id: string
  shiftId: string
  at: Instant
  zone: string
  kind: CheckInKind
  /** Both 0 to 10. */
  stress: number
  energy: number
  details: CheckInDetails
  words: string
  /** Entered later than it was, and marked so. */
  addedLater: boolean
  rev: number
  editedAt: Instant
}

/** A row, and the date of its shift. */
export interface ShownRow extends CheckInRow {
  shiftDate: string
}

export interface CheckInRows {
  get(id: string): ShownRow | undefined
  /** At most `most`, newest first, from before this place on. */
  before(place: Place | null, most: number): ShownRow[]
  insert(row: CheckInRow): void
  /** Changes what is given; `words: null` leaves them. */
  change(change: CheckInChange, now: Instant): void
  delete(id: string): void
}

/** Where in the list: check-ins before this one are older. */
export interface Place {
  at: Instant
  id: string
}

export interface CheckInChange extends Pick<CheckInRow, 'id' | 'stress' | 'energy'> {
  words: string | null
  details?: CheckInDetails | undefined
}

interface Row extends Omit<CheckInRow, 'details' | 'addedLater'> {
  shiftDate: string
  workload: string | null
  around: string
  body: string
  feeling: string | null
  addedLater: 0 | 1
}

/** The check-ins' rows, for the rooms that change them; each that writes stands inside `store.write`. */
export function createCheckInRows(store: Store): CheckInRows {
  const columns = `c.id, c.shift_id AS shiftId, s.shift_date AS shiftDate, c.at, c.zone, c.kind,
    c.stress, c.energy, c.workload, c.around, c.body, c.feeling, c.words, c.added_later AS addedLater, c.rev,
    c.edited_at AS editedAt`
  const get = store.prepare<Row>(`
    SELECT ${columns} FROM checkin c JOIN shift s ON s.id = c.shift_id WHERE c.id = ?`)
  const before = store.prepare<Row>(`
    SELECT ${columns} FROM checkin c JOIN shift s ON s.id = c.shift_id
    WHERE (c.at, c.id) < (?, ?) ORDER BY c.at DESC, c.id DESC LIMIT ?`)
  const insert = store.prepare(`
    INSERT INTO checkin (id, shift_id, at, zone, kind, stress, energy, words, added_later, rev,
      edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const change = store.prepare(`
    UPDATE checkin SET stress = ?, energy = ?, words = coalesce(?, words), rev = rev + 1,
      edited_at = ?
    WHERE id = ?`)
  const say = store.prepare(`
    UPDATE checkin SET workload = ?, around = ?, body = ?, feeling = ? WHERE id = ?`)
  const remove = store.prepare(`DELETE FROM checkin WHERE id = ?`)

  const keep = (id: string, { workload, around, body, feeling }: CheckInDetails) =>
    say.run(workload, textOf(arounds, around), textOf(bodySigns, body), feeling, id)

  return {
    get(id) {
      const row = get.get(id)
      return row && shown(row)
    },
    before: (place, most) =>
      before.all(place?.at ?? Number.MAX_SAFE_INTEGER, place?.id ?? '', most).map(shown),
    insert(row) {
      const { id, shiftId, at, zone, kind, stress, energy, words, addedLater, rev, editedAt } = row
      const later = addedLater ? 1 : 0
      insert.run(id, shiftId, at, zone, kind, stress, energy, words, later, rev, editedAt)
      keep(id, row.details)
    },
    change({ id, stress, energy, words, details }, now) {
      change.run(stress, energy, words, now, id)
      if (details) keep(id, details)
    },
    delete: (id) => {
      remove.run(id)
    },
  }
}

/** What a newer Lull wrote and isn't known here counts as not said. */
const shown = ({ workload, around, body, feeling, addedLater, ...row }: Row): ShownRow => ({
  ...row,
  addedLater: addedLater === 1,
  details: {
    workload: workloads.find((each) => each === workload) ?? null,
    around: someIn(arounds, around),
    body: someIn(bodySigns, body),
    feeling: feelingWords.find((each) => each === feeling) ?? null,
  },
})
