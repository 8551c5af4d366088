import { describe, expect, it } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { createPlanStep } from '../../../renderer/state/plan-step.ts'
import type { Plan } from '../../../src/contract.ts'
import { noteTypes, type TypeId } from '../../../src/guidance/types.ts'
import { stepsOnward } from '../../../src/notes/brooding.ts'
import { actionsFor } from '../../../src/plans/kinds.ts'
import { fakeBridge, refuse } from './fake-bridge.ts'

const plan = (id: string, state: Plan['state'] = 'active'): Plan => ({
  id,
  when: { by: 'type', type: 'angry' },
  will: { by: 'action', action: 'limit' },
  state,
  used: 0,
  cameUp: 0,
  mark: null,
})
function openWith(plans: Plan[], answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({ 'plan.list': { plans, today: null }, ...answers })
  const room = createPlanStep(connect(vault.bridge), 'blaming')
  return { ...vault, room, view: () => room.store.getState() }
}

describe('a plan as a note’s last step', () => {
  it('is kept with one choice where there is room', async () => {
    const { room, view, inputs } = openWith([plan('a'), plan('b'), plan('c', 'resting')])
    await room.pick('next-step')
    expect(view()).toMatchObject({ done: true, active: null })
    expect(inputs('plan.keep')).toMatchObject([
      { when: { type: 'blaming' }, will: { action: 'next-step' }, rest: null },
    ])
  })

  it('asks which one rests where three are in use, and keeps it then', async () => {
    const { room, view, inputs } = openWith([plan('a'), plan('b'), plan('c')])
    await room.pick('feet')
    expect(view().active?.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(inputs('plan.keep')).toEqual([])
    await room.rest('b')
    expect(inputs('plan.keep')).toMatchObject([{ will: { action: 'feet' }, rest: 'b' }])
    expect(view()).toMatchObject({ done: true, active: null })
  })

  it('says so when it could not be kept, and can be tried again', async () => {
    const { room, view, answers } = openWith([], { 'plan.keep': refuse('disk-full') })
    await room.pick('feet')
    expect(view()).toMatchObject({ done: false, problem: 'disk-full' })
    answers['plan.keep'] = { plans: [], today: null }
    await room.pick('feet')
    expect(view()).toMatchObject({ done: true, problem: null })
  })

  it('is offered exactly where something can be chosen: never after abuse or distress', () => {
    const mayPlan = (type: TypeId | null) => stepsOnward({ difficulty: 4, type }).includes('plan')
    for (const type of noteTypes) expect(mayPlan(type)).toBe(actionsFor[type].length > 0)
    expect(mayPlan(null)).toBe(false)
    expect(mayPlan('abusive') || mayPlan('distress')).toBe(false)
  })
})
