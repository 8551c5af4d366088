import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ErrorCode } from '../../src/contract.ts'

const closeAndOpen = msg`Something in Lull doesn’t fit together. Nothing was changed. Close Lull and open it again.`

/** What only the main window asks for: its words stand in renderer/i18n/main/problems.ts. */
export type MainProblem =
  | 'no-note'
  | 'no-checkin'
  | 'no-selfcheck'
  | 'too-late'
  | 'no-plan'
  | 'plans-full'
  | 'no-grant'
  | 'no-folder'
  | 'no-rights'
  | 'other-place'
  | 'no-file'
  | 'unread-file'
  | 'to-come'
  | 'no-shift'
  | 'no-copy'
  | 'copy-damaged'

/** What only a sealed note can hear: its words stand in renderer/i18n/sealed/problems.ts. */
export type SealedProblem = 'sealed-full'

/** What only the unlock window can hear: its words stand in renderer/unlock/problems.ts. */
export type KeysProblem =
  | 'foreign'
  | 'keys-lost'
  | 'keys-before'
  | 'wait'
  | 'other-key'
  | 'no-copy'
  | 'copy-damaged'
  | 'use-before'
  | 'use-new'
  | 'last-way'
  | 'not-the-same'
  | 'no-keychain'
  | 'open-elsewhere'
  | 'place-gone'

const words: Record<
  Exclude<ErrorCode, MainProblem | SealedProblem | KeysProblem>,
  MessageDescriptor
> = {
  'unknown-method': closeAndOpen,
  'no-right': closeAndOpen,
  'foreign-sender': closeAndOpen,
  'bad-input': msg`Lull couldn’t take that as it was. Nothing was changed. Look at it once more, then try again.`,
  'no-journal': msg`There is no journal on this computer yet. Choose a passphrase to begin one.`,
  locked: msg`Your journal is locked. Unlock it, then try again.`,
  exists: msg`There is a journal on this computer already. Close this window and unlock it.`,
  'wrong-secret': msg`That didn’t open it. Look at capital letters and the keyboard’s language, then try again.`,
  damaged: msg`Your journal is damaged and can’t be opened. Lull left it as it is. Bring back a copy of its folder, if you have one.`,
  gone: msg`Lull can’t find your journal’s files. Bring back their folder or disk, then try again.`,
  newer: msg`Your journal was last used by a newer Lull. Lull left it as it is. Open it with that version or a later one.`,
  busy: msg`Another program is using your journal. Wait a moment, then try again.`,
  'read-only': msg`Lull may not write in the journal’s folder. Ask for the right to write there, or move Lull to another folder.`,
  'disk-full': msg`The disk is full, so this wasn’t kept. Make some room, then try again.`,
  'words-off': msg`Words are switched off on this computer. The numbers can still be kept.`,
  failed: msg`That didn’t work. Nothing was changed. Try again.`,
}

/** What this window has words for: those that any window can hear of, and its own. */
const known: Partial<Record<ErrorCode, MessageDescriptor>> = { ...words }

/** Adds a window's own, before its first screen. */
export const knowProblems = (more: Partial<Record<ErrorCode, MessageDescriptor>>): void => {
  Object.assign(known, more)
}

/** What happened and what one can do, in one or two sentences. */
export const problemWords = (code: ErrorCode): string => i18n._(known[code] ?? words.failed)
