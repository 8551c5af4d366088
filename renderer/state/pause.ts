import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  exercises,
  isExerciseId,
  stepAt,
  type Exercise,
  type ExerciseId,
} from '../../src/breathing/exercises.ts'
import type { PauseKind } from '../../src/breathing/kinds.ts'
import { patternOf } from '../../src/breathing/own.ts'
import { isPatternId, patterns, type Pattern } from '../../src/breathing/patterns.ts'
import { breathMs, momentAt, type Moment } from '../../src/breathing/timeline.ts'
import type { ErrorCode, Input, VaultDoor } from '../../src/contract.ts'
import { follow, type Follower } from '../pause/follow.ts'
import { codeOf, type Doors } from './bridge.ts'
import { newId } from './uuid.ts'

/** What a pause was opened for. */
export interface Wanted {
  kind: PauseKind
  plannedMs: number
  /** `chance`: drawn by "Choose for me". */
  chosen: 'me' | 'chance'
}

export type Kept =
  | { kind: 'keeping' }
  | { kind: 'saved' }
  /** In memory until there is an open journal; `first` where none has been made yet. */
  | { kind: 'until-unlock'; first: boolean }
  | { kind: 'failed'; code: ErrorCode }

export type PauseState =
  /** The vault is asked whether this is a time to ask. */
  | { stage: 'starting' }
  /** The full safety text, before the first pattern with holds. */
  | { stage: 'reading' }
  /** Breathing made it tenser lately: something else is offered first. */
  | { stage: 'gentler' }
  | { stage: 'before' }
  /** `free`: the agent breathes as they like, and the pacer rests. */
  | { stage: 'breathing'; moment: Moment; free: boolean }
  | { stage: 'doing'; step: number }
  /** A call came, or the computer slept: it waits, and nothing counts meanwhile. */
  | { stage: 'held'; why: Hold }
  | { stage: 'after'; ended: Ended; kept: Kept }
  | { stage: 'ended'; ended: Ended; kept: Kept }

export type Hold = 'call' | 'sleep'
type PauseSaved = Input<VaultDoor, 'pause.save'>
type Ended = PauseSaved['ended']

export interface Pause {
  readonly wanted: Wanted
  /** What it was opened for; something else may be taken instead. */
  readonly asked: Wanted
  /** Null for an exercise without breath. */
  readonly pattern: Pattern | null
  readonly store: StoreApi<PauseState>
  /** Milliseconds of the pause so far; stands still while it is held. */
  readonly elapsedMs: () => number
  /** On the page's own clock (`performance.now()`): when it would have begun if nothing had held it. */
  readonly startedMs: () => number
  readonly look: () => void
  readonly stop: () => void
  /** N: breathe normally, and back. The pause goes on, and counts the same. */
  readonly breatheFreely: () => void
  /** The tension before, 0 to 10, or null for a skipped question. */
  readonly before: (tension: number | null) => void
  readonly after: (tension: number | null) => void
  /** The safety text was read: on with the holds, or with the pattern that has none. */
  readonly read: (goOn: boolean) => void
  /** Something without breath after all, or the breath that was wanted. */
  readonly gentler: (withoutBreath: boolean) => void
  readonly hold: (why: Hold) => void
  /** Goes on at the beginning of the breath that was interrupted. */
  readonly goOn: () => void
  /** Sends it once more, after a failure. */
  readonly keep: () => void
  /** Resolves once the vault has answered for it, or at once where nothing is on its way. */
  readonly kept: () => Promise<void>
  /** Folds the window, once the pause is kept. One that couldn't be kept stays in view first. */
  readonly close: () => Promise<void>
  /** The page is going: what has been done so far is sent, without waiting. */
  readonly leave: () => void
}

/** What is known of this computer when a pause starts. */
export interface PauseSettings {
  /** Whether the seconds are counted too, where nothing moves; it may change while one breathes. */
  seconds: () => boolean
  holdsRead: boolean
  /** What is offered instead, where breathing made it tenser lately: it asks for nothing. */
  gentle: ExerciseId
}

