import { isHeadless } from './display.ts'
import { EventEmitter } from 'node:events'
import { onlyAfterReady } from './phase.ts'
import type { Rect } from './words.ts'

interface Point {
  x: number
  y: number
}

/**
 * One display with a taskbar of 40 pixels; LULL_SCREEN=1366x768 gives another size. A real display isn't
 * asked how large it is, so what is shown there is placed as on a small one.
 */
export function primaryDisplay() {
  const [width = 1920, height = 1080] = (
    process.env['LULL_SCREEN'] ?? (isHeadless() ? '' : '1366x768')
  )
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
}

export const screen = new Screen()
