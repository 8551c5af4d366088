import * as v from 'valibot'
import { isCopyName, type CopyKind, type CopyOpens } from '../copy-kinds.ts'
import type { CopyTrouble } from '../copies/copying.ts'
import type { Instant } from '../ports.ts'
import type { Counts } from '../transfer/transfer.ts'
import type { OpenedJournal } from './journal.ts'
import { secretOfPerson } from './keys.ts'
import { answers } from './method.ts'
import { nothing } from './schemas.ts'

const name = v.pipe(v.string(), v.maxLength(60), v.check(isCopyName, 'is no copy’s name'))

/** The journal's copies: what there is, what is in one, and one in the journal's place. */
export const copyMethods = {
  'copies.list': answers<CopiesPage>()(nothing, ['main', 'unlock']),
  /** Looks at every page of a copy, and says what is in it. Refuses with `other-key` where the journal's keys don't fit. */
  'copies.look': answers<CopyLook>()(v.strictObject({ name }), ['main', 'unlock']),
  /** Makes it the journal, once that of now is a copy itself. */
  'copies.restore': answers<null>()(v.strictObject({ name, sure: v.literal(true) }), ['main']),
  /** The same two with what opened the copy when it was made, or, while the journal is locked, with what opens that. */
  'copies.lookBy': answers<CopyLook>()(v.strictObject({ name, secret: secretOfPerson }), [
    'unlock',
  ]),
  'copies.restoreBy': answers<OpenedJournal>()(
    v.strictObject({ name, secret: secretOfPerson, sure: v.literal(true) }),
    ['unlock'],
  ),
} as const

export interface CopiesPage {
  folder: string
  /** Newest first. */
  copies: CopyLine[]
  /** Which reason stood against the last daily copy, if any. */
  trouble: CopyTrouble | null
}

export interface CopyLine {
  name: string
  at: Instant
  kind: CopyKind
  bytes: number
  opens: CopyOpens
}

export interface CopyLook {
  holds: { shifts: number; notes: number; checkIns: number; pauses: number }
  /** The dates of its first and its last shift. */
  from: string | null
  to: string | null
  /** What putting it back would do to the journal of now; null while that is locked. */
  differs: {
    /** Only in the journal of now. */
    goes: Counts
    /** Only in the copy. */
    comes: Counts
    /** In both, and not the same. */
    changes: Counts
  } | null
}
