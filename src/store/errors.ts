import type { OpenProblem, Trouble } from '../ports.ts'

/** What went wrong with the journal's files: a stable code, and a sentence a person can act on. */
export class StoreError extends Error {
  readonly code: OpenProblem
  /** With the code `newer`: the form of the journal's database, where that is what is newer. */
  readonly newer: Trouble['newer']

  constructor(
    code: OpenProblem,
    message: string,
    { newer = null, ...options }: ErrorOptions & { newer?: Trouble['newer'] } = {},
  ) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
    this.newer = newer
  }
}

export const isDamaged = (error: unknown): boolean =>
  error instanceof StoreError && error.code === 'damaged'

/** Of a file that isn't the journal itself: whether what is wrong with it lies in the file. */
export const isUnusable = (error: unknown): boolean =>
  error instanceof StoreError && ['damaged', 'keys-lost', 'foreign'].includes(error.code)

/**
 * Runs `work`; what SQLite or the disk throws comes out as a `StoreError`. Anything else, a mistake
 * in the SQL for example, comes out as it was.
 */
export function withStoreErrors<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asStoreError(error)
  }
}

/** Runs what may as well not happen: what SQLite or the disk says against it is let go. */
export function quietly(work: () => unknown): void {
  try {
    withStoreErrors(work)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
}

/** The `StoreError` that an error of SQLite's or of the file system's means, else the error itself. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || !('code' in error)) return error
  const found = meanings.find(([codes]) => codes.test(String(error.code)))
  return found ? new StoreError(found[1], sentences[found[1]], { cause: error }) : error
}

const sentences = {
  busy: 'Another program is using the journal. Nothing was changed; try again in a moment.',
  'disk-full': 'The disk is full, so nothing was saved. Free some space and try again.',
  gone: 'The journal’s files can’t be found, so nothing was saved. Bring them back and try again.',
  damaged: 'The journal file is damaged. It was left as it is; a backup may open.',
  'read-only': 'The place where the journal lies can’t be written to, so nothing was saved.',
} as const

/** Codes from sqlite.org/rescode.html and Node's file system; the first that fits counts. */
const meanings: readonly (readonly [RegExp, keyof typeof sentences])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^(EBUSY|SQLITE_PROTOCOL)$/, 'busy'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^(SQLITE_READONLY_DBMOVED|ENOENT|ENOTDIR|ENODEV|ENXIO|ESTALE)$/, 'gone'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|DATA|CORRUPTFS))/, 'damaged'],
  // The other input and output errors are all refusals to write, sync or lock.
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)/, 'read-only'],
  [/^(EACCES|EPERM|EROFS|EIO)$/, 'read-only'],
]
