import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Beginning,
  ContextMark,
  ErrorCode,
  ShiftKind,
  SpellAnswer,
  SpellQuestion,
  Trends,
  WatchedSeries,
  Weeks,
} from '../../src/contract.ts'
import { usualPeriod } from '../../src/trends/kinds.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createLooking } from './looking.ts'
import { newId } from './uuid.ts'

export interface TrendsView {
  /** Null until they have come. */
  readonly trends: Trends | null
  readonly weeks: Weeks
  readonly problem: ErrorCode | null
}

export interface TrendsRoom {
  readonly store: StoreApi<TrendsView>
  /** Somebody looks at Trends: they are read, and followed, until the answer is called. */
  readonly look: () => () => void
  readonly show: (weeks: Weeks) => void
  readonly begin: (as: Beginning) => Promise<void>
  readonly answer: (
    shiftId: string,
    question: SpellQuestion,
    answer: SpellAnswer,
    series?: WatchedSeries,
  ) => Promise<void>
  readonly watchEnergy: (on: boolean) => Promise<void>
  readonly setKind: (shiftId: string, kind: ShiftKind) => Promise<void>
  /** Keeps what went on for a time. True once it is on the disk. */
  readonly mark: (mark: Omit<ContextMark, 'id'>) => Promise<boolean>
  readonly unmark: (id: string) => Promise<void>
}

/** What Trends shows: read only while it is looked at, in one call. */
export function createTrendsRoom(doors: Doors): TrendsRoom {
  const store = createStore<TrendsView>(() => ({
    trends: null,
    weeks: usualPeriod,
    problem: null,
  }))
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let reading = 0
  const { look, isLookedAt } = createLooking(
    () => void read(),
    () => {
      reading++
      store.setState({ trends: null, problem: null })
    },
  )

  async function read() {
    const turn = ++reading
    try {
      const trends = await doors.vault('trends.get', { weeks: store.getState().weeks })
      if (turn === reading) store.setState({ trends })
    } catch (error) {
      if (turn !== reading) return
      // Locked: no number stays in this window.
      if (codeOf(error) === 'locked') store.setState({ trends: null })
      else told(error)
    }
  }
  /** True once it is done; the vault then says that something changed, and it is read anew. */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    store.setState({ problem: null })
    try {
      await work()
      return true
    } catch (error) {
      told(error)
      return false
    }
  }

  doors.onEvent(() => {
    if (isLookedAt()) void read()
  })

  return {
    store,
    look,
    show(weeks) {
      store.setState({ weeks })
      void read()
    },
    begin: async (as) => void (await act(() => doors.vault('watch.begin', { as }))),
    answer: async (shiftId, question, answer, series = 'stress') =>
      void (await act(() => doors.vault('watch.answer', { shiftId, question, answer, series }))),
    watchEnergy: async (on) => void (await act(() => doors.vault('watch.energy', { on }))),
    setKind: async (shiftId, kind) =>
      void (await act(() => doors.vault('shift.kind', { shiftId, kind }))),
    mark: (mark) => act(() => doors.vault('mark.keep', { id: newId(), ...mark })),
    unmark: async (id) => void (await act(() => doors.vault('mark.delete', { id }))),
  }
}
