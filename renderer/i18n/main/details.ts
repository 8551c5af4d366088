import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type {
  Channel,
  Feeling,
  FeelingFamily,
  Outcome,
  Reaction,
  Trigger,
  Verdict,
} from '../../../src/notes/kinds.ts'
import type { Work } from '../../../src/settings/choices.ts'

const channels: Record<Channel, MessageDescriptor> = {
  calls: msg`Call`,
  messages: msg`Chat`,
  email: msg`E-mail`,
  'in-person': msg`In person`,
}

const triggers: Record<Trigger, MessageDescriptor> = {
  late: msg`Late delivery or order`,
  'long-wait': msg`A long wait`,
  fault: msg`A fault in the product`,
  expectation: msg`They expected something else`,
  information: msg`Information missing or at odds`,
  unfair: msg`It felt unfair to them`,
  policy: msg`The rules said no`,
  'bad-day': msg`A bad day`,
}

/** As the guide names them (a test holds them to it); the guide's own words aren't loaded here. */
const techniques: Record<TechniqueId, MessageDescriptor | Record<Work, MessageDescriptor>> = {
  listen: {
    calls: msg`Listen with all of you`,
    messages: msg`Read with all of you`,
    email: msg`Read with all of you`,
    'in-person': msg`Listen with all of you`,
  },
  paraphrase: msg`Say it back`,
  'their-side': msg`See it from their side`,
  'name-the-feeling': msg`Name the feeling`,
  'without-words': msg`Show it without words`,
  'own-the-problem': msg`Take the problem on`,
  'stay-calm': msg`Stay calm and neutral`,
  'apologise-once': msg`Apologise once`,
  'plain-words': msg`Plain words that open`,
  ask: msg`Ask, don’t assume`,
  alternative: msg`Offer another way, and give the reason`,
  involve: msg`Make them part of the fix`,
  'keep-informed': msg`Keep them informed`,
  'check-it-landed': msg`Check that it landed`,
  boundary: msg`Set a boundary`,
  escalate: msg`Pass it up`,
  'hand-over': msg`Hand over to a colleague`,
  personalise: msg`Speak to this one person`,
  'leave-blame-out': msg`Leave blame out`,
}

const verdicts: Record<Verdict, MessageDescriptor> = {
  used: msg`used`,
  helped: msg`helped`,
  'didnt-help': msg`didn’t help`,
}

const outcomes: Record<Outcome, MessageDescriptor> = {
  solved: msg`Solved`,
  alternative: msg`Another way found`,
  escalated: msg`Passed up`,
  'handed-over': msg`Handed over`,
  'ended-by-me': msg`Ended by me`,
  'turned-around': msg`Turned around`,
}

const reactions: Record<Reaction, MessageDescriptor> = {
  calm: msg`I stayed calm`,
  agitated: msg`I got agitated`,
  tearful: msg`I was close to tears`,
  'went-blank': msg`I went blank`,
  other: msg`Something else`,
}

const feelings: Record<Feeling, MessageDescriptor> = {
  light: msg`light`,
  calm: msg`calm`,
  relieved: msg`relieved`,
  glad: msg`glad`,
  thankful: msg`thankful`,
  proud: msg`proud`,
  heated: msg`heated`,
  annoyed: msg`annoyed`,
  angry: msg`angry`,
  offended: msg`offended`,
  'fed-up': msg`fed up`,
  tense: msg`tense`,
  rushed: msg`rushed`,
  worried: msg`worried`,
  startled: msg`startled`,
  afraid: msg`afraid`,
  low: msg`low`,
  sad: msg`sad`,
  disappointed: msg`disappointed`,
  alone: msg`alone`,
  helpless: msg`helpless`,
  tired: msg`tired`,
  drained: msg`drained`,
  flat: msg`flat`,
  numb: msg`numb`,
  mixed: msg`mixed`,
  surprised: msg`surprised`,
  puzzled: msg`puzzled`,
  torn: msg`torn`,
}

export const channelName = (channel: Channel): string => i18n._(channels[channel])
export const triggerName = (trigger: Trigger): string => i18n._(triggers[trigger])
export function techniqueName(technique: TechniqueId, work: Work): string {
  const name = techniques[technique]
  return i18n._('calls' in name ? name[work] : name)
}
export const verdictName = (verdict: Verdict): string => i18n._(verdicts[verdict])
export const outcomeName = (outcome: Outcome): string => i18n._(outcomes[outcome])
export const reactionName = (reaction: Reaction): string => i18n._(reactions[reaction])
export const feelingName = (feeling: Feeling | FeelingFamily): string => i18n._(feelings[feeling])

/** A place on the way from unpleasant to pleasant, 0 to 100, in words. */
export const pleasantWords = (value: number): string => i18n._(fifthOf(pleasant, value))
/** A place on the way from quiet to stirred up, 0 to 100, in words. */
export const stirredWords = (value: number): string => i18n._(fifthOf(stirred, value))

type Fifths = readonly [
  MessageDescriptor,
  MessageDescriptor,
  MessageDescriptor,
  MessageDescriptor,
  MessageDescriptor,
]
const pleasant: Fifths = [
  msg`very unpleasant`,
  msg`rather unpleasant`,
  msg`neither the one nor the other`,
  msg`rather pleasant`,
  msg`very pleasant`,
]
const stirred: Fifths = [
  msg`very quiet`,
  msg`rather quiet`,
  msg`in between`,
  msg`rather stirred up`,
  msg`very stirred up`,
]
const fifthOf = (words: Fifths, value: number): MessageDescriptor =>
  words[Math.min(4, Math.floor(value / 20))] ?? words[2]
