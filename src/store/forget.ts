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

/** Where words stand, and how those of one id leave. Older copies don't have every table. */
const places = [
  { table: 'note', sql: "UPDATE note SET words = '' WHERE id = ?" },
  { table: 'draft', sql: 'DELETE FROM draft WHERE id = ?' },
  { table: 'shift_card', sql: "UPDATE shift_card SET words = '' WHERE shift_id = ?" },
  { table: 'recharge', sql: "UPDATE recharge SET words = '' WHERE id = ?" },
] as const

/** Takes the words of these ids out of an open copy of any version, and settles it. */
export function withoutWords(db: Db, settings: Settings, ids: readonly string[]): boolean {
  setIndex(db, settings)
  const has = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
  const clear = places.filter(({ table }) => has.get(table)).map(({ sql }) => db.prepare(sql))
  db.transaction(() => {
    for (const id of ids) for (const statement of clear) statement.run(id)
    cleanIndex(db)
  })()
  return settle(db)
}
