import { describe, expect, it } from 'vitest'
import type { Clock, VaultNews } from '../../../src/ports.ts'
import type { PromptEvent } from '../../../src/prompts/decision.ts'
import { createPrompts, plainPromptSettings } from '../../../src/prompts/prompts.ts'
import type { PromptSettings } from '../../../src/prompts/state.ts'
import { testClock } from '../../desk.ts'

const begins: PromptEvent = { kind: 'call-started', confirmed: true }
const ends: PromptEvent = { kind: 'call-ended', confirmed: true }
const mark: PromptEvent = { kind: 'marked', confirmed: true }
const offered = { kind: 'offer', asked: false, fits: 'sighs', note: true }

/** The policy over a clock, and what it told the shell, without what it only remembers. */
function speaking(clock: Clock, settings: PromptSettings | null = plainPromptSettings) {
  const told: VaultNews[] = []
  const prompts = createPrompts({
    clock,
    settings: () => settings,
    tell: (news) => void told.push(news),
    decided: () => {},
  })
  const said = () => told.filter(({ kind }) => kind !== 'prompts' && kind !== 'watch')
  const watched = () => told.flatMap((news) => (news.kind === 'watch' ? [news.until] : []))
  return { prompts, told, said, watched }
}

function markedCall(prompts: ReturnType<typeof speaking>['prompts']) {
  prompts.hear(begins)
  prompts.hear(mark)
  prompts.hear(ends)
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
    expect(said()).toEqual([offered])
  })

  it('offers though somebody set the wall clock back meanwhile', () => {
    const clock = testClock('2026-11-22T14:00:00Z')
    const { prompts, said } = speaking(clock)
    markedCall(prompts)
    clock.set('2026-11-22T12:00:00Z')
    clock.pass(12_000)
    expect(said()).toEqual([offered])
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
    expect(after.said()).toEqual([offered])
  })

  it('keeps a second mark in the same call silent after a lock', () => {
    const before = speaking(testClock())
    before.prompts.hear(begins)
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const after = speaking(testClock())
    after.prompts.restore(kept, 0)
    after.prompts.hear(mark)
    expect(after.said()).toEqual([])
  })

  it('goes on by the agent’s own choices while the journal is locked', () => {
    const own = { ...plainPromptSettings, gapMs: 15_000, onRequest: true }
    const before = speaking(testClock(), own)
    before.prompts.hear({ kind: 'active' })
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const after = speaking(testClock(), null)
    after.prompts.restore(kept, 0)
    after.prompts.hear(begins)
    after.prompts.hear(mark)
    expect(after.said()).toEqual([{ ...offered, asked: true, fits: 'breath' }])
  })

  it('remembers what was offered in this shift, and how it was answered', () => {
    const clock = testClock()
    const before = speaking(clock)
    for (const pass of [0, 1_800_000]) {
      clock.pass(pass)
      before.prompts.hear({ kind: 'reminder', what: 'break' })
      before.prompts.hear({ kind: 'answered', answer: 'notNow' })
    }
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const after = speaking(testClock())
    after.prompts.restore(JSON.parse(JSON.stringify(kept)), 1_800_000)
    after.prompts.hear({ kind: 'reminder', what: 'break' })
    expect(after.said()).toEqual([])
  })

  it('a hold goes on in the next vault, and is counted there when it grows too old', () => {
    const before = speaking(testClock())
    before.prompts.hear({ kind: 'presence', seen: { doNotDisturb: true } })
    markedCall(before.prompts)
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const clock = testClock()
    const after = speaking(clock)
    after.prompts.restore(kept, 60_000)
    clock.pass(9 * 60_000 + 1)
    after.prompts.hear({ kind: 'presence', seen: { doNotDisturb: false } })
    clock.pass(60_000)
    expect(after.said()).toEqual([])
  })

  it.each([null, 'x', {}, { at: 1, state: { call: 'running' } }])(
    'that is no such state (%j) is not heard',
    (kept) => {
      const { prompts, said } = speaking(testClock())
      prompts.restore(kept, 0)
      prompts.hear(mark)
      expect(said()).toEqual([{ ...offered, asked: true }])
    },
  )
})

describe('a reminder every half hour', () => {
  const half = 30 * 60_000
  function reminded() {
    const clock = testClock()
    const { prompts, said } = speaking(clock)
    prompts.remind({ breakEveryMin: 30, eyeRestEveryMin: null })
    clock.pass(half - 60_000)
    return { clock, prompts, said }
  }

  it.each<[how: string, PromptEvent, PromptEvent]>([
    ['locked screen', { kind: 'screen', locked: true }, { kind: 'screen', locked: false }],
    [
      'keyboard at rest',
      { kind: 'presence', seen: { idle: true } },
      { kind: 'presence', seen: { idle: false } },
    ],
  ])('counts anew after five minutes of a %s: that was a break', (_how, leave, back) => {
    const { clock, prompts, said } = reminded()
    prompts.hear(leave)
    clock.pass(5 * 60_000)
    prompts.hear(back)
    clock.pass(half - 1)
    expect(said()).toEqual([])
    clock.pass(2)
    expect(said()).toHaveLength(1)
  })

  it('goes on counting through a minute away, and through a change of something else', () => {
    const { clock, prompts, said } = reminded()
    prompts.hear({ kind: 'screen', locked: true })
    clock.pass(30_000)
    prompts.hear({ kind: 'screen', locked: false })
    prompts.hear({ kind: 'presence', seen: { doNotDisturb: false } })
    clock.pass(30_001)
    expect(said()).toHaveLength(1)
  })
})

