import * as v from 'valibot'
import { isOwnPatternId, type OwnPatternId } from '../breathing/own.ts'
import { errorNames } from '../diagnostics/error-names.ts'
import type { ShellFacts, Trouble } from '../diagnostics/kinds.ts'
import { filePurposes, isFileName } from '../file-purposes.ts'
import { type TechniqueId, techniqueIds } from '../guidance/guide.ts'
import type { CardAnswer, Connect, CopyProblem, Fits, Sees } from '../ports.ts'
import { papers } from '../review/kinds.ts'
import {
  breakMinutes,
  type DeviceChoices,
  eyeRestMinutes,
  lockMinutes,
  longestOutputLabel,
  mostKinds,
  mostOwnPatterns,
  motions,
  tellWays,
  themes,
  volumes,
} from '../settings/choices.ts'
import { languages } from '../settings/languages.ts'
import { shortcutProblem, type ShortcutStates } from '../settings/shortcuts.ts'
import { answers, windowNames } from './method.ts'
import { shellPlace } from './place.ts'
import { change, list, nothing, pauseKind, plannedMs } from './schemas.ts'

const ownPatternId = v.custom<OwnPatternId>(
  (value) => typeof value === 'string' && isOwnPatternId(value),
  'is no own pattern within its bounds',
)

const quietMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(16 * 3_600_000))

const shortcut = v.nullable(
  v.pipe(
    v.string(),
    v.maxLength(60),
    v.check((keys) => shortcutProblem(keys) === null, 'are no keys for every program'),
  ),
)

const pauseWanted = v.strictObject({
  kind: pauseKind,
  plannedMs,
  chosen: v.picklist(['me', 'chance']),
})

/** Pages of the main window without a word of the journal. */
export const openPages = ['guide', 'support', 'about', 'privacy', 'report'] as const

export type OpenPage = (typeof openPages)[number]

/** What the unlock window can be opened for, apart from opening the journal: changes of what opens it. */
export const unlockTasks = [
  'passphrase',
  'recovery',
  'keychain',
  'renew',
  'remove-passphrase',
  'remove-recovery',
  /** One of the journal's copies, by its own passphrase. */
  'copies',
  /** A file that is brought in, by its passphrase. */
  'file',
] as const

export type UnlockTask = (typeof unlockTasks)[number]
/** What the main window can be opened for: one of those, or a check-in, which a reminder may ask for. */
export type OpenedFor = OpenPage | 'check-in' | 'reminder'

