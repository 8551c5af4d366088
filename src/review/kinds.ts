/** What a look back at a week holds, and what there is to pick. Words for these live in renderer/i18n. */
import { isPauseKind } from '../breathing/kinds.ts'
import { isRechargeName } from '../checkins/kinds.ts'
import { techniqueIds } from '../guidance/guide.ts'
import { isUuidv7 } from '../uuid.ts'

/** The four questions, in their order. Each can be skipped. */
export const weekQuestions = ['helped', 'good', 'mine', 'theirs'] as const
export type WeekQuestion = (typeof weekQuestions)[number]

/** Where the agent is: at a question, at the plan, through, or not this time. */
export const weekSteps = [...weekQuestions, 'plan', 'done', 'left'] as const
export type WeekStep = (typeof weekSteps)[number]

/** What an agent can mostly decide, to be picked where no words are kept, or none come. */
export const mineThings = [
  'breaks',
  'first-sentence',
  'pace',
  'asking',
  'limits',
  'after-work',
] as const
export type MineThing = (typeof mineThings)[number]

/** What isn't the agent's to decide. */
export const theirThings = [
  'how-many',
  'how-long',
  'rules',
  'systems',
  'their-mood',
  'rota',
] as const
export type TheirThing = (typeof theirThings)[number]

/** Each line is a line or two; more belongs into a note. */
export const longestWeekWords = 500
/** So many of what was used are offered: as many as there are digits. */
export const mostUsed = 8

/** The step after `step`; the last ones stay. */
export const weekStepAfter = (step: WeekStep): WeekStep =>
  step === 'done' || step === 'left' ? step : (weekSteps[weekSteps.indexOf(step) + 1] ?? 'done')

/**
 * A pick as text: `technique:boundary`, `pause:box`, `recharge:walk`, `plan:<id>` for what helped;
 * `right:<shift id>`, or `came` without words, for what was good; one of the lists above for the others.
 */
export function isPick(question: WeekQuestion, pick: string): boolean {
  const [kind, id] = parted(pick)
  switch (question) {
    case 'helped':
      if (kind === 'technique') return techniqueIds.some((each) => each === id)
      if (kind === 'pause') return isPauseKind(id)
      if (kind === 'recharge') return isRechargeName(id) || isUuidv7(id)
      return kind === 'plan' && isUuidv7(id)
    case 'good':
      return pick === 'came' || (kind === 'right' && isUuidv7(id))
    case 'mine':
      return isMine(pick)
    case 'theirs':
      return isTheirs(pick)
  }
}

/** What is taken into the next week: a plan, or nothing. */
export const isPlanPick = (pick: string): boolean => {
  const [kind, id] = parted(pick)
  return pick === 'nothing' || (kind === 'plan' && isUuidv7(id))
}

export const isMine = (pick: string): pick is MineThing => mineThings.some((each) => each === pick)
export const isTheirs = (pick: string): pick is TheirThing =>
  theirThings.some((each) => each === pick)

/** `plan:abc` as `plan` and `abc`; an own breathing pattern has colons of its own. */
export function parted(pick: string): [kind: string, id: string] {
  const at = pick.indexOf(':')
  return at < 0 ? ['', pick] : [pick.slice(0, at), pick.slice(at + 1)]
}

/** What can stand on a one-page sheet, ticked one by one. */
export const sheetParts = ['lately', 'weeks', 'situations', 'techniques'] as const
export type SheetPart = (typeof sheetParts)[number]

export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]
