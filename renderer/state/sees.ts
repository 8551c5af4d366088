import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode } from '../../src/contract.ts'
import type { Sees } from '../../src/ports.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface SeesView {
  /** Null until the shell has looked. */
  readonly sees: Sees | null
  readonly problem: ErrorCode | null
}

export interface SeesRoom {
  readonly store: StoreApi<SeesView>
  /** Lets the shell look at the desktop now. */
  readonly look: () => Promise<void>
}

/** What Lull can see of this desktop. Looked at only when somebody wants to know. */
export function createSeesRoom(doors: Doors): SeesRoom {
  const store = createStore<SeesView>(() => ({ sees: null, problem: null }))
  let turn = 0
  return {
    store,
    async look() {
      const mine = ++turn
      try {
        const sees = await doors.shell('sees.get', {})
        if (mine === turn) store.setState({ sees, problem: null })
      } catch (error) {
        if (mine === turn) store.setState({ problem: codeOf(error) })
      }
    },
  }
}