/** Answered by main: the few things that only the shell can do. No word of the agent's goes here. */
export const shellDoor = {
  /** Hides or closes the window that asks. */
  fold: answers<null>()(nothing, windowNames),
  open: answers<null>()(
    v.strictObject({
      window: v.picklist(['main', 'pause', 'note', 'unlock']),
      /** Which pause, for the pause window; the last one where it isn't said. */
      pause: v.optional(pauseWanted),
      /** A page of the main window that holds nothing of the journal: it opens while that is locked. */
      page: v.optional(v.picklist(openPages)),
      /** With the window `unlock`: what is to be changed. */
      task: v.optional(v.picklist(unlockTasks)),
      /** With the page `guide`: which of its pages. */
      technique: v.optional(v.picklist(techniqueIds)),
    }),
    ['main', 'pause', 'note', 'card', 'unlock'],
  ),
  /** The page that the main window was opened for, once; null for the one it begins with. */
  'main.opened': answers<{ page: OpenedFor | null; technique: TechniqueId | null }>()(nothing, [
    'main',
  ]),
  /** What the unlock window was opened for, once. */
  'unlock.opened': answers<UnlockOpened>()(nothing, ['unlock']),
  /** What the pause window was opened for. */
  'pause.opened': answers<PauseOpened>()(nothing, ['pause']),
  /** Whether this desktop shows tray icons; null where nobody can say. */
  'tray.shown': answers<boolean | null>()(nothing, ['main']),
  /** Whether Lull says where its windows open; on Wayland the desktop does. */
  'windows.placed': answers<boolean>()(nothing, ['main']),
  /** What the tray's menu has too, for a desktop that shows none. */
  mark: answers<null>()(nothing, ['main']),
  quiet: answers<null>()(v.strictObject({ ms: quietMs }), ['main']),
  'quiet.state': answers<boolean>()(nothing, ['main']),
  quit: answers<null>()(nothing, ['main']),
  /** Whether each shortcut works, as far as anybody has pressed it. */
  'shortcuts.state': answers<ShortcutStates>()(nothing, ['main']),
  /** While keys are being chosen, those that Lull has already run nothing. */
  'shortcuts.record': answers<null>()(v.strictObject({ on: v.boolean() }), ['main']),
  /** How a phone is connected, and what "Test my hook" heard. */
  'connect.get': answers<Connect>()(nothing, ['main']),
  /** Another code for links; those with the old one are nothing from now on. */
  'connect.renew': answers<Connect>()(nothing, ['main']),
  'connect.test': answers<null>()(v.strictObject({ on: v.boolean() }), ['main']),
  /** What Lull can see of this desktop, looked at now, and by what it tells of an offer. */
  'sees.get': answers<Sees>()(nothing, ['main']),
  /** What ended by itself and wasn't told yet, once. */
  'trouble.told': answers<Trouble | null>()(nothing, ['main']),
  /** This page can't go on and must be opened anew; or (`stays`) a part of it failed. */
  'page.failed': answers<null>()(
    v.strictObject({ error: v.picklist(errorNames), stays: v.boolean() }),
    windowNames,
  ),
  /** What the shell knows for a report of a problem: nothing of the journal. */
  'diagnostics.shell': answers<ShellFacts>()(nothing, ['main']),
  /** What the card's pause may be, so that it fits between two calls, and whether a note is offered. */
  'card.offer': answers<{ fits: Fits; note: boolean }>()(nothing, ['card']),
  lock: answers<null>()(nothing, ['main']),
  /** Shows the journal's folder in the system's own program for files. */
  'journal.show': answers<null>()(nothing, ['unlock']),
  /**
   * Asks the agent, in the system's own dialog, where to write something. The place goes to the vault;
   * the page gets what it may say to the vault in its stead, once, or null where none was chosen.
   */
  'file.ask': answers<{ grant: string | null }>()(
    v.pipe(
      v.strictObject({ purpose: v.picklist(filePurposes), name: v.string() }),
      v.check(({ purpose, name }) => isFileName(name, purpose), 'suggests no plain name'),
    ),
    ['main'],
  ),
  /**
   * What this window shows, as a PDF in base64. Chromium makes one only for main, which hands it straight
   * back to the page (electron/printing.ts).
   */
  'page.pdf': answers<{ pdf: string }>()(v.strictObject({ paper: v.picklist(papers) }), ['main']),
  'card.answer': answers<null>()(
    v.strictObject({
      answer: v.picklist<readonly CardAnswer[]>(['pause', 'breath', 'note', 'checkIn', 'notNow']),
    }),
    ['card'],
  ),
  ...shellPlace,
  'device.get': answers<Device>()(nothing, windowNames),
  /** Saves what is given, applies it at once, and tells every window. */
  'device.set': answers<Device>()(
    change({
      language: v.optional(v.picklist(languages)),
      theme: v.optional(v.picklist(themes)),
      motion: v.optional(v.picklist(motions)),
      dim: v.optional(v.boolean()),
      lockMinutes: v.optional(v.picklist(lockMinutes)),
      blankAway: v.optional(v.boolean()),
      hideFromCapture: v.optional(v.boolean()),
      startAtLogin: v.optional(v.boolean()),
      pauseLast: v.optional(pauseKind),
      pauseLastMs: v.optional(plannedMs),
      ownPatterns: v.optional(list(ownPatternId, mostOwnPatterns)),
      pausesOff: v.optional(list(pauseKind, mostKinds)),
      chooseFrom: v.optional(list(pauseKind, mostKinds)),
      sound: v.optional(v.boolean()),
      volume: v.optional(v.picklist(volumes)),
      soundOutput: v.optional(
        v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestOutputLabel))),
      ),
      breakEveryMin: v.optional(v.nullable(v.picklist(breakMinutes))),
      eyeRestEveryMin: v.optional(v.nullable(v.picklist(eyeRestMinutes))),
      safetyRead: v.optional(v.boolean()),
      holdsRead: v.optional(v.boolean()),
      noTrayTold: v.optional(v.boolean()),
      unplacedTold: v.optional(v.boolean()),
      linkOn: v.optional(v.boolean()),
      microphone: v.optional(v.boolean()),
      connectTold: v.optional(v.boolean()),
      tellBy: v.optional(v.picklist(tellWays)),
      shortcuts: v.optional(
        v.strictObject({
          mark: shortcut,
          answer: shortcut,
          hide: shortcut,
          pause: shortcut,
          note: shortcut,
          checkIn: shortcut,
        }),
      ),
    }),
    ['main', 'pause'],
  ),
} as const

export type PauseWanted = v.InferOutput<typeof pauseWanted>

/** From device.json: plain, nothing personal, there while the journal is locked. */
export interface Device extends DeviceChoices {
  /** `asked`: macOS waits for the agent's leave. Null where Lull can't be started at login: from a stick, or unpacked. */
  startAtLogin: boolean | 'asked' | null
  /**
   * Why the choices are back at their beginning: the old file couldn't be read, or a newer Lull wrote
   * it, and it is kept beside the new one; or it is in the way, for it could not be put aside.
   * `pattern`: only an own pattern couldn't be read, and all other choices are as they were.
   */
  notice: 'broken' | 'newer' | 'in-the-way' | 'pattern' | null
}

export interface UnlockOpened {
  task: UnlockTask | null
  /** The journal has just got another data key, or (`null`) that could not be done. Left out otherwise. */
  renewed?: { copiesLeft: number | null }
  /** The journal has just moved to this folder; or, with a problem, could not, and is there as before. */
  moved?: Moved
  /** The vault ended by itself, and that wasn't told yet. Left out otherwise. */
  ended?: true
}

export interface Moved {
  folder: string
  problem: CopyProblem | null
}

export interface PauseOpened {
  /** Null: the one that was taken last. */
  wanted: PauseWanted | null
  /** A call is running: nothing may sound. */
  call: boolean
}

/** What a window may hear from the shell without asking. */
export type ShellEvent =
  | { event: 'device'; device: Device }
  /** `sure: false`: only a link says so. Nothing may sound, and all else stays; only a pause hears of it. */
  | { event: 'call'; running: boolean; sure: boolean }
  /** Everything is being hidden: keep what there is, and close. */
  | { event: 'leave' }
  /** The computer goes to sleep. */
  | { event: 'sleep' }
  /** Something ended by itself and was started again. */
  | { event: 'trouble'; trouble: Trouble }
  | { event: 'shortcuts'; states: ShortcutStates }
  /** Nothing uncalled is offered for a while; or again. */
  | { event: 'quiet'; on: boolean }
  | { event: 'connect'; connect: Connect }
  /** The pause window is asked for once more, for this pause or the last one. */
  | { event: 'wanted'; wanted: PauseWanted | null }
  /** The main window is asked for once more, for this page. */
  | { event: 'page'; page: OpenedFor; technique: TechniqueId | null }
