import { powerMonitor } from 'electron'
import type { Sees } from '../src/ports.ts'
import type { Actions } from './actions.ts'
import type { DeviceRoom } from './device.ts'
import { hearScreenLock, lockerHere } from './screen-lock.ts'
import type { VaultHost } from './vault-host.ts'

/** How often it looks at the most, in seconds. */
const shortestLook = 30

export interface PowerRoom {
  /** Whether this system tells of a locked screen, or has to be asked. */
  lock(): Sees['lock']
}

/**
 * Locks when the computer locks, sleeps, or has been left alone. Looks no more often than the idle
 * time could run out, so that a quiet tray stays asleep.
 */
export function watchPower(actions: Actions, vault: VaultHost, device: DeviceRoom): PowerRoom {
  let isLocked = false
  const screen = (locked: boolean) => {
    isLocked = locked
    if (locked) actions.lock()
    // After the lock, so that the vault which hears it is the one that stays.
    vault.tell({ kind: 'screen', locked })
  }
  powerMonitor.on('lock-screen', () => screen(true))
  powerMonitor.on('unlock-screen', () => screen(false))
  powerMonitor.on('suspend', () => actions.sleep())

  // Electron has no events for Linux's lock screen: the desktop tells, or its state is asked for.
  let mustAsk = process.platform === 'linux'
  let before = 'active'
  let next: NodeJS.Timeout | undefined
  function look() {
    const idleSeconds = device.now().lockMinutes * 60
    const now = powerMonitor.getSystemIdleState(idleSeconds)
    if (now !== before && now === 'idle') {
      actions.lock()
      vault.tell({ kind: 'presence', seen: { idle: true } })
    }
    before = now
    if (mustAsk && isLocked !== (now === 'locked')) screen(now === 'locked')
    const untilIdle = idleSeconds - powerMonitor.getSystemIdleTime()
    const seconds = mustAsk || untilIdle <= 0 ? shortestLook : Math.max(shortestLook, untilIdle)
    next = setTimeout(look, seconds * 1000)
  }
  const lookAnew = () => {
    clearTimeout(next)
    look()
  }
  look()
  // A shorter time must not wait for the end of the longer one.
  device.onChange(lookAnew)

  const locker = mustAsk ? lockerHere() : null
  if (locker)
    hearScreenLock(
      locker,
      (locked) => {
        if (locked !== isLocked) screen(locked)
      },
      (isHeard) => {
        mustAsk = !isHeard
        lookAnew()
      },
    )
  return { lock: () => (mustAsk ? 'asked' : 'told') }
}
