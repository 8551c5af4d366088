/**
 * Counts the timers of this process that fire, by the clock that it has: when, where, and from which
 * line they were set. Timers that Node or the runtime keep for themselves don't come by here.
 */
export function countTimers(where, tell = (fired, all) => void all.push(fired)) {
  const all = []
  const wrap = (name) => {
    const real = globalThis[name]
    globalThis[name] = (run, ms, ...args) => {
      const setBy = new Error(name).stack.split('\n')[2]?.trim() ?? name
      return real(
        (...given) => {
          tell({ at: Date.now(), where, name, ms, setBy }, all)
          return run(...given)
        },
        ms,
        ...args,
      )
    }
  }
  wrap('setTimeout')
  wrap('setInterval')
  return all
}
