import type { Clock, Forgotten, Store } from '../ports.ts'

/**
 * Words that went from the journal, on their way off the disk and out of every copy in reach. What is
 * under way is itself in the journal, so that a kill, or a copy that was held, leaves nothing behind.
 */
export interface Forgetting {
  /** Says whose words go, in the transaction in which they do. */
  mark(ids: readonly string[]): void
  /** Takes all that is marked off the disk. What couldn't be done is tried again at the next opening. */
  now(): Forgotten
  /** Does so once the agent has stopped for a while: copies take a moment to open. */
  soon(): void
  /** What an earlier run left undone, once the journal is open. */
  resume(): void
  /** The journal closes. */
  end(): void
}

/** How long after the last change: typing in the journal is kept every second. */
export const restMs = 20_000

export function createForgetting(store: Store, clock: Pick<Clock, 'after'>): Forgetting {
  const mark = store.prepare(`INSERT OR IGNORE INTO leaving (id) VALUES (?)`)
  const marked = store.prepare<{ id: string }>(`SELECT id FROM leaving`)
  const any = store.prepare<{ id: string }>(`SELECT id FROM leaving LIMIT 1`)
  const clear = store.prepare(`DELETE FROM leaving`)
  let stop = () => {}

  function now(): Forgotten {
    stop()
    const ids = marked.all().map(({ id }) => id)
    const forgotten = store.forget(ids)
    // What is kept as damaged is never changed: to try it again would help nobody.
    const left = forgotten.copiesLeft - (forgotten.copiesKept ?? 0)
    if (forgotten.settled && left === 0 && ids.length > 0)
      store.write(() => {
        clear.run()
      })
    return forgotten
  }

  function soon() {
    stop()
    if (!any.get()) return
    stop = clock.after(restMs, () => {
      try {
        now()
      } catch {
        // A full disk, for one: it stays marked, and the next opening tries again.
      }
    })
  }

  return {
    mark: (ids) => ids.forEach((id) => mark.run(id)),
    now,
    soon,
    resume: soon,
    end: () => stop(),
  }
}
