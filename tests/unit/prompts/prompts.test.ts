import { describe, expect, it } from 'vitest'
import type { Clock, VaultNews } from '../../../src/ports.ts'
import { createPrompts } from '../../../src/prompts/prompts.ts'
import { testClock } from '../../desk.ts'

const settings = () => ({ gapMs: 45_000 })

/** The policy over a clock, and what it told the shell, without what it only remembers. */
function speaking(clock: Clock) {
  const told: VaultNews[] = []
  const prompts = createPrompts(clock, settings, (news) => void told.push(news))
  return { prompts, told, said: () => told.filter((news) => news.kind !== 'prompts') }
}

function markedCall(prompts: ReturnType<typeof speaking>['prompts']) {
  prompts.hear({ kind: 'call-started' })
  prompts.hear({ kind: 'marked' })
  prompts.hear({ kind: 'call-ended' })
}

describe('the timer of an offer', () => {
  it('offers though every timer fires a millisecond early, as Node\u2019s sometimes do', () => {
    const clock = testClock()
    const early: Clock = { ...clock, after: (ms, run) => clock.after(Math.max(1, ms - 1), run) }
    const { prompts, said } = speaking(early)
    markedCall(prompts)
    clock.pass(11_249)
    expect(said()).toEqual([])
    clock.pass(2)
    expect(said()).toEqual([{ kind: 'offer', asked: false, fits: 'sighs' }])
  })

  it('offers though somebody set the wall clock back meanwhile', () => {
    const clock = testClock('2026-11-22T14:00:00Z')
    const { prompts, said } = speaking(clock)
    markedCall(prompts)
    clock.set('2026-11-22T12:00:00Z')
    clock.pass(12_000)
    expect(said()).toEqual([{ kind: 'offer', asked: false, fits: 'sighs' }])
  })
})

describe('what the policy remembers', () => {
  it('goes on in the next vault, whose clock began at another zero', () => {
    const clock = testClock()
    const before = speaking(clock)
    markedCall(before.prompts)
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept

    const next = testClock()
    next.pass(500_000)
    const after = speaking(next)
    after.prompts.restore(kept, 4_000)
    next.pass(7_249)
    expect(after.said()).toEqual([])
    next.pass(2)
    expect(after.said()).toEqual([{ kind: 'offer', asked: false, fits: 'sighs' }])
  })

  it('keeps a second mark in the same call silent after a lock', () => {
    const before = speaking(testClock())
    before.prompts.hear({ kind: 'call-started' })
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const after = speaking(testClock())
    after.prompts.restore(kept, 0)
    after.prompts.hear({ kind: 'marked' })
    expect(after.said()).toEqual([])
  })

  it.each([null, 'x', {}, { at: 1, state: { call: 'running' } }])(
    'that is no such state (%j) is not heard',
    (kept) => {
      const { prompts, said } = speaking(testClock())
      prompts.restore(kept, 0)
      prompts.hear({ kind: 'marked' })
      expect(said()).toEqual([{ kind: 'offer', asked: true, fits: 'sighs' }])
    },
  )
})
