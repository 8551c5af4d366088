import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  DroppedWords,
  ErrorCode,
  Plan,
  PlanWhen,
  PlanMark,
  Plans,
  PlanWill,
} from '../../src/contract.ts'
import { mostActive } from '../../src/plans/kinds.ts'
import { isLullType, type TypeId } from '../../src/guidance/types.ts'
import { codeOf, type Doors } from './bridge.ts'
import { createTimer, undoMs } from './later.ts'
import { createLooking } from './looking.ts'
import { newId } from './uuid.ts'

/** A plan that is being made or changed. */
export interface Making {
  readonly id: string
  /** It is there already; what it says is changed. */
  readonly old: boolean
  readonly when: PlanWhen | null
  readonly will: PlanWill | null
}

export interface PlansView {
  /** Null until they have come. */
  readonly plans: Plans | null
  /** Null while none is being made or changed. */
  readonly making: Making | null
  /** What was done last, and how to take it back. */
  readonly said: PlanSaid | null
  readonly problem: ErrorCode | null
}

export interface PlanSaid {
  readonly key: number
  /** `deleted`: and what is left of its words on the disk. */
  readonly what: 'kept' | 'resting' | 'active' | 'deleted'
  readonly left: DroppedWords
  readonly undo: () => Promise<void>
}

export interface PlansRoom {
  readonly store: StoreApi<PlansView>
  /** Somebody looks at plans: they are read, and followed, until the answer is called. */
  readonly look: () => () => void
  /** Begins a plan: from nothing, from what happened in a note, or from one that is there. */
  readonly make: (from?: { type: TypeId | null } | Plan) => void
  readonly change: (change: Partial<Pick<Making, 'when' | 'will'>>) => void
  readonly cancel: () => void
  /** Keeps what is being made. True once it is on the disk. */
  readonly keep: (rest: string | null) => Promise<boolean>
  readonly set: (id: string, state: Plan['state'], rest?: string) => Promise<void>
  readonly remove: (plan: Plan) => Promise<void>
  readonly mark: (id: string, mark: PlanMark | null) => Promise<void>
  /** The rehearsal was taken or skipped. */
  readonly offered: (id: string) => Promise<void>
}

const nothingLeft: DroppedWords = { settled: true, copiesCleared: 0, copiesLeft: 0 }

export const activeOf = (plans: Plans | null): readonly Plan[] =>
  plans?.plans.filter(({ state }) => state === 'active') ?? []
/** Whether one more in use needs one that rests instead. */
export const isFull = (plans: Plans | null): boolean => activeOf(plans).length >= mostActive

/** If-then plans, for every place of the main window that shows them. */
export function createPlansRoom(doors: Doors): PlansRoom {
  const store = createStore<PlansView>(() => ({
    plans: null,
    making: null,
    said: null,
    problem: null,
  }))
  const get = store.getState
  const told = (error: unknown) => store.setState({ problem: codeOf(error) })
  let reading = 0
  let key = 0
  /** Deleted words can be written back from this window's memory only, and then they are gone. */
  const undoTimer = createTimer(undoMs, () => store.setState({ said: null }))
  const { look, isLookedAt } = createLooking(
    () => void read(),
    () => {
      // No word of a plan stays in this window once nobody looks at it.
      reading++
      undoTimer.stop()
      store.setState({ plans: null, said: null, problem: null })
    },
  )

  async function read() {
    const turn = ++reading
    try {
      const plans = await doors.vault('plan.list', {})
      if (turn === reading) store.setState({ plans, problem: null })
    } catch (error) {
      if (turn !== reading) return
      // Locked: no word of a plan stays in this window.
      if (codeOf(error) === 'locked') store.setState({ plans: null, making: null, said: null })
      else told(error)
    }
  }
  /** True once it is done, and what there is now is shown. */
  async function ask(asked: () => Promise<Plans>): Promise<boolean> {
    try {
      const plans = await asked()
      reading++
      store.setState({ plans, problem: null })
      return true
    } catch (error) {
      told(error)
      return false
    }
  }
  function say(what: PlanSaid['what'], left: DroppedWords, back: () => Promise<Plans>) {
    undoTimer.stop()
    const undo = async () => {
      store.setState({ said: null })
      await ask(back)
    }
    store.setState({ said: { key: ++key, what, left, undo } })
  }
  const set = (id: string, state: Plan['state'], rest: string | null = null) =>
    doors.vault('plan.set', { id, state, rest })

  doors.onEvent(() => {
    if (isLookedAt()) void read()
  })

  return {
    store,
    look,
    make(from) {
      const now = Date.now()
      const old = from !== undefined && 'id' in from
      store.setState({
        making: old
          ? { id: from.id, old, when: known(from.when), will: known(from.will) }
          : { id: newId(now), old, when: fromType(from?.type ?? null), will: null },
        problem: null,
      })
    },
    change(change) {
      const { making } = get()
      if (making) store.setState({ making: { ...making, ...change }, problem: null })
    },
    cancel: () => store.setState({ making: null, problem: null }),
    async keep(rest) {
      const { making, plans } = get()
      if (!making?.when || !making.will) return false
      const { id, when, will, old } = making
      const before = plans?.plans.find((plan) => plan.id === id)
      const was = before && wordsOf(before)
      const done = await ask(() => doors.vault('plan.keep', { id, when, will, rest }))
      if (!done) return false
      store.setState({ making: null })
      say('kept', nothingLeft, async () => {
        if (old && was) return doors.vault('plan.keep', was)
        await doors.vault('plan.delete', { id })
        return rest === null ? doors.vault('plan.list', {}) : set(rest, 'active')
      })
      return true
    },
    async set(id, state, rest) {
      if (!(await ask(() => set(id, state, rest)))) return
      say(state, nothingLeft, async () =>
        state === 'resting'
          ? set(id, 'active')
          : set(id, 'resting').then((plans) => (rest === undefined ? plans : set(rest, 'active'))),
      )
    },
    async remove(plan) {
      const was = wordsOf(plan)
      if (!was) return
      try {
        const left = await doors.vault('plan.delete', { id: plan.id })
        const { plans } = get()
        if (plans)
          store.setState({
            plans: {
              plans: plans.plans.filter(({ id }) => id !== plan.id),
              today: plans.today?.id === plan.id ? null : plans.today,
            },
            problem: null,
          })
        say('deleted', left, () => doors.vault('plan.keep', was))
        undoTimer.restart()
      } catch (error) {
        told(error)
      }
    },
    async mark(id, mark) {
      await ask(() => doors.vault('plan.mark', { id, mark }))
    },
    async offered(id) {
      await ask(() => doors.vault('plan.offered', { id }))
    },
  }
}

/** What can be kept again: own words that aren't shown can't. */
function known<Part extends PlanWhen | PlanWill>(
  part: Part | { by: 'words'; words: string | null },
): Part | { by: 'words'; words: string } | null {
  if (part.by !== 'words') return part
  return part.words === null ? null : { by: 'words', words: part.words }
}

/** A plan as it could be kept anew, or null where it has words that this desk doesn't show. */
export function wordsOf({ id, when, will }: Plan) {
  const was = { when: known(when), will: known(will) }
  return was.when && was.will ? { id, when: was.when, will: was.will, rest: null } : null
}

const fromType = (type: TypeId | null): PlanWhen | null =>
  type === null || type === 'other' || !isLullType(type) ? null : { by: 'type', type }
