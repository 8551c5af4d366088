import { t } from '@lingui/core/macro'
import type { Ask } from '../../../src/notes/brooding.ts'

/** The heading over a note's words: what they answer, or null where nothing was asked. */
export function askedWords(asked: Ask | null): string | null {
  switch (asked) {
    case 'teammate':
      return t`What would you tell a teammate who just had that?`
    case 'right':
      return t`One thing you did right?`
    case 'pause':
    case null:
      return null
  }
}
