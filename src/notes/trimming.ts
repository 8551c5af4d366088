import type { Clock, KeptWords, Store } from '../ports.ts'
import { errorOf } from '../refusal.ts'

/** How long after the last change of a note its copies lose what it lost. */
export const trimMs = 60_000

export interface Trimming {
  /** A note may have lost words, or an earlier Lull left some to do: a minute from now they are gone. */
  soon(): void
  stop(): void
}

/**
 * Words that an ordinary edit took away leave the index's keys, the log and every older copy as well:
 * there a note keeps of its words what it has now. A trigger remembers which notes those are, so that
 * neither a lock nor a kill keeps words in a copy for ever. What the agent sees waits for none of it.
 */
export function createTrimming(store: Store, clock: Clock): Trimming {
  const trimmed = store.prepare<{ id: string } & KeptWords>(`
    SELECT t.id, coalesce(n.words, '') AS words, coalesce(n.next_time, '') AS nextTime
    FROM trimmed t LEFT JOIN note n ON n.id = t.id`)
  const done = store.prepare(`DELETE FROM trimmed WHERE id = ?`)
  let stop = () => {}

  function trim() {
    const notes = trimmed.all()
    if (notes.length === 0) return
    const kept = new Map(notes.map(({ id, words, nextTime }) => [id, { words, nextTime }]))
    const { settled, copiesLeft } = store.forget([...kept.keys()], kept)
    // A copy that can't be changed now is tried again with the next opening.
    if (!settled || copiesLeft > 0) return
    try {
      store.write(() => {
        for (const { id } of notes) done.run(id)
      })
    } catch (error) {
      // Nobody asked for it, so nobody is told; it is done once more the next time.
      if (errorOf(error).code === 'failed') throw error
    }
  }

  return {
    soon() {
      stop()
      stop = clock.after(trimMs, trim)
    },
    stop: () => stop(),
  }
}
