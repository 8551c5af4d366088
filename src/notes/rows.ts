import type { Difficulty, TypeId } from '../guidance/types.ts'
import type { Ask } from './brooding.ts'
import type { Instant, Store } from '../ports.ts'
import { createDetailRows } from './details.ts'
import { noDetails, type Details } from './kinds.ts'

export interface NoteRow {
  id: string
  shiftId: string
  at: Instant
  zone: string
  difficulty: Difficulty
  type: TypeId | null
  words: string
  /** What the words answer, where something was asked. */
  asked: Ask | null
  /** What to try next time: words too, and dropped with them. */
  nextTime: string
  /** Added later to an earlier shift, and marked so. */
  addedLater: boolean
  details: Details
  rev: number
  editedAt: Instant
}

/** What a note begins with; whatever else can be said of it is not said yet. */
export type NewNote = Pick<NoteRow, 'id' | 'shiftId' | 'at' | 'zone' | 'difficulty' | 'type'> &
  Partial<Pick<NoteRow, 'words' | 'asked' | 'addedLater'>>

export interface NoteRows {
  get(id: string): NoteRow | undefined
  /** Puts a note where its time is, in its first version. */
  begin(note: NewNote, now: Instant): void
  /** The same with all that was said of it, in the version it had. */
  insert(note: NoteRow): void
  /** Changes what is given; what isn't stays as it is. */
  change(note: NoteChange, now: Instant): void
  delete(id: string): void
}

export interface NoteChange extends Pick<NoteRow, 'id' | 'difficulty' | 'type'> {
  words?: string | null | undefined
  asked?: Ask | null | undefined
  nextTime?: string | undefined
  details?: Details | undefined
}

const inASecond = 100
const unsaid = {
  words: '',
  asked: null,
  nextTime: '',
  addedLater: false,
  details: noDetails,
} as const

interface Row extends Omit<NoteRow, 'addedLater' | 'details'> {
  place: number
  addedLater: 0 | 1
}

/** The notes' rows, for the rooms that write them; each call stands inside `store.write`. */
export function createNoteRows(store: Store): NoteRows {
  const details = createDetailRows(store)
  const get = store.prepare<Row>(`
    SELECT place, id, shift_id AS shiftId, at, zone, difficulty, type, words, asked,
      next_time AS nextTime, added_later AS addedLater, rev, edited_at AS editedAt
    FROM note WHERE id = ?`)
  const taken = store.prepare(`SELECT 1 FROM note WHERE place = ?`)
  const insert = store.prepare(`
    INSERT INTO note (place, id, shift_id, at, zone, difficulty, type, words, asked, next_time,
      added_later, rev, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const change = store.prepare(`
    UPDATE note SET difficulty = ?, type = ?, words = coalesce(?, words),
      asked = coalesce(?, asked), next_time = coalesce(?, next_time), rev = rev + 1, edited_at = ?
    WHERE id = ?`)
  const placeAt = store.prepare<{ place: number }>(`SELECT place FROM note WHERE id = ?`)
  const remove = store.prepare(`DELETE FROM note WHERE place = ?`)

  /** Its second, or the next free number after it. */
  const placeOf = (at: Instant): number => {
    let place = Math.floor(at / 1000) * inASecond
    while (taken.get(place)) place++
    return place
  }

  function insertRow(note: NoteRow) {
    const { id, shiftId, at, zone, difficulty, type, words, asked, nextTime, rev, editedAt } = note
    const place = placeOf(at)
    const later = note.addedLater ? 1 : 0
    insert.run(
      place,
      id,
      shiftId,
      at,
      zone,
      difficulty,
      type,
      words,
      asked,
      nextTime,
      later,
      rev,
      editedAt,
    )
    if (note.details !== noDetails) details.set(place, note.details)
  }

  return {
    get(id) {
      const row = get.get(id)
      if (!row) return undefined
      const { place, addedLater, ...note } = row
      return { ...note, addedLater: addedLater === 1, details: details.get(place) }
    },
    begin: (note, now) => insertRow({ ...unsaid, ...note, rev: 1, editedAt: now }),
    insert: insertRow,
    change({ id, difficulty, type, words, asked, nextTime, details: to }, now) {
      change.run(difficulty, type, words ?? null, asked ?? null, nextTime ?? null, now, id)
      const found = to && placeAt.get(id)
      if (found) details.set(found.place, to)
    },
    delete(id) {
      const found = placeAt.get(id)
      if (!found) return
      details.set(found.place, noDetails)
      remove.run(found.place)
    },
  }
}
