import type { Store } from '../ports.ts'
import { anEpoch, nextEpoch } from '../epochs.ts'

/** Where words are that can be dropped, and what names their row. */
const keys = { note: 'id', checkin: 'id', shift_card: 'shift_id', review: 'week_from' } as const
export type Worded = keyof typeof keys

export interface Drops {
  /** Keeps that these words were dropped, whoever brings them again. After the row was emptied. */
  drop(id: string, at: number): void
  /** They are written anew, or taken back: no drop of before speaks of them. After the row has them. */
  anew(id: string): void
}

/** What is remembered of dropped words; each call stands inside `store.write`. */
export function createDrops(store: Store, table: Worded): Drops {
  const key = keys[table]
  const keep = store.prepare(`
    INSERT INTO gone (id, what, at) VALUES (?, 'words', ?)
    ON CONFLICT (id) DO UPDATE SET what = excluded.what, at = excluded.at`)
  // What another desk writes to the words of before without knowing of it must not win over it.
  const dropAgain = store.prepare(`
    UPDATE ${table} SET rev = ${nextEpoch('rev')} WHERE ${key} = ? AND rev >= ${anEpoch}`)
  // Another computer's clock may be ahead of this one.
  const jump = store.prepare(`
    UPDATE ${table} SET rev = ${nextEpoch('rev')},
      edited_at = max(edited_at, (SELECT at + 1 FROM gone WHERE id = ${table}.${key}))
    WHERE ${key} = ? AND EXISTS (SELECT 1 FROM gone WHERE id = ${table}.${key})`)
  const clear = store.prepare(`DELETE FROM gone WHERE id = ?`)

  return {
    drop(id, at) {
      dropAgain.run(id)
      keep.run(id, at)
    },
    anew(id) {
      jump.run(id)
      clear.run(id)
    },
  }
}
