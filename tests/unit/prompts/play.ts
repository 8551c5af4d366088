/** A stretch of time played through the policy, with its timers and the card that fades. */
import { decide } from '../../../src/prompts/decide.ts'
import type { Decision, Moment, PromptEvent } from '../../../src/prompts/decision.ts'
import { noPrompts, type PromptSettings, type PromptState } from '../../../src/prompts/state.ts'

export interface Happening {
  /** Milliseconds since the story began. */
  at: number
  event: PromptEvent
}
export interface Told extends Happening {
  /** What the event led to, in order; the last is its own decision. */
  decisions: Decision[]
}

/** Electron's shell lets an unanswered card fade after this. */
export const fadesAfterMs = 30_000

const minutesADay = 24 * 60

/**
 * Plays `story` (in order of time) and whatever timers it sets off, up to `until`; the clock on the
 * wall shows `startMinute` when it begins.
 */
export function play(
  story: readonly Happening[],
  settings: PromptSettings,
  {
    startMinute,
    until,
    from = noPrompts,
  }: { startMinute: number; until: number; from?: PromptState },
): { told: Told[]; state: PromptState } {
  const told: Told[] = []
  let state = from
  const hear = (at: number, event: PromptEvent) => {
    const decided = decide(state, event, settings, momentAt(at, startMinute))
    state = decided.state
    told.push({ at, event, decisions: [...decided.dropped, decided.decision] })
  }
  const runUntil = (end: number) => {
    for (;;) {
      const { held, shown } = state
      const due = held?.until ?? Infinity
      const fades = shown && !shown.answered ? shown.at + fadesAfterMs : Infinity
      const next = Math.min(due, fades)
      if (next >= end) return
      hear(next, next === due ? { kind: 'due' } : { kind: 'answered', answer: 'faded' })
    }
  }
  for (const { at, event } of story) {
    runUntil(at)
    hear(at, event)
  }
  runUntil(until)
  return { told, state }
}

export const momentAt = (at: number, startMinute: number): Moment => ({
  elapsed: at,
  minute: (startMinute + Math.floor(at / 60_000)) % minutesADay,
})
