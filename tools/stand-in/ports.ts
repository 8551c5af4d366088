import { EventEmitter } from 'node:events'
import { assertJson, refuse } from './strict.ts'
import type { PortNews, PortWords } from './words.ts'
import type { Line } from './line.ts'

type PortLine = Line<
  Pick<PortWords, keyof PortWords>,
  Pick<PortNews, 'port.message' | 'port.closed'>
>

export interface PortEvent {
  data: unknown
  ports: MessagePortMain[]
}

/** The ports that lie in this process, and the line by which they reach their other ends. */
const here = new Map<string, MessagePortMain>()
let line: () => PortLine = () => refuse('ports need a line to the browser part')

export function joinPorts(reach: () => PortLine): void {
  line = reach
}

/** Hears, on a line that is there, what arrives for the ports of this process. */
export function hearPorts(on: PortLine): void {
  on.on('port.message', ({ port, data, ports }) => {
    here.get(port)?.emit('message', { data, ports: ports.map(arrived) })
  })
  on.on('port.closed', ({ port }) => {
    const closed = here.get(port)
    here.delete(port)
    closed?.emit('close')
  })
}

/** A port that has just been handed to this process. */
export function arrived(id: string): MessagePortMain {
  const port = new MessagePortMain(id)
  here.set(id, port)
  return port
}

/** Takes ports out of the sender's hands and returns their ids for the message that carries them. */
export function give(ports: readonly MessagePortMain[] = []): string[] {
  for (const port of ports)
    if (!(port instanceof MessagePortMain)) refuse('only a MessagePortMain can be handed over')
  return ports.map((port) => port.giveAway())
}

type Events = { message: [PortEvent]; close: [] }

/** One end of a channel; messages wait at the other side until `start`. */
export class MessagePortMain extends EventEmitter<Events> {
  readonly #id: string
  #state: 'here' | 'given' | 'closed' = 'here'

  constructor(id: string) {
    super()
    this.#id = id
    this.once('close', () => {
      if (this.#state === 'here') this.#state = 'closed'
    })
  }

  postMessage(message: unknown, transfer?: MessagePortMain[]): void {
    if (this.#state === 'given') refuse('a port that was given away can no longer be used')
    assertJson(message, 'MessagePortMain.postMessage')
    if (transfer?.includes(this)) refuse('a port can not carry itself')
    const ports = give(transfer)
    if (this.#state === 'here') line().send('port.send', { port: this.#id, data: message, ports })
  }

  start(): void {
    if (this.#state === 'given') refuse('a port that was given away can no longer be used')
    if (this.#state === 'here') line().send('port.start', { port: this.#id })
  }

  close(): void {
    if (this.#state !== 'here') return
    line().send('port.close', { port: this.#id })
    here.delete(this.#id)
    this.emit('close')
  }

  /** The stand-in's own: Electron does this inside. */
  giveAway(): string {
    if (this.#state !== 'here') refuse('a port can be given away once, and not after it closed')
    this.#state = 'given'
    here.delete(this.#id)
    return this.#id
  }
}
