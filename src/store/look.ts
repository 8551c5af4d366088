import type { Instant, OpenNotice } from '../ports.ts'
import { setAside } from './backup.ts'
import { keepDamaged, tryOnCopy } from './damage.ts'
import { isDamaged, quietly } from './errors.ts'
import type { JournalFiles } from './files.ts'
import { checkFile, type Settings } from './open.ts'
import { hasLog } from './renew.ts'
import { digestOf, readSeqFile } from './seq.ts'

export interface Looking {
  settings: Settings
  now: Instant
  /** Another computer has it open, or ended while it had. */
  isElsewhere: boolean
  /** Hears where the journal was kept as it is, where it is damaged; null where there was nothing to keep. */
  kept: (folder: string | null) => void
}

/** How a journal's files were found. */
export interface Looked {
  /** What goes on standing beside it until the first write: what was found is found again where the opening comes to nothing. */
  counted: number | null
  /** What is to be told of it; null where all is as Lull left it. */
  found: OpenNotice | null
}

/**
 * Looks at a journal before SQLite does: what isn't as Lull left it is tried on a copy (damage.ts), and kept
 * aside where something is wrong with it. Throws a code.
 */
export function lookAt(files: JournalFiles, dataKey: Buffer, looking: Looking): Looked {
  const { settings, now, isElsewhere, kept } = looking
  checkFile(files.db)
  if (isElsewhere) setAside(files, now, 'elsewhere')
  const { seq, digest } = readSeqFile(files.seq)
  const unclean = hasLog(files)
  const asLeft = !unclean && digest !== null && digestOf(files.db) === digest
  if (asLeft && seq !== null) return { counted: seq, found: null }
  const last = keptWhereDamaged(() => tryOnCopy(files, dataKey, settings))
  const found = foundIn(last, seq, !unclean && digest !== null)
  // Every opening leaves a log that wasn't closed, so those are kept for a while only.
  if (found) keepDamaged(files, now)
  else if (unclean && !isElsewhere) setAside(files, now)
  return { counted: found === null ? last : found === 'lost-writes' ? seq : null, found }

  function keptWhereDamaged<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      // Nothing has touched it, so a disk without room for a second one takes nothing away.
      if (isDamaged(error)) quietly(() => kept(keepDamaged(files, now)))
      throw error
    }
  }
}

/** What is to be told of a journal that holds together. `wasLeft`: it was closed, and isn't as it was then. */
function foundIn(last: number, seq: number | null, wasLeft: boolean): OpenNotice | null {
  if (seq === null) return 'no-witness'
  if (last < seq) return 'lost-writes'
  if (!wasLeft) return null
  // More than was counted when it was closed: what counts is the older of the two.
  return last > seq ? 'no-witness' : 'changed'
}
