import { describe, expect, it } from 'vitest'
import {
  figures,
  quantile,
  table,
  withMeasured,
  type Measured,
} from '../../../tools/bench/figures.ts'

describe('the figures of a bench', () => {
  it('are all there, measured or not, and say why not', () => {
    const all = withMeasured([{ id: 'save.ratio', value: 1.2 }], 'node')
    expect(all.map(({ id }) => id)).toEqual(Object.keys(figures))
    const of = (id: string) => all.find((each) => each.id === id)
    expect(of('save.ratio')).toMatchObject({ value: 1.2, ok: true, runtime: 'node' })
    expect(of('idle.cpu')).toMatchObject({ value: null, ok: null, runtime: 'not measured here' })
    expect(of('search.p95')).toMatchObject({ value: null, ok: null, runtime: 'not built yet' })
    expect(of('trends.p95')).toMatchObject({
      value: null,
      ok: null,
      runtime: 'left out of this run',
    })
  })

  it.each<[Measured, boolean | null]>([
    [{ id: 'save.p99', value: 16 }, true],
    [{ id: 'save.p99', value: 16.01 }, false],
    [{ id: 'pacer.blocked.frames', value: 0.8 }, true],
    [{ id: 'pacer.blocked.frames', value: 0.79 }, false],
    [{ id: 'idle.rss', value: 900 }, null],
  ])('are held to their bound: %o', (measured, ok) => {
    expect(withMeasured([measured], 'node').find(({ id }) => id === measured.id)?.ok).toBe(ok)
  })

  it('are a table that names what is over', () => {
    const measured: Measured[] = [{ id: 'save.ratio', value: 1.75, note: 'on paper' }]
    const lines = table(withMeasured(measured, 'node'), measured).split('\n')
    expect(lines[0]).toMatch(/^save\.ratio +1\.75 × +bound 1\.5 +OVER +on paper$/)
  })

  it('take the number that lies at a share of all', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3)
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5)
    expect(() => quantile([], 0.5)).toThrow('no values')
  })
})
