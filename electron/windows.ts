import { app, BrowserWindow, nativeTheme, screen, type Rectangle, type Session } from 'electron'
import { join } from 'node:path'
import { windowNames, type ShellEvent, type WindowName } from '../src/contract.ts'
import type { DeviceRoom } from './device.ts'
import { corner, inside, layoutOf } from './places.ts'
import { pageUrl } from './scheme.ts'

export interface Windows {
  /** Shows the window, made if it isn't there. Without `focused` (the card) it takes no focus. */
  show(name: WindowName, how?: { focused: boolean }): void
  close(name: WindowName): void
  /** Takes it from the screen; its page goes on knowing where it was. */
  fold(name: WindowName): void
  /** Shows a window that was folded again, without the focus. */
  unfold(name: WindowName): void
  /** Tells the page of this window, where there is one. */
  tell(name: WindowName, event: ShellEvent): void
  /** Ends every window that knew something of the journal. */
  closeKnowing(): void
  names(): WindowName[]
  get(name: WindowName): BrowserWindow | null
  /** The window that shows this page, or null for one that isn't ours. */
  nameOf(webContentsId: number): WindowName | null
  each(visit: (name: WindowName, window: BrowserWindow) => void): void
  /** Runs when a window's page has loaded and can be given its port. */
  onLoaded(run: (name: WindowName, window: BrowserWindow) => void): void
  onClosed(run: (name: WindowName) => void): void
}

interface Kind {
  width: number
  height: number
  /** Small windows stand in the corner of the display with the pointer, above others. */
  small: boolean
  /** Whether it may hold words or numbers of the journal, and so ends when that locks. */
  knows: boolean
}

const kinds: Record<WindowName, Kind> = {
  main: { width: 980, height: 680, small: false, knows: true },
  pause: { width: 420, height: 440, small: true, knows: false },
  note: { width: 420, height: 430, small: true, knows: true },
  card: { width: 380, height: 78, small: true, knows: false },
  unlock: { width: 440, height: 470, small: false, knows: true },
}

const marginPx = 16
/** A window that is being dragged tells many places; the last one counts. */
const settleMs = 500

export function createWindows(session: Session, device: DeviceRoom): Windows {
  const open = new Map<WindowName, BrowserWindow>()
  /** Also those that were told to close and have not yet: a page that hangs takes its time. */
  const knowing = new Set<BrowserWindow>()
  const folded = new WeakSet<BrowserWindow>()
  const loaded: ((name: WindowName, window: BrowserWindow) => void)[] = []
  const closed: ((name: WindowName) => void)[] = []

  function make(name: WindowName, focused: boolean): BrowserWindow {
    const { width, height, small } = kinds[name]
    const window = new BrowserWindow({
      title: 'Lull',
      // Electron keeps the place of a window that has a name: of the main one only.
      ...(name === 'main' ? { name, windowStatePersistence: true } : {}),
      show: false,
      width,
      height,
      ...(small ? place(name) : { minWidth: 420, minHeight: 420 }),
      frame: !small,
      resizable: !small,
      minimizable: !small,
      maximizable: !small,
      // A pause may fill the screen; a note or a card has nothing to fill it with.
      fullscreenable: !small || name === 'pause',
      alwaysOnTop: small,
      skipTaskbar: small,
      autoHideMenuBar: true,
      backgroundColor: paper(nativeTheme.shouldUseDarkColors, device.now().dim),
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/preload.cjs'),
        session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: !app.isPackaged,
        // A pause goes on breathing while another window is in front.
        backgroundThrottling: false,
      },
    })
    open.set(name, window)
    if (kinds[name].knows) knowing.add(window)
    window.once('ready-to-show', () => {
      if (folded.has(window)) return
      if (focused) window.show()
      else window.showInactive()
    })
    // A page that crashed would leave a window on top that hears no key and can't be closed.
    window.webContents.on('render-process-gone', () => window.destroy())
    window.webContents.on('did-finish-load', () => {
      for (const run of loaded) run(name, window)
    })
    if (small) rememberPlace(name, window)
    window.on('closed', () => {
      if (open.get(name) === window) open.delete(name)
      knowing.delete(window)
      giveFocusBack()
      for (const run of closed) run(name)
    })
    // A page that can't be loaded is a page that isn't there; the window must not stay hidden.
    window.loadURL(pageUrl(name)).catch(() => {
      if (!window.isDestroyed()) window.destroy()
    })
    return window
  }

  /** Where it was dragged to on these screens, else the corner of the one with the pointer. */
  function place(name: WindowName): Rectangle {
    const { width, height } = kinds[name]
    const at = device.places()[layoutOf(screen.getAllDisplays())]?.[name]
    if (at) return inside({ ...at, width, height }, screen.getDisplayNearestPoint(at).workArea)
    const pointer = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    return corner({ width, height }, pointer.workArea, marginPx)
  }

  function rememberPlace(name: WindowName, window: BrowserWindow) {
    let settling: NodeJS.Timeout | undefined
    window.on('move', () => {
      clearTimeout(settling)
      settling = setTimeout(() => {
        if (window.isDestroyed() || !window.isVisible() || window.isFullScreen()) return
        const { x, y } = window.getBounds()
        device.remember(layoutOf(screen.getAllDisplays()), name, { x, y })
      }, settleMs)
    })
    window.on('closed', () => clearTimeout(settling))
  }

  /** A screen that was unplugged takes no window with it. */
  function bringInside() {
    for (const [name, window] of open) {
      if (!kinds[name].small || window.isFullScreen()) continue
      const { x, y } = window.getBounds()
      const { width, height } = kinds[name]
      const { workArea } = screen.getDisplayNearestPoint({ x, y })
      window.setBounds(inside({ x, y, width, height }, workArea))
    }
  }
  screen.on('display-removed', bringInside)
  screen.on('display-metrics-changed', bringInside)

  /** macOS keeps the focus with the program, not the window: hiding that gives it back. */
  function giveFocusBack() {
    if (process.platform !== 'darwin') return
    if ([...open.values()].every((window) => !window.isVisible())) app.hide()
  }

  return {
    show(name, { focused } = { focused: true }) {
      const window = open.get(name)
      if (window?.isMinimized()) window.restore()
      if (window) folded.delete(window)
      if (!window) make(name, focused)
      else if (focused) window.show()
      else window.showInactive()
    },
    close(name) {
      const window = open.get(name)
      // Closing takes a moment; whoever opens it meanwhile gets a new one.
      open.delete(name)
      window?.close()
    },
    fold(name) {
      const window = open.get(name)
      if (!window) return
      // Also one that is still loading: it must not open over what folded it.
      folded.add(window)
      if (!window.isVisible()) return
      window.hide()
      giveFocusBack()
    },
    unfold(name) {
      const window = open.get(name)
      if (window && folded.delete(window)) window.showInactive()
    },
    tell(name, event) {
      open.get(name)?.webContents.send('told', event)
    },
    closeKnowing() {
      for (const window of knowing) window.destroy()
    },
    names: () => [...open.keys()],
    get: (name) => open.get(name) ?? null,
    nameOf: (id) => windowNames.find((name) => open.get(name)?.webContents.id === id) ?? null,
    each(visit) {
      for (const [name, window] of open) visit(name, window)
    },
    onLoaded: (run) => void loaded.push(run),
    onClosed: (run) => void closed.push(run),
  }
}

/** A window opens in the colour of its page (renderer/theme/tokens.css), so that nothing flashes. */
function paper(dark: boolean, dim: boolean): string {
  if (dim) return dark ? '#0d1314' : '#a8a397'
  return dark ? '#11181a' : '#f5f2ea'
}
