/** What is seen of a pacer, from pictures of its window: how large the shape is, and so where it stands. */
import type { Pattern } from '../../src/breathing/patterns.ts'
import { momentAt } from '../../src/breathing/timeline.ts'
import { quantile } from './figures.ts'
import type { Picture } from './png.ts'

export interface Point {
  x: number
  y: number
}

/** A picture of the window, as it was on the screen from this time on. */
export interface Frame {
  /** Milliseconds since the pacer began. */
  atMs: number
  /** Pixels from the shape's middle to its outer edge; null where none was found. */
  radius: number | null
  /** Brightness by distance from the middle, where the shape grows and no word lies. */
  look: readonly number[]
  /** Whether anything of the shape differs from the picture before. */
  moved: boolean
}

/** A stretch in which the page's thread was blocked, in milliseconds since the pacer began. */
export interface Block {
  fromMs: number
  toMs: number
}

/** Longer than any run. */
const forEver = 24 * 3_600_000
const rays = 360
/** A step in brightness that is an edge, of 255, over what the soft glow around it falls by. */
const leastStep = 2.4
/** Where the shape hardly moves, at the ends of a phase, its size doesn't tell the time. */
const readable = { from: 0.22, to: 0.78 }

/** The mean brightness, 0 to 255, at each whole number of pixels around a point, `length` of them. */
export function profileOf(picture: Picture, around: Point, length: number): number[] {
  return Array.from({ length }, (_each, radius) => {
    let sum = 0
    for (let ray = 0; ray < rays; ray++) {
      const angle = (ray / rays) * 2 * Math.PI
      // A pixel's colour is that of its middle.
      const x = around.x + radius * Math.cos(angle) - 0.5
      const y = around.y + radius * Math.sin(angle) - 0.5
      sum += brightnessAt(picture, x, y)
    }
    return sum / rays
  })
}

function brightnessAt({ width, channels, bytes }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const of = (column: number, row: number) => {
    const at = (row * width + column) * channels
    return ((bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0)) / 3
  }
  const above = of(left, top) * (1 - x + left) + of(left + 1, top) * (x - left)
  const below = of(left, top + 1) * (1 - x + left) + of(left + 1, top + 1) * (x - left)
  return above * (1 - y + top) + below * (y - top)
}

/**
 * The radius of the outermost edge, to a part of a pixel: the middle of the brightness that is gained
 * or lost across it. The glow around it changes too, but evenly: by how much nearby is taken off. Null
 * where nothing steps.
 */
export function edgeOf(profile: readonly number[]): number | null {
  const steps = profile.slice(1).map((value, index) => value - (profile[index] ?? value))
  const stepAt = (at: number) => steps[at] ?? 0
  const over = steps.map((step, at) => {
    const [inside, outside] = [stepAt(at - 6) + stepAt(at - 5), stepAt(at + 5) + stepAt(at + 6)]
    // The steeper of the two sides may be another edge.
    const glow = Math.abs(inside) < Math.abs(outside) ? inside / 2 : outside / 2
    return step - glow
  })
  const sum = (at: number, reach: number) =>
    over.slice(Math.max(0, at - reach), at + reach + 1).reduce((total, each) => total + each, 0)
  const height = (at: number) => Math.abs(sum(at, 1))
  for (let at = steps.length - 7; at >= 7; at--) {
    if (height(at) < leastStep || height(at - 1) > height(at)) continue
    const near = [-3, -2, -1, 0, 1, 2, 3].map((by) => at + by)
    const moment = near.reduce((total, each) => total + (over[each] ?? 0) * (each + 0.5), 0)
    return moment / sum(at, 3)
  }
  return null
}

/** The shape held still at a moment of its breath in, and what it looks like there. */
export interface Held {
  intoMs: number
  look: readonly number[]
}

/**
 * The moment of its breath in at which the shape looked most like this. Held moments are evenly apart;
 * a curve through the best and its neighbours finds the place between them. What lies beyond the first
 * or last is told as that one.
 */
export function momentOf(look: readonly number[], held: readonly Held[]): number {
  const unlike = held.map((each) => unlikeness(look, each.look))
  const best = unlike.indexOf(Math.min(...unlike))
  const [before, here, after] = [held[best - 1], held[best], held[best + 1]]
  if (!here) throw new RangeError('nothing was held')
  if (!before || !after) return here.intoMs
  const [left = 0, least = 0, right = 0] = unlike.slice(best - 1, best + 2)
  const bend = left - 2 * least + right
  const aside = bend === 0 ? 0 : (left - right) / (2 * bend)
  return here.intoMs + aside * (after.intoMs - here.intoMs)
}

const unlikeness = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, radius) => sum + (value - (other[radius] ?? 0)) ** 2, 0)

/**
 * How late what is seen is, in milliseconds, frame by frame; less than 0 is early. A breath out is a
 * breath in seen backwards, so both are read from the same held moments. Only frames are read in which
 * the shape ought to be well on its way, wherever it is.
 */
export function lateness(
  frames: readonly Frame[],
  breath: Pattern,
  held: readonly Held[],
): { atMs: number; lateMs: number }[] {
  return frames.flatMap(({ atMs, look }) => {
    const { phase, phaseMs, intoPhaseMs, progress } = momentAt(breath, forEver, atMs)
    if (progress < readable.from || progress > readable.to) return []
    const seen = momentOf(look, held)
    return { atMs, lateMs: intoPhaseMs - (phase === 'out' ? phaseMs - seen : seen) }
  })
}

/**
 * The size of each look's error, the least of every so many in a row: what is wrong stays wrong, and
 * what only looked late is late once (as NTP's clock filter reckons).
 */
export function leastDisturbed(errors: readonly number[], inARow: number): number[] {
  const rows = Math.floor(errors.length / inARow)
  return Array.from({ length: rows }, (_each, row) =>
    Math.min(...errors.slice(row * inARow, (row + 1) * inARow).map(Math.abs)),
  )
}

export interface Told {
  /** Frames in which the shape moved, of as many as fit at the run's own pace between the blocks. */
  share: number
  /** The longest that the shape stood still while the page was blocked, in milliseconds. */
  longestMs: number
}

/** What was seen of a pacer while its page was blocked. */
export function inBlocks(frames: readonly Frame[], blocks: readonly Block[]): Told {
  const times = frames.filter(({ moved }) => moved).map(({ atMs }) => atMs)
  const gaps = times.slice(1).map((toMs, index) => ({ fromMs: times[index] ?? toMs, toMs }))
  const meets = (one: Block) =>
    blocks.some((each) => one.fromMs < each.toMs && each.fromMs < one.toMs)
  const free = gaps.filter((gap) => !meets(gap)).map(lengthOf)
  const blockedMs = blocks.reduce((sum, block) => sum + lengthOf(block), 0)
  const seen = times.filter((at) => isWithin(at, blocks)).length
  return {
    share: seen / (blockedMs / quantile(free, 0.5)),
    longestMs: Math.max(0, ...gaps.filter(meets).map(lengthOf)),
  }
}

export const isWithin = (atMs: number, blocks: readonly Block[]): boolean =>
  blocks.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)

const lengthOf = ({ fromMs, toMs }: Block) => toMs - fromMs
