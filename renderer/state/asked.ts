import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, LoggedDecision } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface AskedView {
  /** Newest first; null until they have come. */
  readonly lines: readonly LoggedDecision[] | null
  readonly problem: ErrorCode | null
}

export interface AskedRoom {
  readonly store: StoreApi<AskedView>
  /** The agent looks at the page; it is read, and followed, until `leave`. */
  readonly look: () => Promise<void>
  readonly leave: () => void
}

const closed: AskedView = { lines: null, problem: null }

/** Why Lull did or didn't ask: read only while the agent looks at it. */
export function createAskedRoom(doors: Doors): AskedRoom {
  const store = createStore<AskedView>(() => closed)
  let looking = false
  let reading = 0

  async function read() {
    const turn = ++reading
    try {
      const lines = await doors.vault('prompts.log', {})
      if (turn === reading && looking) store.setState({ lines, problem: null })
    } catch (error) {
      if (turn === reading && looking) store.setState({ problem: codeOf(error) })
    }
  }

  doors.onEvent(() => {
    if (looking) void read()
  })

  return {
    store,
    look() {
      looking = true
      return read()
    },
    leave() {
      looking = false
      store.setState(closed, true)
    },
  }
}
