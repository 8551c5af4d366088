import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DroppedAllWords, ErrorCode, KeptWords } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, undoMs } from './later.ts'

export interface AllWordsView {
  /** Null until they have been counted, and while the journal is locked. */
  readonly kept: KeptWords | null
  /** What was dropped, and what is left of it on the disk. */
  readonly dropped: DroppedAllWords | null
  /** Whether it can still be taken back. */
  readonly canUndo: boolean
  readonly busy: boolean
  readonly problem: ErrorCode | null
}

export interface AllWordsRoom {
  readonly store: StoreApi<AllWordsView>
  readonly look: () => Promise<void>
  readonly leave: () => void
  readonly drop: () => Promise<void>
  readonly undo: () => Promise<void>
}

const nothingSeen: AllWordsView = {
  kept: null,
  dropped: null,
  canUndo: false,
  busy: false,
  problem: null,
}

/**
 * How many words there are at a desk that is to have none, and their way out. `onDrop` hears that what
 * was said before is said no longer.
 */
export function createAllWordsRoom(doors: Doors, onDrop: () => void = () => {}): AllWordsRoom {
  const store = createStore<AllWordsView>(() => nothingSeen)
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let looking = false
  let reading = 0
  const undoTimer = createTimer(undoMs, () =>
    store.setState({ canUndo: false, ...(looking ? {} : { dropped: null }) }),
  )

  async function read() {
    const turn = ++reading
    const kept = await doors.vault('words.kept', {})
    if (turn === reading && looking) store.setState({ kept })
  }
  /** While the journal is locked there is nothing to count, and nothing to say about it. */
  const count = () => read().catch(() => store.setState({ kept: null }))

  doors.onEvent(() => {
    if (looking) void count()
  })

  return {
    store,
    async look() {
      looking = true
      await count()
    },
    leave() {
      looking = false
      // What was done stays to be read, and to be taken back, until it can't be.
      if (!store.getState().canUndo) store.setState({ dropped: null, problem: null })
    },
    async drop() {
      if (store.getState().busy) return
      undoTimer.stop()
      onDrop()
      store.setState({ busy: true, dropped: null, canUndo: false, problem: null })
      try {
        store.setState({ dropped: await doors.vault('words.drop', { sure: true }), canUndo: true })
        undoTimer.restart()
      } catch (error) {
        told(error)
      } finally {
        store.setState({ busy: false })
      }
    },
    async undo() {
      undoTimer.stop()
      store.setState({ dropped: null, canUndo: false })
      await doors.vault('words.undo', {}).catch(told)
    },
  }
}
