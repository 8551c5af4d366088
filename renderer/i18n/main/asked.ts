import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import type { LoggedDecision } from '../../../src/contract.ts'

type What = NonNullable<LoggedDecision['what']>
type Reason = LoggedDecision['reason']

const offered: Record<What, MessageDescriptor> = {
  call: msg`A card came`,
  'long-call': msg`A card came`,
  break: msg`A break was offered`,
  eyes: msg`Rest for the eyes was offered`,
  'check-in': msg`A check-in was offered`,
}
const waited: Record<What, MessageDescriptor> = {
  call: msg`The card waited`,
  'long-call': msg`The card waited`,
  break: msg`The break waited`,
  eyes: msg`The rest for the eyes waited`,
  'check-in': msg`The check-in waited`,
}
const leftOut: Record<What, MessageDescriptor> = {
  call: msg`Kept for the end of your shift`,
  'long-call': msg`No card came`,
  break: msg`The break was left out`,
  eyes: msg`The rest for the eyes was left out`,
  'check-in': msg`The check-in was left out`,
}
const answered: Partial<Record<Reason, MessageDescriptor>> = {
  'marked-waiting-for-its-end': msg`You marked a call`,
  paused: msg`You took the pause`,
  noted: msg`You began a note`,
  'checked-in': msg`You began a check-in`,
  'not-now': msg`You said: not now`,
  faded: msg`The card faded`,
  unconfirmed: msg`Nothing came of a link`,
}
const noCard = msg`No card came`
const withdrawn = msg`The card went away`
const opened = msg`The card opened`

const because: Record<Exclude<Reason, 'call-not-marked'>, MessageDescriptor> = {
  'asked-for': msg`You asked for it, so it opened at once. What you ask for counts towards no limit.`,
  'marked-call-ended': msg`A call that you marked had ended. Lull offers once.`,
  'long-call-ended': msg`The call was longer than nine in ten of your own.`,
  reminder: msg`You asked to be reminded.`,
  'marked-waiting-for-its-end': msg`Lull keeps quiet until it ends.`,
  'only-on-request': msg`After chats, e-mails and visits a card comes only when you ask for it.`,
  unconfirmed: msg`A link said something about a call, and nothing of yours confirmed it.`,
  'call-running': msg`A call or a chat was running.`,
  'call-told': msg`A link said that a call was running. Nothing confirmed it, so what was offered is kept.`,
  'screen-locked': msg`The screen was locked.`,
  'do-not-disturb': msg`Do-not-disturb was on.`,
  'full-screen': msg`A program had the full screen.`,
  quiet: msg`You had asked for quiet.`,
  'quiet-hours': msg`These were your quiet hours.`,
  away: msg`Nobody was at the keyboard.`,
  'card-stands': msg`Another card was there, or you were taking its pause or writing a note.`,
  'something-waits': msg`Something else was waiting already.`,
  'gave-way': msg`A call that you marked came first.`,
  'newer-call': msg`You marked another call after it, and one card is for both.`,
  'held-too-long': msg`It had waited for ten minutes.`,
  'end-never-told': msg`Nothing ever said that the call ended.`,
  'three-offers': msg`There were three offers in this shift already.`,
  'one-long-call': msg`There was one after a long call in this shift already.`,
  'two-noes': msg`You had said “not now” twice in a row, so Lull was quiet for the rest of the shift.`,
  'not-due': msg`It wasn’t time yet.`,
  'nothing-held': msg`Nothing was waiting.`,
  'at-work': msg`You were at work.`,
  paused: msg`From the card.`,
  noted: msg`From the card.`,
  'checked-in': msg`From the card.`,
  'not-now': msg`A no to a reminder counts for this shift, and a second one in a row makes Lull quiet.`,
  faded: msg`That is no answer, and nothing follows from it.`,
}

/** What happened, as a title. */
export function askedTitle({ did, what, reason }: LoggedDecision): string {
  const of = (words: Record<What, MessageDescriptor>) => i18n._(what ? words[what] : noCard)
  switch (did) {
    case 'offer':
      return reason === 'asked-for' ? i18n._(opened) : of(offered)
    case 'hold':
      return of(waited)
    case 'drop':
      return of(leftOut)
    case 'withdraw':
      return i18n._(withdrawn)
    case 'silent':
      return i18n._(answered[reason] ?? noCard)
  }
}

/** For which reason, as a sentence. */
export function askedBecause({ what, reason, times }: LoggedDecision): string {
  if (reason === 'call-not-marked')
    return plural(times, {
      one: 'A call ended that you hadn’t marked.',
      other: '# calls ended that you hadn’t marked.',
    })
  if (reason === 'not-now' && what === 'call') return i18n._(noToACall)
  return i18n._(because[reason])
}
const noToACall = msg`A no to this call, and to nothing else.`
