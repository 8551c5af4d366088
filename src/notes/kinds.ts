/** What can be said of a note later, when there is time. All of it is optional. */
import type { TechniqueId } from '../guidance/guide.ts'
import { works, type Work } from '../settings/choices.ts'

/** Through which channel it came. */
export const channels = works
export type Channel = Work

/** What set it off, as far as it was plain: things that happened, not people. */
export const triggers = [
  'late',
  'long-wait',
  'fault',
  'expectation',
  'information',
  'unfair',
  'policy',
  'bad-day',
] as const
export type Trigger = (typeof triggers)[number]

/** The agent's own verdict on what they did. */
export const verdicts = ['used', 'helped', 'didnt-help'] as const
export type Verdict = (typeof verdicts)[number]

export const outcomes = [
  'solved',
  'alternative',
  'escalated',
  'handed-over',
  'ended-by-me',
  'turned-around',
] as const
export type Outcome = (typeof outcomes)[number]

export const reactions = ['calm', 'agitated', 'tearful', 'went-blank', 'other'] as const
export type Reaction = (typeof reactions)[number]

/** Words for a feeling, in two steps: roughly, and then nearer. A rough one is an answer too. */
export const feelings = {
  light: ['calm', 'relieved', 'glad', 'thankful', 'proud'],
  heated: ['annoyed', 'angry', 'offended', 'fed-up'],
  tense: ['rushed', 'worried', 'startled', 'afraid'],
  low: ['sad', 'disappointed', 'alone', 'helpless'],
  tired: ['drained', 'flat', 'numb'],
  mixed: ['surprised', 'puzzled', 'torn'],
} as const
export type FeelingFamily = keyof typeof feelings
export type Feeling = FeelingFamily | (typeof feelings)[FeelingFamily][number]

const isFamily = (text: string): text is FeelingFamily => Object.hasOwn(feelings, text)
export const feelingFamilies: readonly FeelingFamily[] = Object.keys(feelings).filter(isFamily)
/** Every answer, rough and near. */
export const feelingWords: readonly Feeling[] = feelingFamilies.flatMap((family) => [
  family,
  ...feelings[family],
])
/** The rough word that a word belongs to: itself, for a rough one. */
export function familyOf(feeling: Feeling): FeelingFamily {
  const found = feelingFamilies.find((family) =>
    [family, ...feelings[family]].some((each) => each === feeling),
  )
  if (found === undefined) throw new RangeError(`${feeling} is no word for a feeling`)
  return found
}

/** Longest that a call can have been; more is a slip of the hand. */
export const mostMinutes = 999

/** Everything but words. Null or an empty list is "not said". */
export interface Details {
  channel: Channel | null
  minutes: number | null
  triggers: readonly Trigger[]
  techniques: readonly { technique: TechniqueId; verdict: Verdict }[]
  outcome: Outcome | null
  reaction: Reaction | null
  /** How pleasant it felt, 0 to 100; null until it was touched. */
  pleasant: number | null
  /** How stirred up one was, 0 to 100; null until it was touched. */
  stirred: number | null
  feeling: Feeling | null
}

export const noDetails: Details = {
  channel: null,
  minutes: null,
  triggers: [],
  techniques: [],
  outcome: null,
  reaction: null,
  pleasant: null,
  stirred: null,
  feeling: null,
}

/** Whether anything was said. */
export const saysAnything = (details: Details): boolean =>
  Object.values(details).some((said) => (Array.isArray(said) ? said.length > 0 : said !== null))
