/**
 * The one list of what a screen may ask for and may hear, and at which door.
 *
 * The methods of each room stand in its own file under contract/, with the types of their answers.
 * A method has an input schema (parsed in the vault or the shell, never trusted from a page), the
 * type of its answer, and the windows that may call it. Values are JSON. Renderer and preload take
 * only types from here, so that no schema travels into a window's bundle.
 */
import { checkInMethods } from './contract/checkins.ts'
import { copyMethods } from './contract/copies.ts'
import { dataMethods } from './contract/data.ts'
import { diagnosticsMethods } from './contract/diagnostics.ts'
import { incidentMethods } from './contract/incidents.ts'
import { journalMethods } from './contract/journal.ts'
import { keyMethods } from './contract/keys.ts'
import type { Method } from './contract/method.ts'
import { noteMethods } from './contract/notes.ts'
import { pauseMethods } from './contract/pauses.ts'
import { planMethods } from './contract/plans.ts'
import { reviewMethods } from './contract/review.ts'
import { selfCheckMethods } from './contract/selfcheck.ts'
import { settingMethods } from './contract/settings.ts'
import { shellDoor, type ShellEvent } from './contract/shell.ts'
import { shiftMethods } from './contract/shifts.ts'
import { trendMethods } from './contract/trends.ts'
import { typeMethods } from './contract/types.ts'
import type { JournalState } from './ports.ts'

/** Answered by the companion in the vault, over the window's own port. No name stands twice (door.test). */
export const vaultDoor = {
  ...journalMethods,
  ...keyMethods,
  ...noteMethods,
  ...incidentMethods,
  ...typeMethods,
  ...pauseMethods,
  ...shiftMethods,
  ...checkInMethods,
  ...selfCheckMethods,
  ...trendMethods,
  ...planMethods,
  ...reviewMethods,
  ...settingMethods,
  ...dataMethods,
  ...diagnosticsMethods,
  ...copyMethods,
} as const

export { shellDoor }
export { windowNames } from './contract/method.ts'
export type { WindowName, Method } from './contract/method.ts'
export type { JournalStatus, JournalTrouble, OpenedJournal } from './contract/journal.ts'
export type { KeysStatus, RecoveryKey } from './contract/keys.ts'
export type {
  NoteDraft,
  NoteStart,
  JournalNote,
  JournalPage,
  DroppedWords,
  DroppedAllWords,
  KeptWords,
} from './contract/notes.ts'
export type { CopiesPage, CopyLine, CopyLook } from './contract/copies.ts'
export type { DataAbout, Looked } from './contract/data.ts'
export { longestIncidentNote } from './contract/incidents.ts'
export type { IncidentWords } from './contract/incidents.ts'
export type { PauseStart, PausesTaken, TodayPause } from './contract/pauses.ts'
export type {
  Today,
  ShiftCards,
  ShiftStart,
  ShiftEnd,
  RechargeItem,
  RightPage,
} from './contract/shifts.ts'
export type { CheckInEntry, CheckInPage } from './contract/checkins.ts'
export type { SelfCheck, SelfChecks } from './contract/selfcheck.ts'
export type {
  TrendShift,
  WatchNow,
  ShiftPlace,
  ContextMark,
  Trends,
  Recent,
  HourMade,
  TechniqueUse,
  WorkloadSaid,
} from './contract/trends.ts'
export type { Factor, FactorSaid, ShiftPart } from './trends/factors.ts'
export type { PausesFollowed } from './trends/pauses-followed.ts'
export type { Plan, Plans } from './contract/plans.ts'
export { longestPdf } from './contract/review.ts'
export type {
  MadeRow,
  Review,
  Sheet,
  SheetOffer,
  SheetReview,
  TechniqueRow,
  Used,
  Week,
  WeekAnswer,
  WeekPage,
  WeekShift,
} from './contract/review.ts'
export type { FoundPlace, PlaceAsked, PlaceNow } from './contract/place.ts'
export { openPages } from './contract/shell.ts'
export { unlockTasks } from './contract/shell.ts'
export type {
  OpenPage,
  OpenedFor,
  PauseWanted,
  Device,
  Moved,
  PauseOpened,
  ShellEvent,
  UnlockOpened,
  UnlockTask,
} from './contract/shell.ts'
export type { Checked, JournalFacts, ShellFacts, Trouble } from './diagnostics/kinds.ts'
export type { FilePurpose } from './file-purposes.ts'
export type { TypeChoice, TypeChoices } from './guidance/own-types.ts'
export type { IncidentEntry, Incidents, Period } from './notes/incident-kinds.ts'
export type { Details } from './notes/kinds.ts'
export type { PlanAction, PlanWhen, PlanMark, PlanWill } from './plans/kinds.ts'
export type { CheckInDetails } from './checkins/said.ts'
export type { LoggedDecision } from './prompts/log.ts'
export type { DeviceChoices, Question, Settings, Work } from './settings/choices.ts'
export type { Contact } from './support/kinds.ts'
export type {
  Beginning,
  MarkKind,
  SpellAnswer,
  SpellQuestion,
  WatchedSeries,
  Weeks,
} from './trends/kinds.ts'
export type { ShiftKind } from './trends/watch.ts'

export type VaultDoor = typeof vaultDoor

export type ShellDoor = typeof shellDoor

export type Door = VaultDoor | ShellDoor

export type Input<D extends Door, M extends keyof D> =
  D[M] extends Method<infer I, unknown> ? I : never

export type Output<D extends Door, M extends keyof D> =
  D[M] extends Method<unknown, infer O> ? O : never

export const errorCodes = [
  'unknown-method',
  'bad-input',
  'no-right',
  'foreign-sender',
  'no-journal',
  'locked',
  'exists',
  'wrong-secret',
  'damaged',
  'gone',
  'foreign',
  'keys-lost',
  'keys-before',
  'newer',
  'busy',
  'read-only',
  'disk-full',
  'words-off',
  'no-note',
  'no-checkin',
  'no-selfcheck',
  'no-plan',
  'plans-full',
  'no-shift',
  'too-late',
  'no-grant',
  'no-folder',
  'no-rights',
  'other-place',
  'no-file',
  'unread-file',
  'to-come',
  'sealed-full',
  'wait',
  'use-before',
  'use-new',
  'last-way',
  'not-the-same',
  'other-key',
  'no-copy',
  'copy-damaged',
  'no-keychain',
  'open-elsewhere',
  'place-gone',
  'failed',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export interface Request {
  id: number
  method: string
  input: unknown
}

export type Answer =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: { code: ErrorCode; message: string } }

/** What a window may hear without asking. */
export type WindowEvent = { event: 'journal'; state: JournalState } | { event: 'changed' }

/** The bridge that the preload lays: no logic, only the two doors. */
export interface Bridge {
  /** Calls the shell's door. */
  shell(request: Request): Promise<Answer>
  /** Sends to the vault over this window's port; kept until the port is there. */
  send(request: Request): void
  /** Hears answers and events from the vault; `null` when the port has closed. */
  listen(heard: (message: Answer | WindowEvent | null) => void): void
  /** Hears what the shell tells unasked. */
  onShell(heard: (event: ShellEvent) => void): void
}
