import { powerMonitor } from 'electron'
import type { Actions } from './actions.ts'
import type { DeviceRoom } from './device.ts'
import type { VaultHost } from './vault-host.ts'

/** How often it looks at the most, in seconds. */
const shortestLook = 30

/**
 * Locks when the computer locks, sleeps, or has been left alone. Looks no more often than the idle
 * time could run out, so that a quiet tray stays asleep.
 */
export function watchPower(actions: Actions, vault: VaultHost, device: DeviceRoom): void {
  const screen = (locked: boolean) => {
    if (locked) actions.lock()
    // After the lock, so that the vault which hears it is the one that stays.
    vault.tell({ kind: 'screen', locked })
  }
  powerMonitor.on('lock-screen', () => screen(true))
  powerMonitor.on('unlock-screen', () => screen(false))
  powerMonitor.on('suspend', () => actions.sleep())

  // Linux has no events for its lock screen; the state can be asked for.
  const mustAsk = process.platform === 'linux'
  let before = 'active'
  let next: NodeJS.Timeout | undefined
  function look() {
    const idleSeconds = device.now().lockMinutes * 60
    const now = powerMonitor.getSystemIdleState(idleSeconds)
    if (now !== before) {
      if (now === 'idle') actions.lock()
      if (mustAsk && (now === 'locked' || before === 'locked')) screen(now === 'locked')
    }
    before = now
    const untilIdle = idleSeconds - powerMonitor.getSystemIdleTime()
    const seconds = mustAsk || untilIdle <= 0 ? shortestLook : Math.max(shortestLook, untilIdle)
    next = setTimeout(look, seconds * 1000)
  }
  look()
  // A shorter time must not wait for the end of the longer one.
  device.onChange(() => {
    clearTimeout(next)
    look()
  })
}
