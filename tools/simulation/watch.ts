/** How often the watch is wrong, and how soon it is right: statistics.md, sections 3 and 8. */
import type { LoggedShift, WatchSays } from '../../src/trends/watch.ts'
import { drawsFrom, type Draws } from './draws.ts'
import { ordinary, person, rounded, shiftsOf, someone, type Life, type Person } from './people.ts'
import type { Scheme } from './schemes.ts'

/** A quarter and a year of shifts, as statistics.md counts them. */
export const quarter = 60
export const year = 220

export interface FalseNotes {
  /** Shares of people, 0 to 1, who see at least one note on that side, or on either. */
  rise: number
  fall: number
  either: number
}

type Who = (draws: Draws) => Person
export const plain = (phi: number): Who => {
  const one = person(phi)
  return () => one
}
export const mixed: Who = someone

/** Notes to people in whose life nothing changes, within so many worked shifts of being watched. */
export function falseNotes(
  scheme: Scheme,
  who: Who,
  worked: number,
  people: number,
  seed: number,
  life: Life = ordinary,
): FalseNotes {
  const count = { rise: 0, fall: 0, either: 0 }
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const shifts = shiftsOf(draws, who(draws), life)
    const hear = scheme()
    collect(hear, shifts)
    const said = new Set<WatchSays>()
    for (let shift = 0; shift < worked; shift++) {
      const logged = shifts.next().value
      if (logged) said.add(hear(logged))
    }
    if (said.has('higher')) count.rise++
    if (said.has('lower')) count.fall++
    if (said.has('higher') || said.has('lower')) count.either++
  }
  return {
    rise: count.rise / people,
    fall: count.fall / people,
    either: count.either / people,
  }
}

function collect(
  hear: (shift: LoggedShift) => WatchSays,
  shifts: Generator<LoggedShift | null, never>,
) {
  for (;;) {
    const logged = shifts.next().value
    if (logged && hear(logged) !== 'collecting') return
  }
}

/** So many logged shifts go by. */
function log(
  hear: (shift: LoggedShift) => WatchSays,
  shifts: Generator<LoggedShift | null, never>,
  count: number,
) {
  for (let logged = 0; logged < count;) {
    const shift = shifts.next().value
    if (!shift) continue
    hear(shift)
    logged++
  }
}

export interface Found {
  /** Share of people, 0 to 1, to whom it is told within the period. */
  share: number
  /** Median delay in worked shifts: of those found, and over everybody (infinite where not half are). */
  ofFound: number
  ofAll: number
}

/** A change by `size` standard deviations after so many logged shifts: is it told within 60 worked ones? */
export function found(
  scheme: Scheme,
  who: Who,
  size: number,
  afterLogged: number,
  people: number,
  seed: number,
): Found {
  const delays: number[] = []
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    let changed = false
    const life: Life = { ...ordinary, change: () => (changed ? size : 0) }
    const shifts = shiftsOf(draws, who(draws), life)
    const hear = scheme()
    log(hear, shifts, afterLogged)
    changed = true
    delays.push(delayOf(hear, shifts, size))
  }
  return foundOf(delays)
}

/** Worked shifts until the right side is told (told already counts); infinite where it isn't in a quarter. */
function delayOf(
  hear: (shift: LoggedShift) => WatchSays,
  shifts: Generator<LoggedShift | null, never>,
  size: number,
): number {
  const right = size > 0 ? 'higher' : 'lower'
  for (let worked = 1; worked <= quarter; worked++) {
    const shift = shifts.next().value
    if (shift && hear(shift) === right) return worked
  }
  return Infinity
}

function foundOf(delays: readonly number[]): Found {
  const sorted = delays.toSorted((one, other) => one - other)
  const told = sorted.filter(Number.isFinite)
  const middle = (of: readonly number[]) => of[Math.floor(of.length / 2)] ?? Infinity
  return { share: told.length / delays.length, ofFound: middle(told), ofAll: middle(sorted) }
}

/** A told spell of 40 shifts that ends, and a lasting rise 60 shifts later: is that one told? */
export function afterSpell(scheme: Scheme, people: number, seed: number): Found {
  const delays: number[] = []
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    let size = 0
    const shifts = shiftsOf(draws, person(0.3), { ...ordinary, change: () => size })
    const hear = scheme()
    log(hear, shifts, 30)
    const live = (worked: number) => {
      for (let shift = 0; shift < worked; shift++) {
        const logged = shifts.next().value
        if (logged) hear(logged)
      }
    }
    size = 1.2
    live(40)
    size = 0
    live(60)
    size = 1
    delays.push(delayOf(hear, shifts, size))
  }
  return foundOf(delays)
}

/** Ratings piled up at the low end, with a long tail. */
export const lognormal: Life = {
  ...ordinary,
  rating: (latent) => Math.exp(0.9 + 0.6 * latent),
}

/** Nights a standard deviation harder, four weeks of every sixteen, five shifts a week. */
export const nightBlocks: Life = {
  ...ordinary,
  change: (shift) => (isNight(shift) ? 1 : 0),
  kind: (shift) => (isNight(shift) ? 'night' : 'early'),
}
const isNight = (shift: number) => shift % 80 >= 60

/** Any note on any of three series that go together (.5), a quarter of one stable person. */
export function threeSeries(scheme: Scheme, people: number, seed: number): number {
  const phi = 0.3
  const fresh = Math.sqrt(1 - phi * phi)
  const { mean, sd } = person(phi)
  let told = 0
  for (let each = 0; each < people; each++) {
    const draws = drawsFrom(seed + each)
    const together = () => {
      const shared = draws.normal()
      return [0, 1, 2].map(() => Math.SQRT1_2 * shared + Math.SQRT1_2 * draws.normal())
    }
    let latent = together()
    const hear = [scheme(), scheme(), scheme()]
    let logged = 0
    let worked = 0
    let any = false
    while (worked < quarter) {
      if (draws.one() >= 0.15) {
        logged++
        hear.forEach((one, at) => {
          const said = one({
            value: rounded(mean + sd * (latent[at] ?? 0)),
            kind: 'any',
            afterGap: false,
          })
          any ||= said === 'higher' || said === 'lower'
        })
      }
      if (logged >= 20) worked++
      const next = together()
      latent = latent.map((value, at) => phi * value + fresh * (next[at] ?? 0))
    }
    if (any) told++
  }
  return told / people
}
