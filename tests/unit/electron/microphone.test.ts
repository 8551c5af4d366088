import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyMs, microphoneOf, watchMicrophone } from '../../../electron/microphone.ts'
import type { InUse } from '../../../src/calls/microphone.ts'
import type { Device } from '../../../src/contract.ts'
import { plainDevice } from '../../../src/settings/choices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A watch over a microphone that answers as the test says, with its switch. */
function aWatch(on: boolean) {
  let device: Device = { ...plainDevice, startAtLogin: null, notice: null, microphone: on }
  let changed: (device: Device) => void = () => {}
  const told: string[] = []
  const answers: (boolean | null)[] = []
  const desk = { inUse: [] as InUse | null, asked: 0, slowMs: 0 }
  watchMicrophone(
    {
      async inUse() {
        desk.asked++
        const { inUse, slowMs } = desk
        if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs))
        return inUse
      },
    },
    { now: () => device, onChange: (run) => void (changed = run) },
    (event) => told.push(event),
    (answer) => answers.push(answer),
  )
  const turn = (microphone: boolean) => {
    device = { ...device, microphone }
    changed(device)
  }
  return { desk, told, answers, turn }
}

describe('the microphone', () => {
  it('is not asked about while that is off, and no timer runs', async () => {
    const { desk, turn } = aWatch(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([0, 0])
    turn(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.asked).toBe(4)
    turn(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([desk.asked, vi.getTimerCount()]).toEqual([4, 0])
  })

  it('is asked about again only so long after it answered', async () => {
    const { desk } = aWatch(true)
    desk.slowMs = 1500
    await vi.advanceTimersByTimeAsync(60_000)
    expect(everyMs).toBeGreaterThanOrEqual(2000)
    expect(desk.asked).toBe(1 + Math.floor((60_000 - everyMs) / (everyMs + 1500)) + 1)
  })

  it('tells of a start and an end', async () => {
    const { desk, told } = aWatch(true)
    await vi.advanceTimersByTimeAsync(4_000)
    desk.inUse = ['softphone']
    await vi.advanceTimersByTimeAsync(30_000)
    expect(told).toEqual(['started'])
    desk.inUse = []
    await vi.advanceTimersByTimeAsync(30_000)
    expect(told).toEqual(['started', 'ended'])
  })

  it('that can’t be asked tells nothing, and ends no call', async () => {
    const { desk, told, answers } = aWatch(true)
    await vi.advanceTimersByTimeAsync(4_000)
    desk.inUse = ['softphone']
    await vi.advanceTimersByTimeAsync(10_000)
    desk.inUse = null
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual(['started'])
    expect(answers.at(-1)).toBe(false)
  })

  it('that is switched off in a call ends it, and hears no answer that is still on its way', async () => {
    const { desk, told, turn } = aWatch(true)
    await vi.advanceTimersByTimeAsync(4_000)
    desk.inUse = ['softphone']
    await vi.advanceTimersByTimeAsync(10_000)
    desk.slowMs = 1000
    await vi.advanceTimersByTimeAsync(2_500)
    turn(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual(['started', 'ended'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['win32', [], 'windows'],
    ['darwin', ['/usr/bin/pactl'], null],
    ['linux', ['/usr/bin/pactl', '/usr/bin/pw-dump'], 'pulse'],
    ['linux', ['/usr/bin/pw-dump'], 'pipewire'],
    ['linux', [], null],
  ] as const)('on %s with %j is asked about by %s', (platform, files, tool) => {
    const exists = (path: string) => files.some((file) => file === path)
    expect(microphoneOf(platform, exists)?.tool ?? null).toBe(tool)
  })
})
