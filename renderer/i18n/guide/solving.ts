import { msg } from '@lingui/core/macro'
import type { TechniqueId } from '../../../src/guidance/guide.ts'
import type { TechniqueWords } from './text.ts'

type Solving = Extract<
  TechniqueId,
  | 'own-the-problem'
  | 'apologise-once'
  | 'plain-words'
  | 'alternative'
  | 'involve'
  | 'keep-informed'
  | 'check-it-landed'
  | 'leave-blame-out'
>

/** From what is wrong to what happens next. */
export const solving: Record<Solving, TechniqueWords> = {
  'own-the-problem': {
    name: msg`Take the problem on`,
    point: msg`Say that it is a real problem and that you will act. From then on there are two of you on one side.`,
    how: [
      msg`Say “I”, not “we” or “the system”.`,
      msg`Name the one thing that you do next.`,
      msg`If it leaves your desk, say who has it now.`,
    ],
    pitfall: msg`Promising what isn’t yours to promise.`,
    says: [msg`That isn’t right, and I’ll see to it.`, msg`I’m taking this on now.`],
  },
  'apologise-once': {
    name: msg`Apologise once`,
    point: msg`One sincere apology recognises the trouble. It doesn’t say that you did it.`,
    how: [
      msg`Say what it is for: the wait, the wrong bill, the trouble.`,
      msg`No “if” and no “but” in it.`,
      msg`Then the next step, straight away.`,
    ],
    pitfall: msg`A stream of apologies. It sounds hollow, and it costs trust.`,
    says: [msg`I’m sorry that you had to wait two weeks for this.`],
  },
  'plain-words': {
    name: msg`Plain words that open`,
    point: msg`Say what can be done. The same fact feels different as a door than as a wall.`,
    how: [
      msg`Turn “can’t until Friday” into “on Friday I can”.`,
      msg`Use “let’s” and “here is what happens next”.`,
      msg`Leave out short forms and names that only insiders know.`,
    ],
    pitfall: msg`Negative words, and a script that is read out.`,
    says: [msg`On Friday I can book that for you.`, msg`Let’s look at it together.`],
  },
  alternative: {
    name: msg`Offer another way, and give the reason`,
    point: msg`A limit with something beside it is easier to accept than a limit alone.`,
    how: [
      msg`Think of two options before you answer.`,
      msg`Give the reason in one sentence, in their terms.`,
      msg`Let them choose. Choosing gives back some control.`,
    ],
    pitfall: msg`A bare “no”.`,
    says: [
      msg`A refund isn’t possible after 30 days. I can exchange it, or give you a voucher.`,
      msg`Which of the two suits you better?`,
    ],
  },
  involve: {
    name: msg`Make them part of the fix`,
    point: msg`People hold to what they have decided themselves.`,
    how: [
      msg`Ask what they have tried already, and take it up.`,
      msg`Give them a part: a photo, a number, a choice of date.`,
      msg`Say “we” for the plan, not for the mistake.`,
    ],
    pitfall: msg`Pushing the plan that you had from the start.`,
    says: [
      msg`If you send me a photo, I’ll open the case while we talk.`,
      msg`What would make this work for you?`,
    ],
  },
  'keep-informed': {
    name: msg`Keep them informed`,
    point: msg`Waiting with news is easier than waiting without. “No news yet” is news.`,
    how: [
      {
        calls: msg`Before you put them on hold, say for how long. Come back before that.`,
        messages: msg`If it takes longer than a minute, write that you are still on it.`,
        email: msg`Answer within the day, even if only to say when the answer comes.`,
        'in-person': msg`If you go and look, say for how long. Come back before that.`,
      },
      msg`Name the next moment at which they hear from you.`,
      msg`Keep that moment, also with nothing new.`,
    ],
    pitfall: msg`Silence.`,
    says: [msg`I have no answer yet. You’ll hear from me by noon.`],
  },
  'check-it-landed': {
    name: msg`Check that it landed`,
    point: msg`What you explained and what they understood may be two things.`,
    how: [
      msg`Ask whether it is clear, and whether it helps. Those are two questions.`,
      msg`Sum up who does what, by when.`,
      msg`Leave a gap for “actually…”.`,
    ],
    pitfall: msg`Assuming it.`,
    says: [
      msg`Is there anything in this that isn’t clear?`,
      msg`Does that help you with tomorrow?`,
    ],
  },
  'leave-blame-out': {
    name: msg`Leave blame out`,
    point: msg`The problem first. Who did it can wait, and mostly it needn’t come up at all.`,
    how: [
      msg`Say what happened without a culprit: “the address was wrong”.`,
      msg`Don’t defend yourself or the company. Nobody hears it as help.`,
      msg`Turn to the next step within two sentences.`,
    ],
    pitfall: msg`Getting into who said what.`,
    says: [msg`However it came about, here is how we get it right.`],
  },
}
