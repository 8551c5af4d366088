import type { DroppedWords, KeptWords } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { undoMs } from './changing.ts'
import type { Forgetting } from './forgetting.ts'

export interface AllWords {
  kept(): KeptWords
  /** Drops the words of every note as one does of one, and the draft's; the numbers stay. */
  drop(): DroppedWords & { notes: number }
  /** Gives the notes their words again, within 8 s. Those that were changed since stay as they are. */
  undo(): void
}

interface Worded {
  id: string
  words: string
  nextTime: string
}

/** All words that there are, for a desk at which there are to be none. */
export function createAllWords(store: Store, forgetting: Forgetting, clock: Clock): AllWords {
  const count = store.prepare<{ notes: number }>(`
    SELECT count(*) AS notes FROM note INDEXED BY note_worded
    WHERE words <> '' OR next_time <> ''`)
  const draft = store.prepare<{ id: string }>(`SELECT id FROM draft WHERE words <> ''`)
  const worded = store.prepare<Worded>(`
    SELECT id, words, next_time AS nextTime FROM note WHERE words <> '' OR next_time <> ''`)
  const empty = store.prepare(`
    UPDATE note SET words = '', next_time = '', rev = rev + 1, edited_at = ?
    WHERE words <> '' OR next_time <> ''`)
  const emptyDraft = store.prepare(`UPDATE draft SET words = '' WHERE words <> ''`)
  const gone = store.prepare(`
    INSERT INTO gone (id, what, at) VALUES (?, 'words', ?)
    ON CONFLICT (id) DO UPDATE SET what = excluded.what, at = excluded.at`)
  const back = store.prepare(`
    UPDATE note SET words = ?, next_time = ?, rev = rev + 1, edited_at = ?
    WHERE id = ? AND words = '' AND next_time = ''`)
  const backAgain = store.prepare(`DELETE FROM gone WHERE id = ?`)
  let held: { notes: readonly Worded[]; letGo: () => void } | null = null

  const letGo = () => {
    held?.letGo()
    held = null
  }

  return {
    kept: () => ({ notes: count.get()?.notes ?? 0, draft: draft.get() !== undefined }),
    drop() {
      letGo()
      const notes = store.write(() => {
        const all = worded.all()
        const now = clock.now()
        for (const { id } of all) gone.run(id, now)
        forgetting.mark([...all, ...draft.all()].map(({ id }) => id))
        empty.run(now)
        emptyDraft.run()
        return all
      })
      const forgotten = forgetting.now()
      held = { notes, letGo: clock.after(undoMs, () => (held = null)) }
      return { ...forgotten, notes: notes.length }
    },
    undo() {
      const notes = held?.notes
      if (!notes) throw new Refusal('too-late', 'That can’t be taken back any more.')
      store.write(() => {
        for (const { id, words, nextTime } of notes)
          if (back.run(words, nextTime, clock.now(), id).changes > 0) backAgain.run(id)
      })
      letGo()
    },
  }
}
