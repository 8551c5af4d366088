import { beforeEach, describe, expect, it, vi } from 'vitest'
import { plainDevice } from '../../../src/settings/choices.ts'
import type { WindowName } from '../../../src/contract.ts'

const held = new Map<string, () => void>()
let suspended = false
vi.mock('electron', () => ({
  app: { on: () => {} },
  globalShortcut: {
    // As Electron does: nothing can be registered while shortcuts are suspended.
    register: (keys: string, run: () => void) => !suspended && Boolean(held.set(keys, run)),
    unregisterAll: () => held.clear(),
    setSuspended: (now: boolean) => (suspended = now),
    isSuspended: () => suspended,
  },
}))
const { listenForShortcuts } = await import('../../../electron/shortcuts.ts')

function someShortcuts() {
  let device = plainDevice
  const hear = { changed: () => {}, closed: (_window: WindowName) => {} }
  const room: ReturnType<typeof listenForShortcuts> = Reflect.apply(listenForShortcuts, null, [
    {},
    { now: () => device, onChange: (run: () => void) => (hear.changed = run) },
    { tell: () => {}, onClosed: (run: (window: WindowName) => void) => (hear.closed = run) },
  ])
  return {
    room,
    hear,
    choose: (keys: string) => {
      device = { ...device, shortcuts: { ...device.shortcuts, mark: keys } }
      hear.changed()
    },
  }
}

describe('shortcuts', () => {
  beforeEach(() => {
    held.clear()
    suspended = false
  })

  it('rest while keys are being chosen, and no longer', () => {
    const { room } = someShortcuts()
    expect([...held.keys()]).toContain('CommandOrControl+Shift+F9')
    room.record(true)
    expect(suspended).toBe(true)
    room.record(false)
    expect(suspended).toBe(false)
  })

  it('are back once the window is gone in which they were being chosen', () => {
    const { room, hear } = someShortcuts()
    room.record(true)
    hear.closed('pause')
    expect(suspended).toBe(true)
    hear.closed('main')
    expect(suspended).toBe(false)
  })

  it('that are chosen are registered, although they rested a moment before', () => {
    const { room, choose } = someShortcuts()
    room.record(true)
    choose('Alt+Shift+L')
    expect(room.states().mark).toBe('untried')
    expect([...held.keys()]).toContain('Alt+Shift+L')
  })
})
