import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Details,
  DroppedWords,
  ErrorCode,
  Input,
  JournalNote,
  VaultDoor,
} from '../../src/contract.ts'
import { blanked } from '../../src/notes/customer-data.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, keepWithinMs, undoMs } from './later.ts'
import { newId } from './uuid.ts'

/** A note as it is being changed. */
export interface OpenNote {
  readonly id: string
  readonly difficulty: JournalNote['difficulty']
  readonly type: JournalNote['type']
  /** Null where words are off at this desk. */
  readonly words: string | null
  readonly nextTime: string | null
  /** Null until they have come. */
  readonly details: Details | null
}
type Given = Required<Input<VaultDoor, 'journal.list'>['filter']>
/** What is picked; null leaves nothing out. */
type Filter = { readonly [Of in keyof Given]: Exclude<Given[Of], undefined> }

/** What was done to a note, and what is left of it on the disk. */
export interface Said {
  readonly key: number
  readonly what: 'added' | 'edited' | 'dropped' | 'deleted'
  readonly left: DroppedWords
  /** Null once it can't be taken back any more. */
  readonly undo: (() => Promise<void>) | null
}

export interface JournalView {
  readonly query: string
  readonly filter: Filter
  /** Newest first; null until they have come. */
  readonly notes: readonly JournalNote[] | null
  readonly hasMore: boolean
  /** A note that was added just now: it stands in front until it is shut. */
  readonly added: JournalNote | null
  /** The note that is open, with what was changed in it. */
  readonly open: OpenNote | null
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
  readonly pick: (change: { query?: string; filter?: Partial<Filter> }) => Promise<void>
  readonly older: () => Promise<void>
  readonly open: (note: JournalNote) => void
  /** Adds a note of an earlier time, and opens it. Whether that worked. */
  readonly add: (note: Omit<Input<VaultDoor, 'note.add'>, 'id'>) => Promise<boolean>
  /** Changes the open note; it is kept within a second. */
  readonly change: (change: Partial<Omit<OpenNote, 'id' | 'details'>>) => void
  readonly changeDetails: (change: Partial<Details>) => void
  /** Blanks what looks like customer data in one text of the open note. */
  readonly blank: (text: 'words' | 'nextTime') => void
  /** Keeps the open note, and shuts it. */
  readonly close: () => Promise<void>
  readonly dropWords: () => Promise<void>
  readonly remove: () => Promise<void>
}

const nothingLeft: DroppedWords = { settled: true, copiesCleared: 0, copiesLeft: 0 }

/** Everything fits. */
export const noFilter: Filter = { type: null, channel: null, technique: null, outcome: null }

