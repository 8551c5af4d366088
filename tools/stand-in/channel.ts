import { randomUUID } from 'node:crypto'
import { host } from './link.ts'
import { arrived, type MessagePortMain } from './ports.ts'

/** Two ports that speak to each other; either can be handed to a window or a utility process. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const ports: [string, string] = [randomUUID(), randomUUID()]
    host().send('port.pair', { ports })
    this.port1 = arrived(ports[0])
    this.port2 = arrived(ports[1])
  }
}
