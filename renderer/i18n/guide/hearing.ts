import { msg } from '@lingui/core/macro'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type { TechniqueWords } from './text.ts'

type Hearing = Extract<
  TechniqueId,
  | 'listen'
  | 'paraphrase'
  | 'their-side'
  | 'name-the-feeling'
  | 'without-words'
  | 'stay-calm'
  | 'ask'
  | 'personalise'
>

/** Taking in what is there, before anything is solved. */
export const hearing: Record<Hearing, TechniqueWords> = {
  listen: {
    name: {
      calls: msg`Listen with all of you`,
      messages: msg`Read with all of you`,
      email: msg`Read with all of you`,
      'in-person': msg`Listen with all of you`,
    },
    point: msg`Whoever is heard to the end has less to repeat. It is the shortest way, though it doesn’t feel so.`,
    how: [
      {
        calls: msg`Hands off the keyboard for the first half minute.`,
        messages: msg`Read all that they wrote before you begin to type.`,
        email: msg`Read it to the end once before you look for the answer.`,
        'in-person': msg`Put down what you hold, and look at them.`,
      },
      {
        calls: msg`Small signs that you are there: “yes”, “I see”, “go on”.`,
        messages: msg`A short sign that you are there: “I’m reading, one moment.”`,
        email: msg`Mark each thing that they ask for. Answer each one.`,
        'in-person': msg`Small signs that you are there: a nod, “I see”.`,
      },
      msg`Wait one breath after their last word. Often the real thing comes then.`,
    ],
    pitfall: msg`A “but” right after. It takes back all that you heard.`,
    says: [msg`Go on, I’m with you.`, msg`Tell me from the start.`],
  },
  paraphrase: {
    name: msg`Say it back`,
    point: msg`Put their concern into your own words, so that both of you know it is the same one.`,
    how: [
      msg`One sentence: what happened, and what it means for them.`,
      msg`End with a check, and take the correction gladly.`,
      msg`Leave out your own view of it.`,
    ],
    pitfall: msg`Parroting. The same words back sound like a machine.`,
    says: [
      msg`If I have it right, you paid twice and now the rent is at risk.`,
      msg`Did I leave anything out?`,
    ],
  },
  'their-side': {
    name: msg`See it from their side`,
    point: msg`For one moment, ask yourself what you would want in their place. The answer is often small and easy to give.`,
    how: [
      msg`Picture the minute before they got in touch: the queue, the child, the letter.`,
      msg`Name the part that you would mind too.`,
      msg`Then go back to your own place. You needn’t stay over there.`,
    ],
    pitfall: msg`Using it to excuse abuse. It is for the upset, not for the insult.`,
    says: [msg`I’d want that sorted out before the weekend too.`],
  },
  'name-the-feeling': {
    name: msg`Name the feeling`,
    point: msg`A feeling that somebody has noticed no longer has to shout.`,
    how: [
      msg`Guess gently: “it sounds”, “I imagine”. They may put it right.`,
      msg`Say that it makes sense, given what happened.`,
      msg`Then stop, and let it settle before you solve.`,
    ],
    pitfall: msg`Telling them to calm down, or how they feel.`,
    says: [
      msg`That sounds really frustrating.`,
      msg`I imagine that was worrying, with no news for a week.`,
    ],
  },
  'without-words': {
    name: msg`Show it without words`,
    point: {
      calls: msg`Your voice carries what your face does. A smile can be heard, and so can a sigh.`,
      messages: msg`Your pace and your line breaks are your face here. They are read before the words.`,
      email: msg`The shape of a message is its face: short paragraphs, a name at the top, space.`,
      'in-person': msg`Your face and hands are read before your words are heard.`,
    },
    how: [
      {
        calls: msg`Sit up, shoulders low. It opens the voice.`,
        messages: msg`Two short lines in place of one long block.`,
        email: msg`One thought a paragraph. The next step on a line of its own.`,
        'in-person': msg`Stand at an angle, shoulders low, hands in view.`,
      },
      {
        calls: msg`Match their pace for a moment, then slow down.`,
        messages: msg`Answer as formally as they write, and a little more warmly.`,
        email: msg`Greet and sign with names, also when they don’t.`,
        'in-person': msg`Nod while they speak. Look away now and then; staring is heavy.`,
      },
    ],
    pitfall: {
      calls: msg`Smiling while they are angry. It sounds like a smirk.`,
      messages: msg`A smiley while they are angry. It reads like a smirk.`,
      email: msg`A cheerful closing line under a complaint. It reads like a smirk.`,
      'in-person': msg`Smiling while they are angry. It looks like a smirk.`,
    },
    says: [msg`I’m glad you told us.`],
  },
  'stay-calm': {
    name: msg`Stay calm and neutral`,
    point: msg`Your calm is catching, as their heat is. It also keeps your own head clear.`,
    how: [
      msg`One slow breath out before you answer. Nobody notices.`,
      msg`Both feet on the floor, jaw loose.`,
      {
        calls: msg`Lower and slower than they are, by a little.`,
        messages: msg`Type it, read it once, then send it.`,
        email: msg`Write it, wait two minutes, then send it.`,
        'in-person': msg`Lower and slower than they are, by a little.`,
      },
      msg`Keep to facts and next steps. You can be warm without agreeing.`,
    ],
    pitfall: msg`Giving the heat back, or sounding strict to get respect.`,
    says: [msg`Let’s go through it step by step.`, msg`Give me a moment to look that up properly.`],
  },
  ask: {
    name: msg`Ask, don’t assume`,
    point: msg`An open question before any solution saves the wrong solution.`,
    how: [
      msg`Begin with “what” or “how”.`,
      msg`One question at a time.`,
      msg`Ask what a good end would look like for them.`,
    ],
    pitfall: msg`Guessing what they are after, and answering that.`,
    says: [msg`What happened right before that?`, msg`What would be a good way out for you?`],
  },
  personalise: {
    name: msg`Speak to this one person`,
    point: msg`Their history and their mood are in front of you. Using a little of both shows that they aren’t a number.`,
    how: [
      msg`Use their name once, early.`,
      msg`Mention one thing from their history that matters here.`,
      msg`Short with those in a hurry, roomy with those who aren’t.`,
    ],
    pitfall: msg`One script for everybody, read aloud.`,
    says: [msg`I see that you wrote to us about this in May. Let’s finish it today.`],
  },
}
