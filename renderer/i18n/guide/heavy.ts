import { msg } from '@lingui/core/macro'
import type { TypeWords } from './text.ts'

/**
 * Abuse and distress. These pages say what an agent may do and where there is help. They hold no
 * lesson, no question, and nothing about what somebody could have done (design.md, "Against brooding").
 */
export const heavy: Record<'abusive' | 'distress', TypeWords> = {
  abusive: {
    goingOn: [
      msg`Insults, threats, words about where you come from or what you are: that is no part of your work, and you don’t have to take it.`,
      msg`Nothing that you did earns it. Seeing it from their side isn’t asked for here.`,
    ],
    tries: [
      {
        calls: msg`You may say once, politely, that you go on as soon as the tone changes. Then you may be silent.`,
        messages: msg`You may write once, politely, that you go on as soon as the tone changes. Then you may stop answering.`,
        email: msg`You may leave it unanswered and pass it on. Somebody else can decide what goes back.`,
        'in-person': msg`You may say once, politely, that you go on as soon as the tone changes. Then you may step away.`,
      },
      {
        calls: msg`Where your rules allow it, you may end the call.`,
        messages: msg`Where your rules allow it, you may end the chat.`,
        email: msg`Where your rules allow it, you may close the case.`,
        'in-person': msg`Where your rules allow it, you may end the conversation and go to where other people are.`,
      },
      {
        calls: msg`A threat goes to your lead or to security at once, with the time and the exact words if you have them.`,
        messages: msg`A threat goes to your lead or to security at once. Leave the chat as it is; it is the record.`,
        email: msg`A threat goes to your lead or to security at once. Leave the message as it is; it is the record.`,
        'in-person': msg`Keep a distance, and a free way to the door. Security comes before any explanation.`,
      },
      msg`It may be reported, each time. When somebody does it again and again, a report is how it stops, for you and for whoever is next.`,
      msg`Take your pause before the next one. You don’t need anybody’s leave to breathe.`,
    ],
    says: [
      msg`I’d like to help you with this. I’ll go on as soon as we speak respectfully.`,
      {
        calls: msg`I’m ending the call now. You can reach us again at any time.`,
        messages: msg`I’m ending this chat now. You can reach us again at any time.`,
        email: msg`We have received your message. A colleague will take it from here.`,
        'in-person': msg`I’m ending this conversation now. A colleague will be with you.`,
      },
    ],
    avoids: [
      msg`An answer that pays it back. You owe them none.`,
      msg`An apology for something that you didn’t do.`,
    ],
    stop: [
      msg`At once, as soon as you don’t feel safe. Your safety comes before any rule about service.`,
    ],
  },

  distress: {
    goingOn: [
      msg`They were frightened, or grieving, or spoke of not wanting to live. They weren’t difficult. It was heavy, and some of it may have stayed with you.`,
      msg`You are not there to rescue somebody alone. Your workplace has a way for this, and it is there for you as much as for them.`,
    ],
    tries: [
      msg`Your workplace’s procedure comes first, before any advice in here.`,
      msg`Slow is fine. Silence is fine. Being there is already something.`,
      msg`If there is danger now, emergency services are the right people, and your lead can reach them while you stay.`,
      msg`It may be handed over to somebody who is trained for it. That is care.`,
      msg`Afterwards, a person: a teammate, your lead, somebody at home. A few sentences are plenty.`,
    ],
    says: [
      msg`I’m still here. Take the time you need.`,
      msg`Thank you for telling me.`,
      msg`I’d like to bring in somebody who can do more than I can. I’ll stay with you until then.`,
    ],
    avoids: [
      msg`A promise that all will be fine.`,
      msg`A comparison with others who have it worse.`,
      msg`A promise to keep a danger secret.`,
    ],
    stop: [
      msg`When it has been handed over, your part is done. How it goes on isn’t on your shoulders.`,
      msg`If it comes back to you at night, or touches something of your own, talk to someone. The page is one step away.`,
    ],
  },
}
