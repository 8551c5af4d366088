/**
 * The bridge between a page's two worlds. The functions here run in the page: they are sent as source,
 * so they use nothing from outside themselves. Worlds share events and nothing else; `detail` is
 * cloned on its way, synchronously, so a function becomes a number that the other side can call.
 */
/** A value on its way: as it is, a function, a promise, an error, a list, an object. */
export type Coded =
  | { v: unknown }
  | { f: number }
  | { p: number }
  | { e: string }
  | { a: Coded[] }
  | { o: [string, Coded][] }

export type Said =
  | { up: boolean }
  | { expose: string; api: Coded }
  | { call: number; n: number; args: Coded[] }
  | { ret: number; ok: boolean; value: Coded }
  | { settle: number; ok: boolean; value: Coded }

export interface Side {
  /** Makes a value of this world fit for the other. */
  encode(value: unknown): Coded
  say(message: Said): void
}

/** Installed in both worlds, with `out` and `into` exchanged; `exposed` runs where an API arrives. */
export function bridgeSide(
  out: string,
  into: string,
  exposed: (key: string, api: unknown) => void,
): Side {
  const own: ((...args: unknown[]) => unknown)[] = []
  const promises = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >()
  const returned = new Map<number, { ok: boolean; value: Coded }>()
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window)
  let calls = 0
  let promised = 0
  let waiting: Said[] | null = []

  const emit = (said: Said) => void dispatch(new CustomEvent(out, { detail: said }))
  function say(said: Said) {
    if (waiting) waiting.push(said)
    else emit(said)
  }

  function encode(value: unknown): Coded {
    if (typeof value === 'function') {
      own.push((...args) => Reflect.apply(value, undefined, args))
      return { f: own.length - 1 }
    }
    if (value === null || typeof value !== 'object') return { v: value }
    if (value instanceof Promise) {
      const n = ++promised
      value.then(
        (result) => say({ settle: n, ok: true, value: encode(result) }),
        (error: unknown) => say({ settle: n, ok: false, value: encode(error) }),
      )
      return { p: n }
    }
    if (value instanceof Error) return { e: value.message }
    if (Array.isArray(value)) return { a: value.map(encode) }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null)
      return { o: Object.entries(value).map(([key, part]) => [key, encode(part)]) }
    return { v: value }
  }

  function decode(coded: Coded): unknown {
    if ('v' in coded) return coded.v
    if ('e' in coded) return new Error(coded.e)
    if ('a' in coded) return coded.a.map(decode)
    if ('o' in coded) return Object.fromEntries(coded.o.map(([key, part]) => [key, decode(part)]))
    if ('p' in coded)
      return new Promise((resolve, reject) => promises.set(coded.p, { resolve, reject }))
    return (...args: unknown[]) => {
      const n = ++calls
      say({ call: coded.f, n, args: args.map(encode) })
      const answer = returned.get(n)
      returned.delete(n)
      if (!answer) return undefined
      if (answer.ok) return decode(answer.value)
      throw decode(answer.value)
    }
  }

  function run(id: number, args: unknown[]): { ok: boolean; value: Coded } {
    try {
      return { ok: true, value: encode(own[id]?.(...args)) }
    } catch (error) {
      return { ok: false, value: encode(error) }
    }
  }

  function hear(said: Said) {
    if ('up' in said) {
      const rest = waiting
      waiting = null
      // The one that comes second greets a side that already listens, and is greeted back.
      if (!said.up) emit({ up: true })
      for (const each of rest ?? []) emit(each)
    } else if ('expose' in said) exposed(said.expose, decode(said.api))
    else if ('call' in said) emit({ ret: said.n, ...run(said.call, said.args.map(decode)) })
    else if ('ret' in said) returned.set(said.ret, said)
    else {
      const promise = promises.get(said.settle)
      promises.delete(said.settle)
      if (said.ok) promise?.resolve(decode(said.value))
      else promise?.reject(decode(said.value))
    }
  }

  window.addEventListener(into, (event) => {
    // Only the other world knows the name.
    if (event instanceof CustomEvent) hear(event.detail)
  })
  emit({ up: false })

  return { encode, say }
}

/** The page's own world: takes what the preload exposes, before the page's first script. */
export function exposeInPage(out: string, into: string, side: typeof bridgeSide): void {
  side(out, into, (key, api) => {
    const frozen = (value: unknown): unknown => {
      if (value !== null && typeof value === 'object') Object.values(value).forEach(frozen)
      return Object.freeze(value)
    }
    Object.defineProperty(window, key, { value: frozen(api), enumerable: true })
  })
}
