import { msg } from '@lingui/core/macro'
import type { TypeWords } from './text.ts'

type Demanding = 'nothing-right' | 'bargaining' | 'wanted-manager' | 'disproportionate' | 'doubted'

/** They want more, or somebody else, or it is about more than it seems. */
export const demanding: Record<Demanding, TypeWords> = {
  'nothing-right': {
    goingOn: [
      msg`Whatever you offer, there is something wrong with it. It can feel like a test that can’t be passed.`,
      msg`Often there is one thing underneath that nobody has heard yet. Sometimes there isn’t, and then a fair answer is all that you owe.`,
    ],
    tries: [
      msg`Gather all of it first. Ask for the next point until there are no more.`,
      msg`Say the list back, and ask which one matters most today.`,
      msg`Fix what can be fixed. Say clearly what can’t, once, with the reason.`,
      msg`End with what has been done, so that it isn’t lost among the rest.`,
    ],
    says: [
      msg`Let me make sure that I have everything. Is there anything else?`,
      msg`Of these three, which one shall we sort out first?`,
      msg`Two of them are done. The third one I can’t change, and here is the reason.`,
    ],
    avoids: [
      msg`Is that all?`,
      msg`Nobody else has complained.`,
      msg`You have to understand that…`,
    ],
    stop: [
      msg`When each point has had its answer, close kindly. Patience doesn’t mean without end.`,
    ],
  },

  bargaining: {
    goingOn: [
      msg`They want a better price, or an exception. For many people that is a game they enjoy, or a habit that has paid before. It is rarely about you.`,
    ],
    tries: [
      msg`Know your two or three options before you answer. A pause to look is fine.`,
      msg`Hold the limit in friendly words, and put something beside it that you can give.`,
      msg`If you give something, ask for something: a longer term, another date, a yes today.`,
      msg`Give the reason for a limit once. A reason that is said four times turns into an offer.`,
    ],
    says: [
      msg`The price stays as it is. What I can add is free delivery.`,
      msg`I can do one of these two. Which would suit you better?`,
      msg`That is as far as I may go. I’d be glad if it works for you.`,
    ],
    avoids: [
      msg`No.`,
      msg`I’m really not allowed to do this, so keep it to yourself…`,
      msg`Maybe I can see…`,
    ],
    stop: [
      msg`When you have named your last offer, it is the last. Leave it open for a day, and end there.`,
    ],
  },

  'wanted-manager': {
    goingOn: [
      msg`They believe that only somebody higher up can help. Sometimes that is so. Often they have learnt that asking for one works.`,
      msg`It says nothing about you. Passing it up can be the quickest help there is.`,
    ],
    tries: [
      msg`Take the wish seriously at once. Arguing about it makes it stronger.`,
      msg`Ask what the manager is to decide. Sometimes you can do just that.`,
      msg`If you pass it on, tell your lead what happened in two sentences, so that the person doesn’t have to begin again.`,
      msg`Say how long it takes, and stay until it has arrived.`,
    ],
    says: [
      msg`Of course. So that it goes quickly: what would you like them to decide?`,
      msg`I’ll tell them what you told me, so that you don’t have to start over.`,
      msg`My lead gets back to you by four o’clock.`,
    ],
    avoids: [
      msg`They will tell you the same.`,
      msg`There is no manager here.`,
      msg`I’m the one who is responsible for you.`,
    ],
    stop: [msg`You don’t have to earn it first. Asked for twice is a good moment to pass it up.`],
  },

  disproportionate: {
    goingOn: [
      msg`A storm over a small thing. It is rarely about this one thing: more often it is the third or fourth in a row, and you got the last one.`,
    ],
    tries: [
      msg`Ask whether there was something before this.`,
      msg`Let the whole series be told, and say it back in one sentence.`,
      msg`Apologise once for all of it, and do what can be done about today’s part.`,
      msg`Don’t weigh it for them. It is as big as it feels to them just now.`,
    ],
    says: [
      msg`It sounds as if this isn’t the first thing that went wrong.`,
      msg`So the parcel was late, then the bill was wrong, and now this. That is a lot.`,
      msg`Today I can put the last one right. For the others I’ll leave a note.`,
    ],
    avoids: [
      msg`It’s only five euros.`,
      msg`That’s no reason to be upset.`,
      msg`Let’s be reasonable.`,
    ],
    stop: [
      msg`When it grows although you have listened and offered, offer a second moment: later today, or another person.`,
    ],
  },

  doubted: {
    goingOn: [
      msg`They ask for somebody older, or somebody with a title. People of rank often look for rank. Others are simply unsure.`,
      msg`It isn’t a verdict on you. They don’t know what you know.`,
    ],
    tries: [
      msg`Stay friendly and go on with the matter. Knowing your subject shows by itself.`,
      msg`Say where the answer comes from: the contract, the system, the manual.`,
      msg`Now and then, simply give them what they ask for. It costs little, and you choose it.`,
    ],
    says: [
      msg`I have your file open, and here is what it says.`,
      msg`I’ll check that with a colleague, so that you have it from two people.`,
      msg`I can give you my lead. Or we go through it together now; it takes two minutes.`,
    ],
    avoids: [
      msg`I’ve been doing this for years.`,
      msg`Do you think that I don’t know my job?`,
      msg`Ask whoever you want.`,
    ],
    stop: [
      msg`When the doubt turns to your age, your accent, your sex or where you come from, it is no doubt any more. See “Abusive”.`,
    ],
  },
}
