import {
  app,
  BrowserWindow,
  Menu,
  nativeTheme,
  screen,
  type Point,
  type Rectangle,
  type Session,
} from 'electron'
import { join } from 'node:path'
import { windowNames, type ShellEvent, type WindowName } from '../src/contract.ts'
import type { Desktop } from './desktop.ts'
import type { DeviceRoom } from './device.ts'
import { beside, corner, inside, isSame, layoutOf } from './places.ts'
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
  /** Whether Lull says where its windows stand; on Wayland the desktop does. */
  arePlaced(): boolean
  /** Which page that window shows now; null where it isn't there. */
  pageOf(name: WindowName): number | null
  get(name: WindowName): BrowserWindow | null
  /** The window that shows this page, or null for one that isn't ours. */
  nameOf(webContentsId: number): WindowName | null
  each(visit: (name: WindowName, window: BrowserWindow) => void): void
  /** Runs when a window's page has loaded and can be given its port. */
  onLoaded(run: (name: WindowName, window: BrowserWindow) => void): void
  onClosed(run: (name: WindowName) => void): void
  /** Whether the page of this window is there and can be told something. */
  isLoaded(name: WindowName): boolean
  /** Runs when a page has ended by itself and its window is gone. */
  onGone(run: (gone: Gone) => void): void
  /** Ends a window whose page can't go on, as if it had ended by itself. */
  lose(name: WindowName): void
}

export interface Gone {
  name: WindowName
  reason: string
  wasVisible: boolean
  wasFocused: boolean
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
  note: { width: 464, height: 430, small: true, knows: true },
  card: { width: 380, height: 78, small: true, knows: false },
  unlock: { width: 440, height: 540, small: false, knows: true },
}

const marginPx = 16
/** A window that is being dragged tells many places; the last one counts. */
const settleMs = 500
/** Moves that follow so soon on our own placing, or on a change of screens, are no person's. */
const ownMoveMs = 1000
/** macOS takes most of a second to leave the full screen; another desktop may never say that it has. */
const leavesWithinMs = 2000

