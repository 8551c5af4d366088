import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, PlaceAsked, PlaceNow } from '../../src/contract.ts'
import { codeOf, type Doors } from './bridge.ts'

export interface PlaceView {
  readonly now: PlaceNow | null
  /** A folder that was chosen, and what it is. */
  readonly asked: PlaceAsked | null
  readonly busy: 'ask' | 'move' | null
  readonly problem: ErrorCode | null
}

export interface PlaceRoom {
  readonly store: StoreApi<PlaceView>
  readonly look: () => Promise<void>
  readonly leave: () => void
  /** Asks for a folder, or takes the usual one, and says what it is. */
  readonly ask: (to: 'chosen' | 'usual') => Promise<void>
  /** Moves the journal there. It locks, and this window goes. */
  readonly move: () => Promise<void>
  /** Leaves the journal where it is. */
  readonly drop: () => void
}

const closed: PlaceView = { now: null, asked: null, busy: null, problem: null }

/** Where the journal lies, and where it could. */
export function createPlaceRoom(doors: Doors): PlaceRoom {
  const store = createStore<PlaceView>(() => closed)
  let looking = false
  const set = (view: Partial<PlaceView>) => {
    if (looking) store.setState(view)
  }
  const told = (error: unknown) => set({ problem: codeOf(error) })

  async function doing(busy: NonNullable<PlaceView['busy']>, work: () => Promise<void>) {
    if (store.getState().busy !== null) return
    set({ busy, problem: null })
    try {
      await work()
    } catch (error) {
      told(error)
    } finally {
      set({ busy: null })
    }
  }

  return {
    store,
    async look() {
      looking = true
      await doors
        .shell('place.get', {})
        .then((now) => set({ now }))
        .catch(told)
    },
    leave() {
      looking = false
      store.setState(closed, true)
    },
    ask: (to) =>
      doing('ask', async () => {
        const asked = await doors.shell('place.ask', { to })
        if (asked) set({ asked })
      }),
    move: () =>
      doing('move', async () => {
        const { asked } = store.getState()
        if (!asked || asked.problem !== null) return
        await doors.shell('place.move', { id: asked.id })
        set({ asked: null })
      }),
    drop: () => set({ asked: null }),
  }
}
