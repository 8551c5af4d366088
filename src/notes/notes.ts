import type { Input, NoteDraft, NoteStart, VaultDoor } from '../contract.ts'
import { noteTypes, type Difficulty, type NoteType } from '../guidance/types.ts'
import type { Clock, Random, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { uuidv7 } from '../uuid.ts'
import type { Forgetting } from './forgetting.ts'
import { createNoteRows } from './rows.ts'

export interface Notes {
  /** What the note window starts with: an id, the types, and the draft where there is one. */
  begin(): NoteStart
  /** Keeps the note that is being written. It replaces the draft before it. */
  keepDraft(draft: NoteDraft): void
  dropDraft(id: string): void
  /**
   * Saves a note and lets its draft go, in one transaction with the shift and its summary. Saving
   * the same id again changes the note (the words often come after the number).
   */
  save(note: Input<VaultDoor, 'note.save'>): void
}

interface DraftRow {
  id: string
  step: NoteDraft['step']
  difficulty: Difficulty | null
  type: NoteType | null
  words: string
}

/** How far back the order of the types looks. */
const recentNotes = 500

export function createNotes(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  settings: SettingsRoom,
  forgetting: Forgetting,
  clock: Clock,
  random: Random,
): Notes {
  const usedTypes = store.prepare<{ type: NoteType }>(`
    SELECT type FROM (SELECT type FROM note WHERE type IS NOT NULL ORDER BY id DESC LIMIT ?)
    GROUP BY type ORDER BY count(*) DESC, type`)
  const readDraft = store.prepare<DraftRow>(`SELECT id, step, difficulty, type, words FROM draft`)
  const writeDraft = store.prepare(`
    INSERT OR REPLACE INTO draft (one, id, step, difficulty, type, words, kept_at)
    VALUES (1, ?, ?, ?, ?, ?, ?)`)
  const deleteDraft = store.prepare(`DELETE FROM draft WHERE id = ?`)
  const rows = createNoteRows(store)
  const backAgain = store.prepare(`DELETE FROM gone WHERE id = ?`)

  const requireWordsAllowed = (words: string) => {
    if (words !== '' && settings.words() !== 'numbers-and-words')
      throw new Refusal('words-off', 'Words are switched off on this computer.')
  }
  /** Where words are off, what was written before stays, unseen: a window there can't know of it. */
  const unseen = (id: string): string | null => {
    if (settings.words() === 'numbers-and-words') return null
    const draft = readDraft.get()
    return (draft?.id === id ? draft.words : '') || null
  }

  const wordsOf = (given: { id: string; words: string }, before = ''): string =>
    settings.words() === 'numbers-and-words' ? given.words : (unseen(given.id) ?? before)

  return {
    begin() {
      const used = usedTypes.all(recentNotes).map((row) => row.type)
      const draft = readDraft.get() ?? null
      const shown = draft && settings.words() !== 'numbers-and-words' ? withoutWords(draft) : draft
      const fresh = firstNote(clock, random, shown)
      return {
        ...fresh,
        types: [...used, ...fresh.types.filter((type) => !used.includes(type))],
        words: settings.get().words,
        work: settings.get().work ?? 'calls',
      }
    },
    keepDraft(draft) {
      requireWordsAllowed(draft.words)
      store.write(() => {
        const { id, step, difficulty, type } = draft
        const words = unseen(id) ?? draft.words
        writeDraft.run(id, step, difficulty, type, words, clock.now())
      })
    },
    dropDraft(id) {
      store.write(() => {
        if ((readDraft.get()?.words ?? '') !== '') forgetting.mark([id])
        deleteDraft.run(id)
      })
      forgetting.soon()
    },
    save(given) {
      requireWordsAllowed(given.words)
      const now = clock.now()
      store.write(() => {
        const before = rows.get(given.id)
        const note = { ...given, words: wordsOf(given, before?.words) }
        const shiftId = before?.shiftId ?? shifts.at(now).id
        if (before) rows.change(note, now)
        else rows.insert({ ...note, shiftId, at: now, zone: clock.zone(), rev: 1, editedAt: now })
        // What was dropped before comes back only because the agent writes it anew.
        if (!before || note.words !== '') backAgain.run(note.id)
        deleteDraft.run(note.id)
        summary.refresh(shiftId)
      })
    },
  }
}

const withoutWords = (draft: NoteDraft): NoteDraft => ({
  ...draft,
  words: '',
  step: draft.step === 'words' ? 'type' : draft.step,
})

/** What a note starts with where nothing has been kept yet. */
export function firstNote(clock: Clock, random: Random, draft: NoteDraft | null): NoteStart {
  const at = clock.now()
  const id = draft?.id ?? uuidv7(at, random)
  return { id, at, types: [...noteTypes], words: 'unasked', work: 'calls', draft }
}
