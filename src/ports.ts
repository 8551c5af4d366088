/**
 * What the companion needs from outside. Each is passed in, so that every rule runs in a test
 * without Electron, without a real clock and with the randomness that the test wants.
 */

import type { Unheard } from './calls/hearing.ts'
import type { Program } from './calls/programs.ts'
import type { CallEvent, CallSignal, CallSource, ThrownKind, Told } from './calls/signal.ts'
import type { LogEvent } from './diagnostics/events.ts'
import type { CopyKind, CopyOpens } from './copy-kinds.ts'
import type { FilePurpose } from './file-purposes.ts'
import type { SealingKey } from './notes/sealed-format.ts'
import type { QuietTool } from './prompts/presence.ts'
import type { TellWay } from './settings/choices.ts'

/** Milliseconds since 1970, UTC. */
export type Instant = number

export interface Clock {
  /** The wall clock. It may jump: people travel, and computers are set right. */
  now(): Instant
  /** Milliseconds that only ever grow; only differences mean anything. */
  elapsed(): number
  /** The IANA time zone in force, for example `Asia/Manila`. */
  zone(): string
  /** Runs `run` once, `ms` milliseconds from now; the answer cancels it. */
  after(ms: number, run: () => void): () => void
}

export interface Random {
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array
}

/** What SQLite can hold and give back. */
export type Cell = string | number | null | Uint8Array

export interface Statement<Row> {
  get(...cells: Cell[]): Row | undefined
  all(...cells: Cell[]): Row[]
  run(...cells: Cell[]): { changes: number }
}

/** An open journal, as the rooms see it: SQL written out beside the function that runs it. */
export interface Store {
  /** Prepares a statement, to be kept and run many times. `Row` is what its columns are. */
  prepare<Row = never>(sql: string): Statement<Row>
  /** The same, for many rows: each is an array of its columns in their order, which reads faster. */
  tuples<Row extends readonly Cell[]>(sql: string): Statement<Row>
  /**
   * Runs `work` in one transaction. When this returns, all of it is on the disk; when `work`
   * throws, none of it is, and the error goes on to the caller.
   */
  write<Result>(work: () => Result): Result
  /**
   * What was deleted leaves the disk too: the log goes into the file, and in its backups the notes and
   * check-ins of these ids have the words that they have now and no others, and plans, shifts, weeks and
   * things that do good none. It throws nothing: what couldn't be done is told. Call it outside `write`, once that has
   * returned.
   */
  forget(ids: readonly string[]): Forgotten
}

export interface Forgotten {
  /** False while another program holds the file: what was deleted is still in its log. */
  settled: boolean
  /** Out of how many older copies it went, too. */
  copiesCleared: number
  /** How many older copies could not be rewritten, and hold what they held. */
  copiesLeft: number
  /** How many of those are kept as they were found, and never will be; left out where none are. */
  copiesKept?: number
}

/** How a journal is unlocked. The keychain's is random, and kept by the system. */
export type Secret = { passphrase: string } | { recoveryKey: string } | { keychain: string }

export type SlotKind = 'passphrase' | 'recovery' | 'keychain'

/**
 * What opens the journal. A change needs a secret that opens it, even while it is open: whoever sits down at
 * an unlocked screen must not be able to shut the agent out, or to make a way in. Each throws a code.
 */
