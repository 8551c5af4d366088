import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hear,
  linkEveryMs,
  nothingHeard,
  type Hearing,
  type Unheard,
} from '../../../src/calls/hearing.ts'
import {
  callEvents,
  callSources,
  type CallEvent,
  type CallSource,
} from '../../../src/calls/signal.ts'

const base = 1_800_000_000_000
type Step = [seconds: number, source: CallSource, event: CallEvent, testing?: 'testing']

/** What becomes of signals at given seconds: heard for sure, heard only, or why not; with what it confirms. */
function told(...steps: Step[]) {
  let state: Hearing = nothingHeard
  return steps.map(([seconds, source, event, testing]) => {
    const elapsed = 5_000_000 + seconds * 1000
    const heard = hear(
      state,
      { source, event },
      { at: base + seconds * 1000, elapsed, testing: testing !== undefined },
    )
    state = heard.state
    const what: Unheard | 'sure' | 'unsure' = heard.unheard ?? (heard.confirmed ? 'sure' : 'unsure')
    const earlier = heard.earlier.map((each) => `${each.event} at ${(each.at - base) / 1000}`)
    return earlier.length > 0 ? `${what}, and ${earlier.join(', ')}` : what
  })
}

describe('a signal', () => {
  it.each<[string, Step[], string[]]>([
    [
      'of a hand, a command or the microphone is sure',
      [
        [0, 'command', 'started'],
        [30, 'shortcut', 'marked'],
        [60, 'command', 'ended'],
        [90, 'microphone', 'started'],
        [99, 'tray', 'marked'],
      ],
      ['sure', 'sure', 'sure', 'sure', 'sure'],
    ],
    [
      'of a link alone is not',
      [
        [0, 'link', 'started'],
        [100, 'link', 'marked'],
        [200, 'link', 'ended'],
      ],
      ['unsure', 'unsure', 'unsure'],
    ],
    [
      'of a link is sure once the agent marked that call, and so is what it told before',
      [
        [0, 'link', 'started'],
        [100, 'shortcut', 'marked'],
        [200, 'link', 'ended'],
      ],
      ['unsure', 'sure, and started at 0', 'sure'],
    ],
    [
      'of a link is sure once the agent marks the call right after it',
      [
        [0, 'link', 'started'],
        [100, 'link', 'ended'],
        [110, 'shortcut', 'marked'],
      ],
      ['unsure', 'unsure', 'sure, and started at 0, ended at 100'],
    ],
    [
      'of a link an hour ago is nothing that a mark confirms',
      [
        [0, 'link', 'started'],
        [100, 'link', 'ended'],
        [3700, 'shortcut', 'marked'],
      ],
      ['unsure', 'unsure', 'sure'],
    ],
    [
      'of a link whose call never ended is forgotten after four hours',
      [
        [0, 'link', 'started'],
        [14_401, 'shortcut', 'marked'],
      ],
      ['unsure', 'sure'],
    ],
    [
      'of a link that ends is not sure by a mark of the call before',
      [
        [0, 'link', 'started'],
        [50, 'shortcut', 'marked'],
        [100, 'link', 'ended'],
        [130, 'link', 'started'],
        [190, 'link', 'ended'],
      ],
      ['unsure', 'sure, and started at 0', 'sure', 'unsure', 'unsure'],
    ],
    [
      'that another door tells a moment later makes a link sure',
      [
        [0, 'link', 'started'],
        [3, 'microphone', 'started'],
        [100, 'microphone', 'ended'],
      ],
      ['unsure', 'sure', 'sure'],
    ],
    [
      'of an end that the microphone sees too confirms the start before it',
      [
        [0, 'link', 'started'],
        [100, 'link', 'ended'],
        [106, 'microphone', 'ended'],
      ],
      ['unsure', 'unsure', 'sure, and started at 0'],
    ],
    [
      'that another door told before is not told again',
      [
        [0, 'command', 'started'],
        [4, 'microphone', 'started'],
        [5, 'link', 'started'],
        [60, 'command', 'ended'],
        [61, 'link', 'ended'],
        [66, 'microphone', 'ended'],
      ],
      ['sure', 'told-already', 'told-already', 'sure', 'told-already', 'told-already'],
    ],
    [
      'twice by the same door is two calls',
      [
        [0, 'command', 'started'],
        [4, 'command', 'started'],
      ],
      ['sure', 'sure'],
    ],
    [
      'of a link can’t end a call that another door says goes on, marked or not',
      [
        [0, 'microphone', 'started'],
        [30, 'shortcut', 'marked'],
        [60, 'link', 'ended'],
        [90, 'microphone', 'ended'],
      ],
      ['sure', 'sure', 'call-goes-on', 'sure'],
    ],
    [
      'of a link marks a call that another door tells of, and no other',
      [
        [0, 'microphone', 'started'],
        [30, 'link', 'marked'],
        [90, 'microphone', 'ended'],
        [95, 'link', 'marked'],
      ],
      ['sure', 'sure', 'sure', 'unsure'],
    ],
    [
      'of a link comes at most once in 20 s, of each kind',
      [
        [0, 'link', 'started'],
        [19, 'link', 'started'],
        [19, 'link', 'ended'],
        [20, 'link', 'started'],
        [38, 'link', 'ended'],
        [39, 'link', 'ended'],
      ],
      ['unsure', 'too-soon', 'unsure', 'unsure', 'too-soon', 'unsure'],
    ],
    [
      'of a program is never sure while hooks are tested; the agent’s own key is',
      [
        [0, 'command', 'started', 'testing'],
        [1, 'shortcut', 'marked', 'testing'],
        [2, 'command', 'ended', 'testing'],
        [3, 'microphone', 'started', 'testing'],
        [70, 'command', 'started'],
      ],
      ['unsure', 'sure', 'unsure', 'unsure', 'sure'],
    ],
    [
      'of a test is nothing that can be confirmed later',
      [
        [0, 'link', 'started', 'testing'],
        [70, 'shortcut', 'marked'],
      ],
      ['unsure', 'sure'],
    ],
  ])('%s', (_, steps, meant) => {
    expect(told(...steps)).toEqual(meant)
  })
})

