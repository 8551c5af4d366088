import { t } from '@lingui/core/macro'
import type { CopyLine, CopyLook } from '../../../src/contract.ts'
import type { CopyKind } from '../../../src/copy-kinds.ts'
import { languageTag } from '../speak.ts'
import { fullDayOf } from '../times.ts'
import { countWords } from './counts.ts'

/** Why a copy was made. */
export function copyKindWords(kind: CopyKind): string {
  const words: Record<CopyKind, string> = {
    daily: t`The copy of the day`,
    migration: t`Before a new version of Lull`,
    import: t`Before something was brought in`,
    restore: t`Before an older copy was put back`,
    unclean: t`As it was when Lull was cut off`,
    elsewhere: t`As another computer had left it`,
    damaged: t`As it was found, damaged`,
  }
  return words[kind]
}

/** `November 22, 2026 at 22:02` by this computer's clock; no line breaks between day and month. */
export const copyTimeWords = ({ at }: Pick<CopyLine, 'at'>): string =>
  new Intl.DateTimeFormat(languageTag(), {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
    .formatToParts(at)
    .map(({ type, value }, nth, all) =>
      type === 'literal' && isOfDay(all[nth - 1]) && isOfDay(all[nth + 1])
        ? value.replaceAll(' ', '\u00A0')
        : value,
    )
    .join('')
const isOfDay = (part: Intl.DateTimeFormatPart | undefined) =>
  part?.type === 'day' || part?.type === 'month'

/** What is in a copy: how much, and from when to when. */
export function copyHoldsWords({ holds, from, to }: CopyLook): string {
  const counts = countWords({ ...holds, plans: 0, other: 0 })
  if (counts === null || from === null || to === null) return t`No shift, note, check-in or pause`
  const [first, last] = [fullDayOf(from), fullDayOf(to)]
  return first === last ? t`${counts}, of ${first}` : t`${counts}, from ${first} to ${last}`
}

/** What putting it back would do to the journal of now, a line each. */
export function copyDiffersWords(differs: NonNullable<CopyLook['differs']>): string[] {
  const [goes, comes, changes] = [
    countWords(differs.goes),
    countWords(differs.comes),
    countWords(differs.changes),
  ]
  return [
    ...(goes === null ? [] : [t`Will be missing: ${goes}`]),
    ...(comes === null ? [] : [t`Will be back: ${comes}`]),
    ...(changes === null ? [] : [t`As it was then: ${changes}`]),
  ]
}
