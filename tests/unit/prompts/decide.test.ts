import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decide,
  longestHoldMs,
  noPrompts,
  waitMs,
  type Decision,
  type PromptEvent,
} from '../../../src/prompts/decide.ts'

const settings = { gapMs: 45_000 }
const started: PromptEvent = { kind: 'call-started' }
const ended: PromptEvent = { kind: 'call-ended' }
const marked: PromptEvent = { kind: 'marked' }
const due: PromptEvent = { kind: 'due' }
const notNow: PromptEvent = { kind: 'answered', answer: 'notNow' }

/** Plays events at given seconds and returns what was decided at each. */
function play(...events: [seconds: number, event: PromptEvent][]): Decision[] {
  let state = noPrompts
  return events.map(([seconds, event]) => {
    const decided = decide(state, event, settings, seconds * 1000)
    state = decided.state
    return decided.decision
  })
}
const last = (decisions: Decision[]) => decisions.at(-1)

describe('when Lull speaks', () => {
  it('offers once, a quarter of the usual gap after a marked call has ended', () => {
    const decisions = play([0, started], [60, marked], [90, ended], [101.25, due], [110, due])
    expect(decisions.map((each) => each.do)).toEqual([
      'silent',
      'silent',
      'hold',
      'offer',
      'silent',
    ])
    expect(decisions[2]).toMatchObject({ until: 101_250 })
    expect(decisions[3]).toMatchObject({ asked: false })
  })

  it('says nothing after a call that was not marked', () => {
    expect(last(play([0, started], [90, ended]))).toEqual({
      do: 'silent',
      reason: 'call-not-marked',
    })
  })

  it('opens at once for a mark when no call is known to run and none ever was', () => {
    expect(last(play([0, marked]))).toEqual({ do: 'offer', asked: true, reason: 'asked-for' })
  })

  it('opens at once for a mark between two calls', () => {
    expect(last(play([0, started], [60, ended], [70, marked]))).toMatchObject({ do: 'offer' })
  })

  it('waits for the end of a marked call where a hook has told of ends before', () => {
    const state = { ...noPrompts, hookSeen: true }
    expect(decide(state, marked, settings, 0).decision).toMatchObject({ do: 'silent' })
  })

  it('holds through the next call, and offers after it', () => {
    const decisions = play(
      [0, started],
      [10, marked],
      [60, ended],
      [64, started],
      [71.25, due],
      [120, ended],
      [131.25, due],
    )
    expect(decisions.map((each) => each.do)).toEqual([
      'silent',
      'silent',
      'hold',
      'silent',
      'silent',
      'hold',
      'offer',
    ])
  })

  it('drops, with a reason, what it has held for over ten minutes', () => {
    const long = longestHoldMs / 1000
    const decisions = play(
      [0, started],
      [10, marked],
      [60, ended],
      [64, started],
      [61 + long, ended],
      [75 + long, due],
    )
    expect(last(decisions)).toEqual({ do: 'drop', reason: 'held-too-long' })
  })

  it.each([
    [4_000, 5_000],
    [15_000, 5_000],
    [45_000, 11_250],
    [120_000, 20_000],
    [null, 20_000],
  ])('with %j ms between calls it waits %j ms', (gapMs, wait) => {
    expect(waitMs({ gapMs })).toBe(wait)
  })

  it('never offers while a call runs, unless asked, and always answers the same way', () => {
    const event = fc.constantFrom(started, ended, marked, due, notNow)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), event)), (steps) => {
        let state = noPrompts
        let now = 0
        for (const [seconds, each] of steps) {
          now += seconds * 1000
          const before = state
          const decided = decide(before, each, settings, now)
          expect(decide(before, each, settings, now)).toEqual(decided)
          if (decided.decision.do === 'offer') expect(before.call).not.toBe('running')
          // What was held is still held, offered or dropped with a reason; it never just goes.
          if (before.held && !decided.state.held)
            expect(['offer', 'drop']).toContain(decided.decision.do)
          state = decided.state
        }
      }),
      { numRuns: 2000 },
    )
  })
})
