import { feelingWords } from '../notes/kinds.ts'
import type { Instant, Store } from '../ports.ts'
import type { CheckInKind } from './kinds.ts'
import { arounds, bodySigns, workloads, type CheckInDetails } from './said.ts'

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
  feeling: string | null
  addedLater: 0 | 1
}
interface Said {
  about: 'body' | 'around'
  said: string
}

/** The check-ins' rows, for the rooms that change them; each that writes stands inside `store.write`. */
export function createCheckInRows(store: Store): CheckInRows {
  const columns = `c.id, c.shift_id AS shiftId, s.shift_date AS shiftDate, c.at, c.zone, c.kind,
    c.stress, c.energy, c.workload, c.feeling, c.words, c.added_later AS addedLater, c.rev,
    c.edited_at AS editedAt`
  const get = store.prepare<Row>(`
    SELECT ${columns} FROM checkin c JOIN shift s ON s.id = c.shift_id WHERE c.id = ?`)
  const before = store.prepare<Row>(`
    SELECT ${columns} FROM checkin c JOIN shift s ON s.id = c.shift_id
    WHERE (c.at, c.id) < (?, ?) ORDER BY c.at DESC, c.id DESC LIMIT ?`)
  const saidOf = store.prepare<Said>(`SELECT about, said FROM checkin_said WHERE checkin_id = ?`)
  const insert = store.prepare(`
    INSERT INTO checkin (id, shift_id, at, zone, kind, stress, energy, words, added_later, rev,
      edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const change = store.prepare(`
    UPDATE checkin SET stress = ?, energy = ?, words = coalesce(?, words), rev = rev + 1,
      edited_at = ?
    WHERE id = ?`)
  const chosen = store.prepare(`UPDATE checkin SET workload = ?, feeling = ? WHERE id = ?`)
  const clearSaid = store.prepare(`DELETE FROM checkin_said WHERE checkin_id = ?`)
  const addSaid = store.prepare(`
    INSERT INTO checkin_said (checkin_id, about, said) VALUES (?, ?, ?)`)
  const remove = store.prepare(`DELETE FROM checkin WHERE id = ?`)

  /** What a newer Lull wrote and isn't known here counts as not said. */
  function shown({ workload, feeling, addedLater, ...row }: Row): ShownRow {
    const said = saidOf.all(row.id)
    const has = (about: Said['about'], value: string) =>
      said.some((each) => each.about === about && each.said === value)
    return {
      ...row,
      addedLater: addedLater === 1,
      details: {
        workload: workloads.find((each) => each === workload) ?? null,
        around: arounds.filter((each) => has('around', each)),
        body: bodySigns.filter((each) => has('body', each)),
        feeling: feelingWords.find((each) => each === feeling) ?? null,
      },
    }
  }
  function say(id: string, { workload, feeling, around, body }: CheckInDetails) {
    chosen.run(workload, feeling, id)
    clearSaid.run(id)
    for (const each of around) addSaid.run(id, 'around', each)
    for (const each of body) addSaid.run(id, 'body', each)
  }

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
      say(id, row.details)
    },
    change({ id, stress, energy, words, details }, now) {
      change.run(stress, energy, words, now, id)
      if (details) say(id, details)
    },
    delete(id) {
      clearSaid.run(id)
      remove.run(id)
    },
  }
}
