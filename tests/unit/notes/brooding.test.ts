import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asks,
  gapIsLikely,
  lookBack,
  mayComeUp,
  nextAsk,
  pathOf,
  stepsOnward,
  stopAfterMs,
  stopLineIsDue,
  type Asked,
} from '../../../src/notes/brooding.ts'
import { difficulties, noteTypes } from '../../../src/guidance/types.ts'
import { gaps, works } from '../../../src/settings/choices.ts'

const events = [null, ...difficulties].flatMap((difficulty) =>
  [null, ...noteTypes].map((type) => ({ difficulty, type })),
)
const heavy = (type: string | null) => type === 'abusive' || type === 'distress'

describe('which path a note takes', () => {
  it('is heavy after abuse and distress, however hard it was said to be', () => {
    for (const event of events) expect(pathOf(event) === 'heavy').toBe(heavy(event.type))
  })

  it('is hard at 4 and 5, and plain otherwise', () => {
    for (const event of events.filter(({ type }) => !heavy(type)))
      expect(pathOf(event)).toBe((event.difficulty ?? 0) >= 4 ? 'hard' : 'plain')
  })
})

describe('a question', () => {
  it('is asked of hard notes only: none after abuse or distress, none of a plain one', () => {
    for (const event of events)
      for (const ask of asks)
        expect(lookBack({ ...event, asked: null }, ask)).toBe(pathOf(event) === 'hard' ? ask : null)
  })

  it('is asked at most once an event: what was asked of it stays', () => {
    for (const asked of asks)
      for (const ask of [null, ...asks])
        expect(lookBack({ difficulty: 5, type: 'angry', asked }, ask)).toBe(asked)
  })

  it.each([
    ['calls', '45s', false, true],
    ['calls', '2min', false, true],
    ['calls', 'no-limit', false, true],
    ['calls', null, false, true],
    ['calls', '15s', false, false],
    // Before anybody said what they do, it is calls.
    [null, '15s', false, false],
    ['messages', '15s', false, true],
    ['email', null, false, true],
    ['in-person', null, false, true],
  ] as const)('with %s, %s between two and a call running: %s, has room: %s', (...row) => {
    const [work, gap, callRuns, likely] = row
    expect(gapIsLikely({ work, gap, callRuns })).toBe(likely)
  })

  it('is never asked while a call runs', () => {
    for (const work of [null, ...works])
      for (const gap of [null, ...gaps])
        expect(gapIsLikely({ work, gap, callRuns: true })).toBe(false)
  })

  const said = (asked: Asked['asked']): Asked => ({ asked, answered: true })
  const left = (asked: Asked['asked']): Asked => ({ asked, answered: false })
  it.each([
    ['the first', [], 'teammate'],
    ['after the one, the other', [said('teammate')], 'right'],
    ['and the one again', [said('right'), said('teammate')], 'teammate'],
    ['also where one was left', [left('right'), said('teammate')], 'teammate'],
    ['a pause after two that were left', [left('right'), left('teammate')], 'pause'],
    ['a question after a pause', [left('pause'), left('right'), left('teammate')], 'teammate'],
    [
      'one that was left after a pause is only one',
      [left('teammate'), left('pause'), left('right')],
      'right',
    ],
  ] as const)('takes its turn: %s', (_what, before, ask) => {
    expect(nextAsk(before)).toBe(ask)
  })

  it('comes round to a pause every third time for whoever never writes, and never for whoever does', () => {
    const run = (answered: boolean) => {
      let before: Asked[] = []
      for (let nth = 0; nth < 12; nth++) before = [{ asked: nextAsk(before), answered }, ...before]
      return before.map(({ asked }) => asked).toReversed()
    }
    const third = ['teammate', 'right', 'pause']
    expect(run(false)).toEqual([...third, ...third, ...third, ...third])
    expect(run(true)).not.toContain('pause')
  })

  it('is never a pause twice in a row, nor the same question twice', () => {
    const one = fc.record({ asked: fc.constantFrom(...asks), answered: fc.boolean() })
    const found = fc.check(
      fc.property(fc.array(one, { maxLength: 6 }), (before) => {
        const question = before.find(({ asked }) => asked !== 'pause')?.asked
        const ask = nextAsk(before)
        return ask === 'pause' ? before[0]?.asked !== 'pause' : ask !== question
      }),
    )
    expect(found.counterexample).toBeNull()
  })
})

describe('how an entry ends', () => {
  it('is with a step outward or forward after every hard one, and with none after a plain one', () => {
    for (const event of events)
      if (pathOf(event) === 'plain') expect(stepsOnward(event)).toEqual([])
      else expect(stepsOnward(event).length).toBeGreaterThanOrEqual(2)
  })

  it('has somebody to talk to first after abuse and distress', () => {
    for (const type of ['abusive', 'distress'] as const)
      expect(stepsOnward({ difficulty: 2, type })).toEqual(['talk', 'pause'])
  })
})

describe('"You can stop here."', () => {
  const now = { writingMs: stopAfterMs, kept: true, said: false, on: true }

  it('is due after 90 s of writing, and not a moment before', () => {
    expect(stopAfterMs).toBe(90_000)
    expect(stopLineIsDue(now)).toBe(true)
    expect(stopLineIsDue({ ...now, writingMs: stopAfterMs - 1 })).toBe(false)
  })

  it.each([
    ['a word isn’t kept yet', { kept: false }],
    ['it was said before', { said: true }],
    ['it is switched off', { on: false }],
  ])('is not said where %s', (_what, change) => {
    expect(stopLineIsDue({ ...now, ...change })).toBe(false)
  })
})

describe('what may come up outside the journal', () => {
  it('is a good call, and never a hard entry', () => {
    for (const event of events)
      expect(mayComeUp(event)).toBe(event.type === 'good' && pathOf(event) === 'plain')
    expect(events.filter(mayComeUp).some(({ difficulty }) => (difficulty ?? 0) >= 4)).toBe(false)
  })
})
