import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ErrorCode, Plan, PlanAction } from '../../src/contract.ts'
import type { NoteType } from '../../src/guidance/types.ts'
import { mostActive } from '../../src/plans/kinds.ts'
import { codeOf, type Doors } from './bridge.ts'
import { newId } from './uuid.ts'

/** A plan from a note, in one step; in two where three are in use already. */
export interface PlanStepView {
  readonly action: PlanAction | null
  /** The three in use, of which one has to rest; null where there is room, or nothing was chosen yet. */
  readonly active: readonly Plan[] | null
  readonly done: boolean
  readonly problem: ErrorCode | null
}

export interface PlanStepRoom {
  readonly store: StoreApi<PlanStepView>
  /** What to do then: kept at once where there is room. */
  readonly pick: (action: PlanAction) => Promise<void>
  /** Which one rests for it. */
  readonly rest: (id: string) => Promise<void>
}

export function createPlanStep(doors: Doors, type: NoteType): PlanStepRoom {
  const store = createStore<PlanStepView>(() => ({
    action: null,
    active: null,
    done: false,
    problem: null,
  }))
  const id = newId(Date.now())

  async function keep(action: PlanAction, rest: string | null) {
    store.setState({ action, problem: null })
    try {
      const { plans } = await doors.vault('plan.list', {})
      const active = plans.filter(({ state }) => state === 'active')
      if (rest === null && active.length >= mostActive) return store.setState({ active })
      await doors.vault('plan.keep', {
        id,
        when: { by: 'type', type },
        will: { by: 'action', action },
        rest,
      })
      store.setState({ done: true, active: null })
    } catch (error) {
      store.setState({ problem: codeOf(error) })
    }
  }
  return {
    store,
    pick: (action) => keep(action, null),
    async rest(id) {
      const { action } = store.getState()
      if (action !== null) await keep(action, id)
    },
  }
}
