import { msg } from '@lingui/core/macro'
import type { TypeWords } from './text.ts'

/** Heat, and who is to blame: they are angry, they were right, or they look for a culprit. */
export const anger: Record<'angry' | 'right' | 'blaming', TypeWords> = {
  angry: {
    goingOn: [
      msg`Something went wrong for them, and you are the first person they could reach. The anger is mostly at the situation. You happen to stand where it lands.`,
      msg`Anger runs high, and then it runs down. It runs down sooner when nobody pushes against it.`,
    ],
    tries: [
      {
        calls: msg`Let them finish. A quiet “mm-hm” tells them that you are there.`,
        messages: msg`Let them finish. Wait until they stop typing, then answer all of it at once.`,
        email: msg`Read the whole message once, slowly. The request is often in the last third.`,
        'in-person': msg`Let them finish. Turn towards them, hands open, half a step back.`,
      },
      msg`Name what you hear, in plain words, before you solve anything.`,
      msg`Say in one sentence what happened to them. They will correct it or agree; both move you on.`,
      msg`Apologise once for the trouble. Then say the next step and when it happens.`,
      {
        calls: msg`Speak a little slower and lower than they do. It gives them something to come down to.`,
        messages: msg`Keep your lines short and even. No capitals, no strings of dots.`,
        email: msg`Keep it short: what happened, what you have done, what comes next.`,
        'in-person': msg`Speak a little slower and lower than they do. It gives them something to come down to.`,
      },
    ],
    says: [
      msg`I can hear how annoying this has been.`,
      msg`You ordered on the 3rd, nobody wrote to you, and now it is late. Have I got that right?`,
      msg`I’m sorry for the trouble. Here is what I can do right now.`,
    ],
    avoids: [
      msg`Calm down.`,
      msg`I understand, but…`,
      msg`There is nothing I can do.`,
      msg`As I already said…`,
    ],
    stop: [
      msg`When strong words turn from the problem to you, this is no longer anger at a situation. See “Abusive”.`,
      msg`When you have offered what there is twice and the same round begins again, bring in somebody else or agree on a time to go on.`,
    ],
  },

  right: {
    goingOn: [
      msg`The company got it wrong, and they know it. There is nothing to win here, and that can make it the easiest kind: you can simply agree.`,
      msg`What stings is standing in for something that you didn’t do. You are not the mistake. You are the person who is putting it right.`,
    ],
    tries: [
      msg`Agree early and in full. Half an admission sounds like a defence.`,
      msg`Leave the inner workings of the company out of it. Which department it was helps nobody.`,
      msg`Say what will be put right, by whom, and by when.`,
      msg`Ask whether that covers it, or whether the mistake caused something else.`,
    ],
    says: [
      msg`You’re right. That was our mistake.`,
      msg`It isn’t what you were promised. I’m putting it right now.`,
      msg`You’ll have it by Thursday. If not, come straight to me with this number.`,
    ],
    avoids: [
      msg`The other department did that.`,
      msg`That doesn’t normally happen.`,
      msg`You could have checked.`,
    ],
    stop: [
      msg`When putting it right needs more than you may give, say so plainly and pass it on with your own words of what happened.`,
      msg`When the same fault keeps coming in, tell your lead. Many people asking about one fault is news, and it isn’t yours to carry alone.`,
    ],
  },

  blaming: {
    goingOn: [
      msg`The talk has turned to who said what. Every answer about the past brings another question about the past.`,
      msg`Blame often covers a worry: that they will be left with the cost.`,
    ],
    tries: [
      msg`Acknowledge it once, then turn to what can be changed from here.`,
      msg`Put the problem on the table between you, as a thing that both of you look at.`,
      msg`Write down what is agreed from now on, and say it back.`,
    ],
    says: [
      msg`I can’t see from here who said that. What I can do is get it right from this point on.`,
      msg`Let’s take it from where it is now.`,
      msg`I’ll note what we agree, so that nobody has to go by memory.`,
    ],
    avoids: [
      msg`I never said that.`,
      msg`It says so in the contract you signed.`,
      msg`My colleague told you wrong.`,
    ],
    stop: [
      msg`When you have turned to the solution twice and it goes back to guilt each time, offer to pass the complaint to those who look into it.`,
    ],
  },
}
