import type { CardAnswer } from '../ports.ts'
import type { Decided, Decision, Drop, Moment, PromptEvent, Reason } from './decision.ts'
import { age, dropOf, inThisShift, isRunning, longestHoldMs } from './passing.ts'
import type { Held, PromptSettings, PromptState, Reminder, Shown, What } from './state.ts'

/** After this a note is no longer offered, only the pause. */
export const noteWithinMs = 3 * 60_000
/** At most so many uncalled offers in a shift, so many of them for long calls; after so many noes in a row, none. */
export const mostOffers = 3
export const mostLongCalls = 1
export const mostNoes = 2
/** A card that a call took away sooner could hardly be read: it is offered once more. */
export const readableMs = 5_000

/** How long to wait after a call: a quarter of the usual gap, 5 to 20 s. */
export const waitMs = ({ gapMs }: Pick<PromptSettings, 'gapMs'>): number =>
  gapMs === null ? 20_000 : Math.min(20_000, Math.max(5_000, gapMs / 4))

/**
 * When Lull speaks, as one pure function (design.md, "When Lull speaks"; in plain words, and played
 * through three days, in docs/when-lull-speaks.md). What is held is offered, counted for shift end or
 * dropped with a reason, never lost.
 */
export function decide(
  before: PromptState,
  event: PromptEvent,
  settings: PromptSettings,
  now: Moment,
): Decided {
  const aged = age(before, now.elapsed)
  const decided = hear(inThisShift(aged.state, event, now.elapsed), event, settings, now)
  const late = aged.dropped.at(-1)
  // The timer that was to offer it finds that it is too late: that is the decision.
  if (event.kind === 'due' && late && decided.decision.do === 'silent')
    return { ...decided, decision: late, dropped: aged.dropped.slice(0, -1) }
  return { ...decided, dropped: [...aged.dropped, ...decided.dropped] }
}

function hear(
  state: PromptState,
  event: PromptEvent,
  settings: PromptSettings,
  now: Moment,
): Decided {
  switch (event.kind) {
    case 'marked':
      return event.confirmed ? mark(state, settings, now) : silent(state, 'unconfirmed')
    case 'call-started':
      return event.confirmed ? start(state, settings, now) : startTold(state, settings, now)
    case 'call-ended':
      return event.confirmed
        ? end(state, settings, now)
        : roused(state, { ...state, toldCall: null }, 'unconfirmed', settings, now)
    case 'due':
      return due(state, settings, now)
    case 'answered':
      return answer(state, event.answer, now)
    case 'reminder':
      return remind(state, event.what, settings, now)

    case 'screen': {
      const seen = { ...state, screenLocked: event.locked }
      // Whoever leaves the desk has a break already; only a marked call waits for them.
      if (event.locked && state.held && state.held.what !== 'call')
        return drop({ ...seen, held: null }, state.held.what, 'screen-locked')
      return roused(state, seen, 'screen-locked', settings, now)
    }
    case 'presence':
      return roused(
        state,
        { ...state, presence: { ...state.presence, ...event.seen } },
        'at-work',
        settings,
        now,
      )
    case 'quiet': {
      const quietUntil = event.ms > 0 ? now.elapsed + event.ms : null
      return roused(state, { ...state, quietUntil }, 'quiet', settings, now)
    }
    case 'active': {
      // A choice may have taken away what stood in the way.
      const { held } = state
      const waits = held !== null && held.until > now.elapsed + waitMs(settings)
      return waits && speaksAgainst(state, settings, now) === null
        ? hold(state, soon(held, settings, now), reasonOf(held.what))
        : silent(state, 'at-work')
    }
  }
}

/** Asked for opens at once; during a call it marks that call, without a window. */
function mark(state: PromptState, settings: PromptSettings, now: Moment): Decided {
  // Where nothing has ever told Lull about calls, there is no end to wait for.
  const perhaps = state.call === 'unknown' && state.hookSeen
  if (!settings.onRequest && (isRunning(state) || perhaps))
    return silent({ ...state, marked: true }, 'marked-waiting-for-its-end', 'call')
  const waiting = state.held
  const opened = offer(
    { ...state, held: null },
    { what: 'call', since: now.elapsed, until: now.elapsed, again: false },
    'asked-for',
    now.elapsed,
  )
  // A marked call that waited is what was asked for; anything else gives way.
  if (!waiting || waiting.what === 'call') return opened
  return { ...opened, dropped: [dropOf(waiting.what, 'gave-way')] }
}

