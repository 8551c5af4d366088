import * as v from 'valibot'
import type { JournalState } from '../ports.ts'
import { answers, windowNames } from './method.ts'
import { nothing } from './schemas.ts'

const passphrase = v.pipe(v.string(), v.minLength(8), v.maxLength(1024))

/** The file itself: what state it is in, and what opens it. */
export const journalMethods = {
  'journal.state': answers<JournalStatus>()(nothing, windowNames),
  'journal.create': answers<null>()(v.strictObject({ passphrase }), ['unlock']),
  'journal.open': answers<OpenedJournal>()(
    v.union([
      v.strictObject({ passphrase: v.pipe(v.string(), v.maxLength(1024)) }),
      v.strictObject({ recoveryKey: v.pipe(v.string(), v.maxLength(100)) }),
    ]),
    ['unlock'],
  ),
  'recovery.create': answers<{ recoveryKey: string }>()(nothing, ['unlock']),
} as const

export interface JournalStatus {
  state: JournalState
  hasRecoveryKey: boolean
  /** Pauses that wait in memory until a journal is open. */
  waiting: number
}

export interface OpenedJournal {
  /** `lost-writes`: the file is older than what was once acknowledged (design.md, "Opening"). */
  notice: 'lost-writes' | null
  /** Of what was sealed: how many files can't be read and were kept aside. */
  unreadable: number
  /** The key for sealing was not this journal's, or was damaged; it was put right. */
  swapped: boolean
}
