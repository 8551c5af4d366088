import * as v from 'valibot'
import type { Clock, Fits, Reminders, VaultNews } from '../ports.ts'
import { callRuns } from './passing.ts'
import { decide } from './decide.ts'
import type { Decision, Moment, PromptEvent } from './decision.ts'
import {
  noPrompts,
  promptSettingsSchema,
  rebase,
  stateSchema,
  type PromptSettings,
  type Reminder,
  type Spent,
  type What,
} from './state.ts'

export interface Prompts {
  /** A check-in is due: the desktop is looked at, and then it is heard, if it is still wanted. */
  remindOfCheckIn(isStillWanted: () => boolean): void
  hear(event: PromptEvent): void
  /** Said once a journal is open: what it knows that a policy which just began does not. */
  opened(known: KnownOfShift): void
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

/** What the journal tells of the open shift. */
export interface KnownOfShift extends Spent {
  /** Whether a hook was ever connected. */
  hookSeen: boolean
}

/** A state, the moment of the clock at which it was so, and the choices it was decided by. */
const keptSchema = v.object({
  at: v.number(),
  state: stateSchema,
  settings: v.nullable(promptSettingsSchema),
})

export interface PromptPorts {
  clock: Clock
  /** Null while the journal is locked: then the choices that were last known go on. */
  settings: () => PromptSettings | null
  tell: (news: VaultNews) => void
  /** Hears what one event led to, in order. */
  decided: (decisions: readonly Decision[]) => void
}

/** Until the journal says otherwise. */
export const plainPromptSettings: PromptSettings = {
  gapMs: 45_000,
  onRequest: false,
  longFromMs: null,
  quietHours: null,
  fullScreenWork: false,
}

/** Keeps the policy's state and its one timer, and carries out what was decided. */
export function createPrompts({ clock, settings, tell, decided }: PromptPorts): Prompts {
  let state = noPrompts
  let known: PromptSettings | null = null
  let cancel = () => {}
  let every: Reminders = { breakEveryMin: null, eyeRestEveryMin: null }
  let cancelReminders: (() => void)[] = []
  let awaySince: number | null = null
  /** A reminder is due in a moment: what the desktop says of itself is looked at before. */
  let soon = 0
  /** The same for a check-in, whose moments are not these. */
  let checkInSoon = 0
  let watching: Watched = null

  function become(next: typeof state) {
    state = next
    tell({ kind: 'prompts', kept: { at: clock.elapsed(), state, settings: known } })
    cancel()
    cancel = state.held
      ? clock.after(Math.max(1, state.held.until - clock.elapsed()), () => hear({ kind: 'due' }))
      : () => {}
    watch()
  }

  /** Looked at before something is offered, and while an absence may count as a break. */
  function watch() {
    const isFree = !callRuns(state, clock.elapsed())
    const reminds = every.breakEveryMin !== null || every.eyeRestEveryMin !== null
    const until: Watched =
      soon + checkInSoon > 0 || (state.held && isFree)
        ? 'offer'
        : state.presence.idle && reminds
          ? 'return'
          : null
    if (until === watching) return
    watching = until
    tell({ kind: 'watch', until })
  }

  /** Whoever was away for five minutes has had a break: the reminders count anew. */
  function mindAway(event: PromptEvent) {
    const left =
      event.kind === 'screen'
        ? event.locked
        : event.kind === 'presence'
          ? event.seen.idle
          : undefined
    if (left === undefined) return
    if (!left && awaySince !== null && clock.elapsed() - awaySince >= awayIsABreakMs) arm()
    awaySince = left ? (awaySince ?? clock.elapsed()) : null
  }

  function hear(event: PromptEvent) {
    mindAway(event)
    known = settings() ?? known
    const by = known ?? plainPromptSettings
    const { state: next, decision, dropped } = decide(state, event, by, momentOf(clock))
    become(next)
    if (decision.do === 'offer')
      tell({
        kind: 'offer',
        asked: decision.asked,
        fits: fitsIn(decision.what, by),
        note: decision.note && decision.what !== 'check-in',
      })
    if (decision.do === 'withdraw') tell({ kind: 'withdraw' })
    decided([...dropped, decision])
  }

  function arm() {
    for (const stop of cancelReminders) stop()
    soon = 0
    cancelReminders = [
      ...repeat('break', every.breakEveryMin),
      ...repeat('eyes', every.eyeRestEveryMin),
    ]
  }
  function repeat(what: Reminder, minutes: number | null) {
    if (minutes === null) return []
    let stop = () => {}
    const again = () => {
      stop = clock.after(minutes * 60_000 - looksAheadMs, () => {
        soon++
        watch()
        stop = clock.after(looksAheadMs, () => {
          soon--
          again()
          hear({ kind: 'reminder', what })
        })
      })
    }
    again()
    return [() => stop()]
  }

  return {
    hear,
    remindOfCheckIn(isStillWanted) {
      checkInSoon++
      watch()
      clock.after(looksAheadMs, () => {
        checkInSoon--
        watch()
        if (isStillWanted()) hear({ kind: 'reminder', what: 'check-in' })
      })
    },
    remind(wanted) {
      every = wanted
      arm()
      watch()
    },
    paused() {
      arm()
      watch()
    },
    callRuns: () => callRuns(state, clock.elapsed()),
    opened({ hookSeen, offers, longCalls, noes }) {
      known = settings() ?? known
      const { shift } = state
      become({
        ...state,
        hookSeen: state.hookSeen || hookSeen,
        // Before a start of the program in the middle of a shift there were offers too.
        shift: {
          ...shift,
          offers: Math.max(shift.offers, offers),
          longCalls: Math.max(shift.longCalls, longCalls),
          noes: Math.max(shift.noes, noes),
        },
      })
    },
    restore(kept, ageMs) {
      const parsed = v.safeParse(keptSchema, kept)
      if (!parsed.success) return
      known = parsed.output.settings
      // Since when nobody is there, the vault before knew; at the latest since now.
      if (parsed.output.state.presence.idle) awaySince ??= clock.elapsed()
      become(rebase(parsed.output.state, clock.elapsed() - ageMs - parsed.output.at))
    },
  }
}

type Watched = Extract<VaultNews, { kind: 'watch' }>['until']

/** So long a desktop may take to say how it stands. */
export const looksAheadMs = 3_000
const awayIsABreakMs = 5 * 60_000

/** By the monotonic clock, and as minute of the day by a clock on the wall where the agent is. */
function momentOf(clock: Clock): Moment {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(
    clock.zone(),
  )
  return { elapsed: clock.elapsed(), minute: hour * 60 + minute }
}

/** What fits, of pauses: in less than half a minute one breath, in less than a minute and a half three sighs. */
export function fitsIn(what: What, { gapMs }: Pick<PromptSettings, 'gapMs'>): Fits {
  if (what === 'eyes' || what === 'check-in') return what
  if (what === 'break' || gapMs === null || gapMs >= 90_000) return 'minute'
  return gapMs < 30_000 ? 'breath' : 'sighs'
}
