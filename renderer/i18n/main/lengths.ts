import { t } from '@lingui/core/macro'
import { lengthLabel, type Pattern, type Phase } from '../../../src/breathing/patterns.ts'
import { shortPhase } from '../phases.ts'

/** What a length may call itself: a minute was never studied, five or ten were. */
export function lengthWords(pattern: Pattern, ms: number): string {
  if (lengthLabel(pattern, ms) === 'studied') return t`the length that was studied`
  return ms < longMs ? t`a short pause` : t`a pause`
}

/** From here on nobody would call it short. */
const longMs = 5 * 60_000

/** The breath in words: "4 s in, 6 s out". */
export const breathWords = (phases: readonly Phase[]): string =>
  phases
    .filter(({ ms }) => ms > 0)
    .map(({ name, ms }) => {
      const seconds = String(ms / 1000)
      const word = shortPhase(name)
      return t`${seconds} s ${word}`
    })
    .join(', ')
