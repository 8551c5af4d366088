import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTimer } from '../../../renderer/state/later.ts'
import { createLooking } from '../../../renderer/state/looking.ts'

describe('a timer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('does its work once, so long after the first start', () => {
    const work = vi.fn()
    const timer = createTimer(1000, work)
    timer.start()
    vi.advanceTimersByTime(600)
    timer.start()
    vi.advanceTimersByTime(400)
    expect(work).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(5000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('runs anew once it is over', () => {
    const work = vi.fn()
    const timer = createTimer(1000, work)
    timer.start()
    vi.advanceTimersByTime(1000)
    timer.start()
    vi.advanceTimersByTime(1000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('begins from the start when it is restarted, and does nothing once stopped', () => {
    const work = vi.fn()
    const timer = createTimer(1000, work)
    timer.start()
    vi.advanceTimersByTime(600)
    timer.restart()
    vi.advanceTimersByTime(600)
    expect(work).not.toHaveBeenCalled()
    timer.stop()
    vi.advanceTimersByTime(5000)
    expect(work).not.toHaveBeenCalled()
    timer.start()
    vi.advanceTimersByTime(1000)
    expect(work).toHaveBeenCalledTimes(1)
  })
})

describe('looking', () => {
  it('begins with the first place that looks, and ends with the last', () => {
    const told: string[] = []
    const { look, isLookedAt } = createLooking(
      () => told.push('begin'),
      () => told.push('end'),
    )
    const [first, second] = [look(), look()]
    first()
    expect(told).toEqual(['begin'])
    expect(isLookedAt()).toBe(true)
    second()
    expect(told).toEqual(['begin', 'end'])
    expect(isLookedAt()).toBe(false)
    look()
    expect(told).toEqual(['begin', 'end', 'begin'])
  })
})
