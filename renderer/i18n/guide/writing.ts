import { msg } from '@lingui/core/macro'
import type { GuidePageId } from '../../../src/guidance/guide.ts'
import type { PageWords } from './text.ts'

/** Anger that comes in writing stays on the screen, so it is met differently. */
export const writing: Record<Extract<GuidePageId, 'anger-in-writing'>, PageWords> = {
  'anger-in-writing': {
    name: msg`Anger in writing`,
    point: msg`Written words can be read ten times, and each time they hit again. So: once.`,
    sections: [
      {
        heading: msg`Four steps`,
        look: 'steps',
        texts: [
          msg`Read it once. Pick out what they ask for, and leave the rest where it is.`,
          msg`Wait two minutes. Stand up, look out of the window, breathe.`,
          msg`Reply to what they ask for. Short, friendly, with the next step.`,
          msg`Don’t re-read theirs. When you have sent yours, close it.`,
        ],
      },
      {
        heading: msg`In your reply`,
        look: 'points',
        texts: [
          msg`Their words stay out of it. Don’t quote the sharp ones back.`,
          msg`One sentence for the trouble, the rest for the solution.`,
          msg`Nothing that you wouldn’t say to their face.`,
          msg`If it is abuse, you needn’t reply. Pass it on as it is.`,
        ],
      },
      {
        heading: msg`Words that help`,
        look: 'says',
        texts: [
          msg`Thank you for writing to us about this. Here is what I have done.`,
          msg`You’ll get the refund by Tuesday. If not, reply to this message and it comes back to me.`,
        ],
      },
    ],
  },
}
