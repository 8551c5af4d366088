import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { odds } from '../../src/trends/odds.ts'
import { figures, table, withMeasured } from '../../tools/bench/figures.ts'
import { simulate } from '../../tools/simulation/figures.ts'

const simulated = simulate()
process.stdout.write(`\n${simulated.table}\n`)

describe('what Lull says of its own numbers', () => {
  it('is within every bound of statistics.md, section 8', () => {
    const all = withMeasured(simulated.figures, 'simulated')
    const wanted = Object.keys(figures).filter((id) =>
      /^(watch|factor|note|helps|workload)\./.test(id),
    )
    const here = all.filter(({ id }) => wanted.includes(id))
    process.stdout.write(table(here, simulated.figures))
    expect(wanted).toHaveLength(23)
    expect(here.filter(({ ok }) => ok !== true)).toEqual([])
  })

  it('promises no less trouble and no more help than came out', () => {
    const { odds: out } = simulated
    for (const name of [
      'quarter',
      'year',
      'quarterHigher',
      'yearHigher',
      'quarterInWaves',
    ] as const) {
      expect(odds[name], name).toBeLessThanOrEqual(out[name])
      expect(odds[name], name).toBeGreaterThan(out[name] * 0.75)
    }
    expect(odds.falseLink).toBeLessThanOrEqual(out.falseLink)
    for (const name of [
      'foundAtTheStart',
      'foundLater',
      'foundAtTheStartOfTwo',
      'foundLaterOfTwo',
    ] as const)
      expect(odds[name], name).toBeLessThanOrEqual(out[name])
    for (const name of ['typicalDelay', 'typicalDelayOfTwo'] as const)
      expect(odds[name], name).toBeGreaterThanOrEqual(out[name])
  })

  it('stands in the docs as it came out', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/watch.md'), 'utf8')
    expect(page).toContain(simulated.table)
  })
})
