export interface Look {
  /** How long until the next change, in milliseconds. */
  nextInMs: number
  over: boolean
}

export interface Follower {
  /** Looks at the clock now, for example after the window was hidden. */
  readonly look: () => void
  readonly stop: () => void
}

/** A look that comes later than this after its time comes after a sleep, not after a busy moment. */
export const sleptMs = 10_000

/**
 * Tells what `lookAt` sees now and whenever that changes, until it is over. Each look asks the clock
 * anew and sets the one timer for the next, so a late timer makes one word late and none after it.
 * A look that comes far too late isn't told: the computer slept, and `slept` hears when it fell asleep.
 */
export function follow<Seen extends Look>(
  clock: () => number,
  lookAt: (elapsedMs: number) => Seen,
  tell: (seen: Seen) => void,
  slept: (atMs: number) => void,
): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = clock()

  function look() {
    clearTimeout(timer)
    const now = clock()
    if (now - dueAt > sleptMs) {
      slept(dueAt)
      return
    }
    const seen = lookAt(now)
    if (!seen.over) {
      dueAt = now + seen.nextInMs
      timer = setTimeout(look, Math.ceil(seen.nextInMs))
    }
    tell(seen)
  }

  look()
  return { look, stop: () => clearTimeout(timer) }
}
