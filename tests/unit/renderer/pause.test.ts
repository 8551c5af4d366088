import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { breathFrames, secondsLeft } from '../../../renderer/pause/breath.ts'
import { follow } from '../../../renderer/pause/follow.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { startPause } from '../../../renderer/state/pause.ts'
import { longerExhale } from '../../../src/breathing/patterns.ts'
import { momentAt } from '../../../src/breathing/timeline.ts'
import { fakeBridge, refuse, settled, silence } from './fake-bridge.ts'

const startedAt = Date.UTC(2026, 10, 22, 14, 32)

beforeEach(() => {
  vi.useFakeTimers({
    now: startedAt,
    toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const begin = (answers: Record<string, unknown> = { 'pause.save': { kept: 'saved' } }) => {
  const vault = fakeBridge(answers)
  return { ...vault, pause: startPause(connect(vault.bridge)) }
}

describe('a pause', () => {
  it('that runs to its end is saved as completed, with exactly its planned length', async () => {
    const { pause, inputs } = begin()
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(inputs('pause.save')).toMatchObject([
      {
        pattern: 'longer-exhale',
        startedAt,
        plannedMs: 60_000,
        elapsedMs: 60_000,
        ended: 'completed',
      },
    ])
    expect(pause.store.getState()).toMatchObject({ stage: 'ended', kept: { kind: 'saved' } })
  })

  it('that is stopped is saved as what it was, in whole milliseconds', async () => {
    const { pause, inputs } = begin()
    vi.advanceTimersByTime(23_400.6)
    pause.stop()
    await settled()
    expect(inputs('pause.save')).toMatchObject([{ elapsedMs: 23_400, ended: 'stopped' }])
  })

  it('that ends while its window goes is sent once', async () => {
    const { pause, inputs } = begin()
    vi.advanceTimersByTime(5000)
    pause.leave()
    pause.stop()
    vi.advanceTimersByTime(100_000)
    await settled()
    expect(inputs('pause.save')).toHaveLength(1)
  })

  it('leaves no timer behind', () => {
    const { pause } = begin()
    expect(vi.getTimerCount()).toBe(1)
    pause.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['absent', true],
    ['locked', false],
  ] as const)('waits for a journal and says which (%s)', async (state, first) => {
    const { pause } = begin({ 'pause.save': { kept: 'until-unlock' }, 'journal.state': { state } })
    pause.stop()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'until-unlock', first } })
  })

  it('is sent again, under the same id, when a lock closed the port', async () => {
    const { pause, inputs } = begin({ 'pause.save': refuse('locked') })
    pause.stop()
    await settled()
    const ids = inputs('pause.save').map((input) => Object(input).id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('folds its window only once the vault has answered', async () => {
    const { pause, methods } = begin({ 'pause.save': silence })
    pause.stop()
    void pause.close()
    await settled()
    expect(methods()).not.toContain('fold')
  })

  it('stays in view when it could not be kept, until it is closed all the same', async () => {
    const { pause, methods } = begin({ 'pause.save': refuse('disk-full') })
    pause.stop()
    await pause.close()
    expect(methods()).not.toContain('fold')
    await pause.close()
    expect(methods()).toContain('fold')
  })

  it('that could not be kept can be kept again', async () => {
    const { pause, answers } = begin({ 'pause.save': refuse('disk-full') })
    pause.stop()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'failed', code: 'disk-full' } })
    answers['pause.save'] = { kept: 'saved' }
    pause.keep()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'saved' } })
  })
})

describe('following a pause', () => {
  it('tells each phase when it begins, and the end', () => {
    const told: string[] = []
    const start = performance.now()
    const at = () => performance.now() - start
    follow(longerExhale, 20_000, at, ({ phase, over }) =>
      told.push(`${at()} ${over ? 'end' : phase}`),
    )
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual(['0 in', '4000 out', '10000 in', '14000 out', '20000 end'])
  })

  it('is right again at the next look, however late a timer was', () => {
    const told: string[] = []
    let at = 0
    const follower = follow(
      longerExhale,
      20_000,
      () => at,
      ({ phase }) => told.push(phase),
    )
    at = 12_500
    follower.look()
    at = 15_000
    vi.advanceTimersByTime(1500)
    expect(told).toEqual(['in', 'in', 'out'])
    expect(vi.getTimerCount()).toBe(1)
  })

  it('counts the seconds of each phase where nothing may move', () => {
    const told: number[] = []
    const start = performance.now()
    const at = () => performance.now() - start
    follow(longerExhale, 10_000, at, (moment) => told.push(secondsLeft(moment)), true)
    vi.advanceTimersByTime(9999)
    expect(told).toEqual([4, 3, 2, 1, 6, 5, 4, 3, 2, 1])
  })
})

describe('the breath that is drawn', () => {
  it('turns where the words turn', () => {
    const frames = breathFrames(longerExhale)
    expect(frames).toEqual([
      { offset: 0, full: 0 },
      { offset: 0.4, full: 1 },
      { offset: 1, full: 0 },
    ])
    expect(momentAt(longerExhale, 60_000, 0.4 * 10_000)).toMatchObject({
      phase: 'out',
      intoPhaseMs: 0,
    })
  })

  it('stays full while it is held', () => {
    const pattern = {
      id: 'longer-exhale',
      phases: [
        { name: 'in', ms: 4000 },
        { name: 'hold', ms: 4000 },
        { name: 'out', ms: 8000 },
      ],
    } as const
    expect(breathFrames(pattern).map(({ full }) => full)).toEqual([0, 1, 1, 0])
  })
})
