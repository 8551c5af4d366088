import type { Input, NoteDraft, VaultDoor } from '../../src/contract.ts'
import type { Doors } from './bridge.ts'

export type NoteToSave = Input<VaultDoor, 'note.save'>

/** How a note is kept: in the open journal, or sealed beside it. */
export interface NoteWay {
  readonly keepDraft: (draft: NoteDraft) => Promise<unknown>
  readonly dropDraft: (id: string) => Promise<unknown>
  readonly save: (note: NoteToSave) => Promise<unknown>
  /** Resolves once nothing is on its way that would be lost with this window. */
  readonly settled: () => Promise<void>
}

/** Into the journal, by the vault. */
export const plainWay = (doors: Doors): NoteWay => ({
  keepDraft: (draft) => doors.vault('note.keepDraft', draft),
  dropDraft: (id) => doors.vault('note.dropDraft', { id }),
  save: (note) => doors.vault('note.save', note),
  // What was sent is the vault's.
  settled: () => Promise.resolve(),
})
