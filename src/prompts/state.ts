import * as v from 'valibot'
import type { Presence } from '../ports.ts'

/** What Lull may speak of: a marked call, a long one, or what the agent wants to be reminded of. */
export const whats = ['call', 'long-call', 'break', 'eyes', 'check-in'] as const
export type What = (typeof whats)[number]
export type Reminder = Exclude<What, 'call' | 'long-call'>

/**
 * All times in here are milliseconds of the monotonic clock: a wall clock that is set back must not
 * hold an offer for ever. Nothing in here says who called, or how it went.
 */
const heldSchema = v.object({
  what: v.picklist(whats),
  /** Since when there is something to offer: the end of the call, or the reminder's moment. */
  since: v.number(),
  /** When to look again. */
  until: v.number(),
  /** It was offered, and a call took the card away that it should not have: it uses no second offer. */
  again: v.boolean(),
})
const shownSchema = v.object({
  what: v.picklist(whats),
  /** Since when the card stands, or since when its answer is being carried out. */
  at: v.number(),
  since: v.number(),
  asked: v.boolean(),
  again: v.boolean(),
  answered: v.boolean(),
})
export const stateSchema = v.object({
  /** When the running call began, `none` between calls, `unknown` until a signal has said either. */
  call: v.union([v.object({ since: v.number() }), v.picklist(['none', 'unknown'])]),
  /** Since when a link says that a call runs, which nobody has confirmed. */
  toldCall: v.nullable(v.number()),
  /** Whether the running (or not yet ended) call was marked. */
  marked: v.boolean(),
  held: v.nullable(heldSchema),
  shown: v.nullable(shownSchema),
  /** Whether a program has ever told Lull that a call ended: then a mark can wait for that. */
  hookSeen: v.boolean(),
  screenLocked: v.boolean(),
  presence: v.object({
    doNotDisturb: v.boolean(),
    fullScreen: v.boolean(),
    idle: v.boolean(),
  }) satisfies v.GenericSchema<unknown, Presence>,
  /** Until when nothing uncalled is offered. */
  quietUntil: v.nullable(v.number()),
  /** The shift so far: what was offered uncalled, and how often in a row that was declined. */
  shift: v.object({
    opened: v.number(),
    last: v.number(),
    offers: v.number(),
    longCalls: v.number(),
    noes: v.number(),
  }),
})

export type PromptState = v.InferOutput<typeof stateSchema>
/** What a shift has used up of its limits. */
export type Spent = Pick<PromptState['shift'], 'offers' | 'longCalls' | 'noes'>
export type Held = v.InferOutput<typeof heldSchema>
export type Shown = v.InferOutput<typeof shownSchema>

/** What the agent's choices and calls say to the policy. */
export const promptSettingsSchema = v.object({
  /** The agent's usual gap between two calls in milliseconds; null: no limit. */
  gapMs: v.nullable(v.number()),
  /** Chat, e-mail, in person: only what is asked for. */
  onRequest: v.boolean(),
  /** Calls that lasted longer than this are offered a pause; null: none, or not known yet. */
  longFromMs: v.nullable(v.number()),
  /** Minutes of the day, by the clock on the wall; past midnight where `to` comes before `from`. */
  quietHours: v.nullable(v.object({ from: v.number(), to: v.number() })),
  /** A full screen is where this agent works, and no presentation. */
  fullScreenWork: v.boolean(),
})
export type PromptSettings = v.InferOutput<typeof promptSettingsSchema>

export const noPrompts: PromptState = {
  call: 'unknown',
  toldCall: null,
  marked: false,
  held: null,
  shown: null,
  hookSeen: false,
  screenLocked: false,
  presence: { doNotDisturb: false, fullScreen: false, idle: false },
  quietUntil: null,
  shift: { opened: 0, last: 0, offers: 0, longCalls: 0, noes: 0 },
}

/** The same state for another zero of the clock: every time in it moves by `ms`. */
export const rebase = (state: PromptState, ms: number): PromptState => ({
  ...state,
  call: typeof state.call === 'string' ? state.call : { since: state.call.since + ms },
  toldCall: state.toldCall === null ? null : state.toldCall + ms,
  held: state.held && {
    ...state.held,
    since: state.held.since + ms,
    until: state.held.until + ms,
  },
  shown: state.shown && {
    ...state.shown,
    at: state.shown.at + ms,
    since: state.shown.since + ms,
  },
  quietUntil: state.quietUntil === null ? null : state.quietUntil + ms,
  shift: { ...state.shift, opened: state.shift.opened + ms, last: state.shift.last + ms },
})
