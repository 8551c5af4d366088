import type { SelfCheck } from '../../../src/contract.ts'
import type { SideName } from '../../../src/selfcheck/items.ts'

/** The chart shows so many months at the most; the table has all of them. */
export const monthsShown = 24
/** And so many at least, so that the first dots don't stand apart. */
const fewestMonths = 6

export interface Point {
  /** The month's first day, as if in UTC. */
  at: number
  mean: number
}

/** The month's place in a count of months. */
const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const atOf = (number: number): number => Date.UTC(Math.floor(number / 12), number % 12)

/** From which month to which: up to this one, from the first self-check on, within what is shown. */
export function spanOf(
  checks: readonly Pick<SelfCheck, 'month'>[],
  month: string,
): { from: number; to: number; ticks: number[] } {
  const last = Math.max(numberOf(month), ...checks.map((check) => numberOf(check.month)))
  const first = Math.min(last, ...checks.map((check) => numberOf(check.month)))
  const from = Math.max(last - monthsShown + 1, Math.min(first, last - fewestMonths + 1))
  const every = last - from < 12 ? 1 : 3
  const ticks: number[] = []
  for (let number = from; number <= last; number++)
    if ((last - number) % every === 0) ticks.push(atOf(number))
  return { from: atOf(from), to: atOf(last), ticks }
}

/**
 * One side's dots, in pieces: neighbouring months belong together, and a month without one is a gap.
 * Where a month has two (one copy of a journal was brought into another), the later one counts.
 */
export function piecesOf(
  checks: readonly Pick<SelfCheck, 'month' | SideName>[],
  side: SideName,
): Point[][] {
  const byMonth = new Map<number, number>()
  for (const check of checks) {
    const score = check[side]
    if (score) byMonth.set(numberOf(check.month), score.mean)
  }
  const pieces: Point[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const [number, mean] of [...byMonth].toSorted(([one], [other]) => one - other)) {
    if (number !== before + 1) pieces.push([])
    pieces.at(-1)?.push({ at: atOf(number), mean })
    before = number
  }
  return pieces
}
