import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, SelfCheck, SelfChecks } from '../../src/contract.ts'
import { itemIds, type ItemId, type Step } from '../../src/selfcheck/items.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, undoMs } from './later.ts'
import { createLooking } from './looking.ts'

export interface SelfCheckView {
  /** Null until they have come. */
  readonly seen: SelfChecks | null
  /** The item that is asked now; null while none is. */
  readonly asking: ItemId | null
  /** What was answered just now, on its way to the disk or there; null is left out. */
  readonly given: Readonly<Partial<Record<ItemId, Step | null>>>
  /** A self-check was deleted just now; for 8 s that can be taken back. */
  readonly said: { readonly key: number; readonly undo: () => Promise<void> } | null
  readonly problem: ErrorCode | null
}

export interface SelfCheckRoom {
  readonly store: StoreApi<SelfCheckView>
  /** Somebody looks at the page: it is read, and followed, until the answer is called. */
  readonly look: () => () => void
  /** Begins, or goes on with the first item that isn't answered; with the first one where all are. */
  readonly begin: () => void
  /** Keeps an answer at once, and goes on to the next item. */
  readonly answer: (item: ItemId, value: Step) => Promise<void>
  /** Leaves this one out: an answer that it had is taken back. */
  readonly leaveOut: (item: ItemId) => Promise<void>
  readonly back: () => void
  /** For now; what is answered stays. */
  readonly rest: () => void
  readonly remove: (id: string) => Promise<void>
  readonly week: (value: Step | null) => Promise<void>
  /** Not in this month: Today says nothing of it any more. */
  readonly skip: () => Promise<void>
  /** The sentence about heavy numbers was read. */
  readonly heavyRead: () => Promise<void>
}

/** The one that is answered now, or null. */
export const currentOf = (seen: SelfChecks | null): SelfCheck | null =>
  seen?.checks.find(({ id }) => id === seen.current) ?? null

/** What is answered to this item, by what was given last; null where nothing is. */
export const answerTo = ({ seen, given }: SelfCheckView, item: ItemId): Step | null =>
  given[item] === undefined ? (currentOf(seen)?.answers[item] ?? null) : given[item]

/** The self-check: one item at a time, each answer kept at once. */
export function createSelfCheckRoom(doors: Doors): SelfCheckRoom {
  const store = createStore<SelfCheckView>(() => ({
    seen: null,
    asking: null,
    given: {},
    said: null,
    problem: null,
  }))
  const get = store.getState
  let reading = 0
  let key = 0
  const undoTimer = createTimer(undoMs, () => store.setState({ said: null }))
  const { look, isLookedAt } = createLooking(
    () => void read(),
    () => {
      reading++
      store.setState({ seen: null, given: {}, problem: null })
    },
  )

  function told(error: unknown) {
    const code = codeOf(error)
    if (code === 'locked') store.setState({ seen: null, asking: null, given: {}, said: null })
    else store.setState({ problem: code })
  }
  async function read() {
    const turn = ++reading
    try {
      const seen = await doors.vault('selfcheck.get', {})
      if (turn === reading && isLookedAt()) store.setState({ seen })
    } catch (error) {
      if (turn === reading) told(error)
    }
  }
  /** True once it is done, and what there is now is shown. */
  async function ask(work: () => Promise<SelfChecks>): Promise<boolean> {
    store.setState({ problem: null })
    try {
      const seen = await work()
      reading++
      store.setState({ seen })
      return true
    } catch (error) {
      told(error)
      return false
    }
  }

  /** Goes on at once, so that nobody waits for the disk; comes back where that couldn't keep it. */
  async function goOn(item: ItemId, value: Step | null) {
    const next = itemIds[itemIds.indexOf(item) + 1] ?? null
    const { given } = get()
    store.setState({ asking: next, given: { ...given, [item]: value } })
    if (!(await ask(() => doors.vault('selfcheck.answer', { item, value })))) {
      store.setState({ asking: item, given })
      return
    }
    const current = currentOf(get().seen)
    if (next === null && current && !current.finished)
      await ask(() => doors.vault('selfcheck.finish', { id: current.id, finished: true }))
  }
  const act = async (work: () => Promise<unknown>) => {
    store.setState({ problem: null })
    await work().catch(told)
  }

  doors.onEvent(() => {
    if (isLookedAt()) void read()
  })

  return {
    store,
    look,
    begin() {
      const answers = currentOf(get().seen)?.answers ?? {}
      store.setState({
        asking: itemIds.find((item) => answers[item] === undefined) ?? itemIds[0],
        given: {},
        problem: null,
      })
    },
    answer: goOn,
    leaveOut: (item) => goOn(item, null),
    back() {
      const { asking } = get()
      const before = asking === null ? undefined : itemIds[itemIds.indexOf(asking) - 1]
      if (before !== undefined) store.setState({ asking: before })
    },
    rest: () => store.setState({ asking: null }),
    async remove(id) {
      undoTimer.stop()
      if (!(await ask(() => doors.vault('selfcheck.delete', { id })))) return
      const undo = async () => {
        store.setState({ said: null })
        await ask(() => doors.vault('selfcheck.undo', { id }))
      }
      store.setState({ asking: null, given: {}, said: { key: ++key, undo } })
      undoTimer.restart()
    },
    week: async (value) => void (await ask(() => doors.vault('selfcheck.week', { value }))),
    skip: () => act(() => doors.vault('selfcheck.skip', { thisMonth: true })),
    heavyRead: () => act(() => doors.vault('heavy.read', { read: true })),
  }
}