const plain: Wanted = {
  kind: 'longer-exhale',
  plannedMs: patterns['longer-exhale'].lengths[0] ?? 60_000,
  chosen: 'me',
}

/** A pause from its opening. It saves itself as what it was: whole, or stopped after so much of it. */
export function openPause(doors: Doors, opened: Wanted, settings: PauseSettings): Pause {
  let wanted = opened
  const store = createStore<PauseState>(() => ({ stage: 'starting' }))
  const show = (state: PauseState) => store.setState(state, true)
  let asks = { tension: false, withoutBreathFirst: false }
  let tension: number | null = null
  let beganAt = 0
  let id = ''
  /** Milliseconds done before the present run, and when that began on the page's clock; null: held. */
  let doneMs = 0
  let runningSince: number | null = null
  let free = false
  let follower: Follower | null = null
  let taken: PauseSaved | null = null
  let keeping = Promise.resolve()

  const elapsedMs = () => doneMs + (runningSince === null ? 0 : performance.now() - runningSince)

  function ask() {
    const pattern = patternOf(wanted.kind)
    if (pattern && hasHolds(wanted.kind) && !settings.holdsRead) show({ stage: 'reading' })
    else if (pattern && asks.withoutBreathFirst) show({ stage: 'gentler' })
    else if (asks.tension) show({ stage: 'before' })
    else begin()
  }

  function begin() {
    beganAt = Date.now()
    id = newId(beganAt)
    run()
  }

  function run() {
    runningSince = performance.now()
    const { kind, plannedMs } = wanted
    const slept = (atMs: number) => holdAt('sleep', atMs)
    const pattern = patternOf(kind)
    follower = pattern
      ? follow(
          elapsedMs,
          (elapsed) => paced(pattern, plannedMs, elapsed, settings.seconds()),
          (moment) => (moment.over ? end() : show({ stage: 'breathing', moment, free })),
          slept,
        )
      : follow(
          elapsedMs,
          (elapsed) => stepAt(exerciseOf(kind), elapsed),
          ({ index, over }) => (over ? end() : show({ stage: 'doing', step: index })),
          slept,
        )
  }

  function holdAt(why: Hold, atMs: number) {
    follower?.stop()
    doneMs = Math.min(atMs, wanted.plannedMs)
    runningSince = null
    show({ stage: 'held', why })
  }

  function end() {
    if (taken || beganAt === 0) return
    const { kind, plannedMs, chosen } = wanted
    const elapsed = Math.min(plannedMs, Math.floor(elapsedMs()))
    const ended: Ended = elapsed === plannedMs ? 'completed' : 'stopped'
    follower?.stop()
    doneMs = elapsed
    runningSince = null
    taken = {
      id,
      kind,
      startedAt: beganAt,
      plannedMs,
      elapsedMs: elapsed,
      ended,
      before: tension,
      after: null,
      chosen,
    }
    keep()
  }

  function keep() {
    if (!taken || isKeeping()) return
    const { ended, before } = taken
    let stage: 'after' | 'ended' = before === null ? 'ended' : 'after'
    const tell = (kept: Kept) => {
      // The question may have been answered while the pause was on its way.
      const now = store.getState().stage
      if (now === 'ended') stage = 'ended'
      show({ stage, ended, kept })
    }
    tell({ kind: 'keeping' })
    keeping = save(doors, taken).then(tell, (error: unknown) =>
      tell({ kind: 'failed', code: codeOf(error) }),
    )
  }

  async function rate(after: number) {
    await keeping
    if (failed()) return
    await doors.vault('pause.rate', { id, after }).catch(() => {
      // A rating that can't be kept is a rating that wasn't given: the pause itself is.
    })
  }

  const isKeeping = () => {
    const state = store.getState()
    return 'kept' in state && state.kept.kind === 'keeping'
  }
  const failed = () => {
    const state = store.getState()
    return 'kept' in state && state.kept.kind === 'failed'
  }
  const isGoing = () => ['breathing', 'doing'].includes(store.getState().stage)

  async function start() {
    const { kind, plannedMs } = wanted
    const answer = await doors.vault('pause.begin', { kind, plannedMs }).catch(() => null)
    if (answer) asks = { tension: answer.askTension, withoutBreathFirst: answer.withoutBreathFirst }
    if (store.getState().stage === 'starting') ask()
  }
  void start()

  return {
    get wanted() {
      return wanted
    },
    asked: opened,
    get pattern() {
      return patternOf(wanted.kind)
    },
    store,
    elapsedMs,
    startedMs: () => (runningSince ?? performance.now()) - doneMs,
    look: () => {
      if (isGoing()) follower?.look()
    },
    stop: () => {
      if (beganAt !== 0) end()
      else void doors.shell('fold', {})
    },
    breatheFreely() {
      const state = store.getState()
      if (state.stage !== 'breathing') return
      free = !free
      show({ ...state, free })
    },
    before(given) {
      if (store.getState().stage !== 'before') return
      tension = given
      begin()
    },
    after(given) {
      const state = store.getState()
      if (state.stage !== 'after') return
      show({ ...state, stage: 'ended' })
      if (given !== null) void rate(given)
    },
    read(goOn) {
      if (store.getState().stage !== 'reading') return
      settings.holdsRead = true
      doors.shell('device.set', { holdsRead: true }).catch(() => {
        // Then it is shown once more, the next time.
      })
      if (!goOn) wanted = plain
      ask()
    },
    gentler(withoutBreath) {
      if (store.getState().stage !== 'gentler') return
      asks = { ...asks, withoutBreathFirst: false }
      if (withoutBreath) {
        wanted = { kind: settings.gentle, plannedMs: exercises[settings.gentle].ms, chosen: 'me' }
        asks = { ...asks, tension: false }
      }
      ask()
    },
    hold(why) {
      if (isGoing()) holdAt(why, elapsedMs())
    },
    goOn() {
      if (store.getState().stage !== 'held') return
      const pattern = patternOf(wanted.kind)
      const breath = pattern ? breathMs(pattern) : 1
      doneMs = Math.floor(doneMs / breath) * breath
      run()
    },
    keep,
    kept: () => keeping,
    async close() {
      const before = failed()
      await keeping
      if (before || !failed()) await doors.shell('fold', {})
    },
    leave: end,
  }
}

