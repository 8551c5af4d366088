import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ErrorCode } from '../../src/contract.ts'

const closeAndOpen = msg`Something in Lull doesn't fit together. Nothing was changed. Close Lull and open it again.`

const words: Record<ErrorCode, MessageDescriptor> = {
  'unknown-method': closeAndOpen,
  'no-right': closeAndOpen,
  'foreign-sender': closeAndOpen,
  'bad-input': msg`Lull couldn't take that as it was. Nothing was changed. Look at it once more, then try again.`,
  'no-journal': msg`There is no journal on this computer yet. Choose a passphrase to begin one.`,
  locked: msg`Your journal is locked. Unlock it, then try again.`,
  exists: msg`There is a journal on this computer already. Close this window and unlock it.`,
  'wrong-secret': msg`That didn't open your journal. Look at capital letters and the keyboard's language, then try again.`,
  damaged: msg`Your journal is damaged and can't be opened. Lull left it as it is. Bring back a copy of its folder, if you have one.`,
  newer: msg`Your journal was last used by a newer Lull. Lull left it as it is. Open it with that version or a later one.`,
  busy: msg`Another program is using your journal. Wait a moment, then try again.`,
  'read-only': msg`Lull may not write in the journal's folder. Ask for the right to write there, or move Lull to another folder.`,
  'disk-full': msg`The disk is full, so this wasn't kept. Make some room, then try again.`,
  'words-off': msg`Words are switched off on this computer. The numbers can still be kept.`,
  'no-note': msg`This note isn't in your journal any more. Look at the list once more.`,
  'no-shift': msg`That shift is over, so this wasn't kept. The next one begins with your next entry.`,
  'too-late': msg`That can't be taken back any more. It was only kept for 8 seconds.`,
  failed: msg`That didn't work. Nothing was changed. Try again.`,
}

/** What happened and what one can do, in one or two sentences. */
export const problemWords = (code: ErrorCode): string => i18n._(words[code])
