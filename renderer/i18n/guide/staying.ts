import { msg } from '@lingui/core/macro'
import type { GuidePageId } from '../../../src/guidance/guide.ts'
import type { PageWords } from './text.ts'

type Staying = Extract<
  GuidePageId,
  'stay-or-hand-over' | 'go-blank' | 'not-personal' | 'escalation' | 'peaks'
>

/** Yourself in the middle of it: whether to stay, what your body does, where there is support. */
export const staying: Record<Staying, PageWords> = {
  'stay-or-hand-over': {
    name: msg`When to stay, when to hand over`,
    point: msg`Staying is a skill, and handing over is one too. Both are yours to choose.`,
    sections: [
      {
        heading: msg`Stay, when`,
        look: 'points',
        texts: [
          msg`it is unpleasant, but about the matter,`,
          msg`you still have something to offer,`,
          msg`you can hear them and still feel your feet on the floor.`,
        ],
      },
      {
        heading: msg`Hand over, when`,
        look: 'points',
        texts: [
          msg`it has turned from the matter to you,`,
          msg`you notice that you only act friendly, and it is getting thin,`,
          msg`you have offered everything twice,`,
          msg`you aren’t safe, or somebody else isn’t.`,
        ],
      },
      {
        heading: msg`A middle way`,
        look: 'text',
        texts: [
          msg`Staying away from every hard one makes the next one bigger. Staying in every one wears you out. If you are unsure, give it one more honest try, and hand over after that.`,
          msg`A fresh start with somebody else is better for them than niceness that cracks.`,
        ],
      },
      {
        heading: msg`How to say it`,
        look: 'says',
        texts: [
          msg`I’d like a colleague to take this from here. I’ll tell them everything first.`,
          msg`Could you take this one for me? I need a fresh start.`,
        ],
      },
    ],
  },
  'go-blank': {
    name: msg`When I go blank`,
    point: msg`Some people get agitated, some tear up, some go blank. It is the body doing its work. It passes.`,
    sections: [
      {
        heading: msg`If you go blank`,
        look: 'steps',
        texts: [
          msg`Feet on the floor. One breath out, longer than the breath in.`,
          msg`Say one true sentence that buys you time.`,
          msg`Read or repeat the last thing they said. From there the next step comes back.`,
        ],
      },
      {
        heading: msg`If you get agitated`,
        look: 'points',
        texts: [
          msg`Press your hands together under the desk, then open them.`,
          msg`Speak or type at half the pace for three sentences.`,
        ],
      },
      {
        heading: msg`If you tear up`,
        look: 'points',
        texts: [
          msg`Look up and drink a sip of water.`,
          {
            calls: msg`Ask for a moment on hold. Nobody hears what for.`,
            messages: msg`Take a minute before you answer. Nobody sees it.`,
            email: msg`Get up before you answer. Nobody sees it.`,
            'in-person': msg`Step to the back “to check something”. That is allowed.`,
          },
        ],
      },
      {
        heading: msg`Sentences that buy time`,
        look: 'says',
        texts: [
          msg`Let me check that so that I tell you the right thing.`,
          msg`Give me one moment, I’m noting this down.`,
        ],
      },
      {
        heading: msg`Beforehand`,
        look: 'text',
        texts: [
          msg`It helps to know which of these is yours, and to decide in a quiet minute what you do then: “If I go blank, then I read the last sentence back.”`,
        ],
      },
    ],
  },
  'not-personal': {
    name: msg`Not taking it personally`,
    point: msg`For anger at a situation. Not for abuse: that is aimed at you, and it isn’t yours to shrug off.`,
    sections: [
      {
        heading: msg`What helps to see it so`,
        look: 'points',
        texts: [
          msg`They met a desk with a name on it. Any of your colleagues would have got the same words.`,
          msg`They don’t know you. What they are angry at began before you.`,
          msg`You can be on their side against the problem.`,
        ],
      },
      {
        heading: msg`To think, while it goes on`,
        look: 'says',
        texts: [msg`This is about the parcel.`, msg`They are having a bad day, and I’m at work.`],
      },
    ],
  },
  escalation: {
    name: msg`Support and escalation`,
    point: msg`You aren’t meant to carry this alone. Asking is part of the work.`,
    sections: [
      {
        heading: msg`Whom to ask`,
        look: 'points',
        texts: [
          msg`A teammate: for a minute of listening, and for what worked for them. Tell one person, briefly.`,
          msg`Your lead: for anything above your desk, and for anything that comes up again and again.`,
          msg`Security: for every threat, and whenever somebody is in your space.`,
          msg`Employee assistance, a union, a doctor: for what doesn’t go away after work.`,
        ],
      },
      {
        heading: msg`What may be reported`,
        look: 'points',
        texts: [
          msg`Every threat. Every insult that is about who you are.`,
          msg`Anybody who abuses again and again. Repeated abuse is to be reported: without a report nobody can stop it.`,
          msg`Facts are all that it takes: when, in which case, which words. No customer’s name in your own notes.`,
        ],
      },
      {
        heading: msg`Ending it`,
        look: 'text',
        texts: [
          {
            calls: msg`Many workplaces let you end a call after one warning. Ask what yours allows, before you need it.`,
            messages: msg`Many workplaces let you end a chat after one warning. Ask what yours allows, before you need it.`,
            email: msg`Many workplaces let you leave an abusive message to somebody else. Ask what yours allows, before you need it.`,
            'in-person': msg`Many workplaces let you walk away after one warning. Ask what yours allows, before you need it.`,
          },
          msg`What your rules allow is the limit of this guide. They come first.`,
        ],
      },
      {
        heading: msg`Sharing what you learnt`,
        look: 'text',
        texts: [
          msg`If something worked, tell the team. What one finds out the hard way, the next one gets for free.`,
        ],
      },
    ],
  },
  peaks: {
    name: msg`Peak times`,
    point: msg`Before holidays, after a price change, in an outage: queues are long and tempers are short. What is normal shifts.`,
    sections: [
      {
        heading: msg`In such weeks`,
        look: 'points',
        texts: [
          msg`Expect more heat, and less time between. It is the season, not you.`,
          msg`Lower what you ask of yourself after work. Sleep and food first.`,
          msg`Take the short pauses, because there are no long ones.`,
          msg`Agree with a teammate to look out for each other.`,
        ],
      },
      {
        heading: msg`Words that help`,
        look: 'says',
        texts: [
          msg`Thank you for waiting. You have all my attention now.`,
          msg`It is busier than usual. I’d still like to do this properly.`,
        ],
      },
    ],
  },
}
