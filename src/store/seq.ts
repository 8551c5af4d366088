import { createHash } from 'node:crypto'
import { closeSync, constants, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { dropPipe, refuseOther } from './durable.ts'
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
 * What `journal.seq` says of the journal beside it.
 *
 * `seq`: the last acknowledged number, kept outside the database because SQLite takes a lost write-ahead
 * log for a clean start. It is written after the commit and not synced: after a power cut it may be behind,
 * which says nothing, but never ahead, which says that writes were lost. It stands there twice, so that a
 * changed digit is seen; null where the file is gone or says nothing that can be trusted.
 *
 * `digest`: of the whole database file as the last clean close left it, so that an older file or page put in
 * its place is seen, which opens as any other does. Null while a journal is open, and after an end that
 * wasn't clean.
 */
export interface Witness {
  seq: number | null
  digest: string | null
}

export interface SeqFile {
  /** Whether it could be written; if not, it stays behind. */
  keep(seq: number): boolean
  /** With the database closed: how it was left, on the disk when this returns. */
  leave(digest: string): void
  close(): void
}

/** What the file says. Changes nothing. Throws what the disk does, where it is there and can't be read. */
export function readSeqFile(path: string): Witness {
  const handle = openIfThere(path)
  if (handle === null) return { seq: null, digest: null }
  try {
    const buffer = Buffer.alloc(numberLength + digestLength)
    const length = readSync(handle, buffer, 0, buffer.length, 0)
    return parse(buffer.toString('latin1', 0, length))
  } finally {
    closeSync(handle)
  }
}

/**
 * Begins a session: from now on the database may change. It is on the disk when this returns; a digest of before
 * must not come back with a power cut. `seq`: what stands there until the first write; null for nothing that could
 * be trusted.
 */
export function openSeqFile(path: string, seq: number | null): SeqFile {
  dropPipe(path)
  const handle = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const put = (text: string, at: number) => writeSync(handle, text, at, 'latin1')
  try {
    put(numberText(seq) + noDigest, 0)
    fsyncSync(handle)
  } catch (error) {
    closeSync(handle)
    throw error
  }
  return {
    keep(number) {
      try {
        // In place and always as long: one small write, which no disk tears.
        put(numberText(number), 0)
        return true
      } catch {
        // The entry itself is safe, so its writer must not hear of a failure.
        return false
      }
    },
    leave(digest) {
      put(`${digest}\n`, numberLength)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}

/** Makes the file for a journal that is closed, so that none is ever without. On the disk when this returns. */
export function makeSeqFile(path: string, seq: number, digest: string): void {
  const file = openSeqFile(path, seq)
  try {
    file.leave(digest)
  } finally {
    file.close()
  }
}

/** SHA-256 of a file's bytes, in hex. The database is encrypted, so this tells nobody what is in it. */
export function digestOf(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(2 ** 20)
  refuseOther(path)
  const handle = openSync(path, 'r')
  try {
    for (let length = 1; length > 0;) {
      length = readSync(handle, buffer)
      hash.update(buffer.subarray(0, length))
    }
    return hash.digest('hex')
  } finally {
    closeSync(handle)
  }
}

const digits = 16
const numberLength = 2 * (digits + 1)
const digestLength = 65
const noDigest = `${'-'.repeat(digestLength - 1)}\n`

function numberText(seq: number | null): string {
  const text = seq === null ? '-'.repeat(digits) : String(seq).padStart(digits, '0')
  return `${text} ${text}\n`
}

function parse(text: string): Witness {
  // Before there was a digest, the number stood there once.
  const first = /^(\d{16})\n$/.exec(text)
  if (first) return { seq: Number(first[1]), digest: null }
  const found = /^(\d{16}) \1\n(?:([0-9a-f]{64})|-{64})\n$/.exec(text)
  return found ? { seq: Number(found[1]), digest: found[2] ?? null } : { seq: null, digest: null }
}

function openIfThere(path: string): number | null {
  try {
    return statSync(path).isFile() ? openSync(path, 'r') : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
