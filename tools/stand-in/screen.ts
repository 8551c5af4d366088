import { isHeadless } from './display.ts'
import { EventEmitter } from 'node:events'
import { PreventableEvent } from './event.ts'
import { onlyAfterReady } from './phase.ts'
import type { Rect } from './words.ts'

interface Point {
  x: number
  y: number
}

/** What a test has made of it since. */
let changed: { width: number; height: number } | null = null

/**
 * One display with a taskbar of 40 pixels; LULL_SCREEN=1366x768 gives another size. A real display isn't
 * asked how large it is, so what is shown there is placed as on a small one.
 */
export function primaryDisplay() {
  const [width = 1920, height = 1080] = changed
    ? [changed.width, changed.height]
    : (process.env['LULL_SCREEN'] ?? (isHeadless() ? '' : '1366x768'))
        .split('x')
        .flatMap((part) => Number(part) || [])
  const bounds = { x: 0, y: 0, width, height }
  return {
    id: 1,
    label: 'stand-in',
    bounds,
    workArea: { ...bounds, height: height - 40 },
    size: { width, height },
    workAreaSize: { width, height: height - 40 },
    scaleFactor: 1,
    rotation: 0,
    internal: false,
  }
}

class Screen extends EventEmitter {
  getPrimaryDisplay() {
    onlyAfterReady('screen')
    return primaryDisplay()
  }
  getAllDisplays() {
    return [this.getPrimaryDisplay()]
  }
  getDisplayMatching(_rect: Rect) {
    return this.getPrimaryDisplay()
  }
  getDisplayNearestPoint(_point: Point) {
    return this.getPrimaryDisplay()
  }
  getCursorScreenPoint(): Point {
    onlyAfterReady('screen')
    return { x: 200, y: 200 }
  }
  /** The stand-in's own: another screen in the place of this one. No window is moved by that. */
  become(size: { width: number; height: number }) {
    changed = size
    this.emit('display-metrics-changed', new PreventableEvent(), primaryDisplay(), [
      'bounds',
      'workArea',
    ])
  }
}

export const screen = new Screen()