describe('the desktop', () => {
  const half = 30 * 60_000

  it('is watched from the end of a call that was marked to its card, and not during a call', () => {
    const clock = testClock()
    const { prompts, watched } = speaking(clock)
    markedCall(prompts)
    expect(watched()).toEqual(['offer'])
    clock.pass(4_000)
    prompts.hear(begins)
    expect(watched()).toEqual(['offer', null])
    prompts.hear(ends)
    clock.pass(12_000)
    expect(watched()).toEqual(['offer', null, 'offer', null])
  })

  it('is looked at a moment before a reminder, so that it holds that back', () => {
    const clock = testClock()
    const { prompts, said, watched } = speaking(clock)
    prompts.remind({ breakEveryMin: 30, eyeRestEveryMin: null })
    clock.pass(half - 3_001)
    expect(watched()).toEqual([])
    clock.pass(1)
    expect(watched()).toEqual(['offer'])
    prompts.hear({ kind: 'presence', seen: { doNotDisturb: true } })
    clock.pass(3_001)
    expect(said()).toEqual([])
    expect(watched()).toEqual(['offer'])
    prompts.hear({ kind: 'presence', seen: { doNotDisturb: false } })
    clock.pass(12_000)
    expect(said()).toHaveLength(1)
    expect(watched()).toEqual(['offer', null])
  })

  it('is watched while nobody is there, until somebody is back: then the reminders count anew', () => {
    const clock = testClock()
    const { prompts, said, watched } = speaking(clock)
    prompts.remind({ breakEveryMin: 30, eyeRestEveryMin: null })
    clock.pass(half - 1_000)
    prompts.hear({ kind: 'presence', seen: { idle: true } })
    clock.pass(1_000)
    expect(watched()).toEqual(['offer', 'return'])
    clock.pass(10 * 60_000)
    prompts.hear({ kind: 'presence', seen: { idle: false } })
    expect(watched()).toEqual(['offer', 'return', null])
    clock.pass(half - 1)
    expect(said()).toEqual([])
    clock.pass(1)
    expect(said()).toHaveLength(1)
  })

  it('is not watched for somebody’s return where nothing would come of it', () => {
    const { prompts, watched } = speaking(testClock())
    prompts.hear({ kind: 'presence', seen: { idle: true } })
    expect(watched()).toEqual([])
    prompts.remind({ breakEveryMin: 30, eyeRestEveryMin: null })
    expect(watched()).toEqual(['return'])
    prompts.remind({ breakEveryMin: null, eyeRestEveryMin: null })
    expect(watched()).toEqual(['return', null])
  })

  it('is watched by the vault after a lock, too, and an absence goes on through it', () => {
    const clock = testClock()
    const before = speaking(clock)
    before.prompts.hear({ kind: 'presence', seen: { idle: true } })
    const kept = before.told.findLast((news) => news.kind === 'prompts')?.kept
    const next = testClock()
    const after = speaking(next)
    after.prompts.restore(kept, 0)
    after.prompts.remind({ breakEveryMin: 30, eyeRestEveryMin: null })
    next.pass(half - 60_000)
    after.prompts.hear({ kind: 'presence', seen: { idle: false } })
    next.pass(half - 1)
    expect(after.said()).toEqual([])
    next.pass(1)
    expect(after.said()).toHaveLength(1)
  })
})

describe('a choice that lets it speak', () => {
  it('takes away what stood in the way, and what waited comes a moment later', () => {
    const clock = testClock()
    const own = { ...plainPromptSettings }
    const { prompts, said } = speaking(clock, own)
    prompts.hear({ kind: 'presence', seen: { fullScreen: true } })
    markedCall(prompts)
    clock.pass(60_000)
    prompts.hear({ kind: 'active' })
    clock.pass(60_000)
    expect(said()).toEqual([])
    own.fullScreenWork = true
    prompts.hear({ kind: 'active' })
    clock.pass(11_249)
    // A sign of being at work meanwhile doesn't put it off.
    prompts.hear({ kind: 'active' })
    expect(said()).toEqual([])
    clock.pass(1)
    expect(said()).toEqual([offered])
  })
})

describe('what an opened journal tells', () => {
  it('is what this shift has used up, whichever of the two knows more', () => {
    const { prompts, said } = speaking(testClock())
    const known = { hookSeen: false, offers: 2, longCalls: 0, noes: 0 }
    prompts.opened(known)
    prompts.opened({ ...known, offers: 0 })
    prompts.hear({ kind: 'reminder', what: 'break' })
    prompts.hear({ kind: 'answered', answer: 'faded' })
    prompts.hear({ kind: 'reminder', what: 'break' })
    expect(said()).toEqual([{ ...offered, fits: 'minute' }])
  })
})

describe('an offer after three minutes', () => {
  it('says that it has no note', () => {
    const clock = testClock()
    const { prompts, said } = speaking(clock)
    markedCall(prompts)
    prompts.hear(begins)
    clock.pass(240_000)
    prompts.hear(ends)
    clock.pass(20_000)
    expect(said()).toEqual([{ ...offered, note: false }])
  })
})

describe('quiet hours', () => {
  it('go by the clock on the wall where the agent is', () => {
    const clock = testClock('2026-11-22T14:00:00Z', 'Asia/Manila')
    const quietHours = { from: 22 * 60, to: 23 * 60 }
    const { prompts, said } = speaking(clock, { ...plainPromptSettings, quietHours })
    prompts.hear({ kind: 'reminder', what: 'break' })
    expect(said()).toEqual([])
    clock.move('Europe/Berlin')
    prompts.hear({ kind: 'reminder', what: 'break' })
    expect(said()).toHaveLength(1)
  })
})
