import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NoteStart } from '../../src/contract.ts'
import { lullsTypes } from '../../src/guidance/own-types.ts'
import { noteTypes } from '../../src/guidance/types.ts'
import { stopAfterMs, type StepOnward } from '../../src/notes/brooding.ts'
import { knowTypes } from '../i18n/names.ts'
import { after, begin, draftOf, noteOf, type Act, type Flow } from '../note/flow.ts'
import { codeOf, DoorError, type Doors } from './bridge.ts'
import { plainWay, type NoteWay } from './note-way.ts'
import { newId } from './uuid.ts'

export interface Note {
  readonly store: StoreApi<Flow>
  readonly act: (act: Act) => void
  /** Answers "May you keep notes at this desk?". */
  readonly answerDesk: (mode: 'numbers' | 'numbers-and-words') => void
  /** Opens the unlock window again, while the note waits for it. */
  readonly unlock: () => void
  /** Opens the page with people to talk to; the note stays as it is. */
  readonly talk: () => void
  /** Ends a note that is kept with a step outward or forward. */
  readonly goOnward: (step: Exclude<StepOnward, 'plan'>) => void
  /** For what is loaded after the note: the plan, and a line of the guide. */
  readonly doors: Doors
  /** Keeps what is there as a draft and folds, once it is kept. */
  readonly close: () => Promise<void>
  /** The page is going: the latest words are sent, without waiting. */
  readonly leave: () => void
}

/** How long typed words may be nowhere but in this window. */
const keepWithinMs = 1000
const noDraft = JSON.stringify(null)

/** A note from its beginning: each answered question is kept as a draft, and words every second. */
export async function openNote(doors: Doors): Promise<Note> {
  const begun = await doors.vault('note.begin', {}).catch(startAlone)
  knowTypes(begun.named)
  const first = begin(begun)
  const openWay = plainWay(doors)
  const { seal } = begun
  let way = seal
    ? await import('../note/sealed/way.ts').then(({ sealedWay }) => sealedWay(doors, seal))
    : openWay
  const store = createStore<Flow>(() => first)

  let keptDraft = JSON.stringify(draftOf(first))
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: ReturnType<typeof setTimeout> | undefined
  /** A call began: what is typed from here on was meant for another window. */
  let folding = false

  function act(one: Act) {
    if (folding) return
    const before = store.getState()
    const now = after(before, one)
    if (now === before) return
    store.setState(now, true)
    // An answer about the draft changes nothing in it, and must not send it again.
    if (one.act !== 'kept' && one.act !== 'refused') {
      if (now.words === before.words) void keepDraft()
      else {
        timer ??= setTimeout(() => void keepDraft(), keepWithinMs)
        writing ??= setTimeout(() => act({ act: 'writing', ms: stopAfterMs }), stopAfterMs)
      }
    }
    if (now.stage === before.stage) return
    if (now.stage === 'saving') void save(now)
    if (now.stage === 'dropping') drop(now)
    if (now.stage === 'waiting') unlock()
    if (now.stage === 'done') fold()
  }

  /** What was on its way to be sealed when the journal opened goes into the journal. */
  async function keep(work: (way: NoteWay) => Promise<unknown>): Promise<void> {
    const now = way
    try {
      await work(now)
    } catch (error) {
      if (now === way) throw error
      await work(way)
    }
  }

  /** Resolves once the vault has answered, or at once where there is nothing new. */
  async function keepDraft(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const flow = store.getState()
    const draft = flow.stage === 'asking' ? draftOf(flow) : null
    const text = JSON.stringify(draft)
    if (text === keptDraft) return way.settled()
    if (draft) {
      keptDraft = text
      await keep(({ keepDraft }) => keepDraft(draft)).then(
        () => act({ act: 'kept', words: draft.words }),
        refuse,
      )
    } else if (flow.saved && flow.stage !== 'saving' && flow.stage !== 'waiting') {
      // Words that came after the numbers, and went again.
      keptDraft = text
      await keep(({ dropDraft }) => dropDraft(flow.id)).catch(refuse)
    }
  }

  /** Without an open journal the note goes on in memory; saving will ask for one. */
  function refuse(error: unknown) {
    if (needsJournal(error) || store.getState().stage !== 'asking') return
    keptDraft = noDraft
    act({ act: 'refused', code: codeOf(error) })
  }

  async function save(flow: Flow) {
    const note = noteOf(flow)
    if (!note) return
    try {
      await keep(({ save }) => save(note))
      keptDraft = noDraft
      act({ act: 'saved' })
    } catch (error) {
      act({ act: 'refused', code: codeOf(error) })
    }
  }

  function drop({ id }: Flow) {
    keep(({ dropDraft }) => dropDraft(id)).then(
      () => act({ act: 'dropped' }),
      (error: unknown) => act({ act: 'refused', code: codeOf(error) }),
    )
  }

  function answerDesk(mode: 'numbers' | 'numbers-and-words') {
    doors.vault('settings.set', { words: mode }).then(
      () => act({ act: 'desk', mode }),
      (error: unknown) => act({ act: 'refused', code: codeOf(error) }),
    )
  }

  async function opened() {
    const { words } = await doors.vault('settings.get', {})
    act({ act: 'opened', mode: words })
  }

  const unlock = () => void doors.shell('open', { window: 'unlock' })
  const fold = () => void doors.shell('fold', {})
  const talk = () => void doors.shell('open', { window: 'main', page: 'support' })
  const onward: Record<Exclude<StepOnward, 'plan'>, () => void> = {
    pause: () => void doors.shell('open', { window: 'pause' }),
    talk,
  }

  doors.onShell((told) => {
    if (told.event !== 'call' || !told.running) return
    folding = true
    // A draft takes a moment to be sealed; the shell has taken the window from the screen already.
    const kept = keepDraft()
    if (way !== openWay) void kept.then(fold)
  })

  doors.onEvent((event) => {
    if (event.event !== 'journal' || event.state !== 'open') return
    way = openWay
    act({ act: 'unsealed' })
    if (store.getState().stage === 'waiting')
      opened().catch((error: unknown) => act({ act: 'refused', code: codeOf(error) }))
    else {
      keptDraft = noDraft
      void keepDraft()
    }
  })

  return {
    store,
    act,
    answerDesk,
    doors,
    unlock,
    talk,
    goOnward(step) {
      onward[step]()
      act({ act: 'next' })
    },
    leave: () => void keepDraft(),
    async close() {
      const before = store.getState().problem
      await keepDraft()
      // What couldn't be kept stays in view, until it is closed in spite of that.
      if (before === store.getState().problem || store.getState().problem === null) fold()
    },
  }
}

const needsJournal = (error: unknown) =>
  error instanceof DoorError && (error.code === 'no-journal' || error.code === 'locked')

/** While the journal is locked a note can still begin; what it says is held until the unlock. */
function startAlone(error: unknown): NoteStart {
  if (!needsJournal(error)) throw error
  const at = Date.now()
  return {
    id: newId(at),
    at,
    types: [...noteTypes],
    named: [...lullsTypes],
    words: 'unasked',
    work: 'calls',
    draft: null,
    // Nobody knows yet what was asked before, nor how long it is between two calls.
    ask: null,
    stopLine: 'on',
    seal: null,
  }
}
