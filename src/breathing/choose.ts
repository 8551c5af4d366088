import type { Random } from '../ports.ts'
import type { PauseKind } from './kinds.ts'

/**
 * One of these kinds by chance, each as likely as any other. Only pauses that were chosen so are ever
 * compared (statistics.md, 5.2), so no kind may be a hair more likely: a byte beyond the last whole
 * multiple of their number is drawn again. A kind named twice counts once.
 */
export function chosen(kinds: readonly PauseKind[], random: Random): PauseKind {
  const among = [...new Set(kinds)]
  if (among.length > 256) throw new RangeError('too many kinds to choose among')
  const fair = 256 - (256 % among.length)
  for (;;) {
    const byte = random.bytes(1)[0] ?? 256
    const kind = among[byte % among.length]
    if (kind === undefined) throw new RangeError('no kinds to choose among')
    if (byte < fair) return kind
  }
}

/** Before and after a pause are asked about from this length on. */
export const ratedFromMs = 60_000

/**
 * Whether to ask about tension before and after a pause: from a minute on, and every third time. What
 * counts is `pausesSoFar`, how many pauses of at least a minute there were before this one.
 */
export const askTension = (pausesSoFar: number, plannedMs: number): boolean =>
  plannedMs >= ratedFromMs && (pausesSoFar + 1) % 3 === 0

/**
 * Whether to offer something without breath first: tension rose by 2 or more in at least two of the
 * last three breath pauses that were rated. For some people watching the breath unsettles.
 */
export const withoutBreathFirst = (
  lastThree: readonly { before: number; after: number }[],
): boolean => lastThree.filter(({ before, after }) => after - before >= 2).length >= 2
