/**
 * Which of the signals that arrive are heard, and which of those are sure. Pure, and it goes on
 * through a lock: the shell keeps its state, which is times and doors.
 *
 * A link can be opened by any page that got hold of its code, so it alone proves nothing. It counts
 * as **confirmed** when somebody else agrees:
 * - its start or end: another door told the same within 20 s, or the agent marked that call by hand
 *   (shortcut, tray, command);
 * - its mark: another door says that a call is running.
 * The end of a link is not heard at all while another door says that the call goes on.
 *
 * What isn't confirmed is handed on for the moment only: no card of Lull's own stands over such a call
 * (src/prompts/decide.ts) and nothing sounds; what the agent opened stays, no offer is used, and nothing
 * of it reaches the journal. Once somebody agrees, what the link told of
 * that call before goes in too, as `earlier`. The agent's own keys, a command and the microphone are
 * sure by themselves: whoever can run a program here could do worse than tell of a call.
 */
import type { CallEvent, CallSignal, Told } from './signal.ts'

/** Two doors that tell the same within so long tell of one call. */
export const agreeMs = 20_000
/** A link is heard at most once in so long, for each of started, ended and mark. */
export const linkEveryMs = 20_000
/** A call that was never said to have ended is not taken to run any longer than this. */
const longestCallMs = 4 * 3_600_000

export interface Hearing {
  /** When the last link of each kind was heard, in milliseconds of the monotonic clock. */
  links: Readonly<Partial<Record<CallEvent, number>>>
  /** The last start or end, who told it, and whether that is sure. */
  last: {
    event: 'started' | 'ended'
    source: Told['source']
    elapsed: number
    sure: boolean
  } | null
  /** When the agent marked by hand, since the last start or end; null: not since. */
  marked: number | null
  /** What a link told of this call and nobody has agreed to yet: at most its start and its end. */
  unsure: readonly CallSignal[]
}

export const nothingHeard: Hearing = { links: {}, last: null, marked: null, unsure: [] }

/** Why a signal went no further. */
export type Unheard = 'too-soon' | 'told-already' | 'call-goes-on'

export interface Heard {
  state: Hearing
  signal: CallSignal | null
  confirmed: boolean
  /** What this confirms of before: for the journal, and only for that. */
  earlier: readonly CallSignal[]
  unheard: Unheard | null
}

export interface Moment {
  /** The wall clock, milliseconds since 1970. */
  at: number
  /** The monotonic clock, milliseconds. */
  elapsed: number
  /** While a hook is being tested: what a program tells is passed on, and isn't kept. */
  testing: boolean
}

export function hear(before: Hearing, told: Told, { at, elapsed, testing }: Moment): Heard {
  const { source, event } = told
  const unheard = whyNot(before, told, elapsed)
  if (unheard !== null)
    return { state: before, signal: null, confirmed: false, earlier: [], unheard }

  const signal = { ...told, at }
  const links = source === 'link' ? { ...before.links, [event]: elapsed } : before.links
  const byProgram = source === 'command' || source === 'link' || source === 'microphone'
  const confirmed = isSure(before, told, elapsed) && !(testing && byProgram)
  const passed = { signal, confirmed, unheard: null }

  if (event === 'marked') {
    if (!confirmed || source === 'link')
      return { ...passed, state: { ...before, links }, earlier: [] }
    const earlier = isAboutNow(before, elapsed) ? before.unsure : []
    const last = before.last && { ...before.last, sure: true }
    return { ...passed, state: { links, last, marked: elapsed, unsure: [] }, earlier }
  }

  const agrees = sameCall(before, event, elapsed)
  const starts = before.unsure.filter((each) => each.event === 'started')
  // What was only a test is nothing that anybody could agree to later.
  const unsure = confirmed || testing ? [] : event === 'started' ? [signal] : [...starts, signal]
  return {
    ...passed,
    state: {
      links,
      last: { event, source, elapsed, sure: confirmed },
      // Two doors tell of one start: the mark between them is of that call.
      marked: event === 'started' && agrees ? before.marked : null,
      unsure,
    },
    earlier: event === 'ended' && confirmed && isAboutNow(before, elapsed) ? starts : [],
  }
}

function whyNot(state: Hearing, { event, source }: Told, elapsed: number): Unheard | null {
  const { last } = state
  if (source === 'link') {
    const before = state.links[event]
    if (before !== undefined && elapsed - before < linkEveryMs) return 'too-soon'
    if (event === 'ended' && isGoingOn(state, elapsed)) return 'call-goes-on'
  }
  if (event === 'marked' || last === null || last.source === source) return null
  if (!sameCall(state, event, elapsed)) return null
  // Told twice by two doors: only one that makes it sure is still news.
  return last.sure || source === 'link' ? 'told-already' : null
}

/** Whether the last thing told was this too, a moment ago. */
const sameCall = ({ last }: Hearing, event: CallEvent, elapsed: number): boolean =>
  last !== null && last.event === event && elapsed - last.elapsed <= agreeMs

/** Whether a door that also tells of ends says that a call is running. */
const isGoingOn = ({ last }: Hearing, elapsed: number): boolean =>
  last !== null &&
  last.event === 'started' &&
  last.source !== 'link' &&
  elapsed - last.elapsed <= longestCallMs

/** Whether what was told last is of the call that runs, or of the one that just ended. */
const isAboutNow = ({ last }: Hearing, elapsed: number): boolean =>
  last !== null && elapsed - last.elapsed <= (last.event === 'started' ? longestCallMs : agreeMs)

function isSure(state: Hearing, { event, source }: Told, elapsed: number): boolean {
  if (source !== 'link') return true
  switch (event) {
    case 'started':
      return false
    case 'ended':
      return state.marked !== null && elapsed - state.marked <= longestCallMs
    case 'marked':
      return isGoingOn(state, elapsed)
  }
}