export interface Keys {
  /** `keychain`: its secret as the system has encrypted it. All are unset for a file that can't be read. */
  ways(): { passphrase: boolean; recoveryKey: boolean; keychain: string | null }
  /** How many milliseconds the next try must wait, after some that failed. */
  waitMs(): number
  prove(secret: Secret): Promise<void>
  setPassphrase(secret: Secret, passphrase: string): Promise<void>
  /**
   * A recovery key in groups of four, shown once; the one before holds until `keepRecoveryKey` has been
   * told what stands in the two groups `asked`, counted from 0.
   */
  makeRecoveryKey(
    secret: Secret,
  ): Promise<{ recoveryKey: string; asked: readonly [number, number] }>
  keepRecoveryKey(groups: readonly string[]): void
  setKeychain(secret: Secret, kept: { secret: string; sealed: string }): Promise<void>
  /** The system wants the keychain's secret encrypted anew. */
  reseal(sealed: string): void
  dropKeychain(): void
  remove(secret: Secret, kind: SlotKind): Promise<void>
  /**
   * Another data key, under this passphrase alone: every other way in ends. Says how many copies of the journal
   * still have the old one. The journal is closed afterwards; once it closes, also where this throws.
   */
  renew(secret: Secret, passphrase: string): Promise<{ copiesLeft: number }>
}

/** The system's own keychain, as far as it can be used here. */
export interface Keychain {
  here(): Promise<KeychainHere>
  seal(secret: string): Promise<string>
  /** `again`: it must be kept like this from now on. */
  open(sealed: string): Promise<{ secret: string; again: string | null }>
}

/** Whether there is a keychain to be trusted: of which system, or what stands against it. */
export type KeychainHere = 'windows' | 'linux' | 'unsigned-mac' | 'no-keyring' | 'stick' | 'none'

/** Why a journal didn't open. The file is never touched by a refusal. */
export type OpenProblem =
  | 'exists'
  | 'wrong-secret'
  | 'damaged'
  /** The file, its folder or its disk isn't there, or another file stands in its place. */
  | 'gone'
  /** Something that Lull didn't write bears the journal's name. */
  | 'foreign'
  /** The key file is gone or damaged, and no copy has one; or some do, which open to a secret of before. */
  | 'keys-lost'
  | 'keys-before'
  | 'newer'
  | 'busy'
  | 'read-only'
  | 'disk-full'
  | 'no-journal'
  /** Some tries failed; the next one waits. */
  | 'wait'
  /** A change of the data key was cut off: before it was done, or just after it. */
  | 'use-before'
  | 'use-new'
  | 'last-way'
  | 'not-the-same'
  /** Another computer has it open, or didn’t close it. */
  | 'open-elsewhere'
  /** It lies at a place that isn’t there now: a stick, for one. */
  | 'place-gone'
  /** A copy is under another key: that of the time it was made. */
  | 'other-key'
  | 'no-copy'
  | 'copy-damaged'

/**
 * What was found and set right, or can't be known, when a journal opened. `lost-writes`: it is older than what was
 * once acknowledged. `changed`: its file isn't as Lull left it, though all in it can be read. `no-witness`:
 * what counts its writes is gone or damaged. `keys-back`: the key file of a copy took the place of its own.
 * `keys-changed`: its key file isn't as Lull wrote it, though this secret opens it.
 */
export const openNotices = [
  'lost-writes',
  'changed',
  'no-witness',
  'keys-back',
  'keys-changed',
] as const
export type OpenNotice = (typeof openNotices)[number]

/** What is known of the last refusal, for whoever has to say it. */
export interface Trouble {
  /** The folder in which the damaged files were kept as they were found; null where none had to be. */
  kept: string | null
  /** The form of a journal that a newer Lull wrote, and the newest that this one knows. */
  newer: { form: number; knows: number } | null
}

export type Opened =
  | { ok: true; store: Store; notice: OpenNotice | null }
  | { ok: false; problem: OpenProblem; message: string }

/** The computer by its name, and its own time. */
export interface OpenElsewhere {
  computer: string
  since: Instant
}

/** Why the journal can’t lie in a folder that was chosen for it. */
export type MoveProblem =
  'network' | 'inside-itself' | 'journal-there' | 'name-taken' | 'not-writable' | 'no-room'

/** Why the copy that a move begins with couldn’t be made. */
export const copyProblems = ['disk-full', 'read-only', 'busy', 'damaged'] as const
export type CopyProblem = (typeof copyProblems)[number]

