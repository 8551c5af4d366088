/** docs/when-lull-speaks.md: the policy in plain words, and three days of its decisions. */
import { format } from 'prettier'
import type { Decision, Reason } from '../../src/prompts/decision.ts'
import { linesOf } from '../../src/prompts/log.ts'
import type { What } from '../../src/prompts/state.ts'
import { workingDays, type WorkingDay } from './days.ts'
import type { Lived } from './live.ts'

const policy = `# When Lull speaks

One pure function decides, \`decide\` in \`src/prompts/decide.ts\`: from what happened, what it remembers,
what the agent has chosen and a moment, to _offer_, _hold until_, _drop_ or _silent_, with a reason that
the agent can read in Lull under "Why did or didn't Lull ask?" for seven days. Nothing in it knows who
called, or how a call went.

**What you ask for opens at once**, by shortcut, tray or command, and counts towards no limit. Pressed
while a call runs, the shortcut marks that call, and no window comes.

**After a call that you marked, Lull offers once**, outside every limit. It waits a quarter of your usual
gap, 5 to 20 s. What it offers fits: under 90 s a breath in the card, from 90 s a minute.

**If the next call comes first, it waits.** Once the call has been over for three minutes, it offers the
pause only and no note. After ten minutes there is no card any more: the call is kept for the end of the
shift. Two marked calls in a row are one offer, for the newer one. A card that a call takes away is
gone, unless it had stood for less than five seconds: then it comes once more.

**It tells you of it** by a card in a corner, which takes no focus; by a notification of the system, with
a few neutral words and no sound (so it is by itself where a screen reader runs, or where the desktop puts
windows where it likes); or by the tray alone: you choose. Whichever it is goes after half a minute, and
when a call begins. Keys of your choice give the card the focus, and so does a click; before that it hears
no key. What you ask for is a card in any case.

**It waits, too, through** do-not-disturb, a locked screen, a presentation in full screen (unless "My work
runs full screen"), Quiet from the tray, and your quiet hours (none, until you choose some). When what it
waited for ends, it lets a moment pass. Do-not-disturb is seen on GNOME and KDE, a full screen on X11, and
both only while something waits; Windows and macOS tell such a program as Lull of neither, but hold back a
notification themselves. Lull has a page that says what it can see at your desk.

**All the rest is at most three offers a shift**: reminders that you switched on (a break, the eyes, a
check-in at random moments), and, if you want them, a pause after a call longer than nine in ten of your own (known from thirty calls on; once a shift). What
would have to wait for more than ten minutes is left out. A reminder is left out, and uses up no offer,
while the screen is locked or nobody is at the keyboard (you have your break; after five minutes away the
reminders count anew), while another card or its
pause is there, and while a marked call waits.

**Only a pressed "not now" is a no.** A card that fades is no answer. Two noes in a row to what you didn’t
mark are silence for the rest of the shift. A no after a marked call is a no to that call, and no more.

**Chat, e-mail, in person: only what you ask for.** Several run side by side, so that none of their ends
is a lull; a mark opens at once. A reminder waits until one of them ends.

**A signal that nobody confirmed** (a link) takes nothing from you: no limit moves, and a note or a pause
that you opened stays where it is. While a link says that a call runs, no card that Lull brings by itself
stands over it. One that is there goes, and comes once more when the link tells of the end, as the same
offer; what waits, waits on. After an hour nobody believes such a call any more.

A shift, here, ends after five hours without a sign of you, or after sixteen. A call whose end nobody
told is over after four hours. What Lull remembers outlives a lock; it is times and counts.

The three days below are lived by the product’s own policy with its own timers. Calls that nobody marked
are told in one line, and so is what was decided again and again.
`

const things: Record<What, string> = {
  call: 'the card',
  'long-call': 'a pause after a long call',
  break: 'a break',
  eyes: 'rest for the eyes',
  'check-in': 'a check-in',
}

