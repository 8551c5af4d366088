import * as v from 'valibot'
import type { JournalState, OpenElsewhere, OpenNotice, Trouble } from '../ports.ts'
import { newPassphrase, secretOfPerson } from './keys.ts'
import { answers, windowNames } from './method.ts'
import { nothing } from './schemas.ts'

/** The file itself: what state it is in, and what opens it. */
export const journalMethods = {
  'journal.state': answers<JournalStatus>()(nothing, windowNames),
  'journal.create': answers<null>()(v.strictObject({ passphrase: newPassphrase }), ['unlock']),
  'journal.open': answers<OpenedJournal>()(
    v.union([secretOfPerson, v.strictObject({ keychain: v.literal(true) })]),
    ['unlock'],
  ),
  /** Where another computer has it open, or didn't close it; until then it opens nowhere else. */
  'journal.elsewhere': answers<OpenElsewhere | null>()(nothing, ['unlock']),
  /** Open it here all the same, once the next secret comes: a copy is put aside first. */
  'journal.openHere': answers<null>()(v.strictObject({ sure: v.literal(true) }), ['unlock']),
  /** What is known of why the journal didn't open, and where it lies. */
  'journal.trouble': answers<JournalTrouble>()(nothing, ['unlock']),
  /** Leaves a journal that can't be opened as it is, under another name, so that a new one can be begun. */
  'journal.anew': answers<null>()(v.strictObject({ sure: v.literal(true) }), ['unlock']),
} as const

export interface JournalTrouble extends Trouble {
  folder: string
}

export interface JournalStatus {
  state: JournalState
  hasRecoveryKey: boolean
  /** Pauses that wait in memory until a journal is open. */
  waiting: number
}

export interface OpenedJournal {
  notice: OpenNotice | null
  /** Of what was sealed: how many files can't be read and were kept aside. */
  unreadable: number
  /** The key for sealing was not this journal's, or was damaged; it was put right. */
  swapped: boolean
}