/** The journal on the disk: one encrypted file, its key file and its counter. */
export interface Journal {
  exists(): boolean
  /** Makes a new journal under a passphrase. Refuses where one exists already. */
  create(passphrase: string): Promise<Opened>
  open(secret: Secret): Promise<Opened>
  /** What is known of the last refusal. */
  trouble(): Trouble
  /**
   * Gives a journal that isn't open another name beside its folder, with all that belongs to it, so that a new one
   * can be begun. Throws a code, and then nothing was changed.
   */
  setApart(): void
  /** What opens it, and how that is changed. */
  readonly keys: Keys
  /** Where the journal lies, how large it is in bytes with all that belongs to it, and how many copies there are. */
  about(): { folder: string; bytes: number; copies: number }
  /** Where another computer has it open, or didn’t close it, until `openHere` said to open it all the same. */
  elsewhere(): OpenElsewhere | null
  openHere(): void
  /**
   * Closes the journal and makes a whole copy of it and all that belongs to it, checked and on the disk, under a
   * passing name beside `to` (src/store/move.ts). This journal opens no more where that was done. Throws a code
   * where it wasn’t: nothing is left there, and the journal opens as before.
   */
  copyTo(to: string): void
  /** When the newest copy was made, as its folder is named: a day (UTC); null where there is none. */
  lastCopy(): string | null
  /**
   * Copies the open journal, and looks at every page of the copy. Throws where it can't, and leaves no half.
   * Daily ones go by the days of this zone.
   */
  backUp(kind: 'import' | 'daily', zone?: string): void
  /** Its copies, and how one becomes the journal again. */
  readonly copies: Copies
  readonly encrypted: EncryptedFiles
  /** Closes the journal and deletes it with its copies: the keys first, so that no rest can be opened. */
  wipe(): void
  /** What is written while the journal is locked. */
  readonly sealed: Sealed
  isOpen(): boolean
  /** Closes the file. Calling it again does nothing. */
  close(): void
}

/** A copy of the journal, as far as it shows without being opened. */
export interface CopyListed {
  name: string
  at: Instant
  kind: CopyKind
  bytes: number
  opens: CopyOpens
}

/** Each throws a code; a copy that is looked at stays as it is, to the byte. */
export interface Copies {
  /** Where they lie. */
  readonly folder: string
  /** Newest first. */
  list(): CopyListed[]
  /**
   * Opens a copy aside, with every page looked at and brought up to date, for as long as `work` takes. Without a secret only
   * where the open journal's keys fit it; while the journal is locked, by what opens that.
   */
  read<Result>(name: string, secret: Secret | null, work: (copy: Store) => Result): Promise<Result>
  /**
   * Makes a copy the journal, once the journal of now is kept as a copy itself; opens it. `prepare` gets it before, to
   * take over from the journal of now what must not come undone; that is null where nothing can be read of
   * it. Once it throws, the journal is as it was, open or closed.
   */
  restore(
    name: string,
    secret: Secret | null,
    prepare: (copy: Store, now: Store | null) => void,
  ): Promise<Opened>
}

/** What can be wrong with an encrypted file. */
export type EncryptedProblem = 'too-large' | 'not-ours' | 'cut-off' | 'newer' | 'damaged'

/** A journal as one encrypted file: taken out, and brought in. Each throws a code where the disk refuses. */
export interface EncryptedFiles {
  /** Whether these bytes begin as such a file does. */
  is(bytes: Uint8Array): boolean
  /** The open journal, with the ways in that work at another computer. */
  take(): Uint8Array
  /** Keeps one that was brought, as it is, in Lull's own folder; or says what is wrong with it. */
  keep(bytes: Uint8Array): EncryptedProblem | null
  /** Opens what is kept, looks at every page, and lets it go; a wrong secret is thrown, and it stays. */
  read<Result>(
    secret: Secret,
    work: (copy: Store) => Result,
  ): Promise<{ problem: EncryptedProblem } | { problem: null; value: Result }>
  drop(): void
}

