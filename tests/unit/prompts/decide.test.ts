import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, isWithin, waitMs } from '../../../src/prompts/decide.ts'
import { longestCallMs } from '../../../src/prompts/passing.ts'
import type { Decision, PromptEvent } from '../../../src/prompts/decision.ts'
import { fewestDurations, longFrom } from '../../../src/prompts/long-calls.ts'
import { plainPromptSettings } from '../../../src/prompts/prompts.ts'
import { noPrompts, rebase, type PromptSettings } from '../../../src/prompts/state.ts'
import { play, type Happening } from './play.ts'

/** Every event of the stories below, in words. */
const events = {
  'a call begins': { kind: 'call-started', confirmed: true },
  'the call ends': { kind: 'call-ended', confirmed: true },
  marked: { kind: 'marked', confirmed: true },
  'a link says begun': { kind: 'call-started', confirmed: false },
  'a link says ended': { kind: 'call-ended', confirmed: false },
  'a link says marked': { kind: 'marked', confirmed: false },
  'not now': { kind: 'answered', answer: 'notNow' },
  'pause taken': { kind: 'answered', answer: 'pause' },
  'breath taken': { kind: 'answered', answer: 'breath' },
  'note taken': { kind: 'answered', answer: 'note' },
  'screen locked': { kind: 'screen', locked: true },
  'screen unlocked': { kind: 'screen', locked: false },
  'do-not-disturb on': { kind: 'presence', seen: { doNotDisturb: true } },
  'do-not-disturb off': { kind: 'presence', seen: { doNotDisturb: false } },
  'full screen on': { kind: 'presence', seen: { fullScreen: true } },
  'full screen off': { kind: 'presence', seen: { fullScreen: false } },
  'nobody at the keys': { kind: 'presence', seen: { idle: true } },
  'somebody at the keys': { kind: 'presence', seen: { idle: false } },
  'break due': { kind: 'reminder', what: 'break' },
  'eyes due': { kind: 'reminder', what: 'eyes' },
  'check-in due': { kind: 'reminder', what: 'check-in' },
  'quiet for 5 min': { kind: 'quiet', ms: 300_000 },
  'quiet for 60 min': { kind: 'quiet', ms: 3_600_000 },
  'quiet off': { kind: 'quiet', ms: 0 },
  'at work': { kind: 'active' },
} satisfies Record<string, PromptEvent>

/** `1:30` or `1:00:30`, as milliseconds. */
const msOf = (clock: string) =>
  clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000

/** `0:00 a call begins, 1:30 the call ends, 2:00 later`: each with its time. */
function storyOf(text: string): { story: Happening[]; until: number } {
  const parts = text.split(', ').map((part) => {
    const [, clock = '', what = ''] = /^(\S+) (.*)$/.exec(part) ?? []
    return { at: msOf(clock), what }
  })
  const known = new Map<string, PromptEvent>(Object.entries(events))
  const story = parts.flatMap(({ at, what }) => {
    const event = known.get(what)
    if (!event && what !== 'later') throw new Error(`nobody knows "${what}"`)
    return event ? [{ at, event }] : []
  })
  return { story, until: (parts.at(-1)?.at ?? 0) + 1 }
}

const clockOf = (ms: number) => {
  const [minutes, seconds] = [Math.floor(ms / 60_000), (ms % 60_000) / 1000]
  return `${minutes}:${seconds < 10 ? '0' : ''}${seconds}`
}

function inWords(decision: Decision): string {
  const { what, reason } = decision
  switch (decision.do) {
    case 'offer': {
      const with_ = what === 'call' && decision.note ? ' and note' : ''
      return `${decision.asked ? 'opens' : 'offers'} ${what}${with_}: ${reason}`
    }
    case 'hold':
      return `holds ${what} until ${clockOf(decision.until)}: ${reason}`
    case 'drop':
      return `${decision.counted ? 'counts' : 'drops'} ${what}: ${reason}`
    case 'withdraw':
      return `takes the card away: ${reason}`
    case 'silent':
      return `silent: ${reason}`
  }
}

