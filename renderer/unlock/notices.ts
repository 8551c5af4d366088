import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { OpenedJournal } from '../../src/contract.ts'

const words: Record<NonNullable<OpenedJournal['notice']>, MessageDescriptor> = {
  'lost-writes': msg`It is older than what was last kept here, so the newest entries may be missing. If you have a newer copy of Lull’s folder, bring it back before you go on. As it was found, it is kept beside the copies.`,
  changed: msg`Its file isn’t as Lull left it. Everything in it can be read, but something may be missing or older than it was. As it was found, it is kept beside the copies.`,
  'no-witness': msg`The small file that counts what is kept, journal.seq, was gone or damaged. So Lull can’t tell whether your newest entries are all here. From now on it counts again.`,
  'keys-back': msg`The file with its keys was gone or damaged, and Lull took that of a copy. What opened your journal when that copy was made opens it now. If you have changed something since, change it again under “Keys and lock”.`,
  'keys-changed': msg`The file with its keys isn’t as Lull wrote it. What you used just now opens your journal; the other ways in may not. Make those again under “Keys and lock”.`,
}

/** What was found when the journal opened, and what can be done about it. */
export const noticeWords = (notice: NonNullable<OpenedJournal['notice']>): string =>
  i18n._(words[notice])
