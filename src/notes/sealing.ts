import * as v from 'valibot'
import { createUnnoted } from '../calls/unnoted.ts'
import type { NoteDraft } from '../contract.ts'
import { difficulties, noteTypes } from '../guidance/types.ts'
import { asks } from './brooding.ts'
import { createNoteRows, type NoteRow } from './rows.ts'
import { areWords } from './words.ts'
import type { Clock, SealedFile, Store } from '../ports.ts'
import type { SettingsRoom } from '../settings/settings.ts'
import type { Shifts } from '../shifts/shifts.ts'
import type { Summary } from '../shifts/summary.ts'
import { earliestMs } from '../shifts/day.ts'
import { isZone } from '../shifts/zone.ts'
import { isUuidv7 } from '../uuid.ts'
import type { SealedNote } from './sealed-note.ts'

export interface Sealing {
  /**
   * Puts what was sealed into the journal, each note where its time is. Of the unfinished ones the
   * newest comes back as the draft, and there is one draft: older ones are kept as notes, the journal's
   * own among them. What is there already, or was deleted, stays as it is. Says which files could not
   * be read. Call it inside `store.write`.
   */
  takeIn(files: readonly SealedFile[]): { unreadable: SealedFile[] }
}

const sealedNote: v.GenericSchema<unknown, SealedNote> = v.strictObject({
  version: v.literal(1),
  kind: v.picklist(['note', 'draft']),
  id: v.pipe(v.string(), v.check(isUuidv7)),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(earliestMs), v.maxValue(8.64e15)),
  zone: v.pipe(v.string(), v.check(isZone)),
  step: v.picklist(['difficulty', 'type', 'words']),
  difficulty: v.picklist(difficulties),
  type: v.nullable(v.picklist(noteTypes)),
  words: v.pipe(v.string(), v.check(areWords)),
  asked: v.nullable(v.picklist(asks)),
})

/** A note as it is kept: the agent's own draft can be of an own type. */
type Kept = Pick<NoteRow, 'id' | 'at' | 'zone' | 'difficulty' | 'type' | 'words' | 'asked'>
type Draft = Omit<Kept, 'zone' | 'difficulty'> & Pick<NoteDraft, 'step' | 'difficulty'>

export function createSealing(
  store: Store,
  shifts: Shifts,
  summary: Summary,
  settings: SettingsRoom,
  clock: Pick<Clock, 'now' | 'zone'>,
): Sealing {
  const rows = createNoteRows(store)
  const unnoted = createUnnoted(store)
  const takenBefore = store.prepare<{ hash: string }>(`SELECT hash FROM sealed_taken`)
  const take = store.prepare(`INSERT INTO sealed_taken (hash) VALUES (?)`)
  const letGo = store.prepare(`DELETE FROM sealed_taken WHERE hash = ?`)
  const gone = store.prepare<{ one: number }>(`SELECT 1 AS one FROM gone WHERE id = ?`)
  const readDraft = store.prepare<Draft>(`
    SELECT id, step, difficulty, type, words, asked, kept_at AS at FROM draft`)
  const deleteDraft = store.prepare(`DELETE FROM draft`)
  const writeDraft = store.prepare(`
    INSERT OR REPLACE INTO draft (one, id, step, difficulty, type, words, asked, kept_at)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?)`)

  function keepNote(note: Kept) {
    const { id, at, zone, difficulty, type, words, asked } = note
    const { id: shiftId } = shifts.at(at, zone)
    rows.begin({ id, shiftId, at, zone, difficulty, type, words, asked }, clock.now())
    unnoted.settle(shiftId, at, id)
    summary.refresh(shiftId)
  }

  function keepDraft({ id, at, step, difficulty, type, words, asked }: SealedNote) {
    writeDraft.run(id, step, difficulty, type, words, asked, at)
  }

  /** The draft that was there makes room, and loses nothing. */
  function finishDraft() {
    const draft = readDraft.get()
    if (!draft || draft.difficulty === null) return
    const { difficulty, words } = draft
    const before = rows.get(draft.id)
    if (before) rows.change({ ...before, words: words || before.words }, clock.now())
    else keepNote({ ...draft, difficulty, zone: clock.zone() })
    deleteDraft.run()
  }

  /** At a desk without words by now, words are kept where nothing shows them. */
  const mayBeDraft = ({ words }: SealedNote) =>
    words === '' || settings.words() === 'numbers-and-words'

  return {
    takeIn(files) {
      const hashes = new Set(files.map(({ hash }) => hash))
      const before = new Set(takenBefore.all().map(({ hash }) => hash))
      for (const hash of before.difference(hashes)) letGo.run(hash)
      const fresh = files
        .filter(({ hash }) => !before.has(hash))
        .map((file) => ({ file, note: parse(file.text) }))
      for (const { file, note } of fresh) if (note) take.run(file.hash)

      const notes = fresh
        .flatMap(({ note }) => note ?? [])
        .filter(({ id }) => !rows.get(id) && !gone.get(id))
        // A page's clock may be off; a note can't have been written after it was taken in.
        .map((note) => ({ ...note, at: Math.min(note.at, clock.now()) }))
        .sort((a, b) => a.at - b.at)
      const last = notes.findLast(({ kind }) => kind === 'draft')
      for (const note of notes) {
        if (note === last && mayBeDraft(note)) {
          finishDraft()
          keepDraft(note)
        } else if (!rows.get(note.id)) keepNote(note)
      }
      return { unreadable: fresh.filter(({ note }) => !note).map(({ file }) => file) }
    },
  }
}

function parse(text: string | null): SealedNote | null {
  if (text === null) return null
  try {
    const read = v.safeParse(sealedNote, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
