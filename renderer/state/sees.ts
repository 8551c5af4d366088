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
  /** Looks now, and when another way to be told is chosen, until what it returns is called. */
  readonly follow: () => () => void
}

/** What Lull can see of this desktop. Looked at only when somebody wants to know. */
export function createSeesRoom(doors: Doors): SeesRoom {
  const store = createStore<SeesView>(() => ({ sees: null, problem: null }))
  let turn = 0

  async function look() {
    const mine = ++turn
    try {
      const sees = await doors.shell('sees.get', {})
      if (mine === turn) store.setState({ sees, problem: null })
    } catch (error) {
      if (mine === turn) store.setState({ problem: codeOf(error) })
    }
  }

  return {
    store,
    look,
    follow() {
      let before: string | null = null
      void look()
      return doors.onShell((told) => {
        if (told.event !== 'device' || told.device.tellBy === before) return
        before = told.device.tellBy
        void look()
      })
    },
  }
}
