import { isLullType } from '../../../src/guidance/types.ts'
import type { SealingKey } from '../../../src/notes/sealed-format.ts'
import type { SealedNote } from '../../../src/notes/sealed-note.ts'
import { sealedCatalogs } from '../../i18n/sealed/catalogs.ts'
import { sealedProblems } from '../../i18n/sealed/problems.ts'
import { knowProblems } from '../../i18n/problems.ts'
import { speakAlso } from '../../i18n/speak.ts'
import type { Doors } from '../../state/bridge.ts'
import type { NoteToSave, NoteWay } from '../../state/note-way.ts'
import { seal } from './seal.ts'

/** How a note is kept while the journal is locked. With its words: loaded only then. */
export async function sealedWay(doors: Doors, key: SealingKey): Promise<NoteWay> {
  await speakAlso(sealedCatalogs)
  knowProblems(sealedProblems)
  return createSealedWay(doors, key)
}

/**
 * Each note lies in one file, whether finished or not. Once it was saved it stays a note: words that
 * come after are sealed with it, and words that go again leave its numbers.
 */
export function createSealedWay(doors: Doors, key: SealingKey, now = Date.now): NoteWay {
  let saved: { note: NoteToSave; at: number } | null = null
  let last = Promise.resolve()

  const put = async (note: Omit<SealedNote, 'version' | 'zone'>) => {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
    const sealed = await seal(key, { version: 1, zone, ...note })
    await doors.vault('note.seal', { id: note.id, sealed })
  }
  const putNote = (note: NoteToSave, at: number) =>
    put({ ...plain(note), kind: 'note', at, step: 'words', difficulty: note.difficulty })

  /** One after the other: an older text must not be sealed over a newer one. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }

  return {
    keepDraft: (draft) =>
      inTurn(async () => {
        const { difficulty, step } = draft
        if (difficulty === null) return
        if (saved) await putNote({ ...saved.note, words: draft.words }, saved.at)
        else await put({ ...plain(draft), difficulty, kind: 'draft', at: now(), step })
      }),
    dropDraft: (id) =>
      inTurn(async () => {
        if (saved) await putNote({ ...saved.note, words: '' }, saved.at)
        else await doors.vault('note.dropSealed', { id })
      }),
    save: (note) =>
      inTurn(async () => {
        const at = saved?.at ?? now()
        await putNote(note, at)
        saved = { note, at }
      }),
    settled: () => last,
  }
}

/** Only Lull's own types are offered while the journal is locked. */
function plain({ id, type, words, asked }: Pick<NoteToSave, 'id' | 'type' | 'words' | 'asked'>) {
  const known = type !== null && isLullType(type) ? type : null
  return { id, type: known, words, asked: asked ?? null } as const
}
