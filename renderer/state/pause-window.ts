import { createStore, type StoreApi } from 'zustand/vanilla'
import { isExerciseId } from '../../src/breathing/exercises.ts'
import type { Device, PauseWanted } from '../../src/contract.ts'
import { openPause, type Pause, type PauseState } from './pause.ts'
import type { Doors } from './bridge.ts'

/** The pause window: one pause after the other, and what it knows of the computer and of calls. */
export interface PauseWindow {
  readonly pause: Pause
  /** How many there were before it in this window. */
  readonly count: number
  readonly device: Device
  /** A call is running: nothing may sound. */
  readonly call: boolean
  /** The first pause here: one line says how to breathe, and how to stop. */
  readonly first: boolean
}

/** Opens the window with what it was asked for, and hears what else is asked of it. */
export async function openPauseWindow(
  doors: Doors,
  seconds: () => boolean,
): Promise<StoreApi<PauseWindow>> {
  const [device, opened] = await Promise.all([
    doors.shell('device.get', {}),
    doors.shell('pause.opened', {}),
  ])

  function begin(now: Device, asked: PauseWanted | null): Pause {
    const wanted = asked ?? { kind: now.pauseLast, plannedMs: now.pauseLastMs, chosen: 'me' }
    const { holdsRead } = now
    return openPause(doors, wanted, { seconds, holdsRead, gentle: 'window' })
  }

  const store = createStore<PauseWindow>(() => ({
    pause: begin(device, opened.wanted),
    count: 0,
    device,
    call: opened.call,
    first: !device.safetyRead,
  }))

  /** What was taken is offered first the next time; the first line has been said once it was read. */
  let remembered: Pause | null = null
  function remember() {
    const { pause, device: now } = store.getState()
    const { stage } = pause.store.getState()
    if (remembered === pause || !['breathing', 'doing'].includes(stage)) return
    remembered = pause
    const { kind, plannedMs, chosen } = pause.wanted
    const last =
      chosen === 'me' &&
      // Not what was taken instead of it.
      pause.wanted === pause.asked &&
      (kind !== now.pauseLast || plannedMs !== now.pauseLastMs)
    const change = {
      ...(last ? { pauseLast: kind, pauseLastMs: plannedMs } : {}),
      ...(now.safetyRead || isExerciseId(kind) ? {} : { safetyRead: true }),
    }
    if (Object.keys(change).length > 0)
      doors.shell('device.set', change).catch(() => {
        // Then the next pause begins as this one did.
      })
  }
  let forget = store.getState().pause.store.subscribe(remember)

  /** One that couldn't be kept stays in view, and is tried once more before another takes its place. */
  async function replace(wanted: PauseWanted | null) {
    const { pause: before } = store.getState()
    if (isUnkept(before)) before.keep()
    await before.kept()
    const { pause, device: now } = store.getState()
    if (pause !== before || isUnkept(pause)) return
    forget()
    store.setState(({ count }) => ({
      pause: begin(now, wanted),
      count: count + 1,
      first: !now.safetyRead,
    }))
    forget = store.getState().pause.store.subscribe(remember)
  }

  doors.onShell((told) => {
    const { pause } = store.getState()
    const { stage } = pause.store.getState()
    switch (told.event) {
      case 'device':
        store.setState({ device: told.device })
        return
      case 'leave':
        pause.leave()
        void pause.close()
        return
      case 'sleep':
        pause.hold('sleep')
        return
      case 'call':
        store.setState({ call: told.running })
        if (!told.running || !told.sure) return
        // A pause waits behind the call; a question or an end has nothing to wait for.
        if (isGoing(stage)) pause.hold('call')
        else if (!isUnkept(pause)) void pause.close()
        return
      case 'wanted':
        if (!isGoing(stage)) void replace(told.wanted)
    }
  })
  return store
}

const isGoing = (stage: PauseState['stage']) => ['breathing', 'doing', 'held'].includes(stage)

/** It is over, and not yet (or couldn't be) kept. */
function isUnkept(pause: Pause): boolean {
  const state = pause.store.getState()
  return 'kept' in state && (state.kept.kind === 'failed' || state.kept.kind === 'keeping')
}
