/**
 * Whether stress follows the counted load (shared/statistics.md, section 6): calls and minutes that
 * signals counted, never calls that the agent marked, which follow the mood.
 */
import type { WatchSays } from './watch.ts'
import { blocksOfFive, within } from './within.ts'

/** A logged shift whose load was counted. */
export interface LoadedShift {
  /** The value of the shift, 0 to 10. */
  value: number
  /** Calls, or minutes on calls, in the whole shift. */
  load: number
}

export interface Workload {
  /** "Your harder shifts are the busier ones." */
  busierIsHarder: boolean
  /** Points for each unit of load. */
  slope: number
  /** How far the load usually lies from its mean: one standard deviation. */
  spread: number
  /** "That points to the workload": why it is higher (or lower) lately. Null where it may not be said. */
  explains: { moreLoad: number } | null
}

/** So many of the first shifts are what lately is held against. */
export const firstShifts = 20
/** The prior spread of the slope, in rating points for one standard deviation of load. */
const priorSlope = 0.5
const falseShare = 0.1
/** The most that 1.9 stands for: neighbours are alike (phi .3), so means vary more than they would. */
const alike = 1.9

/**
 * `shifts`: logged shifts, oldest first. `since`: the place in them at which the present rise or fall
 * began. `measures`: how many loads are looked at (calls; calls and minutes). `first`: the shifts that
 * lately is held against, where `shifts` don't reach back to them. Null below 20 of those, or where the
 * load never varied.
 */
export function workload(
  shifts: readonly LoadedShift[],
  says: WatchSays,
  since: number,
  measures: 1 | 2,
  first: readonly LoadedShift[] = shifts.slice(0, firstShifts),
): Workload | null {
  if (first.length < firstShifts) return null
  const sd = spreadOf(first.map(({ load }) => load))
  if (sd === 0) return null
  const compared = within(
    blocksOfFive(shifts).map((block) =>
      block.map(({ value, load }) => ({ x: load / sd, y: value })),
    ),
    priorSlope,
    true,
  )
  const slope = compared.difference / sd
  const busierIsHarder = slope > 0 && compared.evidence >= measures / falseShare
  return {
    busierIsHarder,
    slope,
    spread: sd,
    explains: busierIsHarder ? explained(shifts.slice(since), first, says, slope, sd) : null,
  }
}

function explained(
  lately: readonly LoadedShift[],
  first: readonly LoadedShift[],
  says: WatchSays,
  slope: number,
  sd: number,
): Workload['explains'] {
  const sign = says === 'higher' ? 1 : says === 'lower' ? -1 : 0
  if (sign === 0 || lately.length === 0) return null
  const mean = (of: readonly LoadedShift[], what: keyof LoadedShift) =>
    of.reduce((sum, shift) => sum + shift[what], 0) / of.length
  const moreLoad = sign * (mean(lately, 'load') - mean(first, 'load'))
  const moreStress = sign * (mean(lately, 'value') - mean(first, 'value'))
  const error = sd * Math.sqrt(alike * (1 / lately.length + 1 / firstShifts))
  return moreLoad > 2 * error && slope * moreLoad >= moreStress / 2
    ? { moreLoad: sign * moreLoad }
    : null
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}
