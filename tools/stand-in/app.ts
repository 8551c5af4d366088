import { EventEmitter } from 'node:events'
import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { PreventableEvent } from './event.ts'
import { createLock, type SecondInstance } from './lock.ts'
import { becomeReady, isReady, onlyBeforeReady } from './phase.ts'
import { setImmediate } from './real-time.ts'
import { notJson, onlyOnMac, refuse } from './strict.ts'

type PathName =
  | 'home'
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'exe'
  | 'module'
  | 'desktop'
  | 'documents'
  | 'downloads'
  | 'music'
  | 'pictures'
  | 'videos'
  | 'logs'
  | 'crashDumps'

/** What the window model does with all of its windows: set by windows.ts, which knows `app` in turn. */
interface Windows {
  /** Closes every window; false where one of them refused. */
  closeAll(): Promise<boolean>
  /** The program has been hidden, or is no longer. */
  hidden(): void
}

class App extends EventEmitter {
  #name = 'Electron'
  #version = '0.0.0'
  #path = ''
  #paths = new Map<PathName, string>()
  #loginItem: { openAtLogin: boolean; args: string[] } = { openAtLogin: false, args: [] }
  #quitting = false
  #hidden = false
  #windows: Windows = { closeAll: () => Promise.resolve(true), hidden: () => {} }
  readonly #lock = createLock(
    () => this.getPath('userData'),
    (said) => this.#second(said),
  )
  readonly #whenReady = Promise.withResolvers<void>()
  readonly switches = new Map<string, string>()
  /** Whom the system would start for a link, as Windows keeps it: one program and its words. */
  readonly #protocols = new Map<string, LinkHandler>()

  readonly isPackaged = process.env['LULL_PACKED'] === '1'
  readonly dock: undefined = undefined
  /** Whether a screen reader runs here: macOS and Windows say so; a test may. */
  readonly accessibilitySupportEnabled = process.env['LULL_SCREEN_READER'] === '1'
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => {
      onlyBeforeReady(`commandLine.appendSwitch('${name}')`)
      this.switches.set(name.toLowerCase(), value)
    },
    hasSwitch: (name: string) => this.switches.has(name) || process.argv.includes(`--${name}`),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
  }

  get name(): string {
    return this.#name
  }
  set name(name: string) {
    this.#name = name
  }
  /** No window of it is seen until it is shown with the focus, or by the action of macOS. */
  hide(): void {
    onlyOnMac('app.hide')
    this.becomeHidden(true)
  }
  isHidden(): boolean {
    onlyOnMac('app.isHidden')
    return this.#hidden
  }
  getName(): string {
    return this.#name
  }
  setName(name: string): void {
    this.#name = name
  }
  getVersion(): string {
    return this.#version
  }
  getAppPath(): string {
    return this.#path
  }

  isReady(): boolean {
    return isReady()
  }
  whenReady(): Promise<void> {
    return this.#whenReady.promise
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name)
    if (set !== undefined) return set
    const home = homedir()
    switch (name) {
      case 'home':
        return home
      case 'appData':
        return appData(home)
      case 'userData':
        return join(this.getPath('appData'), this.#name)
      case 'sessionData':
        return this.getPath('userData')
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad')
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return process.execPath
      default:
        return join(home, name[0]?.toUpperCase() + name.slice(1))
    }
  }
  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path)
    // As in Electron: the temp folder of the process follows.
    if (name === 'temp') process.env['TMPDIR'] = path
  }
  setAppLogsPath(path = join(this.getPath('userData'), 'logs')): void {
    mkdirSync(path, { recursive: true })
    this.#paths.set('logs', path)
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    const wrong = data === undefined ? null : notJson(data, '')
    if (wrong !== null) refuse(`requestSingleInstanceLock: ${wrong}`)
    return this.#lock.request({ argv: process.argv, folder: process.cwd(), data: data ?? null })
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock.has()
  }
  releaseSingleInstanceLock(): void {
    this.#lock.release()
  }
  #second({ argv, folder, data }: SecondInstance) {
    const tell = () =>
      this.emit('second-instance', new PreventableEvent(), shuffled(argv), folder, data)
    // Main's thread is not interrupted, and nobody is told before it is ready.
    void this.whenReady().then(() => setImmediate(tell))
  }

  quit(): void {
    void this.#quit()
  }
  async #quit() {
    if (this.#quitting) return
    this.#quitting = true
    const before = new PreventableEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented || !(await this.#windows.closeAll())) {
      this.#quitting = false
      return
    }
    const will = new PreventableEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) {
      this.#quitting = false
      return
    }
    this.emit('quit', new PreventableEvent(), 0)
    this.exit(0)
  }
  exit(code = 0): never {
    this.#lock.release()
    process.exit(code)
  }

  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox')
  }
  /** Linux knows none. What is to be said at login, and with what program, is kept on Windows alone. */
  setLoginItemSettings({ openAtLogin = false, path, args = [], ...others }: Settings): void {
    noOthers('setLoginItemSettings', others)
    onlyWordsOfWindows('setLoginItemSettings', path, args)
    this.#loginItem = { openAtLogin, args }
  }
  getLoginItemSettings({ path, args = [], ...others }: LoginItemSettingsOptions = {}) {
    noOthers('getLoginItemSettings', others)
    onlyWordsOfWindows('getLoginItemSettings', path, args)
    const isOn = this.#loginItem.openAtLogin && this.#loginItem.args.join() === args.join()
    const status: LoginItemSettings['status'] = isOn ? 'enabled' : 'not-registered'
    return {
      openAtLogin: isOn,
      wasOpenedAtLogin: false,
      status,
      executableWillLaunchAtLogin: this.#loginItem.openAtLogin,
      launchItems: [],
    }
  }
  setAsDefaultProtocolClient(
    scheme: string,
    path = process.execPath,
    args: string[] = [],
  ): boolean {
    this.#protocols.set(schemeOf(scheme), handlerOf(path, args))
    return true
  }
  /** Only what was registered with the same program and the same words is taken away. */
  removeAsDefaultProtocolClient(
    scheme: string,
    path = process.execPath,
    args: string[] = [],
  ): boolean {
    if (this.isDefaultProtocolClient(scheme, path, args)) this.#protocols.delete(schemeOf(scheme))
    return true
  }
  isDefaultProtocolClient(scheme: string, path = process.execPath, args: string[] = []): boolean {
    const kept = this.#protocols.get(schemeOf(scheme))
    return JSON.stringify(kept) === JSON.stringify(handlerOf(path, args))
  }
  setAppUserModelId(_id: string): void {}
  getLocale(): string {
    return process.env['LULL_LOCALE'] ?? 'en-US'
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  /** The stand-in's own, from here on. */
  linkHandler(scheme: string): LinkHandler | null {
    return this.#protocols.get(scheme) ?? null
  }
  describe(appPath: string): string {
    const folder = appPath.endsWith('js') ? dirname(appPath) : appPath
    const described = packageIn(folder)
    this.#path = folder
    this.#name = described.productName ?? described.name ?? 'Electron'
    this.#version = described.version ?? '0.0.0'
    return appPath === folder ? join(folder, described.main ?? 'index.js') : appPath
  }
  showBy(windows: Windows): void {
    this.#windows = windows
  }
  isOutOfSight(): boolean {
    return this.#hidden
  }
  becomeHidden(hidden: boolean): void {
    if (this.#hidden === hidden) return
    this.#hidden = hidden
    this.#windows.hidden()
  }
  isQuitting(): boolean {
    return this.#quitting
  }
  announceReady(): void {
    becomeReady()
    this.emit('ready', new PreventableEvent(), {})
    this.#whenReady.resolve()
  }
  lastWindowClosed(): void {
    if (this.#quitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }
}

export const app = new App()

/** A program that the system starts for a link, which it puts behind `args`. */
export interface LinkHandler {
  path: string
  args: string[]
}

function noOthers(what: string, others: object): void {
  for (const name of Object.keys(others)) refuse(`${what} has no "${name}" here`)
}

function onlyWordsOfWindows(what: string, path: string | undefined, args: string[]): void {
  if (process.platform === 'linux') refuse(`${what} is of macOS and Windows`)
  if (process.platform === 'darwin' && (path !== undefined || args.length > 0))
    refuse(`${what}: macOS passes over path and args`)
}

/** Electron takes the name alone, as RFC 3986 writes one; `scheme://` would be registered as it stands. */
function schemeOf(scheme: string): string {
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme)) refuse(`"${scheme}" is no name of a scheme`)
  return scheme
}

function handlerOf(path: string, args: string[]): LinkHandler {
  if (!Array.isArray(args) || args.some((arg) => typeof arg !== 'string'))
    refuse('the words for a protocol client are a list of strings')
  return { path, args: [...args] }
}

interface Described {
  name?: string
  productName?: string
  version?: string
  main?: string
}

function packageIn(folder: string): Described {
  try {
    const described: Described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return described
  } catch {
    return { name: basename(folder) }
  }
}

function appData(home: string): string {
  if (process.platform === 'win32')
    return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
}

/** Chromium moves switches to the front and adds its own: what was given in order no longer is. */
function shuffled([exec = '', ...rest]: string[]): string[] {
  const switches = rest.filter((part) => part.startsWith('-')).toReversed()
  const others = rest.filter((part) => !part.startsWith('-'))
  return [exec, '--allow-file-access-from-files', ...switches, '--enable-avfoundation', ...others]
}
