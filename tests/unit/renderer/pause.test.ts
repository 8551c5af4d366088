import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { breathFrames, secondsLeft } from '../../../renderer/pause/breath.ts'
import { follow } from '../../../renderer/pause/follow.ts'
import { connect } from '../../../renderer/state/bridge.ts'
import { openPause, type Wanted } from '../../../renderer/state/pause.ts'
import { ownPattern } from '../../../src/breathing/own.ts'
import { patterns } from '../../../src/breathing/patterns.ts'
import { momentAt } from '../../../src/breathing/timeline.ts'
import { fakeBridge, refuse, settled, silence } from './fake-bridge.ts'

const startedAt = Date.UTC(2026, 10, 22, 14, 32)
const longerExhale = patterns['longer-exhale']

beforeEach(() => {
  vi.useFakeTimers({
    now: startedAt,
    toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const minute: Wanted = { kind: 'longer-exhale', plannedMs: 60_000, chosen: 'me' }
const nothingAsked = { askTension: false, withoutBreathFirst: false }
const willing = {
  'pause.begin': nothingAsked,
  'pause.save': { kept: 'saved' },
  'device.set': {},
}

function open(answers: Record<string, unknown> = {}, wanted = minute, holdsRead = true) {
  const vault = fakeBridge({ ...willing, ...answers })
  const settings = { seconds: () => false, holdsRead, gentle: 'window' } as const
  return { ...vault, pause: openPause(connect(vault.bridge), wanted, settings) }
}
/** A pause whose first breath has begun. */
async function begin(answers: Record<string, unknown> = {}, wanted = minute) {
  const opened = open(answers, wanted)
  await settled()
  return opened
}
const stage = ({ pause }: ReturnType<typeof open>) => pause.store.getState().stage

describe('a pause', () => {
  it('that runs to its end is saved as completed, with exactly its planned length', async () => {
    const { pause, inputs } = await begin()
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(inputs('pause.save')).toMatchObject([
      {
        kind: 'longer-exhale',
        startedAt,
        plannedMs: 60_000,
        elapsedMs: 60_000,
        ended: 'completed',
        before: null,
        after: null,
        chosen: 'me',
      },
    ])
    expect(pause.store.getState()).toMatchObject({ stage: 'ended', kept: { kind: 'saved' } })
  })

  it('that is stopped is saved as what it was, in whole milliseconds', async () => {
    const { pause, inputs } = await begin()
    vi.advanceTimersByTime(23_400.6)
    pause.stop()
    await settled()
    expect(inputs('pause.save')).toMatchObject([{ elapsedMs: 23_400, ended: 'stopped' }])
  })

  it('that ends while its window goes is sent once', async () => {
    const { pause, inputs } = await begin()
    vi.advanceTimersByTime(5000)
    pause.leave()
    pause.stop()
    vi.advanceTimersByTime(100_000)
    await settled()
    expect(inputs('pause.save')).toHaveLength(1)
  })

  it('leaves no timer behind', async () => {
    const { pause } = await begin()
    expect(vi.getTimerCount()).toBe(1)
    pause.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('begins all the same where the vault has no answer', async () => {
    const opened = await begin({ 'pause.begin': refuse('failed') })
    expect(stage(opened)).toBe('breathing')
  })

  it('saves nothing that never began', async () => {
    const opened = open({ 'pause.begin': silence })
    await settled()
    expect(stage(opened)).toBe('starting')
    opened.pause.leave()
    opened.pause.stop()
    await settled()
    expect(opened.inputs('pause.save')).toEqual([])
    expect(opened.methods()).toContain('fold')
  })

  it.each([
    ['absent', true],
    ['locked', false],
  ] as const)('waits for a journal and says which (%s)', async (state, first) => {
    const { pause } = await begin({
      'pause.save': { kept: 'until-unlock' },
      'journal.state': { state },
    })
    pause.stop()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'until-unlock', first } })
  })

  it('is sent again, under the same id, when a lock closed the port', async () => {
    const { pause, inputs } = await begin({ 'pause.save': refuse('locked') })
    pause.stop()
    await settled()
    const [first, second] = inputs('pause.save')
    expect(second).toEqual(first)
  })

  it('folds only once it is kept; one that could not be kept stays in view first', async () => {
    const { pause, methods, answers } = await begin({ 'pause.save': refuse('disk-full') })
    pause.stop()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'failed', code: 'disk-full' } })
    answers['pause.save'] = { kept: 'saved' }
    pause.keep()
    await settled()
    expect(pause.store.getState()).toMatchObject({ kept: { kind: 'saved' } })
    await pause.close()
    expect(methods()).toContain('fold')
  })
})

