import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

interface Part {
  id: string
  heading: MessageDescriptor
  texts: readonly MessageDescriptor[]
}

const parts: readonly Part[] = [
  {
    id: 'for-whom',
    heading: msg`For whom it is`,
    texts: [
      msg`For people who talk to customers for a living: on the phone, in chat, by e-mail, at a counter. For the half minute after a tough one, and for a look at what the weeks were made of.`,
      msg`It belongs to you. It isn’t made for an employer, has no view for a supervisor, and nobody else gets anything from it unless you take it out yourself.`,
    ],
  },
  {
    id: 'what-it-does',
    heading: msg`What it does`,
    texts: [
      msg`It offers a pause, keeps a few numbers and, where you want, a few words, and shows how your shifts went, with how sure that is.`,
      msg`It compares you with your own usual shifts only. There is no score, no ranking, and no one else’s numbers.`,
    ],
  },
  {
    id: 'what-it-isnt',
    heading: msg`What it isn’t`,
    texts: [
      msg`It names no illness and treats none. A number here is what you tapped, and no finding about your health. If you wonder about that, a doctor can tell you more.`,
      msg`It takes nobody’s place: no doctor’s, no counsellor’s, no union’s, and no colleague’s who listens.`,
      msg`It doesn’t make a workload smaller. When stress follows the number of calls, Lull says so, because then the work is what would have to change.`,
    ],
  },
  {
    id: 'not-for-emergencies',
    heading: msg`Not for emergencies`,
    texts: [
      msg`Nobody reads what you write here, and nothing in Lull calls for help. If somebody is in danger now, call your local emergency number. Numbers of people to talk to are on the page below, also while the journal is locked.`,
    ],
  },
  {
    id: 'who-made-it',
    heading: msg`Who stands behind it`,
    texts: [
      msg`Lull is free software. Its code can be read by anybody, and so can the tests behind what the page on privacy says. No company runs a service for it, and there is no account.`,
      msg`Its words and rules come from its makers, who have read the studies that the page on evidence names. Lull itself has not been put to the test in a study.`,
    ],
  },
]

export interface Said {
  id: string
  heading: string
  texts: readonly string[]
}

export const aboutParts = (): Said[] =>
  parts.map(({ id, heading, texts }) => ({
    id,
    heading: i18n._(heading),
    texts: texts.map((text) => i18n._(text)),
  }))
