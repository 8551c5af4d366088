import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { OwnProblem } from '../../../src/breathing/own.ts'

const words: Record<OwnProblem, MessageDescriptor> = {
  'not-quarter-seconds': msg`Quarters of a second, please: 4, 4.25, 4.5.`,
  'breath-too-short': msg`Breathing in and breathing out take 2 seconds or more.`,
  'breath-too-long': msg`Breathing in and breathing out take 10 seconds at most.`,
  'top-up-too-short': msg`A little more takes half a second or longer, or none at all.`,
  'hold-too-long': msg`A hold or a rest is 7 seconds at most.`,
  'too-fast': msg`That is faster than 20 breaths a minute. Lull stays below that.`,
  'too-slow': msg`That is slower than 3 breaths a minute. Lull stays above that.`,
}

/** What is wrong with a pattern of one's own, as what would be right. */
export const ownProblemWords = (problem: OwnProblem): string => i18n._(words[problem])
