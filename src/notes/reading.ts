import type { Input, JournalNote, JournalPage, VaultDoor } from '../contract.ts'
import type { Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { matchOf } from './search.ts'

/** How many notes come at once. */
export const aPage = 50

interface Row extends Omit<JournalNote, 'words' | 'hasWords' | 'edited'> {
  words: string
  edited: 0 | 1
}

const columns = `
  n.place, n.id, n.shift_id AS shiftId, s.shift_date AS shiftDate, n.at, n.zone, n.difficulty, n.type,
  n.words, n.asked, n.rev > 1 AS edited`

/**
 * The journal as one reads it: newest first, a page at a time, all of it or what a type or a query
 * picks. Where words are off it holds none, and there is nothing to search.
 */
export function createReading(
  store: Store,
  settings: SettingsRoom,
): { list(asked: Input<VaultDoor, 'journal.list'>): JournalPage } {
  const all = store.prepare<Row>(`
    SELECT ${columns} FROM note n JOIN shift s ON s.id = n.shift_id
    WHERE n.place < ? ORDER BY n.place DESC LIMIT ?`)
  const ofType = store.prepare<Row>(`
    SELECT ${columns} FROM note n JOIN shift s ON s.id = n.shift_id
    WHERE n.type = ? AND n.place < ? ORDER BY n.place DESC LIMIT ?`)
  // CROSS JOIN: the index leads, and gives its rows in the order that is asked for.
  const found = store.prepare<Row>(`
    SELECT ${columns} FROM note_words w
    CROSS JOIN note n ON n.place = w.rowid CROSS JOIN shift s ON s.id = n.shift_id
    WHERE w.note_words MATCH ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?`)
  const foundOfType = store.prepare<Row>(`
    SELECT ${columns} FROM note_words w
    CROSS JOIN note n ON n.place = w.rowid CROSS JOIN shift s ON s.id = n.shift_id
    WHERE w.note_words MATCH ? AND n.type = ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?`)

  return {
    list({ before, filter: { type }, query }) {
      const withWords = settings.words() === 'numbers-and-words'
      if (query !== '' && !withWords)
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      const match = matchOf(query)
      const from = before ?? Number.MAX_SAFE_INTEGER
      // One more than is shown says whether there are more.
      const most = aPage + 1
      const rows =
        match === ''
          ? type === null
            ? all.all(from, most)
            : ofType.all(type, from, most)
          : type === null
            ? found.all(match, from, most)
            : foundOfType.all(match, type, from, most)
      return {
        notes: rows.slice(0, aPage).map((row) => shownOf(row, withWords)),
        hasMore: rows.length > aPage,
      }
    },
  }
}

/** Field by field: spreading the row costs as much as reading it. */
const shownOf = (row: Row, withWords: boolean): JournalNote => ({
  place: row.place,
  id: row.id,
  shiftId: row.shiftId,
  shiftDate: row.shiftDate,
  at: row.at,
  zone: row.zone,
  difficulty: row.difficulty,
  type: row.type,
  words: withWords ? row.words : null,
  hasWords: row.words !== '',
  asked: row.asked,
  edited: row.edited === 1,
})
