/** What the demo's agent says of some notes later, in the train home. */
import { techniquesFor } from '../../src/guidance/guide.ts'
import type { Difficulty, NoteType } from '../../src/guidance/types.ts'
import {
  noDetails,
  type Details,
  type Feeling,
  type Outcome,
  type Reaction,
  type Trigger,
  type Verdict,
} from '../../src/notes/kinds.ts'
import type { Instant } from '../../src/ports.ts'
import { chanceFrom, type Chance } from './chance.ts'

export interface SaidLater {
  details: Details
  nextTime: string
}

const triggers: readonly (readonly [Trigger, number])[] = [
  ['late', 5],
  ['long-wait', 5],
  ['fault', 4],
  ['information', 3],
  ['policy', 3],
  ['expectation', 2],
  ['unfair', 2],
  ['bad-day', 1],
]
const verdicts: readonly (readonly [Verdict, number])[] = [
  ['helped', 6],
  ['used', 3],
  ['didnt-help', 2],
]
const outcomes: readonly (readonly [Outcome, number])[] = [
  ['solved', 5],
  ['alternative', 3],
  ['escalated', 2],
  ['handed-over', 1],
  ['turned-around', 2],
]
const reactions: readonly (readonly [Reaction, number])[] = [
  ['calm', 4],
  ['agitated', 3],
  ['went-blank', 1],
  ['tearful', 1],
]
const hardFeelings: readonly (readonly [Feeling, number])[] = [
  ['drained', 3],
  ['annoyed', 3],
  ['tense', 2],
  ['worried', 1],
  ['relieved', 2],
]
const goodFeelings: readonly (readonly [Feeling, number])[] = [
  ['glad', 3],
  ['thankful', 2],
  ['calm', 2],
  ['proud', 1],
]
const nextTimes = [
  'Say the date before they ask.',
  'One sentence less, one pause more.',
  'Ask what matters most first.',
  'Hand over sooner.',
  'Write it down while they talk.',
  'Breathe out before the answer.',
]

/** Of about one note in four. A chance of its own, so that what else happens doesn't hang on it. */
export function saidLater(
  at: Instant,
  note: { difficulty: Difficulty; type: NoteType },
  work: 'calls' | 'messages',
): SaidLater | null {
  const chance = chanceFrom(at + 1)
  if (!chance.is(0.25)) return null
  const good = note.type === 'good'
  const heavy = note.type === 'abusive' || note.type === 'distress'
  const details: Details = {
    ...noDetails,
    channel: work,
    minutes: chance.between(2, good ? 12 : 35),
    triggers: good || heavy ? [] : [chance.pick(triggers)],
    techniques: techniquesFor[note.type]
      .slice(0, 3)
      .flatMap((technique) =>
        chance.is(0.55) ? { technique, verdict: good ? 'helped' : chance.pick(verdicts) } : [],
      ),
    outcome: note.type === 'abusive' ? 'ended-by-me' : good ? 'solved' : chance.pick(outcomes),
    reaction: good ? 'calm' : chance.pick(reactions),
    pleasant: inHundred((good ? 78 : 62 - 10 * note.difficulty) + 12 * chance.normal()),
    stirred: inHundred((good ? 30 : 20 + 12 * note.difficulty) + 12 * chance.normal()),
    feeling: chance.pick(good ? goodFeelings : hardFeelings),
  }
  return { details, nextTime: good || heavy || !chance.is(0.4) ? '' : oneOf(nextTimes, chance) }
}

const inHundred = (value: number): number => Math.min(100, Math.max(0, Math.round(value)))
const oneOf = (texts: readonly string[], chance: Chance): string =>
  texts[chance.between(0, texts.length - 1)] ?? ''
