/** Days that nobody lived: a seed makes each of them, so that one that fails can be played again. */
import { decide, isWithin } from '../../../src/prompts/decide.ts'
import { longestCallMs, longestHoldMs, longestToldMs } from '../../../src/prompts/passing.ts'
import type { Decision, Moment, PromptEvent } from '../../../src/prompts/decision.ts'
import type { CardAnswer } from '../../../src/ports.ts'
import { noPrompts, type PromptSettings, type PromptState } from '../../../src/prompts/state.ts'
import { chanceFrom } from '../../../tools/demo/chance.ts'
import { fadesAfterMs, momentAt } from './play.ts'

export interface Day {
  seed: number
  settings: PromptSettings
  startMinute: number
  /** How this agent answers the cards, in turn; what is `faded` isn't answered. */
  answers: readonly CardAnswer[]
  story: { at: number; event: PromptEvent }[]
}

/** One step of a day: what was, what happened, what was decided. */
export interface Step {
  before: PromptState
  event: PromptEvent
  now: Moment
  after: PromptState
  /** In order; the last is the event's own. */
  decisions: readonly Decision[]
}

const confirmed = { confirmed: true }
const kinds: readonly (readonly [weight: number, event: PromptEvent])[] = [
  [22, { kind: 'call-started', ...confirmed }],
  [22, { kind: 'call-ended', ...confirmed }],
  [10, { kind: 'marked', ...confirmed }],
  [4, { kind: 'call-started', confirmed: false }],
  [4, { kind: 'call-ended', confirmed: false }],
  [2, { kind: 'marked', confirmed: false }],
  [3, { kind: 'answered', answer: 'notNow' }],
  [2, { kind: 'answered', answer: 'pause' }],
  [1, { kind: 'answered', answer: 'breath' }],
  [1, { kind: 'answered', answer: 'note' }],
  [2, { kind: 'screen', locked: true }],
  [4, { kind: 'screen', locked: false }],
  [2, { kind: 'presence', seen: { doNotDisturb: true } }],
  [4, { kind: 'presence', seen: { doNotDisturb: false } }],
  [2, { kind: 'presence', seen: { fullScreen: true } }],
  [4, { kind: 'presence', seen: { fullScreen: false } }],
  [1, { kind: 'presence', seen: { idle: true } }],
  [3, { kind: 'presence', seen: { idle: false } }],
  [6, { kind: 'reminder', what: 'break' }],
  [3, { kind: 'reminder', what: 'eyes' }],
  [3, { kind: 'reminder', what: 'check-in' }],
  [1, { kind: 'quiet', ms: 300_000 }],
  [1, { kind: 'quiet', ms: 3_600_000 }],
  [2, { kind: 'quiet', ms: 0 }],
  [2, { kind: 'active' }],
]
const bag = kinds.flatMap(([weight, event]) => Array.from({ length: weight }, () => event))
const pick = <Item>(of: readonly Item[], random: () => number, or: Item): Item =>
  of[Math.floor(random() * of.length)] ?? or

const allAnswers = ['pause', 'breath', 'note', 'notNow', 'faded'] as const

/** Some hours of one shift: signs of the agent never lie five hours apart. */
export function dayOf(seed: number): Day {
  const chance = chanceFrom(seed * 20_011 + 7)
  const random = () => chance.one()
  const settings: PromptSettings = {
    gapMs: pick([15_000, 45_000, 120_000, null], random, null),
    onRequest: random() < 0.2,
    longFromMs: random() < 0.4 ? 600_000 : null,
    quietHours: random() < 0.2 ? { from: 720, to: pick([735, 780, 300], random, 780) } : null,
    fullScreenWork: random() < 0.2,
  }
  const story: Day['story'] = [{ at: 0, event: { kind: 'active' } }]
  const manner = pick(
    [['notNow'], ['notNow', 'faded'], allAnswers, ['faded']] as const,
    random,
    allAnswers,
  )
  const answers = Array.from({ length: 8 }, () => pick<CardAnswer>(manner, random, 'faded'))
  const steps = 10 + Math.floor(random() * 80)
  let at = 0
  for (let step = 0; step < steps; step++) {
    const long = random()
    // Mostly seconds, sometimes minutes: the rules lie within both.
    at += Math.floor(1 + random() * (long < 0.5 ? 20_000 : long < 0.9 ? 240_000 : 1_500_000))
    story.push({ at, event: pick(bag, random, { kind: 'active' }) })
    if (step % 10 === 9) story.push({ at, event: { kind: 'active' } })
  }
  return { seed, settings, startMinute: Math.floor(random() * 1440), answers, story }
}

