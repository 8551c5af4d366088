import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  CheckInDetails,
  CheckInEntry,
  DroppedWords,
  ErrorCode,
  Input,
  VaultDoor,
} from '../../src/contract.ts'
import { blanked } from '../../src/notes/customer-data.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, keepWithinMs, undoMs } from './later.ts'
import { createLooking } from './looking.ts'
import { newId } from './uuid.ts'

/** A check-in as it is being changed. */
export interface OpenCheckIn extends Pick<
  CheckInEntry,
  'id' | 'stress' | 'energy' | 'words' | 'details'
> {
  /** There are words, which this desk doesn't show. */
  readonly hasHidden: boolean
}

/** What was done to a check-in, and what is left of its words on the disk. */
export interface CheckInSaid {
  readonly key: number
  readonly what: 'added' | 'edited' | 'dropped' | 'deleted'
  readonly left: DroppedWords
  /** Null once it can't be taken back any more. */
  readonly undo: (() => Promise<void>) | null
}

export interface CheckInsView {
  /** Newest first; null until they have come. */
  readonly checkIns: readonly CheckInEntry[] | null
  readonly hasMore: boolean
  readonly open: OpenCheckIn | null
  readonly said: CheckInSaid | null
  /** Words are being taken off the disk. */
  readonly busy: boolean
  readonly problem: ErrorCode | null
}

export interface CheckInsRoom {
  readonly store: StoreApi<CheckInsView>
  /** Somebody looks at the list: it is read, and followed, until the answer is called. */
  readonly look: () => () => void
  readonly older: () => Promise<void>
  /** Opens one, to say more of it or to change it; what was open is kept first. */
  readonly open: (id: string) => Promise<void>
  /** Changes the open one; it is kept within a second. */
  readonly change: (change: Partial<Omit<OpenCheckIn, 'id'>>) => void
  readonly changeDetails: (change: Partial<CheckInDetails>) => void
  /** Blanks what looks like customer data in its words. */
  readonly blank: () => void
  /** Keeps the open one, and shuts it. */
  readonly close: () => Promise<void>
  /** Adds one of an earlier time. True once it is on the disk. */
  readonly add: (checkIn: Omit<Input<VaultDoor, 'checkin.add'>, 'id'>) => Promise<boolean>
  readonly dropWords: () => Promise<void>
  readonly remove: () => Promise<void>
  /** The journal is locked: nothing of it stays here. */
  readonly shut: () => void
}

const nothingLeft: DroppedWords = { settled: true, copiesCleared: 0, copiesLeft: 0 }

const nothing: CheckInsView = {
  checkIns: null,
  hasMore: false,
  open: null,
  said: null,
  busy: false,
  problem: null,
}

