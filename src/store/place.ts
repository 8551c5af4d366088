import { statSync } from 'node:fs'
import { StoreError, withStoreErrors } from './errors.ts'
import type { JournalFiles } from './files.ts'

/**
 * Watches that the files of an open journal are where they were. A file that was moved, deleted or replaced still
 * takes what is written to it on most systems, and keeps it for nobody. What this gives throws `gone` then: to be
 * asked before each commit.
 */
export function watchPlace({ db, wal }: JournalFiles): () => void {
  const own = [db, wal].map((path) => ({ path, is: identityOf(path) }))
  return () => {
    for (const { path, is } of own) {
      if (is !== null && withStoreErrors(() => identityOf(path)) !== is)
        throw new StoreError(
          'gone',
          'The journal’s files aren’t where they were, so nothing was saved. Bring them back and try again.',
        )
    }
  }
}

/** Of the file that is open, this stays the same for as long as it is. */
function identityOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat ? `${stat.dev} ${stat.ino}` : null
}
