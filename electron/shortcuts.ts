import { app, globalShortcut } from 'electron'
import type { Actions } from './actions.ts'
import type { DeviceFile } from './device.ts'

/** Keys that work in every program. One that another program holds is left to it. */
export function listenForShortcuts(actions: Actions, { shortcuts }: DeviceFile): void {
  const listen = (accelerator: string | null, run: () => void) => {
    if (accelerator !== null) globalShortcut.register(accelerator, run)
  }
  listen(shortcuts.mark, () => actions.call('marked', 'shortcut'))
  listen(shortcuts.hide, () => actions.hide())
  app.on('will-quit', () => globalShortcut.unregisterAll())
}
