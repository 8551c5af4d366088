import { powerMonitor } from 'electron'
import type { Actions } from './actions.ts'

/** The journal locks after this long without a key or a move of the pointer. */
const idleSeconds = 15 * 60

/**
 * Locks when the computer locks, sleeps, or has been left alone. Looks no more often than the idle
 * time could run out, so that a quiet tray stays asleep.
 */
export function watchPower(actions: Actions): void {
  powerMonitor.on('lock-screen', () => actions.lock())
  powerMonitor.on('suspend', () => actions.lock())

  let locked = false
  function look() {
    const idle = powerMonitor.getSystemIdleTime()
    const isIdle = idle >= idleSeconds
    if (isIdle && !locked) actions.lock()
    locked = isIdle
    setTimeout(look, Math.max(30, isIdle ? idleSeconds : idleSeconds - idle) * 1000)
  }
  look()
}
