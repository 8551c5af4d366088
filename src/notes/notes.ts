import { createUnnoted } from '../calls/unnoted.ts'
import type { Input, NoteDraft, NoteStart, VaultDoor } from '../contract.ts'
import { lullsTypes, typesToChoose } from '../guidance/own-types.ts'
import { noteTypes, type Difficulty, type TypeId } from '../guidance/types.ts'
import type { Clock, Random, Store } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { SealingKey } from './sealed-format.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { uuidv7 } from '../uuid.ts'
import { gapIsLikely, nextAsk, type Ask } from './brooding.ts'
import { createDrops } from './drops.ts'
import type { Forgetting } from './forgetting.ts'
import { createNoteRows } from './rows.ts'
import type { TypesRoom } from './types.ts'

export interface Notes {
  /**
   * What the note window starts with: an id, the types, what a hard note would ask, and the draft
   * where there is one.
   */
  begin(callRuns: boolean): NoteStart
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
  type: TypeId | null
  words: string
  asked: Ask | null
}

/** How far back the order of the types looks. */
const recentNotes = 500
/** How far back the rule of the questions looks; the last two questions stand within it. */
const recentAsks = 5

export function createNotes(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  settings: SettingsRoom,
  types: TypesRoom,
  forgetting: Forgetting,
  clock: Clock,
  random: Random,
): Notes {
  const usedTypes = store.prepare<{ type: TypeId }>(`
    SELECT type FROM (SELECT type FROM note WHERE type IS NOT NULL ORDER BY id DESC LIMIT ?)
    GROUP BY type ORDER BY count(*) DESC, type`)
  const readDraft = store.prepare<DraftRow>(`
    SELECT id, step, difficulty, type, words, asked FROM draft`)
  const writeDraft = store.prepare(`
    INSERT OR REPLACE INTO draft (one, id, step, difficulty, type, words, asked, kept_at)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?)`)
  const deleteDraft = store.prepare(`DELETE FROM draft WHERE id = ?`)
  const readAsked = store.prepare<{ asked: Ask; answered: 0 | 1 }>(`
    SELECT asked, words <> '' AS answered FROM note WHERE asked IS NOT NULL ORDER BY at DESC LIMIT ?`)
  const rows = createNoteRows(store)
  const unnoted = createUnnoted(store)
  const drops = createDrops(store, 'note')

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
    begin(callRuns) {
      const { words, work, gap, stopLine } = settings.get()
      const asked = readAsked.all(recentAsks)
      const used = usedTypes.all(recentNotes).map((row) => row.type)
      const choices = types.get()
      const draft = readDraft.get() ?? null
      const shown = draft && words !== 'numbers-and-words' ? withoutWords(draft) : draft
      const fresh = firstNote(clock, random, shown)
      return {
        ...fresh,
        types: [...typesToChoose(choices, used)],
        named: choices.types,
        words,
        work: work ?? 'calls',
        ask: gapIsLikely({ work, gap, callRuns })
          ? nextAsk(asked.map((one) => ({ asked: one.asked, answered: one.answered === 1 })))
          : null,
        stopLine,
      }
    },
    keepDraft(draft) {
      requireWordsAllowed(draft.words)
      store.write(() => {
        const { id, step, difficulty, type, asked } = draft
        const words = unseen(id) ?? draft.words
        writeDraft.run(id, step, difficulty, type, words, asked ?? null, clock.now())
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
        else {
          const asked = note.asked ?? null
          rows.begin({ ...note, asked, shiftId, at: now, zone: clock.zone() }, now)
          unnoted.settle(shiftId, now, note.id)
        }
        // What was dropped before comes back only because the agent writes it anew.
        if (!before || note.words !== '') drops.anew(note.id)
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
  return {
    id: draft?.id ?? uuidv7(at, random),
    at,
    types: [...noteTypes],
    named: [...lullsTypes],
    words: 'unasked',
    work: 'calls',
    draft,
    ask: nextAsk([]),
    stopLine: 'on',
    seal: null,
  }
}

/** While the journal is locked a note knows nothing of it: no draft, no order of types, no question. */
export const sealedStart = (clock: Clock, random: Random, seal: SealingKey): NoteStart => ({
  ...firstNote(clock, random, null),
  words: seal.words ? 'numbers-and-words' : 'numbers',
  ask: null,
  seal,
})
