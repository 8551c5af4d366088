import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'

/** A window whose page hangs: `close` asks it, and it never answers. */
class HangingWindow extends EventEmitter {
  static made: HangingWindow[] = []
  destroyed = false
  webContents = Object.assign(new EventEmitter(), { id: HangingWindow.made.length })

  constructor() {
    super()
    HangingWindow.made.push(this)
  }
  loadURL = () => Promise.resolve()
  isMinimized = () => false
  isDestroyed = () => this.destroyed
  show() {}
  close() {}
  destroy() {
    this.destroyed = true
    this.emit('closed')
  }
}

vi.mock('electron', () => ({
  app: { isPackaged: false },
  BrowserWindow: HangingWindow,
  nativeTheme: {},
  protocol: {},
  screen: {
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
    getDisplayNearestPoint: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
  },
}))
const { createWindows } = await import('../../../electron/windows.ts')

function someWindows() {
  HangingWindow.made = []
  return Reflect.apply(createWindows, null, [null, { now: () => ({ dim: false }) }])
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
