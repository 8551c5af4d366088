import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../renderer/state/bridge.ts'
import { openPauseWindow } from '../../../renderer/state/pause-window.ts'
import { plainDevice } from '../../../src/settings/choices.ts'
import { fakeBridge, refuse, settled } from './fake-bridge.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const device = { ...plainDevice, startAtLogin: null, notice: null }
const sighs = { kind: 'three-sighs', plannedMs: 30_000, chosen: 'me' } as const

async function open(answers: Record<string, unknown> = {}) {
  const vault = fakeBridge({
    'device.get': device,
    'device.set': device,
    'pause.opened': { wanted: null, call: false },
    'pause.begin': { askTension: false, withoutBreathFirst: false },
    'pause.save': { kept: 'saved' },
    ...answers,
  })
  const window = await openPauseWindow(connect(vault.bridge), () => false)
  await settled()
  const stage = () => window.getState().pause.store.getState().stage
  return { ...vault, window, stage }
}

describe('a call that only a link tells of', () => {
  it('lets nothing sound, and leaves the pause where it is', async () => {
    const { tellShell, window, stage, methods } = await open()
    tellShell({ event: 'call', running: true, sure: false })
    await settled()
    expect(window.getState().call).toBe(true)
    expect(stage()).toBe('breathing')
    tellShell({ event: 'call', running: true, sure: true })
    expect(stage()).toBe('held')
    expect(methods()).not.toContain('fold')
  })
})

describe('a pause that could not be kept', () => {
  async function failed() {
    const opened = await open({ 'pause.save': refuse('disk-full') })
    vi.advanceTimersByTime(9000)
    opened.window.getState().pause.stop()
    await settled()
    return opened
  }

  it('is not closed by a call that starts', async () => {
    const { tellShell, methods, stage } = await failed()
    tellShell({ event: 'call', running: true, sure: true })
    await settled()
    expect(methods()).not.toContain('fold')
    expect(stage()).toBe('ended')
  })

  it('is tried once more before another takes its place, and lost to none', async () => {
    const { tellShell, answers, inputs, window, stage } = await failed()
    tellShell({ event: 'wanted', wanted: sighs })
    await settled()
    expect(window.getState().count).toBe(0)
    answers['pause.save'] = { kept: 'saved' }
    tellShell({ event: 'wanted', wanted: sighs })
    await settled()
    expect(inputs('pause.save')).toHaveLength(3)
    expect(window.getState().count).toBe(1)
    expect(stage()).toBe('breathing')
  })
})

describe('a request for another pause', () => {
  it('waits until the one that just ended is kept', async () => {
    const { tellShell, window } = await open()
    vi.advanceTimersByTime(9000)
    window.getState().pause.stop()
    tellShell({ event: 'wanted', wanted: sighs })
    await settled()
    expect(window.getState().pause.wanted).toEqual(sighs)
  })

  it('is heard while a question is open, and not while one breathes', async () => {
    const { tellShell, window } = await open({
      'pause.begin': { askTension: true, withoutBreathFirst: false },
    })
    tellShell({ event: 'wanted', wanted: sighs })
    await settled()
    expect(window.getState().pause.wanted).toEqual(sighs)
    window.getState().pause.before(null)
    tellShell({ event: 'wanted', wanted: null })
    await settled()
    expect(window.getState().pause.wanted).toEqual(sighs)
  })
})

describe('the pause that was taken last', () => {
  it('is remembered, but not what was taken instead of it', async () => {
    const taken = await open({ 'pause.opened': { wanted: sighs, call: false } })
    expect(taken.inputs('device.set')).toMatchObject([{ pauseLast: 'three-sighs' }])
    const instead = await open({
      'pause.opened': { wanted: sighs, call: false },
      'pause.begin': { askTension: false, withoutBreathFirst: true },
    })
    instead.window.getState().pause.gentler(true)
    await settled()
    expect(JSON.stringify(instead.inputs('device.set'))).not.toContain('pauseLast')
  })
})
