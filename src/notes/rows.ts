import type { Difficulty, TypeId } from '../guidance/types.ts'
import type { Ask } from './brooding.ts'
import type { Instant, Store } from '../ports.ts'

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
  rev: number
  editedAt: Instant
}

export interface NoteRows {
  get(id: string): NoteRow | undefined
  /** Puts a note where its time is. */
  insert(note: NoteRow): void
  /** What was asked stays where nothing else is said. */
  change(
    note: Pick<NoteRow, 'id' | 'difficulty' | 'type' | 'words'> & {
      asked?: Ask | null | undefined
    },
    now: Instant,
  ): void
  delete(id: string): void
}

const inASecond = 100

/** The notes' rows, for the rooms that write them; each call stands inside `store.write`. */
export function createNoteRows(store: Store): NoteRows {
  const get = store.prepare<NoteRow>(`
    SELECT id, shift_id AS shiftId, at, zone, difficulty, type, words, asked, rev,
      edited_at AS editedAt
    FROM note WHERE id = ?`)
  const taken = store.prepare(`SELECT 1 FROM note WHERE place = ?`)
  const insert = store.prepare(`
    INSERT INTO note (place, id, shift_id, at, zone, difficulty, type, words, asked, rev, edited_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const change = store.prepare(`
    UPDATE note SET difficulty = ?, type = ?, words = ?, asked = coalesce(?, asked), rev = rev + 1,
      edited_at = ?
    WHERE id = ?`)
  const remove = store.prepare(`DELETE FROM note WHERE id = ?`)

  /** Its second, or the next free number after it. */
  const placeOf = (at: Instant): number => {
    let place = Math.floor(at / 1000) * inASecond
    while (taken.get(place)) place++
    return place
  }

  return {
    get: (id) => get.get(id),
    insert({ id, shiftId, at, zone, difficulty, type, words, asked, rev, editedAt }) {
      insert.run(placeOf(at), id, shiftId, at, zone, difficulty, type, words, asked, rev, editedAt)
    },
    change({ id, difficulty, type, words, asked }, now) {
      change.run(difficulty, type, words, asked ?? null, now, id)
    },
    delete(id) {
      remove.run(id)
    },
  }
}
