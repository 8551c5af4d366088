import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { connect } from 'node:net'
import { pathToFileURL } from 'node:url'
import { becomeBoringSsl } from './boringssl.ts'
import { installClock } from './clock.ts'
import { createLine } from './line.ts'
import { arrived, hearPorts, joinPorts, type PortEvent } from './ports.ts'
import { sleep } from './real-time.ts'
import { assertJson, refuse } from './strict.ts'
import type { UtilityHears, UtilitySays } from './words.ts'

/** A utility process: finds the browser part, sets up `process.parentPort`, then runs the app's module. */
const address = process.env['LULL_STAND_IN_UTILITIES'] ?? ''
const utility = Number(process.env['LULL_STAND_IN_UTILITY'])
const [exec = '', , modulePath = '', ...args] = process.argv
delete process.env['LULL_STAND_IN_UTILITIES']
delete process.env['LULL_STAND_IN_UTILITY']

const line = createLine<UtilitySays, UtilityHears>(await reach())
// Its program is gone, or the browser part; a utility process does not outlive them.
line.onEnd(() => process.exit(1))
joinPorts(() => line)
hearPorts(line)

/** Holds messages back until the first listener, as Electron's does. */
class ParentPort extends EventEmitter {
  #waiting: PortEvent[] | null = []

  constructor() {
    super()
    this.on('newListener', (name) => {
      if (name === 'message') queueMicrotask(() => this.#flush())
    })
  }

  postMessage(message: unknown): void {
    assertJson(message, 'parentPort.postMessage')
    line.send('parent.send', { data: message })
  }
  deliver(event: PortEvent): void {
    if (this.#waiting) this.#waiting.push(event)
    else this.emit('message', event)
  }
  #flush() {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const event of waiting) this.emit('message', event)
  }
}

const parentPort = new ParentPort()
Object.assign(process, { parentPort, type: 'utility' })
line.on('parent.message', ({ data, ports }) =>
  parentPort.deliver({ data, ports: ports.map(arrived) }),
)

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? refuse('a utility process of Lull has no "electron" to import')
      : next(specifier, context),
})
becomeBoringSsl()
const clock = installClock()
line.on('settle', () => clock.settle())
line.on('step', ({ ms }) => clock.step(ms))

process.argv = [exec, modulePath, ...args]
line.send('hello', { role: 'utility', utility, pid: process.pid })
await import(pathToFileURL(modulePath).href)

async function reach() {
  for (let tries = 0; tries < 500; tries++) {
    const socket = connect(address)
    const there = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (there) return socket
    await sleep(10)
  }
  return refuse('the browser part is not there')
}
