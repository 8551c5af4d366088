import { msg } from '@lingui/core/macro'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type { Work } from '../../../src/settings/choices.ts'
import { say, type Text } from '../guide/text.ts'

const listen = msg`Listen with all of you`
const read = msg`Read with all of you`

/** A technique on one line after a note: its name as the guide has it (by test), and its point. */
const cards: Record<TechniqueId, { name: Text; line: Text }> = {
  listen: {
    name: { calls: listen, messages: read, email: read, 'in-person': listen },
    line: msg`Whoever is heard to the end has less to repeat.`,
  },
  paraphrase: { name: msg`Say it back`, line: msg`Their concern in your words, in one sentence.` },
  'their-side': {
    name: msg`See it from their side`,
    line: msg`What would you want now, in their place?`,
  },
  'name-the-feeling': {
    name: msg`Name the feeling`,
    line: msg`A feeling that was noticed no longer has to shout.`,
  },
  'without-words': {
    name: msg`Show it without words`,
    line: {
      calls: msg`A smile can be heard.`,
      messages: msg`Your pace is read before your words.`,
      email: msg`Short paragraphs, a name at the top, space.`,
      'in-person': msg`Face and hands are read before words are heard.`,
    },
  },
  'own-the-problem': {
    name: msg`Take the problem on`,
    line: msg`Say that it is real, and that you will act.`,
  },
  'stay-calm': { name: msg`Stay calm and neutral`, line: msg`Your calm is catching.` },
  'apologise-once': {
    name: msg`Apologise once`,
    line: msg`Once, and meant. It doesn’t say that you did it.`,
  },
  'plain-words': { name: msg`Plain words that open`, line: msg`Say what can be done.` },
  ask: { name: msg`Ask, don’t assume`, line: msg`One open question before any solution.` },
  alternative: {
    name: msg`Offer another way, and give the reason`,
    line: msg`A limit with something beside it is easier to accept.`,
  },
  involve: {
    name: msg`Make them part of the fix`,
    line: msg`People hold to what they decided themselves.`,
  },
  'keep-informed': { name: msg`Keep them informed`, line: msg`“No news yet” is news.` },
  'check-it-landed': {
    name: msg`Check that it landed`,
    line: msg`What was said and what was understood may be two things.`,
  },
  boundary: {
    name: msg`Set a boundary`,
    line: msg`It says what you will do, not what they are.`,
  },
  escalate: { name: msg`Pass it up`, line: msg`A tool to help faster. It isn’t a defeat.` },
  'hand-over': {
    name: msg`Hand over to a colleague`,
    line: msg`A fresh start, for them and for you.`,
  },
  personalise: {
    name: msg`Speak to this one person`,
    line: msg`A little of their history shows that they aren’t a number.`,
  },
  'leave-blame-out': {
    name: msg`Leave blame out`,
    line: msg`The problem first. Who did it can wait.`,
  },
}

export const cardName = (id: TechniqueId, work: Work): string => say(cards[id].name, work)
export const cardLine = (id: TechniqueId, work: Work): string => say(cards[id].line, work)
