import type { CardAnswer } from '../ports.ts'

/**
 * When Lull speaks, as one pure function (design.md, "When Lull speaks"). So far: the offer after a
 * call that the agent marked. What is held is offered or dropped with a reason, never lost.
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

export interface PromptState {
  /** When the running call began, `none` between calls, `unknown` until a signal has said either. */
  call: { since: number } | 'none' | 'unknown'
  /** Whether the running (or not yet ended) call was marked. */
  marked: boolean
  /** The offer that waits, with the earliest moment it may be made. */
  held: { since: number; until: number } | null
  /** Whether the card stands on the screen. */
  offered: boolean
  /** Whether a program has ever told Lull that a call ended: then a mark can wait for that. */
  hookSeen: boolean
  screenLocked: boolean
}

export interface PromptSettings {
  /** The agent's usual gap between two calls in milliseconds; null: no limit. */
  gapMs: number | null
}

export type Decision =
  | { do: 'offer'; asked: boolean; reason: Reason }
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

export const noPrompts: PromptState = {
  call: 'unknown',
  marked: false,
  held: null,
  offered: false,
  hookSeen: false,
  screenLocked: false,
}

/** A hold that grows older than this is not offered any more. */
export const longestHoldMs = 10 * 60_000
/** A call that was never said to have ended is not taken to run any longer than this. */
export const longestCallMs = 4 * 3_600_000

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
  const state = forgetLongCall(before, now)
  const wait = now + waitMs(settings)
  switch (event.kind) {
    case 'marked':
      // Asked for opens at once; during a call it marks that call, silently. Where nothing has
      // ever told Lull about calls, there is no end to wait for.
      if (isRunning(state) || (state.call === 'unknown' && state.hookSeen))
        return silent({ ...state, marked: true }, 'marked-waiting-for-its-end')
      return offer({ ...state, held: null }, true, 'asked-for')

    case 'call-started': {
      // A mark whose end was never told is held: it was a tough one all the same.
      const held = state.held ?? (state.marked ? { since: now, until: wait } : null)
      const running = { ...state, call: { since: now }, marked: false, held, offered: false }
      return state.offered
        ? { state: running, decision: { do: 'withdraw', reason: 'call-running' } }
        : silent(running, 'call-running')
    }

    case 'call-ended': {
      const after: PromptState = { ...state, call: 'none', marked: false, hookSeen: true }
      if (!state.marked && !state.held) return silent(after, 'call-not-marked')
      return hold(after, state.held?.since ?? now, wait, 'marked-call-ended')
    }

    case 'due':
      return due(state, now)

    case 'screen': {
      const seen = { ...state, screenLocked: event.locked }
      if (event.locked || !state.held || isRunning(state)) return silent(seen, 'nothing-held')
      return hold(seen, state.held.since, wait, 'marked-call-ended')
    }

    case 'answered':
      return silent({ ...state, offered: false }, 'answered')
  }
}

function due(state: PromptState, now: number): Decided {
  const { held } = state
  if (!held) return silent(state, 'nothing-held')
  if (isRunning(state)) return silent(state, 'call-running')
  if (state.screenLocked) return silent(state, 'screen-locked')
  // A timer may come a little early.
  if (now < held.until) return hold(state, held.since, held.until, 'not-due')
  if (now - held.since > longestHoldMs)
    return { state: { ...state, held: null }, decision: { do: 'drop', reason: 'held-too-long' } }
  return offer({ ...state, held: null }, false, 'marked-call-ended')
}

/** The same state for another zero of the clock: every time in it moves by `ms`. */
export const rebase = (state: PromptState, ms: number): PromptState => ({
  ...state,
  call: typeof state.call === 'string' ? state.call : { since: state.call.since + ms },
  held: state.held && { since: state.held.since + ms, until: state.held.until + ms },
})

const isRunning = ({ call }: PromptState): boolean => typeof call !== 'string'

function forgetLongCall(state: PromptState, now: number): PromptState {
  const { call } = state
  return typeof call !== 'string' && now - call.since > longestCallMs
    ? { ...state, call: 'unknown' }
    : state
}

const silent = (state: PromptState, reason: Reason): Decided => ({
  state,
  decision: { do: 'silent', reason },
})

const hold = (state: PromptState, since: number, until: number, reason: Reason): Decided => ({
  state: { ...state, held: { since, until } },
  decision: { do: 'hold', until, reason },
})

const offer = (state: PromptState, asked: boolean, reason: Reason): Decided => ({
  state: { ...state, offered: true },
  decision: { do: 'offer', asked, reason },
})
