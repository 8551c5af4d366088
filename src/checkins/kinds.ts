/** What there is to answer at the start and the end of a shift. Words for these live in renderer/i18n. */

/** How a check-in came: the agent's own, asked by a reminder, or the rating at a shift's end. */
export const checkInKinds = ['own', 'reminder', 'shift-end'] as const
export type CheckInKind = (typeof checkInKinds)[number]

/** How rested one is, 1 the least. A scale of our own, in words. */
export const restedValues = [1, 2, 3, 4, 5] as const
export type Rested = (typeof restedValues)[number]

/** The two that alternate at a shift's start. */
export const startMoments = ['helped', 'their-side'] as const
export type StartMoment = (typeof startMoments)[number]

export const startSteps = ['rested', 'moment', 'plan', 'done'] as const
export type StartStep = (typeof startSteps)[number]

export const endSteps = ['rating', 'unnoted', 'right', 'recharge', 'plans', 'closing'] as const
export type EndStep = (typeof endSteps)[number]

/** Lull's own things that may do somebody good, to be ticked where no words are kept. */
export const rechargeNames = [
  'walk',
  'music',
  'water',
  'daylight',
  'talk',
  'food',
  'shower',
  'sleep',
] as const
export type RechargeName = (typeof rechargeNames)[number]

export const isRechargeName = (id: string): id is RechargeName =>
  rechargeNames.some((name) => name === id)

export const longestRecharge = 80
export const mostRecharge = 24
/** A line or two about what went right; more belongs into a note. */
export const longestRight = 1000

/** The step after `step` at a shift's start; one that has nothing to show is passed over. */
export function startStepAfter(
  step: StartStep,
  has: { moment: boolean; plan: boolean },
): StartStep {
  const rest = startSteps.slice(startSteps.indexOf(step) + 1)
  return rest.find((next) => (next === 'moment' || next === 'plan' ? has[next] : true)) ?? 'done'
}

/** The step after `step` at a shift's end. The closing line is always last. */
export function endStepAfter(step: EndStep, has: { unnoted: boolean; plans: boolean }): EndStep {
  const rest = endSteps.slice(endSteps.indexOf(step) + 1)
  return (
    rest.find((next) => (next === 'unnoted' || next === 'plans' ? has[next] : true)) ?? 'closing'
  )
}

/** What shift end offers first: the one after the last that was picked, so that each has its turn. */
export function rechargeOffered(ids: readonly string[], last: string | null): string | null {
  const at = last === null ? -1 : ids.indexOf(last)
  return ids[(at + 1) % Math.max(1, ids.length)] ?? null
}
