import { plural, t } from '@lingui/core/macro'

/** Another key for sealing lay beside the journal. */
export const swappedWords = (): string =>
  t`The key for notes that are written while it is locked had been changed outside of Lull, or was damaged. Lull put its own back. Whoever changed it may be able to read what was noted meanwhile.`

/** So many sealed notes couldn't be read. */
export const unreadableWords = (count: number): string =>
  plural(count, {
    one: 'One note that was sealed can’t be read. Lull kept its file aside, in the folder “sealed”, under a name that ends in “.unreadable”.',
    other:
      '# notes that were sealed can’t be read. Lull kept their files aside, in the folder “sealed”, under names that end in “.unreadable”.',
  })
