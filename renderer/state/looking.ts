export interface Looking {
  /** Somebody looks, until the answer is called. */
  readonly look: () => () => void
  readonly isLookedAt: () => boolean
}

/** Counts the places that look at a room: `begin` with the first of them, `end` once the last has gone. */
export function createLooking(begin: () => void, end: () => void): Looking {
  let looking = 0
  return {
    look() {
      if (looking++ === 0) begin()
      return () => {
        if (--looking === 0) end()
      }
    },
    isLookedAt: () => looking > 0,
  }
}
