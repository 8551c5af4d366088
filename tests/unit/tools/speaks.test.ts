import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { floorCalls, workingDays } from '../../../tools/speaks/days.ts'
import { page } from '../../../tools/speaks/page.ts'

const hour = 3_600_000

describe('the three days in docs/when-lull-speaks.md', () => {
  it('are what the policy decides today; else run `node tools/speaks.ts`', async () => {
    const kept = readFileSync(
      join(import.meta.dirname, '../../../docs/when-lull-speaks.md'),
      'utf8',
    )
    expect((await page()).replaceAll('\r\n', '\n')).toBe(kept.replaceAll('\r\n', '\n'))
  })

  it('begin with a night of 150 calls of 45 s to 40 min, 15 s to 2 min between them, from 22 to 07', () => {
    const calls = floorCalls()
    expect(calls).toHaveLength(150)
    const seconds = calls.map((call) => call.seconds)
    expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([45, 2400])
    const gaps = calls.map(({ gap }) => gap)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15)
    expect(Math.max(...gaps)).toBe(120)
    const [night] = workingDays()
    expect(night?.lived.at(-1)?.at).toBeGreaterThan(30.5 * hour)
    expect(night?.lived.at(-1)?.at).toBeLessThan(31.25 * hour)
  })

  it('have no card during a call, and every marked call in them was offered or counted', () => {
    for (const { lived } of workingDays()) {
      const decisions = lived.flatMap((each) => each.decisions)
      const marked = decisions.filter(({ reason }) => reason === 'marked-waiting-for-its-end')
      const done = decisions.filter(
        (decision) =>
          (decision.do === 'offer' && decision.what === 'call' && !decision.asked) ||
          (decision.do === 'drop' && decision.counted),
      )
      expect(done).toHaveLength(marked.length)
    }
  })
})