/** So long somebody takes to press a key. */
const answersAfterMs = 4_000

/** Plays a day, its timers and its fading cards, and shows every step. */
export function live(day: Day, see: (step: Step) => void): PromptState {
  let state = noPrompts
  let offers = 0
  const hear = (at: number, event: PromptEvent) => {
    const before = state
    const now = momentAt(at, day.startMinute)
    const { state: after, decision, dropped } = decide(before, event, day.settings, now)
    state = after
    if (decision.do === 'offer') offers++
    see({ before, event, now, after, decisions: [...dropped, decision] })
  }
  for (const { at, event } of [...day.story, { at: Infinity, event: null }]) {
    for (;;) {
      const { held, shown } = state
      const answer = day.answers[offers % day.answers.length] ?? 'faded'
      const after = answer === 'faded' ? fadesAfterMs : answersAfterMs
      const answered = shown && !shown.answered ? shown.at + after : Infinity
      const next = Math.min(held?.until ?? Infinity, answered)
      if (next >= at || next === Infinity) break
      hear(next, next === held?.until ? { kind: 'due' } : { kind: 'answered', answer })
    }
    if (event) hear(at, event)
  }
  return state
}

/** What a desk is like, told from the events alone: the judge doesn't ask the one who is judged. */
interface Desk {
  callSince: number | null
  /** Since when a link alone says that a call runs. */
  toldSince: number | null
  locked: boolean
  doNotDisturb: boolean
  fullScreen: boolean
  quietUntil: number
  offers: number
  longCalls: number
}

/**
 * Judges a day by the rules of design.md, section 2. Returns what was broken, in words; nothing for a
 * good day.
 */
export function judge(day: Day): string[] {
  const broken: string[] = []
  const desk: Desk = {
    callSince: null,
    toldSince: null,
    locked: false,
    doNotDisturb: false,
    fullScreen: false,
    quietUntil: 0,
    offers: 0,
    longCalls: 0,
  }
  const last = live(day, (step) => {
    const must = (holds: boolean, what: string) => {
      if (!holds && broken.length < 5)
        broken.push(`day ${day.seed}, at ${step.now.elapsed}: ${what} (${step.event.kind})`)
    }
    see(desk, step)
    for (const decision of step.decisions) speaks(day, desk, step, decision, must)
    asked(day, step, must)
    const kept = nothingLost(step)
    must(kept === 0, `${kept} were lost or came from nowhere`)
    const { held } = step.after
    must(!held || step.now.elapsed - held.since < longestHoldMs, 'held for over ten minutes')
    must(!held || held.until >= step.now.elapsed, 'held until a moment that was')
  })
  if (last.held) broken.push(`day ${day.seed}: something is held for ever`)
  return broken
}

type Must = (holds: boolean, what: string) => void

function see(desk: Desk, { event, now }: Step) {
  if (desk.callSince !== null && now.elapsed - desk.callSince > longestCallMs) desk.callSince = null
  if (desk.toldSince !== null && now.elapsed - desk.toldSince > longestToldMs) desk.toldSince = null
  if (event.kind === 'call-started' || event.kind === 'call-ended') {
    const since = event.kind === 'call-started' ? now.elapsed : null
    if (event.confirmed) desk.callSince = since
    desk.toldSince = event.confirmed ? null : since
  }
  if (event.kind === 'screen') desk.locked = event.locked
  if (event.kind === 'presence') {
    desk.doNotDisturb = event.seen.doNotDisturb ?? desk.doNotDisturb
    desk.fullScreen = event.seen.fullScreen ?? desk.fullScreen
  }
  if (event.kind === 'quiet') desk.quietUntil = event.ms > 0 ? now.elapsed + event.ms : 0
}