const closed: JournalView = {
  query: '',
  filter: noFilter,
  notes: null,
  hasMore: false,
  added: null,
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
  const keepTimer = createTimer(keepWithinMs, () => void keep())
  const undoTimer = createTimer(undoMs, () => {
    const { said } = get()
    if (said) store.setState({ said: { ...said, undo: null } })
  })
  /** The open note as it was when it was opened, and as it is on the disk. */
  let before: OpenNote | null = null
  let kept: OpenNote | null = null
  /** Something is being taken back: what is opened meanwhile waits, to be what it was. */
  let undoing: Promise<void> | null = null

  const page = (place: number | null) => {
    const { query, filter } = get()
    return doors.vault('journal.list', { before: place, filter, query })
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
    const changed = (note: JournalNote) =>
      note.id !== id ? [note] : change === null ? [] : [{ ...note, ...change }]
    const { notes, added } = get()
    store.setState({
      notes: (notes ?? []).flatMap(changed),
      added: (added && changed(added)[0]) ?? null,
    })
  }
  const shown = ({
    difficulty,
    type,
    words,
    nextTime,
    details,
  }: OpenNote): Partial<JournalNote> => ({
    difficulty,
    type,
    edited: true,
    ...(details && { channel: details.channel }),
    ...(words !== null &&
      nextTime !== null && { words, nextTime, hasWords: words !== '' || nextTime !== '' }),
  })

  async function keep(): Promise<boolean> {
    keepTimer.stop()
    const { open } = get()
    if (!open || !kept || isSame(open, kept)) return true
    const sent = open
    try {
      await doors.vault('note.edit', editOf(sent))
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
    undoTimer.stop()
    const undo = () => {
      undoTimer.stop()
      store.setState({ said: null })
      undoing = takeBack(back)
      return undoing
    }
    store.setState({ said: { key: ++key, what, left, undo } })
    if (what === 'dropped' || what === 'deleted') undoTimer.restart()
  }

  async function takeBack(back: () => Promise<unknown>) {
    try {
      await back()
      await read(false)
    } catch (error) {
      told(error)
    } finally {
      undoing = null
    }
  }

  function change(to: Partial<Omit<OpenNote, 'id'>>) {
    const { open } = get()
    if (!open) return
    store.setState({ open: { ...open, ...to } })
    keepTimer.start()
  }

  async function close() {
    const was = before
    if (!(await keep())) return
    const changed = was && kept && !isSame(was, kept)
    shut()
    if (was && changed) say('edited', nothingLeft, () => doors.vault('note.edit', editOf(was)))
  }
  function shut() {
    leaveOpen()
    store.setState({ added: null, notes: withAdded(get()) })
  }
  /** Nothing that was typed since is kept. */
  function leaveOpen() {
    keepTimer.stop()
    before = null
    kept = null
    store.setState({ open: null })
  }

  function openNote({ id, difficulty, type, words, nextTime }: JournalNote) {
    before = { id, difficulty, type, words, nextTime, details: null }
    kept = before
    store.setState({ open: before, problem: null })
    readDetails(id).catch(told)
  }
  async function openAfter(back: Promise<void>, id: string) {
    await back
    const now = get().notes?.find((note) => note.id === id)
    if (now && !get().open) openNote(now)
  }
  /** They come a moment after the note is open; what was typed meanwhile stays. */
  async function readDetails(id: string) {
    const details = await doors.vault('note.details', { id })
    const { open } = get()
    if (open?.id !== id || open.details !== null || !before || !kept) return
    before = { ...before, details }
    kept = { ...kept, details }
    store.setState({ open: { ...open, details } })
  }

  /** What was typed last isn't kept first: it is to go. */
  async function take(method: 'note.dropWords' | 'note.delete') {
    const { open, busy } = get()
    if (!open || busy) return
    keepTimer.stop()
    const { id } = open
    store.setState({ busy: true, problem: null })
    try {
      const left = await doors.vault(method, { id })
      shut()
      const wordless = { words: '', nextTime: '', hasWords: false, edited: true }
      showAs(id, method === 'note.delete' ? null : wordless)
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
      undoTimer.stop()
      before = null
      kept = null
      // No word of the journal stays in this window once nobody looks at it.
      store.setState(closed, true)
    },
    async pick({ query = get().query, filter }) {
      await close()
      store.setState({ query, filter: { ...get().filter, ...filter } })
      await read(false).catch(told)
    },
    older,
    open(note) {
      if (undoing) void openAfter(undoing, note.id)
      else openNote(note)
    },
    async add(note) {
      await close()
      try {
        const added = await doors.vault('note.add', { id: newId(), ...note })
        if (!looking) return true
        // Nothing may hide where it stands once it is shut.
        store.setState({ added, query: '', filter: noFilter })
        openNote(added)
        read(false).catch(told)
        say('added', nothingLeft, async () => {
          if (get().added?.id === added.id) leaveOpen()
          showAs(added.id, null)
          await doors.vault('note.delete', { id: added.id })
        })
        return true
      } catch (error) {
        told(error)
        return false
      }
    },
    change,
    changeDetails(to) {
      const details = get().open?.details
      if (details) change({ details: { ...details, ...to } })
    },
    blank(text) {
      const words = get().open?.[text] ?? null
      if (words !== null) change({ [text]: blanked(words) })
    },
    close,
    dropWords: () => take('note.dropWords'),
    remove: () => take('note.delete'),
  }
}

/** A note as the vault takes it: what isn't known here isn't sent, and stays as it is. */
const editOf = ({ nextTime, details, ...note }: OpenNote): Input<VaultDoor, 'note.edit'> => ({
  ...note,
  ...(nextTime !== null && { nextTime }),
  ...(details && { details }),
})

const isSame = (one: OpenNote, other: OpenNote) => JSON.stringify(one) === JSON.stringify(other)

/** The list with what was added in its place, where that has been read. */
function withAdded({ notes, added, hasMore }: JournalView): JournalView['notes'] {
  if (!added || !notes || notes.some(({ id }) => id === added.id)) return notes
  if (hasMore && added.place < (notes.at(-1)?.place ?? 0)) return notes
  return [...notes, added].toSorted((one, other) => other.place - one.place)
}
