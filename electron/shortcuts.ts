import { app, globalShortcut } from 'electron'
import { shortcutNames, type ShortcutName, type ShortcutStates } from '../src/settings/shortcuts.ts'
import type { Actions } from './actions.ts'
import type { DeviceRoom } from './device.ts'
import type { Windows } from './windows.ts'

export interface ShortcutsRoom {
  states(): ShortcutStates
}

type States = { -readonly [Name in ShortcutName]: ShortcutStates[Name] }

/**
 * Keys that work in every program. One that another program holds is left to it, and said; one that
 * was registered still counts as working only once it was pressed.
 */
export function listenForShortcuts(
  actions: Actions,
  device: DeviceRoom,
  windows: Windows,
): ShortcutsRoom {
  const run: Record<ShortcutName, () => void> = {
    mark: () => void actions.call({ event: 'marked', source: 'shortcut' }),
    hide: () => actions.hide(),
    pause: () => actions.pause(null),
    note: () => actions.open('note'),
    checkIn: () => actions.open('main'),
  }
  const states: States = {
    mark: 'none',
    hide: 'none',
    pause: 'none',
    note: 'none',
    checkIn: 'none',
  }
  let before = JSON.stringify(null)

  const tell = () => windows.tell('main', { event: 'shortcuts', states: { ...states } })

  function press(name: ShortcutName) {
    const first = states[name] === 'untried'
    states[name] = 'works'
    if (first) tell()
    run[name]()
  }

  function listen() {
    const { shortcuts } = device.now()
    const now = JSON.stringify(shortcuts)
    if (now === before) return
    before = now
    globalShortcut.unregisterAll()
    for (const name of shortcutNames) {
      const accelerator = shortcuts[name]
      states[name] = accelerator === null ? 'none' : register(accelerator, () => press(name))
    }
    tell()
  }
  device.onChange(listen)
  listen()
  app.on('will-quit', () => globalShortcut.unregisterAll())
  return { states: () => ({ ...states }) }
}

function register(accelerator: string, pressed: () => void): 'untried' | 'taken' {
  try {
    return globalShortcut.register(accelerator, pressed) ? 'untried' : 'taken'
  } catch {
    // Keys that Electron doesn't know, from a device.json that somebody wrote.
    return 'taken'
  }
}
