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
import { lookBack, pathOf, stopLineIsDue, type Ask } from '../../src/notes/brooding.ts'

/** A note on the way, one question at a time. Pure: what to do about it is `state/note.ts`. */
export interface Flow {
  readonly id: string
  readonly at: number
  readonly types: readonly TypeId[]
  readonly work: Work
  readonly mode: Settings['words']
  /** `onward`: it is kept, and a hard one ends on a step outward or forward. */
  readonly step: NoteDraft['step'] | 'desk' | 'onward'
  /**
   * `waiting`: finished, and held in this window until a journal is open. `dropping`: the agent said
   * "Not this one".
   */
  readonly stage: 'asking' | 'saving' | 'waiting' | 'dropping' | 'done'
  readonly difficulty: Difficulty | null
  readonly type: TypeId | null
  readonly words: string
  /** What a hard note would be asked; null where there is no time for a question. */
  readonly ask: Ask | null
  /** What this one was asked, once it was: there is no second question. */
  readonly asked: Ask | null
  /** "You can stop here.": whether it may be said, and was. */
  readonly stopLine: Settings['stopLine']
  readonly stopSaid: boolean
  /** For how long words have been written in this window, as far as anybody has looked. */
  readonly writingMs: number
  /** The journal is locked, and what is kept of this note is sealed. */
  readonly sealed: boolean
  /** The numbers are on the disk; only words can still be added. */
  readonly saved: boolean
  /** A draft of it is on the disk, with these words. */
  readonly kept: boolean
  readonly problem: ErrorCode | null
}

export type Act =
  | { act: 'difficulty'; difficulty: Difficulty }
  | { act: 'type'; type: TypeId | null }
  /** A good call, said in one key: easy, unless its hardness was chosen already. */
  | { act: 'good' }
  | { act: 'words'; words: string }
  /** Words have been written for so long. */
  | { act: 'writing'; ms: number }
  /** A few words for a note that is kept, unasked. */
  | { act: 'write' }
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
  /** The journal was locked when this note began, and is open now. */
  | { act: 'unsealed' }
  /** The answer to "May you keep notes at this desk?", once it is kept. */
  | { act: 'desk'; mode: Exclude<Settings['words'], 'unasked'> }

/** Where a note begins: at the first question, or where its draft was left. */
export function begin(start: NoteStart): Flow {
  const { id, at, types, work, words: mode, draft, ask, stopLine, seal } = start
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
    ask,
    asked: draft?.asked ?? null,
    stopLine,
    stopSaid: false,
    writingMs: 0,
    sealed: seal !== null,
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
    case 'good':
      return asking(flow, 'difficulty') ? good(flow) : flow
    case 'words':
      return asking(flow, 'words')
        ? { ...flow, words: act.words, kept: act.words === flow.words && flow.kept, problem: null }
        : flow
    case 'writing':
      return stopped({ ...flow, writingMs: act.ms })
    case 'write':
      return mayWrite(flow) ? { ...flow, step: 'words' } : flow
    case 'next':
      return flow.stage === 'asking' ? next(flow) : flow
    case 'back':
      return back(flow)
    case 'kept':
      return flow.kept || act.words !== flow.words ? flow : stopped({ ...flow, kept: true })
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
    case 'unsealed':
      return flow.sealed ? { ...flow, sealed: false } : flow
    case 'desk':
      if (!asking(flow, 'desk')) return flow
      return afterNumbers(asked({ ...flow, mode: act.mode }))
  }
}

const asking = (flow: Flow, step: Flow['step']) => flow.stage === 'asking' && flow.step === step

function next(flow: Flow): Flow {
  if (flow.difficulty === null) return flow
  switch (flow.step) {
    case 'difficulty':
      return { ...flow, step: 'type' }
    case 'type':
      return afterType(asked(flow))
    case 'words':
      // The numbers are kept already and there is nothing to add.
      return flow.saved && flow.words.trim() === '' ? ended(flow) : saving(flow)
    case 'onward':
      return { ...flow, stage: 'done' }
    case 'desk':
      return flow
  }
}

/** A hard note is asked its one question as soon as its type is said, where there is room for words. */
const asked = (flow: Flow): Flow =>
  flow.mode === 'unasked'
    ? flow
    : { ...flow, asked: lookBack(flow, flow.mode === 'numbers' ? flow.ask && 'pause' : flow.ask) }

/** Words come next: not after abuse or distress, not where a pause is offered instead. */
export const wordsFollow = (flow: Flow): boolean =>
  flow.mode === 'numbers-and-words' &&
  pathOf(flow) !== 'heavy' &&
  lookBack(flow, flow.ask) !== 'pause'

const afterType = (flow: Flow): Flow =>
  wordsFollow(flow) ? { ...flow, step: 'words' } : saving(flow)

/** The numbers are kept, and nobody has been asked for words yet. */
const afterNumbers = (flow: Flow): Flow =>
  wordsFollow(flow) ? { ...flow, step: 'words' } : ended(flow)

const ended = (flow: Flow): Flow =>
  pathOf(flow) === 'plain'
    ? { ...flow, stage: 'done' }
    : { ...flow, stage: 'asking', step: 'onward' }

/** Nothing is asked, but where words are allowed a few can still be added. */
export const mayWrite = (flow: Flow): boolean =>
  asking(flow, 'onward') && flow.mode === 'numbers-and-words' && flow.words === ''

function good(flow: Flow): Flow {
  const said: Flow = { ...flow, difficulty: flow.difficulty ?? 1, type: 'good', step: 'type' }
  return wordsFollow(said) ? next(said) : said
}

/** Says that one can stop, once, where that is true and due. */
function stopped(flow: Flow): Flow {
  const { writingMs, kept, stopSaid: said, stopLine } = flow
  return asking(flow, 'words') && stopLineIsDue({ writingMs, kept, said, on: stopLine === 'on' })
    ? { ...flow, stopSaid: true }
    : flow
}

const saving = (flow: Flow): Flow => ({ ...flow, stage: 'saving', problem: null })

function back(flow: Flow): Flow {
  if (flow.stage !== 'asking' || flow.saved) return flow
  if (flow.step === 'type') return { ...flow, step: 'difficulty', problem: null }
  if (flow.step === 'words') return { ...flow, step: 'type', problem: null }
  return flow
}

function saved(flow: Flow): Flow {
  const kept: Flow = { ...flow, saved: true, stage: 'asking', problem: null }
  if (flow.step !== 'type' || pathOf(flow) === 'heavy') return ended(kept)
  return flow.mode === 'unasked' ? { ...kept, step: 'desk' } : afterNumbers(asked(kept))
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
  if (step === 'desk' || step === 'onward' || stage === 'done' || difficulty === null) return null
  if (flow.saved && words === '') return null
  return { id, step, difficulty, type, words, asked: questionOf(flow) }
}

/** What is saved, words as they were written, or null while nobody has said how hard it was. */
export function noteOf(flow: Flow): Input<VaultDoor, 'note.save'> | null {
  const { id, difficulty, type, words } = flow
  if (difficulty === null) return null
  return { id, difficulty, type, words: words.trim() === '' ? '' : words, asked: questionOf(flow) }
}

/** What this note was asked: nothing, once it turns out to be another kind of note. */
export const questionOf = (flow: Flow): Ask | null => lookBack(flow, null)
