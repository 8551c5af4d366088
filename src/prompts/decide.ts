import type { CardAnswer } from '../ports.ts'

/**
 * When Lull speaks, as one pure function (design.md, "When Lull speaks"). So far: the offer after a
 * call that the agent marked, and the reminders that were switched on. What is held is offered or
 * dropped with a reason, never lost.
 *
 * All times here are milliseconds of the monotonic clock: a wall clock that is set back must not
 * hold an offer for ever.
 */
export type PromptEvent =
  | { kind: 'call-started' }
  | { kind: 'call-ended' }
  | { kind: 'marked' }
  /** The time of a hold has come. */
  | { kind: 'due' }
  | { kind: 'answered'; answer: CardAnswer }
  | { kind: 'screen'; locked: boolean }
  /** A reminder that the agent switched on. */
  | { kind: 'reminder'; what: Reminder }
  /** Quiet for so long, in milliseconds; 0 ends it. */
  | { kind: 'quiet'; ms: number }

export type Reminder = 'break' | 'eyes'

export interface PromptState {
  /** When the running call began, `none` between calls, `unknown` until a signal has said either. */
  call: { since: number } | 'none' | 'unknown'
  /** Whether the running (or not yet ended) call was marked. */
  marked: boolean
  /** The offer that waits, with the earliest moment it may be made. */
  held: { since: number; until: number; what: 'call' | Reminder } | null
  /** Whether the card stands on the screen. */
  offered: boolean
  /** Whether a program has ever told Lull that a call ended: then a mark can wait for that. */
  hookSeen: boolean
  screenLocked: boolean
  /** Until when nothing uncalled is offered. */
  quietUntil: number | null
  /** What was offered uncalled in this shift, and how often in a row it was declined. */
  uncalled: { last: number; offers: number; noes: number }
}

export interface PromptSettings {
  /** The agent's usual gap between two calls in milliseconds; null: no limit. */
  gapMs: number | null
}

export type Decision =
  | { do: 'offer'; asked: boolean; what: 'call' | Reminder; reason: Reason }
  | { do: 'hold'; until: number; reason: Reason }
  /** The card goes away: a call began. */
  | { do: 'withdraw'; reason: Reason }
  | { do: 'drop'; reason: Reason }
  | { do: 'silent'; reason: Reason }

export type Reason =
  | 'asked-for'
  | 'marked-call-ended'
  | 'marked-waiting-for-its-end'
  | 'call-not-marked'
  | 'call-running'
  | 'screen-locked'
  | 'held-too-long'
  | 'nothing-held'
  | 'not-due'
  | 'answered'
  | 'reminder'
  | 'quiet'
  | 'enough-offers'
  | 'two-noes'

export const noPrompts: PromptState = {
  call: 'unknown',
  marked: false,
  held: null,
  offered: false,
  hookSeen: false,
  screenLocked: false,
  quietUntil: null,
  uncalled: { last: 0, offers: 0, noes: 0 },
}

/** A hold that grows older than this is not offered any more. */
export const longestHoldMs = 10 * 60_000
/** A call that was never said to have ended is not taken to run any longer than this. */
export const longestCallMs = 4 * 3_600_000
/** At most so many uncalled offers in a shift; after so many noes in a row, none. */
export const mostOffers = 3
export const mostNoes = 2
/** After so long without any event the next one belongs to another shift. */
export const betweenShiftsMs = 5 * 3_600_000

/** How long to wait after a call: a quarter of the usual gap, 5 to 20 s. */
export const waitMs = ({ gapMs }: PromptSettings): number =>
  gapMs === null ? 20_000 : Math.min(20_000, Math.max(5_000, gapMs / 4))

export interface Decided {
  state: PromptState
  decision: Decision
}

export function decide(
  before: PromptState,
  event: PromptEvent,
  settings: PromptSettings,
  now: number,
): Decided {
  const state = inThisShift(forgetLongCall(before, now), event, now)
  const wait = now + waitMs(settings)
  switch (event.kind) {
    case 'marked':
      // Asked for opens at once; during a call it marks that call, silently. Where nothing has
      // ever told Lull about calls, there is no end to wait for.
      if (isRunning(state) || (state.call === 'unknown' && state.hookSeen))
        return silent({ ...state, marked: true }, 'marked-waiting-for-its-end')
      return offer({ ...state, held: null }, true, 'call', 'asked-for')

    case 'call-started': {
      // A mark whose end was never told is held: it was a tough one all the same.
      const held = state.marked
        ? {
            since: state.held?.what === 'call' ? state.held.since : now,
            until: wait,
            what: 'call' as const,
          }
        : state.held
      const running = { ...state, call: { since: now }, marked: false, held, offered: false }
      return state.offered
        ? { state: running, decision: { do: 'withdraw', reason: 'call-running' } }
        : silent(running, 'call-running')
    }

    case 'call-ended': {
      const after: PromptState = { ...state, call: 'none', marked: false, hookSeen: true }
      if (!state.marked && !state.held) return silent(after, 'call-not-marked')
      const what = state.marked ? 'call' : (state.held?.what ?? 'call')
      const since = state.held?.what === what ? state.held.since : now
      return hold(after, { since, until: wait, what }, reasonOf(what))
    }

    case 'due':
      return due(state, now)

    case 'screen': {
      const seen = { ...state, screenLocked: event.locked }
      if (event.locked || !state.held || isRunning(state)) return silent(seen, 'nothing-held')
      return hold(seen, { ...state.held, until: wait }, reasonOf(state.held.what))
    }

    case 'answered':
      return silent({ ...state, offered: false, uncalled: heard(state, event.answer) }, 'answered')

    case 'reminder':
      return remind(state, event.what, now)

    case 'quiet':
      return silent({ ...state, quietUntil: event.ms > 0 ? now + event.ms : null }, 'quiet')
  }
}

