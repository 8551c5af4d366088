import { createStore, type StoreApi } from 'zustand/vanilla'
import { longerExhale, type Pattern } from '../../src/breathing/patterns.ts'
import { momentAt, type Moment } from '../../src/breathing/timeline.ts'
import type { ErrorCode, Input, VaultDoor } from '../../src/contract.ts'
import { follow } from '../pause/follow.ts'
import { codeOf, type Doors } from './bridge.ts'
import { newId } from './uuid.ts'

export type Kept =
  | { kind: 'keeping' }
  | { kind: 'saved' }
  /** In memory until there is an open journal; `first` where none has been made yet. */
  | { kind: 'until-unlock'; first: boolean }
  | { kind: 'failed'; code: ErrorCode }

export type PauseState =
  { stage: 'breathing'; moment: Moment } | { stage: 'ended'; ended: Ended; kept: Kept }

type PauseSaved = Input<VaultDoor, 'pause.save'>
type Ended = PauseSaved['ended']

export interface Pause {
  readonly pattern: Pattern
  readonly plannedMs: number
  /** On the page's own clock (`performance.now()`), which animations run on too. */
  readonly startedMs: number
  readonly store: StoreApi<PauseState>
  readonly look: () => void
  readonly stop: () => void
  /** Sends it once more, after a failure. */
  readonly keep: () => void
  /** Folds the window, once the pause is kept. One that couldn't be kept stays in view first. */
  readonly close: () => Promise<void>
  /** The page is going: what has been breathed so far is sent, without waiting. */
  readonly leave: () => void
}

const plannedMs = 60_000

/** Starts a pause now. It saves itself as what it was: whole, or stopped after so many milliseconds. */
export function startPause(doors: Doors, seconds = false): Pause {
  const pattern = longerExhale
  const startedAt = Date.now()
  const startedMs = performance.now()
  const id = newId(startedAt)
  const elapsedMs = () => performance.now() - startedMs
  const store = createStore<PauseState>(() => ({
    stage: 'breathing',
    moment: momentAt(pattern, plannedMs, 0),
  }))
  let taken: PauseSaved | null = null
  let keeping = Promise.resolve()

  const follower = follow(pattern, plannedMs, elapsedMs, hear, seconds)

  function hear(moment: Moment) {
    if (moment.over) end()
    else store.setState({ stage: 'breathing', moment })
  }

  function end() {
    if (taken) return
    const elapsed = Math.min(plannedMs, Math.floor(elapsedMs()))
    const ended: Ended = elapsed === plannedMs ? 'completed' : 'stopped'
    taken = { id, pattern: pattern.id, startedAt, plannedMs, elapsedMs: elapsed, ended }
    follower.stop()
    keep()
  }

  function keep() {
    if (!taken) return
    const { ended } = taken
    const show = (kept: Kept) => store.setState({ stage: 'ended', ended, kept })
    show({ kind: 'keeping' })
    keeping = save(doors, taken).then(show, (error: unknown) =>
      show({ kind: 'failed', code: codeOf(error) }),
    )
  }

  const failed = () => {
    const state = store.getState()
    return state.stage === 'ended' && state.kept.kind === 'failed'
  }

  async function close() {
    const before = failed()
    await keeping
    if (before || !failed()) await doors.shell('fold', {})
  }

  return {
    close,
    pattern,
    plannedMs,
    startedMs,
    store,
    look: follower.look,
    stop: end,
    keep,
    leave: end,
  }
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
