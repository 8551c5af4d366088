import { t } from '@lingui/core/macro'
import { Menu, nativeImage, Tray } from 'electron'
import { join } from 'node:path'
import type { PauseWanted } from '../src/contract.ts'
import { exercises } from '../src/breathing/exercises.ts'
import type { JournalState } from '../src/ports.ts'
import type { Actions } from './actions.ts'
import type { VaultHost } from './vault-host.ts'

const minute = 60_000
/** The rest of a shift is at most what a shift lasts (design.md, section 1). */
const restOfShiftMs = 16 * 60 * minute

const sighs: PauseWanted = { kind: 'three-sighs', plannedMs: 30_000, chosen: 'me' }
const breaths = (minutes: number): PauseWanted => ({
  kind: 'longer-exhale',
  plannedMs: minutes * minute,
  chosen: 'me',
})
const eyes: PauseWanted = { kind: 'rest-eyes', plannedMs: exercises['rest-eyes'].ms, chosen: 'me' }

/** Lull's place in the tray. What it shows is decided here, and only here: nothing of any call. */
export function createTray(actions: Actions, vault: VaultHost): Tray {
  const tray = new Tray(icon('tray'))
  // On macOS a click opens the menu by itself; a Linux desktop that does so tells of none.
  if (process.platform !== 'darwin')
    tray.on('click', () =>
      actions.offers.isInTray() ? actions.offers.bring() : actions.open('main'),
    )

  const show = () => {
    const waits = actions.offers.isInTray()
    tray.setImage(icon(waits ? 'tray-waits' : iconOf(vault.journalState(), actions.isQuiet())))
    tray.setToolTip(waits ? t`Lull: a pause, if you like` : 'Lull')
    tray.setContextMenu(menu(actions, vault))
  }
  vault.onNews((news) => {
    if (news.kind === 'journal') show()
  })
  actions.onQuiet(show)
  actions.offers.onTray(show)
  show()
  return tray
}

/** First the pause that was taken last; it isn't named where anyone may see it. */
function menu(actions: Actions, vault: VaultHost): Menu {
  return Menu.buildFromTemplate([
    ...offerEntry(actions),
    { label: t`Take a pause`, click: () => actions.pause(null) },
    { label: t`Three sighs`, click: () => actions.pause(sighs) },
    { label: t`One minute`, click: () => actions.pause(breaths(1)) },
    { label: t`Five minutes`, click: () => actions.pause(breaths(5)) },
    { label: t`Rest the eyes`, click: () => actions.pause(eyes) },
    { type: 'separator' },
    { label: t`Tough one`, click: () => actions.call({ event: 'marked', source: 'tray' }) },
    { label: t`Note`, click: () => actions.open('note') },
    { label: t`Check in`, click: () => actions.checkIn() },
    // One step away from wherever one is: over a card, a pause, and while the journal is locked.
    { label: t`Talk to someone`, click: () => actions.openPage('support', null) },
    { type: 'separator' },
    quietEntry(actions),
    ...lockEntry(actions, vault.journalState()),
    { label: t`Open Lull`, click: () => actions.open('main') },
    { label: t`Quit`, click: () => actions.quit() },
  ])
}

/** What a card would offer, where the tray is to tell of it. */
function offerEntry({ offers }: Actions): Electron.MenuItemConstructorOptions[] {
  if (!offers.isInTray()) return []
  return [{ label: t`Lull offers a pause`, click: () => offers.bring() }, { type: 'separator' }]
}

/** Nothing uncalled for a while. What the agent asks for opens all the same. */
function quietEntry(actions: Actions): Electron.MenuItemConstructorOptions {
  if (actions.isQuiet()) return { label: t`End quiet`, click: () => actions.quiet(0) }
  return {
    label: t`Quiet`,
    submenu: [
      { label: t`for 30 minutes`, click: () => actions.quiet(30 * minute) },
      { label: t`for an hour`, click: () => actions.quiet(60 * minute) },
      { label: t`for the rest of the shift`, click: () => actions.quiet(restOfShiftMs) },
    ],
  }
}

/** Before there is a journal, there is nothing to lock. */
function lockEntry(actions: Actions, state: JournalState): Electron.MenuItemConstructorOptions[] {
  if (state === 'absent') return []
  return state === 'open'
    ? [{ label: t`Lock`, click: () => actions.lock() }]
    : [{ label: t`Unlock`, click: () => actions.open('unlock') }]
}

type Icon = 'tray' | 'tray-quiet' | 'tray-locked' | 'tray-waits'

const iconOf = (state: JournalState, quiet: boolean): Icon =>
  state === 'locked' ? 'tray-locked' : quiet ? 'tray-quiet' : 'tray'

function icon(name: Icon) {
  const mac = process.platform === 'darwin'
  const file = `${name}${mac ? 'Template' : ''}.png`
  const image = nativeImage.createFromPath(join(import.meta.dirname, '../../resources/icons', file))
  if (mac) image.setTemplateImage(true)
  return image
}
