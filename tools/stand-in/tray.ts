import { EventEmitter } from 'node:events'
import { PreventableEvent } from './event.ts'
import { host } from './link.ts'
import type { Menu } from './menu.ts'
import { NativeImage } from './native-image.ts'
import { onlyAfterReady } from './phase.ts'
import { setImmediate } from './real-time.ts'
import { refuse } from './strict.ts'
import type { MenuModel } from './words.ts'

const trays = new Set<Tray>()

/** The tray's icon with its menu, as objects that a test reads and presses. */
export class Tray extends EventEmitter {
  #image: NativeImage | string
  #tooltip = ''
  #menu: Menu | null = null
  #destroyed = false

  constructor(image: NativeImage | string) {
    onlyAfterReady('Tray')
    super()
    this.#image = image
    trays.add(this)
  }
  setToolTip(text: string): void {
    this.#tooltip = text
    this.#tell()
  }
  setImage(image: NativeImage | string): void {
    this.#image = image
  }
  setContextMenu(menu: Menu | null): void {
    this.#menu = menu
    this.#tell()
  }
  setTitle(_title: string): void {}
  popUpContextMenu(_menu?: Menu): void {}
  destroy(): void {
    this.#destroyed = true
    trays.delete(this)
    this.#tell()
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** The stand-in's own. */
  model(): { icon: string; tooltip: string; menu: MenuModel[] } {
    const image = this.#image
    const icon = image instanceof NativeImage ? image.source : image
    return { icon, tooltip: this.#tooltip, menu: this.#menu?.model() ?? [] }
  }
  press(path: string[]): void {
    if (!this.#menu) refuse('the tray has no menu')
    this.#menu.press(path)
  }
  #tell() {
    // Once a turn: a menu is often built in steps.
    setImmediate(() => host().send('tray.shown', trayModel()))
  }
}

export function theTray(): Tray {
  return lastTray() ?? refuse('there is no tray icon')
}
export const trayModel = () => lastTray()?.model() ?? null
const lastTray = () => [...trays].at(-1)
export const clickTray = (which: 'click' | 'right-click' | 'double-click') =>
  theTray().emit(
    which,
    new PreventableEvent(),
    { x: 0, y: 0, width: 16, height: 16 },
    { x: 0, y: 0 },
  )