function start(before: PromptState, settings: PromptSettings, now: Moment): Decided {
  const { shown } = before
  // A chat that begins beside others takes nobody's ear: what was asked for stays.
  const stays = settings.onRequest && shown?.asked === true
  const goes = shown !== null && !shown.answered && !stays
  let state: PromptState = {
    ...before,
    call: { since: now.elapsed },
    toldCall: null,
    marked: false,
  }
  if (!stays) state = { ...state, shown: null }
  const behind = (held: Held): Held => ({ ...held, until: held.since + longestHoldMs })
  const dropped: Drop[] = []
  const wait = (held: Held) => {
    if (state.held) dropped.push(gaveWay(state.held, held))
    state = { ...state, held: behind(held) }
  }
  if (state.held) state = { ...state, held: behind(state.held) }
  if (goes && couldNotBeRead(shown, now.elapsed))
    wait({ what: 'call', since: shown.since, until: 0, again: true })
  // A mark whose end was never told: it was a tough one all the same.
  if (before.marked) wait({ what: 'call', since: now.elapsed, until: 0, again: false })
  if (goes)
    return {
      state,
      decision: { do: 'withdraw', what: shown.what, reason: 'call-running' },
      dropped,
    }
  if (state.held) return { ...hold(state, state.held, 'call-running'), dropped }
  return { ...silent(state, 'call-running'), dropped }
}

/**
 * A link says that a call begins. It may be so, and then no card may stand over it; it may not, and then
 * nothing may be lost by it: a card that goes comes once more, as the same offer.
 */
function startTold(before: PromptState, settings: PromptSettings, now: Moment): Decided {
  const { shown, held } = before
  const state: PromptState = { ...before, toldCall: now.elapsed }
  const stays = settings.onRequest && shown?.asked === true
  if (!shown || shown.answered || stays)
    return held
      ? hold(state, { ...held, until: held.since + longestHoldMs }, 'call-told')
      : silent(state, 'unconfirmed')

  const { what, since } = shown
  const gone = { ...state, shown: null }
  const decision: Decision = { do: 'withdraw', what, reason: 'call-told' }
  const until = since + longestHoldMs
  if (now.elapsed >= until)
    return { state: gone, decision, dropped: [dropOf(what, 'held-too-long')] }
  const back: Held = { what, since, until, again: true }
  return {
    state: { ...gone, held: back },
    decision,
    dropped: held ? [gaveWay(held, back)] : [],
  }
}

const couldNotBeRead = ({ what, at, again }: Shown, now: number): boolean =>
  what === 'call' && !again && now - at < readableMs

function end(before: PromptState, settings: PromptSettings, now: Moment): Decided {
  const state: PromptState = {
    ...before,
    call: 'none',
    toldCall: null,
    marked: false,
    hookSeen: true,
  }
  const fresh = (what: What): Held => ({
    what,
    since: now.elapsed,
    until: now.elapsed + waitMs(settings),
    again: false,
  })
  if (before.marked) {
    const held = fresh('call')
    const holding = hold(state, held, 'marked-call-ended')
    return before.held ? { ...holding, dropped: [gaveWay(before.held, held)] } : holding
  }
  if (before.held) return hold(state, soon(before.held, settings, now), reasonOf(before.held.what))
  if (settings.onRequest) return silent(state, 'only-on-request')

  const lasted = typeof before.call === 'string' ? 0 : now.elapsed - before.call.since
  if (settings.longFromMs === null || lasted <= settings.longFromMs)
    return silent(state, 'call-not-marked')
  const spent = spentFor('long-call', state)
  if (spent !== null) return drop(state, 'long-call', spent)
  return hold(state, fresh('long-call'), 'long-call-ended')
}

/** A reminder speaks only where nothing speaks against it; what ends soon it waits out. */
function remind(
  state: PromptState,
  what: Reminder,
  settings: PromptSettings,
  now: Moment,
): Decided {
  const spent = spentFor(what, state)
  if (spent !== null) return drop(state, what, spent)
  if (state.screenLocked) return drop(state, what, 'screen-locked')
  if (state.presence.idle && !isRunning(state)) return drop(state, what, 'away')
  if (state.shown) return drop(state, what, 'card-stands')
  if (state.held) return drop(state, what, 'something-waits')
  const latest = now.elapsed + longestHoldMs
  const held: Held = { what, since: now.elapsed, until: latest, again: false }
  const against = speaksAgainst(state, settings, now)
  if (!against) return offer(state, held, 'reminder', now.elapsed)
  if (against.until !== null && against.until >= latest) return drop(state, what, against.reason)
  return hold(state, { ...held, until: against.until ?? latest }, against.reason)
}

function due(state: PromptState, settings: PromptSettings, now: Moment): Decided {
  const { held } = state
  if (!held) return silent(state, 'nothing-held')
  // A timer may come a little early.
  if (now.elapsed < held.until) return hold(state, held, 'not-due')
  const latest = held.since + longestHoldMs
  const against = speaksAgainst(state, settings, now)
  if (against) {
    const until = Math.min(against.until ?? latest, latest)
    return hold(state, { ...held, until }, against.reason)
  }
  if (state.shown) return hold(state, soon(held, settings, now), 'card-stands')
  const spent = held.again ? null : spentFor(held.what, state)
  if (spent !== null) return drop({ ...state, held: null }, held.what, spent)
  return offer({ ...state, held: null }, held, reasonOf(held.what), now.elapsed)
}

