/** How long what was typed or changed may be nowhere but in this window. */
export const keepWithinMs = 1000
/** How long something can be taken back: as long as the vault remembers it, or this window's memory does. */
export const undoMs = 8000

export interface Timer {
  /** From now on, unless it runs already. */
  readonly start: () => void
  /** From now on, whether it runs or not. */
  readonly restart: () => void
  readonly stop: () => void
}

/** Does something once, so many milliseconds after it was started. */
export function createTimer(ms: number, work: () => void): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const start = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      work()
    }, ms)
  }
  return {
    start,
    stop,
    restart() {
      stop()
      start()
    },
  }
}
