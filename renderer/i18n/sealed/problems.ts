import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { SealedProblem } from '../problems.ts'

/** What only a sealed note can be refused with. */
export const sealedProblems: Record<SealedProblem, MessageDescriptor> = {
  'sealed-full': msg`Two hundred notes wait for your journal. Unlock it, then this one can be kept.`,
}
