import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, type Rehearsable } from '../../../src/plans/today.ts'

const a: Rehearsable = { id: 'a', madeAt: 1, offeredAt: null }
const b: Rehearsable = { id: 'b', madeAt: 2, offeredAt: 10 }
const c: Rehearsable = { id: 'c', madeAt: 3, offeredAt: 5 }

describe('the plan of a shift', () => {
  it.each<[string, Rehearsable[], string | null, ReturnType<typeof planOf>]>([
    ['none, where none is in use', [], null, null],
    ['a new one before all', [b, a, c], null, { id: 'a', offered: false }],
    ['the one that was offered longest ago', [b, c], null, { id: 'c', offered: false }],
    [
      'the older one of two new ones',
      [{ ...b, offeredAt: null }, a],
      null,
      { id: 'a', offered: false },
    ],
    ['what was offered in this shift already', [a, b, c], 'b', { id: 'b', offered: true }],
    ['another, where that one rests now', [a, c], 'b', { id: 'a', offered: false }],
  ])('is %s', (_what, active, offeredNow, plan) => {
    expect(planOf(active, offeredNow)).toEqual(plan)
  })

  it('comes round to each plan: in as many shifts as there are plans, each once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.uuid(), madeAt: fc.nat() }), {
          minLength: 1,
          maxLength: 3,
          selector: ({ id }) => id,
        }),
        (made) => {
          let plans = made.map((plan): Rehearsable => ({ ...plan, offeredAt: null }))
          const shown: string[] = []
          for (let shift = 0; shift < plans.length; shift++) {
            const plan = planOf(plans, null)
            if (!plan) throw new Error('none')
            shown.push(plan.id)
            plans = plans.map((each) =>
              each.id === plan.id ? { ...each, offeredAt: shift } : each,
            )
          }
          expect(new Set(shown).size).toBe(plans.length)
        },
      ),
    )
  })
})
