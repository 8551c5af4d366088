import { t } from '@lingui/core/macro'
import { isExerciseId } from '../../src/breathing/exercises.ts'
import { stepWords } from '../i18n/exercises.ts'
import { pauseName } from '../i18n/pause-names.ts'
import { spokenPhase } from '../i18n/phases.ts'
import { lengthOf } from '../i18n/times.ts'
import type { Hold, Kept, Pause, PauseState } from '../state/pause.ts'
import type { Sound } from './sound.ts'

/**
 * What a screen reader says of a pause as it stands now: its phases, its sentences, why it waited and
 * what was kept of it. Its name and its end are headings, which have the focus then.
 */
export function saidOf(pause: Pause, state: PauseState, sound: Sound): string {
  switch (state.stage) {
    case 'breathing': {
      const { phase, phaseIndex, phaseMs, round } = state.moment
      if (state.free) return t`Breathe as you like.`
      // With tones, the phases after the first round are left to them.
      if (round > 0 && sound === 'on') return ''
      const spoken = spokenPhase(phase, phaseMs, round)
      return sound === 'missing' && round === 0 && phaseIndex === 0
        ? `${missingWords()} ${spoken}`
        : spoken
    }
    case 'doing': {
      const { kind } = pause.wanted
      return (isExerciseId(kind) && stepWords(kind)[state.step]) || ''
    }
    case 'held':
      return heldWords(state.why)
    case 'ended':
      // Once, when it is known what became of it.
      return state.kept.kind === 'keeping' ? '' : endedWords(pause, state.kept)
    default:
      return ''
  }
}

export const missingWords = (): string =>
  t`The device that you chose for sound isn’t there, so this pause is silent.`

export const heldWords = (why: Hold): string =>
  why === 'call'
    ? t`Something came in between. Start again with the breath it interrupted, or leave it here.`
    : t`The computer slept in between. Start again with the breath it interrupted, or leave it here.`

/** What it was, and what became of it. */
export function endedWords(pause: Pause, kept: Kept): string {
  const length = lengthOf(pause.elapsedMs())
  const name = pauseName(pause.wanted.kind)
  return `${t`${name}, ${length}.`} ${keptWords(kept)}`.trim()
}

function keptWords(kept: Kept): string {
  switch (kept.kind) {
    case 'keeping':
    case 'failed':
      return ''
    case 'saved':
      return t`Kept.`
    case 'until-unlock':
      return kept.first
        ? t`It waits here until you choose a passphrase.`
        : t`It waits here until you unlock.`
  }
}
