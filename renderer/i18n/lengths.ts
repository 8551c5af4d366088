import { t } from '@lingui/core/macro'
import { lengthLabel, type Pattern, type Phase } from '../../src/breathing/patterns.ts'
import { phaseWord } from './phases.ts'

/** What a length may call itself: a minute was never studied, five or ten were. */
export const lengthWords = (pattern: Pattern, ms: number): string =>
  lengthLabel(pattern, ms) === 'studied' ? t`the length that was studied` : t`a short pause`

/** The breath in words: "4 s breathe in, 6 s breathe out". */
export const breathWords = (phases: readonly Phase[]): string =>
  phases
    .filter(({ ms }) => ms > 0)
    .map(({ name, ms }) => {
      const seconds = String(ms / 1000)
      const word = phaseWord(name)
      return t`${seconds} s ${word}`
    })
    .join(', ')
