import { itemsOf, steps, topStep, type Answers, type SideName, type Step } from './items.ts'

export interface SideScore {
  /** The mean of what was answered, 0 (never) to 4 (always). */
  mean: number
  /** How many of its items were answered. */
  answered: number
}

/**
 * What a side comes to: the mean of its answered items, on the scale that they were answered on. Null
 * where fewer than half were: 4 of the 7 on work, 3 of the 6 on customers. No item is reversed and none
 * weighs more than another.
 *
 * Worked by hand: work answered 1 2 2 3 0 4 2 is 14 / 7 = 2 ("sometimes"); customers answered 3 3 2 and
 * three left out is 8 / 3 = 2.67, of 3 answered.
 */
export function sideOf(side: SideName, answers: Answers): SideScore | null {
  const given = answersOf(side, answers)
  if (given.length < itemsOf[side].length / 2) return null
  return {
    mean: given.reduce<number>((sum, value) => sum + value, 0) / given.length,
    answered: given.length,
  }
}

const answersOf = (side: SideName, answers: Answers): Step[] =>
  itemsOf[side].flatMap((item) => answers[item] ?? [])

/** A place on the answer scale, to be said in words. */
export type Place =
  | { kind: 'at'; step: Step }
  /** Between this step and the next. */
  | { kind: 'between'; low: Step; high: Step }

/** So near a step, a mean is that step in words. Our own choice: a seventh of a step is one answer. */
const near = 0.2

/** Where a mean of 0 to 4 lies: at a step, where it is within a fifth of one, else between two. */
export function placeOf(mean: number): Place {
  const at = stepAt(Math.round(mean))
  if (Math.abs(mean - at) <= near) return { kind: 'at', step: at }
  return { kind: 'between', low: stepAt(Math.floor(mean)), high: stepAt(Math.ceil(mean)) }
}

const stepAt = (value: number): Step =>
  steps.find((step) => step === value) ?? (value < 0 ? 0 : topStep)

/** Whether a side is answered, and every answer on it is at the top. */
export const isAtTheTop = (side: SideName, answers: Answers): boolean =>
  sideOf(side, answers) !== null && answersOf(side, answers).every((value) => value === topStep)

/** The lowest and the highest of earlier means; null where there is none. */
export function rangeOf(means: readonly number[]): { low: number; high: number } | null {
  return means.length === 0 ? null : { low: Math.min(...means), high: Math.max(...means) }
}
