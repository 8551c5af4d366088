import { msg } from '@lingui/core/macro'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type { TechniqueWords } from './text.ts'

type Limits = Extract<TechniqueId, 'boundary' | 'escalate' | 'hand-over'>

/** Where your part ends, and somebody else's begins. */
export const limits: Record<Limits, TechniqueWords> = {
  boundary: {
    name: msg`Set a boundary`,
    point: msg`Firm, polite, respectful. A boundary says what you will do, not what they are.`,
    how: [
      msg`Say that you want to help. Say what has to change. Say what you do otherwise.`,
      msg`Once, in an even voice or an even line. You needn’t argue for it.`,
      {
        calls: msg`Then do what you said. Ending the call, where your rules allow it, is part of the work.`,
        messages: msg`Then do what you said. Ending the chat, where your rules allow it, is part of the work.`,
        email: msg`Then do what you said. Passing the message on is part of the work.`,
        'in-person': msg`Then do what you said. Stepping away and fetching somebody is part of the work.`,
      },
    ],
    pitfall: msg`Getting sharp, or putting up with it.`,
    says: [
      msg`I want to sort this out with you. For that I need us to stay polite.`,
      msg`I’ll go on helping as soon as the tone changes.`,
    ],
  },
  escalate: {
    name: msg`Pass it up`,
    point: msg`A tool to help faster, and a matter of safety. It isn’t a defeat.`,
    how: [
      msg`Early, as soon as you see that the answer lies above your desk.`,
      msg`With two sentences about what happened and what is wanted.`,
      msg`Tell the person what happens now, with whom, and when.`,
    ],
    pitfall: msg`Too late; or as a reflex, so that they feel passed around.`,
    says: [msg`My lead can decide this. I’ll explain it to them, so that you don’t have to.`],
  },
  'hand-over': {
    name: msg`Hand over to a colleague`,
    point: msg`A new voice or a new face resets things. It is a fresh start for them and for you.`,
    how: [
      msg`When you notice that your kindness is only on the surface.`,
      msg`Ask a colleague openly, and give them the short story.`,
      msg`Tell the person that it gets a fresh pair of eyes.`,
    ],
    pitfall: msg`Faking niceness until it cracks.`,
    says: [msg`I’d like a colleague to look at this with fresh eyes.`],
  },
}