/** A reminder speaks only where nothing speaks against it; during a call it waits for its end. */
function remind(state: PromptState, what: Reminder, now: number): Decided {
  const { offers, noes } = state.uncalled
  if (state.offered || isHeldStill(state, now)) return drop(state, 'not-due')
  if (state.screenLocked) return drop(state, 'screen-locked')
  if (isQuiet(state, now)) return drop(state, 'quiet')
  if (noes >= mostNoes) return drop(state, 'two-noes')
  if (offers >= mostOffers) return drop(state, 'enough-offers')
  if (isRunning(state))
    return silent({ ...state, held: { since: now, until: now, what } }, 'call-running')
  return offer(state, false, what, 'reminder')
}

/** What was held behind a call whose end nobody told doesn't stand in the way for ever. */
const isHeldStill = (state: PromptState, now: number): boolean =>
  state.held !== null && (isRunning(state) || now - state.held.since <= longestHoldMs)

/** Only a pressed "not now" is a no; a card that fades is no answer. */
function heard({ uncalled }: PromptState, answer: CardAnswer): PromptState['uncalled'] {
  if (answer === 'faded') return uncalled
  return { ...uncalled, noes: answer === 'notNow' ? uncalled.noes + 1 : 0 }
}

const isQuiet = ({ quietUntil }: PromptState, now: number): boolean =>
  quietUntil !== null && now < quietUntil

const reasonOf = (what: 'call' | Reminder): Reason =>
  what === 'call' ? 'marked-call-ended' : 'reminder'

function due(state: PromptState, now: number): Decided {
  const { held } = state
  if (!held) return silent(state, 'nothing-held')
  if (isRunning(state)) return silent(state, 'call-running')
  if (state.screenLocked) return silent(state, 'screen-locked')
  // A timer may come a little early.
  if (now < held.until) return hold(state, held, 'not-due')
  if (now - held.since > longestHoldMs) return drop({ ...state, held: null }, 'held-too-long')
  if (isQuiet(state, now)) return hold(state, { ...held, until: state.quietUntil ?? now }, 'quiet')
  return offer({ ...state, held: null }, false, held.what, reasonOf(held.what))
}

/** The same state for another zero of the clock: every time in it moves by `ms`. */
export const rebase = (state: PromptState, ms: number): PromptState => ({
  ...state,
  call: typeof state.call === 'string' ? state.call : { since: state.call.since + ms },
  held: state.held && {
    ...state.held,
    since: state.held.since + ms,
    until: state.held.until + ms,
  },
  quietUntil: state.quietUntil === null ? null : state.quietUntil + ms,
  uncalled: { ...state.uncalled, last: state.uncalled.last + ms },
})

/** Whether a call runs, by what was told and not too long ago. */
export const callRuns = (state: PromptState, now: number): boolean =>
  isRunning(forgetLongCall(state, now))

const isRunning = ({ call }: PromptState): boolean => typeof call !== 'string'

function forgetLongCall(state: PromptState, now: number): PromptState {
  const { call } = state
  return typeof call !== 'string' && now - call.since > longestCallMs
    ? { ...state, call: 'unknown' }
    : state
}

/** Another shift begins with nothing offered and nothing declined. */
function inThisShift(state: PromptState, event: PromptEvent, now: number): PromptState {
  // A timer of Lull's own is no sign of an agent at work.
  if (event.kind === 'due' || event.kind === 'reminder') return state
  const { last, offers, noes } = state.uncalled
  const uncalled =
    now - last > betweenShiftsMs ? { last: now, offers: 0, noes: 0 } : { last: now, offers, noes }
  return { ...state, uncalled }
}

const silent = (state: PromptState, reason: Reason): Decided => ({
  state,
  decision: { do: 'silent', reason },
})

const hold = (
  state: PromptState,
  held: NonNullable<PromptState['held']>,
  reason: Reason,
): Decided => ({
  state: { ...state, held },
  decision: { do: 'hold', until: held.until, reason },
})

const drop = (state: PromptState, reason: Reason): Decided => ({
  state,
  decision: { do: 'drop', reason },
})

function offer(
  state: PromptState,
  asked: boolean,
  what: 'call' | Reminder,
  reason: Reason,
): Decided {
  const { uncalled } = state
  // After a marked call Lull offers outside every cap.
  const counted = what === 'call' ? uncalled : { ...uncalled, offers: uncalled.offers + 1 }
  return {
    state: { ...state, offered: true, uncalled: counted },
    decision: { do: 'offer', asked, what, reason },
  }
}
