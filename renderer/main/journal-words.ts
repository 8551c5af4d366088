import { plural, t } from '@lingui/core/macro'
import type { DroppedAllWords, DroppedWords } from '../../src/contract.ts'
import { checkInDone } from '../i18n/main/check-ins.ts'
import type { CheckInSaid } from '../state/check-ins.ts'
import type { Said } from '../state/journal.ts'

/** What was done, and honestly what is left of it. */
export function saidWords({ what, left }: Said): string {
  if (what === 'edited' || what === 'added') return t`Saved.`
  const done = what === 'deleted' ? t`The note is gone.` : t`The words are gone. The number stays.`
  return [done, ...leftWords(left)].join(' ')
}

/** The same of a check-in. */
export const checkInSaidWords = (said: CheckInSaid): string =>
  [checkInDone(said), ...leftWords(said.left)].join(' ')

/** The same of all words at once. */
export function droppedAllWords({ notes, checkIns, others, ...left }: DroppedAllWords): string {
  const done = plural(notes, {
    0: 'The words are gone. The numbers stay.',
    one: 'The words of # note are gone. The number stays.',
    other: 'The words of # notes are gone. The numbers stay.',
  })
  const more = plural(checkIns, {
    one: 'So are the words of # check-in.',
    other: 'So are the words of # check-ins.',
  })
  const rest = plural(others, {
    one: 'So are those about # shift or week.',
    other: 'So are those about # shifts and weeks.',
  })
  return [
    done,
    ...(checkIns > 0 ? [more] : []),
    ...(others > 0 ? [rest] : []),
    ...leftWords(left),
  ].join(' ')
}

/** What of deleted words is still on this disk, and until when; mostly nothing. */
export function leftWords({ settled, copiesCleared, copiesLeft }: DroppedWords): string[] {
  const cleared = plural(copiesCleared, {
    one: '# older copy doesn’t hold them any more either.',
    other: '# older copies don’t hold them any more either.',
  })
  const copies = plural(copiesLeft, {
    one: '# older copy in the journal’s folder could not be changed and may still hold them.',
    other: '# older copies in the journal’s folder could not be changed and may still hold them.',
  })
  return [
    ...(copiesCleared > 0 ? [cleared] : []),
    ...(copiesLeft > 0 ? [copies] : []),
    ...(settled
      ? []
      : [
          t`Another program holds the file: they leave the disk once that has let go and Lull has closed it.`,
        ]),
  ]
}
