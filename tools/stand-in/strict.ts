/** Where Electron would fail or be unsafe, the stand-in throws, and says so in its own name. */
export class StandInError extends Error {
  constructor(sentence: string) {
    super(`[stand-in] ${sentence}`)
    this.name = 'StandInError'
  }
}

export function refuse(sentence: string): never {
  throw new StandInError(sentence)
}

/** Electron has it on macOS alone: a call of it anywhere else is a call of `undefined`. */
export function onlyOnMac(what: string): void {
  if (process.platform !== 'darwin') refuse(`there is ${what} on macOS only`)
}

/**
 * Refuses a value that JSON would change on its way (Date, Map, undefined in a list, NaN, a class):
 * such a value means different things on both ends of a door.
 */
export function assertJson(value: unknown, where: string): void {
  const wrong = notJson(value, '')
  if (wrong !== null) refuse(`${where}: ${wrong}; only values that JSON keeps may pass`)
}

/** The path to the first part that JSON would change, with what it is, or null. Self-contained: also runs in pages. */
export function notJson(value: unknown, path: string): string | null {
  const here = path === '' ? 'the value' : path
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? null : `${here} is ${String(value)}`
  if (typeof value !== 'object') return `${here} is ${typeof value}`
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const wrong = notJson(value[index], `${path}[${index}]`)
      if (wrong !== null) return wrong
    }
    return null
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    return `${here} is a ${value.constructor.name}`
  for (const [key, part] of Object.entries(value)) {
    const wrong = notJson(part, `${path}.${key}`)
    if (wrong !== null) return wrong
  }
  return null
}