/** Nothing that the agent didn't ask for comes at a wrong moment, or too often. */
function speaks(
  day: Day,
  desk: Desk,
  { before, event, now }: Step,
  decision: Decision,
  must: Must,
) {
  const { settings } = day
  if (decision.do === 'drop')
    must(decision.counted === (decision.what === 'call'), 'a marked call must be counted')
  if (decision.do !== 'offer') return
  if (decision.asked) {
    must(event.kind === 'marked' && event.confirmed, 'nobody asked')
    must(settings.onRequest || desk.callSince === null, 'a window during a call')
    return
  }
  must(desk.callSince === null, 'an offer during a call')
  must(desk.toldSince === null, 'an offer during a call that a link tells of')
  must(!desk.locked, 'an offer to a locked screen')
  must(!desk.doNotDisturb, 'an offer through do-not-disturb')
  must(!desk.fullScreen || settings.fullScreenWork, 'an offer over a presentation')
  must(now.elapsed >= desk.quietUntil, 'an offer through Quiet')
  must(
    settings.quietHours === null || !isWithin(settings.quietHours, now.minute),
    'an offer in quiet hours',
  )
  // What only a link took away is the same offer when it comes once more.
  if (decision.what === 'call' || before.held?.again === true) return
  desk.offers++
  must(desk.offers <= 3, 'a fourth uncalled offer in a shift')
  if (decision.what !== 'long-call') return
  desk.longCalls++
  must(desk.longCalls <= 1, 'a second long call in a shift')
  must(settings.longFromMs !== null && !settings.onRequest, 'a long call that nobody wanted')
}

/** A mark opens at once, or marks the call that runs (or may run, where ends are told). */
function asked({ settings }: Day, { before, event, after, decisions }: Step, must: Must) {
  const own = decisions.at(-1)
  if (event.kind === 'call-started' || event.kind === 'call-ended' || event.kind === 'marked')
    if (!event.confirmed) unsure(before, after, own, must)
  if (event.kind !== 'marked' || !event.confirmed) return
  const mayRun = after.call !== 'none' && (typeof after.call !== 'string' || before.hookSeen)
  if (settings.onRequest || !mayRun)
    must(own?.do === 'offer' && own.asked, 'asked for, and refused')
  else must(after.marked && own?.do === 'silent', 'a mark during a call must mark it')
}

/** A link alone uses nothing up, and moves nothing but what comes uncalled. */
function unsure(before: PromptState, after: PromptState, own: Decision | undefined, must: Must) {
  must(own !== undefined && own.do !== 'offer', 'a link brought a card')
  const kept = ({ call, marked, hookSeen, shift }: PromptState) =>
    JSON.stringify([call, marked, hookSeen, shift.offers, shift.longCalls, shift.noes])
  // A call that grew too old is over whoever speaks.
  const aged = before.call !== 'none' && after.call === 'unknown'
  must(aged || kept(before) === kept(after), 'a link changed what only a sure signal may')
  if (before.shown?.answered && after.shown === null)
    must(own?.do !== 'withdraw', 'a link took away what the agent had begun')
}

/** What waited or came in, less what waits or went out with an offer or a reason: always nothing. */
function nothingLost({ before, event, after, decisions }: Step): number {
  const waiting = ({ marked, held }: PromptState) => Number(marked) + Number(held !== null)
  const own = decisions.at(-1)
  const out = decisions.filter(({ do: did }) => did === 'offer' || did === 'drop').length
  const ended = decisions.some(({ reason }) => reason === 'end-never-told')
  const tooOld = decisions.some(({ reason }) => reason === 'held-too-long')
  let came = 0
  if (event.kind === 'reminder') came++
  if (event.kind === 'marked' && own?.do === 'offer') {
    came++
    // What waited for a marked call is what was asked for.
    if (before.held?.what === 'call' && !tooOld) came--
  }
  if (event.kind === 'marked' && own?.do === 'silent' && event.confirmed)
    if (!before.marked || ended) came++
  if (event.kind === 'call-ended' && own && own.do !== 'silent')
    if (own.what === 'long-call' && (before.held === null || tooOld)) came++
  // What a link takes away waits, or goes out with a reason.
  if (event.kind === 'call-started' && !event.confirmed && own?.do === 'withdraw') came++
  if (event.kind === 'call-started' && event.confirmed && own?.do === 'withdraw')
    if (decisions.length + waiting(after) > waiting(before) + 1 && isBack(before, after, decisions))
      came++
  return waiting(before) + came - out - waiting(after)
}

/** Whether a card that could not be read went back to what waits. */
const isBack = (before: PromptState, after: PromptState, decisions: readonly Decision[]): boolean =>
  (after.held?.again === true && before.held?.again !== true) ||
  (before.marked && decisions.some(({ reason }) => reason === 'newer-call'))
