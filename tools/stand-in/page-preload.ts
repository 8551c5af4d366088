import type { Side } from './page-bridge.ts'

/** What a page's isolated world and the browser part say to each other, as JSON text. */
export type FromPage =
  | { kind: 'started'; url: string }
  | { kind: 'invoke'; n: number; url: string; channel: string; args: unknown[] }
  | { kind: 'send'; url: string; channel: string; args: unknown[]; ports: string[] }
  | { kind: 'port'; port: string; data: unknown; ports: string[] }
  | { kind: 'port.closed'; port: string }
  | { kind: 'pair'; ports: [string, string] }
  | { kind: 'focused' }
  /** The page fills the screen, or has given it back. */
  | { kind: 'full'; on: boolean }
  | { kind: 'wrong'; sentence: string }

export type ToPage =
  | { kind: 'answer'; n: number; ok: boolean; value: unknown }
  | { kind: 'message'; channel: string; args: unknown[]; ports: string[] }
  | { kind: 'port'; port: string; data: unknown; ports: string[] }
  | { kind: 'port.closed'; port: string }

export interface PreloadStart {
  binding: string
  deliver: string
  out: string
  into: string
  platform: string
  /** Whether the page says when a person has given it the focus. */
  tellsFocus: boolean
}

/** A preload's own text, as the function that CommonJS makes of it. */
type Preload = (require: unknown, module: unknown, exports: unknown, process: unknown) => void

/**
 * Runs in the isolated world: `require('electron')` of a sandboxed preload, and the relay between DOM
 * ports and the browser part. Sent as source.
 */
export function runPreload(
  start: PreloadStart,
  bridgeSide: (out: string, into: string, exposed: () => void) => Side,
  notJson: (value: unknown, path: string) => string | null,
  preload: Preload | null,
): void {
  if (window.top !== window || location.protocol !== 'https:') return
  const binding: unknown = Reflect.get(globalThis, start.binding)
  const tell = (said: FromPage) => {
    if (typeof binding === 'function') Reflect.apply(binding, globalThis, [JSON.stringify(said)])
  }
  tell({ kind: 'started', url: location.href })
  if (start.tellsFocus) window.addEventListener('focus', () => tell({ kind: 'focused' }))
  document.addEventListener('fullscreenchange', () =>
    tell({ kind: 'full', on: document.fullscreenElement !== null }),
  )
  const side = bridgeSide(start.out, start.into, () => {})

  type Listener = (event: { ports: MessagePort[]; senderId: number }, ...args: unknown[]) => void
  const listeners = new Map<string, Listener[]>()
  const invoked = new Map<number, (answer: { ok: boolean; value: unknown }) => void>()
  const relays = new Map<string, MessagePort>()
  let count = 0

  function check(values: unknown[], where: string) {
    for (const value of values) {
      const wrong = notJson(value, '')
      if (wrong === null) continue
      const sentence = `[stand-in] ${where}: ${wrong}; only values that JSON keeps may pass`
      tell({ kind: 'wrong', sentence })
      throw new Error(sentence)
    }
  }

  /** Keeps the far end of a DOM port in this world, and passes on what comes out of it. */
  function relay(id: string, port: MessagePort) {
    relays.set(id, port)
    port.addEventListener('message', (event: MessageEvent<unknown>) => {
      const wrong = notJson(event.data, '')
      if (wrong === null)
        tell({ kind: 'port', port: id, data: event.data, ports: event.ports.map(adopt) })
      else tell({ kind: 'wrong', sentence: `[stand-in] MessagePort.postMessage: ${wrong}` })
    })
    port.addEventListener('close', () => {
      if (relays.delete(id)) tell({ kind: 'port.closed', port: id })
    })
    port.start()
  }
  /** A port of the page goes out: the relay here is the near end of a channel, the far end travels. */
  function adopt(port: MessagePort): string {
    const [near, far] = [crypto.randomUUID(), crypto.randomUUID()]
    tell({ kind: 'pair', ports: [near, far] })
    relay(near, port)
    return far
  }
  function take(id: string): MessagePort {
    const { port1, port2 } = new MessageChannel()
    relay(id, port1)
    return port2
  }

  Object.defineProperty(globalThis, start.deliver, {
    value: (text: string) => {
      const said: ToPage = JSON.parse(text)
      if (said.kind === 'answer') {
        invoked.get(said.n)?.(said)
        invoked.delete(said.n)
      } else if (said.kind === 'message') {
        const event = { ports: said.ports.map(take), senderId: 0 }
        for (const listener of listeners.get(said.channel) ?? []) listener(event, ...said.args)
      } else if (said.kind === 'port') {
        relays.get(said.port)?.postMessage(said.data, said.ports.map(take))
      } else {
        const closed = relays.get(said.port)
        relays.delete(said.port)
        closed?.close()
      }
    },
  })

  const listen = (channel: string, listener: Listener) =>
    void listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
  const forget = (channel: string, listener: Listener) =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    )

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      try {
        check(args, `ipcRenderer.invoke('${channel}')`)
      } catch (error) {
        return Promise.reject(error)
      }
      return new Promise((resolve, reject) => {
        const n = ++count
        invoked.set(n, ({ ok, value }) => {
          if (ok) resolve(value)
          else
            reject(new Error(`Error invoking remote method '${channel}': Error: ${String(value)}`))
        })
        tell({ kind: 'invoke', n, url: location.href, channel, args })
      })
    },
    send(channel: string, ...args: unknown[]) {
      check(args, `ipcRenderer.send('${channel}')`)
      tell({ kind: 'send', url: location.href, channel, args, ports: [] })
    },
    postMessage(channel: string, message: unknown, ports: MessagePort[] = []) {
      check([message], `ipcRenderer.postMessage('${channel}')`)
      tell({ kind: 'send', url: location.href, channel, args: [message], ports: ports.map(adopt) })
    },
    on(channel: string, listener: Listener) {
      listen(channel, listener)
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const first: Listener = (event, ...args) => {
        forget(channel, first)
        listener(event, ...args)
      }
      listen(channel, first)
      return ipcRenderer
    },
    removeListener(channel: string, listener: Listener) {
      forget(channel, listener)
      return ipcRenderer
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  }
  const exposed = new Set<string>()
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key))
        throw new Error(`Cannot bind an API on top of an existing property on the window object`)
      exposed.add(key)
      side.say({ expose: key, api: side.encode(api) })
    },
  }

  if (!preload) return
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer }
    throw new Error(
      `[stand-in] a sandboxed preload can require nothing but electron, not '${name}'`,
    )
  }
  const process = {
    type: 'renderer',
    platform: start.platform,
    sandboxed: true,
    contextIsolated: true,
    versions: {},
    env: {},
    argv: [],
  }
  const module = { exports: {} }
  try {
    Reflect.apply(preload, module.exports, [require, module, module.exports, process])
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const gone = /\b(Buffer|setImmediate|clearImmediate|global) is not defined/.test(text)
    const sentence = gone ? `a sandboxed preload has none: ${text}` : `the preload failed: ${text}`
    tell({ kind: 'wrong', sentence: `[stand-in] ${sentence}` })
  }
}