describe('breathing normally', () => {
  it('neither ends the pause nor makes it count for less', async () => {
    const opened = await begin()
    vi.advanceTimersByTime(7000)
    opened.pause.breatheFreely()
    expect(opened.pause.store.getState()).toMatchObject({ stage: 'breathing', free: true })
    vi.advanceTimersByTime(20_000)
    expect(opened.pause.store.getState()).toMatchObject({ free: true })
    opened.pause.breatheFreely()
    expect(opened.pause.store.getState()).toMatchObject({ free: false })
    vi.advanceTimersByTime(33_000)
    await settled()
    expect(opened.inputs('pause.save')).toMatchObject([{ ended: 'completed', elapsedMs: 60_000 }])
  })
})

describe('a call, or a sleep, in between', () => {
  it('holds the pause; it goes on at the beginning of the breath that was interrupted', async () => {
    const opened = await begin()
    vi.advanceTimersByTime(23_000)
    opened.pause.hold('call')
    expect(opened.pause.store.getState()).toEqual({ stage: 'held', why: 'call' })
    vi.advanceTimersByTime(600_000)
    expect(opened.pause.elapsedMs()).toBe(23_000)
    opened.pause.goOn()
    expect(opened.pause.elapsedMs()).toBe(20_000)
    expect(opened.pause.store.getState()).toMatchObject({ moment: { phase: 'in', round: 2 } })
    vi.advanceTimersByTime(40_000)
    await settled()
    expect(opened.inputs('pause.save')).toMatchObject([{ ended: 'completed', startedAt }])
  })

  it('can be left there, and counts as what it was', async () => {
    const opened = await begin()
    vi.advanceTimersByTime(23_000)
    opened.pause.hold('call')
    vi.advanceTimersByTime(600_000)
    opened.pause.stop()
    await settled()
    expect(opened.inputs('pause.save')).toMatchObject([{ ended: 'stopped', elapsedMs: 23_000 }])
  })

  it('is noticed by the page itself where nobody told it: a night is no part of a minute', async () => {
    const opened = await begin()
    vi.advanceTimersByTime(5000)
    // The clock went on for a night, and no timer came meanwhile.
    const now = performance.now() + 8 * 3_600_000
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    opened.pause.look()
    vi.restoreAllMocks()
    expect(opened.pause.store.getState()).toEqual({ stage: 'held', why: 'sleep' })
    expect(opened.pause.elapsedMs()).toBeLessThanOrEqual(10_000)
  })

  it('holds nothing that has not begun, or is over', async () => {
    const waiting = open({ 'pause.begin': silence })
    waiting.pause.hold('call')
    expect(stage(waiting)).toBe('starting')
    const over = await begin()
    over.pause.stop()
    over.pause.hold('call')
    expect(stage(over)).toBe('ended')
  })
})

describe('tension, before and after', () => {
  const asking = {
    'pause.begin': { askTension: true, withoutBreathFirst: false },
    'pause.rate': null,
  }

  it('is asked before the first breath and after the last, and kept with the pause', async () => {
    const opened = await begin(asking)
    expect(stage(opened)).toBe('before')
    vi.advanceTimersByTime(30_000)
    opened.pause.before(7)
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(opened.inputs('pause.save')).toMatchObject([
      { before: 7, after: null, elapsedMs: 60_000 },
    ])
    expect(stage(opened)).toBe('after')
    opened.pause.after(4)
    await settled()
    expect(opened.inputs('pause.rate')).toMatchObject([{ after: 4 }])
    expect(stage(opened)).toBe('ended')
  })

  it('can be skipped; then nothing is asked after either', async () => {
    const opened = await begin(asking)
    opened.pause.before(null)
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(stage(opened)).toBe('ended')
    expect(opened.inputs('pause.save')).toMatchObject([{ before: null }])
  })

  it('answered while the pause is still on its way waits for it, and is asked once', async () => {
    const opened = await begin(asking)
    opened.pause.before(7)
    opened.pause.stop()
    opened.pause.after(6)
    await settled()
    expect(opened.methods().filter((method) => method.startsWith('pause.'))).toEqual([
      'pause.begin',
      'pause.save',
      'pause.rate',
    ])
    expect(stage(opened)).toBe('ended')
  })
})

