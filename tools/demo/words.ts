import type { NoteType } from '../../src/guidance/types.ts'

/** What went right, at the end of a shift: invented as well. */
export const wentRight: readonly string[] = [
  'The new colleague asked me how I do refunds, and got it.',
  'Somebody waited with me on the line and told me about her garden.',
  'Kept my voice low the whole night.',
  'Found the lost parcel in the end.',
  'Jo brought coffee for the whole row.',
  'Took all my breaks.',
  'A man called back only to say that it works now.',
  'Handed one over early, and it was fine.',
  'We laughed in the team chat about the cat on the keyboard.',
  'Explained the new bill in four sentences.',
  'My lead said thank you, without a but.',
  'Quiet hour at four, finished the course.',
]

/** Something good in a week, and what helped in it. */
export const wentWell: readonly string[] = [
  'Two calm nights in a row.',
  'The stairs instead of the lift, every day but one.',
  'Lunch with Mia on the roof.',
  'A letter from a customer, on paper.',
  'Slept through on Wednesday.',
]
export const weekHelped: readonly string[] = [
  'technique:boundary',
  'pause:longer-exhale',
  'recharge:walk',
  'technique:paraphrase',
]

/** What the demo's agent wrote: invented, about nobody, in the tone of someone who is doing their job. */
export const written: Readonly<Partial<Record<NoteType, readonly string[]>>> = {
  angry: [
    'Shouted for the first two minutes, then ran out of air. I kept my voice low.',
    'Third call about the same refund. I would be loud too.',
    'Wanted it all at once. We did one thing after the other.',
    'Hung up on me. I finished the ticket and got some water.',
    'Started loud, ended with a thank you.',
    'The queue music again. Everyone who waits twenty minutes arrives like this.',
    'All in capitals. I answered in short, plain lines, and it cooled down.',
    'Two transfers before me, so I got the anger of three.',
    'Loud about the fee. I read it out with them, line by line.',
    'Slammed something on a table. I waited until it was quiet again.',
    'Did not want sorry, wanted a date. Gave a date.',
    'My hands were cold afterwards. Better after some tea.',
  ],
  'nothing-right': [
    'Whatever I offered was the wrong thing. We agreed on a call back.',
    'Two solutions on the table, neither good. Left both in writing.',
    'It took a supervisor to say the same sentence.',
    'Too slow, too fast, too friendly. I stayed with the steps.',
    'Not this one, not that one. In the end they chose the first.',
    'Forty minutes for a setting that was on already.',
    'Refund, exchange, credit: no, no, no. I left the door open.',
  ],
  bargaining: [
    'Asked for more each time. I said what there is, twice, kindly.',
    'Wanted the discount of last year. I offered the one of this year.',
    'A long haggle over delivery costs. The rule held.',
    'One more month for free, then two. I said the same number three times.',
    'Had read about a better deal somewhere. Looked for it together, there was none.',
    'Would stay for half the price. I showed what a smaller plan costs.',
  ],
  right: [
    'They were right, our form lost the address. Said so, and fixed it.',
    'Our mistake. Saying it early made the rest easy.',
    'The manual and the website say two different things. Reported it.',
    'Charged twice, plainly. Booked it back while they listened.',
    'We promised Tuesday and nobody came. Nothing to defend there.',
    'Knew our terms better than I do. Learned something.',
  ],
  blaming: [
    'It was my fault personally, apparently. It was the carrier.',
    'Blamed the last agent, the firm, the weather. I stayed with the parcel.',
    'Took it for a while, then asked what would help now.',
    'You people, eleven times. I counted so that I could smile.',
    'Said I had broken the router from here. We plugged it in again.',
    'Everything since spring was on me. I took the one thing I could change.',
  ],
  'wanted-manager': [
    'Manager, at once. Explained what I can do myself, and that was most of it.',
    'Handed over after five minutes. Wrote a clean summary first.',
    'Asked for my boss, stayed with me in the end.',
    'Nobody free upstairs. Promised a call before six, and it was kept.',
    'Wanted someone older. I got them someone with a headset.',
  ],
  abusive: [
    'Ended it by the rules after the second warning.',
    'Logged it. Took the short pause.',
    'First warning, second warning, end. By the book.',
  ],
  good: [
    'Laughed together about the printer.',
    'Found the order in ten seconds. They noticed.',
    'Someone said they would ask for me next time.',
    'A hard start that turned around. Small steps.',
    'Explained the bill until it made sense. Felt useful.',
    'An old couple, a new tablet, all the time in the world.',
    'Quick, clear, friendly. More of those.',
    'Solved it on the first call.',
    'They had the answer already and only wanted it confirmed. Happy to.',
    'A child said thank you in the background.',
    'Three chats at once and all three went home with a fix.',
    'Sang along with the hold music, both of us.',
    'Wrote a good word about me in the survey.',
    'Late at night, no hurry, a nice chat about the rain.',
    'The new colleague listened in and said it sounded easy.',
    'Wedding order, saved with an hour to spare.',
  ],
  disproportionate: [
    'A late coupon, and the end of the world. Something else was going on.',
    'So much weather for one missing cable.',
    'Ten minutes about a comma in the address. Fixed the comma.',
    'The wrong shade of blue. We found the right one.',
  ],
  doubted: [
    'Checked everything I said with a search while I said it.',
    'Asked three times whether I was sure. I was.',
    'Wanted to know if I was a person. Told a small joke to prove it.',
    'Heard my accent and asked for someone else. The next step was the same anyway.',
  ],
  distress: [
    'They had lost someone. I slowed down. Nothing to fix.',
    'A lot to carry for one call.',
    'Cried about the bill. We found a plan with small steps.',
    'Alone with it all week. I stayed on until the neighbour was there.',
  ],
  other: [
    'System down for half an hour, forty people asking when.',
    'Bad line, every sentence twice.',
    'New script today. It shows.',
    'Wrong department, but I knew the right one.',
    'Screen froze in the middle. We talked about the heat meanwhile.',
    'Five tickets came back from last week. Cleared four.',
  ],
}
