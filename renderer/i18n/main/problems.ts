import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { MainProblem } from '../problems.ts'

/** What only the main window asks for can be refused in these ways. */
export const mainProblems: Record<MainProblem, MessageDescriptor> = {
  'no-note': msg`This note isn’t in your journal any more. Look at the list once more.`,
  'no-checkin': msg`This check-in isn’t there any more. Look at the list once more.`,
  'no-selfcheck': msg`This self-check isn’t there any more. Look at the list once more.`,
  'to-come': msg`That time is still to come. Choose one that has been, then try again.`,
  'no-shift': msg`That shift is over, so this wasn’t kept. The next one begins with your next entry.`,
  'no-plan': msg`This plan isn’t there any more. Look at the list once more.`,
  'no-copy': msg`This copy isn’t there any more. Look at the list once more.`,
  'copy-damaged': msg`A part of this copy is damaged, so it was left as it is. Choose another one.`,
  'plans-full': msg`Three plans are in use. Let one rest first.`,
  'too-late': msg`That can’t be taken back any more. It was only kept for 8 seconds.`,
  'no-grant': msg`The place that was chosen can’t be used any more. Choose it once more.`,
  'no-folder': msg`The folder isn’t there any more, so nothing was written. Choose another, then try again.`,
  'no-rights': msg`Lull may not write there, or another program holds the file. Choose another place, then try again.`,
  'no-file': msg`The file isn’t there any more, so nothing was brought in. Choose it where it is now, or another one.`,
  'unread-file': msg`Lull can’t read this file, so nothing was brought in. Another program may hold it: try again, or choose another file.`,
  'other-place': msg`Nothing can be written under that name there. Choose another name or place, then try again.`,
}
