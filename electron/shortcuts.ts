import { app, globalShortcut } from 'electron'
import { shortcutNames, type ShortcutName, type ShortcutStates } from '../src/settings/shortcuts.ts'
import type { Actions } from './actions.ts'
import type { DeviceRoom } from './device.ts'
import type { Windows } from './windows.ts'

export interface ShortcutsRoom {
  states(): ShortcutStates
  /** Keys are being chosen: those that are registered reach the page, and run nothing. */
  record(on: boolean): void
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
    answer: () => actions.offers.bring(),
    hide: () => actions.hide(),
    pause: () => actions.pause(null),
    note: () => actions.open('note'),
    checkIn: () => actions.checkIn(),
  }
  const states: States = {
    mark: 'none',
    answer: 'none',
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

  function record(on: boolean) {
    if (globalShortcut.isSuspended() !== on) globalShortcut.setSuspended(on)
  }

  function listen() {
    const { shortcuts } = device.now()
    const now = JSON.stringify(shortcuts)
    if (now === before) return
    before = now
    // While they rest, nothing can be registered.
    record(false)
    globalShortcut.unregisterAll()
    for (const name of shortcutNames) {
      const accelerator = shortcuts[name]
      states[name] = accelerator === null ? 'none' : register(accelerator, () => press(name))
    }
    tell()
  }
  device.onChange(listen)
  listen()
  // A page that is gone chooses no keys any more.
  windows.onClosed((window) => {
    if (window === 'main') record(false)
  })
  app.on('will-quit', () => globalShortcut.unregisterAll())
  return { states: () => ({ ...states }), record }
}

function register(accelerator: string, pressed: () => void): 'untried' | 'taken' {
  try {
    return globalShortcut.register(accelerator, pressed) ? 'untried' : 'taken'
  } catch {
    // Keys that Electron doesn't know, from a device.json that somebody wrote.
    return 'taken'
  }
}
