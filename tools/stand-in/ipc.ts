import { EventEmitter } from 'node:events'
import { onHost } from './link.ts'
import { arrived, type MessagePortMain } from './ports.ts'
import { assertJson, refuse } from './strict.ts'
import { contentsOfOrRefuse, type WebContents, type WebFrameMain } from './web-contents.ts'

interface InvokeEvent {
  sender: WebContents
  senderFrame: WebFrameMain | null
  frameId: number
  processId: number
  type: 'frame'
}
interface SendEvent extends InvokeEvent {
  ports: MessagePortMain[]
  reply(channel: string, ...args: unknown[]): void
  returnValue: unknown
}
type Handler = (event: InvokeEvent, ...args: never[]) => unknown

/** Main's end of `ipcRenderer`; a channel has one handler. */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, (event: InvokeEvent, args: never[]) => unknown>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      refuse(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, (event, args) => handler(event, ...args))
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }
  /** The stand-in's own. */
  async answer(channel: string, event: InvokeEvent, args: never[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value = await handler(event, args)
    // A handler that returns nothing says nothing; anything else must survive the way.
    if (value !== undefined) assertJson(value, `the answer of ipcMain.handle('${channel}')`)
    return value
  }
}

export const ipcMain = new IpcMain()

onHost((line) => {
  line.on('ipc.invoke', async ({ page, frame, channel, args }) => {
    const sender = contentsOfOrRefuse(page)
    const parsed: never[] = JSON.parse(JSON.stringify(args))
    return ipcMain.answer(channel, eventOf(sender, sender.frame(frame)), parsed)
  })
  line.on('ipc.send', ({ page, frame, channel, args, ports }) => {
    const sender = contentsOfOrRefuse(page)
    const event: SendEvent = {
      ...eventOf(sender, sender.frame(frame)),
      ports: ports.map(arrived),
      reply: (to, ...back) => sender.send(to, ...back),
      returnValue: undefined,
    }
    ipcMain.emit(channel, event, ...args)
  })
})

const eventOf = (sender: WebContents, senderFrame: WebFrameMain): InvokeEvent => ({
  sender,
  senderFrame,
  frameId: 1,
  processId: sender.id,
  type: 'frame',
})
