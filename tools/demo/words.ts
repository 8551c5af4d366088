import type { NoteType } from '../../src/guidance/types.ts'

/** What the demo's agent wrote: invented, about nobody, in the tone of someone who is doing their job. */
export const written: Readonly<Partial<Record<NoteType, readonly string[]>>> = {
  angry: [
    'Shouted for the first two minutes, then ran out of air. I kept my voice low.',
    'Third call about the same refund. I would be loud too.',
    'Wanted it all at once. We did one thing after the other.',
    'Hung up on me. I finished the ticket and got some water.',
    'Started loud, ended with a thank you.',
    'The queue music again. Everyone who waits twenty minutes arrives like this.',
  ],
  'nothing-right': [
    'Whatever I offered was the wrong thing. We agreed on a call back.',
    'Two solutions on the table, neither good. Left both in writing.',
    'It took a supervisor to say the same sentence.',
  ],
  bargaining: [
    'Asked for more each time. I said what there is, twice, kindly.',
    'Wanted the discount of last year. I offered the one of this year.',
    'A long haggle over delivery costs. The rule held.',
  ],
  right: [
    'They were right, our form lost the address. Said so, and fixed it.',
    'Our mistake. Saying it early made the rest easy.',
    'The manual and the website say two different things. Reported it.',
  ],
  blaming: [
    'It was my fault personally, apparently. It was the carrier.',
    'Blamed the last agent, the firm, the weather. I stayed with the parcel.',
    'Took it for a while, then asked what would help now.',
  ],
  'wanted-manager': [
    'Manager, at once. Explained what I can do myself, and that was most of it.',
    'Handed over after five minutes. Wrote a clean summary first.',
    'Asked for my boss, stayed with me in the end.',
  ],
  abusive: ['Ended it by the rules after the second warning.', 'Logged it. Took the short pause.'],
  good: [
    'Laughed together about the printer.',
    'Found the order in ten seconds. They noticed.',
    'Someone said they would ask for me next time.',
    'A hard start that turned around. Small steps.',
    'Explained the bill until it made sense. Felt useful.',
    'An old couple, a new tablet, all the time in the world.',
    'Quick, clear, friendly. More of those.',
    'Solved it on the first call.',
  ],
  disproportionate: [
    'A late coupon, and the end of the world. Something else was going on.',
    'So much weather for one missing cable.',
  ],
  doubted: [
    'Checked everything I said with a search while I said it.',
    'Asked three times whether I was sure. I was.',
  ],
  distress: [
    'They had lost someone. I slowed down. Nothing to fix.',
    'A lot to carry for one call.',
  ],
  other: [
    'System down for half an hour, forty people asking when.',
    'Bad line, every sentence twice.',
    'New script today. It shows.',
  ],
}
