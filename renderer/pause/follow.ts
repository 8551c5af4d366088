import type { Pattern } from '../../src/breathing/patterns.ts'
import { momentAt, type Moment } from '../../src/breathing/timeline.ts'

export interface Follower {
  /** Looks at the clock now, for example after the window was hidden. */
  readonly look: () => void
  readonly stop: () => void
}

/**
 * Tells the moment of a pause now and whenever its phase changes, until it is over; with `seconds`
 * also at each whole second of a phase. Each look asks the clock anew and sets the one timer for the
 * next, so a late timer makes one word late and none after it.
 */
export function follow(
  pattern: Pattern,
  plannedMs: number,
  elapsedMs: () => number,
  tell: (moment: Moment) => void,
  seconds = false,
): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    clearTimeout(timer)
    const moment = momentAt(pattern, plannedMs, elapsedMs())
    if (!moment.over) {
      const nextSecondMs = 1000 - (moment.intoPhaseMs % 1000)
      const waitMs = seconds ? Math.min(moment.nextInMs, nextSecondMs) : moment.nextInMs
      timer = setTimeout(look, Math.ceil(waitMs))
    }
    tell(moment)
  }

  look()
  return { look, stop: () => clearTimeout(timer) }
}
