import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DroppedWords, ErrorCode, Input, JournalNote, VaultDoor } from '../../src/contract.ts'
import { blanked } from '../../src/notes/customer-data.ts'
import type { TypeId } from '../../src/guidance/types.ts'
import { codeOf, type Doors } from './bridge.ts'

type Change = Input<VaultDoor, 'note.edit'>

/** What was done to a note, and what is left of it on the disk. */
export interface Said {
  readonly key: number
  readonly what: 'edited' | 'dropped' | 'deleted'
  readonly left: DroppedWords
  /** Null once it can't be taken back any more. */
  readonly undo: (() => Promise<void>) | null
}

export interface JournalView {
  readonly query: string
  readonly type: TypeId | null
  /** Newest first; null until they have come. */
  readonly notes: readonly JournalNote[] | null
  readonly hasMore: boolean
  /** The note that is open, with what was changed in it. */
  readonly open: Change | null
  readonly said: Said | null
  /** Words are being taken off the disk. */
  readonly busy: boolean
  readonly problem: ErrorCode | null
}

export interface JournalRoom {
  readonly store: StoreApi<JournalView>
  /** The agent looks at the journal; it is read, and followed, until `leave`. */
  readonly look: () => Promise<void>
  readonly leave: () => void
  readonly pick: (change: { query?: string; type?: TypeId | null }) => Promise<void>
  readonly older: () => Promise<void>
  readonly open: (note: JournalNote) => void
  /** Changes the open note; it is kept within a second. */
  readonly change: (change: Partial<Omit<Change, 'id'>>) => void
  /** Blanks what looks like customer data in the open note. */
  readonly blank: () => void
  /** Keeps the open note, and shuts it. */
  readonly close: () => Promise<void>
  readonly dropWords: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** How long changed words may be nowhere but in this window. */
const keepWithinMs = 1000
/** As long as the vault remembers. */
const undoMs = 8000
const nothingLeft: DroppedWords = { settled: true, copiesLeft: 0 }

const closed: JournalView = {
  query: '',
  type: null,
  notes: null,
  hasMore: false,
  open: null,
  said: null,
  busy: false,
  problem: null,
}

/** The journal page: read only while the agent looks at it, and forgotten when they go on. */
export function createJournalRoom(doors: Doors): JournalRoom {
  const store = createStore<JournalView>(() => closed)
  const get = store.getState
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let looking = false
  let reading = 0
  let key = 0
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let undoTimer: ReturnType<typeof setTimeout> | undefined
  /** The open note as it was when it was opened, and as it is on the disk. */
  let before: Change | null = null
  let kept: Change | null = null

  const page = (place: number | null) => {
    const { query, type } = get()
    return doors.vault('journal.list', { before: place, filter: { type }, query })
  }

  /** The first page anew; what is older than it stays as it was read. */
  async function read(keepOlder: boolean) {
    const turn = ++reading
    const { notes, hasMore } = await page(null)
    if (turn !== reading || !looking) return
    const oldest = notes.at(-1)?.place ?? 0
    const older = keepOlder && hasMore ? (get().notes ?? []).filter((n) => n.place < oldest) : []
    store.setState({
      notes: [...notes, ...older],
      hasMore: older.length > 0 ? get().hasMore : hasMore,
      problem: null,
    })
  }

  async function older() {
    const last = get().notes?.at(-1)
    if (!last || !get().hasMore) return
    const turn = ++reading
    try {
      const { notes, hasMore } = await page(last.place)
      if (turn !== reading || !looking) return
      store.setState({ notes: [...(get().notes ?? []), ...notes], hasMore, problem: null })
    } catch (error) {
      told(error)
    }
  }

  /** Shows a note as it is now, also one that a fresh first page doesn't reach. */
  const showAs = (id: string, change: Partial<JournalNote> | null) => {
    const notes = get().notes ?? []
    store.setState({
      notes:
        change === null
          ? notes.filter((note) => note.id !== id)
          : notes.map((note) => (note.id === id ? { ...note, ...change } : note)),
    })
  }
  const shown = ({ difficulty, type, words }: Change): Partial<JournalNote> => ({
    difficulty,
    type,
    edited: true,
    ...(words !== null && { words, hasWords: words !== '' }),
  })

  async function keep(): Promise<boolean> {
    clearTimeout(keepTimer)
    keepTimer = undefined
    const { open } = get()
    if (!open || !kept || isSame(open, kept)) return true
    const sent = open
    try {
      await doors.vault('note.edit', sent)
      kept = sent
      showAs(sent.id, shown(sent))
      store.setState({ problem: null })
      return true
    } catch (error) {
      told(error)
      return false
    }
  }

  function say(what: Said['what'], left: DroppedWords, back: () => Promise<unknown>) {
    clearTimeout(undoTimer)
    const undo = async () => {
      clearTimeout(undoTimer)
      store.setState({ said: null })
      try {
        await back()
        await read(false)
      } catch (error) {
        told(error)
      }
    }
    store.setState({ said: { key: ++key, what, left, undo } })
    if (what === 'edited') return
    undoTimer = setTimeout(() => {
      const { said } = get()
      if (said) store.setState({ said: { ...said, undo: null } })
    }, undoMs)
  }

  function change(to: Partial<Omit<Change, 'id'>>) {
    const { open } = get()
    if (!open) return
    store.setState({ open: { ...open, ...to } })
    keepTimer ??= setTimeout(() => void keep(), keepWithinMs)
  }

  async function close() {
    const was = before
    if (!(await keep())) return
    const changed = was && kept && !isSame(was, kept)
    shut()
    if (was && changed) say('edited', nothingLeft, () => doors.vault('note.edit', was))
  }
  function shut() {
    before = null
    kept = null
    store.setState({ open: null })
  }

  /** What was typed last isn't kept first: it is to go. */
  async function take(method: 'note.dropWords' | 'note.delete') {
    const { open, busy } = get()
    if (!open || busy) return
    clearTimeout(keepTimer)
    keepTimer = undefined
    const { id } = open
    store.setState({ busy: true, problem: null })
    try {
      const left = await doors.vault(method, { id })
      shut()
      showAs(id, method === 'note.delete' ? null : { words: '', hasWords: false, edited: true })
      say(method === 'note.delete' ? 'deleted' : 'dropped', left, () =>
        doors.vault('note.undo', { id }),
      )
    } catch (error) {
      told(error)
    } finally {
      store.setState({ busy: false })
    }
  }

  doors.onEvent((event) => {
    if (event.event === 'changed' && looking) read(true).catch(told)
  })

  return {
    store,
    async look() {
      looking = true
      await read(false).catch(told)
    },
    leave() {
      looking = false
      reading++
      void keep()
      clearTimeout(undoTimer)
      before = null
      kept = null
      // No word of the journal stays in this window once nobody looks at it.
      store.setState(closed, true)
    },
    async pick(change) {
      await close()
      store.setState(change)
      await read(false).catch(told)
    },
    older,
    open({ id, difficulty, type, words }) {
      before = { id, difficulty, type, words }
      kept = before
      store.setState({ open: before, problem: null })
    },
    change,
    blank() {
      const words = get().open?.words ?? null
      if (words !== null) change({ words: blanked(words) })
    },
    close,
    dropWords: () => take('note.dropWords'),
    remove: () => take('note.delete'),
  }
}

const isSame = (one: Change, other: Change) =>
  one.difficulty === other.difficulty && one.type === other.type && one.words === other.words
