import type { CardAnswer, Presence } from '../ports.ts'
import type { PromptState, Reminder, What } from './state.ts'

/** What the rule hears, and what it may come to: src/prompts/decide.ts. */
export type PromptEvent =
  /**
   * `confirmed: false`: anybody may have sent it (a link). It uses nothing up and takes nothing for good;
   * while it says that a call runs, what comes uncalled waits.
   */
  | { kind: 'call-started'; confirmed: boolean }
  | { kind: 'call-ended'; confirmed: boolean }
  | { kind: 'marked'; confirmed: boolean }
  /** The time of a hold has come. */
  | { kind: 'due' }
  | { kind: 'answered'; answer: CardAnswer }
  | { kind: 'screen'; locked: boolean }
  /** What the desktop tells of itself; what isn't named stays as it was. */
  | { kind: 'presence'; seen: Partial<Presence> }
  /** A reminder that the agent switched on. */
  | { kind: 'reminder'; what: Reminder }
  /** Quiet for so long, in milliseconds; 0 ends it. */
  | { kind: 'quiet'; ms: number }
  /** The agent did something in Lull: a sign of being at work, and no more. */
  | { kind: 'active' }

/** The moment of an event: by the monotonic clock, and as minute of the day on the wall. */
export interface Moment {
  elapsed: number
  minute: number
}

export type Decision =
  | {
      do: 'offer'
      /** The agent asked: it may take the focus, and counts towards no limit. */
      asked: boolean
      what: What
      /** Whether a note is offered too; after three minutes it is the pause only. */
      note: boolean
      reason: Reason
    }
  | { do: 'hold'; what: What; until: number; reason: Reason }
  /** The card goes away: a call began. */
  | { do: 'withdraw'; what: What; reason: Reason }
  | Drop
  | { do: 'silent'; what: What | null; reason: Reason }

export interface Drop {
  do: 'drop'
  what: What
  /** A marked call is in the journal: shift end finds it there. */
  counted: boolean
  reason: Reason
}

/** Each has its words in renderer/i18n/main/asked.ts: whoever asks "why?" reads them. */
export const reasons = [
  'asked-for',
  'marked-call-ended',
  'long-call-ended',
  'reminder',
  'marked-waiting-for-its-end',
  'call-not-marked',
  'only-on-request',
  'unconfirmed',
  'call-running',
  'call-told',
  'screen-locked',
  'do-not-disturb',
  'full-screen',
  'quiet',
  'quiet-hours',
  'away',
  'card-stands',
  'something-waits',
  'gave-way',
  'newer-call',
  'held-too-long',
  'end-never-told',
  'three-offers',
  'one-long-call',
  'two-noes',
  'not-due',
  'nothing-held',
  'at-work',
  'paused',
  'noted',
  'checked-in',
  'not-now',
  'faded',
] as const
export type Reason = (typeof reasons)[number]

export interface Decided {
  state: PromptState
  /** What the event led to. */
  decision: Decision
  /** What went unoffered on the way, because it grew too old or gave way to something else. */
  dropped: readonly Drop[]
}