/** One sealed note on the disk. */
export interface SealedFile {
  path: string
  /** SHA-256 of its bytes, in hex. */
  hash: string
  /** What was sealed; null where this journal can't read it. */
  text: string | null
}

/** Notes that were sealed to the journal's public key, so that nobody reads them before it opens. */
export interface Sealed {
  /** What a page needs to seal one; null where there is no such key yet, or its file is damaged. */
  key(): SealingKey | null
  /** Keeps a sealed note, in place of the one under the same id. False where 200 wait already. */
  put(id: string, bytes: Uint8Array): boolean
  drop(id: string): void
  /**
   * With the journal open: writes its public key, and whether words are allowed, where they can be
   * read while it is locked. `swapped`: another key, or a damaged one, lay there.
   */
  publish(words: boolean): 'as-it-was' | 'made' | 'swapped'
  /** With the journal open: all that waits. */
  read(): SealedFile[]
  /** Deletes what is in the journal now, and keeps aside what can't be read. Never throws. */
  finish(taken: readonly SealedFile[], unreadable: readonly SealedFile[]): void
}

/** Files outside of Lull's folder, at places that the agent chose. */
export interface Files {
  /** Takes a chosen path; what it gives writes there, whole or not at all, and throws a code otherwise. */
  choose(path: string): (content: string | Uint8Array) => void
  /**
   * Takes a chosen path; what it gives reads the file there, or says null where that is larger than `mostBytes`.
   * Throws a code where it can't be read, or is no plain file.
   */
  open(path: string): (mostBytes: number) => Uint8Array | null
}

/** What the companion tells the shell. */
export interface Shell {
  tell(message: VaultNews): void
}

export type JournalState = 'absent' | 'locked' | 'open'

export type VaultNews =
  | { kind: 'journal'; state: JournalState }
  /** Show the card. `asked`: the agent asked for it, so that it may take the focus. */
  /** `note: false`: the pause only, for the call has been over for a while. */
  | { kind: 'offer'; asked: boolean; fits: Fits; note: boolean }
  | { kind: 'withdraw' }
  /**
   * What the desktop tells of itself matters now: before something is offered, or, while nobody is there,
   * until somebody is back. Null: not any more.
   */
  | { kind: 'watch'; until: 'offer' | 'return' | null }
  /** What the policy remembers: times, no words. The shell only carries it, to the next vault. */
  | { kind: 'prompts'; kept: unknown }
  /** This grant has come: a page may use it now. */
  | { kind: 'file'; grant: string }
  /** The journal is closed; its copy is whole, or (a code) couldn’t be made. Either way it must lock now. */
  | { kind: 'copied'; problem: CopyProblem | null }
  /** The journal had to be closed: lock, and ask for what opens it. */
  | { kind: 'closed' }
  /** Something for the system's keychain, which only the shell can ask. */
  | ({ kind: 'keychain'; id: string } & KeychainAsk)
  /** The vault refused something, for the log of trouble. */
  | { kind: 'trouble'; event: Extract<LogEvent, { code: 'refused' }> }
  /** The journal has another data key, or (null) that could not be done; either way it must lock now. */
  | { kind: 'renewed'; copiesLeft: number | null }
  /** Everything was deleted: begin anew, with no window left that shows something. */
  | { kind: 'wiped' }

export type KeychainAsk =
  { ask: 'here' } | { ask: 'seal'; secret: string } | { ask: 'open'; sealed: string }
/** Null: the system refused. */
export type KeychainSaid =
  | { ask: 'here'; here: KeychainHere }
  | { ask: 'seal'; sealed: string | null }
  | { ask: 'open'; opened: { secret: string; again: string | null } | null }

