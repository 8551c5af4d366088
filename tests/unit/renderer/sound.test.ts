import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { accompany, type Sound } from '../../../renderer/pause/sound.ts'
import { patterns } from '../../../src/breathing/patterns.ts'
import { momentAt } from '../../../src/breathing/timeline.ts'
import { plainDevice } from '../../../src/settings/choices.ts'

const param = {
  setValueAtTime: () => null,
  linearRampToValueAtTime: () => null,
  setTargetAtTime: () => null,
  cancelAndHoldAtTime: () => null,
}
/** Plays on what it is told to, and makes no sound. */
class FakeContext {
  static made: FakeContext[] = []
  playsOn: string | null = null
  closed = false
  tones = 0
  currentTime = 0
  destination = null
  constructor() {
    FakeContext.made.push(this)
  }
  getOutputTimestamp = () => ({ contextTime: 0, performanceTime: 0 })
  createOscillator() {
    this.tones += 1
    return { frequency: param, connect: () => null, start: () => {}, stop: () => {} }
  }
  createGain = () => ({ gain: param, connect: () => null })
  setSinkId(id: string) {
    this.playsOn = id
    return Promise.resolve()
  }
  resume = () => Promise.resolve()
  suspend = () => Promise.resolve()
  close() {
    this.closed = true
    return Promise.resolve()
  }
}

class Devices extends EventTarget {
  labels: string[] = []
  enumerateDevices = () =>
    Promise.resolve(
      this.labels.map((label) => ({ kind: 'audiooutput', label, deviceId: `id of ${label}` })),
    )
  become(...labels: string[]) {
    this.labels = labels
    this.dispatchEvent(new Event('devicechange'))
  }
}

function breathing(soundOutput: string | null) {
  const pattern = patterns['longer-exhale']
  const moment = (elapsed: number) => ({
    stage: 'breathing',
    free: false,
    moment: momentAt(pattern, 60_000, elapsed),
  })
  const store = createStore(() => moment(0))
  const pause = {
    store,
    pattern,
    wanted: { kind: 'longer-exhale', plannedMs: 60_000 },
    startedMs: () => 0,
    elapsedMs: () => 0,
  }
  const window = createStore(() => ({
    pause,
    device: { ...plainDevice, sound: true, soundOutput },
    call: false,
  }))
  const sound = createStore<Sound>(() => 'off')
  Reflect.apply(accompany, null, [window, sound])
  return { sound, nextPhase: (ms: number) => store.setState(moment(ms)) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a chosen device', () => {
  let devices: Devices
  beforeEach(() => {
    devices = new Devices()
    FakeContext.made = []
    vi.stubGlobal('navigator', { mediaDevices: devices })
    vi.stubGlobal('AudioContext', FakeContext)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('has the tones', async () => {
    devices.labels = ['Headset']
    const { sound } = breathing('Headset')
    await settled()
    expect(sound.getState()).toBe('on')
    expect(FakeContext.made.map(({ playsOn }) => playsOn)).toEqual(['id of Headset'])
    expect(FakeContext.made[0]?.tones).toBeGreaterThan(0)
  })

  it('that is pulled out takes its tones along, and has them again once it is back', async () => {
    devices.labels = ['Headset', 'Speakers']
    const { sound, nextPhase } = breathing('Headset')
    await settled()
    devices.become('Speakers')
    await settled()
    expect(sound.getState()).toBe('missing')
    expect(FakeContext.made.map(({ closed }) => closed)).toEqual([true])
    nextPhase(4000)
    await settled()
    expect(sound.getState()).toBe('missing')
    devices.become('Speakers', 'Headset')
    nextPhase(10_000)
    await settled()
    expect(sound.getState()).toBe('on')
    expect(FakeContext.made.at(-1)?.playsOn).toBe('id of Headset')
    // Never on another one.
    expect(new Set(FakeContext.made.map(({ playsOn }) => playsOn))).toEqual(
      new Set(['id of Headset']),
    )
  })

  it('goes on when another one is plugged in', async () => {
    devices.labels = ['Headset']
    const { sound } = breathing('Headset')
    await settled()
    devices.become('Headset', 'Speakers')
    await settled()
    expect(sound.getState()).toBe('on')
    expect(FakeContext.made.map(({ closed }) => closed)).toEqual([false])
  })

  it('that is none at all is the system\u2019s, whatever is plugged in or out', async () => {
    devices.labels = ['Headset']
    const { sound } = breathing(null)
    await settled()
    devices.become()
    await settled()
    expect(sound.getState()).toBe('on')
    expect(FakeContext.made).toHaveLength(1)
  })
})
