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
    expect(last(play([0, marked]))).toEqual({
      do: 'offer',
      asked: true,
      what: 'call',
      reason: 'asked-for',
    })
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

const remind: PromptEvent = { kind: 'reminder', what: 'break' }
const quiet = (minutes: number): PromptEvent => ({ kind: 'quiet', ms: minutes * 60_000 })
const faded: PromptEvent = { kind: 'answered', answer: 'faded' }
const taken: PromptEvent = { kind: 'answered', answer: 'pause' }
const hour = 3600

describe('a reminder', () => {
  it('is offered between calls, without the focus', () => {
    expect(last(play([0, started], [60, ended], [hour, remind]))).toEqual({
      do: 'offer',
      asked: false,
      what: 'break',
      reason: 'reminder',
    })
  })

  it('is offered to whoever has no hook at all', () => {
    expect(last(play([hour, remind]))).toMatchObject({ do: 'offer' })
  })

  it('during a call waits for its end, and a quarter of the gap', () => {
    const decisions = play([0, started], [60, remind], [300, ended], [311.25, due])
    expect(decisions.slice(1)).toMatchObject([
      { do: 'silent', reason: 'call-running' },
      { do: 'hold', until: 311_250 },
      { do: 'offer', what: 'break' },
    ])
  })

  it('gives way to a call that was marked', () => {
    const decisions = play([0, started], [60, remind], [200, marked], [300, ended], [311.25, due])
    expect(last(decisions)).toMatchObject({ do: 'offer', what: 'call' })
    expect(last(play([0, started], [60, marked], [70, ended], [72, remind]))).toMatchObject({
      do: 'drop',
    })
  })

  it('that was held behind a call whose end was never told is not the last of the day', () => {
    const decisions = play([0, started], [60, remind], [5 * hour, remind])
    expect(last(decisions)).toMatchObject({ do: 'offer', what: 'break' })
  })

  it.each([
    ['the screen is locked', locked, 'screen-locked'],
    ['the agent wants quiet', quiet(30), 'quiet'],
  ])('is dropped while %s', (_when, before, reason) => {
    expect(last(play([0, before], [60, remind]))).toEqual({ do: 'drop', reason })
  })

  it('comes three times a shift, not four; a new shift begins anew', () => {
    const three = [1, 2, 3].flatMap((turn): [number, PromptEvent][] => [
      [turn * hour, remind],
      [turn * hour + 9, taken],
    ])
    expect(last(play(...three, [4 * hour, remind]))).toEqual({
      do: 'drop',
      reason: 'enough-offers',
    })
    expect(
      last(play(...three, [12 * hour, started], [12 * hour + 60, ended], [13 * hour, remind])),
    ).toMatchObject({ do: 'offer' })
  })

  it('falls silent for the shift after two noes in a row; a card that fades is no answer', () => {
    const noes = play(
      [hour, remind],
      [hour + 5, notNow],
      [2 * hour, remind],
      [2 * hour + 5, notNow],
      [3 * hour, remind],
    )
    expect(last(noes)).toEqual({ do: 'drop', reason: 'two-noes' })
    const between = play(
      [hour, remind],
      [hour + 5, notNow],
      [2 * hour, remind],
      [2 * hour + 30, faded],
      [3 * hour, remind],
    )
    expect(last(between)).toMatchObject({ do: 'offer' })
    const then = play(
      [hour, remind],
      [hour + 5, notNow],
      [2 * hour, remind],
      [2 * hour + 5, taken],
      [3 * hour, remind],
    )
    expect(last(then)).toMatchObject({ do: 'offer' })
  })
})

describe('quiet', () => {
  it('never refuses what the agent asks for', () => {
    expect(last(play([0, quiet(60)], [60, marked]))).toMatchObject({ do: 'offer', asked: true })
  })

  it('holds the offer after a marked call until it ends', () => {
    const decisions = play([0, quiet(5)], [1, started], [60, marked], [100, ended], [111.25, due])
    expect(last(decisions)).toEqual({ do: 'hold', until: 300_000, reason: 'quiet' })
  })

  it('ends when the agent says so', () => {
    expect(last(play([0, quiet(60)], [10, quiet(0)], [60, remind]))).toMatchObject({ do: 'offer' })
  })
})

describe('any day with reminders', () => {
  const event = fc.constantFrom(
    started,
    ended,
    marked,
    due,
    locked,
    unlocked,
    notNow,
    faded,
    taken,
    remind,
    quiet(30),
    quiet(0),
  )

  it('has no more than three uncalled offers in a shift, and none during a call', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1800 }), event), { maxLength: 120 }),
        (events) => {
          let at = 0
          let state = noPrompts
          let offers = 0
          for (const [seconds, one] of events) {
            at += seconds * 1000
            const decided = decide(state, one, settings, at)
            const uncalled = decided.decision.do === 'offer' && decided.decision.what !== 'call'
            // Half an hour at most between two events: all of it is one shift.
            if (uncalled) offers++
            if (decided.decision.do === 'offer' && !decided.decision.asked)
              expect(typeof decided.state.call).toBe('string')
            state = decided.state
          }
          expect(offers).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})