/** What the shell tells the companion. Times only, never a caller's name, number or mood. */
export type ShellNews =
  /**
   * `confirmed`, unless that is said to be false (src/calls/hearing.ts): what isn't uses no offer and
   * is not kept. `earlier` is what this one confirms of before, for the journal alone; `at` is now
   * unless said.
   */
  | ({ kind: 'call'; confirmed?: boolean; earlier?: CallSignal[]; at?: Instant } & Told)
  | { kind: 'card'; answer: CardAnswer }
  | { kind: 'screen'; locked: boolean }
  /** What the desktop tells of itself; what isn't named stays as it was. */
  | { kind: 'presence'; seen: Partial<Presence> }
  /** Nothing uncalled for so long, in milliseconds; 0 ends it. */
  | { kind: 'quiet'; ms: number }
  /** How often the agent wants to be reminded, in minutes; null: never. */
  | ({ kind: 'reminders' } & Reminders)
  /** The agent chose where to write something, for the window that asked. */
  | { kind: 'file'; grant: string; purpose: FilePurpose; window: string; path: string }
  /** What the vault before remembered, `ageMs` milliseconds ago. */
  | { kind: 'prompts'; kept: unknown; ageMs: number }
  /** The keychain's answer. */
  | ({ kind: 'keychain'; id: string } & KeychainSaid)
  /** Close the journal, and make a copy of it at its next place. */
  | { kind: 'copy'; to: string }
  /** The window that opens the journal has gone: an opening that it began comes to nothing. */
  | { kind: 'left' }
  | { kind: 'end' }

/** Nothing is offered through the first two; while nobody is at the keyboard, no reminder is. */
export interface Presence {
  doNotDisturb: boolean
  fullScreen: boolean
  idle: boolean
}

export interface Reminders {
  breakEveryMin: number | null
  eyeRestEveryMin: number | null
}

/** What Lull can see at this desk. Null: nothing here says so; `isOn: null`: it didn't say this time. */
export interface Sees {
  system: 'windows' | 'mac' | 'linux'
  doNotDisturb: { tool: QuietTool; isOn: boolean | null } | null
  fullScreen: { isOn: boolean | null } | null
  /** Whether it tells how long ago a key or the pointer was moved. */
  idle: boolean
  /** Whether the system tells of a locked screen, or has to be asked now and then. */
  lock: 'told' | 'asked'
  tellsBy: TellsBy
}

/** By what an offer is told at this desk, and, where it isn't what was chosen or usual, for which reason. */
export interface TellsBy {
  way: TellWay
  why: 'screen-reader' | 'placed' | 'no-notification' | 'no-tray' | null
}

/** `breath`: the pause is taken in the card itself, which stays for it. */
export type CardAnswer = 'pause' | 'breath' | 'note' | 'checkIn' | 'notNow' | 'faded'
/**
 * The pause that fits between two calls: in the card one breath, three sighs or rest for the eyes; or a
 * minute. `check-in`: no pause, but the two taps.
 */
export const fits = ['breath', 'sighs', 'eyes', 'minute', 'check-in'] as const
export type Fits = (typeof fits)[number]

/** The system's own tool that says whether a microphone is in use. */
export type MicrophoneTool = 'windows' | 'pulse' | 'pipewire'
/** How a phone can tell Lull of its calls at this desk. */
export interface Connect extends Program {
  /** Whether a command line here is read as Windows programs read it. */
  windows: boolean
  /** What a link must carry; null where links are off. */
  code: string | null
  /** Whether the system took Lull for the program that opens its links; null where they are off. */
  registered: boolean | null
  /** Null: nothing here can be asked. `answers` is null until it was asked. */
  microphone: { tool: MicrophoneTool; answers: boolean | null } | null
  test: HookTest | null
}
export interface HookTest {
  listening: boolean
  until: Instant
  arrived: Arrived[]
}
/** What arrived at a door while a hook was tested. Of what was thrown away, only the kinds. */
export interface Arrived {
  at: Instant
  source: CallSource
  event: CallEvent | null
  outcome: 'heard' | Unheard | 'switched-off' | 'wrong-code' | 'not-understood'
  thrown: ThrownKind[]
}
