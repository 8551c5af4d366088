import { app } from 'electron'
import * as v from 'valibot'
import { callCommands, commandsOfLull, type Order } from '../src/calls/command-line.ts'
import { isCode, readLink } from '../src/calls/link.ts'
import {
  callEvents,
  channels,
  longestSeconds,
  thrownKinds,
  type CallEvent,
} from '../src/calls/signal.ts'
import type { Actions } from './actions.ts'
import type { ConnectRoom } from './connect.ts'

const details = {
  channel: v.nullable(v.picklist(channels)),
  seconds: v.nullable(
    v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(longestSeconds)),
  ),
  thrown: v.pipe(v.array(v.picklist(thrownKinds)), v.maxLength(thrownKinds.length)),
}
const others = ['open', ...commandsOfLull] as const

/** What one process hands to the running one: never its argv, which Chromium reorders and extends. */
const handed = v.union([
  v.object({ command: v.picklist(callCommands), ...details }),
  v.object({
    command: v.literal('link'),
    event: v.nullable(v.picklist(callEvents)),
    code: v.nullable(v.pipe(v.string(), v.check(isCode))),
    ...details,
  }),
  v.object({ command: v.picklist(others) }),
])

/** An order as it is handed over: what was thrown away stays where it was thrown. */
export const withOrder = (order: Order): Record<string, unknown> => ({ ...order })

/** What processes handed over, this one's own order first; whatever comes early waits. */
export interface Handed {
  listen(hear: (data: unknown) => void): void
}

/** Listens from the moment on that a second process can be told that it handed something over. */
export function listenForSecondProcesses(own: unknown): Handed {
  const early = [own]
  let hear = (data: unknown): void => void early.push(data)
  app.on('second-instance', (_event, _argv, _folder, data) => hear(data))
  // macOS hands a link to the program that runs, or starts it for that; this must stand before `ready`.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hear(withOrder({ command: 'link', ...readLink(url) }))
  })
  return {
    listen(later) {
      hear = later
      for (const data of early) later(data)
    },
  }
}

/** A signal, a lock or a quit is for a Lull that runs. Without one there is nothing to do. */
export const startsLull = ({ command }: Order): boolean =>
  ['open', 'pause', 'note', 'check-in', 'tray'].includes(command)

const events: Record<(typeof callCommands)[number], CallEvent> = {
  'call-started': 'started',
  'call-ended': 'ended',
  mark: 'marked',
}

/** Carries out an order of this process's or of a second one's. Anything else is not heard. */
export function obey(data: unknown, actions: Actions, connect: ConnectRoom): void {
  const parsed = v.safeParse(handed, data)
  if (!parsed.success) return
  const order = parsed.output
  switch (order.command) {
    case 'open':
      return actions.open('main')
    case 'check-in':
      return actions.checkIn()
    case 'pause':
      return actions.pause(null)
    case 'note':
      return actions.open('note')
    case 'call-started':
    case 'call-ended':
    case 'mark': {
      const { command, channel, seconds, thrown } = order
      connect.hear({ event: events[command], source: 'command', channel, seconds }, thrown)
      return
    }
    case 'link':
      return connect.hearLink(order)
    case 'lock':
      return actions.lock()
    case 'hide':
      return actions.hide()
    case 'tray':
      return
    case 'quit':
      return actions.quit()
  }
}
