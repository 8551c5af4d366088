import * as v from 'valibot'
import type { Clock, Fits, Reminders, VaultNews } from '../ports.ts'
import {
  callRuns,
  decide,
  noPrompts,
  rebase,
  type PromptEvent,
  type PromptSettings,
  type PromptState,
  type Reminder,
} from './decide.ts'

export interface Prompts {
  hear(event: PromptEvent): void
  /** Said once a journal is open: its history knows whether a hook was ever connected. */
  hookSeen(): void
  /**
   * Goes on from what an earlier vault told as `prompts`, `ageMs` ago: a lock ends the vault, and
   * must not forget the running call. What isn't such a state is not heard.
   */
  restore(kept: unknown, ageMs: number): void
  /** What the agent wants to be reminded of; each counts anew from now. */
  remind(every: Reminders): void
  /** A pause was taken: the reminders count anew. */
  paused(): void
  /** Whether a call runs now, as far as anybody has told. */
  callRuns(): boolean
}

/** A state and the moment of the clock at which it was so. */
const keptSchema = v.object({
  at: v.number(),
  state: v.object({
    call: v.union([v.object({ since: v.number() }), v.picklist(['none', 'unknown'])]),
    marked: v.boolean(),
    held: v.nullable(
      v.object({
        since: v.number(),
        until: v.number(),
        what: v.picklist(['call', 'break', 'eyes']),
      }),
    ),
    offered: v.boolean(),
    hookSeen: v.boolean(),
    screenLocked: v.boolean(),
    quietUntil: v.nullable(v.number()),
    uncalled: v.object({ last: v.number(), offers: v.number(), noes: v.number() }),
  }) satisfies v.GenericSchema<unknown, PromptState>,
})

/** Keeps the policy's state and its one timer, and carries out what was decided. */
export function createPrompts(
  clock: Clock,
  settings: () => PromptSettings,
  tell: (news: VaultNews) => void,
): Prompts {
  let state = noPrompts
  let cancel = () => {}
  let every: Reminders = { breakEveryMin: null, eyeRestEveryMin: null }
  let cancelReminders: (() => void)[] = []

  function become(next: PromptState) {
    state = next
    tell({ kind: 'prompts', kept: { at: clock.elapsed(), state } })
  }

  function wakeAt(until: number) {
    cancel()
    cancel = clock.after(Math.max(1, until - clock.elapsed()), () => hear({ kind: 'due' }))
  }

  function hear(event: PromptEvent) {
    const { state: next, decision } = decide(state, event, settings(), clock.elapsed())
    become(next)
    if (decision.do === 'offer')
      tell({ kind: 'offer', asked: decision.asked, fits: fitsIn(decision.what, settings()) })
    if (decision.do === 'withdraw') tell({ kind: 'withdraw' })
    if (decision.do === 'hold') wakeAt(decision.until)
  }

  function arm() {
    for (const stop of cancelReminders) stop()
    cancelReminders = [
      ...repeat('break', every.breakEveryMin),
      ...repeat('eyes', every.eyeRestEveryMin),
    ]
  }
  function repeat(what: Reminder, minutes: number | null) {
    if (minutes === null) return []
    let stop = () => {}
    const again = () => {
      stop = clock.after(minutes * 60_000, () => {
        again()
        hear({ kind: 'reminder', what })
      })
    }
    again()
    return [() => stop()]
  }

  return {
    hear,
    remind(wanted) {
      every = wanted
      arm()
    },
    paused: arm,
    callRuns: () => callRuns(state, clock.elapsed()),
    hookSeen: () => become({ ...state, hookSeen: true }),
    restore(kept, ageMs) {
      const parsed = v.safeParse(keptSchema, kept)
      if (!parsed.success) return
      become(rebase(parsed.output.state, clock.elapsed() - ageMs - parsed.output.at))
      if (state.held) wakeAt(state.held.until)
    },
  }
}

/** What fits: in less than half a minute one breath, in less than a minute and a half three sighs. */
export function fitsIn(what: 'call' | Reminder, { gapMs }: PromptSettings): Fits {
  if (what === 'eyes') return 'eyes'
  if (what === 'break' || gapMs === null || gapMs >= 90_000) return 'minute'
  return gapMs < 30_000 ? 'breath' : 'sighs'
}
