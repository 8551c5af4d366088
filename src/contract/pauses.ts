import * as v from 'valibot'
import { ratedFromMs } from '../breathing/choose.ts'
import type { PauseKind } from '../breathing/kinds.ts'
import type { Instant } from '../ports.ts'
import { earliestMs } from '../shifts/day.ts'
import { answers } from './method.ts'
import { id, instant, nothing, pauseKind, plannedMs, rating } from './schemas.ts'

/** Pauses. */
export const pauseMethods = {
  /** Before a pause: whether to ask about tension, and to offer something without breath first. */
  'pause.begin': answers<PauseStart>()(v.strictObject({ kind: pauseKind, plannedMs }), [
    'pause',
    'card',
  ]),
  'pause.save': answers<{ kept: 'saved' | 'until-unlock' }>()(
    v.pipe(
      v.strictObject({
        id,
        kind: pauseKind,
        startedAt: v.pipe(instant, v.minValue(earliestMs)),
        elapsedMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        plannedMs,
        ended: v.picklist(['completed', 'stopped']),
        before: v.nullable(rating),
        after: v.nullable(rating),
        /** Only what Lull chose by chance is ever compared. */
        chosen: v.picklist(['me', 'chance']),
      }),
      v.check((pause) => pause.elapsedMs <= pause.plannedMs, 'a pause is no longer than planned'),
      v.check(
        (pause) => pause.ended === 'stopped' || pause.elapsedMs === pause.plannedMs,
        'a completed pause has its whole length',
      ),
      v.check(
        (pause) => pause.after === null || pause.before !== null,
        'nothing is rated after that was not rated before',
      ),
      v.check(
        (pause) => pause.before === null || pause.plannedMs >= ratedFromMs,
        'only a pause of a minute or more is rated',
      ),
    ),
    ['pause', 'card'],
  ),
  /** The rating after a pause that was saved with one before. */
  'pause.rate': answers<null>()(v.strictObject({ id, after: rating }), ['pause']),
  'pauses.get': answers<PausesTaken>()(nothing, ['main']),
} as const

export interface PauseStart {
  askTension: boolean
  withoutBreathFirst: boolean
}

export interface PausesTaken {
  /** The last fifty, newest first. */
  sessions: TodayPause[]
  /** Means of what was rated, to one decimal; null until there are ten rated pauses. */
  described: { count: number; before: number; after: number } | null
}

export interface TodayPause {
  id: string
  at: Instant
  kind: PauseKind
  elapsedMs: number
  ended: 'completed' | 'stopped'
}
