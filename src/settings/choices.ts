/** What there is to choose, and what was chosen. Words for these live in renderer/i18n. */
import type { PauseKind } from '../breathing/kinds.ts'
import type { OwnPatternId } from '../breathing/own.ts'
import type { ReminderCount } from './reminder-counts.ts'
import { plainShortcuts, type Shortcuts } from './shortcuts.ts'
import type { languages } from './languages.ts'
import type { WeekStart } from './week-start.ts'

/** Whether words may be written at this desk. `unasked` until the first could be. */
export const wordModes = ['unasked', 'numbers', 'numbers-and-words'] as const
/** What the agent mostly does; names what a note is about (call, message, visit). */
export const works = ['calls', 'messages', 'email', 'in-person'] as const
/** How long it usually is between two calls. */
export const gaps = ['15s', '45s', '2min', 'no-limit'] as const
/** Whether a note says once, after a while of writing, that one can stop (src/notes/brooding.ts). */
export const stopLines = ['on', 'off'] as const
/** Whether a card of the guide may stand after a note. */
export const cardsAfterNote = ['on', 'off'] as const
export const onOff = ['on', 'off'] as const
/** Asked once each, when they begin to matter, and never before. */
export const questions = ['work', 'gap'] as const

export type Work = (typeof works)[number]
export type Gap = (typeof gaps)[number]
export type Question = (typeof questions)[number]

export interface Settings {
  words: (typeof wordModes)[number]
  work: Work | null
  gap: Gap | null
  /** `22:00`: when shifts usually start. For entries added later, and imports; never to re-date. */
  shiftStart: string | null
  stopLine: (typeof stopLines)[number]
  cardAfterNote: (typeof cardsAfterNote)[number]
  /** A pause is offered after calls that were long for this agent, at most once a shift. */
  longCalls: boolean
  /** `22:00-06:30`: nothing is offered in these hours, past midnight too; null is none. */
  quietHours: string | null
  /** A full screen is where the work is, and no presentation. */
  fullScreenWork: boolean
  /** Whether a shift's start asks for a time one helped, and for the other side, in turn. */
  startMoment: (typeof onOff)[number]
  /** How many check-ins a shift are asked for, at random moments. */
  checkInReminders: ReminderCount
  /** Null is as where the language is spoken. */
  weekStart: WeekStart | null
}

/** Nothing asked and nothing said yet. */
export const unsaid: Settings = {
  words: 'unasked',
  work: null,
  gap: null,
  shiftStart: null,
  stopLine: 'on',
  cardAfterNote: 'on',
  longCalls: false,
  quietHours: null,
  fullScreenWork: false,
  startMoment: 'on',
  checkInReminders: 0,
  weekStart: null,
}

/** Hours by a clock on the wall, as minutes of the day; null where the text isn't such hours. */
export function hoursOf(text: string): { from: number; to: number } | null {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = Number(toHour) * 60 + Number(toMinute)
  return Number.isNaN(from) || Number.isNaN(to) || from === to ? null : { from, to }
}

/** The usual gap in milliseconds; null is no limit. Until the agent says otherwise, 45 s. */
export function gapMs(gap: Gap | null): number | null {
  switch (gap) {
    case '15s':
      return 15_000
    case '2min':
      return 120_000
    case 'no-limit':
      return null
    case '45s':
    case null:
      return 45_000
  }
}

export const themes = ['system', 'light', 'dark'] as const
export const motions = ['system', 'less', 'none'] as const
/** After how many minutes without a key or a move of the pointer the journal locks. */
export const lockMinutes = [1, 5, 15, 30, 60] as const

/** By what Lull tells of an offer; `fits`: as this desktop and its screen reader suggest. */
export const tellWays = ['fits', 'card', 'notification', 'tray'] as const
/** What that comes to. */
export type TellWay = Exclude<(typeof tellWays)[number], 'fits'>

/** How loud the tones are, in hundredths. */
export const volumes = [0, 25, 50, 75, 100] as const
/** A break every so many minutes, and a look into the distance; null is never. */
export const breakMinutes = [30, 60, 90, 120] as const
export const eyeRestMinutes = [20, 40] as const
export const mostOwnPatterns = 12
/** A list of kinds has room for Lull's own and for all of the agent's. */
export const mostKinds = 40
export const longestOutputLabel = 200

/** What belongs to this computer, not to the journal: it must be known while that is locked. */
export interface DeviceChoices {
  language: (typeof languages)[number]
  theme: (typeof themes)[number]
  motion: (typeof motions)[number]
  /** No large bright surface, in the light theme either. */
  dim: boolean
  lockMinutes: (typeof lockMinutes)[number]
  /** Journal and Trends blank themselves a few seconds after their window has lost the focus. */
  blankAway: boolean
  /** The system leaves Lull's windows out of recordings and shared screens, where it can. */
  hideFromCapture: boolean
  /** The pause that was taken last, and for how long it was planned: the tray offers it first. */
  pauseLast: PauseKind
  pauseLastMs: number
  ownPatterns: readonly OwnPatternId[]
  /** Thumbs down: no longer in front. */
  pausesOff: readonly PauseKind[]
  /** Among which "choose for me" draws. */
  chooseFrom: readonly PauseKind[]
  /** Off at first: an agent's ear is the customer's line. */
  sound: boolean
  volume: (typeof volumes)[number]
  /** The label of the device that tones go to; null is the computer's own choice. */
  soundOutput: string | null
  breakEveryMin: (typeof breakMinutes)[number] | null
  eyeRestEveryMin: (typeof eyeRestMinutes)[number] | null
  /** The line of the first pause was shown; the whole safety text was read before one with holds. */
  safetyRead: boolean
  holdsRead: boolean
  tellBy: (typeof tellWays)[number]
  /** Keys that work in every program. */
  shortcuts: Shortcuts
  /** It was said that this desktop shows no tray icons. */
  noTrayTold: boolean
  /** It was said that this desktop puts windows where it likes. */
  unplacedTold: boolean
  /** Whether Lull's own links are heard: off until the agent wants them. */
  linkOn: boolean
  /** Whether a microphone in use counts as a call. */
  microphone: boolean
  /** A phone was connected, or the agent was told that it can be. */
  connectTold: boolean
}

export const plainDevice: DeviceChoices = {
  language: 'en',
  theme: 'system',
  motion: 'system',
  dim: false,
  lockMinutes: 15,
  blankAway: true,
  hideFromCapture: false,
  pauseLast: 'longer-exhale',
  pauseLastMs: 60_000,
  ownPatterns: [],
  pausesOff: [],
  chooseFrom: ['longer-exhale', 'three-sighs', 'cyclic-sighing', 'coherent', 'window'],
  sound: false,
  volume: 50,
  soundOutput: null,
  breakEveryMin: null,
  eyeRestEveryMin: null,
  safetyRead: false,
  holdsRead: false,
  tellBy: 'fits',
  shortcuts: plainShortcuts,
  noTrayTold: false,
  unplacedTold: false,
  linkOn: false,
  microphone: false,
  connectTold: false,
}
