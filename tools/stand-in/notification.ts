import { EventEmitter } from 'node:events'
import { PreventableEvent } from './event.ts'
import { onlyAfterReady } from './phase.ts'
import { setImmediate } from './real-time.ts'
import { refuse } from './strict.ts'
import type { NotificationModel } from './words.ts'

const all: Notification[] = []

/** How this desktop takes them: as usual, not at all, or with an error for each. */
const desk = process.env['LULL_NOTIFICATIONS'] ?? 'shown'

interface Options {
  title?: string
  body?: string
  silent?: boolean
  urgency?: 'normal' | 'critical' | 'low'
}
const kinds: Record<keyof Options, (value: unknown) => boolean> = {
  title: isText,
  body: isText,
  silent: (value) => typeof value === 'boolean',
  urgency: (value) => ['normal', 'critical', 'low'].some((each) => each === value),
}

export class Notification extends EventEmitter {
  title: string
  body: string
  silent: boolean
  urgency: 'normal' | 'critical' | 'low'
  #shown = false

  constructor(options: Options = {}) {
    onlyAfterReady('Notification')
    super()
    // Electron passes over what it doesn't know, so that a slip of the pen makes a sound.
    for (const [name, value] of Object.entries(options)) {
      const fits = new Map(Object.entries(kinds)).get(name)
      if (!fits) refuse(`Notification has no option "${name}" here`)
      if (!fits(value)) refuse(`Notification: "${name}" can't be ${String(value)}`)
    }
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'low'
    all.push(this)
  }
  static isSupported(): boolean {
    return desk !== 'none'
  }
  show(): void {
    if (desk === 'none') refuse('this desktop shows no notifications: ask isSupported first')
    if (desk === 'failing') {
      setImmediate(() => this.emit('failed', new PreventableEvent(), 'no luck'))
      return
    }
    // One that is shown again is put away before.
    if (this.#shown) this.close()
    this.#shown = true
    setImmediate(() => {
      if (this.#shown) this.emit('show', new PreventableEvent())
    })
  }
  /** Not guaranteed to be told by Electron, and told later than it is asked for. */
  close(): void {
    this.#leave('applicationHidden')
  }

  /** The stand-in's own, from here on. */
  model(): NotificationModel {
    const { title, body, silent } = this
    return { title, body, silent, shown: this.#shown }
  }
  click(): void {
    if (!this.#shown) refuse('nobody can click a notification that was put away')
    this.#shown = false
    this.emit('click', new PreventableEvent())
  }
  /** The agent puts it away, or the system after a while: then it can still be clicked in its list. */
  putAway(by: 'userCanceled' | 'timedOut'): void {
    if (!this.#shown) refuse('nobody can put away a notification that is not there')
    if (by === 'userCanceled') this.#leave(by)
    else this.emit('close', Object.assign(new PreventableEvent(), { reason: by }))
  }
  #leave(reason: 'userCanceled' | 'applicationHidden') {
    if (!this.#shown) return
    this.#shown = false
    setImmediate(() => this.emit('close', Object.assign(new PreventableEvent(), { reason })))
  }
}

const nth = (index: number) => all[index] ?? refuse(`there is no notification ${index}`)
export const notifications = (): NotificationModel[] => all.map((each) => each.model())
export const clickNotification = (index: number): void => nth(index).click()
export const putAwayNotification = (index: number, by: 'userCanceled' | 'timedOut'): void =>
  nth(index).putAway(by)

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
