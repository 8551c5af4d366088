import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { plainDevice } from '../../../src/settings/choices.ts'

const powerMonitor = new (class extends EventEmitter {
  idleSeconds = 0
  locked = false
  asked = 0
  getSystemIdleTime() {
    return this.idleSeconds
  }
  getSystemIdleState(threshold: number) {
    this.asked++
    if (this.locked) return 'locked'
    return this.idleSeconds >= threshold ? 'idle' : 'active'
  }
})()
const locker = { tells: (_locked: boolean) => {}, heard: (_isHeard: boolean) => {} }
let hasLocker = true
vi.mock('electron', () => ({ powerMonitor }))
vi.mock('../../../electron/screen-lock.ts', () => ({
  lockerHere: () => (hasLocker ? { name: 'a', path: '/a' } : null),
  hearScreenLock: (_locker: unknown, tells: typeof locker.tells, heard: typeof locker.heard) =>
    Object.assign(locker, { tells, heard }),
}))
const { watchPower } = await import('../../../electron/power.ts')

beforeEach(() => {
  vi.useFakeTimers()
  powerMonitor.removeAllListeners()
  Object.assign(powerMonitor, { idleSeconds: 0, locked: false, asked: 0 })
  hasLocker = true
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  return () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})

function watched() {
  const done: string[] = []
  const room: ReturnType<typeof watchPower> = Reflect.apply(watchPower, null, [
    { lock: () => done.push('lock'), sleep: () => done.push('sleep') },
    { tell: (news: object) => done.push(JSON.stringify(news)) },
    { now: () => plainDevice, onChange: () => {} },
  ])
  return { done, room }
}
const locked = '{"kind":"screen","locked":true}'
const unlocked = '{"kind":"screen","locked":false}'

describe('a locked screen on Linux', () => {
  it('locks Lull at once where the desktop tells of it, and wakes it no more often than elsewhere', () => {
    const { done, room } = watched()
    locker.heard(true)
    expect(room.lock()).toBe('told')
    powerMonitor.asked = 0
    vi.advanceTimersByTime(14 * 60_000)
    expect(powerMonitor.asked).toBe(0)
    locker.tells(true)
    locker.tells(false)
    expect(done).toEqual(['lock', locked, unlocked])
  })

  it.each(['nobody tells of it', 'nobody tells of it any more'])(
    'is asked for twice a minute where %s',
    (which) => {
      hasLocker = which.endsWith('more')
      const { done, room } = watched()
      if (hasLocker) {
        locker.heard(true)
        locker.heard(false)
      }
      expect(room.lock()).toBe('asked')
      powerMonitor.asked = 0
      vi.advanceTimersByTime(60_000)
      expect(powerMonitor.asked).toBe(2)
      powerMonitor.locked = true
      vi.advanceTimersByTime(60_000)
      powerMonitor.locked = false
      vi.advanceTimersByTime(60_000)
      expect(done).toEqual(['lock', locked, unlocked])
    },
  )

  it('that is told twice is one', () => {
    const { done } = watched()
    locker.tells(true)
    powerMonitor.locked = true
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual(['lock', locked])
  })
})

describe('a desk that was left', () => {
  it('locks after its minutes, and the policy knows that nobody is there', () => {
    const { done } = watched()
    locker.heard(true)
    powerMonitor.idleSeconds = 15 * 60
    vi.advanceTimersByTime(15 * 60_000)
    expect(done).toEqual(['lock', '{"kind":"presence","seen":{"idle":true}}'])
  })
})
