import { t } from '@lingui/core/macro'

/** What is to be known about breathing at a pace (evidence.md, section 2.2), a sentence or two each. */
export const safetyWords = (): string[] => [
  t`Breathe softly and comfortably. There is nothing to reach here.`,
  t`If you feel dizzy, tingly, short of breath or uneasy, stop, or press N and breathe as you like. First sessions can make people breathe too much; softer is better.`,
  t`Not while driving, or where your full attention is needed.`,
  t`If you are pregnant, have a heart, lung or seizure condition, or panic attacks, choose a pattern without holds, or ask a doctor first.`,
  t`This isn’t medical advice.`,
]
