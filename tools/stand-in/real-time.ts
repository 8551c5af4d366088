/** The real clock, taken before a stepped one replaces the globals: the stand-in's own code uses this. */
export const setTimeout = globalThis.setTimeout
export const clearTimeout = globalThis.clearTimeout
export const setInterval = globalThis.setInterval
export const clearInterval = globalThis.clearInterval
export const setImmediate = globalThis.setImmediate
const { performance } = globalThis
/** Milliseconds, monotonic, never stepped. */
export const now = performance.now.bind(performance)

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms))
