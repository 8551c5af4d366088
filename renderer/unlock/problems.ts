import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { KeysProblem } from '../i18n/problems.ts'

/** What only the unlock window asks for can be refused in these ways; `gone` has another way out here. */
export const keysProblems: Record<KeysProblem | 'gone', MessageDescriptor> = {
  gone: msg`Lull can’t find your journal’s files. Open a copy, or bring back its folder.`,
  wait: msg`A few tries didn’t open it, so the next one waits. Try again once the time is over.`,
  foreign: msg`What lies in the place of your journal isn’t one. Lull left it as it is. Bring back your journal’s own file, or open a copy.`,
  'keys-lost': msg`If it may have been mistyped, try again, or use another way in. Otherwise the file with your journal’s keys is gone or damaged, and no copy here has one: bring back journal.keys from another copy of its folder. Without it nobody can open your journal.`,
  'keys-before': msg`The file with your journal’s keys is gone or damaged. The copies have it as it was when they were made: use the passphrase or recovery key of that time.`,
  'use-before': msg`The change to a new key was cut off before it was done. Use the passphrase or recovery key from before; then it can be changed again.`,
  'use-new': msg`The change to a new key was made just before Lull ended. Use the new passphrase.`,
  'last-way': msg`That is the only way into your journal that is left, so it stays. Add another one first.`,
  'not-the-same': msg`At least one group is not what the recovery key says there. Look at your paper once more.`,
  'open-elsewhere': msg`Your journal is open on another computer, or wasn’t closed there. Close it there, then try again.`,
  'place-gone': msg`Your journal isn’t where it was put. Plug in the stick or connect the drive that it lies on, then try again.`,
  'other-key': msg`What opens your journal doesn’t open this copy: it has the key of the time it was made. Use the passphrase or recovery key of that time.`,
  'no-copy': msg`What was to be opened isn’t there any more. Choose it once more, or another one.`,
  'copy-damaged': msg`A part of this copy is damaged, so it was left as it is. Choose another one.`,
  'no-keychain': msg`The system’s keychain didn’t answer. Use your passphrase or your recovery key.`,
}
