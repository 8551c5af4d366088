import type { MenuItemConstructorOptions } from 'electron'
import { app } from './app.ts'
import { onlyOnMac, refuse } from './strict.ts'
import type { MenuModel } from './words.ts'

export class MenuItem {
  readonly id: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  checked: boolean
  visible: boolean
  readonly #click: (() => void) | undefined

  constructor(options: MenuItemConstructorOptions) {
    const { submenu, click } = options
    this.id = options.id ?? ''
    this.role = options.role
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.label = options.label ?? options.role ?? ''
    this.accelerator = typeof options.accelerator === 'string' ? options.accelerator : undefined
    this.enabled = options.enabled ?? true
    this.checked = options.checked ?? false
    this.visible = options.visible ?? true
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined
    // Lull's entries take no arguments; Electron would pass the item, the window and the event.
    this.#click = click && (() => Reflect.apply(click, undefined, [this, undefined, {}]))
  }

  click(): void {
    if (!this.enabled) refuse(`the entry "${this.label}" is disabled`)
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    this.#click?.()
  }
}

export class Menu {
  readonly items: MenuItem[] = []
  static #application: Menu | null = null

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
  /** macOS passes over an action that nobody knows. */
  static sendActionToFirstResponder(action: string): void {
    onlyOnMac('Menu.sendActionToFirstResponder')
    if (action !== 'unhideWithoutActivation') refuse(`no action "${action}" is known here`)
    app.becomeHidden(false)
  }
  append(item: MenuItem): void {
    this.items.push(item)
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.items.find((item) => item.id === id) ?? null
  }
  popup(_options?: unknown): void {}
  closePopup(): void {}

  /** The stand-in's own: what a person would see. */
  model(): MenuModel[] {
    return this.items
      .filter((item) => item.visible)
      .map((item) => ({
        label: item.label,
        type: item.type,
        enabled: item.enabled,
        checked: item.checked,
        items: item.submenu?.model() ?? [],
      }))
  }
  /** Chooses an entry by the labels that lead to it. */
  press([label, ...rest]: string[]): void {
    const item = this.items.find((each) => each.visible && each.label === label)
    if (!item) {
      const there = this.items.map((each) => each.label || each.type).join(', ')
      refuse(`the menu has no entry "${label}"; it has: ${there}`)
    }
    if (rest.length === 0) item.click()
    else if (item.submenu) item.submenu.press(rest)
    else refuse(`the entry "${label}" has no entries`)
  }
}