describe('whatever arrives', () => {
  const step = fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 20_000_000 })),
    source: fc.constantFrom(...callSources),
    event: fc.constantFrom(...callEvents),
  })

  it('links alone, however many and in whatever order, are never sure', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        let state = nothingHeard
        let elapsed = 0
        const heardAt: Record<string, number> = {}
        for (const { wait, event } of steps) {
          elapsed += wait
          const moment = { at: base + elapsed, elapsed, testing: false }
          const heard = hear(state, { event, source: 'link' }, moment)
          state = heard.state
          expect(heard.confirmed).toBe(false)
          expect(heard.earlier).toEqual([])
          if (!heard.signal) continue
          expect(elapsed - (heardAt[event] ?? -linkEveryMs)).toBeGreaterThanOrEqual(linkEveryMs)
          heardAt[event] = elapsed
        }
      }),
    )
  })

  it('a hand is always heard, what is kept is small, and each signal goes into the journal once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        let state = nothingHeard
        let elapsed = 0
        const kept: string[] = []
        for (const { wait, source, event } of steps) {
          // Two at the same instant would be one in this list.
          elapsed += wait + 1
          const moment = { at: base + elapsed, elapsed, testing: false }
          const heard = hear(state, { event, source }, moment)
          state = heard.state
          if (source === 'shortcut' && event === 'marked') expect(heard.confirmed).toBe(true)
          if (heard.unheard) expect([heard.signal, heard.confirmed]).toEqual([null, false])
          expect(state.unsure.length).toBeLessThanOrEqual(2)
          const sure = heard.confirmed && heard.signal ? [heard.signal] : []
          kept.push(...[...heard.earlier, ...sure].map((each) => `${each.at} ${each.event}`))
        }
        expect(new Set(kept).size).toBe(kept.length)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
      }),
    )
  })
})
