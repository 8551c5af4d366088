import { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { remembered, type Places } from '../../../electron/places.ts'

/** A window whose page hangs: `close` asks it, and it never answers. */
class HangingWindow extends EventEmitter {
  static made: HangingWindow[] = []
  destroyed = false
  webContents = Object.assign(new EventEmitter(), { id: HangingWindow.made.length })

  constructor({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rectangle>) {
    super()
    this.bounds = { x, y, width, height }
    HangingWindow.made.push(this)
  }
  loadURL = () => Promise.resolve()
  isMinimized = () => false
  isDestroyed = () => this.destroyed
  bounds: Rectangle
  visible = false
  isVisible = () => this.visible
  isFullScreen = () => false
  getBounds = () => this.bounds
  setBounds(bounds: Rectangle) {
    this.bounds = bounds
  }
  show() {
    this.visible = true
  }
  showInactive() {
    this.visible = true
  }
  hide() {
    this.visible = false
  }
  close() {}
  destroy() {
    this.destroyed = true
    this.emit('closed')
  }
}

/** What the fake screen says, and who listens to it. */
const displays = { bounds: { x: 0, y: 0, width: 1366, height: 728 } }
const onScreens = new Map<string, () => void>()

vi.mock('electron', () => ({
  app: { isPackaged: false },
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

function someWindows() {
  HangingWindow.made = []
  let places: Places = {}
  const device = {
    now: () => ({ dim: false }),
    places: () => places,
    remember: (layout: string, name: string, at: { x: number; y: number }) => {
      places = remembered(places, layout, name, at)
    },
  }
  return Reflect.apply(createWindows, null, [null, device])
}

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

  it('don’t outlive a page that crashed', () => {
    const windows = someWindows()
    windows.show('pause')
    HangingWindow.made[0]?.webContents.emit('render-process-gone')
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
    windows.show('pause')
    const [first] = HangingWindow.made
    first?.emit('ready-to-show')
    first?.setBounds({ x: 40, y: 50, width: 420, height: 440 })
    first?.emit('move')
    vi.advanceTimersByTime(1000)
    first?.destroy()
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
})
