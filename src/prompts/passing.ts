/** What time alone ends or begins anew: a call, a card, a hold, a shift. Pure; by the monotonic clock. */
import type { Drop, PromptEvent, Reason } from './decision.ts'
import type { PromptState, What } from './state.ts'

/** A hold that grows as old as this is not offered any more. */
export const longestHoldMs = 10 * 60_000
/** A call that was never said to have ended is not taken to run any longer than this. */
export const longestCallMs = 4 * 3_600_000
/** One that only a link tells of is believed no longer than this. */
export const longestToldMs = 3_600_000
/** After so long without a sign of the agent, or so long altogether, it is another shift. */
export const betweenShiftsMs = 5 * 3_600_000
export const longestShiftMs = 16 * 3_600_000
/** For so long after it came, or was answered, a card is taken to be on the screen at the most. */
export const cardMs = 60_000

/** Whether a call runs, by what was told and not too long ago. */
export const callRuns = (state: PromptState, now: number): boolean =>
  isRunning(age(state, now).state)

export const isRunning = ({ call }: PromptState): boolean => typeof call !== 'string'

/** What time alone has ended: a call without an end, a card without an answer, a hold. */
export function age(before: PromptState, now: number): { state: PromptState; dropped: Drop[] } {
  let state = before
  const dropped: Drop[] = []
  const { call, toldCall, shown, held } = before
  if (typeof call !== 'string' && now - call.since > longestCallMs) {
    if (state.marked) dropped.push(dropOf('call', 'end-never-told'))
    state = { ...state, call: 'unknown', marked: false }
  }
  if (toldCall !== null && now - toldCall > longestToldMs) state = { ...state, toldCall: null }
  if (shown && now - shown.at >= cardMs) state = { ...state, shown: null }
  if (held && now - held.since >= longestHoldMs) {
    dropped.push(dropOf(held.what, 'held-too-long'))
    state = { ...state, held: null }
  }
  return { state, dropped }
}

/** Another shift begins with nothing offered and nothing declined. */
export function inThisShift(state: PromptState, event: PromptEvent, now: number): PromptState {
  if (!isSign(event)) return state
  const { opened, last } = state.shift
  const isAnother = now - last >= betweenShiftsMs || now - opened >= longestShiftMs
  const shift = isAnother
    ? { opened: now, last: now, offers: 0, longCalls: 0, noes: 0 }
    : { ...state.shift, last: now }
  return { ...state, shift }
}

/** Whether this tells of an agent at work. A timer of Lull's own, or of the desktop's, doesn't. */
function isSign(event: PromptEvent): boolean {
  switch (event.kind) {
    case 'due':
    case 'reminder':
      return false
    case 'presence':
      return event.seen.idle === false
    case 'answered':
      return event.answer !== 'faded'
    case 'screen':
      return !event.locked
    case 'call-started':
    case 'call-ended':
    case 'marked':
      return event.confirmed
    case 'quiet':
    case 'active':
      return true
  }
}

/** Not offered any more; a marked call is counted for shift end. */
export const dropOf = (what: What, reason: Reason): Drop => ({
  do: 'drop',
  what,
  counted: what === 'call',
  reason,
})
