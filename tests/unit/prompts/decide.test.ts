import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decide,
  longestCallMs,
  longestHoldMs,
  noPrompts,
  rebase,
  waitMs,
  type Decision,
  type PromptEvent,
} from '../../../src/prompts/decide.ts'

const settings = { gapMs: 45_000 }
const started: PromptEvent = { kind: 'call-started' }
const ended: PromptEvent = { kind: 'call-ended' }
const marked: PromptEvent = { kind: 'marked' }
const due: PromptEvent = { kind: 'due' }
const locked: PromptEvent = { kind: 'screen', locked: true }
const unlocked: PromptEvent = { kind: 'screen', locked: false }
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

  it('holds on when its timer comes a little early, until the moment it said', () => {
    const decisions = play([0, started], [60, marked], [90, ended], [101.249, due], [101.25, due])
    expect(decisions[3]).toEqual({ do: 'hold', until: 101_250, reason: 'not-due' })
    expect(last(decisions)).toMatchObject({ do: 'offer' })
  })

  it('holds while the screen is locked, and offers a while after somebody is back', () => {
    const decisions = play(
      [0, started],
      [60, marked],
      [65, locked],
      [90, ended],
      [101.25, due],
      [200, unlocked],
      [211.25, due],
    )
    expect(decisions.slice(4).map((each) => each.do)).toEqual(['silent', 'hold', 'offer'])
  })

  it('takes the card away when a call begins', () => {
    const decisions = play([0, marked], [3, started])
    expect(last(decisions)).toEqual({ do: 'withdraw', reason: 'call-running' })
  })

  it('holds a mark whose end was never told, through the next call', () => {
    const decisions = play([0, started], [60, marked], [90, started], [150, ended], [161.25, due])
    expect(last(decisions)).toMatchObject({ do: 'offer', asked: false })
  })

  it('takes a call that was never said to end for over after four hours', () => {
    const later = longestCallMs / 1000
    expect(last(play([0, started], [later, marked]))).toMatchObject({ do: 'silent' })
    expect(last(play([0, started], [later + 1, marked]))).toMatchObject({
      do: 'offer',
      asked: true,
    })
  })

  it('means the same after it was moved to another zero of the clock', () => {
    const event = fc.constantFrom(started, ended, marked, due, notNow, locked, unlocked)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), event)), fc.integer(), (steps, shift) => {
        let here = noPrompts
        let there = rebase(noPrompts, shift)
        let now = 0
        for (const [seconds, each] of steps) {
          now += seconds * 1000
          const one = decide(here, each, settings, now)
          const other = decide(there, each, settings, now + shift)
          expect(other.decision.do).toBe(one.decision.do)
          here = one.state
          there = other.state
        }
        expect(rebase(there, -shift)).toEqual(here)
      }),
    )
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

  it('never offers while a call runs, and loses no mark: it is held, offered or dropped', () => {
    const event = fc.constantFrom(started, ended, marked, due, notNow, locked, unlocked)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), event)), (steps) => {
        let state = noPrompts
        let now = 0
        for (const [seconds, each] of steps) {
          now += seconds * 1000
          const before = state
          const decided = decide(before, each, settings, now)
          const did = decided.decision.do
          expect(decide(before, each, settings, now)).toEqual(decided)
          const running =
            typeof before.call !== 'string' && now - before.call.since <= longestCallMs
          if (did === 'offer') expect(running).toBe(false)
          const waited = before.marked || before.held !== null
          const waits = decided.state.marked || decided.state.held !== null
          if (waited && !waits) expect(['offer', 'drop']).toContain(did)
          state = decided.state
        }
      }),
      { numRuns: 2000 },
    )
  })
})
