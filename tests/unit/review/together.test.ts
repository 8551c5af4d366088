import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLoadWeek, plusDays } from '../../../src/review/weeks.ts'
import { demoYear, plan, zone } from '../../../tools/demo/plan.ts'
import { demoPassphrase, write } from '../../../tools/demo/write.ts'
import { openDesk, openJournalDesk, testClock, type Desk } from '../../desk.ts'
import { journalIn } from '../store/journal-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'lull-together-'))
let desk: Desk
const period = { weeks: 13, firstDay: 7 } as const

beforeAll(async () => {
  await write(plan({ ...demoYear, end: '2026-11-23' }), join(folder, 'journal'))
  desk = openDesk(testClock('2026-11-17T08:00:00Z', zone), () => journalIn(join(folder, 'journal')))
  await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
}, 60_000)
afterAll(() => {
  desk[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const foundOnTrends = async () => {
  const { recent } = await desk.ask('main', 'trends.get', {})
  return recent.factors.filter(({ found }) => found !== null)
}

describe('what was found to go with harder moments', () => {
  it('can be ticked on the sheet, all of it and nothing that isn’t clear', async () => {
    const found = await foundOnTrends()
    expect(found.length).toBeGreaterThan(0)
    expect((await desk.ask('main', 'sheet.offer', period)).parts).toContain('situations')
    const ask = { ...period, plans: [], reviews: [] }
    const ticked = await desk.ask('main', 'sheet.get', { ...ask, parts: ['situations'] })
    expect(ticked.situations?.factors).toEqual(found)
    const others = await desk.ask('main', 'sheet.get', { ...ask, parts: ['weeks'] })
    expect(others.situations).toBeNull()
  })

  it('is said once at the most in a week, and only of now', async () => {
    const [first] = await foundOnTrends()
    const week = await desk.ask('main', 'week.get', { firstDay: 7, from: '2026-11-08' })
    expect(week.together).toEqual(first)
    const from = plusDays(week.from, -21)
    const earlier = await desk.ask('main', 'week.get', { firstDay: 7, from })
    expect([earlier.together, earlier.load]).toEqual([null, null])
  })

  it('isn’t offered while nothing is clear', async () => {
    using empty = await openJournalDesk()
    expect((await empty.ask('main', 'sheet.offer', period)).parts).toEqual([])
  })
})

describe('the weeks that may speak of the load', () => {
  it('are one of four, whatever day they begin on', () => {
    for (const first of ['2026-11-15', '2026-11-16', '2026-11-18'])
      for (let nth = 0; nth < 12; nth++) {
        const four = [0, 1, 2, 3].map((more) => plusDays(first, 7 * (nth + more)))
        expect(four.filter(isLoadWeek)).toHaveLength(1)
      }
  })
})
