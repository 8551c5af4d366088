import { closeSync, constants, existsSync, openSync, readSync, writeSync } from 'node:fs'
import type { Db } from './open.ts'

/** One row, one number: how many transactions this journal has seen. */
export const seqTable = `
  CREATE TABLE journal_seq (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL
  ) STRICT;
  INSERT INTO journal_seq (one, seq) VALUES (1, 0);
`

/** The number that the database holds. */
export function seqOf(db: Db): number {
  const row = db.prepare<[], { seq: number }>('SELECT seq FROM journal_seq').get()
  return row?.seq ?? 0
}

/**
 * `journal.seq` keeps the last acknowledged number outside the database, because SQLite takes a lost
 * write-ahead log for a clean start. It is written after the commit and not synced: after a power
 * cut it may be behind, which says nothing, but never ahead, which says that writes were lost.
 */
export interface SeqFile {
  /** What it held when it was opened; null when that can't be told. */
  readonly last: number | null
  /** Whether it could be written; if not, it stays behind. */
  keep(seq: number): boolean
  close(): void
}

export function openSeqFile(path: string): SeqFile {
  const handle = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  return {
    last: read(handle),
    keep(seq) {
      try {
        // In place and always as long: one small write, which no disk tears.
        writeSync(handle, textOf(seq), 0)
        return true
      } catch {
        // The entry itself is safe, so its writer must not hear of a failure.
        return false
      }
    },
    close: () => closeSync(handle),
  }
}

/** What the file says; null where there is none, or it can't be told. */
export function lastSeq(path: string): number | null {
  if (!existsSync(path)) return null
  const handle = openSync(path, 'r')
  try {
    return read(handle)
  } finally {
    closeSync(handle)
  }
}

const digits = 16
const textOf = (seq: number): string => `${String(seq).padStart(digits, '0')}\n`

function read(handle: number): number | null {
  const buffer = Buffer.alloc(digits + 1)
  const length = readSync(handle, buffer, 0, buffer.length, 0)
  const text = buffer.toString('latin1', 0, length)
  return /^\d{16}\n$/.test(text) ? Number(text) : null
}
