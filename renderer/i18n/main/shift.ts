import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  isRechargeName,
  type RechargeName,
  type Rested,
  type StartMoment,
} from '../../../src/checkins/kinds.ts'
import type { RechargeItem } from '../../../src/contract.ts'

const rested: Record<Rested, MessageDescriptor> = {
  1: msg`worn out`,
  2: msg`tired`,
  3: msg`so-so`,
  4: msg`rested`,
  5: msg`well rested`,
}

const recharge: Record<RechargeName, MessageDescriptor> = {
  walk: msg`a walk`,
  music: msg`music`,
  water: msg`a glass of water`,
  daylight: msg`some daylight`,
  talk: msg`someone to talk to`,
  food: msg`something good to eat`,
  shower: msg`a warm shower`,
  sleep: msg`an early night`,
}

const moments: Record<StartMoment, { title: MessageDescriptor; texts: MessageDescriptor[] }> = {
  helped: {
    title: msg`Think of one time you helped someone`,
    texts: [
      msg`A customer, a teammate, anybody; a small thing counts. What did you do, and how could you tell that it helped?`,
      msg`Stay with it for a few breaths. There is nothing to write.`,
    ],
  },
  'their-side': {
    title: msg`See it from their side`,
    texts: [
      msg`Picture the first person you will help today. What may they have tried before they came to you? What would they be glad to hear first?`,
      msg`If they are upset, it is mostly about what went wrong, and you are the one they reached. Nobody has to put up with insults for it.`,
    ],
  },
}

export const restedName = (value: Rested): string => i18n._(rested[value])
export const momentTitle = (moment: StartMoment): string => i18n._(moments[moment].title)
export const momentTexts = (moment: StartMoment): string[] =>
  moments[moment].texts.map((text) => i18n._(text))

/** What is known about the two of them (evidence.md, 4; checked in the paper's own summary). */
const known = msg`One field study followed 94 people in customer service over 15 workdays, and tried two such moments: recalling a good deed, and seeing things from the customer’s side. On days with either of them they felt less badly treated by customers, and after recalling a good deed bad treatment weighed less on their mood in the afternoon. It is one study, and we know of none of exactly this minute.`
const source = msg`Song and others, 2018, doi 10.5465/amj.2016.0448`
export const momentEvidence = (): string => i18n._(known)
export const momentSource = (): string => i18n._(source)

/** One of Lull's own by its name; one of the agent's in the agent's words. */
export const rechargeName = ({ id, words }: Pick<RechargeItem, 'id' | 'words'>): string =>
  words ?? (isRechargeName(id) ? i18n._(recharge[id]) : '')
