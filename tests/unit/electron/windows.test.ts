import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Desktop } from '../../../electron/desktop.ts'
import { remembered, type Places } from '../../../electron/places.ts'
import type { Windows } from '../../../electron/windows.ts'
import { windowNames } from '../../../src/contract.ts'

/** A window whose page hangs: `close` asks it, and it never answers. */
class HangingWindow extends EventEmitter {
  static made: HangingWindow[] = []
  /** As in Electron: a name is free once `closed` has been told to everybody. */
  static names = new Set<string>()
  destroyed = false
  webContents = Object.assign(new EventEmitter(), { id: HangingWindow.made.length })

  readonly name: string
  /** What its page may, as the program asked for it. */
  preferences: BrowserWindowConstructorOptions['webPreferences']

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { x = 0, y = 0, width = 0, height = 0, webPreferences, name = '' } = options
    if (HangingWindow.names.has(name)) throw new Error(`a window has the name "${name}"`)
    if (name !== '') HangingWindow.names.add(name)
    this.name = name
    this.preferences = webPreferences
    this.bounds = { x, y, width, height }
    HangingWindow.made.push(this)
  }
  loadURL = () => Promise.resolve()
  isMinimized = () => false
  isDestroyed = () => this.destroyed
  bounds: Rectangle
  visible = false
  isVisible = () => this.visible && !macOs.hidden
  fullScreen = false
  isFullScreen = () => this.fullScreen
  /** As on macOS: it has been left once the event has come. */
  setFullScreen(flag: boolean) {
    if (flag) this.fullScreen = true
  }
  left() {
    this.fullScreen = false
    this.emit('leave-full-screen')
  }
  getBounds = () => this.bounds
  setBounds(bounds: Rectangle) {
    this.bounds = bounds
    this.emit('move')
  }
  /** A person drags it there, on a desktop that says so or on one that doesn't. */
  drag(x: number, y: number, told = false) {
    if (told) this.emit('will-move')
    this.bounds = { ...this.bounds, x, y }
    this.emit('move')
  }
  show() {
    macOs.hidden = false
    this.visible = true
  }
  showInactive() {
    this.visible = true
  }
  hide() {
    if (this.fullScreen) throw new Error('a black screen stays')
    this.visible = false
  }
  protection: boolean | null = null
  setContentProtection(on: boolean) {
    this.protection = on
  }
  close() {}
  isFocused() {
    return false
  }
  destroy() {
    this.destroyed = true
    this.emit('closed')
    HangingWindow.names.delete(this.name)
  }
}

/** What the fake screen says, and who listens to it. */
const displays = { bounds: { x: 0, y: 0, width: 1366, height: 728 } }
const onScreens = new Map<string, () => void>()

/** A program that is hidden shows none of its windows. */
const macOs = { hidden: false }
const app = {
  isPackaged: false,
  hide: () => void (macOs.hidden = true),
  isHidden: () => macOs.hidden,
}
vi.mock('electron', () => ({
  app,
  Menu: {
    sendActionToFirstResponder(action: string) {
      if (action === 'unhideWithoutActivation') macOs.hidden = false
    },
  },
  BrowserWindow: HangingWindow,
  nativeTheme: {},
  protocol: {},
  screen: {
    on: (event: string, run: () => void) => void onScreens.set(event, run),
    getAllDisplays: () => [{ bounds: displays.bounds }],
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
    getDisplayNearestPoint: () => ({ workArea: displays.bounds }),
  },
}))
const { createWindows } = await import('../../../electron/windows.ts')

function someWindows(desktop: Partial<Desktop> = {}) {
  HangingWindow.made = []
  HangingWindow.names.clear()
  let places: Places = {}
  let hideFromCapture = false
  let told = () => {}
  const device = {
    now: () => ({ dim: false, hideFromCapture }),
    onChange: (run: () => void) => void (told = run),
    places: () => places,
    remember: (layout: string, name: string, at: { x: number; y: number }) => {
      places = remembered(places, layout, name, at)
    },
  }
  const windows: Windows = Reflect.apply(createWindows, null, [
    null,
    device,
    { compositorPlaces: false, tellsDrags: false, ...desktop },
  ])
  return Object.assign(windows, {
    capture(hide: boolean) {
      hideFromCapture = hide
      told()
    },
  })
}

/** A window that is shown, and stands still. */
function shown(windows: Windows, name: 'pause' | 'card' | 'note'): HangingWindow {
  windows.show(name)
  const window = HangingWindow.made.at(-1)
  if (!window) throw new Error('no window')
  window.emit('ready-to-show')
  vi.advanceTimersByTime(2000)
  return window
}

