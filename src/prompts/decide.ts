import type { CardAnswer, Instant } from '../ports.ts'

/**
 * When Lull speaks, as one pure function (design.md, "When Lull speaks"). So far: the offer after a
 * call that the agent marked. What is held is offered or dropped with a reason, never lost.
 */
export type PromptEvent =
  | { kind: 'call-started' }
  | { kind: 'call-ended' }
  | { kind: 'marked' }
  /** The time of a hold has come. */
  | { kind: 'due' }
  | { kind: 'answered'; answer: CardAnswer }

export interface PromptState {
  /** `unknown` until a signal has said either. */
  call: 'running' | 'none' | 'unknown'
  /** Whether the running (or not yet ended) call was marked. */
  marked: boolean
  /** The offer that waits, with the earliest moment it may be made. */
  held: { since: Instant; until: Instant } | null
  /** Whether the card stands on the screen. */
  offered: boolean
  /** Whether a program has ever told Lull that a call ended: then a mark can wait for that. */
  hookSeen: boolean
}

export interface PromptSettings {
  /** The agent's usual gap between two calls in milliseconds; null: no limit. */
  gapMs: number | null
}

export type Decision =
  | { do: 'offer'; asked: boolean; reason: Reason }
  | { do: 'hold'; until: Instant; reason: Reason }
  | { do: 'drop'; reason: Reason }
  | { do: 'silent'; reason: Reason }

export type Reason =
  | 'asked-for'
  | 'marked-call-ended'
  | 'marked-waiting-for-its-end'
  | 'call-not-marked'
  | 'call-running'
  | 'held-too-long'
  | 'not-due'
  | 'answered'

export const noPrompts: PromptState = {
  call: 'unknown',
  marked: false,
  held: null,
  offered: false,
  hookSeen: false,
}

/** A hold that grows older than this is not offered any more. */
export const longestHoldMs = 10 * 60_000

/** How long to wait after a call: a quarter of the usual gap, 5 to 20 s. */
export const waitMs = ({ gapMs }: PromptSettings): number =>
  gapMs === null ? 20_000 : Math.min(20_000, Math.max(5_000, gapMs / 4))

export interface Decided {
  state: PromptState
  decision: Decision
}

export function decide(
  state: PromptState,
  event: PromptEvent,
  settings: PromptSettings,
  now: Instant,
): Decided {
  switch (event.kind) {
    case 'marked':
      // Asked for opens at once; during a call it marks that call, silently. Where nothing has
      // ever told Lull about calls, there is no end to wait for.
      if (state.call === 'running' || (state.call === 'unknown' && state.hookSeen))
        return silent({ ...state, marked: true }, 'marked-waiting-for-its-end')
      return offer({ ...state, held: null }, true, 'asked-for')

    case 'call-started':
      return silent({ ...state, call: 'running', marked: false, offered: false }, 'call-running')

    case 'call-ended': {
      const after: PromptState = { ...state, call: 'none', marked: false, hookSeen: true }
      if (!state.marked && !state.held) return silent(after, 'call-not-marked')
      const until = now + waitMs(settings)
      return {
        state: { ...after, held: { since: state.held?.since ?? now, until } },
        decision: { do: 'hold', until, reason: 'marked-call-ended' },
      }
    }

    case 'due':
      if (!state.held || now < state.held.until) return silent(state, 'not-due')
      if (state.call === 'running') return silent(state, 'call-running')
      if (now - state.held.since > longestHoldMs)
        return {
          state: { ...state, held: null },
          decision: { do: 'drop', reason: 'held-too-long' },
        }
      return offer({ ...state, held: null }, false, 'marked-call-ended')

    case 'answered':
      return silent({ ...state, offered: false }, 'answered')
  }
}

const silent = (state: PromptState, reason: Reason): Decided => ({
  state,
  decision: { do: 'silent', reason },
})

const offer = (state: PromptState, asked: boolean, reason: Reason): Decided => ({
  state: { ...state, offered: true },
  decision: { do: 'offer', asked, reason },
})
