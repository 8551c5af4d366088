import type {
  ErrorCode,
  Input,
  NoteDraft,
  NoteStart,
  Settings,
  VaultDoor,
  Work,
} from '../../src/contract.ts'
import type { Difficulty, TypeId } from '../../src/guidance/types.ts'

/** A note on the way, one question at a time. Pure: what to do about it is `state/note.ts`. */
export interface Flow {
  readonly id: string
  readonly at: number
  readonly types: readonly TypeId[]
  readonly work: Work
  readonly mode: Settings['words']
  readonly step: NoteDraft['step'] | 'desk'
  /**
   * `waiting`: finished, and held in this window until a journal is open. `dropping`: the agent said
   * "Not this one".
   */
  readonly stage: 'asking' | 'saving' | 'waiting' | 'dropping' | 'done'
  readonly difficulty: Difficulty | null
  readonly type: TypeId | null
  readonly words: string
  /** The numbers are on the disk; only words can still be added. */
  readonly saved: boolean
  /** A draft of it is on the disk, with these words. */
  readonly kept: boolean
  readonly problem: ErrorCode | null
}

export type Act =
  | { act: 'difficulty'; difficulty: Difficulty }
  | { act: 'type'; type: TypeId | null }
  | { act: 'words'; words: string }
  /** Enter: on to the next question, or save. */
  | { act: 'next' }
  | { act: 'back' }
  /** The draft is on the disk, with the words that it was sent with. */
  | { act: 'kept'; words: string }
  | { act: 'saved' }
  | { act: 'drop' }
  | { act: 'dropped' }
  | { act: 'refused'; code: ErrorCode }
  /** A journal is open now; `mode` is what it says about words. */
  | { act: 'opened'; mode: Settings['words'] }
  /** The answer to "May you keep notes at this desk?", once it is kept. */
  | { act: 'desk'; mode: Exclude<Settings['words'], 'unasked'> }

/** Where a note begins: at the first question, or where its draft was left. */
export function begin({ id, at, types, work, words: mode, draft }: NoteStart): Flow {
  return {
    id,
    at,
    types,
    work,
    mode,
    step: draft ? stepOf(draft, mode) : 'difficulty',
    stage: 'asking',
    difficulty: draft?.difficulty ?? null,
    type: draft?.type ?? null,
    words: mode === 'numbers-and-words' ? (draft?.words ?? '') : '',
    saved: false,
    kept: draft !== null,
    problem: null,
  }
}

function stepOf(draft: NoteDraft, mode: Settings['words']): NoteDraft['step'] {
  if (draft.difficulty === null) return 'difficulty'
  return draft.step === 'words' && mode !== 'numbers-and-words' ? 'type' : draft.step
}

/** The note after one act. An act that doesn't fit the moment changes nothing. */
export function after(flow: Flow, act: Act): Flow {
  switch (act.act) {
    case 'difficulty':
      return asking(flow, 'difficulty') ? { ...flow, difficulty: act.difficulty } : flow
    case 'type':
      return asking(flow, 'type') ? { ...flow, type: act.type } : flow
    case 'words':
      return asking(flow, 'words')
        ? { ...flow, words: act.words, kept: act.words === flow.words && flow.kept, problem: null }
        : flow
    case 'next':
      return flow.stage === 'asking' ? next(flow) : flow
    case 'back':
      return back(flow)
    case 'kept':
      return flow.kept || act.words !== flow.words ? flow : { ...flow, kept: true }
    case 'saved':
      return flow.stage === 'saving' ? saved(flow) : flow
    case 'drop':
      return flow.saved || flow.stage === 'saving' ? flow : { ...flow, stage: 'dropping' }
    case 'dropped':
      return flow.stage === 'dropping' ? { ...flow, stage: 'done' } : flow
    case 'refused':
      return refused(flow, act.code)
    case 'opened':
      return flow.stage === 'waiting' ? { ...flow, stage: 'saving', mode: act.mode } : flow
    case 'desk':
      if (!asking(flow, 'desk')) return flow
      return act.mode === 'numbers'
        ? { ...flow, mode: act.mode, stage: 'done' }
        : { ...flow, mode: act.mode, step: 'words' }
  }
}

const asking = (flow: Flow, step: Flow['step']) => flow.stage === 'asking' && flow.step === step

function next(flow: Flow): Flow {
  if (flow.difficulty === null) return flow
  switch (flow.step) {
    case 'difficulty':
      return { ...flow, step: 'type' }
    case 'type':
      return flow.mode === 'numbers-and-words' ? { ...flow, step: 'words' } : saving(flow)
    case 'words':
      // The numbers are kept already and there is nothing to add.
      return flow.saved && flow.words.trim() === '' ? { ...flow, stage: 'done' } : saving(flow)
    case 'desk':
      return flow
  }
}

const saving = (flow: Flow): Flow => ({ ...flow, stage: 'saving', problem: null })

function back(flow: Flow): Flow {
  if (flow.stage !== 'asking' || flow.saved) return flow
  if (flow.step === 'type') return { ...flow, step: 'difficulty', problem: null }
  if (flow.step === 'words') return { ...flow, step: 'type', problem: null }
  return flow
}

function saved(flow: Flow): Flow {
  const kept: Flow = { ...flow, saved: true, problem: null }
  if (flow.step !== 'type' || flow.mode === 'numbers') return { ...kept, stage: 'done' }
  return { ...kept, stage: 'asking', step: flow.mode === 'unasked' ? 'desk' : 'words' }
}

function refused(flow: Flow, code: ErrorCode): Flow {
  const closed = code === 'no-journal' || code === 'locked'
  if (flow.stage === 'saving' && closed) return { ...flow, stage: 'waiting' }
  const asked: Flow = { ...flow, stage: 'asking', problem: code }
  if (code !== 'words-off') return asked
  return {
    ...asked,
    mode: 'numbers',
    step: flow.difficulty === null ? 'difficulty' : 'type',
    words: '',
  }
}

/** What is kept in case the window goes; null where there is nothing yet, or nothing left, to keep. */
export function draftOf(flow: Flow): NoteDraft | null {
  const { id, step, difficulty, type, words, stage } = flow
  if (step === 'desk' || stage === 'done' || difficulty === null) return null
  if (flow.saved && words === '') return null
  return { id, step, difficulty, type, words }
}

/** What is saved, or null while nobody has said how hard it was. */
export function noteOf({
  id,
  difficulty,
  type,
  words,
}: Flow): Input<VaultDoor, 'note.save'> | null {
  return difficulty === null ? null : { id, difficulty, type, words: words.trim() }
}
