/** Three days at work, the same on every machine: what docs/when-lull-speaks.md prints. */
import { plainPromptSettings } from '../../src/prompts/prompts.ts'
import { chanceFrom } from '../demo/chance.ts'
import { sitDown, type Lived } from './live.ts'

export interface WorkingDay {
  title: string
  /** What kind of day, and what this agent has chosen. */
  about: string
  lived: Lived[]
}

/** Seconds of a call, and of the gap after it. */
export interface FloorCall {
  seconds: number
  gap: number
}

/**
 * The 150 calls of a night: most of one to three minutes, some longer, one of forty; 15 s to 2 min
 * between them. They fill the nine hours from 22:00 to 07:00 beside a meal and a meeting.
 */
export function floorCalls(): FloorCall[] {
  const chance = chanceFrom(22)
  const calls = Array.from({ length: 150 }, (_, nth) => {
    const seconds = nth % 25 === 12 ? chance.between(420, 900) : chance.between(45, 180)
    return { seconds, gap: chance.between(15, 85) }
  })
  calls[88] = { seconds: 2400, gap: 40 }
  calls[0] = { seconds: 45, gap: 120 }
  return calls
}

function floor(): WorkingDay {
  const desk = sitDown({
    begins: '22:00',
    settings: plainPromptSettings,
    reminders: { breakEveryMin: 120, eyeRestEveryMin: null },
    longCalls: true,
    answers: ['breath', 'faded', 'pause', 'note', 'notNow'],
  })
  const marks = new Map([
    [22, { after: 40, words: 'a tough one: the agent presses the shortcut' }],
    [61, { after: 30, words: 'a second tough one is marked' }],
    [97, { after: 35, words: 'an abusive one is marked' }],
    [121, { after: 50, words: 'a third tough one is marked' }],
  ])
  floorCalls().forEach(({ seconds, gap }, nth) => {
    // As it happens: three of the four have the next call in their neck.
    const marked = marks.get(nth)
    desk.call(seconds, marked)
    if (nth === 61) desk.pass(4)
    else if (nth === 121) {
      desk.pass(6)
      desk.hear('a team meeting: do-not-disturb goes on', {
        kind: 'presence',
        seen: { doNotDisturb: true },
      })
      desk.pass(25 * 60)
      desk.hear('the meeting is over', { kind: 'presence', seen: { doNotDisturb: false } })
      desk.pass(gap)
    } else if (nth === 74) {
      desk.pass(15)
      desk.hear('the meal: the screen is locked', { kind: 'screen', locked: true })
      desk.pass(30 * 60)
      desk.hear('back at the desk', { kind: 'screen', locked: false })
      desk.pass(gap)
    } else desk.pass(gap)
  })
  return {
    title: 'A night on the floor',
    about:
      '22:00 to 07:00, 150 calls of 45 s to 40 min, 15 s to 2 min between them. The phone program tells Lull when a call begins and ends. Usual gap: 45 s. A break every 120 min and a pause after long calls are switched on.',
    lived: desk.lived,
  }
}

function chats(): WorkingDay {
  const desk = sitDown({
    begins: '09:00',
    settings: { ...plainPromptSettings, onRequest: true, gapMs: null },
    reminders: { breakEveryMin: 120, eyeRestEveryMin: 40 },
    longCalls: false,
    answers: ['pause', 'note', 'notNow', 'faded'],
  })
  const chance = chanceFrom(9)
  let open = 0
  // A chat ends and the next one comes: three are open nearly all the time.
  for (let turn = 0; turn < 80; turn++) {
    const begins = open < 3 && (open < 2 || turn % 4 !== 0)
    if (begins) {
      open++
      desk.hear('a chat begins', { kind: 'call-started', confirmed: true })
    } else {
      open--
      desk.hear('a chat ends', { kind: 'call-ended', confirmed: true })
    }
    desk.pass(chance.between(60, 330))
    if (turn === 21 || turn === 52) {
      desk.hear('a chat has gone badly: the agent presses the shortcut', {
        kind: 'marked',
        confirmed: true,
      })
      desk.pass(90)
    }
    if (turn === 40) {
      desk.hear('lunch: nobody is at the keyboard', { kind: 'presence', seen: { idle: true } })
      desk.pass(40 * 60)
      desk.hear('back at the desk', { kind: 'presence', seen: { idle: false } })
    }
  }
  return {
    title: 'A day of chats',
    about:
      '09:00 to about 17:00, three chats side by side, whose program tells Lull when one begins and ends. A break every 120 min and rest for the eyes every 40 min are switched on.',
    lived: desk.lived,
  }
}

function citrix(): WorkingDay {
  const desk = sitDown({
    begins: '08:00',
    settings: { ...plainPromptSettings, gapMs: 120_000 },
    reminders: { breakEveryMin: 60, eyeRestEveryMin: null },
    longCalls: false,
    answers: ['pause', 'faded', 'pause', 'notNow', 'notNow'],
  })
  const chance = chanceFrom(8)
  const calls = (count: number) => {
    for (let nth = 0; nth < count; nth++) {
      desk.call(chance.between(120, 420))
      desk.pass(chance.between(30, 120))
    }
  }
  const tough = { after: 60, words: 'a tough one: the agent presses the shortcut' }
  desk.hear('the remote desktop fills the screen', { kind: 'presence', seen: { fullScreen: true } })
  calls(6)
  desk.call(300, tough)
  desk.pass(700)
  desk.choose('the agent reads why, and switches on "My work runs full screen"', {
    fullScreenWork: true,
  })
  calls(5)
  desk.call(240, tough)
  desk.pass(120)
  calls(8)
  desk.hear('"Quiet for 30 min" from the tray', { kind: 'quiet', ms: 1_800_000 })
  calls(4)
  desk.call(200, tough)
  desk.pass(60)
  calls(4)
  desk.hear('the agent asks: the shortcut between two calls', {
    kind: 'marked',
    confirmed: true,
  })
  desk.pass(120)
  calls(36)
  return {
    title: 'A day in a full-screen remote desktop',
    about:
      '08:00 to about 16:00, everything in one full-screen Citrix window; the phone program runs beside it. Usual gap: 2 min. A break every 60 min is switched on.',
    lived: desk.lived,
  }
}

export const workingDays = (): WorkingDay[] => [floor(), chats(), citrix()]