/** The check-ins that there are: listed only while somebody looks, and one open at a time. */
export function createCheckInsRoom(doors: Doors): CheckInsRoom {
  const store = createStore<CheckInsView>(() => nothing)
  const get = store.getState
  const told = (error: unknown) => {
    const code = codeOf(error)
    if (code === 'locked') shut()
    else store.setState({ problem: code })
  }
  let reading = 0
  let key = 0
  const keepTimer = createTimer(keepWithinMs, () => void keep())
  const undoTimer = createTimer(undoMs, () => store.setState({ said: null }))
  const { look, isLookedAt } = createLooking(
    () => void read(),
    () => {
      reading++
      store.setState({ checkIns: null, hasMore: false, problem: null })
    },
  )
  /** The open one as it was when it was opened, and as it is on the disk. */
  let before: OpenCheckIn | null = null
  let kept: OpenCheckIn | null = null

  /** The first page anew; what is older than it stays as it was read. */
  async function read() {
    const turn = ++reading
    try {
      const page = await doors.vault('checkin.list', { before: null })
      if (turn !== reading || !isLookedAt()) return
      const last = page.checkIns.at(-1)
      const { checkIns, hasMore } = get()
      const older =
        page.hasMore && last ? (checkIns ?? []).filter((each) => isOlder(each, last)) : []
      store.setState({
        checkIns: [...page.checkIns, ...older],
        hasMore: older.length > 0 ? hasMore : page.hasMore,
      })
    } catch (error) {
      if (turn === reading) told(error)
    }
  }

  async function keep(): Promise<boolean> {
    keepTimer.stop()
    const { open } = get()
    if (!open || !kept || isSame(open, kept)) return true
    try {
      await doors.vault('checkin.edit', editOf(open))
      kept = open
      return true
    } catch (error) {
      told(error)
      return false
    }
  }

  function leaveOpen() {
    keepTimer.stop()
    before = null
    kept = null
    store.setState({ open: null })
  }
  function shut() {
    reading++
    leaveOpen()
    undoTimer.stop()
    store.setState(nothing, true)
  }

  function say(what: CheckInSaid['what'], left: DroppedWords, back: () => Promise<unknown>) {
    const undo = async () => {
      store.setState({ said: null })
      await back().catch(told)
    }
    store.setState({ said: { key: ++key, what, left, undo } })
    undoTimer.restart()
  }

  async function open(id: string) {
    await close()
    store.setState({ problem: null })
    try {
      const entry = await doors.vault('checkin.get', { id })
      const { stress, energy, words, details, hasWords } = entry
      before = { id, stress, energy, words, details, hasHidden: words === null && hasWords }
      kept = before
      store.setState({ open: before })
    } catch (error) {
      told(error)
    }
  }
  async function close() {
    const was = before
    if (!(await keep())) return
    const changed = was && kept && !isSame(was, kept)
    leaveOpen()
    if (was && changed) say('edited', nothingLeft, () => doors.vault('checkin.edit', editOf(was)))
  }
  function change(to: Partial<Omit<OpenCheckIn, 'id'>>) {
    const { open: now } = get()
    if (!now) return
    store.setState({ open: { ...now, ...to } })
    keepTimer.start()
  }

  /** What was typed last isn't kept first: it is to go. */
  async function take(method: 'checkin.dropWords' | 'checkin.delete') {
    const { open: now, busy } = get()
    if (!now || busy) return
    keepTimer.stop()
    store.setState({ busy: true, problem: null })
    try {
      const left = await doors.vault(method, { id: now.id })
      leaveOpen()
      say(method === 'checkin.delete' ? 'deleted' : 'dropped', left, () =>
        doors.vault('checkin.undo', { id: now.id }),
      )
    } catch (error) {
      told(error)
    } finally {
      store.setState({ busy: false })
    }
  }

  doors.onEvent(() => {
    if (isLookedAt()) void read()
  })

  return {
    store,
    look,
    async older() {
      const last = get().checkIns?.at(-1)
      if (!last || !get().hasMore) return
      const turn = ++reading
      try {
        const { at, id } = last
        const page = await doors.vault('checkin.list', { before: { at, id } })
        if (turn !== reading) return
        store.setState({
          checkIns: [...(get().checkIns ?? []), ...page.checkIns],
          hasMore: page.hasMore,
        })
      } catch (error) {
        told(error)
      }
    },
    open,
    change,
    changeDetails(to) {
      const details = get().open?.details
      if (details) change({ details: { ...details, ...to } })
    },
    blank() {
      const words = get().open?.words ?? null
      if (words !== null) change({ words: blanked(words) })
    },
    close,
    async add(checkIn) {
      await close()
      const id = newId()
      try {
        await doors.vault('checkin.add', { id, ...checkIn })
        store.setState({ problem: null })
        say('added', nothingLeft, () => doors.vault('checkin.delete', { id }))
        return true
      } catch (error) {
        told(error)
        return false
      }
    },
    dropWords: () => take('checkin.dropWords'),
    remove: () => take('checkin.delete'),
    shut,
  }
}

/** As the vault takes it; words that this desk doesn't show stay as they are. */
const editOf = ({
  id,
  stress,
  energy,
  words,
  details,
}: OpenCheckIn): Input<VaultDoor, 'checkin.edit'> => ({ id, stress, energy, words, details })

const isSame = (one: OpenCheckIn, other: OpenCheckIn) =>
  JSON.stringify(one) === JSON.stringify(other)

const isOlder = (one: CheckInEntry, other: CheckInEntry) =>
  one.at < other.at || (one.at === other.at && one.id < other.id)
