import type { Input, JournalNote, JournalPage, VaultDoor } from '../contract.ts'
import type { Cell, Statement, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import { createDetailRows } from './details.ts'
import type { Details } from './kinds.ts'
import { matchOf } from './search.ts'

/** How many notes come at once. */
export const aPage = 50

export interface Reading {
  list(asked: Input<VaultDoor, 'journal.list'>): JournalPage
  /** One note as the list has it. */
  one(id: string): JournalNote
  details(id: string): Details
}

/** As `columns` names them. */
type Row = readonly [
  place: number,
  id: string,
  shiftId: string,
  shiftDate: string,
  at: number,
  zone: string,
  difficulty: JournalNote['difficulty'],
  type: JournalNote['type'],
  channel: JournalNote['channel'],
  words: string,
  nextTime: string,
  asked: JournalNote['asked'],
  rev: number,
  addedLater: 0 | 1,
]

const columns = `
  n.place, n.id, n.shift_id, s.shift_date, n.at, n.zone, n.difficulty, n.type, n.channel, n.words,
  n.next_time, n.asked, n.rev, n.added_later`

/** What a search and each filter say of a note: the order is that of their values. */
const conditions = {
  match: 'w.note_words MATCH ?',
  technique: 'k.technique = ?',
  type: 'n.type = ?',
  channel: 'n.channel = ?',
  outcome: 'n.outcome = ?',
} as const
type Condition = keyof typeof conditions
const allConditions: readonly Condition[] = ['match', 'technique', 'type', 'channel', 'outcome']

/**
 * The journal as one reads it: newest first, a page at a time, all of it or what filters and a query
 * pick together. Where words are off it holds none, and there is nothing to search.
 */
export function createReading(store: Store, settings: SettingsRoom): Reading {
  const prepared = new Map<string, Statement<Row>>()
  const detailRows = createDetailRows(store)
  const byId = store.tuples<Row>(
    `SELECT ${columns} FROM note n JOIN shift s ON s.id = n.shift_id WHERE n.id = ?`,
  )

  /** Each combination is prepared when it is first asked for. */
  function statementFor(picked: readonly Condition[]): Statement<Row> {
    const key = picked.join()
    const known = prepared.get(key)
    if (known) return known
    const made = store.tuples<Row>(sqlFor(picked))
    prepared.set(key, made)
    return made
  }
  const required = (id: string): Row => {
    const row = byId.get(id)
    if (!row) throw new Refusal('no-note', 'There is no such note.')
    return row
  }
  const withWords = () => settings.words() === 'numbers-and-words'

  return {
    list({ before, filter, query }) {
      const words = withWords()
      if (query !== '' && !words)
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      const asked: Partial<Record<Condition, string | null | undefined>> = {
        ...filter,
        match: matchOf(query) || null,
      }
      const picked = allConditions.filter((each) => typeof asked[each] === 'string')
      const values: Cell[] = picked.map((each) => asked[each] ?? null)
      // One more than is shown says whether there are more.
      const rows = statementFor(picked).all(...values, before ?? Number.MAX_SAFE_INTEGER, aPage + 1)
      return {
        notes: rows.slice(0, aPage).map((row) => shownOf(row, words)),
        hasMore: rows.length > aPage,
      }
    },
    one: (id) => shownOf(required(id), withWords()),
    details: (id) => detailRows.get(required(id)[0]),
  }
}

/** CROSS JOIN: what leads gives its rows in the order that is asked for, the index before the rest. */
function sqlFor(picked: readonly Condition[]): string {
  const [searched, tagged] = [picked.includes('match'), picked.includes('technique')]
  const from = [
    ...(searched ? ['note_words w'] : []),
    ...(tagged ? ['note_technique k'] : []),
    'note n',
    'shift s',
  ]
  const place = searched ? 'w.rowid' : tagged ? 'k.place' : 'n.place'
  const joined = [
    ...(searched && tagged ? ['k.place = w.rowid'] : []),
    ...(searched || tagged ? [`n.place = ${place}`] : []),
    's.id = n.shift_id',
  ]
  // The values of the conditions come first, then `before`, then how many.
  return `SELECT ${columns} FROM ${from.join(' CROSS JOIN ')}
    WHERE ${[...picked.map((each) => conditions[each]), `${place} < ?`, ...joined].join(' AND ')}
    ORDER BY ${place} DESC LIMIT ?`
}

function shownOf(row: Row, withWords: boolean): JournalNote {
  const words = row[9]
  const nextTime = row[10]
  return {
    place: row[0],
    id: row[1],
    shiftId: row[2],
    shiftDate: row[3],
    at: row[4],
    zone: row[5],
    difficulty: row[6],
    type: row[7],
    channel: row[8],
    words: withWords ? words : null,
    nextTime: withWords ? nextTime : null,
    hasWords: words !== '' || nextTime !== '',
    asked: row[11],
    edited: row[12] > 1,
    addedLater: row[13] === 1,
  }
}
