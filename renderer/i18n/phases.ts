import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Phase } from '../../src/breathing/patterns.ts'

const words: Record<Phase['name'], MessageDescriptor> = {
  in: msg`breathe in`,
  'top-up': msg`a little more`,
  hold: msg`hold, softly`,
  out: msg`breathe out`,
  rest: msg`rest`,
}

/** What is done in a phase, as it stands in the window. */
export const phaseWord = (phase: Phase['name']): string => i18n._(words[phase])

const shortWords: Record<Phase['name'], MessageDescriptor> = {
  in: msg`in`,
  'top-up': msg`more`,
  hold: msg`hold`,
  out: msg`out`,
  rest: msg`rest`,
}

/** The same in one word. */
export const shortPhase = (phase: Phase['name']): string => i18n._(shortWords[phase])

/**
 * What a screen reader says of a phase: the whole phrase in the first round, one word after that, so
 * that it is silent before the phase is over.
 */
export function spokenPhase(phase: Phase['name'], ms: number, round: number): string {
  if (round > 0) return shortPhase(phase)
  const word = phaseWord(phase)
  const seconds = String(ms / 1000)
  return t`${word}, ${seconds} seconds`
}
