import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { PrintToPDFOptions } from 'electron'
import { app } from './app.ts'
import { PreventableEvent } from './event.ts'
import { host, onHost } from './link.ts'
import { give, type MessagePortMain } from './ports.ts'
import { printSettings } from './print.ts'
import type { Session } from './session.ts'
import { assertJson, refuse } from './strict.ts'
import { originOf } from './urls.ts'
import type { Frame, KeyInput, PageOptions } from './words.ts'

const all = new Map<number, WebContents>()
let count = 0

/** A frame as main sees it. A document's main frame stays the same object. */
export class WebFrameMain {
  readonly url: string
  readonly origin: string
  readonly parent: WebFrameMain | null
  readonly detached = false

  constructor(url: string, parent: WebFrameMain | null) {
    this.url = url
    this.origin = originOf(url)
    this.parent = parent
  }
  get top(): WebFrameMain {
    return this.parent?.top ?? this
  }
}

type OpenHandler = (details: {
  url: string
  frameName: string
  features: string
  disposition: 'foreground-tab'
  referrer: { url: string; policy: 'no-referrer' }
}) => { action: 'deny' } | { action: 'allow' }

interface Start extends Omit<PageOptions, 'page' | 'partition' | 'proxy' | 'preload'> {
  preload: string | undefined
}

export class WebContents extends EventEmitter {
  readonly id = ++count
  readonly session: Session
  readonly owner: object
  #frame = new WebFrameMain('', null)
  #destroyed = false
  #crashed = false
  #printing: Promise<unknown> = Promise.resolve()
  #open: OpenHandler = () => ({ action: 'allow' })

  constructor(owner: object, session: Session, start: Start) {
    super()
    this.owner = owner
    this.session = session
    all.set(this.id, this)
    const preload = start.preload === undefined ? null : readFileSync(start.preload, 'utf8')
    const { partition } = session
    host().send('page.create', {
      ...start,
      page: this.id,
      partition,
      proxy: session.proxy(),
      preload,
    })
  }

  async loadURL(url: string): Promise<void> {
    if (this.#crashed) refuse('a page that crashed is loaded anew in a window of its own here')
    const mayOpen = this.mayOpen('https://probe.invalid/', '')
    const failed = await host().call('page.load', { page: this.id, url, mayOpen })
    if (failed === null) return
    this.emit('did-fail-load', new PreventableEvent(), -2, failed, url, true)
    throw new Error(`${failed} (-2) loading '${url}'`)
  }

  get mainFrame(): WebFrameMain {
    return this.#frame
  }
  getURL(): string {
    return this.#frame.url
  }
  getTitle(): string {
    return this.#frame.url
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isCrashed(): boolean {
    return this.#crashed
  }
  forcefullyCrashRenderer(): void {
    this.#alive()
    host().send('page.crash', { page: this.id })
  }
  setWebRTCIPHandlingPolicy(_policy: string): void {}
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#open = handler
  }

  send(channel: string, ...args: unknown[]): void {
    this.#alive()
    for (const arg of args) assertJson(arg, `webContents.send('${channel}')`)
    host().send('page.send', { page: this.id, channel, args, ports: [] })
  }
  postMessage(channel: string, message: unknown, transfer?: MessagePortMain[]): void {
    this.#alive()
    assertJson(message, `webContents.postMessage('${channel}')`)
    const ports = give(transfer)
    host().send('page.send', { page: this.id, channel, args: [message], ports })
  }

  /** Rejects what Electron rejects; one is made after the other. */
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const settings = printSettings(options)
    this.#alive()
    const print = () => host().call('page.print', { page: this.id, settings })
    const bytes = this.#printing.then(print)
    this.#printing = bytes.catch(() => {})
    return Buffer.from(await bytes)
  }

  /** The stand-in's own, from here on. */
  hear(event: 'loaded' | 'started' | 'crashed' | 'gone', url: string): void {
    if (event === 'started') {
      this.#frame = new WebFrameMain(url, null)
      this.emit('did-start-navigation', new PreventableEvent(), url, false, true)
      this.emit('did-navigate', new PreventableEvent(), url, 200, 'OK')
    }
    if (event === 'loaded') this.emit('did-finish-load')
    if (event === 'crashed' && !this.#crashed) {
      this.#crashed = true
      const details = { reason: 'crashed', exitCode: 133 }
      this.emit('render-process-gone', new PreventableEvent(), details)
      app.emit('render-process-gone', new PreventableEvent(), this, details)
    }
  }
  frame({ url, isMain }: Frame): WebFrameMain {
    if (isMain && url === this.#frame.url) return this.#frame
    return new WebFrameMain(url, isMain ? null : this.#frame)
  }
  mayOpen(url: string, frameName: string): boolean {
    const answer = this.#open({
      url,
      frameName,
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'no-referrer' },
    })
    return answer.action === 'allow'
  }
  mayGo(url: string, isMain: boolean, redirect: boolean): boolean {
    const event = Object.assign(new PreventableEvent(), { url, isMainFrame: isMain })
    this.emit('will-frame-navigate', event)
    if (isMain && !redirect) this.emit('will-navigate', event, url)
    if (isMain && redirect) this.emit('will-redirect', event, url, false, true)
    return !event.defaultPrevented
  }
  /** Whether the app keeps this key from the page. */
  keepsKey(input: KeyInput): boolean {
    const event = new PreventableEvent()
    this.emit('before-input-event', event, { type: 'keyDown', code: input.key, ...input })
    return event.defaultPrevented
  }
  becomeDestroyed(): void {
    this.#destroyed = true
    all.delete(this.id)
    this.emit('destroyed')
  }
  #alive() {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }
}

export const contentsOf = (page: number): WebContents | undefined => all.get(page)

export const contentsOfOrRefuse = (page: number): WebContents =>
  all.get(page) ?? refuse(`page ${page} is gone`)

onHost((line) => {
  line.on('navigate', ({ page, url, isMain, redirect }) =>
    Promise.resolve(all.get(page)?.mayGo(url, isMain, redirect) ?? false),
  )
  line.on('open', ({ page, url, name }) =>
    Promise.resolve(all.get(page)?.mayOpen(url, name) ?? false),
  )
})