const because: Record<Reason, string> = {
  'asked-for': 'asked for',
  'marked-call-ended': 'the marked call is over',
  'long-call-ended': 'that call was a long one',
  reminder: 'it is time for it',
  'marked-waiting-for-its-end': 'waits for the call’s end',
  'call-not-marked': 'none was marked',
  'only-on-request': 'chats: only what is asked for',
  unconfirmed: 'nobody confirmed it',
  'call-running': 'a call or a chat runs',
  'call-told': 'a link says that a call runs',
  'screen-locked': 'the screen is locked',
  'do-not-disturb': 'do-not-disturb is on',
  'full-screen': 'a program has the full screen',
  quiet: 'quiet was asked for',
  'quiet-hours': 'quiet hours',
  away: 'nobody is at the keyboard',
  'card-stands': 'another card, or its pause, is there',
  'something-waits': 'something else waits already',
  'gave-way': 'a marked call comes first',
  'newer-call': 'a newer marked call takes its place',
  'held-too-long': 'it has waited for ten minutes',
  'end-never-told': 'nothing told of its end',
  'three-offers': 'three offers in this shift',
  'one-long-call': 'one after a long call in this shift',
  'two-noes': 'two noes in a row',
  'not-due': 'too early',
  'nothing-held': 'nothing waits',
  'at-work': '',
  paused: 'the agent takes the pause',
  noted: 'the agent begins a note',
  'checked-in': 'the agent begins a check-in',
  'not-now': 'the agent says: not now',
  faded: 'nobody answers, and it fades',
}

const answers: ReadonlySet<Reason> = new Set(['paused', 'noted', 'not-now', 'faded'])

const clockOf = (ms: number) => new Date(ms).toISOString().slice(11, 19)

function did(decision: Decision): string {
  switch (decision.do) {
    case 'offer': {
      const which = decision.what === 'call' ? (decision.note ? '' : ', without the note') : ''
      return `**${decision.asked ? 'opens' : 'offers'} ${things[decision.what]}**${which}`
    }
    case 'hold':
      return `holds ${things[decision.what]}`
    case 'drop':
      return decision.counted ? 'keeps it for shift end' : `leaves out ${things[decision.what]}`
    case 'withdraw':
      return `takes the card away`
    case 'silent':
      return 'keeps quiet'
  }
}

interface Line {
  at: string
  happened: string
  lull: string
  because: string
  /** For lines that say the same: how many calls they stand for, and when the last one ended. */
  calls: number
  last: string
}

/** What is worth a line: what the agent could read in Lull, and what happened beside the calls. */
function linesOfDay(lived: readonly Lived[]): Line[] {
  const lines: Line[] = []
  for (const { at, happened, decisions } of lived) {
    const isCall = happened !== null && /^(a|the) (call|chat) (begins|ends)$/.test(happened)
    const told = decisions.filter((decision) => linesOf([decision], 0).length > 0)
    if (told.length === 0) {
      if (happened !== null && !isCall)
        lines.push({ at: clockOf(at), happened, lull: '', because: '', calls: 0, last: '' })
      continue
    }
    told.forEach((decision, nth) => {
      const plain = decision.reason === 'call-not-marked' || decision.reason === 'only-on-request'
      const last = lines.at(-1)
      const reason = because[decision.reason]
      if (plain && last && last.calls > 0 && last.because === reason) {
        last.calls++
        last.last = clockOf(at)
      } else if (answers.has(decision.reason))
        lines.push({ at: clockOf(at), happened: reason, lull: '', because: '', calls: 0, last: '' })
      else
        lines.push({
          at: clockOf(at),
          happened: nth === 0 ? (happened ?? '') : '',
          lull: did(decision),
          because: reason,
          calls: plain ? 1 : 0,
          last: '',
        })
    })
  }
  return lines
}

function tableOf({ title, about, lived }: WorkingDay): string {
  const noun = title.includes('chat') ? 'chats end' : 'calls end'
  const rows = linesOfDay(lived).map(({ at, happened, lull, because: why, calls, last }) => {
    const what = calls > 1 ? `${calls} ${noun}, the last at ${last}` : happened
    return `| ${at} | ${what} | ${lull} | ${why} |`
  })
  return [
    `## ${title}\n`,
    `${about}\n`,
    '| at | what happens | Lull | because |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** The whole page, as it is kept in the repository. */
export const page = (): Promise<string> =>
  format([policy, ...workingDays().map(tableOf)].join('\n\n'), {
    parser: 'markdown',
    printWidth: 100,
    proseWrap: 'preserve',
  })
