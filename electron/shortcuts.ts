import { app, globalShortcut } from 'electron'
import type { Actions } from './actions.ts'
import type { DeviceRoom } from './device.ts'

/** Keys that work in every program. One that another program holds is left to it. */
export function listenForShortcuts(actions: Actions, device: DeviceRoom): void {
  const shortcuts = device.shortcuts()
  const listen = (accelerator: string | null, run: () => void) => {
    if (accelerator === null) return
    try {
      globalShortcut.register(accelerator, run)
    } catch {
      // Keys that Electron doesn't know, from a device.json that somebody wrote: as if not said.
    }
  }
  listen(shortcuts.mark, () => actions.call('marked', 'shortcut'))
  listen(shortcuts.hide, () => actions.hide())
  app.on('will-quit', () => globalShortcut.unregisterAll())
}