const calls: PromptSettings = plainPromptSettings
/** What is decided at last, in words. */
function lastOf(text: string, settings: Partial<PromptSettings> = {}, wall = '10:00'): string {
  const { story, until } = storyOf(text)
  const startMinute = msOf(wall) / 1000
  const { told } = play(story, { ...calls, ...settings }, { startMinute, until })
  return (told.at(-1)?.decisions ?? []).map(inWords).join(' + ')
}

const markedCall = '0:00 a call begins, 1:00 marked, 1:30 the call ends'
const plainCall = '0:00 a call begins, 1:30 the call ends'

describe('when Lull speaks', () => {
  // prettier-ignore
  it.each<[because: string, story: string, then: string, given?: Partial<PromptSettings>]>([
    // What the agent asks for.
    ['a mark with no call known opens at once', '0:00 marked', 'opens call and note: asked-for'],
    ['a mark between two calls opens at once', `${plainCall}, 1:40 marked`, 'opens call and note: asked-for'],
    ['a mark during a call opens no window', '0:00 a call begins, 1:00 marked', 'silent: marked-waiting-for-its-end'],
    ['a second mark in the same call changes nothing', '0:00 a call begins, 1:00 marked, 1:20 marked', 'silent: marked-waiting-for-its-end'],
    ['once a hook has told of ends, a mark may be in a call that nobody announced', `${plainCall}, 5:00:00 a call begins, 9:10:00 marked`, 'silent: marked-waiting-for-its-end'],
    ['a mark opens through do-not-disturb', '0:00 do-not-disturb on, 1:00 marked', 'opens call and note: asked-for'],
    ['a mark opens in a full screen', '0:00 full screen on, 1:00 marked', 'opens call and note: asked-for'],
    ['a mark opens through Quiet', '0:00 quiet for 60 min, 1:00 marked', 'opens call and note: asked-for'],
    ['a mark opens in quiet hours', '0:00 marked', 'opens call and note: asked-for', { quietHours: { from: 0, to: 1439 } }],
    ['a mark opens after two noes', '0:00 break due, 0:05 not now, 30:00 break due, 30:05 not now, 40:00 marked', 'opens call and note: asked-for'],
    ['a mark opens after three offers', '0:00 break due, 30:00 break due, 60:00 break due, 70:00 marked', 'opens call and note: asked-for'],
    ['what was asked for uses no offer', '0:00 marked, 5:00 marked, 10:00 marked, 15:00 marked, 20:00 break due', 'offers break: reminder'],
    ['a mark while its call is being held opens what waits', `${markedCall}, 1:35 marked`, 'opens call and note: asked-for'],
    ['… and nothing comes after it', `${markedCall}, 1:35 marked, 1:40 not now, 3:00 later`, 'silent: not-now'],
    ['a mark opens over a reminder that waits, which gives way', '0:00 do-not-disturb on, 1:00 break due, 2:00 marked', 'drops break: gave-way + opens call and note: asked-for'],

    // After a call that was marked.
    ['after a marked call it waits a quarter of the usual gap', markedCall, 'holds call until 1:41.25: marked-call-ended'],
    ['… 5 s where the gap is 15 s', markedCall, 'holds call until 1:35: marked-call-ended', { gapMs: 15_000 }],
    ['… 20 s where there is no limit', markedCall, 'holds call until 1:50: marked-call-ended', { gapMs: null }],
    ['… and then offers, once', `${markedCall}, 1:42 later`, 'offers call and note: marked-call-ended'],
    ['a card that nobody answers fades', `${markedCall}, 3:00 later`, 'silent: faded'],
    ['… and isn’t offered again', `${markedCall}, 59:00 later`, 'silent: faded'],
    ['after a call that wasn’t marked it says nothing', plainCall, 'silent: call-not-marked'],
    ['a marked call is offered after three offers', '0:00 break due, 30:00 break due, 60:00 break due, 70:00 a call begins, 71:00 marked, 72:00 the call ends, 73:00 later', 'silent: faded'],
    ['a marked call is offered after two noes', '0:00 break due, 0:05 not now, 30:00 break due, 30:05 not now, 40:00 a call begins, 40:30 marked, 41:00 the call ends, 41:12 later', 'offers call and note: marked-call-ended'],
    ['a no to a marked call is no no to reminders', `${markedCall}, 1:45 not now, 2:00 a call begins, 2:10 marked, 3:00 the call ends, 3:15 not now, 10:00 break due`, 'offers break: reminder'],

    // When another call begins.
    ['a call that begins while it waits is waited for', `${markedCall}, 1:34 a call begins, 2:00 later`, 'holds call until 11:30: call-running'],
    ['… and the offer comes after that one, with the note within three minutes', `${markedCall}, 1:34 a call begins, 4:00 the call ends, 4:12 later`, 'offers call and note: marked-call-ended'],
    ['… after three minutes the pause only', `${markedCall}, 1:34 a call begins, 6:00 the call ends, 6:12 later`, 'offers call: marked-call-ended'],
    ['… after ten minutes it is counted for shift end, though the call still runs', `${markedCall}, 1:34 a call begins, 11:30 later`, 'counts call: held-too-long'],
    ['… and no card comes when that call ends', `${markedCall}, 1:34 a call begins, 14:00 the call ends, 15:00 later`, 'silent: call-not-marked'],
    ['a starting call takes the card away', `${markedCall}, 1:50 a call begins`, 'takes the card away: call-running'],
    ['a card that stood long enough to be read isn’t offered again', `${markedCall}, 1:50 a call begins, 2:30 the call ends`, 'silent: call-not-marked'],
    ['a card that stood for a second only comes once more', `${markedCall}, 1:42 a call begins, 2:30 the call ends, 2:42 later`, 'offers call and note: marked-call-ended'],
    ['… but not a third time', `${markedCall}, 1:42 a call begins, 2:30 the call ends, 2:42 a call begins, 3:00 the call ends`, 'silent: call-not-marked'],
    ['a card that was answered doesn’t come back', `${markedCall}, 1:42 not now, 1:43 a call begins, 2:30 the call ends`, 'silent: call-not-marked'],
    ['a pause that was begun from the card needs no card to be taken away', `${markedCall}, 1:50 pause taken, 1:55 a call begins`, 'silent: call-running'],
    ['a mark whose end nobody told is offered after the next call', '0:00 a call begins, 1:00 marked, 1:30 a call begins, 2:30 the call ends', 'holds call until 2:41.25: marked-call-ended'],
    ['two marked calls in a row are one offer; the older one is counted', `${markedCall}, 1:35 a call begins, 2:00 marked, 3:00 the call ends`, 'counts call: newer-call + holds call until 3:11.25: marked-call-ended'],
    ['a call whose end was never told is over after four hours', '0:00 a call begins, 4:00:01 marked', 'opens call and note: asked-for'],
    ['… and its mark is counted', '0:00 a call begins, 1:00 marked, 4:00:01 break due', 'counts call: end-never-told + offers break: reminder'],

    // What it waits for.
    ['do-not-disturb is waited for', `0:00 do-not-disturb on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 1:42 later`, 'holds call until 11:30: do-not-disturb'],
    ['… and the offer comes a moment after it', `0:00 do-not-disturb on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 3:00 do-not-disturb off, 3:12 later`, 'offers call and note: marked-call-ended'],
    ['… or it is counted after ten minutes', `0:00 do-not-disturb on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 11:31 later`, 'counts call: held-too-long'],
    ['a locked screen is waited for', `${markedCall}, 1:35 screen locked, 2:00 later`, 'holds call until 11:30: screen-locked'],
    ['… and the offer comes a while after somebody is back', `${markedCall}, 1:35 screen locked, 3:00 screen unlocked, 3:12 later`, 'offers call and note: marked-call-ended'],
    ['a presentation in full screen is waited for', `0:00 full screen on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 1:42 later`, 'holds call until 11:30: full-screen'],
    ['… unless the work runs full screen', `0:00 full screen on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 1:42 later`, 'offers call and note: marked-call-ended', { fullScreenWork: true }],
    ['Quiet is waited for', `0:00 quiet for 5 min, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 1:42 later`, 'holds call until 5:00: quiet'],
    ['… and ends when the agent says so', `0:00 quiet for 60 min, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 2:00 quiet off, 2:12 later`, 'offers call and note: marked-call-ended'],
    ['quiet hours are waited for', `${markedCall}, 1:42 later`, 'holds call until 4:41.25: quiet-hours', { quietHours: { from: 540, to: 604 } }],
    ['whoever didn’t touch a key during the call is there all the same', `0:00 a call begins, 1:00 marked, 1:10 nobody at the keys, 1:30 the call ends, 1:42 later`, 'offers call and note: marked-call-ended'],
    ['while something waits for two reasons, the end of one is not enough', `0:00 do-not-disturb on, 0:00 full screen on, 0:01 a call begins, 1:00 marked, 1:30 the call ends, 2:00 do-not-disturb off`, 'silent: at-work'],

    // Long calls.
    ['a long call is none of Lull’s business until the agent says so', '0:00 a call begins, 30:00 the call ends', 'silent: call-not-marked'],
    ['once switched on, a pause is offered after it', '0:00 a call begins, 30:00 the call ends, 30:12 later', 'offers long-call: long-call-ended', { longFromMs: 1_200_000 }],
    ['a call as long as the limit is not a long one', '0:00 a call begins, 20:00 the call ends', 'silent: call-not-marked', { longFromMs: 1_200_000 }],
    ['… once a shift', '0:00 a call begins, 30:00 the call ends, 31:00 a call begins, 61:00 the call ends', 'drops long-call: one-long-call', { longFromMs: 1_200_000 }],
    ['a long call that was marked is a marked call', '0:00 a call begins, 1:00 marked, 30:00 the call ends', 'holds call until 30:11.25: marked-call-ended', { longFromMs: 1_200_000 }],
    ['a long call is one of the three offers', '0:00 break due, 10:00 eyes due, 20:00 break due, 21:00 a call begins, 61:00 the call ends', 'drops long-call: three-offers', { longFromMs: 1_200_000 }],
    ['a long call that waits gives way to a marked one', '0:00 a call begins, 30:00 the call ends, 30:02 a call begins, 30:30 marked, 31:00 the call ends', 'drops long-call: gave-way + holds call until 31:11.25: marked-call-ended', { longFromMs: 1_200_000 }],

    // Chat, e-mail, in person.
    ['after a chat it says nothing', plainCall, 'silent: only-on-request', { onRequest: true }],
    ['… however long', '0:00 a call begins, 30:00 the call ends', 'silent: only-on-request', { onRequest: true, longFromMs: 1_200_000 }],
    ['a mark during a chat opens at once: another may run beside it all day', '0:00 a call begins, 1:00 marked', 'opens call and note: asked-for', { onRequest: true }],
    ['a chat that begins beside leaves what was asked for', '0:00 marked, 0:05 a call begins', 'silent: call-running', { onRequest: true }],
    ['a reminder waits until a chat ends', '0:00 a call begins, 1:00 break due, 2:00 the call ends, 2:12 later', 'offers break: reminder', { onRequest: true }],

    // Reminders.
    ['a reminder is offered between calls', `${plainCall}, 60:00 break due`, 'offers break: reminder'],
    ['… to whoever has no hook at all', '60:00 eyes due', 'offers eyes: reminder'],
    ['a check-in at a random moment is a reminder like the others', '60:00 check-in due', 'offers check-in: reminder'],
    ['a reminder during a call waits', '0:00 a call begins, 1:00 break due', 'holds break until 11:00: call-running'],
    ['… for its end and a quarter of the gap', '0:00 a call begins, 1:00 break due, 5:00 the call ends, 5:12 later', 'offers break: reminder'],
    ['… and no longer than ten minutes', '0:00 a call begins, 1:00 break due, 11:00 later', 'drops break: held-too-long'],
    ['a reminder gives way to a marked call', '0:00 a call begins, 1:00 break due, 3:00 marked, 5:00 the call ends', 'drops break: gave-way + holds call until 5:11.25: marked-call-ended'],
    ['a reminder doesn’t come while a marked call waits', `${markedCall}, 1:35 break due`, 'drops break: something-waits'],
    ['a reminder doesn’t come over a card', `${markedCall}, 1:45 eyes due`, 'drops eyes: card-stands'],
    ['… nor into a breath', `${markedCall}, 1:45 breath taken, 2:20 eyes due`, 'drops eyes: card-stands'],
    ['… nor into the first minute of a note', `${markedCall}, 1:45 note taken, 2:40 eyes due`, 'drops eyes: card-stands'],
    ['… and comes again later', `${markedCall}, 1:45 note taken, 2:46 eyes due`, 'offers eyes: reminder'],
    ['a locked screen is a break already', '0:00 screen locked, 1:00 break due', 'drops break: screen-locked'],
    ['a reminder that waits goes when the screen locks', '0:00 do-not-disturb on, 1:00 break due, 2:00 screen locked', 'drops break: screen-locked'],
    ['nobody at the keys, no reminder', '0:00 nobody at the keys, 1:00 break due', 'drops break: away'],
    ['… but on a call nobody needs keys', '0:00 nobody at the keys, 0:30 a call begins, 1:00 break due', 'holds break until 11:00: call-running'],
    ['a meeting of some minutes is waited out', '0:00 do-not-disturb on, 1:00 break due, 8:00 do-not-disturb off, 8:12 later', 'offers break: reminder'],
    ['Quiet that ends soon is waited out', '0:00 quiet for 5 min, 1:00 break due, 5:01 later', 'offers break: reminder'],
    ['Quiet for an hour drops it at once', '0:00 quiet for 60 min, 1:00 break due', 'drops break: quiet'],
    ['quiet hours drop it at once', '0:00 break due', 'drops break: quiet-hours', { quietHours: { from: 0, to: 1439 } }],
    ['the fourth reminder of a shift isn’t offered', '0:00 break due, 30:00 break due, 60:00 break due, 90:00 break due', 'drops break: three-offers'],
    ['a new shift begins anew', '0:00 break due, 30:00 break due, 60:00 break due, 6:00:00 at work, 6:01:00 break due', 'offers break: reminder'],
    ['a shift of 16 hours is over, however busy', '0:00 at work, 1:00 break due, 4:00:00 break due, 8:00:00 break due, 8:01:00 at work, 12:00:00 at work, 16:00:00 at work, 16:10:00 break due', 'offers break: reminder'],
    ['a desktop that wakes by itself is no new shift', '0:00 break due, 30:00 break due, 60:00 break due, 6:00:00 nobody at the keys, 6:01:00 do-not-disturb off, 6:02:00 somebody at the keys, 6:03:00 break due', 'offers break: reminder'],
    ['two noes in a row are silence for the shift', '0:00 break due, 0:05 not now, 30:00 eyes due, 30:05 not now, 60:00 break due', 'drops break: two-noes'],
    ['a card that fades between them is no answer', '0:00 break due, 0:05 not now, 30:00 break due, 60:00 break due, 60:05 not now, 90:00 break due', 'drops break: two-noes'],
    ['a pause between them begins the count anew', '0:00 break due, 0:05 not now, 30:00 break due, 30:05 pause taken, 60:00 break due', 'offers break: reminder'],
    ['a card that fades twice is no no at all', '0:00 break due, 30:00 break due, 60:00 break due', 'offers break: reminder'],
    ['an answer to no card is heard by nobody', '0:00 not now, 0:10 not now, 1:00 break due', 'offers break: reminder'],

    // What anybody may have sent.
    ['an unconfirmed end offers nothing', '0:00 a call begins, 1:00 marked, 1:30 a link says ended', 'silent: unconfirmed'],
    ['an unconfirmed mark opens nothing', '0:00 a link says marked', 'silent: unconfirmed'],
    ['no card stands over a call that only a link tells of', `${markedCall}, 1:50 a link says begun`, 'takes the card away: call-told'],
    ['… and it comes once more when the link tells of the end, however long it had stood', `${markedCall}, 2:00 a link says begun, 2:30 a link says ended, 2:42 later`, 'offers call and note: marked-call-ended'],
    ['… again and again, for it may never have been a call', `${markedCall}, 1:45 a link says begun, 2:00 a link says ended, 2:15 a link says begun, 2:30 a link says ended, 2:42 later`, 'offers call and note: marked-call-ended'],
    ['… and without an end it is counted after ten minutes', `${markedCall}, 1:45 a link says begun, 11:31 later`, 'counts call: held-too-long'],
    ['a card whose ten minutes are over when a link takes it away is counted', `${markedCall}, 1:34 a call begins, 11:00 the call ends, 11:12 a link says begun, 11:31 later`, 'counts call: held-too-long'],
    ['what waits doesn’t come into a call that only a link tells of', `${markedCall}, 1:34 a link says begun, 1:42 later`, 'holds call until 11:30: call-told'],
    ['… and comes a moment after its end', `${markedCall}, 1:34 a link says begun, 2:30 a link says ended, 2:42 later`, 'offers call and note: marked-call-ended'],
    ['… or after the end that a surer door tells', `${markedCall}, 1:34 a link says begun, 2:30 the call ends, 2:42 later`, 'offers call and note: marked-call-ended'],
    ['an unconfirmed start lets a reminder wait', '0:00 a link says begun, 1:00 break due', 'holds break until 11:00: call-told'],
    ['… until its end', '0:00 a link says begun, 1:00 break due, 3:00 a link says ended, 3:12 later', 'offers break: reminder'],
    ['… and is believed for an hour', '0:00 a link says begun, 60:01 break due', 'offers break: reminder'],
    ['a reminder that a link took away is no second offer when it is back', '0:00 break due, 30:00 break due, 60:00 break due, 60:10 a link says begun, 60:30 a link says ended, 60:42 later', 'offers break: reminder'],
    ['… and leaves the two others', '0:00 break due, 0:10 a link says begun, 0:30 a link says ended, 20:00 break due, 40:00 break due', 'offers break: reminder'],
    ['… nor does it leave one more', '0:00 break due, 0:10 a link says begun, 0:30 a link says ended, 20:00 break due, 40:00 break due, 60:00 break due', 'drops break: three-offers'],
    ['a breath that was begun stays: the agent took it', `${markedCall}, 1:45 breath taken, 1:50 a link says begun`, 'silent: unconfirmed'],
    ['a chat that a link tells of leaves what was asked for', '0:00 marked, 0:05 a link says begun', 'silent: unconfirmed', { onRequest: true }],
    ['the end of a link ends no call that a surer door told of', `0:00 a call begins, 1:00 break due, 2:00 a link says ended`, 'silent: unconfirmed'],
    ['what is asked for opens, whatever a link says', '0:00 a link says begun, 1:00 marked', 'opens call and note: asked-for'],
    ['an unconfirmed signal is no sign of a new shift', '0:00 break due, 30:00 break due, 60:00 break due, 6:00:00 a link says begun, 6:01:00 a link says ended, 6:02:00 break due', 'drops break: three-offers'],
    ['an unconfirmed end is no hook to wait for', '0:00 a link says ended, 1:00 marked', 'opens call and note: asked-for'],
  ])('%s', (_because, story, then, given) => {
    expect(lastOf(story, given)).toBe(then)
  })

  it.each<[because: string, wall: string, then: string]>([
    ['before midnight', '23:30', 'drops break: quiet-hours'],
    ['past midnight', '05:30', 'drops break: quiet-hours'],
    ['in their last ten minutes, until they end', '06:25', 'holds break until 5:00: quiet-hours'],
    ['no longer than they last', '06:30', 'offers break: reminder'],
    ['not before they begin', '21:59', 'offers break: reminder'],
  ])('holds through quiet hours from 22:00 to 06:30: %s', (_because, wall, then) => {
    expect(lastOf('0:00 break due', { quietHours: { from: 1320, to: 390 } }, wall)).toBe(then)
  })

  it.each([
    [4_000, 5_000],
    [15_000, 5_000],
    [45_000, 11_250],
    [120_000, 20_000],
    [null, 20_000],
  ])('with %j ms between calls it waits %j ms', (gapMs, wait) => {
    expect(waitMs({ gapMs })).toBe(wait)
  })

  it('holds on when its timer comes a little early, until the moment it said', () => {
    const { story } = storyOf(markedCall)
    const { state } = play(story, calls, { startMinute: 600, until: 90_001 })
    const due = { kind: 'due' } as const
    const early = decide(state, due, calls, { elapsed: 101_249, minute: 601 })
    expect(inWords(early.decision)).toBe('holds call until 1:41.25: not-due')
    const then = decide(early.state, due, calls, { elapsed: 101_250, minute: 601 })
    expect(inWords(then.decision)).toBe('offers call and note: marked-call-ended')
  })

  it('means the same after it was moved to another zero of the clock', () => {
    const event = fc.constantFrom<PromptEvent>(...Object.values(events), { kind: 'due' })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), event)), fc.integer(), (steps, shift) => {
        let here = noPrompts
        let there = rebase(noPrompts, shift)
        let now = 0
        for (const [seconds, each] of steps) {
          now += seconds * 1000
          const one = decide(here, each, calls, { elapsed: now, minute: 600 })
          const other = decide(there, each, calls, { elapsed: now + shift, minute: 600 })
          expect(other.decision.do).toBe(one.decision.do)
          here = one.state
          there = other.state
        }
        expect(rebase(there, -shift)).toEqual(here)
      }),
    )
  })

  it('takes a call that was never said to end for over after four hours, and not before', () => {
    const begun = decide(noPrompts, events['a call begins'], calls, { elapsed: 0, minute: 0 }).state
    const at = (elapsed: number) =>
      decide(begun, events.marked, calls, { elapsed, minute: 0 }).decision.do
    expect(at(longestCallMs)).toBe('silent')
    expect(at(longestCallMs + 1)).toBe('offer')
  })
})

describe('hours of the day', () => {
  it('past midnight are those that the same hours by day leave over', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, minute, (from, to, at) => {
        if (from === to) return
        expect(isWithin({ from, to }, at)).toBe(!isWithin({ from: to, to: from }, at))
        expect(isWithin({ from, to }, from)).toBe(true)
        expect(isWithin({ from, to }, to)).toBe(false)
      }),
    )
  })
})

describe('a long call', () => {
  it('is not known before thirty durations are', () => {
    const durations = Array.from({ length: fewestDurations }, (_, nth) => nth + 1)
    expect(longFrom(durations.slice(1))).toBeNull()
    expect(longFrom(durations)).toBe(27)
  })

  it('is longer than nine in ten of the agent’s own, in whatever order they came', () => {
    const durations = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 30 })
    fc.assert(
      fc.property(durations, (given) => {
        const limit = longFrom(given) ?? 0
        expect(longFrom(given.toReversed())).toBe(limit)
        expect(given).toContain(limit)
        const longer = given.filter((each) => each > limit).length
        expect(longer).toBeLessThanOrEqual(given.length / 10)
      }),
    )
  })
})
