import type { Display, Point, Rectangle } from 'electron'

/** Where windows were dragged to: by screen layout, by window, the upper left corner. */
export type Places = Readonly<Record<string, Readonly<Record<string, Point>>>>

/** As many layouts as a desk, a meeting room and a home have; the one used longest ago goes first. */
const mostLayouts = 8

/** The screens as they stand now, as a key: another desk is another key. */
export const layoutOf = (displays: readonly Pick<Display, 'bounds'>[]): string =>
  displays
    .map(({ bounds: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ')

/** The nearest place at which all of it lies inside, made smaller where the room is. */
export function inside(wanted: Rectangle, room: Rectangle): Rectangle {
  const width = Math.min(wanted.width, room.width)
  const height = Math.min(wanted.height, room.height)
  return {
    x: Math.min(Math.max(wanted.x, room.x), room.x + room.width - width),
    y: Math.min(Math.max(wanted.y, room.y), room.y + room.height - height),
    width,
    height,
  }
}

/** The lower right corner of a room, clear of its edges by `margin`. */
export const corner = (
  { width, height }: { width: number; height: number },
  room: Rectangle,
  margin: number,
): Rectangle =>
  inside(
    {
      x: room.x + room.width - width - margin,
      y: room.y + room.height - height - margin,
      width,
      height,
    },
    room,
  )

/** The places with one more in them. */
export function remembered(places: Places, layout: string, window: string, at: Point): Places {
  const { [layout]: here = {}, ...others } = places
  const kept = Object.entries(others).slice(-(mostLayouts - 1))
  return Object.fromEntries([...kept, [layout, { ...here, [window]: at }]])
}
