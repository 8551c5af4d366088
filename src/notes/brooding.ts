/**
 * The rules against brooding, in one place (design.md, "Against brooding"). Each is a pure function
 * with a test that fails without it; the note's flow, Today and the pages after a shift ask here.
 */
import { isLullType, type Difficulty, type TypeId } from '../guidance/types.ts'
import type { Gap, Work } from '../settings/choices.ts'

/** What a hard note may ask once, or offer instead of asking. None of them asks for causes. */
export const asks = ['teammate', 'right', 'pause'] as const
export type Ask = (typeof asks)[number]

export interface Event {
  difficulty: Difficulty | null
  /** One of Lull's own types, or one that the agent made: only Lull's own are known here. */
  type: TypeId | null
}

/**
 * `heavy`: abuse or distress, which get a line and three doors: no question, no lesson. `hard`: 4 or 5.
 * Everything else is `plain`.
 */
export type Path = 'plain' | 'hard' | 'heavy'

/** What isn't hard but heavy: no question, no lesson, and nothing that looks back on the next shift. */
export const heavyTypes = ['abusive', 'distress'] as const
export type HeavyType = (typeof heavyTypes)[number]
export const isHeavy = (type: TypeId | null): type is HeavyType =>
  heavyTypes.some((heavy) => heavy === type)

export function pathOf({ difficulty, type }: Event): Path {
  if (isHeavy(type)) return 'heavy'
  return difficulty !== null && difficulty >= 4 ? 'hard' : 'plain'
}

export interface Moment {
  work: Work | null
  gap: Gap | null
  callRuns: boolean
}

/**
 * Whether there is time for one question before the next call. Not while a call runs, and not where
 * 15 s are usual: the note itself takes about ten. With 45 s a question still fits, so what nobody
 * said counts as that; chat, e-mail and visits have no gap that was asked for.
 */
export function gapIsLikely({ work, gap, callRuns }: Moment): boolean {
  const calls = work === null || work === 'calls'
  return !callRuns && !(calls && gap === '15s')
}

/** A hard note that was asked something, and whether words came. */
export interface Asked {
  asked: Ask
  answered: boolean
}

/**
 * What the next hard note asks; `before` is newest first. The two questions take turns. Where the last
 * two were both left without words a pause is offered instead, once, and then the turns go on.
 */
export function nextAsk(before: readonly Asked[]): Ask {
  const [last, oneBefore] = before
  const left = (one: Asked | undefined) => one && one.asked !== 'pause' && !one.answered
  if (left(last) && left(oneBefore)) return 'pause'
  const question = before.find(({ asked }) => asked !== 'pause')?.asked
  return question === 'teammate' ? 'right' : 'teammate'
}

/** At most one look back an event: what was asked of it stays, and nothing is asked after it. */
export function lookBack(event: Event & { asked: Ask | null }, ask: Ask | null): Ask | null {
  return pathOf(event) === 'hard' ? (event.asked ?? ask) : null
}

/** Where a hard entry can lead when it ends; drawn in `Onward`. */
export type StepOnward = 'pause' | 'talk' | 'plan'

/** Whether a plan can be made of it: its type says when ("if a caller shouts"). */
const mayPlan = (type: TypeId | null): boolean =>
  type !== null && isLullType(type) && type !== 'other'

/** What a hard entry ends on, chosen or skipped; a plain one just ends. The likeliest comes first. */
export function stepsOnward(event: Event): readonly StepOnward[] {
  switch (pathOf(event)) {
    case 'plain':
      return []
    case 'hard':
      return mayPlan(event.type) ? ['pause', 'talk', 'plan'] : ['pause', 'talk']
    case 'heavy':
      return ['talk', 'pause']
  }
}

/** How long after the first letter the line comes: our choice, not a finding. */
export const stopAfterMs = 90_000

/**
 * Whether "You can stop here. It's kept." is said now: once a note, not before its time, only where
 * the agent lets it, and only while every word of it is on the disk.
 */
export const stopLineIsDue = (now: {
  writingMs: number
  kept: boolean
  said: boolean
  on: boolean
}): boolean => now.on && !now.said && now.kept && now.writingMs >= stopAfterMs

/**
 * Whether an entry may be named outside the journal on its own: a good call that wasn't hard, and
 * nothing else. A hard one is met only where the agent opens it.
 */
export const mayComeUp = (event: Event): boolean =>
  event.type === 'good' && pathOf(event) === 'plain'
