import { describe, expect, it } from 'vitest'
import {
  figures,
  quantile,
  table,
  withMeasured,
  type Measured,
} from '../../../tools/bench/figures.ts'
import { mostWithin } from '../../../tools/bench/idle.ts'

describe('the figures of a bench', () => {
  it('are all there, measured or not, and say why not', () => {
    const all = withMeasured([{ id: 'save.ratio', value: 1.2 }], 'node')
    expect(all.map(({ id }) => id)).toEqual(Object.keys(figures))
    const of = (id: string) => all.find((each) => each.id === id)
    expect(of('save.ratio')).toMatchObject({ value: 1.2, ok: true, runtime: 'node' })
    expect(of('idle.cpu')).toMatchObject({ value: null, ok: null, runtime: 'not measured here' })
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
    [{ id: 'watch.false.0', value: 0.021 }, false],
    [{ id: 'watch.detect', value: 0.88 }, false],
    [{ id: 'watch.delay', value: 25 }, false],
    [{ id: 'factor.cover', value: 0.94 }, true],
    [{ id: 'workload.found', value: 0.9 }, false],
  ])('are held to their bound: %o', (measured, ok) => {
    expect(withMeasured([measured], 'node').find(({ id }) => id === measured.id)?.ok).toBe(ok)
  })

  it('say why where this runtime can’t give one, and where another gave it', () => {
    const measured: Measured[] = [
      { id: 'main.block', value: null, note: 'its own stalls' },
      { id: 'door.p95', value: 0.4, runtime: 'stand-in' },
    ]
    const all = withMeasured(measured, 'node')
    const of = (id: string) => all.find((each) => each.id === id)
    expect(of('main.block')).toMatchObject({ value: null, ok: null, runtime: 'not measured here' })
    expect(of('door.p95')).toMatchObject({ value: 0.4, ok: true, runtime: 'stand-in' })
    expect(table(all, measured)).toMatch(
      /^main\.block +not measured here +bound 16 +its own stalls$/m,
    )
  })

  it('are those of statistics.md too, each held from its own side', () => {
    const simulated = Object.keys(figures).filter((id) =>
      /^(watch|factor|note|helps|workload)\./.test(id),
    )
    expect(simulated.length).toBe(23)
    expect(withMeasured([], 'node').find(({ id }) => id === 'watch.skew')).toMatchObject({
      unit: 'share',
      bound: 0.075,
      runtime: 'left out of this run',
    })
  })

  it('are a table that names what is over', () => {
    const measured: Measured[] = [{ id: 'save.ratio', value: 1.75, note: 'on paper' }]
    const lines = table(withMeasured(measured, 'node'), measured).split('\n')
    expect(lines[0]).toMatch(/^save\.ratio +1\.75 × +bound 1\.5 +OVER +on paper$/)
  })

  it('count what fires within a minute wherever that minute begins, its end left out', () => {
    const at = (...times: number[]) => times.map((each) => ({ at: each }))
    expect(mostWithin(60_000, at())).toBe(0)
    expect(mostWithin(60_000, at(0, 30_000, 60_000, 90_000))).toBe(2)
    expect(mostWithin(60_000, at(59_000, 61_000, 62_000))).toBe(3)
  })

  it('take the number that lies at a share of all', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3)
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5)
    expect(() => quantile([], 0.5)).toThrow('no values')
  })
})
