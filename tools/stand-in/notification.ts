import { EventEmitter } from 'node:events'
import { PreventableEvent } from './event.ts'
import { onlyAfterReady } from './phase.ts'
import { refuse } from './strict.ts'

const all: Notification[] = []

export class Notification extends EventEmitter {
  title: string
  body: string
  silent: boolean
  #shown = false

  constructor(options: { title?: string; body?: string; silent?: boolean } = {}) {
    onlyAfterReady('Notification')
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    all.push(this)
  }
  static isSupported(): boolean {
    return true
  }
  show(): void {
    this.#shown = true
    this.emit('show', new PreventableEvent())
  }
  close(): void {
    if (!this.#shown) return
    this.#shown = false
    this.emit('close', new PreventableEvent())
  }

  /** The stand-in's own. */
  model() {
    return { title: this.title, body: this.body, shown: this.#shown }
  }
}

export const notifications = () => all.map((each) => each.model())
export function clickNotification(index: number): void {
  const notification = all[index] ?? refuse(`there is no notification ${index}`)
  notification.emit('click', new PreventableEvent())
}