/** A moment, and when to look next: at each change, and at each second where those are counted. */
function paced(pattern: Pattern, plannedMs: number, elapsed: number, seconds: boolean): Moment {
  const moment = momentAt(pattern, plannedMs, elapsed)
  const nextSecondMs = 1000 - (moment.intoPhaseMs % 1000)
  return seconds ? { ...moment, nextInMs: Math.min(moment.nextInMs, nextSecondMs) } : moment
}

const hasHolds = (kind: PauseKind): boolean =>
  isPatternId(kind)
    ? patterns[kind].holds
    : (patternOf(kind)?.phases.some(({ name }) => name === 'hold' || name === 'rest') ?? false)

function exerciseOf(kind: PauseKind): Exercise {
  if (isExerciseId(kind)) return exercises[kind]
  throw new RangeError(`${kind} is neither a pattern nor an exercise`)
}

async function save(doors: Doors, pause: PauseSaved): Promise<Kept> {
  // A lock in just this moment closes the port, and the next one carries the pause: same id, kept once.
  const { kept } = await doors.vault('pause.save', pause).catch((error: unknown) => {
    if (codeOf(error) === 'locked') return doors.vault('pause.save', pause)
    throw error
  })
  if (kept === 'saved') return { kind: 'saved' }
  const { state } = await doors.vault('journal.state', {})
  return { kind: 'until-unlock', first: state === 'absent' }
}
