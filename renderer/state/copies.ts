import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CopiesPage, CopyLook, ErrorCode } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface CopiesView {
  readonly page: CopiesPage | null
  /** The copy that was looked into last; `look` is null while that takes its time, or where it couldn't be. */
  readonly open: {
    readonly name: string
    readonly look: CopyLook | null
    readonly problem: ErrorCode | null
  } | null
  readonly busy: 'look' | 'restore' | null
  /** A copy was put back. */
  readonly done: boolean
  readonly problem: ErrorCode | null
}

export interface CopiesRoom {
  readonly store: StoreApi<CopiesView>
  readonly look: () => Promise<void>
  readonly leave: () => void
  /** Every page of it is read, so that takes a moment. */
  readonly lookInside: (name: string) => Promise<void>
  readonly close: () => void
  readonly restore: (name: string) => Promise<void>
  /** Asks for what opened a copy when it was made, in the window for secrets. */
  readonly byPassphrase: () => void
}

const closed: CopiesView = { page: null, open: null, busy: null, done: false, problem: null }

/** The page of the journal's copies. */
export function createCopiesRoom(doors: Doors): CopiesRoom {
  const store = createStore<CopiesView>(() => closed)
  let looking = false

  const set = (view: Partial<CopiesView>) => {
    if (looking) store.setState(view)
  }
  const read = async () => set({ page: await doors.vault('copies.list', {}) })
  const told = (error: unknown) => set({ problem: codeOf(error) })

  doors.onEvent((event) => {
    if (event.event === 'changed' && looking) read().catch(told)
  })

  return {
    store,
    async look() {
      looking = true
      await read().catch(told)
    },
    leave() {
      looking = false
      store.setState(closed, true)
    },
    async lookInside(name) {
      if (store.getState().busy !== null) return
      set({ busy: 'look', done: false, problem: null, open: { name, look: null, problem: null } })
      try {
        const look = await doors.vault('copies.look', { name })
        set({ open: { name, look, problem: null } })
      } catch (error) {
        set({ open: { name, look: null, problem: codeOf(error) } })
      } finally {
        set({ busy: null })
      }
    },
    close: () => set({ open: null }),
    async restore(name) {
      if (store.getState().busy !== null) return
      set({ busy: 'restore', problem: null })
      try {
        await doors.vault('copies.restore', { name, sure: true })
        set({ open: null })
        await read()
        set({ done: true })
      } catch (error) {
        told(error)
      } finally {
        set({ busy: null })
      }
    },
    byPassphrase: () => void doors.shell('open', { window: 'unlock', task: 'copies' }).catch(told),
  }
}
