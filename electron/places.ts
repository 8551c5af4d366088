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

/**
 * `wanted`, or the first place of its size above, below, left or right of one of `others` where it
 * covers none of them and lies inside `room`. Where there is no such place it stays where it was.
 */
export function beside(
  wanted: Rectangle,
  others: readonly Rectangle[],
  room: Rectangle,
  margin: number,
): Rectangle {
  const isFree = (place: Rectangle) => !others.some((other) => overlap(place, other))
  if (isFree(wanted)) return wanted
  const { width, height } = wanted
  const places = others.flatMap((other) => [
    { ...wanted, y: other.y - margin - height },
    { ...wanted, y: other.y + other.height + margin },
    { ...wanted, x: other.x - margin - width },
    { ...wanted, x: other.x + other.width + margin },
  ])
  const found = places.find((place) => isFree(place) && isSame(place, inside(place, room)))
  return found ?? wanted
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

export const isSame = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y

/** The places with one more in them. */
export function remembered(places: Places, layout: string, window: string, at: Point): Places {
  const { [layout]: here = {}, ...others } = places
  const kept = Object.entries(others).slice(-(mostLayouts - 1))
  return Object.fromEntries([...kept, [layout, { ...here, [window]: at }]])
}
