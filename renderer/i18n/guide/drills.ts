import { msg } from '@lingui/core/macro'
import type { GuidePageId } from '../../../src/guidance/guide.ts'
import type { PageWords } from './text.ts'

type Drills = Extract<GuidePageId, 'drill-anger' | 'drill-stress' | 'drill-negotiation'>

/** Three short ones, for a quiet minute before a shift or with a teammate. */
export const drills: Record<Drills, PageWords> = {
  'drill-anger': {
    name: msg`Drill: anger`,
    point: msg`Two minutes, alone or with a teammate. It makes the first sentence come by itself.`,
    sections: [
      {
        heading: msg`How it goes`,
        look: 'steps',
        texts: [
          msg`Think of a sentence that gets under your skin. Have your teammate say it, or write it down.`,
          msg`Breathe out once before you answer.`,
          msg`Name the feeling in it, in one sentence.`,
          msg`Say it back, in one sentence.`,
          msg`Name the next step. Stop there.`,
          msg`Once more, slower. Two rounds are plenty.`,
        ],
      },
      {
        heading: msg`A round to begin with`,
        look: 'says',
        texts: [
          msg`“I’ve been waiting for three weeks and nobody cares.” – That sounds exhausting. Three weeks, and no word from us. I’ll look where it is right now.`,
        ],
      },
    ],
  },
  'drill-stress': {
    name: msg`Drill: stress`,
    point: msg`One minute, so that your body knows the way down before you need it.`,
    sections: [
      {
        heading: msg`How it goes`,
        look: 'steps',
        texts: [
          msg`Notice where it sits just now: shoulders, jaw, stomach, hands.`,
          msg`Tighten that spot for three seconds, and let it loosen.`,
          msg`Three soft breaths, each longer out than in.`,
          msg`Name three things that you can see.`,
          msg`Decide on the one thing that comes next. Only that one.`,
        ],
      },
      {
        heading: msg`A plan for later`,
        look: 'says',
        texts: [msg`If my shoulders go up, then I breathe out and put both feet down.`],
      },
    ],
  },
  'drill-negotiation': {
    name: msg`Drill: negotiation`,
    point: msg`Three minutes. Afterwards you have two answers ready where there was a bare no.`,
    sections: [
      {
        heading: msg`How it goes`,
        look: 'steps',
        texts: [
          msg`Take one wish that you often have to turn down.`,
          msg`Write down the limit, and the reason in one sentence that a neighbour would understand.`,
          msg`Find two things that you may offer beside it.`,
          msg`Say all three aloud: limit, reason, choice of two.`,
          msg`Have your teammate push twice. Hold the limit, in other words but the same.`,
          msg`Find what they could give in return.`,
        ],
      },
      {
        heading: msg`A round to begin with`,
        look: 'says',
        texts: [
          msg`The price is fixed, because everybody pays the same. I can take off the delivery, or spread it over three months. Which one fits?`,
        ],
      },
    ],
  },
}
