import Database from 'better-sqlite3'
import { withStoreErrors } from './errors.ts'

/**
 * Keeps every other Lull out of a journal, on this computer and where the drive knows locks: SQLite's exclusive
 * lock on an empty file beside it. The system lets go of it with the process, however that ends. Throws
 * `busy` where another has it. Gives what ends it.
 */
export function keepAlone(path: string): () => void {
  return withStoreErrors(() => {
    const lock = new Database(path, { timeout: 250 })
    try {
      lock.pragma('journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => void lock.close()
  })
}
