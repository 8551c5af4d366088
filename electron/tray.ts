import { t } from '@lingui/core/macro'
import { Menu, nativeImage, Tray } from 'electron'
import { join } from 'node:path'
import type { JournalState } from '../src/ports.ts'
import type { Actions } from './actions.ts'
import type { VaultHost } from './vault-host.ts'

/** Lull's place in the tray. What it shows is decided here, and only here: nothing of any call. */
export function createTray(actions: Actions, vault: VaultHost): Tray {
  const tray = new Tray(icon())
  tray.setToolTip('Lull')
  // Left click as the platform expects: on macOS and Linux it opens the menu by itself.
  if (process.platform === 'win32') tray.on('click', () => actions.open('main'))

  const show = () => tray.setContextMenu(menu(actions, vault))
  vault.onNews((news) => {
    if (news.kind === 'journal') show()
  })
  show()
  return tray
}

function menu(actions: Actions, vault: VaultHost): Menu {
  return Menu.buildFromTemplate([
    { label: t`Take a pause`, click: () => actions.open('pause') },
    { label: t`Tough one`, click: () => actions.call('marked', 'tray') },
    { label: t`Note`, click: () => actions.open('note') },
    { label: t`Check in`, click: () => actions.open('main') },
    { type: 'separator' },
    { label: t`Open Lull`, click: () => actions.open('main') },
    ...lockEntry(actions, vault.journalState()),
    { type: 'separator' },
    { label: t`Quit`, click: () => actions.quit() },
  ])
}

/** Before there is a journal, there is nothing to lock. */
function lockEntry(actions: Actions, state: JournalState): Electron.MenuItemConstructorOptions[] {
  if (state === 'absent') return []
  return state === 'open'
    ? [{ label: t`Lock`, click: () => actions.lock() }]
    : [{ label: t`Unlock`, click: () => actions.open('unlock') }]
}

function icon() {
  const mac = process.platform === 'darwin'
  const file = mac ? 'trayTemplate.png' : 'tray.png'
  const image = nativeImage.createFromPath(join(import.meta.dirname, '../../resources/icons', file))
  if (mac) image.setTemplateImage(true)
  return image
}
