import { msg } from '@lingui/core/macro'
import type { GuidePageId } from '../../../src/guidance/guide.ts'
import type { PageWords } from './text.ts'

type Afterwards = Extract<GuidePageId, 'restore' | 'afterwards' | 'disagree'>

/** When it is over: what restores, one look back, and what the sources don't agree on. */
export const afterwards: Record<Afterwards, PageWords> = {
  restore: {
    name: msg`What restores`,
    point: msg`Before, in between and afterwards. Small and often works better than rarely and long.`,
    sections: [
      {
        heading: msg`Breathe`,
        look: 'points',
        texts: [
          msg`Before: one slow breath as you reach for the next one.`,
          msg`During: breathe out before you answer.`,
          msg`After: a pause from the tray, ten seconds or a minute.`,
        ],
      },
      {
        heading: msg`Notice`,
        look: 'points',
        texts: [
          msg`One sound, then a softer one behind it.`,
          msg`The weight of your hands.`,
          msg`It is all right if thoughts come. Notice them, and come back to the sound.`,
        ],
      },
      {
        heading: msg`Move`,
        look: 'points',
        texts: [
          msg`Stand up, stretch, walk to the window.`,
          msg`After work: anything that makes you a little warm.`,
        ],
      },
      {
        heading: msg`Enjoy`,
        look: 'text',
        texts: [
          msg`Keep a short list of things that do you good, five minutes and an hour long, and choose from it when you are too tired to think of one.`,
        ],
      },
    ],
  },
  afterwards: {
    name: msg`After a hard one`,
    point: msg`One look back, then one step on. Going over it again and again is what makes it stay.`,
    sections: [
      {
        heading: msg`One look back`,
        look: 'steps',
        texts: [
          msg`Breathe first. The look back can wait until the end of the shift.`,
          msg`Imagine a teammate had it. What would you tell them?`,
          msg`One thing that worked, and one that you would try another way.`,
          msg`Then do something with your hands, or go to the next one.`,
        ],
      },
      {
        heading: msg`What it can give you`,
        look: 'text',
        texts: [
          msg`A hard one that you got through can teach something, and sometimes the bond is stronger afterwards than before. Sometimes it is just over, and that is fine too.`,
          msg`This isn’t for abuse. From abuse you don’t have to learn anything.`,
        ],
      },
      {
        heading: msg`Note it, if you like`,
        look: 'text',
        texts: [
          msg`A number and a type take two keys. A few words, where your desk allows them, about what worked. Then it is kept, and you needn’t keep it in your head.`,
        ],
      },
    ],
  },
  disagree: {
    name: msg`Where advice disagrees`,
    point: msg`This guide was drawn from several articles for people who serve customers. On two points they don’t agree.`,
    sections: [
      {
        heading: msg`Bringing in somebody else`,
        look: 'text',
        texts: [
          msg`Some say: involve others early, it gets people help sooner. Others say: being passed on feels like being passed around.`,
          msg`Our reading: both are true. Pass it on early and once, with the story told, and stay until it has arrived.`,
        ],
      },
      {
        heading: msg`Keeping the customer happy`,
        look: 'text',
        texts: [
          msg`One article says that customers are to be kept happy. The same one asks for limits when it comes to abuse.`,
          msg`Our reading: nobody’s happiness is bought with your dignity.`,
        ],
      },
      {
        heading: msg`What this guide is`,
        look: 'text',
        texts: [
          msg`Advice from people who have done this work, in our words. Most of it hasn’t been put to the test in a study. Where your workplace has rules, they come first.`,
        ],
      },
    ],
  },
}
