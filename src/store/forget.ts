import { setIndex, type Db, type Settings } from './open.ts'

/** Another reader of the file holds a checkpoint up for at most the busy timeout, each time. */
const tries = 3

/**
 * Moves the log into the file and empties it, so that what was deleted is in neither. False where
 * another program held on to it.
 */
export function settle(db: Db): boolean {
  for (let turn = 0; turn < tries; turn++)
    if (Number(db.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0) return true
  return false
}

/**
 * FTS5 takes a deleted word out of its leaves, but not out of the keys that lead to them: now and then
 * a whole word stays there (about 1 in 3,000: measured on 15,000). Where a key leads to a word that
 * nobody wrote any more, the index is built anew.
 */
export function cleanIndex(db: Db): void {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'note_terms'").get()
  if (!there) return
  const stray = db
    .prepare(
      `WITH key AS (SELECT substr(term, 2) AS bytes FROM note_words_idx WHERE length(term) > 1)
      SELECT 1 FROM key WHERE coalesce((
        SELECT substr(CAST(t.term AS BLOB), 1, length(key.bytes)) <> key.bytes FROM note_terms t
        WHERE t.term >= CAST(key.bytes AS TEXT) ORDER BY t.term LIMIT 1
      ), 1) LIMIT 1`,
    )
    .get()
  if (stray) db.exec("INSERT INTO note_words (note_words) VALUES ('rebuild')")
}

/** Columns whose words stay in a copy as far as they stand in the journal now, and what names their row. */
const texts = [
  { table: 'note', column: 'words', key: 'id' },
  { table: 'note', column: 'next_time', key: 'id' },
  { table: 'checkin', column: 'words', key: 'id' },
  { table: 'shift_card', column: 'words', key: 'shift_id' },
  { table: 'review', column: 'helped_words', key: 'week_from' },
  { table: 'review', column: 'good_words', key: 'week_from' },
  { table: 'review', column: 'mine_words', key: 'week_from' },
  { table: 'review', column: 'theirs_words', key: 'week_from' },
  { table: 'recharge', column: 'words', key: 'id' },
  { table: 'plan', column: 'situation', key: 'id' },
  { table: 'plan', column: 'will', key: 'id' },
] as const
type Text = (typeof texts)[number]

/**
 * What a text of this id is now; empty where the entry was deleted or its words dropped. Null where the journal knows
 * nothing of it: an older copy took its place, and what was written since stands in the copies alone.
 */
export type WordsNow = (text: Text, id: string) => string | null

export function wordsIn(db: Db): WordsNow {
  const reads = new Map(
    texts.map((text) => [
      text,
      db
        .prepare<[string], string>(`SELECT ${text.column} FROM ${text.table} WHERE ${text.key} = ?`)
        .pluck(),
    ]),
  )
  const gone = db.prepare<[string], number>('SELECT 1 FROM gone WHERE id = ?').pluck()
  return (text, id) => reads.get(text)?.get(id) ?? (gone.get(id) === undefined ? null : '')
}

/**
 * Leaves what has these ids, in an open copy of any version, the words that it has now and no others,
 * takes unfinished notes of the same ids out of it, and settles it.
 */
export function withoutWords(
  db: Db,
  settings: Settings,
  ids: readonly string[],
  wordsNow: WordsNow,
): boolean {
  setIndex(db, settings)
  // An older copy has fewer columns of words.
  const column = db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?')
  const setters = texts
    .filter(({ table, column: name }) => column.get(table, name))
    .map((text) => ({
      text,
      set: db.prepare(
        `UPDATE ${text.table} SET ${text.column} = coalesce(?, ${text.column}) WHERE ${text.key} = ? AND ${text.column} <> ''`,
      ),
    }))
  // What was being written then is written by now, or was left.
  const clearDraft = db.prepare('DELETE FROM draft WHERE id = ?')
  db.transaction(() => {
    for (const id of ids) {
      for (const { text, set } of setters) set.run(wordsNow(text, id), id)
      clearDraft.run(id)
    }
    cleanIndex(db)
  })()
  return settle(db)
}
