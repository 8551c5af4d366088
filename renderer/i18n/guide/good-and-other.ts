import { msg } from '@lingui/core/macro'
import type { TypeWords } from './text.ts'

export const goodAndOther: Record<'good' | 'other', TypeWords> = {
  good: {
    goingOn: [
      msg`Friendly, thankful, or hard at first and then turned around. These count: in one study of service staff they softened the demanding ones, though not the abusive ones.`,
      msg`One that turned around can tie somebody closer than one that was smooth all along.`,
    ],
    tries: [
      msg`Take the thanks. Two seconds are fine.`,
      msg`Note it. It takes two keys, and weeks later it is the part that is easiest to forget.`,
      msg`If something you did made it turn, keep it. It will fit again.`,
      msg`Pass a good word on to a teammate who had a part in it.`,
    ],
    says: [msg`Thank you for saying that. It made my day.`, msg`I’m glad that it worked out.`],
    avoids: [msg`It was nothing.`, msg`That’s just my job.`],
    stop: [
      msg`You don’t have to be good company for everybody. Plain and polite is good service too.`,
    ],
  },

  other: {
    goingOn: [
      msg`Not everything has a name here. Maybe it was several things at once, or something that this list doesn’t know.`,
    ],
    tries: [
      msg`Ask one open question, and let the answer lead.`,
      msg`Hold on to what always helps: listen, say it back, name the next step.`,
      msg`If it comes up often, give it a name of your own in your notes.`,
    ],
    says: [
      msg`Tell me a little more, so that I get it right.`,
      msg`What would help you most right now?`,
    ],
    avoids: [msg`That isn’t my department.`, msg`I don’t know.`],
    stop: [
      msg`When it isn’t yours to solve, find out whose it is and pass it on with a name and a time.`,
    ],
  },
}
