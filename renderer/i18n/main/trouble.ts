import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Trouble } from '../../../src/contract.ts'

const words: Record<Trouble, MessageDescriptor> = {
  vault: msg`Lull’s journal part ended by itself and was started again. Nothing that was kept is lost.`,
  window: msg`A window of Lull ended by itself. Nothing that was kept is lost.`,
  page: msg`A page of Lull couldn’t go on. Nothing that was kept is lost.`,
  part: msg`A part of Lull ended by itself and was started again. Nothing that was kept is lost.`,
  error: msg`Something in Lull didn’t work a moment ago. Nothing that was kept is lost.`,
}

/** One quiet line about what ended by itself. */
export const troubleWords = (trouble: Trouble): string => i18n._(words[trouble])
