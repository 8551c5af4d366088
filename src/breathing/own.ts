import { isPatternId, patterns, type Pattern, type Phase } from './patterns.ts'
import { breathMs } from './timeline.ts'

/** `own:<in>-<top-up>-<hold>-<out>-<rest>` in milliseconds, 0 where absent: the id is the pattern. */
export type OwnPatternId = `own:${string}`

export type OwnProblem =
  | 'not-quarter-seconds'
  | 'breath-too-short'
  | 'breath-too-long'
  | 'top-up-too-short'
  | 'hold-too-long'
  | 'too-fast'
  | 'too-slow'

export type Own = { ok: true; pattern: OwnPattern } | { ok: false; problem: OwnProblem }
export interface OwnPattern extends Pattern {
  id: OwnPatternId
}

/** What an own pattern keeps to, in milliseconds and in breaths a minute (issue 4, point 1). */
export const ownBounds = {
  stepMs: 250,
  inOutMs: { least: 2000, most: 10_000 },
  topUpMs: { least: 500, most: 10_000 },
  holdMs: { most: 7000 },
  breathsAMinute: { least: 3, most: 20 },
} as const

/** No pause is planned for less, and none for longer. */
export const shortestPauseMs = 1000
export const longestPauseMs = 30 * 60_000

const order = ['in', 'top-up', 'hold', 'out', 'rest'] as const

/** How many of these breaths make a minute; Infinity where they last no time. */
export const breathsAMinute = (phases: readonly Phase[]): number => 60_000 / breathMs({ phases })

/**
 * An agent's own pattern from its phases, in the order of a breath whatever order they come in; the
 * same phase named twice counts together. Otherwise the first thing that is wrong with it.
 */
export function ownPattern(phases: readonly Phase[]): Own {
  const msOf = (name: Phase['name']) =>
    breathMs({ phases: phases.filter((phase) => phase.name === name) })
  const lengths = order.map((name) => ({ name, ms: msOf(name) }))
  const problem = problemOf(lengths, msOf)
  if (problem !== null) return { ok: false, problem }
  const id = `own:${lengths.map(({ ms }) => ms).join('-')}` as const
  return { ok: true, pattern: { id, phases: lengths.filter(({ ms }) => ms > 0) } }
}

function problemOf(
  phases: readonly Phase[],
  msOf: (name: Phase['name']) => number,
): OwnProblem | null {
  const { stepMs, inOutMs, topUpMs, holdMs, breathsAMinute: rate } = ownBounds
  if (phases.some(({ ms }) => !(ms >= 0) || ms % stepMs !== 0)) return 'not-quarter-seconds'
  // First, as its own sentence: very short breaths are as much a matter of their rate.
  if (breathsAMinute(phases) > rate.most) return 'too-fast'
  const breaths = [msOf('in'), msOf('out')]
  if (breaths.some((ms) => ms < inOutMs.least)) return 'breath-too-short'
  if (breaths.some((ms) => ms > inOutMs.most) || msOf('top-up') > topUpMs.most)
    return 'breath-too-long'
  if (msOf('top-up') > 0 && msOf('top-up') < topUpMs.least) return 'top-up-too-short'
  if (msOf('hold') > holdMs.most || msOf('rest') > holdMs.most) return 'hold-too-long'
  return breathsAMinute(phases) < rate.least ? 'too-slow' : null
}

const shape = /^own:(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})$/

/** The own pattern that an id is; null for any other text, and for one that is out of bounds. */
export function parseOwn(id: string): OwnPattern | null {
  const [, ...lengths] = shape.exec(id) ?? []
  const own = ownPattern(order.map((name, index) => ({ name, ms: Number(lengths[index] ?? 0) })))
  // One pattern has one id: `own:04000-…` is another spelling, and none of ours.
  return own.ok && own.pattern.id === id ? own.pattern : null
}

export const isOwnPatternId = (text: string): text is OwnPatternId => parseOwn(text) !== null

/** The pattern of an id, Lull's or the agent's own; null where there is none. */
export const patternOf = (id: string): Pattern | null =>
  isPatternId(id) ? patterns[id] : parseOwn(id)

/**
 * How long a pause lasts, in milliseconds: so many whole breaths, or as near to so many minutes as
 * whole breaths come, so that it ends with its last phase. At least one, at most half an hour of them.
 */
export function plannedOf(
  pattern: Pattern,
  length: { minutes: number } | { rounds: number },
): number {
  const breath = breathMs(pattern)
  if (!(breath > 0)) throw new RangeError('a pattern must last longer than no time')
  const rounds = Math.round('rounds' in length ? length.rounds : (length.minutes * 60_000) / breath)
  if (Number.isNaN(rounds)) throw new RangeError('a length must be a number')
  return Math.max(1, Math.min(rounds, Math.floor(longestPauseMs / breath))) * breath
}
