import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import { app } from './app.ts'
import { PreventableEvent } from './event.ts'
import { createFocus } from './focus.ts'
import { host, onHost } from './link.ts'
import { onlyAfterReady } from './phase.ts'
import { setImmediate } from './real-time.ts'
import { primaryDisplay } from './screen.ts'
import { sessionOf } from './session.ts'
import { refuse } from './strict.ts'
import { WebContents } from './web-contents.ts'
import type { Rect, WindowModel } from './words.ts'

const open = new Map<number, BrowserWindow>()
/** Each belongs to one window, until that has told that it is closed. */
const names = new Set<string>()
let count = 0

/** Who has the focus: the model in this process is the truth, as headless pages never lose it. */
export const focus = createFocus<BrowserWindow>({
  canHave: (window) => !window.isDestroyed() && window.isVisible() && window.isFocusable(),
  changed(from, to) {
    for (const [window, event] of [[from, 'blur'] as const, [to, 'focus'] as const]) {
      if (window === 'outside') continue
      window.tellPage()
      setImmediate(() => {
        if (window.isDestroyed()) return
        window.emit(event)
        app.emit(`browser-window-${event}`, new PreventableEvent(), window)
      })
    }
  },
})

type Options = BrowserWindowConstructorOptions

/** A window of the model, with a real Chromium page behind it. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #name: string | undefined
  #visible = false
  #minimized = false
  #destroyed = false
  #closing = false
  #bounds: Rect
  #title: string
  #alwaysOnTop: boolean
  #skipTaskbar: boolean
  #focusable: boolean
  #contentProtection = false
  #onAllWorkspaces = false
  #fullScreen = false

  constructor(options: Options = {}) {
    onlyAfterReady('BrowserWindow')
    super()
    const preferences = options.webPreferences ?? {}
    refuseUnsafe(preferences)
    this.#name = takeName(options.name)
    this.id = ++count
    const { workArea } = primaryDisplay()
    const width = options.width ?? 800
    const height = options.height ?? 600
    this.#bounds = {
      x: options.x ?? workArea.x + Math.round((workArea.width - width) / 2),
      y: options.y ?? workArea.y + Math.round((workArea.height - height) / 2),
      width,
      height,
    }
    this.#title = options.title ?? app.name
    this.#alwaysOnTop = options.alwaysOnTop ?? false
    this.#skipTaskbar = options.skipTaskbar ?? false
    this.#focusable = options.focusable ?? true
    open.set(this.id, this)
    const used = sessionOf(preferences.session, preferences.partition)
    this.webContents = new WebContents(this, used, {
      width,
      height,
      title: this.#title,
      backgroundColor: options.backgroundColor ?? '#ffffff',
      visible: options.show ?? true,
      preload: preferences.preload,
    })
    app.emit('browser-window-created', new PreventableEvent(), this)
    app.emit('web-contents-created', new PreventableEvent(), this.webContents)
    if (options.show ?? true) this.show()
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    const holder = focus.holder()
    return holder === 'outside' ? null : holder
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...open.values()].find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return open.get(id) ?? null
  }

  loadURL(url: string): Promise<void> {
    this.#alive()
    return this.webContents.loadURL(url)
  }

  /** With the focus a program comes out that was hidden. */
  show(): void {
    app.becomeHidden(false)
    this.#become(true)
    focus.give(this)
  }
  showInactive(): void {
    this.#become(true)
  }
  /** On macOS a full-screen window that is hidden leaves a black Space: it must be left before. */
  hide(): void {
    if (this.#fullScreen)
      refuse(
        'hide() of a full-screen window; wait for leave-full-screen after setFullScreen(false)',
      )
    this.#become(false)
    focus.lose(this)
  }
  #become(visible: boolean) {
    this.#alive()
    if (visible) this.#minimized = false
    if (this.#visible === visible) return
    this.#visible = visible
    this.tellPage()
    setImmediate(() => {
      if (!this.#destroyed) this.emit(visible ? 'show' : 'hide')
    })
  }
  focus(): void {
    this.#alive()
    focus.give(this)
  }
  blur(): void {
    focus.lose(this)
  }
  minimize(): void {
    this.#alive()
    this.#minimized = true
    focus.lose(this)
    this.emit('minimize')
  }
  restore(): void {
    this.#alive()
    if (!this.#minimized) return
    this.#minimized = false
    focus.give(this)
    this.emit('restore')
  }

  /** Asks the page and the app; either may refuse. */
  close(): void {
    this.#alive()
    void this.closeGently()
  }
  /** At once: the page is not asked, and `close` is not told. */
  destroy(): void {
    if (this.#destroyed) return
    void host()
      .call('page.close', { page: this.webContents.id, gently: false })
      .catch(() => {})
    this.#gone()
  }
  /** The stand-in's own: false where the app refused. */
  async closeGently(): Promise<boolean> {
    if (this.#destroyed || this.#closing) return true
    const event = new PreventableEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#closing = true
    await host()
      .call('page.close', { page: this.webContents.id, gently: true })
      .catch(() => {})
    this.#gone()
    return true
  }
  #gone() {
    if (this.#destroyed) return
    const wasVisible = this.#visible
    this.#visible = false
    focus.lose(this)
    this.#destroyed = true
    this.webContents.becomeDestroyed()
    open.delete(this.id)
    if (wasVisible) this.emit('hide')
    this.emit('closed')
    if (this.#name !== undefined) names.delete(this.#name)
    if (open.size === 0) setImmediate(() => open.size === 0 && app.lastWindowClosed())
  }

  isVisible(): boolean {
    return this.#visible && !this.#minimized && !app.isOutOfSight()
  }
  isFocused(): boolean {
    return focus.holder() === this
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isMinimized(): boolean {
    return this.#minimized
  }
  isFocusable(): boolean {
    return this.#focusable
  }
  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop
  }
  isVisibleOnAllWorkspaces(): boolean {
    return this.#onAllWorkspaces
  }
  isContentProtected(): boolean {
    return this.#contentProtection
  }
  getBounds(): Rect {
    return { ...(this.#fullScreen ? primaryDisplay().bounds : this.#bounds) }
  }
  /** `move` is told whoever moved it. */
  setBounds(bounds: Partial<Rect>): void {
    this.#alive()
    const { x, y } = this.#bounds
    this.#bounds = { ...this.#bounds, ...bounds }
    this.tellPage()
    if (this.#bounds.x === x && this.#bounds.y === y) return
    setImmediate(() => {
      if (!this.#destroyed) this.emit('move')
    })
  }
  isFullScreen(): boolean {
    return this.#fullScreen
  }
  /** As on macOS: it is so only once the event has come. */
  setFullScreen(flag: boolean): void {
    this.#alive()
    if (!flag && this.#fullScreen)
      host().send('page.leaveFullScreen', { page: this.webContents.id })
    setImmediate(() => this.filled(flag))
  }
  setAlwaysOnTop(flag: boolean, _level?: string): void {
    this.#alwaysOnTop = flag
  }
  setSkipTaskbar(skip: boolean): void {
    this.#skipTaskbar = skip
  }
  setFocusable(focusable: boolean): void {
    this.#focusable = focusable
    if (!focusable) focus.lose(this)
  }
  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#onAllWorkspaces = visible
  }
  setContentProtection(enable: boolean): void {
    this.#contentProtection = enable
  }
  setMenu(_menu: unknown): void {}
  moveTop(): void {}
  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }

  /** The stand-in's own, from here on. */
  tellPage(): void {
    if (this.#destroyed) return
    host().send('page.state', {
      page: this.webContents.id,
      visible: this.isVisible(),
      focused: this.isFocused(),
      bounds: this.getBounds(),
    })
  }
  model(): WindowModel {
    return {
      id: this.id,
      page: this.webContents.id,
      url: this.webContents.getURL(),
      title: this.#title,
      visible: this.isVisible(),
      focused: this.isFocused(),
      bounds: this.getBounds(),
      alwaysOnTop: this.#alwaysOnTop,
      skipTaskbar: this.#skipTaskbar,
      focusable: this.#focusable,
    }
  }
  /** The screen is filled, or given back, by the page or by the app. */
  filled(flag: boolean): void {
    if (this.#destroyed || this.#fullScreen === flag) return
    this.#fullScreen = flag
    this.tellPage()
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  /** A person drags it there. Linux tells no `will-move`. */
  drag({ x, y }: { x: number; y: number }): void {
    this.#alive()
    if (!this.isVisible() || this.#fullScreen) refuse('only a window that is seen can be dragged')
    if (process.platform !== 'linux')
      this.emit('will-move', new PreventableEvent(), { ...this.#bounds, x, y })
    this.setBounds({ x, y })
  }
  /** Its page ended without being asked to. */
  lostPage(): void {
    this.#gone()
  }
  #alive() {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }
}

app.showBy({
  hidden() {
    for (const window of open.values()) {
      if (app.isOutOfSight()) focus.lose(window)
      window.tellPage()
    }
  },
  async closeAll() {
    for (const window of open.values()) if (!(await window.closeGently())) return false
    return true
  },
})

onHost((line) => {
  const windowOf = (page: number) =>
    [...open.values()].find((window) => window.webContents.id === page)
  line.on('page.event', ({ page, event, url }) => {
    const window = windowOf(page)
    window?.webContents.hear(event, url)
    if (event === 'loaded') window?.emit('ready-to-show', new PreventableEvent())
    if (event === 'gone') window?.lostPage()
  })
  line.on('page.title', ({ page, title }) => {
    const window = windowOf(page)
    const event = new PreventableEvent()
    window?.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) window?.setTitle(title)
  })
  line.on('page.moved', ({ page, state }) => {
    const window = windowOf(page)
    if (state === 'closed') void window?.closeGently()
    else if (state === 'focused') window?.focus()
    else window?.filled(state === 'full')
  })
})

function takeName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  if (names.has(name)) refuse(`the name "${name}" belongs to a window until it has been closed`)
  names.add(name)
  return name
}

function refuseUnsafe(preferences: NonNullable<Options['webPreferences']>) {
  if (preferences.nodeIntegration === true) refuse('nodeIntegration is unsafe')
  if (preferences.nodeIntegrationInWorker === true) refuse('nodeIntegrationInWorker is unsafe')
  if (preferences.sandbox === false) refuse('sandbox: false is unsafe')
  if (preferences.contextIsolation === false) refuse('contextIsolation: false is unsafe')
  if (preferences.webSecurity === false) refuse('webSecurity: false is unsafe')
}