/** Only a pressed "not now" is a no; a card that fades is no answer. */
function answer(state: PromptState, given: CardAnswer, now: Moment): Decided {
  const { shown, shift } = state
  if (!shown || shown.answered) return silent(state, 'nothing-held')
  // While the agent breathes or writes, nothing comes in between.
  const busy = given === 'pause' || given === 'breath' || given === 'note'
  const after = busy ? { ...shown, at: now.elapsed, answered: true } : null
  const noes = given === 'notNow' ? shift.noes + 1 : given === 'faded' ? shift.noes : 0
  // A no to a call that was marked is a no to that call, and to nothing else.
  const heard = shown.what === 'call' ? shift : { ...shift, noes }
  return silent({ ...state, shown: after, shift: heard }, answers[given], shown.what)
}

const answers: Record<CardAnswer, Reason> = {
  pause: 'paused',
  breath: 'paused',
  note: 'noted',
  checkIn: 'checked-in',
  notNow: 'not-now',
  faded: 'faded',
}

interface Against {
  reason: Reason
  /** When it ends, where that is known. */
  until: number | null
}

/** What speaks against a card now, or null. */
function speaksAgainst(
  state: PromptState,
  { quietHours, fullScreenWork }: PromptSettings,
  { elapsed, minute }: Moment,
): Against | null {
  const { toldCall, screenLocked, presence, quietUntil } = state
  if (isRunning(state)) return { reason: 'call-running', until: null }
  if (toldCall !== null) return { reason: 'call-told', until: null }
  if (screenLocked) return { reason: 'screen-locked', until: null }
  if (presence.doNotDisturb) return { reason: 'do-not-disturb', until: null }
  if (presence.fullScreen && !fullScreenWork) return { reason: 'full-screen', until: null }
  if (quietUntil !== null && elapsed < quietUntil) return { reason: 'quiet', until: quietUntil }
  if (quietHours && isWithin(quietHours, minute)) {
    const left = (quietHours.to - minute + minutesADay) % minutesADay
    return { reason: 'quiet-hours', until: elapsed + left * 60_000 }
  }
  return null
}

const minutesADay = 24 * 60

/** Whether the clock on the wall stands within these hours; `to` is the first minute after them. */
export const isWithin = ({ from, to }: { from: number; to: number }, minute: number): boolean =>
  from <= to ? from <= minute && minute < to : minute >= from || minute < to

/** Which limit of the shift is reached for this, or null. A call that was marked has none. */
function spentFor(what: What, { shift }: PromptState): Reason | null {
  if (what === 'call') return null
  if (shift.noes >= mostNoes) return 'two-noes'
  if (shift.offers >= mostOffers) return 'three-offers'
  if (what === 'long-call' && shift.longCalls >= mostLongCalls) return 'one-long-call'
  return null
}

/** What stood in the way has gone: what is held comes a moment later, not in the same second. */
function roused(
  before: PromptState,
  state: PromptState,
  reason: Reason,
  settings: PromptSettings,
  now: Moment,
): Decided {
  const { held } = state
  const isFree =
    held !== null &&
    speaksAgainst(before, settings, now) !== null &&
    speaksAgainst(state, settings, now) === null
  return isFree
    ? hold(state, soon(held, settings, now), reasonOf(held.what))
    : silent(state, reason)
}

/** The same hold, a short wait from now, though never past its last moment. */
const soon = (held: Held, settings: PromptSettings, { elapsed }: Moment): Held => ({
  ...held,
  until: Math.min(elapsed + waitMs(settings), held.since + longestHoldMs),
})

const reasonOf = (what: What): Reason =>
  what === 'call' ? 'marked-call-ended' : what === 'long-call' ? 'long-call-ended' : 'reminder'

const gaveWay = (older: Held, newer: Held): Drop =>
  dropOf(older.what, older.what === 'call' && newer.what === 'call' ? 'newer-call' : 'gave-way')

const silent = (state: PromptState, reason: Reason, what: What | null = null): Decided => ({
  state,
  decision: { do: 'silent', what, reason },
  dropped: [],
})

const hold = (state: PromptState, held: Held, reason: Reason): Decided => ({
  state: { ...state, held },
  decision: { do: 'hold', what: held.what, until: held.until, reason },
  dropped: [],
})

const drop = (state: PromptState, what: What, reason: Reason): Decided => ({
  state,
  decision: dropOf(what, reason),
  dropped: [],
})

function offer(state: PromptState, held: Held, reason: Reason, now: number): Decided {
  const { what, since, again } = held
  const { shift } = state
  const asked = reason === 'asked-for'
  return {
    state: {
      ...state,
      shown: { what, at: now, since, asked, again, answered: false },
      shift: {
        ...shift,
        // After a marked call Lull offers outside every cap; the same offer once more is no other one.
        offers: shift.offers + (what === 'call' || again ? 0 : 1),
        longCalls: shift.longCalls + (what === 'long-call' && !again ? 1 : 0),
      },
    },
    decision: { do: 'offer', asked, what, note: now - since <= noteWithinMs, reason },
    dropped: [],
  }
}