export function createWindows(
  session: Session,
  device: DeviceRoom,
  { compositorPlaces, tellsDrags }: Desktop,
): Windows {
  const open = new Map<WindowName, BrowserWindow>()
  /** Also those that were told to close and have not yet: a page that hangs takes its time. */
  const knowing = new Map<BrowserWindow, WindowName>()
  const folded = new WeakSet<BrowserWindow>()
  /** Where Lull itself put a window last, and until when it may still be moved by that. */
  const placed = new WeakMap<BrowserWindow, { at: Point; until: number }>()
  const loaded: ((name: WindowName, window: BrowserWindow) => void)[] = []
  const closed: ((name: WindowName) => void)[] = []
  const isThere = new WeakSet<BrowserWindow>()
  const gone: ((which: Gone) => void)[] = []

  function make(name: WindowName, focused: boolean): BrowserWindow {
    const { width, height, small } = kinds[name]
    if (name === 'main') endClosing(name)
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
    if (kinds[name].knows) knowing.set(window, name)
    protect(window)
    window.once('ready-to-show', () => {
      if (!folded.has(window)) appear(name, window, focused)
    })
    // A page that crashed would leave a window on top that hears no key and can't be closed.
    window.webContents.on('render-process-gone', (_event, { reason }) => end(name, window, reason))
    // What is typed while a window folds was meant for another one.
    window.webContents.on('before-input-event', (event) => {
      if (folded.has(window)) event.preventDefault()
    })
    window.webContents.on('did-finish-load', () => {
      isThere.add(window)
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

  /** Electron lets a window have a name again only once the one before is gone. */
  function endClosing(name: WindowName) {
    for (const [window, each] of knowing) if (each === name) window.destroy()
  }

  /** Whoever hears of it once the window is gone may open another. */
  function end(name: WindowName, window: BrowserWindow, reason: string) {
    if (window.isDestroyed()) return
    const wasVisible = window.isVisible() && !folded.has(window)
    const which: Gone = { name, reason, wasVisible, wasFocused: window.isFocused() }
    // Within `closed` its name still is its own.
    window.once('closed', () =>
      setImmediate(() => {
        for (const run of gone) run(which)
      }),
    )
    window.destroy()
  }

  /** Linux has nothing of the kind. */
  function protect(window: BrowserWindow) {
    if (process.platform === 'win32' || process.platform === 'darwin')
      window.setContentProtection(device.now().hideFromCapture)
  }
  device.onChange(() => {
    for (const window of open.values()) protect(window)
  })

  /** Where it was dragged to on these screens, else the corner of the one with the pointer. */
  function place(name: WindowName): Rectangle {
    const { width, height } = kinds[name]
    const at = device.places()[layoutOf(screen.getAllDisplays())]?.[name]
    if (at) return inside({ ...at, width, height }, screen.getDisplayNearestPoint(at).workArea)
    const pointer = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    return corner({ width, height }, pointer.workArea, marginPx)
  }

  /** Keeps where a person dragged it; where Lull or the system moved it is no wish of anybody's. */
  function rememberPlace(name: WindowName, window: BrowserWindow) {
    let settling: NodeJS.Timeout | undefined
    let dragged = !tellsDrags
    window.on('will-move', () => (dragged = true))
    window.on('move', () => {
      const until = tellsDrags ? 0 : (placed.get(window)?.until ?? 0)
      if (compositorPlaces || !dragged || performance.now() < until) return
      clearTimeout(settling)
      settling = setTimeout(() => {
        if (window.isDestroyed() || !window.isVisible() || window.isFullScreen()) return
        const { x, y } = window.getBounds()
        const own = placed.get(window)
        if (own && isSame(own.at, { x, y })) return
        dragged = !tellsDrags
        placed.delete(window)
        device.remember(layoutOf(screen.getAllDisplays()), name, { x, y })
      }, settleMs)
    })
    window.on('leave-full-screen', () => bringInside(name, window))
    window.on('closed', () => clearTimeout(settling))
  }

  function put(window: BrowserWindow, to: Rectangle) {
    placed.set(window, { at: { x: to.x, y: to.y }, until: performance.now() + ownMoveMs })
    const { x, y, width, height } = window.getBounds()
    if (x !== to.x || y !== to.y || width !== to.width || height !== to.height) window.setBounds(to)
  }

  /** Where it was dragged to on these screens; else it stays, as far as it lies on one. */
  function bringInside(name: WindowName, window: BrowserWindow) {
    if (window.isDestroyed() || window.isFullScreen() || compositorPlaces) return
    const { x, y } =
      device.places()[layoutOf(screen.getAllDisplays())]?.[name] ?? window.getBounds()
    const { width, height } = kinds[name]
    const { workArea } = screen.getDisplayNearestPoint({ x, y })
    putBeside(name, window, inside({ x, y, width, height }, workArea))
  }

  /** A screen that was unplugged takes no window with it. */
  function screensChanged() {
    for (const [name, window] of open) if (kinds[name].small) bringInside(name, window)
  }
  screen.on('display-added', screensChanged)
  screen.on('display-removed', screensChanged)
  screen.on('display-metrics-changed', screensChanged)

  /** Small windows stand beside each other: a pause that comes back, and the card after the call. */
  function putBeside(name: WindowName, window: BrowserWindow, at: Rectangle) {
    const others = [...open]
      .filter(([each, other]) => each !== name && kinds[each].small && other.isVisible())
      .filter(([, other]) => !other.isFullScreen())
      .map(([, other]) => other.getBounds())
    put(window, beside(at, others, screen.getDisplayNearestPoint(at).workArea, marginPx))
  }

  function appear(name: WindowName, window: BrowserWindow, focused: boolean) {
    if (kinds[name].small && !window.isVisible() && !compositorPlaces)
      putBeside(name, window, window.getBounds())
    if (focused) return window.show()
    comeOut()
    window.showInactive()
  }

  /** macOS shows no window of a program that is hidden; the action is its own, not yet tried on a Mac. */
  function comeOut() {
    if (process.platform !== 'darwin' || !app.isHidden()) return
    // What the agent put out of sight with it stays there.
    for (const [name, window] of open)
      if (!kinds[name].small && !window.isFullScreen()) window.hide()
    Menu.sendActionToFirstResponder('unhideWithoutActivation')
  }

  function vanish(window: BrowserWindow) {
    if (window.isDestroyed() || !window.isVisible() || !folded.has(window)) return
    window.hide()
    giveFocusBack()
  }

  /** A full-screen window that is hidden on macOS leaves a black screen: it is left first. */
  function leaveFullScreen(window: BrowserWindow, then: () => void) {
    const left = () => {
      clearTimeout(late)
      window.off('leave-full-screen', left)
      then()
    }
    const late = setTimeout(left, leavesWithinMs)
    window.on('leave-full-screen', left)
    window.setFullScreen(false)
  }

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
      else appear(name, window, focused)
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
      if (window.isVisible() && window.isFullScreen()) leaveFullScreen(window, () => vanish(window))
      else vanish(window)
    },
    unfold(name) {
      const window = open.get(name)
      if (window && folded.delete(window)) appear(name, window, false)
    },
    tell(name, event) {
      open.get(name)?.webContents.send('told', event)
    },
    closeKnowing() {
      for (const window of knowing.keys()) window.destroy()
    },
    names: () => [...open.keys()],
    arePlaced: () => !compositorPlaces,
    pageOf: (name) => open.get(name)?.webContents.id ?? null,
    get: (name) => open.get(name) ?? null,
    nameOf: (id) => windowNames.find((name) => open.get(name)?.webContents.id === id) ?? null,
    each(visit) {
      for (const [name, window] of open) visit(name, window)
    },
    onLoaded: (run) => void loaded.push(run),
    onClosed: (run) => void closed.push(run),
    isLoaded(name) {
      const window = open.get(name)
      return window !== undefined && isThere.has(window)
    },
    onGone: (run) => void gone.push(run),
    lose(name) {
      const window = open.get(name)
      if (window) end(name, window, 'page-failed')
    },
  }
}

/** A window opens in the colour of its page (renderer/theme/tokens.css), so that nothing flashes. */
function paper(dark: boolean, dim: boolean): string {
  if (dim) return dark ? '#0d1314' : '#a8a397'
  return dark ? '#11181a' : '#f5f2ea'
}
