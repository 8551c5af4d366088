import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Sees, TellsBy } from '../../../src/ports.ts'
import type { TellWay } from '../../../src/settings/choices.ts'

/** One thing that Lull can or can't see here. */
export interface SeenRow {
  name: string
  isSeen: boolean
  says: string
  /** How it stands; null where there is nothing to say of that. */
  now: string | null
}

/** `isPlaced: false`: on Wayland, where a desktop decides what it tells. */
export const seesRows = (sees: Sees, isPlaced: boolean): SeenRow[] => [
  {
    name: t`Do-not-disturb`,
    isSeen: sees.doNotDisturb !== null,
    says: i18n._(sees.doNotDisturb ? quietTools[sees.doNotDisturb.tool] : noQuiet[sees.system]),
    now: nowOf(sees.doNotDisturb),
  },
  {
    name: t`A program in full screen`,
    isSeen: sees.fullScreen !== null,
    says: sees.fullScreen
      ? t`Whether the window with the focus fills the screen. Not what is in it, and not which program it is.`
      : i18n._(sees.system !== 'linux' ? noFullScreen : isPlaced ? noXprop : noWayland),
    now: nowOf(sees.fullScreen),
  },
  {
    name: t`The locked screen`,
    // A Wayland desktop that says no idle time has nobody who would answer of a lock either.
    isSeen: sees.lock === 'told' || sees.idle,
    says:
      sees.lock === 'told'
        ? t`At once: the system tells of it.`
        : sees.idle
          ? t`Within half a minute: this desktop tells nobody, so Lull asks. Not every desktop answers.`
          : t`Lull asks, but this Wayland desktop isn’t known to answer. Lock it in the tray.`,
    now: null,
  },
  {
    name: t`Sleep`,
    isSeen: true,
    says: t`When the computer goes to sleep, Lull locks.`,
    now: null,
  },
  {
    name: t`Whether somebody is here`,
    isSeen: sees.idle,
    says: sees.idle
      ? t`How long ago a key or the pointer was moved. Not which key.`
      : t`This Wayland desktop doesn’t say how long ago a key or the pointer was moved, so Lull doesn’t lock by itself after a while. Lock it in the tray.`,
    now: null,
  },
  {
    name: t`Your calls`,
    isSeen: false,
    says: t`Only what you connect: what a program tells, or that a microphone is in use. Nobody’s number, and no sound.`,
    now: null,
  },
]

const noFullScreen = msg`The system says it only to programs that are built in another way. Before a presentation, choose Quiet in the tray.`
const noWayland = msg`A Wayland desktop says nothing of other programs’ windows. Before a presentation, choose Quiet in the tray.`
const noXprop = msg`The tool that says it, xprop, isn’t here, or this is no X11 desktop. Before a presentation, choose Quiet in the tray.`

const quietTools: Record<NonNullable<Sees['doNotDisturb']>['tool'], MessageDescriptor> = {
  gnome: msg`GNOME says whether it shows notifications.`,
  kde: msg`KDE says whether it holds notifications back, also while a screen is shared.`,
}
const noQuiet: Record<Sees['system'], MessageDescriptor> = {
  windows: msg`Windows says it only in ways that it doesn’t promise to keep. Be told by a notification, and Windows itself holds it back; or choose Quiet in the tray.`,
  mac: msg`macOS says it to no program without rights that Lull doesn’t ask for. Be told by a notification, and Focus holds it back; or choose Quiet in the tray.`,
  linux: msg`This desktop has no way to say it that Lull knows. Choose Quiet in the tray.`,
}

function nowOf(seen: { isOn: boolean | null } | null): string | null {
  if (seen === null) return null
  if (seen.isOn === null) return t`it didn’t say just now`
  return seen.isOn ? t`on now` : t`off now`
}

const ways: Record<TellWay, MessageDescriptor> = {
  card: msg`A card`,
  notification: msg`A notification`,
  tray: msg`The tray only`,
}
export const tellWayName = (way: 'fits' | TellWay): string =>
  way === 'fits' ? t`As it fits this desktop` : i18n._(ways[way])

/** What a choice comes to here, and why where it isn't what was chosen. */
export function tellsByWords({ way, why }: TellsBy, chosen: 'fits' | TellWay): string {
  if (why === 'no-notification') return t`This desktop shows no notifications, so a card comes.`
  if (why === 'no-tray')
    return way === 'card'
      ? t`This desktop shows no tray icons, so a card comes.`
      : t`This desktop shows no tray icons, so a notification comes.`
  if (chosen === 'fits')
    return why === 'screen-reader'
      ? t`Here that is a notification, since a screen reader is running: it is read out, and takes nothing away.`
      : why === 'placed'
        ? t`Here that is a notification, since this desktop puts windows where it likes.`
        : t`Here that is a card.`
  return i18n._(saysOf[way])
}
const saysOf: Record<TellWay, MessageDescriptor> = {
  card: msg`In a corner, above other windows. It never takes the focus, and goes after half a minute.`,
  notification: msg`The system’s own, with a few neutral words and no sound. Click it, and the card opens.`,
  tray: msg`The icon changes for half a minute, and its menu begins with the offer.`,
}
