import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endStepAfter,
  endSteps,
  rechargeOffered,
  startMoments,
  startStepAfter,
  startSteps,
  type EndStep,
  type StartStep,
} from '../../../src/checkins/kinds.ts'
import { momentFor, startIsShown, startWithinMs } from '../../../src/checkins/shift-start.ts'

describe('the moment at a shift’s start', () => {
  it.each([
    ['is a good deed the first time', { wanted: true, heavy: false, last: null }, 'helped'],
    ['is their side after that', { wanted: true, heavy: false, last: 'helped' }, 'their-side'],
    ['is a good deed again then', { wanted: true, heavy: false, last: 'their-side' }, 'helped'],
    ['is none after a heavy shift', { wanted: true, heavy: true, last: null }, null],
    ['is none, whichever had its turn', { wanted: true, heavy: true, last: 'helped' }, null],
    ['is none once it was skipped for good', { wanted: false, heavy: false, last: 'helped' }, null],
  ] as const)('%s', (_what, facts, moment) => {
    expect(momentFor(facts)).toBe(moment)
  })

  it('never comes twice in a row, and never after a heavy shift', () => {
    const facts = fc.record({
      wanted: fc.boolean(),
      heavy: fc.boolean(),
      last: fc.option(fc.constantFrom(...startMoments)),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const moment = momentFor(given)
        expect(moment === null).toBe(given.heavy || !given.wanted)
        if (moment !== null) expect(moment).not.toBe(given.last)
      }),
    )
  })
})

describe('the start card', () => {
  it.each([
    ['between shifts', null, null, 0, true],
    ['as a shift opens', 0, null, 0, true],
    ['just under two hours in', 0, 'moment', startWithinMs - 1, true],
    ['two hours in', 0, 'moment', startWithinMs, false],
    ['two hours in, not begun', 0, null, startWithinMs, false],
    ['as a line, once it is done', 0, 'done', 10 * startWithinMs, true],
  ] as const)('%s', (_when, openedAt, step, now, shown) => {
    expect(startIsShown(openedAt, step, now)).toBe(shown)
  })
})

describe('the steps', () => {
  it.each<[StartStep, boolean, boolean, StartStep]>([
    ['rested', true, true, 'moment'],
    ['rested', false, true, 'plan'],
    ['rested', false, false, 'done'],
    ['moment', true, false, 'done'],
    ['plan', true, true, 'done'],
    ['done', true, true, 'done'],
  ])('of the start: after %s (moment %s, plan %s) comes %s', (step, moment, plan, next) => {
    expect(startStepAfter(step, { moment, plan })).toBe(next)
  })

  it.each<[EndStep, boolean, boolean, EndStep]>([
    ['rating', true, false, 'unnoted'],
    ['rating', false, false, 'right'],
    ['unnoted', true, false, 'right'],
    ['right', true, true, 'recharge'],
    ['recharge', false, true, 'plans'],
    ['recharge', false, false, 'closing'],
    ['plans', false, true, 'closing'],
    ['closing', true, true, 'closing'],
  ])('of the end: after %s (unnoted %s, plans %s) comes %s', (step, unnoted, plans, next) => {
    expect(endStepAfter(step, { unnoted, plans })).toBe(next)
  })

  it('go forward from anywhere, and the closing line is the last one, once', () => {
    const has = fc.record({ unnoted: fc.boolean(), plans: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...endSteps), fc.infiniteStream(has), (from, facts) => {
        const walked: EndStep[] = [from]
        for (let step = from; step !== 'closing';) {
          step = endStepAfter(step, facts.next().value)
          walked.push(step)
        }
        const places = walked.map((step) => endSteps.indexOf(step))
        expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other))
        expect(walked.at(-1)).toBe('closing')
      }),
    )
    expect(startSteps.at(-1)).toBe('done')
  })
})

describe('what is offered off the list', () => {
  it('comes round: in as many shifts as there are things, each has its turn once', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(list, fc.nat(), (ids, start) => {
        let last: string | null = ids[start % ids.length] ?? null
        const offered = ids.map(() => (last = rechargeOffered(ids, last)))
        expect(new Set(offered)).toEqual(new Set(ids))
      }),
    )
  })

  it('is the first where nothing was picked yet, or that is off the list; nothing off no list', () => {
    expect(rechargeOffered(['walk', 'music'], null)).toBe('walk')
    expect(rechargeOffered(['walk', 'music'], 'gone')).toBe('walk')
    expect(rechargeOffered(['walk', 'music'], 'walk')).toBe('music')
    expect(rechargeOffered([], 'walk')).toBeNull()
  })
})