describe('before it begins', () => {
  const box: Wanted = { kind: 'box', plannedMs: 64_000, chosen: 'me' }

  it('the whole safety text comes once before the first pattern with holds', async () => {
    const opened = open({}, box, false)
    await settled()
    expect(stage(opened)).toBe('reading')
    opened.pause.read(true)
    expect(opened.inputs('device.set')).toEqual([{ holdsRead: true }])
    expect(stage(opened)).toBe('breathing')
    expect(opened.pause.wanted.kind).toBe('box')
  })

  it('whoever would rather not hold gets the longer exhale', async () => {
    const opened = open({}, box, false)
    await settled()
    opened.pause.read(false)
    expect(opened.pause.wanted).toEqual({ ...minute })
  })

  it('an own pattern with a rest counts as one with holds, one without does not', async () => {
    const own = (rest: number) => {
      const made = ownPattern([
        { name: 'in', ms: 4000 },
        { name: 'out', ms: 4000 },
        { name: 'rest', ms: rest },
      ])
      if (!made.ok) throw new Error(made.problem)
      return open({}, { kind: made.pattern.id, plannedMs: 60_000, chosen: 'me' }, false)
    }
    const [with2, without] = [own(2000), own(0)]
    await settled()
    expect([stage(with2), stage(without)]).toEqual(['reading', 'breathing'])
  })

  it('something without breath is offered where breathing made it tenser, and can be declined', async () => {
    const tenser = { 'pause.begin': { askTension: true, withoutBreathFirst: true } }
    const gentle = await begin(tenser)
    expect(stage(gentle)).toBe('gentler')
    gentle.pause.gentler(true)
    expect(gentle.pause.store.getState()).toEqual({ stage: 'doing', step: 0 })
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(gentle.inputs('pause.save')).toMatchObject([{ kind: 'window', ended: 'completed' }])

    const breath = await begin(tenser)
    breath.pause.gentler(false)
    expect(stage(breath)).toBe('before')
  })
})

describe('a pause without breath', () => {
  it('goes from sentence to sentence and ends by itself', async () => {
    const opened = await begin({}, { kind: 'five-things', plannedMs: 60_000, chosen: 'me' })
    const steps: number[] = []
    opened.pause.store.subscribe((state) => state.stage === 'doing' && steps.push(state.step))
    expect(opened.pause.pattern).toBeNull()
    vi.advanceTimersByTime(60_000)
    await settled()
    expect(steps).toEqual([1, 2, 3, 4, 5])
    expect(opened.inputs('pause.save')).toMatchObject([{ kind: 'five-things', ended: 'completed' }])
  })
})

describe('following a pause', () => {
  const never = () => {
    throw new Error('nobody slept')
  }

  it('tells each phase when it begins, and the end', () => {
    const told: string[] = []
    const start = performance.now()
    const at = () => performance.now() - start
    const look = (elapsed: number) => momentAt(longerExhale, 20_000, elapsed)
    const tell = ({ phase, over }: ReturnType<typeof look>) =>
      told.push(`${at()} ${over ? 'end' : phase}`)
    follow(at, look, tell, never)
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual(['0 in', '4000 out', '10000 in', '14000 out', '20000 end'])
  })

  it('is right again at the next look, however late a timer was', () => {
    const told: string[] = []
    let at = 0
    const look = (elapsed: number) => momentAt(longerExhale, 20_000, elapsed)
    const follower = follow(
      () => at,
      look,
      ({ phase }) => told.push(phase),
      never,
    )
    at = 12_500
    follower.look()
    at = 15_000
    vi.advanceTimersByTime(1500)
    expect(told).toEqual(['in', 'in', 'out'])
    expect(vi.getTimerCount()).toBe(1)
  })

  it('counts the seconds of each phase where nothing may move', async () => {
    const told: number[] = []
    const vault = fakeBridge(willing)
    const settings = { seconds: () => true, holdsRead: true, gentle: 'window' } as const
    const pause = openPause(connect(vault.bridge), { ...minute, plannedMs: 10_000 }, settings)
    pause.store.subscribe(
      (state) => state.stage === 'breathing' && told.push(secondsLeft(state.moment)),
    )
    await settled()
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
      phases: [
        { name: 'in', ms: 4000 },
        { name: 'hold', ms: 4000 },
        { name: 'out', ms: 8000 },
      ],
    } as const
    expect(breathFrames(pattern).map(({ full }) => full)).toEqual([0, 1, 1, 0])
  })

  it('leaves room for the second breath in, so that it is seen', () => {
    expect(breathFrames(patterns['three-sighs']).map(({ full }) => full)).toEqual([0, 0.82, 1, 0])
  })
})
