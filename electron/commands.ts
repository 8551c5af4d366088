import { app } from 'electron'
import * as v from 'valibot'
import { commands, type Command } from '../src/calls/command-line.ts'
import type { Actions } from './actions.ts'

/** What one process hands to the running one: never its argv, which Chromium reorders and extends. */
const handed = v.object({ command: v.picklist([...commands, 'open']) })

export const withCommand = (command: Command): v.InferOutput<typeof handed> => ({ command })

/** What processes handed over, this one's own command first; whatever comes early waits. */
export interface Handed {
  listen(hear: (data: unknown) => void): void
}

/** Listens from the moment on that a second process can be told that it handed something over. */
export function listenForSecondProcesses(own: unknown): Handed {
  const early = [own]
  let hear = (data: unknown): void => void early.push(data)
  app.on('second-instance', (_event, _argv, _folder, data) => hear(data))
  return {
    listen(later) {
      hear = later
      for (const data of early) later(data)
    },
  }
}

/** A signal, a lock or a quit is for a Lull that runs. Without one there is nothing to do. */
export const startsLull = (command: Command): boolean =>
  ['open', 'pause', 'note', 'check-in', 'tray'].includes(command)

/** Carries out a command of this process's or of a second one's. Anything else is not heard. */
export function obey(data: unknown, actions: Actions): void {
  const parsed = v.safeParse(handed, data)
  if (!parsed.success) return
  switch (parsed.output.command) {
    case 'open':
    case 'check-in':
      return actions.open('main')
    case 'pause':
      return actions.pause(null)
    case 'note':
      return actions.open('note')
    case 'call-started':
      return actions.call('started', 'command')
    case 'call-ended':
      return actions.call('ended', 'command')
    case 'mark':
      return actions.call('marked', 'command')
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
