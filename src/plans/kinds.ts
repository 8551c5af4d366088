import { noteTypes, type NoteType } from '../guidance/types.ts'
import { lineProblem } from '../words/line.ts'

/** What a plan may do, in Lull's words; in the order in which they are offered. */
export const planActions = [
  'breathe-out',
  'let-finish',
  'say-back',
  'next-step',
  'ask-time',
  'limit',
  'feet',
  'teammate',
  'hand-over',
] as const
export type PlanAction = (typeof planActions)[number]

/** When a plan comes into play: what happened, by its type, or in the agent's own words. */
export type PlanWhen = { by: 'type'; type: NoteType } | { by: 'words'; words: string }
/** What the agent will do will: one of Lull's, or in the agent's own words. */
export type PlanWill = { by: 'action'; action: PlanAction } | { by: 'words'; words: string }

/** Types that say when; "something else" doesn't. */
export const situationTypes: readonly NoteType[] = noteTypes.filter((type) => type !== 'other')

/** What became of a plan in a shift, as the agent marks it. */
export const planMarks = ['used', 'not-used', 'no-occasion'] as const
export type PlanMark = (typeof planMarks)[number]

/** More plans than this in use are none: one can't keep them in mind. */
export const mostActive = 3
export const longestPlanWords = 120

/** What is wrong with own words in a plan, or null. */
export const planWordsProblem = (words: string) => lineProblem(words, longestPlanWords)

/** What a plan made right after a note offers, by what happened; nothing where there is no situation. */
export const actionsFor: Readonly<Record<NoteType, readonly PlanAction[]>> = {
  angry: ['breathe-out', 'let-finish', 'say-back', 'limit'],
  'nothing-right': ['say-back', 'next-step', 'breathe-out', 'ask-time'],
  bargaining: ['limit', 'next-step', 'ask-time', 'teammate'],
  right: ['let-finish', 'next-step', 'say-back', 'ask-time'],
  blaming: ['next-step', 'say-back', 'breathe-out', 'let-finish'],
  'wanted-manager': ['hand-over', 'teammate', 'ask-time', 'next-step'],
  good: ['breathe-out', 'say-back', 'next-step', 'teammate'],
  disproportionate: ['let-finish', 'breathe-out', 'say-back', 'next-step'],
  doubted: ['feet', 'next-step', 'say-back', 'hand-over'],
  // No lesson after these (design.md, "Against brooding" 6).
  abusive: [],
  distress: [],
  other: [],
}
