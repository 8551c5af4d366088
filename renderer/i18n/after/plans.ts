import { msg, t } from '@lingui/core/macro'
import type { Plan } from '../../../src/contract.ts'
import type { NoteType } from '../../../src/guidance/types.ts'
import type { PlanAction } from '../../../src/plans/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { say, type Text } from '../guide/text.ts'

/** What follows "If", by what happened. */
const situations: Record<NoteType, Text> = {
  angry: {
    calls: msg`a caller shouts`,
    messages: msg`a chat turns angry`,
    email: msg`an angry message comes in`,
    'in-person': msg`somebody raises their voice at me`,
  },
  'nothing-right': msg`nothing is right for them`,
  bargaining: msg`they go on bargaining after my answer`,
  right: msg`they are upset and they are right`,
  blaming: msg`it turns into who said what`,
  'wanted-manager': msg`they ask for a manager`,
  abusive: {
    calls: msg`a caller insults me`,
    messages: msg`a message insults me`,
    email: msg`a message insults me`,
    'in-person': msg`somebody insults me`,
  },
  good: {
    calls: msg`a call goes well`,
    messages: msg`a chat goes well`,
    email: msg`a message does me good`,
    'in-person': msg`a visit goes well`,
  },
  disproportionate: msg`a small thing becomes a storm`,
  doubted: msg`they doubt what I say`,
  distress: msg`somebody is in distress`,
  other: msg`something is hard`,
}

/** What follows "then I", in Lull's words. */
const actions: Record<PlanAction, Text> = {
  'breathe-out': msg`breathe out slowly once, and answer then`,
  'let-finish': {
    calls: msg`hear them to the end before I answer`,
    messages: msg`read it to the end before I type`,
    email: msg`read it to the end before I type`,
    'in-person': msg`hear them to the end before I answer`,
  },
  'say-back': {
    calls: msg`say back in one sentence what I understood`,
    messages: msg`write back in one sentence what I understood`,
    email: msg`write back in one sentence what I understood`,
    'in-person': msg`say back in one sentence what I understood`,
  },
  'next-step': msg`name the one next step`,
  'ask-time': {
    calls: msg`ask for a minute to look into it`,
    messages: msg`wait two minutes before I answer`,
    email: msg`wait two minutes before I answer`,
    'in-person': msg`ask for a minute to look into it`,
  },
  limit: msg`name my limit once, calmly`,
  feet: msg`feel both feet on the floor and drop my shoulders`,
  teammate: msg`ask a teammate to join early`,
  'hand-over': msg`hand over, where my rules allow it`,
}

export const situationWords = (type: NoteType, work: Work): string => say(situations[type], work)
export const actionWords = (action: PlanAction, work: Work): string => say(actions[action], work)

/** What stands after "If"; null where it is the agent's own words, and those are off at this desk. */
export function ifWords(plan: Pick<Plan, 'when'>, work: Work): string | null {
  const { when } = plan
  return when.by === 'type' ? situationWords(when.type, work) : own(when.words)
}

/** What stands after "then I"; null as in `ifWords`. */
export function thenWords({ will }: Pick<Plan, 'will'>, work: Work): string | null {
  return will.by === 'action' ? actionWords(will.action, work) : own(will.words)
}

/** The whole plan in one sentence. */
export function planSentence(plan: Pick<Plan, 'when' | 'will'>, work: Work): string {
  const situation = ifWords(plan, work)
  const action = thenWords(plan, work)
  if (situation !== null && action !== null) return t`If ${situation}, then I ${action}.`
  if (situation !== null) return t`If ${situation}: your own words aren’t shown at this desk.`
  return t`A plan of yours. Its words aren’t shown at this desk.`
}

/** Words that run from right to left keep to their own part of the sentence. */
const own = (words: string | null): string | null =>
  words !== null && /[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(words)
    ? `\u2068${words}\u2069`
    : words