describe('the page of a window', () => {
  it('lies in a sandbox, apart from the bridge, and nothing weakens that', () => {
    const windows = someWindows()
    for (const name of windowNames) windows.show(name)
    expect(HangingWindow.made).toHaveLength(windowNames.length)
    for (const { preferences } of HangingWindow.made) {
      const { preload, session: _session, ...rest } = preferences ?? {}
      expect(preload).toMatch(/preload\.cjs$/)
      // All of them: one that is added here weakens something, or has its reason.
      expect(rest).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: true,
        backgroundThrottling: false,
      })
    }
  })

  it('has no developer tools in a package', () => {
    app.isPackaged = true
    onTestFinished(() => void (app.isPackaged = false))
    someWindows().show('main')
    expect(HangingWindow.made.map(({ preferences }) => preferences?.devTools)).toEqual([false])
  })
})

describe('the windows of a locked journal', () => {
  it('are ended, also one that was told to close and hangs', () => {
    const windows = someWindows()
    windows.show('note')
    windows.close('note')
    windows.show('main')
    windows.closeKnowing()
    expect(HangingWindow.made.map((each) => each.destroyed)).toEqual([true, true])
    expect(windows.names()).toEqual([])
  })

  it('are only those that knew something: a pause goes on', () => {
    const windows = someWindows()
    windows.show('pause')
    windows.closeKnowing()
    expect(HangingWindow.made.map((each) => each.destroyed)).toEqual([false])
    expect(windows.names()).toEqual(['pause'])
  })

  it('make room at once for a new one of the same name', () => {
    const windows = someWindows()
    windows.show('note')
    windows.close('note')
    windows.show('note')
    expect(HangingWindow.made).toHaveLength(2)
    expect(windows.names()).toEqual(['note'])
  })

  it('end at once where only one of them can have the name', () => {
    const windows = someWindows()
    windows.show('main')
    windows.close('main')
    windows.show('main')
    expect(HangingWindow.made.map((each) => each.destroyed)).toEqual([true, false])
    expect(windows.names()).toEqual(['main'])
  })

  it('open again for whoever heard that their page had crashed', async () => {
    const windows = someWindows()
    const again = new Promise<void>((resolve) => {
      windows.onGone(({ name }) => {
        windows.show(name)
        resolve()
      })
    })
    windows.show('main')
    HangingWindow.made[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await again
    expect(windows.names()).toEqual(['main'])
  })

  it('don’t outlive a page that crashed', () => {
    const windows = someWindows()
    windows.show('pause')
    HangingWindow.made[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(windows.names()).toEqual([])
  })
})

describe('a window that folds', () => {
  const keyPressed = () => {
    const event = { defaultPrevented: false, preventDefault: () => {} }
    event.preventDefault = () => {
      event.defaultPrevented = true
    }
    HangingWindow.made[0]?.webContents.emit('before-input-event', event, { key: 'a' })
    return !event.defaultPrevented
  }

  it('takes no key from then on, not even while its page has yet to close', () => {
    const windows = someWindows()
    windows.show('note')
    HangingWindow.made[0]?.emit('ready-to-show')
    expect(keyPressed()).toBe(true)
    windows.fold('note')
    windows.close('note')
    expect(HangingWindow.made[0]?.visible).toBe(false)
    expect(keyPressed()).toBe(false)
  })

  it('takes them again once it is shown again', () => {
    const windows = someWindows()
    windows.show('pause')
    HangingWindow.made[0]?.emit('ready-to-show')
    windows.fold('pause')
    windows.unfold('pause')
    expect(keyPressed()).toBe(true)
  })
})

describe('a small window', () => {
  afterEach(() => {
    displays.bounds = { x: 0, y: 0, width: 1366, height: 728 }
    vi.useRealTimers()
  })

  it('comes back where it was dragged to on these screens, and in the corner on others', () => {
    vi.useFakeTimers()
    const windows = someWindows()
    const first = shown(windows, 'pause')
    first.drag(40, 50)
    vi.advanceTimersByTime(1000)
    first.destroy()
    windows.show('pause')
    expect(HangingWindow.made[1]?.bounds).toMatchObject({ x: 40, y: 50 })

    displays.bounds = { x: 0, y: 0, width: 1920, height: 1040 }
    HangingWindow.made[1]?.destroy()
    windows.show('pause')
    expect(HangingWindow.made[2]?.bounds).toMatchObject({ x: 1484, y: 584 })
  })

  it('is brought inside when its screen goes, and is never larger than the one that is left', () => {
    const windows = someWindows()
    windows.show('pause')
    const [pause] = HangingWindow.made
    pause?.setBounds({ x: 3000, y: 900, width: 420, height: 440 })
    displays.bounds = { x: 0, y: 0, width: 400, height: 300 }
    onScreens.get('display-removed')?.()
    expect(pause?.bounds).toEqual({ x: 0, y: 0, width: 400, height: 300 })
  })

  it('that is still loading when it is folded doesn\u2019t open over what folded it', () => {
    const windows = someWindows()
    windows.show('pause')
    windows.fold('pause')
    HangingWindow.made[0]?.emit('ready-to-show')
    expect(HangingWindow.made[0]?.visible).toBe(false)
    windows.unfold('pause')
    expect(HangingWindow.made[0]?.visible).toBe(true)
  })

  it('that was folded comes back by itself once, and only if it was folded', () => {
    const windows = someWindows()
    windows.unfold('pause')
    expect(HangingWindow.made).toEqual([])
    windows.show('pause')
    HangingWindow.made[0]?.emit('ready-to-show')
    windows.fold('pause')
    expect(HangingWindow.made[0]?.visible).toBe(false)
    windows.unfold('pause')
    expect(HangingWindow.made[0]?.visible).toBe(true)
    HangingWindow.made[0]?.hide()
    windows.unfold('pause')
    expect(HangingWindow.made[0]?.visible).toBe(false)
  })

  it('that was told to fold hears no more keys', () => {
    const windows = someWindows()
    windows.show('pause')
    const [pause] = HangingWindow.made
    const kept = () => {
      const event = { preventDefault: vi.fn() }
      pause?.webContents.emit('before-input-event', event)
      return event.preventDefault.mock.calls.length
    }
    pause?.emit('ready-to-show')
    expect(kept()).toBe(0)
    windows.fold('pause')
    expect(kept()).toBe(1)
  })
})

describe('a pause that fills the screen', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function filling() {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    pause.setFullScreen(true)
    return { windows, pause }
  }

  it('leaves it first when it folds, and is hidden only then', () => {
    const { windows, pause } = filling()
    const leave = vi.spyOn(pause, 'setFullScreen')
    windows.fold('pause')
    expect(leave).toHaveBeenCalledWith(false)
    expect(pause.visible).toBe(true)
    pause.left()
    expect(pause.visible).toBe(false)
    vi.advanceTimersByTime(5000)
    windows.unfold('pause')
    expect(pause.visible).toBe(true)
    // Whoever wants the whole screen again asks for it.
    expect(leave).not.toHaveBeenCalledWith(true)
  })

  it('is hidden all the same on a desktop that never says that it was left', () => {
    const { windows, pause } = filling()
    windows.fold('pause')
    pause.fullScreen = false
    vi.advanceTimersByTime(2000)
    expect(pause.visible).toBe(false)
  })

  it('stays in view when it is wanted back before it was left', () => {
    const { windows, pause } = filling()
    windows.fold('pause')
    windows.show('pause')
    pause.left()
    expect(pause.visible).toBe(true)
  })
})

describe('a program that macOS hides', () => {
  const real = process.platform
  beforeEach(() => {
    vi.useFakeTimers()
    Object.defineProperty(process, 'platform', { value: 'darwin' })
  })
  afterEach(() => {
    vi.useRealTimers()
    Object.defineProperty(process, 'platform', { value: real })
    macOs.hidden = false
  })

  it('comes out for a pause that returns, which takes no focus', () => {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    windows.fold('pause')
    expect(macOs.hidden).toBe(true)
    const take = vi.spyOn(pause, 'show')
    windows.unfold('pause')
    expect(pause.isVisible()).toBe(true)
    expect(take).not.toHaveBeenCalled()
  })

  it('comes out for a card without the main window that the agent hid', () => {
    const windows = someWindows()
    windows.show('main')
    const [main] = HangingWindow.made
    main?.emit('ready-to-show')
    macOs.hidden = true
    windows.show('card', { focused: false })
    HangingWindow.made[1]?.emit('ready-to-show')
    expect(HangingWindow.made.map((each) => each.isVisible())).toEqual([false, true])
    windows.show('main')
    expect(main?.isVisible()).toBe(true)
  })
})

describe('a place', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    displays.bounds = { x: 0, y: 0, width: 1366, height: 728 }
    vi.useRealTimers()
  })
  const next = (windows: Windows, before: HangingWindow) => {
    before.destroy()
    return shown(windows, 'pause').bounds
  }
  const home = { x: 930, y: 272 }

  it('that Lull itself moved a window to is not kept', () => {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    displays.bounds = { x: 0, y: 0, width: 500, height: 600 }
    onScreens.get('display-removed')?.()
    expect(pause.bounds).toMatchObject({ x: 80, y: 160 })
    vi.advanceTimersByTime(5000)
    // A system that takes its time says it late.
    pause.emit('move')
    vi.advanceTimersByTime(5000)
    expect(next(windows, pause)).toMatchObject({ x: 64, y: 144 })
  })

  it('that the system moved a window to, when a screen went, is not kept', () => {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    onScreens.get('display-metrics-changed')?.()
    pause.drag(7, 7)
    vi.advanceTimersByTime(5000)
    expect(next(windows, pause)).toMatchObject(home)
  })

  it('is a person\u2019s only with a drag, where the system tells one', () => {
    const windows = someWindows({ tellsDrags: true })
    const pause = shown(windows, 'pause')
    pause.drag(7, 7)
    vi.advanceTimersByTime(5000)
    expect(next(windows, pause)).toMatchObject(home)
    const again = HangingWindow.made.at(-1)!
    again.drag(40, 50, true)
    vi.advanceTimersByTime(5000)
    expect(next(windows, again)).toMatchObject({ x: 40, y: 50 })
  })

  it('comes back with the screens on which it was chosen', () => {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    pause.drag(40, 250)
    vi.advanceTimersByTime(5000)
    displays.bounds = { x: 0, y: 0, width: 600, height: 500 }
    onScreens.get('display-removed')?.()
    expect(pause.bounds).toMatchObject({ x: 40, y: 60 })
    vi.advanceTimersByTime(5000)
    displays.bounds = { x: 0, y: 0, width: 1366, height: 728 }
    onScreens.get('display-added')?.()
    expect(pause.bounds).toMatchObject({ x: 40, y: 250 })
  })

  it('is neither asked for nor kept where the desktop places windows', () => {
    const windows = someWindows({ compositorPlaces: true })
    const pause = shown(windows, 'pause')
    const put = vi.spyOn(pause, 'setBounds')
    shown(windows, 'card')
    pause.drag(40, 50)
    vi.advanceTimersByTime(5000)
    onScreens.get('display-removed')?.()
    expect(put).not.toHaveBeenCalled()
    expect(next(windows, pause)).toMatchObject(home)
  })

  it('of a card isn\u2019t where a pause stands already, nor the other way round', () => {
    const windows = someWindows()
    const pause = shown(windows, 'pause')
    const card = shown(windows, 'card')
    expect(pause.bounds).toMatchObject(home)
    expect(card.bounds).toMatchObject({ x: 970, y: 178 })

    windows.fold('pause')
    card.destroy()
    const first = shown(windows, 'card')
    expect(first.bounds).toMatchObject({ x: 970, y: 634 })
    windows.unfold('pause')
    expect(pause.bounds).toMatchObject({ x: 930, y: 178 })
    // Where it stood aside is no wish of anybody's either.
    vi.advanceTimersByTime(5000)
    first.destroy()
    expect(next(windows, pause)).toMatchObject(home)
  })
})

describe('a recording', () => {
  const system = (platform: NodeJS.Platform) => {
    const real = process.platform
    Object.defineProperty(process, 'platform', { value: platform })
    return () => Object.defineProperty(process, 'platform', { value: real })
  }

  it.each(['win32', 'darwin'] as const)('leaves Lull out only where that is wanted (%s)', (on) => {
    const back = system(on)
    try {
      const windows = someWindows()
      windows.show('note')
      windows.show('main')
      const protection = () => HangingWindow.made.map((each) => each.protection)
      expect(protection()).toEqual([false, false])
      windows.capture(true)
      windows.show('card')
      expect(protection()).toEqual([true, true, true])
      windows.capture(false)
      expect(protection()).toEqual([false, false, false])
    } finally {
      back()
    }
  })

  it('can’t be kept from anything on Linux, and nothing pretends to', () => {
    const back = system('linux')
    try {
      const windows = someWindows()
      windows.capture(true)
      windows.show('note')
      expect(HangingWindow.made.map((each) => each.protection)).toEqual([null])
    } finally {
      back()
    }
  })
})
