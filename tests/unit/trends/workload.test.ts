import { describe, expect, it } from 'vitest'
import { workload, type LoadedShift } from '../../../src/trends/workload.ts'

/** Forty shifts whose stress follows their calls (by `slope` a call), and forty more with `more` calls. */
function life(slope: number, more: number, stressMore = slope * more): LoadedShift[] {
  const wave = [0, 6, -4, 3, -5, 2, 5, -7]
  return Array.from({ length: 80 }, (_, at) => {
    const later = at >= 40
    const off = wave[at % wave.length] ?? 0
    const noise = at % 3 === 0 ? 0.3 : -0.15
    return {
      load: 40 + off + (later ? more : 0),
      value: 4 + slope * off + (later ? stressMore : 0) + noise,
    }
  })
}

describe('the workload', () => {
  it('is said to go with stress where the busier shifts of a week were the harder ones', () => {
    const found = workload(life(0.2, 0), 'usual', 0, 1)
    expect(found?.busierIsHarder).toBe(true)
    expect(found?.slope).toBeCloseTo(0.2, 1)
    expect(workload(life(0, 0), 'usual', 0, 1)?.busierIsHarder).toBe(false)
  })

  it('explains a rise only where stress is higher, the load rose too, and by enough', () => {
    expect(workload(life(0.2, 12), 'higher', 40, 1)?.explains?.moreLoad).toBeGreaterThan(8)
    expect(workload(life(0.2, 12), 'usual', 40, 1)?.explains).toBeNull()
    expect(workload(life(0.2, 0, 2), 'higher', 40, 1)?.explains).toBeNull()
    // Five times more stress than the calls would bring.
    expect(workload(life(0.2, 12, 12), 'higher', 40, 1)?.explains).toBeNull()
  })

  it('explains a fall in the same way', () => {
    expect(workload(life(0.2, -12), 'lower', 40, 1)?.explains?.moreLoad).toBeLessThan(-8)
    expect(workload(life(0.2, 12), 'lower', 40, 1)?.explains).toBeNull()
  })

  it('says nothing below twenty shifts, or of a load that never varied', () => {
    expect(workload(life(0.2, 0).slice(0, 19), 'usual', 0, 1)).toBeNull()
    const steady = life(0.2, 0).map((shift) => ({ ...shift, load: 40 }))
    expect(workload(steady, 'usual', 0, 1)).toBeNull()
  })

  it('doesn’t blame the load for busier shifts that were the easier ones', () => {
    expect(workload(life(-0.2, 12), 'higher', 40, 1)).toMatchObject({
      busierIsHarder: false,
      explains: null,
    })
  })
})
