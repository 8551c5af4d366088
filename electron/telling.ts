import { t } from '@lingui/core/macro'
import { app, Notification } from 'electron'
import type { TellsBy } from '../src/ports.ts'
import type { TellWay } from '../src/settings/choices.ts'
import type { Desktop } from './desktop.ts'
import type { DeviceRoom } from './device.ts'
import { traysAreShown } from './tray-host.ts'

/** By what an offer is told at this desk. */
export interface Telling {
  now(): TellsBy
  /** Shows a notification of the system: neutral words, no sound, and nothing in it to press. */
  notify(hear: Heard): Shown
}

/** What it is for, and what becomes of it; each at the most once, and nothing after it was closed. */
export interface Heard {
  /** No pause, but a check-in, which a reminder asks for. */
  checkIn: boolean
  clicked: () => void
  /** The agent put it away. */
  dismissed: () => void
  /** The system didn't take it. */
  failed: () => void
}

export interface Shown {
  close(): void
}

export interface Suggests {
  wanted: 'fits' | TellWay
  screenReader: boolean
  /** The desktop puts windows where it likes, with the focus if it likes. */
  compositorPlaces: boolean
  hasNotifications: boolean
  /** Null where nobody can say. */
  hasTray: boolean | null
}

/**
 * What was chosen, where this desktop has it. Otherwise a notification, which a screen reader speaks and
 * which takes no focus, for whoever hears the screen and where a card would open anywhere; else the card.
 */
export function tellsBy(desk: Suggests): TellsBy {
  const { wanted, screenReader, compositorPlaces, hasNotifications, hasTray } = desk
  const why = screenReader ? 'screen-reader' : compositorPlaces ? 'placed' : null
  const fits: TellsBy =
    why && hasNotifications ? { way: 'notification', why } : { way: 'card', why: null }
  if (wanted === 'fits') return fits
  if (wanted === 'notification' && !hasNotifications) return { way: 'card', why: 'no-notification' }
  if (wanted === 'tray' && hasTray === false) return { ...fits, why: 'no-tray' }
  return { way: wanted, why: null }
}

export function createTelling(device: DeviceRoom, { compositorPlaces }: Desktop): Telling {
  let hasTray: boolean | null = null
  // Asked of the desktop only once somebody wants the tray alone.
  function lookForTray() {
    if (device.now().tellBy === 'tray' && hasTray === null)
      void traysAreShown().then((shown) => (hasTray = shown))
  }
  device.onChange(lookForTray)
  lookForTray()
  let last: Notification | null = null
  // What nobody would answer any more goes with the program.
  app.on('will-quit', () => last?.close())

  return {
    now: () =>
      tellsBy({
        wanted: device.now().tellBy,
        screenReader: app.accessibilitySupportEnabled,
        compositorPlaces,
        hasNotifications: Notification.isSupported(),
        hasTray,
      }),
    notify({ checkIn, clicked, dismissed, failed }) {
      let over = false
      const once = (run: () => void) => () => {
        if (over) return
        over = true
        run()
      }
      const shown = new Notification({
        title: 'Lull',
        body: checkIn ? t`A check-in, if you like.` : t`A pause, if you like.`,
        silent: true,
        // Of lower urgency, GNOME shows none.
        urgency: 'normal',
      })
      shown.on('click', once(clicked))
      shown.on('failed', once(failed))
      // One that Windows has put by after a while can still be clicked there.
      shown.on('close', ({ reason }) => {
        if (reason !== 'timedOut') once(dismissed)()
      })
      shown.show()
      last = shown
      return {
        close() {
          over = true
          shown.close()
          if (last === shown) last = null
        },
      }
    },
  }
}
