import type { DroppedWords, Input, VaultDoor } from '../contract.ts'
import type { Clock, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Summary } from '../shifts/summary.ts'
import { createDrops } from './drops.ts'
import type { Forgetting } from './forgetting.ts'
import { createNoteRows, type NoteRow } from './rows.ts'

/** How long what was dropped or deleted can be taken back: from memory only, and then it is gone. */
export const undoMs = 8000

export interface Changing {
  /** Changes a note. What isn't given, and `words: null`, stays as it is. */
  edit(note: Input<VaultDoor, 'note.edit'>): void
  /** Takes a note's words out of journal, index, draft and every copy in reach; its number stays. */
  dropWords(id: string): DroppedWords
  /** Takes a whole note out, its words as in `dropWords`. */
  delete(id: string): DroppedWords
  /** Takes the last drop or deletion of this note back, within 8 s. */
  undo(id: string): void
}

/** What a reader of the journal does to a note in it. */
export function createChanging(
  store: Store,
  summary: Summary,
  settings: SettingsRoom,
  forgetting: Forgetting,
  clock: Clock,
): Changing {
  const rows = createNoteRows(store)
  const deleteDraft = store.prepare(`DELETE FROM draft WHERE id = ?`)
  const keepGone = store.prepare(`
    INSERT INTO gone (id, what, at) VALUES (?, 'note', ?)
    ON CONFLICT (id) DO UPDATE SET what = excluded.what, at = excluded.at`)
  const drops = createDrops(store, 'note')
  /** What can be taken back, as it was. */
  const held = new Map<string, { note: NoteRow; letGo: () => void }>()

  const required = (id: string): NoteRow => {
    const note = rows.get(id)
    if (!note) throw new Refusal('no-note', 'There is no such note.')
    return note
  }
  const letGo = (id: string) => {
    held.get(id)?.letGo()
    held.delete(id)
  }

  /** First out of the journal, then off the disk; only then is it said to be done. */
  function forget(note: NoteRow, what: 'words' | 'note'): DroppedWords {
    store.write(() => {
      const now = clock.now()
      if (what === 'note') {
        rows.delete(note.id)
        keepGone.run(note.id, now)
      } else {
        rows.change({ ...note, words: '', nextTime: '' }, now)
        drops.drop(note.id, now)
      }
      deleteDraft.run(note.id)
      forgetting.mark([note.id])
      summary.refresh(note.shiftId)
    })
    letGo(note.id)
    const forgotten = forgetting.now()
    const stop = clock.after(undoMs, () => held.delete(note.id))
    held.set(note.id, { note, letGo: stop })
    return forgotten
  }

  return {
    edit(note) {
      const { id, words, nextTime } = note
      const texts = [words, nextTime].filter((text) => typeof text === 'string')
      if (texts.length > 0 && settings.words() !== 'numbers-and-words')
        throw new Refusal('words-off', 'Words are switched off on this computer.')
      store.write(() => {
        const before = required(id)
        const { shiftId } = before
        rows.change(note, clock.now())
        // What an edit took out must not live on in an older copy.
        const lost =
          (typeof words === 'string' && !words.includes(before.words)) ||
          (typeof nextTime === 'string' && !nextTime.includes(before.nextTime))
        if (lost) forgetting.mark([id])
        // Words written anew are not those that were dropped.
        if (texts.some((text) => text !== '')) drops.anew(id)
        summary.refresh(shiftId)
      })
      letGo(id)
      forgetting.soon()
    },
    dropWords: (id) => forget(required(id), 'words'),
    delete: (id) => forget(required(id), 'note'),
    undo(id) {
      const before = held.get(id)
      if (!before) throw new Refusal('too-late', 'That can’t be taken back any more.')
      const { note } = before
      store.write(() => {
        if (rows.get(id)) rows.change(note, clock.now())
        else rows.insert({ ...note, rev: note.rev + 1, editedAt: clock.now() })
        drops.anew(id)
        summary.refresh(note.shiftId)
      })
      letGo(id)
    },
  }
}
