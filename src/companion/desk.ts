import type { PauseTaken } from '../breathing/pauses.ts'
import type { CallSignal } from '../calls/signal.ts'
import type { NoteDraft, OpenedJournal } from '../contract.ts'
import type { Grants } from '../files/grants.ts'
import type { KeysRoom } from '../keys/keys.ts'
import type { Clock, Journal, JournalState, Opened, Random, Secret } from '../ports.ts'
import type { LoggedDecision } from '../prompts/log.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { Copying, Rooms } from './rooms.ts'

/** What the handlers of all rooms work with. */
export interface Desk {
  readonly clock: Clock
  readonly random: Random
  readonly journal: Journal
  readonly keys: KeysRoom
  readonly prompts: Prompts
  readonly grants: Grants
  readonly waiting: Waiting
  readonly state: () => JournalState
  /** The rooms of the open journal; refuses with `locked` or `no-journal` where there is none. */
  readonly open: () => Rooms
  /** The same, or null. */
  readonly rooms: () => Rooms | null
  /** Refuses with `exists` where the journal is open, and with `no-journal` where there is none. */
  readonly whileLocked: () => void
  /**
   * Opens the journal, one opening after the other, and takes in what waited. Refuses with `locked` where whoever
   * asked is gone by then.
   */
  readonly opening: (work: () => Promise<Opened>) => Promise<OpenedJournal>
  /** The journal closed for another data key; null where that could not be made. This vault is done. */
  readonly renewed: (copiesLeft: number | null) => void
  /** Leaves a journal that isn't open under another name, so that a new one can be begun. Refuses with `exists`. */
  readonly anew: () => void
  /** Daily copies, while the journal is open. */
  readonly copying: Copying
  /** Makes a copy the journal, opens it, and lets every window look anew. */
  readonly restore: (name: string, secret: Secret | null) => Promise<OpenedJournal>
  /** Deletes everything there is, and tells the shell to begin anew. */
  readonly wipe: () => void
  /** Tells every window that something has changed; gives the value on. */
  readonly changed: <Value>(value: Value) => Value
}

/** In memory until a journal is open, and without a word of the agent's in it. */
export interface Waiting {
  pauses: PauseTaken[]
  signals: CallSignal[]
  draft: NoteDraft | null
  decisions: readonly LoggedDecision[]
}

export const nothingWaits = (): Waiting => ({ pauses: [], signals: [], draft: null, decisions: [] })
